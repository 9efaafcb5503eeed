/* tlumach term coverage: what of texts the term bases cover, which concepts stand in them, which never do. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "commands/mining.h"

typedef struct Writer {
  TlOutput *output;
  const TlOptions *options;
  const TlumachCoverage *coverage;
  const TlumachCandidates *missing;
  const TlumachSession *session;
  gboolean used, unused;
} Writer;

static double percent(guint part, guint of) {
  return of > 0 ? 100.0 * part / of : 0;
}

static const char *source_term(const TlumachConceptUse *use, const char *source) {
  for (guint i = 0; i < use->concept->n_terms; i++)
    if (tlumach_language_matches(use->concept->terms[i].language, source))
  return use->concept->terms[i].text;
  return "";
}

/* -- for people -- */

static void write_use(const Writer *w, const TlumachConceptUse *use, const char *source) {
  if (use->count > 0)
    tl_output_printf(w->output, "%6u  ", use->count);
  else
    tl_output_printf(w->output, "  %s:%zu: ", tlumach_origin(w->session, use->concept), use->concept->line);
  tl_output_safe(w->output, source_term(use, source), -1);
  if (use->concept->id) {
    tl_output_puts(w->output, "  [");
    tl_output_safe(w->output, use->concept->id, -1);
    tl_output_puts(w->output, "]");
  }
  tl_output_putc(w->output, '\n');
}

static void write_text(const Writer *w, const char *source) {
  const TlumachCoverage *c = w->coverage;
  tl_output_printf(w->output, "words: %u, in terms: %u (%.1f %%)\n", c->words, c->words_in_terms,
                   percent(c->words_in_terms, c->words));
  tl_output_printf(w->output, "sentences: %u, with a term: %u (%.1f %%)\n", c->sentences, c->sentences_with,
                   percent(c->sentences_with, c->sentences));
  tl_output_printf(w->output, "concepts: %u, used: %u (%.1f %%)\n", c->n_uses, c->n_used,
                   percent(c->n_used, c->n_uses));
  for (guint i = 0; w->used && i < c->n_used; i++)
    write_use(w, &c->uses[i], source);
  if (w->missing->n > 0)
    tl_output_puts(w->output, "frequent, and in no term base:\n");
  for (guint i = 0; i < w->missing->n; i++)
    tl_output_printf(w->output, "%6u  %s\n", w->missing->items[i].count, w->missing->items[i].text);
  if (w->unused && c->n_used < c->n_uses)
    tl_output_puts(w->output, "never used:\n");
  for (guint i = c->n_used; w->unused && i < c->n_uses; i++)
    write_use(w, &c->uses[i], source);
}

/* -- for programs -- */

static void write_total(const Writer *w) {
  const TlumachCoverage *c = w->coverage;
  tl_json_begin(w->output);
  tl_json_string(w->output, "what", "total", -1);
  tl_json_uint(w->output, "words", c->words);
  tl_json_uint(w->output, "words_in_terms", c->words_in_terms);
  tl_json_uint(w->output, "sentences", c->sentences);
  tl_json_uint(w->output, "sentences_with_terms", c->sentences_with);
  tl_json_uint(w->output, "concepts", c->n_uses);
  tl_json_uint(w->output, "concepts_used", c->n_used);
  tl_json_end(w->output);
}

static void write_jsonl(const Writer *w, const char *source) {
  const TlumachCoverage *c = w->coverage;
  write_total(w);
  for (guint i = 0; i < c->n_uses; i++) {
    tl_json_begin(w->output);
    tl_json_string(w->output, "what", c->uses[i].count > 0 ? "used" : "unused", -1);
    tl_json_string(w->output, "file", tlumach_origin(w->session, c->uses[i].concept), -1);
    tl_json_uint(w->output, "line", c->uses[i].concept->line);
    tl_json_string(w->output, "concept", c->uses[i].concept->id, -1);
    tl_json_string(w->output, "term", source_term(&c->uses[i], source), -1);
    tl_json_uint(w->output, "count", c->uses[i].count);
    tl_json_end(w->output);
  }
  for (guint i = 0; i < w->missing->n; i++) {
    tl_json_begin(w->output);
    tl_json_string(w->output, "what", "missing", -1);
    tl_json_string(w->output, "term", w->missing->items[i].text, -1);
    tl_json_uint(w->output, "count", w->missing->items[i].count);
    tl_json_double(w->output, "score", w->missing->items[i].score);
    tl_json_end(w->output);
  }
}

static void write_tsv(const Writer *w, const char *source) {
  tl_output_puts(w->output, "what\tcount\tterm\tconcept\tfile\tline\n");
  for (guint i = 0; i < w->coverage->n_uses; i++) {
    const TlumachConceptUse *use = &w->coverage->uses[i];
    tl_output_printf(w->output, "%s\t%u\t", use->count > 0 ? "used" : "unused", use->count);
    tl_output_safe(w->output, source_term(use, source), -1);
    tl_output_printf(w->output, "\t%s\t%s\t%zu\n", use->concept->id ? use->concept->id : "",
                     tlumach_origin(w->session, use->concept), use->concept->line);
  }
  for (guint i = 0; i < w->missing->n; i++)
    tl_output_printf(w->output, "missing\t%u\t%s\t\t\t\n", w->missing->items[i].count, w->missing->items[i].text);
}

static int write_all(const Writer *w, const char *format) {
  (strcmp(format, "jsonl") == 0 ? write_jsonl
   : strcmp(format, "tsv") == 0 ? write_tsv
                                : write_text)(w, w->options->source);
  return tl_options_finish(w->options, w->output, TL_EXIT_CLEAN);
}

int tl_cmd_term_coverage(const TlCommand *command, int argc, char **argv) {
  static const char *const formats[] = {"text", "tsv", "jsonl", NULL};
  g_auto(TlOptions) options = {0};
  g_auto(TlMiningTexts) texts = {0};
  g_autoptr(GError) error = NULL;
  TlumachExtractOptions how = TLUMACH_EXTRACT_OPTIONS_INIT;
  gboolean used = FALSE, unused = FALSE;
  int most = 20, code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {
      {"used", 0, 0, G_OPTION_ARG_NONE, &used, "List the concepts that stand in the texts, most frequent first", NULL},
      {"unused", 0, 0, G_OPTION_ARG_NONE, &unused, "List those that never do", NULL},
      {"most", 0, 0, G_OPTION_ARG_INT, &most, "How many frequent phrases without an entry; 0: none (20)", "N"},
      G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  const char *format = tl_options_format(&options, formats, &error);
  if (!format)
    return tl_fail(error);
  g_autoptr(TlumachSession) session = tl_options_session(&options, &error);
  if (!session || !tl_mining_open(&options, &texts, &error))
    return tl_fail(error);
  how.most = most > 0 ? (guint)most : 1;
  g_autoptr(TlumachCoverage) coverage = tlumach_coverage(session, texts.items, texts.n, &error);
  g_autoptr(TlumachCandidates) missing =
      coverage ? tlumach_extract(session, texts.items, most > 0 ? texts.n : 0, &how, &error) : NULL;
  TlOutput *output = missing ? tl_options_report_output(&options, &error) : NULL;
  if (!output)
    return tl_fail(error);
  const Writer writer = {output, &options, coverage, missing, session, used, unused};
  return write_all(&writer, format);
}
