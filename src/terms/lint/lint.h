/* Faults of term bases: what the files of this folder have in common. */
#ifndef TL_TERMS_LINT_H
#define TL_TERMS_LINT_H

#include "base/position.h"
#include "lang/word_lists.h"
#include "terms/match/term_words.h"
#include "terms/tbx/file.h"

/* Where in a text a term begins, and what is said of its words; 0: nothing is. */
typedef struct TlTermPlace {
  size_t term, words;
} TlTermPlace;

/* A file that is looked at. */
typedef struct TlLintFile {
  char *path;
  guint number;
  TlTbxFile *tbx;         /* NULL: a table */
  TlumachTermbase *base;  /* NULL: it could not be read */
  TlPositions *positions; /* of TBX */
  guint placed;           /* the entry that `terms` is of, plus one */
  GArray *terms;          /* TlTermPlace, of its terms */
} TlLintFile;

typedef struct TlLint {
  TlumachLintOptions options; /* source and target not NULL */
  TlLexicon *lexicon;         /* NULL: rules about words are left out */
  const TlWordLists *lists;
  gboolean *wanted; /* by the number of a rule */
  GPtrArray *files; /* TlLintFile */
  GArray *findings;
} TlLint;

/* By its id; one more than the last: there is none. */
guint tl_lint_rule_number(const char *id);
/* Which rules are wanted, by the options. */
gboolean tl_lint_choose(TlLint *lint, GError **error);
/* Is anybody asking? */
gboolean tl_lint_wants(const TlLint *lint, const char *rule);

GArray *tl_lint_findings_new(void);
/* Gives out what was reported, in the order of places. */
void tl_lint_tell(TlLint *lint, TlumachLintFunc found, gpointer user);
/* A fault of the file at a line and column (0: the file as a whole). */
void tl_lint_report_at(TlLint *lint, const TlLintFile *file, size_t line, size_t column, const char *rule,
                       const char *format, ...) G_GNUC_PRINTF(6, 7);
/* A fault of a concept, or of one of its terms (NULL: none in particular): its place is found. */
void tl_lint_report(TlLint *lint, TlLintFile *file, const TlumachConcept *concept, const TlumachTerm *term,
                    const char *rule, const char *format, ...) G_GNUC_PRINTF(6, 7);

/* A fault of what is said of a term's words: of these bytes of it. */
void tl_lint_report_words(TlLint *lint, TlLintFile *file, const TlumachConcept *concept, const TlumachTerm *term,
                          TlumachSpan of_words, const char *rule, const char *format, ...) G_GNUC_PRINTF(7, 8);

/* Where a concept or one of its terms (NULL: none) stands. */
void tl_lint_place(TlLintFile *file, const TlumachConcept *concept, const TlumachTerm *term, size_t *line,
                   size_t *column);
/* Where these bytes of what is said of the term's words stand. */
void tl_lint_place_words(TlLintFile *file, const TlumachConcept *concept, const TlumachTerm *term, TlumachSpan of_words,
                         size_t *line, size_t *column);
/* FALSE when it cannot be opened; what cannot be read is a finding. */
gboolean tl_lint_open(TlLint *lint, const char *path, GError **error);
void tl_lint_file_free(gpointer file);
/* What the reader said of it, what the grammar says. */
void tl_lint_structure(TlLint *lint, TlLintFile *file);

/* The rules, of one concept each, and of all together. */
void tl_lint_concept(TlLint *lint, TlLintFile *file, const TlumachConcept *concept);
void tl_lint_spelling(TlLint *lint, TlLintFile *file, const TlumachConcept *concept);
void tl_lint_behaviour(TlLint *lint, TlLintFile *file, const TlumachConcept *concept);
void tl_lint_words(TlLint *lint, TlLintFile *file, const TlumachConcept *concept);
void tl_lint_doubles(TlLint *lint);

/* The whole of it: `lexicon` and `lists` may be NULL. */
gboolean tl_lint_run(const char *const *paths, const TlumachLintOptions *options, TlLexicon *lexicon,
                     const TlWordLists *lists, TlumachLintFunc found, gpointer user, GError **error);

#endif
