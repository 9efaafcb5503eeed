/* Findings, told in the order of places. */
#include "terms/lint/lint.h"

typedef struct Finding {
  guint rule;
  const TlLintFile *file;
  size_t line, column;
  guint order; /* as they were found */
  char *concept, *term, *message;
} Finding;

static void clear_finding(gpointer data) {
  Finding *finding = data;
  g_free(finding->concept);
  g_free(finding->term);
  g_free(finding->message);
}

GArray *tl_lint_findings_new(void) {
  GArray *findings = g_array_new(FALSE, FALSE, sizeof(Finding));
  g_array_set_clear_func(findings, clear_finding);
  return findings;
}

static void report(TlLint *lint, const TlLintFile *file, size_t line, size_t column, const TlumachConcept *concept,
                   const TlumachTerm *term, const char *rule, char *message) {
  Finding finding = {tl_lint_rule_number(rule),
                     file,
                     line,
                     column,
                     lint->findings->len,
                     g_strdup(concept ? concept->id : NULL),
                     g_strdup(term ? term->text : NULL),
                     message};
  g_array_append_val(lint->findings, finding);
}

void tl_lint_report_at(TlLint *lint, const TlLintFile *file, size_t line, size_t column, const char *rule,
                       const char *format, ...) {
  if (!tl_lint_wants(lint, rule))
    return;
  va_list arguments;
  va_start(arguments, format);
  report(lint, file, line, column, NULL, NULL, rule, g_strdup_vprintf(format, arguments));
  va_end(arguments);
}

/* `of_words` NULL: of the concept or the term. */
static void report_placed(TlLint *lint, TlLintFile *file, const TlumachConcept *concept, const TlumachTerm *term,
                          const TlumachSpan *of_words, const char *rule, char *message) {
  size_t line, column;
  if (of_words)
    tl_lint_place_words(file, concept, term, *of_words, &line, &column);
  else
    tl_lint_place(file, concept, term, &line, &column);
  report(lint, file, line, column, concept, term, rule, message);
}

void tl_lint_report(TlLint *lint, TlLintFile *file, const TlumachConcept *concept, const TlumachTerm *term,
                    const char *rule, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  if (tl_lint_wants(lint, rule))
    report_placed(lint, file, concept, term, NULL, rule, g_strdup_vprintf(format, arguments));
  va_end(arguments);
}

void tl_lint_report_words(TlLint *lint, TlLintFile *file, const TlumachConcept *concept, const TlumachTerm *term,
                          TlumachSpan of_words, const char *rule, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  if (tl_lint_wants(lint, rule))
    report_placed(lint, file, concept, term, &of_words, rule, g_strdup_vprintf(format, arguments));
  va_end(arguments);
}

static gint by_place(gconstpointer a, gconstpointer b) {
  const Finding *x = a, *y = b;
  if (x->file != y->file)
    return x->file->number < y->file->number ? -1 : 1;
  if (x->line != y->line)
    return x->line < y->line ? -1 : 1;
  if (x->column != y->column)
    return x->column < y->column ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

void tl_lint_tell(TlLint *lint, TlumachLintFunc found, gpointer user) {
  g_array_sort(lint->findings, by_place);
  for (guint i = 0; i < lint->findings->len; i++) {
    const Finding *f = &g_array_index(lint->findings, Finding, i);
    const TlumachLintFinding told = {
        tlumach_lint_rules(f->rule), f->file->path, f->line, f->column, f->concept, f->term, f->message};
    found(&told, user);
  }
}
