/* tlumach spell: a line, or a record, a misspelt word. Exit 0 whatever it finds when it is a filter for words (-l);
 * else 1 when it found some. */
#include <string.h>

#include "base/json.h"
#include "commands/options.h"
#include "commands/records.h"

#define SUGGESTIONS_MAX 5u

typedef struct Spelling Spelling;
struct Spelling {
  TlRecords records;
  const TlumachSession *session;
  void (*write)(Spelling *spelling, TlumachSpan span);
  GHashTable *suggested; /* word -> char **: the same word is asked once */
  guint64 count;
};

static char **suggestions(Spelling *s, TlumachSpan span) {
  size_t length;
  const char *text = tlumach_document_text(s->records.document, NULL) + span.start;
  length = span.end - span.start;
  g_autofree char *word = g_strndup(text, length);
  char **known = g_hash_table_lookup(s->suggested, word);
  if (!known) {
    known = tlumach_suggest(s->session, word, SUGGESTIONS_MAX);
    g_hash_table_insert(s->suggested, g_steal_pointer(&word), known);
  }
  return known;
}

static void write_list(Spelling *s, TlumachSpan span) {
  tl_record_text(&s->records, span);
  tl_output_putc(s->records.output, '\n');
}

/* "file:line:column: misspelt: …"; what stands before "misspelt", compilers and their readers want. */
static void write_message(Spelling *s, TlumachSpan span, const char *severity) {
  TlOutput *out = s->records.output;
  char **list = suggestions(s, span);
  tl_record_prefix(&s->records, span);
  tl_output_puts(out, severity);
  tl_output_puts(out, "misspelt: ");
  tl_record_text(&s->records, span);
  for (guint i = 0; list[i]; i++) {
    tl_output_puts(out, i ? ", " : " (");
    tl_output_puts(out, list[i]);
  }
  tl_output_puts(out, list[0] ? ")\n" : "\n");
}

static void write_text(Spelling *s, TlumachSpan span) {
  write_message(s, span, "");
}

static void write_gcc(Spelling *s, TlumachSpan span) {
  write_message(s, span, "warning: ");
}

static void write_jsonl(Spelling *s, TlumachSpan span) {
  TlOutput *out = s->records.output;
  char **list = suggestions(s, span);
  tl_json_begin(out);
  tl_record_place(&s->records, span);
  tl_json_array(out, "suggestions");
  for (guint i = 0; list[i]; i++)
    tl_json_string(out, NULL, list[i], -1);
  tl_json_array_end(out);
  tl_json_end(out);
}

static void found(TlumachSpan span, gpointer user) {
  Spelling *s = user;
  s->count++;
  s->write(s, span);
}

static gboolean spell_one(TlumachDocument *document, gpointer user, GError **error) {
  (void)error;
  Spelling *s = user;
  s->records.document = document;
  tlumach_spell(s->session, document, found, s);
  return TRUE;
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
  s.write = list ? write_list : format == formats[1] ? write_jsonl : format == formats[2] ? write_gcc : write_text;
  g_autoptr(GHashTable) suggested = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
  s.suggested = suggested;
  g_autoptr(TlumachSession) session = tl_options_session(&options, &error);
  s.session = session;
  s.records.output = session ? tl_options_report_output(&options, &error) : NULL;
  if (!s.records.output)
    return tl_fail(error);
  if (!tl_options_each(&options, spell_one, &s, &error))
    code = tl_fail(error);
  else if (tlumach_session_trouble(session)) {
    error = g_error_new_literal(TLUMACH_ERROR, TLUMACH_ERROR_DICTIONARY, tlumach_session_trouble(session));
    code = tl_fail(error);
  } else if (s.count > 0 && !list)
    code = TL_EXIT_FINDINGS;
  return tl_finish(s.records.output, code);
}
