/* The table of rules, and findings in the order of places. */
#include "terms/lint/lint.h"

#include <string.h>

#include "base/error.h"
#include "base/nearest.h"

static const TlumachLintRule rules[] = {
    {"unreadable", TLUMACH_SEVERE, TRUE, FALSE, "The file is no well-formed XML, or no term base at all"},
    {"grammar", TLUMACH_SEVERE, TRUE, FALSE, "An element stands where its version of TBX has none"},
    {"duplicate-id", TLUMACH_SEVERE, TRUE, FALSE, "Two concepts have one id"},
    {"conflict", TLUMACH_SEVERE, TRUE, FALSE, "A conflict of a merge is not settled"},
    {"structure", TLUMACH_WARNING, TRUE, FALSE, "Something is odd in the file, and how it is read"},
    {"language", TLUMACH_WARNING, TRUE, FALSE, "A language tag is not one of BCP 47"},
    {"status", TLUMACH_WARNING, TRUE, FALSE, "A status is not known, or contradicts another"},
    {"no-equivalent", TLUMACH_WARNING, TRUE, FALSE, "A concept has no term in the source or the target language"},
    {"two-preferred", TLUMACH_WARNING, TRUE, FALSE, "A language of a concept has several preferred terms"},
    {"no-preferred", TLUMACH_NOTE, FALSE, FALSE, "A language of a concept has several terms and none is preferred"},
    {"only-deprecated", TLUMACH_WARNING, TRUE, FALSE, "A language of a concept has only terms that are not to be used"},
    {"duplicate-term", TLUMACH_WARNING, TRUE, FALSE, "A concept has a term twice"},
    {"duplicate-concept", TLUMACH_WARNING, TRUE, FALSE,
     "Two concepts have the same source term and a common equivalent"},
    {"same-source", TLUMACH_NOTE, FALSE, FALSE, "Two concepts have the same source term and other equivalents"},
    {"same-target", TLUMACH_NOTE, FALSE, FALSE, "Two concepts have one equivalent"},
    {"space", TLUMACH_WARNING, TRUE, FALSE, "A term has hidden characters or spaces that are no plain ones"},
    {"punctuation", TLUMACH_WARNING, TRUE, FALSE, "A term begins or ends with punctuation"},
    {"quotes", TLUMACH_WARNING, TRUE, FALSE, "Quotes or brackets of a term do not pair"},
    {"apostrophe", TLUMACH_WARNING, TRUE, FALSE, "A Ukrainian term has another sign for the apostrophe"},
    {"script", TLUMACH_WARNING, TRUE, FALSE, "A word mixes letters of two scripts, or an English one is in Cyrillic"},
    {"latin", TLUMACH_NOTE, FALSE, FALSE, "A Ukrainian term is written in small Latin letters"},
    {"letters", TLUMACH_WARNING, TRUE, FALSE, "A Ukrainian term has letters that Ukrainian has not"},
    {"citation", TLUMACH_WARNING, TRUE, TRUE, "A term is not in its citation form"},
    {"said-words", TLUMACH_WARNING, TRUE, FALSE, "What is said of a term's words means nothing"},
    {"unknown-word", TLUMACH_NOTE, FALSE, TRUE, "The dictionary does not know a word: its forms are guessed"},
    {"homonym", TLUMACH_NOTE, FALSE, TRUE, "A term of one word matches forms of other words, too"},
};

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

const TlumachLintRule *tlumach_lint_rules(guint i) {
  return i < G_N_ELEMENTS(rules) ? &rules[i] : NULL;
}

static guint number_of(const char *id) {
  guint i = 0;
  while (i < G_N_ELEMENTS(rules) && strcmp(rules[i].id, id) != 0)
    i++;
  return i;
}

/* -- which rules -- */

static gboolean choose(TlLint *lint, const char *const *ids, gboolean value, GError **error) {
  for (; ids && *ids; ids++) {
    guint i = number_of(*ids);
    if (i == G_N_ELEMENTS(rules)) {
      const char *names[G_N_ELEMENTS(rules) + 1] = {NULL};
      for (guint k = 0; k < G_N_ELEMENTS(rules); k++)
        names[k] = rules[k].id;
      const char *near = tl_nearest(*ids, names);
      tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "no rule is called \"%s\"%s%s%s", *ids,
                  near ? "; did you mean \"" : "; --list says what there is", near ? near : "", near ? "\"?" : "");
      return FALSE;
    }
    lint->wanted[i] = value;
  }
  return TRUE;
}

static gboolean choose_all(TlLint *lint, GError **error) {
  const TlumachLintOptions *o = &lint->options;
  lint->wanted = g_new0(gboolean, G_N_ELEMENTS(rules));
  for (guint i = 0; i < G_N_ELEMENTS(rules); i++)
    lint->wanted[i] = !o->only && (rules[i].usual || o->strict);
  if (!choose(lint, o->only, TRUE, error) || !choose(lint, o->skip, FALSE, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(rules); i++)
    lint->wanted[i] = lint->wanted[i] && (lint->lexicon || !rules[i].words);
  return TRUE;
}

gboolean tl_lint_wants(const TlLint *lint, const char *rule) {
  return lint->wanted[number_of(rule)];
}

/* -- findings -- */

static void report(TlLint *lint, const TlLintFile *file, size_t line, size_t column, const TlumachConcept *concept,
                   const TlumachTerm *term, const char *rule, char *message) {
  Finding finding = {number_of(rule),
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

static void tell(TlLint *lint, TlumachLintFunc found, gpointer user) {
  g_array_sort(lint->findings, by_place);
  for (guint i = 0; i < lint->findings->len; i++) {
    const Finding *f = &g_array_index(lint->findings, Finding, i);
    const TlumachLintFinding told = {&rules[f->rule], f->file->path, f->line,   f->column,
                                     f->concept,      f->term,       f->message};
    found(&told, user);
  }
}

static void look_at(TlLint *lint, TlLintFile *file) {
  tl_lint_structure(lint, file);
  if (!file->base)
    return;
  guint n;
  const TlumachConcept *concepts = tlumach_termbase_concepts(file->base, &n);
  for (guint i = 0; i < n; i++) {
    tl_lint_concept(lint, file, &concepts[i]);
    tl_lint_spelling(lint, file, &concepts[i]);
    tl_lint_behaviour(lint, file, &concepts[i]);
    if (lint->lexicon)
      tl_lint_words(lint, file, &concepts[i]);
  }
}

static gboolean run(TlLint *lint, const char *const *paths, GError **error) {
  if (!choose_all(lint, error))
    return FALSE;
  for (; *paths; paths++)
    if (!tl_lint_open(lint, *paths, error))
      return FALSE;
  for (guint i = 0; i < lint->files->len; i++)
    look_at(lint, g_ptr_array_index(lint->files, i));
  tl_lint_doubles(lint);
  return TRUE;
}

gboolean tl_lint_run(const char *const *paths, const TlumachLintOptions *options, TlLexicon *lexicon,
                     const TlWordLists *lists, TlumachLintFunc found, gpointer user, GError **error) {
  TlLint lint = {.options = *options, .lexicon = lexicon, .lists = lists};
  lint.options.source = options->source ? options->source : "uk";
  lint.options.target = options->target ? options->target : "en";
  lint.files = g_ptr_array_new_with_free_func(tl_lint_file_free);
  lint.findings = g_array_new(FALSE, FALSE, sizeof(Finding));
  g_array_set_clear_func(lint.findings, clear_finding);
  gboolean done = run(&lint, paths, error);
  if (done)
    tell(&lint, found, user);
  g_array_unref(lint.findings);
  g_ptr_array_unref(lint.files);
  g_free(lint.wanted);
  return done;
}
