/* tlumach memory search: earlier translations of each segment of a text; or all places of a phrase. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "commands/memories.h"
#include "commands/records.h"

typedef struct Search {
  TlRecords records;
  const TlumachSession *session;
  TlumachSearch *search;
  gboolean jsonl, segmented;
  TlumachSide side; /* of a concordance */
} Search;

/* -- matches of segments --------------------------------------------------------------------------------------- */

static void write_stale(TlOutput *out, const TlumachMemoryMatch *match) {
  for (guint i = 0; match->stale[i]; i++) {
    tl_output_puts(out, "    today: ");
    tl_output_safe(out, match->stale[i], -1);
    tl_output_putc(out, '\n');
  }
}

static void write_text(const Search *s, TlumachSpan span, const TlumachMemoryMatch *match) {
  TlOutput *out = s->records.output;
  tl_record_prefix(&s->records, span);
  tl_output_printf(out, "%u%% (%u/%u/%u)  ", match->score, match->lemmas, match->words, match->text);
  tl_output_safe(out, match->source, -1);
  tl_output_puts(out, "\n    ");
  tl_output_safe(out, match->target, -1);
  if (match->difference) {
    tl_output_puts(out, "\n    ");
    tl_output_safe(out, match->difference, -1);
  }
  tl_output_puts(out, "\n");
  write_stale(out, match);
}

static void put_sides(TlOutput *out, const TlumachMemoryMatch *match) {
  tl_json_string(out, "source", match->source, -1);
  tl_json_string(out, "target", match->target, -1);
}

static void put_origin(TlOutput *out, const TlumachMemoryMatch *match) {
  if (match->source_markup)
    tl_json_string(out, "source_markup", match->source_markup, -1);
  if (match->target_markup)
    tl_json_string(out, "target_markup", match->target_markup, -1);
  tl_json_string(out, "origin", match->origin, -1);
  tl_json_string(out, "memory", match->memory, -1);
  if (match->author)
    tl_json_string(out, "author", match->author, -1);
  if (match->date)
    tl_json_string(out, "date", match->date, -1);
}

static void write_jsonl(const Search *s, TlumachSpan span, const TlumachMemoryMatch *match) {
  TlOutput *out = s->records.output;
  tl_json_begin(out);
  tl_json_uint(out, "score", match->score);
  put_sides(out, match);
  tl_json_uint(out, "lemma_score", match->lemmas);
  tl_json_uint(out, "word_score", match->words);
  tl_json_uint(out, "text_score", match->text);
  tl_json_string(out, "difference", match->difference, -1);
  tl_json_array(out, "stale");
  for (guint i = 0; match->stale[i]; i++)
    tl_json_string(out, NULL, match->stale[i], -1);
  tl_json_array_end(out);
  put_origin(out, match);
  tl_record_place(&s->records, span);
  tl_json_end(out);
}

/* Lines that are not empty. */
static GArray *lines_of(const TlumachDocument *document) {
  GArray *segments = g_array_new(FALSE, FALSE, sizeof(TlumachSegment));
  size_t length;
  const char *text = tlumach_document_text(document, &length);
  for (size_t at = 0; at < length;) {
    size_t end = at;
    while (end < length && text[end] != '\n' && text[end] != '\r')
      end++;
    if (end > at)
      g_array_append_val(segments, ((TlumachSegment){{at, end}, 0}));
    at = end + 1;
  }
  return segments;
}

static char *text_of(const TlumachDocument *document, const GArray *segments, guint i) {
  if (i >= segments->len)
    return NULL;
  TlumachSpan span = g_array_index(segments, TlumachSegment, i).span;
  return g_strndup(tlumach_document_text(document, NULL) + span.start, span.end - span.start);
}

static gboolean search_in(TlumachDocument *document, gpointer user, GError **error) {
  Search *s = user;
  s->records.document = document;
  g_autoptr(GArray) segments = s->segmented ? lines_of(document) : tlumach_segment(s->session, document, error);
  g_autofree char *before = NULL, *text = segments ? text_of(document, segments, 0) : NULL;
  for (guint i = 0; segments && i < segments->len; i++) {
    g_autofree char *after = text_of(document, segments, i + 1);
    const GArray *matches = tlumach_search(s->search, &(TlumachAsked){text, before, after}, error);
    if (!matches)
      return FALSE;
    for (guint j = 0; j < matches->len; j++)
      (s->jsonl ? write_jsonl : write_text)(s, g_array_index(segments, TlumachSegment, i).span,
                                            &g_array_index(matches, TlumachMemoryMatch, j));
    g_free(before);
    before = g_steal_pointer(&text);
    text = g_steal_pointer(&after);
  }
  return segments != NULL;
}

/* -- concordance ----------------------------------------------------------------------------------------------- */

/* The text with the words that were looked for between brackets. */
static void write_marked(TlOutput *out, const char *text, const TlumachSpan *spans, guint n) {
  size_t at = 0;
  for (guint i = 0; i < n; i++) {
    tl_output_safe(out, text + at, (gssize)(spans[i].start - at));
    tl_output_putc(out, '[');
    tl_output_safe(out, text + spans[i].start, (gssize)(spans[i].end - spans[i].start));
    tl_output_putc(out, ']');
    at = spans[i].end;
  }
  tl_output_safe(out, text + at, -1);
}

static void put_spans(TlOutput *out, const char *text, const TlumachSpan *spans, guint n) {
  tl_json_array(out, "words");
  for (guint i = 0; i < n; i++) {
    tl_json_object(out, NULL);
    tl_json_uint(out, "start", spans[i].start);
    tl_json_uint(out, "end", spans[i].end);
    tl_json_string(out, "text", text + spans[i].start, (gssize)(spans[i].end - spans[i].start));
    tl_json_object_end(out);
  }
  tl_json_array_end(out);
}

static void found(const TlumachMemoryMatch *match, const TlumachSpan *spans, guint n, gpointer user) {
  const Search *s = user;
  TlOutput *out = s->records.output;
  gboolean on_source = s->side == TLUMACH_SOURCE;
  if (s->jsonl) {
    tl_json_begin(out);
    put_sides(out, match);
    put_spans(out, on_source ? match->source : match->target, spans, n);
    put_origin(out, match);
    tl_json_end(out);
    return;
  }
  write_marked(out, match->source, spans, on_source ? n : 0);
  tl_output_puts(out, "\n    ");
  write_marked(out, match->target, spans, on_source ? 0 : n);
  tl_output_puts(out, "\n");
}

static gboolean look_up(Search *s, char **phrases, guint most, GError **error) {
  for (char **phrase = phrases; *phrase; phrase++)
    if (!tlumach_concordance(s->search, *phrase, s->side, most, found, s, error))
      return FALSE;
  return TRUE;
}

/* -- the command ----------------------------------------------------------------------------------------------- */

#define UNSAID G_MININT

typedef struct Asked {
  int least, most; /* UNSAID: as usual */
  char **phrases, *side;
  gboolean segmented, exhaustive;
} Asked;

static void asked_clear(Asked *asked) {
  g_strfreev(asked->phrases);
  g_free(asked->side);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Asked, asked_clear)

static gboolean prepare_search(Search *s, const TlOptions *options, const Asked *asked, GError **error) {
  static const char *const formats[] = {"text", "jsonl", NULL}, *const sides[] = {"source", "target", NULL};
  const char *format = tl_options_format(options, formats, error);
  const char *side = format ? tl_options_choice("in", asked->side, sides, error) : NULL;
  if (!side || !tl_options_column(options, &s->records.unit, error))
    return FALSE;
  s->jsonl = format == formats[1];
  s->side = side == sides[1] ? TLUMACH_TARGET : TLUMACH_SOURCE;
  s->segmented = asked->segmented;
  if (!options->memories)
    g_set_error(error, TLUMACH_ERROR, TLUMACH_ERROR_USAGE,
                "name a memory with -m: tlumach memory search -m our.tlm article.txt");
  else if (asked->phrases && options->files)
    g_set_error(error, TLUMACH_ERROR, TLUMACH_ERROR_USAGE,
                "%s: a phrase is looked up in memories, not in files; give it between quotes", options->files[0]);
  else if (asked->side && !asked->phrases)
    g_set_error(error, TLUMACH_ERROR, TLUMACH_ERROR_USAGE, "--in %s: is for a phrase, with --concordance", asked->side);
  else if (asked->least != UNSAID && (asked->least < 0 || asked->least > 102))
    g_set_error(error, TLUMACH_ERROR, TLUMACH_ERROR_USAGE, "--least %d: is no percentage", asked->least);
  else if (asked->most != UNSAID && asked->most < 1)
    g_set_error(error, TLUMACH_ERROR, TLUMACH_ERROR_USAGE, "--most %d: one match is the least", asked->most);
  else
    return TRUE;
  return FALSE;
}

static int run(Search *s, TlOptions *options, const Asked *asked) {
  g_autoptr(GError) error = NULL;
  g_auto(TlMemories) memories = {.open = NULL};
  gboolean named = options->glossaries != NULL; /* term bases that the house has chosen, not those that come along */
  if (!named)
    options->glossaries = g_new0(char *, 1);
  if (!tl_memories_open(options, &memories, &error))
    return tl_fail(error);
  g_autoptr(TlumachSession) session = tl_options_session(options, &error);
  guint least = asked->least == UNSAID ? 0 : (guint)MAX(asked->least, 1),
        most = asked->most == UNSAID ? 0 : (guint)asked->most;
  const TlumachSearchOptions how = {least, most, named, asked->exhaustive};
  g_autoptr(TlumachSearch) search = session ? tl_memories_search(&memories, session, &how) : NULL;
  s->records.output = session ? tl_options_report_output(options, &error) : NULL;
  if (!s->records.output)
    return tl_fail(error);
  s->session = session;
  s->search = search;
  gboolean good =
      asked->phrases ? look_up(s, asked->phrases, most, &error) : tl_options_each(options, search_in, s, &error);
  return tl_options_finish(options, s->records.output, good ? TL_EXIT_CLEAN : tl_fail(error));
}

int tl_cmd_memory_search(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {.any_language = TRUE};
  g_autoptr(GError) error = NULL;
  g_auto(Asked) asked = {.least = UNSAID, .most = UNSAID};
  Search s = {.jsonl = FALSE};
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {
      {"least", 0, 0, G_OPTION_ARG_INT, &asked.least, "Lowest score, percent (60)", "N"},
      {"most", 0, 0, G_OPTION_ARG_INT, &asked.most, "How many matches of a segment (5), or places of a phrase (all)",
       "N"},
      {"segmented", 0, 0, G_OPTION_ARG_NONE, &asked.segmented, "Each line of the text is a segment", NULL},
      {"concordance", 'c', 0, G_OPTION_ARG_FILENAME_ARRAY, &asked.phrases,
       "Show where these words stand beside each other, in whatever form", "PHRASE"},
      {"in", 0, 0, G_OPTION_ARG_STRING, &asked.side, "Side of the concordance: source (default) or target", "SIDE"},
      {"exhaustive", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &asked.exhaustive,
       "Compare with every unit: slow, to measure what the index misses", NULL},
      G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  return prepare_search(&s, &options, &asked, &error) ? run(&s, &options, &asked) : tl_fail(error);
}
