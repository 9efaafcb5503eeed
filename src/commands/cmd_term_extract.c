/* tlumach term extract: terms that texts have and no term base. */
#include "commands/mining.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/json.h"

typedef struct Writer {
  TlOutput *output;
  const TlMiningTexts *texts;
  const TlOptions *options;
  gboolean examples;
} Writer;

/* Of a candidate's places the sentence around each would be long: some characters on both sides. */
#define AROUND 40u

static TlumachSpan widen(TlumachDocument *document, TlumachSpan span) {
  size_t length;
  const char *text = tlumach_document_text(document, &length);
  for (guint i = 0; i < AROUND && span.start > 0 && text[span.start - 1] != '\n'; i++)
    do
      span.start--;
    while (span.start > 0 && ((guchar)text[span.start] & 0xC0) == 0x80);
  for (guint i = 0; i < AROUND && span.end < length && text[span.end] != '\n'; i++)
    do
      span.end++;
    while (span.end < length && ((guchar)text[span.end] & 0xC0) == 0x80);
  return span;
}

static void write_example(const Writer *w, const TlumachCandidatePlace *place) {
  TlumachDocument *document = w->texts->items[place->text].document;
  TlumachSpan around = widen(document, place->span);
  const char *text = tlumach_document_text(document, NULL);
  size_t line, column;
  tlumach_document_locate(document, place->span.start, TLUMACH_COLUMN_CHARACTER, &line, &column);
  tl_output_printf(w->output, "    %s:%zu:%zu: ", tlumach_document_name(document), line, column);
  tl_output_safe(w->output, text + around.start, (gssize)(around.end - around.start));
  tl_output_putc(w->output, '\n');
}

static void write_text(const Writer *w, const TlumachCandidate *candidate) {
  tl_output_printf(w->output, "%8.1f %5u  %s", candidate->score, candidate->count, candidate->text);
  for (guint i = 0; i < candidate->n_equivalents; i++) {
    tl_output_puts(w->output, i ? "; " : " = ");
    tl_output_safe(w->output, candidate->equivalents[i].text, -1);
  }
  tl_output_putc(w->output, '\n');
  for (guint i = 0; w->examples && i < candidate->n_places; i++)
    write_example(w, &candidate->places[i]);
}

static void write_tsv(const Writer *w, const TlumachCandidate *candidate) {
  tl_output_printf(w->output, "%s\t", candidate->text);
  for (guint i = 0; i < candidate->n_equivalents; i++) {
    tl_output_puts(w->output, i ? "; " : "");
    tl_output_safe(w->output, candidate->equivalents[i].text, -1);
  }
  tl_output_printf(w->output, "\t%.1f\t%u\n", candidate->score, candidate->count);
}

static void write_place(const Writer *w, const TlumachCandidatePlace *place) {
  TlumachDocument *document = w->texts->items[place->text].document;
  size_t line, column, length;
  TlumachSpan raw = tlumach_document_raw_span(document, place->span, NULL);
  const char *slice = tlumach_document_slice(document, place->span, &length);
  tlumach_document_locate(document, place->span.start, TLUMACH_COLUMN_CHARACTER, &line, &column);
  tl_json_object(w->output, NULL);
  tl_json_string(w->output, "file", tlumach_document_name(document), -1);
  tl_json_uint(w->output, "line", line);
  tl_json_uint(w->output, "column", column);
  tl_json_uint(w->output, "start", raw.start);
  tl_json_uint(w->output, "end", raw.end);
  tl_json_string(w->output, "text", slice, (gssize)length);
  tl_json_object_end(w->output);
}

static void write_jsonl(const Writer *w, const TlumachCandidate *candidate) {
  TlOutput *out = w->output;
  tl_json_begin(out);
  tl_json_string(out, "term", candidate->text, -1);
  tl_json_uint(out, "words", candidate->words);
  tl_json_uint(out, "count", candidate->count);
  tl_json_double(out, "score", candidate->score);
  tl_json_bool(out, "name", candidate->name);
  tl_json_array(out, "equivalents");
  for (guint i = 0; i < candidate->n_equivalents; i++) {
    tl_json_object(out, NULL);
    tl_json_string(out, "text", candidate->equivalents[i].text, -1);
    tl_json_double(out, "strength", candidate->equivalents[i].strength);
    tl_json_object_end(out);
  }
  tl_json_array_end(out);
  tl_json_array(out, "places");
  for (guint i = 0; i < candidate->n_places; i++)
    write_place(w, &candidate->places[i]);
  tl_json_array_end(out);
  tl_json_end(out);
}

/* TBX: the terms are proposed, and so is the likeliest equivalent. */
static gboolean write_tbx(const Writer *w, const TlumachCandidates *found, GError **error) {
  g_autofree TlumachConcept *concepts = g_new0(TlumachConcept, found->n + 1);
  g_autofree TlumachTerm *terms = g_new0(TlumachTerm, 2 * found->n + 1);
  g_autoptr(GPtrArray) list = g_ptr_array_new();
  g_autoptr(GString) text = g_string_new(NULL);
  const TlumachConceptFormat how = {
      .source = w->options->source, .target = w->options->target, .about = "Candidates for terms, from texts."};
  for (guint i = 0; i < found->n; i++) {
    const TlumachCandidate *candidate = &found->items[i];
    TlumachTerm *term = &terms[2 * i];
    term[0] = (TlumachTerm){.text = candidate->text, .language = w->options->source, .status = TLUMACH_STATUS_PROPOSED};
    if (candidate->n_equivalents > 0)
      term[1] = (TlumachTerm){
          .text = candidate->equivalents[0].text, .language = w->options->target, .status = TLUMACH_STATUS_PROPOSED};
    concepts[i].terms = term;
    concepts[i].n_terms = candidate->n_equivalents > 0 ? 2 : 1;
    g_ptr_array_add(list, &concepts[i]);
  }
  gboolean done = tlumach_concepts_write(list, "tbx", &how, text, error);
  tl_output_write(w->output, text->str, text->len);
  return done;
}

static int write_all(const Writer *w, const TlumachCandidates *found, const char *format) {
  g_autoptr(GError) error = NULL;
  if (strcmp(format, "tbx") == 0 && !write_tbx(w, found, &error)) {
    tl_output_discard(w->output);
    return tl_fail(error);
  }
  if (strcmp(format, "tsv") == 0)
    tl_output_printf(w->output, "%s\t%s\tscore\tcount\n", w->options->source, w->options->target);
  for (guint i = 0; i < found->n; i++)
    if (strcmp(format, "text") == 0)
      write_text(w, &found->items[i]);
    else if (strcmp(format, "tsv") == 0)
      write_tsv(w, &found->items[i]);
    else if (strcmp(format, "jsonl") == 0)
      write_jsonl(w, &found->items[i]);
  return tl_options_finish(w->options, w->output, TL_EXIT_CLEAN);
}

int tl_cmd_term_extract(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_auto(TlMiningTexts) texts = {0};
  g_autoptr(GError) error = NULL;
  TlumachExtractOptions how = TLUMACH_EXTRACT_OPTIONS_INIT;
  int least = 0, most = -1, least_words = 0, most_words = 0, code = TL_EXIT_CLEAN;
  gboolean examples = FALSE, names = FALSE;
  const GOptionEntry own[] = {
      {"min-count", 0, 0, G_OPTION_ARG_INT, &least, "Places that a candidate must have (2)", "N"},
      {"min-words", 0, 0, G_OPTION_ARG_INT, &least_words, "Words that it must have (1)", "N"},
      {"max-words", 0, 0, G_OPTION_ARG_INT, &most_words, "Words that it may have (5, 8 at most)", "N"},
      {"most", 0, 0, G_OPTION_ARG_INT, &most, "How many candidates; 0: all (100)", "N"},
      {"names", 0, 0, G_OPTION_ARG_NONE, &names, "Proper names, too", NULL},
      {"examples", 0, 0, G_OPTION_ARG_NONE, &examples, "Show some places of each", NULL},
      G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  const char *format = tl_mining_format(&options, &error);
  if (!format)
    return tl_fail(error);
  how.least = least > 0 ? (guint)least : how.least;
  how.most = most >= 0 ? (guint)most : how.most;
  how.least_words = least_words > 0 ? (guint)least_words : how.least_words;
  how.most_words = most_words > 0 ? (guint)most_words : how.most_words;
  how.names = names;
  if (how.least_words > how.most_words || how.most_words > 8) {
    fprintf(stderr, "tlumach: --min-words %u, --max-words %u: terms have 1 to 8 words\n", how.least_words,
            how.most_words);
    return TL_EXIT_ERROR;
  }
  g_autoptr(TlumachSession) session = tl_options_session(&options, &error);
  if (!session || !tl_mining_open(&options, &texts, &error))
    return tl_fail(error);
  g_autoptr(TlumachCandidates) found = tlumach_extract(session, texts.items, texts.n, &how, &error);
  TlOutput *output = found ? tl_options_report_output(&options, &error) : NULL;
  if (!output)
    return tl_fail(error);
  const Writer writer = {output, &texts, &options, examples};
  return write_all(&writer, found, format);
}
