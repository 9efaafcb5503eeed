/* Term bases as a terminologist has them: what is in a file of terms, which of it meets a question, how it is written
 * out.
 *
 *     g_autoptr(TlumachTermbase) base = tlumach_termbase_open("diplomacy.tbx", NULL, NULL, &error);
 *     guint n;
 *     const TlumachConcept *concepts = tlumach_termbase_concepts(base, &n);
 *
 * A term base is immutable once open and may be shared by threads.
 */
#ifndef TLUMACH_TERMBASE_H
#define TLUMACH_TERMBASE_H

#include "tlumach/terms.h"

/* -- reading --------------------------------------------------------------------------------------------------- */

/* TBX 2 or 3, TSV, CSV, UTX, OmegaT's glossary; "-" is standard input. `source` and `target` (NULL: uk, en) are the
 * languages of a table that does not name its own. */
TLUMACH_API TlumachTermbase *tlumach_termbase_open(const char *path, const char *source, const char *target,
                                                   GError **error);
/* The same of bytes; `path` says what they may be, and is for messages. */
TLUMACH_API TlumachTermbase *tlumach_termbase_read(const char *path, GBytes *bytes, const char *source,
                                                   const char *target, GError **error);
TLUMACH_API void tlumach_termbase_free(TlumachTermbase *base);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlumachTermbase, tlumach_termbase_free)

TLUMACH_API const char *tlumach_termbase_path(const TlumachTermbase *base);
TLUMACH_API const TlumachConcept *tlumach_termbase_concepts(const TlumachTermbase *base, guint *n);
/* What was odd in the file, "file:line: what". */
TLUMACH_API const GPtrArray *tlumach_termbase_warnings(const TlumachTermbase *base);

/* Do two language tags meet? "uk" and "uk-UA" do, "en-GB" and "en-US" do not. */
TLUMACH_API gboolean tlumach_language_matches(const char *tag, const char *wanted);
/* Is it a language tag of BCP 47? The error says what would be. */
TLUMACH_API gboolean tlumach_language_check(const char *tag, GError **error);
/* The status of that name ("preferred", TBX's or UTX's names; "none"). The error says what there is. */
TLUMACH_API gboolean tlumach_status_from_name(const char *name, TlumachStatus *status, GError **error);
/* A text as it is compared with others: small letters, one apostrophe, one hyphen, no stress marks. Free with g_free.
 */
TLUMACH_API char *tlumach_term_key(const char *text);

/* -- asking ---------------------------------------------------------------------------------------------------- */

/* What a concept must have; members that are NULL ask nothing. One term of it must meet `language`, `status`, `text`
 * and `regex` together. */
typedef struct TlumachTermQuery {
  const char *language, *status;
  const char *text;    /* part of the term, by its key */
  const char *regex;   /* Perl's syntax, finds in the term as it is written; no case by (?i) */
  const char *domain;  /* part of the subject, by its key */
  const char *missing; /* a language in which it has no term */
} TlumachTermQuery;

typedef struct TlumachTermFilter TlumachTermFilter;

/* NULL with an error for a status that is none and a regular expression that is wrong. Strings are copied. */
TLUMACH_API TlumachTermFilter *tlumach_term_filter_new(const TlumachTermQuery *query, GError **error);
TLUMACH_API void tlumach_term_filter_free(TlumachTermFilter *filter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlumachTermFilter, tlumach_term_filter_free)
TLUMACH_API gboolean tlumach_term_filter_meets(const TlumachTermFilter *filter, const TlumachConcept *concept);

/* The concepts (const TlumachConcept *) that `name` may mean: that of this id, else those with this term. Appended to
 * `found`. */
TLUMACH_API void tlumach_concepts_named(const TlumachTermbase *base, const char *name, GPtrArray *found);

/* -- counting -------------------------------------------------------------------------------------------------- */

#define TLUMACH_N_STATUSES 6

typedef struct TlumachLanguageCount {
  char *language;
  guint concepts; /* with a term in it */
  guint terms;
  guint by_status[TLUMACH_N_STATUSES];
} TlumachLanguageCount;

typedef struct TlumachTermCounts {
  guint concepts, terms;
  guint without_id, without_subject, with_definition, with_note;
  GArray *languages;    /* TlumachLanguageCount, the one with most concepts first */
  GHashTable *subjects; /* char * -> GUINT_TO_POINTER(concepts) */
} TlumachTermCounts;

TLUMACH_API TlumachTermCounts *tlumach_term_counts_new(void);
TLUMACH_API void tlumach_term_counts_add(TlumachTermCounts *counts, const TlumachTermbase *base);
TLUMACH_API void tlumach_term_counts_free(TlumachTermCounts *counts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlumachTermCounts, tlumach_term_counts_free)

/* -- writing out ----------------------------------------------------------------------------------------------- */

typedef struct TlumachConceptFormat {
  const char *source, *target; /* languages that come first; NULL: uk, en */
  const char *const *columns; /* of tables, NULL-terminated: "id", "uk", "en:status", "domain", "file", "line", …; NULL:
                                 all that there is */
  gboolean
      rows; /* of tables: a row for each term of a language, so that its fields stand beside it; else all in one cell */
  const char *dialect; /* of TBX 3: "TBX-Basic"; NULL: that, or what a TBX file has */
  const char *about;   /* where the terms come from, for the head of a TBX file */
  const char *date;    /* for the head of UTX: 2026-11-24 */
} TlumachConceptFormat;

/* Format number `i` from 0, with a line about it (may be NULL); NULL behind the last one. */
TLUMACH_API const char *tlumach_concept_format(guint i, const char **about);
/* The format that a file name's ending asks for, or NULL. */
TLUMACH_API const char *tlumach_concept_format_of(const char *path);
/* Appends concepts (const TlumachConcept *) to `out`. */
TLUMACH_API gboolean tlumach_concepts_write(const GPtrArray *concepts, const char *format,
                                            const TlumachConceptFormat *options, GString *out, GError **error);
/* A whole file in another format. From TBX to TBX every datum is kept, those too that a TlumachConcept has no place
 * for. Into `told` come lines (char *) about what has no place of its own in the new format: kept as a private category
 * in TBX, left out elsewhere. */
TLUMACH_API gboolean tlumach_term_convert(const char *path, const char *format, const TlumachConceptFormat *options,
                                          GString *out, GPtrArray *told, GError **error);

/* Kind number `i` from 0 of the things that ICU has names of, with a line about it; NULL behind the last one. */
TLUMACH_API const char *tlumach_cldr_kind(guint i, const char **about);
/* The things of a kind, with their names in two languages (NULL: uk, en), as a term base. */
TLUMACH_API TlumachTermbase *tlumach_cldr_terms(const char *kind, const char *source, const char *target,
                                                GError **error);

/* -- faults ---------------------------------------------------------------------------------------------------- */

typedef struct TlumachLintRule {
  const char *id; /* "two-preferred" */
  TlumachSeverity severity;
  gboolean usual;    /* asked unless it is told not to */
  gboolean words;    /* needs a session, which knows words */
  const char *about; /* one sentence */
} TlumachLintRule;

/* Rule number `i` from 0, NULL behind the last one. */
TLUMACH_API const TlumachLintRule *tlumach_lint_rules(guint i);

/* A fault of a term base. Strings are valid during the call. */
typedef struct TlumachLintFinding {
  const TlumachLintRule *rule;
  const char *file;
  size_t line, column; /* characters; 0: of the file as a whole */
  const char *concept; /* its id, or NULL */
  const char *term;    /* or NULL */
  const char *message; /* one clause */
} TlumachLintFinding;

typedef struct TlumachLintOptions {
  const char *source, *target;           /* NULL: uk, en */
  const char *const *only, *const *skip; /* ids of rules; NULL: the usual ones, none */
  gboolean strict;                       /* all rules */
} TlumachLintOptions;

typedef void (*TlumachLintFunc)(const TlumachLintFinding *finding, gpointer user);

/* -- comparing ------------------------------------------------------------------------------------------------- */

/* A datum that is not the same. */
typedef struct TlumachTermDifference {
  const char *language, *term; /* what it is said of; NULL: of the concept, or of a language */
  const char *field;           /* "term", "domain", "pos", "status", … or a data category of TBX */
  const char *before, *after;  /* NULL: was not there, is not there any more */
} TlumachTermDifference;

/* A concept that is not the same, or stands on one side only (the other is NULL, and so are the differences). */
typedef struct TlumachConceptChange {
  const TlumachConcept *before, *after;
  const TlumachTermDifference *differences;
  guint n;
} TlumachConceptChange;

typedef void (*TlumachConceptChangeFunc)(const TlumachConceptChange *change, gpointer user);

/* All that one version of a file says of one concept; the version itself is not kept. */
typedef struct TlumachConceptState TlumachConceptState;

/* The state of the first concept that `name` may mean (tlumach_concepts_named). `bytes` NULL: the file was not there;
 * `path` says what they may be, and is for messages. NULL with an error when they are no term base. */
TLUMACH_API TlumachConceptState *tlumach_concept_state_read(const char *path, GBytes *bytes, const char *name,
                                                            const char *source, const char *target, GError **error);
TLUMACH_API void tlumach_concept_state_free(TlumachConceptState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlumachConceptState, tlumach_concept_state_free)
/* FALSE: that version has no such concept. */
TLUMACH_API gboolean tlumach_concept_state_exists(const TlumachConceptState *state);
/* Are they not the same? If so, calls `found` (may be NULL) with the differences; the change has no concepts, and of a
 * concept that came or went every datum is a difference. */
TLUMACH_API gboolean tlumach_concept_state_diff(const TlumachConceptState *before, const TlumachConceptState *after,
                                                TlumachConceptChangeFunc found, gpointer user);

/* -- changing -------------------------------------------------------------------------------------------------- */

/* A file of terms open to be changed. Every byte that a change does not need stays as it is. What is new looks like its
 * neighbours. */
typedef struct TlumachTermFile TlumachTermFile;

/* Locks (waiting up to `wait` seconds) and reads it. "-" is standard input, and cannot be saved, only written out. TBX
 * only. */
TLUMACH_API TlumachTermFile *tlumach_term_file_open(const char *path, guint wait, GError **error);
TLUMACH_API void tlumach_term_file_free(TlumachTermFile *file); /* gives the lock back */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlumachTermFile, tlumach_term_file_free)
/* What the file has on the disk: concepts and terms of it name what is to be changed. */
TLUMACH_API const TlumachTermbase *tlumach_term_file_base(const TlumachTermFile *file);
/* Where the entry of a concept of it begins; columns are characters. */
TLUMACH_API void tlumach_term_file_locate(const TlumachTermFile *file, const TlumachConcept *concept, size_t *line,
                                          size_t *column);
/* From here on each change is recorded in its entry (transacGrp): who, and the date (2026-11-24). */
TLUMACH_API void tlumach_term_file_sign(TlumachTermFile *file, const char *who, const char *date);

typedef enum TlumachTermField {
  TLUMACH_FIELD_DOMAIN, /* of concepts … */
  TLUMACH_FIELD_DEFINITION,
  TLUMACH_FIELD_NOTE, /* … of concepts and of terms … */
  TLUMACH_FIELD_TEXT, /* … and of terms only */
  TLUMACH_FIELD_POS,
  TLUMACH_FIELD_TYPE,
  TLUMACH_FIELD_STATUS,
  TLUMACH_FIELD_WORDS
} TlumachTermField;

/* Appends an entry. Its id, else one like those that the file has, is returned (owned by the file); NULL with an error:
 * a term that is empty, an id that another has or that is no name in XML. */
TLUMACH_API const char *tlumach_term_file_add(TlumachTermFile *file, const TlumachConcept *concept, GError **error);
TLUMACH_API gboolean tlumach_term_file_remove(TlumachTermFile *file, const TlumachConcept *concept, GError **error);
/* What a person gives as a value, as the file has it: a part of speech or a type of its dialect's pick list ("noun" for
 * "n."), what is said of the words of a term whose text is `text`. NULL: the error says what there is. Owned by the
 * file or `value` itself. */
TLUMACH_API const char *tlumach_term_file_value(TlumachTermFile *file, TlumachTermField field, const char *value,
                                                const char *text, GError **error);
/* Sets a field of `term`, or of the concept when it is NULL; "" takes it away. What the file says of a concept in one
 * of its languages stays there. */
TLUMACH_API gboolean tlumach_term_file_set(TlumachTermFile *file, const TlumachConcept *concept,
                                           const TlumachTerm *term, TlumachTermField field, const char *value,
                                           GError **error);
/* The definition or the note that the file has of the concept in one of its languages. */
TLUMACH_API gboolean tlumach_term_file_set_in(TlumachTermFile *file, const TlumachConcept *concept,
                                              const char *language, TlumachTermField field, const char *value,
                                              GError **error);
/* What a person should look at after what was set: a source beside another definition than it had. NULL: nothing. */
TLUMACH_API const char *tlumach_term_file_remark(TlumachTermFile *file, const TlumachConcept *concept);
/* Fails when the concept has it in this language already, and when it is empty. */
TLUMACH_API gboolean tlumach_term_file_add_term(TlumachTermFile *file, const TlumachConcept *concept,
                                                const TlumachTerm *term, GError **error);
TLUMACH_API gboolean tlumach_term_file_remove_term(TlumachTermFile *file, const TlumachConcept *concept,
                                                   const TlumachTerm *term, GError **error);

/* What became of a datum of the other term base. */
typedef enum TlumachMerged {
  TLUMACH_MERGED_CONCEPT,  /* a new concept */
  TLUMACH_MERGED_TERM,     /* a new term of a concept that both have */
  TLUMACH_MERGED_FIELD,    /* a field that was empty */
  TLUMACH_MERGED_CONFLICT, /* both have one: the file's own stays, or the other took its place */
  TLUMACH_MERGED_LEFT      /* it was left out: a datum of a term that both have, of a kind that is not merged */
} TlumachMerged;

typedef struct TlumachMergeNote {
  TlumachMerged what;
  const char *id;                   /* of the concept in the file */
  const TlumachConcept *other;      /* in the other base */
  TlumachTermDifference difference; /* before: the file's own, after: the other's; fields NULL for a concept */
} TlumachMergeNote;
typedef void (*TlumachMergeFunc)(const TlumachMergeNote *note, gpointer user);
TLUMACH_API const char *tlumach_merged_name(TlumachMerged what); /* "concept", "term", "field", "conflict", "left" */

/* Two versions of a file do not agree about a datum. */
typedef struct TlumachMergeConflict {
  const char *concept, *language, *term; /* where; NULL: not in one concept, language, term */
  const char *field;                     /* "status", "note", …; "concept", "term"; "header" of the file */
  const char *before, *ours, *theirs;    /* NULL: is not there */
  gboolean settled; /* it is no conflict any more: theirs, another concept with the id of ours, got the id `theirs` */
} TlumachMergeConflict;
typedef void (*TlumachMergeConflictFunc)(const TlumachMergeConflict *conflict, gpointer user);

/* Takes the marks of a merge's conflicts out of a concept; `*n`: how many there were. */
TLUMACH_API gboolean tlumach_term_file_settle(TlumachTermFile *file, const TlumachConcept *concept, guint *n,
                                              GError **error);

/* The file with all changes so far, which are dated now. */
TLUMACH_API GBytes *tlumach_term_file_bytes(const TlumachTermFile *file, GError **error);
/* The changes as a reader of diffs has them: "-" and "+" before whole lines, with their numbers. Free with g_free. */
TLUMACH_API char *tlumach_term_file_changes(const TlumachTermFile *file, GError **error);
/* Puts the new file in the place of the old one, read back before; the old one stays as NAME~ if `backup`. Without a
 * change nothing is written. Refused when somebody without our lock wrote it meanwhile. */
TLUMACH_API gboolean tlumach_term_file_save(TlumachTermFile *file, gboolean backup, GError **error);

#endif
