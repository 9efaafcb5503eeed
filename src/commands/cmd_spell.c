/* tlumach spell: a line, or a record, a misspelt word. Exit 0 whatever it finds when it is a filter for words (-l);
 * else 1 when it found some. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "commands/options.h"
#include "commands/rendering.h"

#define SUGGESTIONS_MAX 5u
#define REMEMBERED_MAX 50000u /* words: a text may be of any length */

typedef struct Speller Speller;
typedef void (*WordWriter)(Speller *speller, const TlRecords *to, TlumachSpan span);

typedef struct Spelling {
  TlRecords records;
  const TlumachSession *session;
  WordWriter write;
  GMutex lock;
  GHashTable *suggested; /* word -> char **: the same word is asked once, while there is room */
  guint64 count;
} Spelling;

/* What one thread spells with. */
struct Speller {
  Spelling *spelling;
  TlumachSpeller *own;
  const TlRecords *to;
  char **last; /* suggestions that are not remembered */
  guint64 count;
};

/* Two threads may work it out at once: they find the same, and the first to be done is remembered. Valid until the
 * thread asks again. */
static char **suggestions(Speller *speller, const TlRecords *to, TlumachSpan span) {
  Spelling *s = speller->spelling;
  const char *text = tlumach_document_text(to->document, NULL) + span.start;
  g_autofree char *word = g_strndup(text, span.end - span.start);
  g_mutex_lock(&s->lock);
  char **known = g_hash_table_lookup(s->suggested, word);
  g_mutex_unlock(&s->lock);
  if (known)
    return known;
  g_strfreev(speller->last);
  speller->last = tlumach_suggest(s->session, word, SUGGESTIONS_MAX);
  g_mutex_lock(&s->lock);
  known = g_hash_table_lookup(s->suggested, word);
  if (!known && g_hash_table_size(s->suggested) < REMEMBERED_MAX) {
    known = g_steal_pointer(&speller->last);
    g_hash_table_insert(s->suggested, g_steal_pointer(&word), known);
  }
  g_mutex_unlock(&s->lock);
  return known ? known : speller->last;
}

static void write_list(Speller *speller, const TlRecords *to, TlumachSpan span) {
  (void)speller;
  tl_record_text(to, span);
  tl_output_putc(to->output, '\n');
}

/* "file:line:column: misspelt: …"; what stands before "misspelt", compilers and their readers want. */
static void write_message(Speller *speller, const TlRecords *to, TlumachSpan span, const char *severity) {
  TlOutput *out = to->output;
  char **list = suggestions(speller, to, span);
  tl_record_prefix(to, span);
  tl_output_puts(out, severity);
  tl_output_puts(out, "misspelt: ");
  tl_record_text(to, span);
  for (guint i = 0; list[i]; i++) {
    tl_output_puts(out, i ? ", " : " (");
    tl_output_puts(out, list[i]);
  }
  tl_output_puts(out, list[0] ? ")\n" : "\n");
}

static void write_text(Speller *speller, const TlRecords *to, TlumachSpan span) {
  write_message(speller, to, span, "");
}

static void write_gcc(Speller *speller, const TlRecords *to, TlumachSpan span) {
  write_message(speller, to, span, "warning: ");
}

static void write_jsonl(Speller *speller, const TlRecords *to, TlumachSpan span) {
  TlOutput *out = to->output;
  char **list = suggestions(speller, to, span);
  tl_json_begin(out);
  tl_record_place(to, span);
  tl_json_array(out, "suggestions");
  for (guint i = 0; list[i]; i++)
    tl_json_string(out, NULL, list[i], -1);
  tl_json_array_end(out);
  tl_json_end(out);
}

static void found(TlumachSpan span, gpointer user) {
  Speller *speller = user;
  speller->count++;
  speller->spelling->write(speller, speller->to, span);
}

static gpointer start_speller(gpointer user) {
  Spelling *s = user;
  Speller *speller = g_new0(Speller, 1);
  speller->spelling = s;
  speller->own = tlumach_speller_new(s->session);
  return speller;
}

static void render_words(gpointer worker, const TlRecords *to, guint first, guint end) {
  Speller *speller = worker;
  speller->to = to;
  tlumach_speller_spell(speller->own, to->document, first, end, found, speller);
}

static void finish_speller(gpointer worker, gpointer user) {
  Speller *speller = worker;
  Spelling *s = user;
  s->count += speller->count;
  tlumach_speller_free(speller->own);
  g_strfreev(speller->last);
  g_free(speller);
}

/* The files to records; how many words are misspelt in `s->count`. */
static gboolean spell_all(Spelling *s, TlOptions *options, GError **error) {
  static const TlRenderer how = {start_speller, render_words, finish_speller};
  g_mutex_init(&s->lock);
  s->suggested = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
  gboolean done = tl_render_files(s->session, &how, &s->records, s, options, error);
  g_hash_table_unref(s->suggested);
  g_mutex_clear(&s->lock);
  return done;
}

int tl_cmd_spell(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  gboolean list = FALSE;
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {{"list", 'l', 0, G_OPTION_ARG_NONE, &list, "Only the words, one a line", NULL},
                              G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  static const char *const formats[] = {"text", "jsonl", "gcc", NULL};
  Spelling s = {.count = 0};
  const char *format = tl_options_format(&options, formats, &error);
  if (!format || !tl_options_column(&options, &s.records.unit, &error))
    return tl_fail(error);
  if (list && format != formats[0]) {
    fprintf(stderr, "tlumach: -l writes plain words, and %s does not: leave one of them out\n", format);
    return TL_EXIT_ERROR;
  }
  s.write = list ? write_list : format == formats[1] ? write_jsonl : format == formats[2] ? write_gcc : write_text;
  g_autoptr(TlumachSession) session = tl_options_session(&options, &error);
  s.session = session;
  s.records.output = session ? tl_options_report_output(&options, &error) : NULL;
  if (!s.records.output)
    return tl_fail(error);
  if (!spell_all(&s, &options, &error))
    code = tl_fail(error);
  else if (tlumach_session_trouble(session)) {
    error = g_error_new_literal(TLUMACH_ERROR, TLUMACH_ERROR_DICTIONARY, tlumach_session_trouble(session));
    code = tl_fail(error);
  } else if (s.count > 0 && !list)
    code = TL_EXIT_FINDINGS;
  return tl_options_finish(&options, s.records.output, code);
}
