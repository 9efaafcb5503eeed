/* tlumach lemma: each word of the text with its citation forms. */
#include <string.h>

#include "base/json.h"
#include "commands/options.h"
#include "commands/records.h"

typedef struct Lemmas Lemmas;
struct Lemmas {
  TlRecords records;
  const TlumachSession *session;
  void (*write)(Lemmas *lemmas, TlumachSpan span, const GArray *list);
};

static const TlumachLemma *lemma(const GArray *list, guint i) {
  return &g_array_index(list, TlumachLemma, i);
}

static const char *status(const GArray *list) {
  return list->len == 0 ? "unknown" : lemma(list, 0)->guessed ? "guessed" : "known";
}

/* form<TAB>lemma lemma …<TAB>known|guessed|unknown<TAB>why of the first */
static void write_tsv(Lemmas *l, TlumachSpan span, const GArray *list) {
  TlOutput *out = l->records.output;
  tl_record_text(&l->records, span);
  tl_output_putc(out, '\t');
  for (guint i = 0; i < list->len; i++) {
    tl_output_puts(out, i ? " " : "");
    tl_output_puts(out, lemma(list, i)->lemma);
  }
  tl_output_printf(out, "\t%s\t%s\n", status(list), list->len ? lemma(list, 0)->why : "");
}

static void write_jsonl(Lemmas *l, TlumachSpan span, const GArray *list) {
  TlOutput *out = l->records.output;
  tl_json_begin(out);
  tl_record_place(&l->records, span);
  tl_json_string(out, "status", status(list), -1);
  tl_json_array(out, "lemmas");
  for (guint i = 0; i < list->len; i++) {
    tl_json_object(out, NULL);
    tl_json_string(out, "lemma", lemma(list, i)->lemma, -1);
    tl_json_string(out, "why", lemma(list, i)->why, -1);
    tl_json_object_end(out);
  }
  tl_json_array_end(out);
  tl_json_end(out);
}

static void each_word(TlumachSpan span, gpointer user) {
  Lemmas *l = user;
  const char *text = tlumach_document_text(l->records.document, NULL);
  g_autofree char *word = g_strndup(text + span.start, span.end - span.start);
  g_autoptr(GArray) list = tlumach_lemma(l->session, word);
  l->write(l, span, list);
}

static gboolean lemma_one(TlumachDocument *document, gpointer user, GError **error) {
  (void)error;
  Lemmas *l = user;
  l->records.document = document;
  tlumach_words(document, each_word, l);
  return !tl_output_broken(l->records.output);
}

int tl_cmd_lemma(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  int code = TL_EXIT_CLEAN;
  if (!tl_options_parse(command, argc, argv, NULL, &options, &code))
    return code;
  static const char *const formats[] = {"tsv", "jsonl", NULL};
  Lemmas l = {.write = write_tsv};
  const char *format = tl_options_format(&options, formats, &error);
  if (!format || !tl_options_column(&options, &l.records.unit, &error))
    return tl_fail(error);
  if (format == formats[1])
    l.write = write_jsonl;
  if (!options.glossaries)
    options.glossaries = g_new0(char *, 1);
  g_autoptr(TlumachSession) session = tl_options_session(&options, &error);
  l.session = session;
  l.records.output = session ? tl_options_report_output(&options, &error) : NULL;
  if (!l.records.output)
    return tl_fail(error);
  if (!tl_options_each_part(&options, lemma_one, &l, &error))
    code = tl_fail(error);
  return tl_options_finish(&options, l.records.output, code);
}
