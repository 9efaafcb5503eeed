/* A session: the dictionaries, term bases and rules of one language pair, opened once and then only read.
 *
 *     TlumachSessionOptions options = TLUMACH_SESSION_OPTIONS_INIT;
 *     options.glossaries = (const char *[]){"diplomacy.tbx", NULL};
 *     g_autoptr(TlumachSession) session = tlumach_session_new(&options, &error);
 *     g_autoptr(TlumachDocument) document = tlumach_document_open("article.uk.txt", NULL, &error);
 *     tlumach_find(session, document, TLUMACH_OVERLAPS_LONGEST, print_hit, NULL);
 *
 * All functions may be called from several threads with one session, each with documents of its own.
 */
#ifndef TLUMACH_SESSION_H
#define TLUMACH_SESSION_H

#include "tlumach/document.h"
#include "tlumach/pairs.h"
#include "tlumach/report.h"
#include "tlumach/termbase.h"

typedef struct TlumachSession TlumachSession;

typedef struct TlumachSessionOptions {
  const char *source, *target;         /* "uk", "en" */
  const char *const *glossaries;       /* paths of term bases, NULL-terminated, first in priority first; NULL: none */
  const char *const *usual_glossaries; /* of the same kind, behind them: only people and places of these count, where
                                          names are looked for; NULL: none */
  const char *dictionary;              /* of the source language; NULL: the usual one (uk_UA for uk) */
  const char *target_dictionary;       /* NULL: the usual one; opened when first needed */
  const char *data;                    /* folder with segmentation.srx and the word lists; NULL: go without */
  const char *segmentation;            /* another SRX file; NULL: that of `data` */
  guint jobs;                          /* threads for one long text; 0: 1. Results are the same for any number */
  const char *const
      *personal; /* files of a person's or a project's own words (tlumach/personal.h), NULL-terminated; NULL: none */
  const char *cache;        /* folder of our caches; NULL: none is read or written */
  gboolean any_language;    /* a source language without a dictionary is no error: its words are known by their spelling
                               alone */
  gboolean any_orthography; /* spellings that the orthography in force has done away with are right, too */
} TlumachSessionOptions;
#define TLUMACH_SESSION_OPTIONS_INIT                                                                                   \
  { .source = "uk", .target = "en" }

TLUMACH_API TlumachSession *tlumach_session_new(const TlumachSessionOptions *options, GError **error);
TLUMACH_API void tlumach_session_free(TlumachSession *session);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlumachSession, tlumach_session_free)

/* What was odd in the files that were opened, "file:line: what"; owned by the session. */
TLUMACH_API const GPtrArray *tlumach_session_warnings(const TlumachSession *session);
/* What went wrong with a live dictionary since, or NULL. */
TLUMACH_API const char *tlumach_session_trouble(const TlumachSession *session);
/* Builds the frozen lexicon of a dictionary, with the additions of the folder `data` (may be NULL), into `cache`: its
 * path (free with g_free), or NULL. A session makes what is not there by itself. */
TLUMACH_API char *tlumach_lexicon_build(const char *dictionary, const char *data, const char *cache, GError **error);
/* How many forms the lexicon of a dictionary has, in one line; NULL: there is no such dictionary. Free with g_free. */
TLUMACH_API char *tlumach_lexicon_stats(const char *dictionary, const char *data, const char *cache, GError **error);
/* The dictionary that is usual for a language, "uk_UA" for "uk"; NULL: none is known. */
TLUMACH_API const char *tlumach_usual_dictionary(const char *language);
/* Where a dictionary is: a path to which ".aff" and ".dic" belong. NULL: it is not there. Free with g_free. */
TLUMACH_API char *tlumach_dictionary_find(const char *name, GError **error);
/* The dictionaries of this machine, such paths by their names; of two with one name the first to be found. Free with
 * g_strfreev. */
TLUMACH_API char **tlumach_dictionaries(void);

/* Documents worked on in parts by as many threads as the session has `jobs`, the caller's among them. */
typedef struct TlumachPartWork {
  gpointer (*begin)(gpointer user); /* what one thread works with */
  /* On any thread, the blocks [first, end) of a document; `document` is a view for this thread, there until `done`. */
  gpointer (*work)(gpointer worker, TlumachDocument *document, guint first, guint end, gpointer user);
  /* Takes what `work` gave, part after part in text order. FALSE: enough, what nobody works on yet is left; what others
   * were at work on still comes, to be freed. */
  gboolean (*done)(gpointer result, gpointer user);
  void (*end)(gpointer worker, gpointer user);
} TlumachPartWork;
/* The next of several documents, the callee's from then on; NULL: there is none, or, with an error, it cannot be had.
 */
typedef TlumachDocument *(*TlumachNextDocument)(gpointer from, GError **error);
/* All but `work` and `next` is called on the caller's thread. `next` is called by one at a time, while others work on
 * what it gave before. FALSE: it failed, maybe behind what was enough; what came before is done. */
TLUMACH_API gboolean tlumach_each_part_of(const TlumachSession *session, TlumachNextDocument next, gpointer from,
                                          const TlumachPartWork *how, gpointer user, GError **error);
/* The same for one document. */
TLUMACH_API void tlumach_each_part(const TlumachSession *session, const TlumachDocument *document,
                                   const TlumachPartWork *how, gpointer user);

/* -- stages of a text ------------------------------------------------------------------------------------------ */

/* Segments (TlumachSegment) of a document in text order. Free with g_array_unref. */
TLUMACH_API GArray *tlumach_segment(const TlumachSession *session, const TlumachDocument *document, GError **error);

/* A place where a segmentation rule spoke. */
typedef struct TlumachBreak {
  size_t offset; /* in the text */
  gboolean breaks;
  const char *rule;    /* "before | after" */
  const char *comment; /* what the rules file says of it, or NULL */
  size_t line;         /* of the rule in its file */
} TlumachBreak;
/* The same with every place where a rule spoke (TlumachBreak). */
TLUMACH_API GArray *tlumach_segment_why(const TlumachSession *session, const TlumachDocument *document, GError **error);

typedef enum TlumachOverlaps { TLUMACH_OVERLAPS_LONGEST, TLUMACH_OVERLAPS_ALL } TlumachOverlaps;
typedef void (*TlumachHitFunc)(const TlumachHit *hit, gpointer user);
/* Calls `found` for each term occurrence, in text order. */
TLUMACH_API void tlumach_find(const TlumachSession *session, const TlumachDocument *document, TlumachOverlaps overlaps,
                              TlumachHitFunc found, gpointer user);
/* The same for one thread and some blocks of a document, [first, end): what it works out for a word it remembers. No
 * term crosses the end of a block. To be freed before the session. */
typedef struct TlumachFinder TlumachFinder;
TLUMACH_API TlumachFinder *tlumach_finder_new(const TlumachSession *session, TlumachOverlaps overlaps);
TLUMACH_API void tlumach_finder_free(TlumachFinder *finder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlumachFinder, tlumach_finder_free)
TLUMACH_API void tlumach_finder_find(TlumachFinder *finder, const TlumachDocument *document, guint first, guint end,
                                     TlumachHitFunc found, gpointer user);
TLUMACH_API guint64 tlumach_finder_count(TlumachFinder *finder, const TlumachDocument *document, guint first,
                                         guint end);
/* How the words of a hit meet the term's, in one clause; best asked while it is being told. Valid until the next call.
 */
TLUMACH_API const char *tlumach_finder_explain(TlumachFinder *finder, const TlumachDocument *document,
                                               const TlumachHit *hit);
/* The same of a single hit. Free with g_free. */
TLUMACH_API char *tlumach_why(const TlumachSession *session, const TlumachDocument *document, const TlumachHit *hit);
/* Why `term` (a source term of the session's term bases) is not found in the document: one line a near miss, or what it
 * would have needed. NULL with an error when no term base has it. Free with g_free. */
TLUMACH_API char *tlumach_why_not(const TlumachSession *session, const TlumachDocument *document, const char *term,
                                  GError **error);
/* The words of a term and how each behaves in a text: "рада (inflects: рада), безпеки (frozen)". Free with g_free. */
TLUMACH_API char *tlumach_term_words(const TlumachSession *session, const TlumachTerm *term);
/* The file of a concept of the session's term bases, as it was named when the session was opened; owned by the session.
 */
TLUMACH_API const char *tlumach_origin(const TlumachSession *session, const TlumachConcept *concept);
/* Are there concepts, and none that has a term in the session's target language? */
TLUMACH_API gboolean tlumach_lacks_target(const TlumachSession *session);
/* Equivalents of a term in the session's target language, best first, those of its own kind (an acronym's acronyms)
 * before the others: const TlumachTerm *. Free with g_ptr_array_unref. */
TLUMACH_API GPtrArray *tlumach_equivalents(const TlumachSession *session, const TlumachTerm *term);
/* Calls `found` for each fault of these term bases (paths, NULL-terminated), file by file, in the order of places.
 * `session` NULL: rules about words are left out. FALSE when a file cannot be opened, or an id in the options is
 * unknown; one that is not well-formed is a finding. */
TLUMACH_API gboolean tlumach_term_lint(const TlumachSession *session, const char *const *paths,
                                       const TlumachLintOptions *options, TlumachLintFunc found, gpointer user,
                                       GError **error);
/* Calls `found` for each concept that is not the same in two term bases (paths): what went or changed, in the order of
 * the old one, then what came. Concepts are the same by id, by terms, and with a session by the lemmas of terms.
 * Versions and styles of TBX make no difference. */
TLUMACH_API gboolean tlumach_term_diff(const TlumachSession *session, const char *before, const char *after,
                                       const char *source, const char *target, TlumachConceptChangeFunc found,
                                       gpointer user, GError **error);
/* Brings what another term base (a path) has into an open file: concepts that it lacks, with all data of TBX, and terms
 * and fields of those that both have. The same are those with a common source term and a common equivalent, or with a
 * session, the same lemmas. Where both say something, the file's own stays, unless `theirs`. Calls `told` for each. */
TLUMACH_API gboolean tlumach_term_merge(const TlumachSession *session, TlumachTermFile *file, const char *other,
                                        const char *source, const char *target, gboolean theirs, TlumachMergeFunc told,
                                        gpointer user, GError **error);
/* Merges two versions of a TBX file (paths) that come from `base`, as git has them: what one side changed is taken,
 * byte for byte where the other left an entry alone; what both changed otherwise stays as ours has it, with what theirs
 * have in a processing instruction <?tlumach-conflict?> before it. `name` is what messages call the file. Calls `told`
 * for each conflict. The merged bytes, free with g_bytes_unref. */
TLUMACH_API GBytes *tlumach_term_merge3(const TlumachSession *session, const char *base, const char *ours,
                                        const char *theirs, const char *name, const char *source, const char *target,
                                        TlumachMergeConflictFunc told, gpointer user, GError **error);
/* Equivalents of a concept in the session's target language, best first: const TlumachTerm *. Free with
 * g_ptr_array_unref. */
TLUMACH_API GPtrArray *tlumach_targets(const TlumachSession *session, const TlumachConcept *concept);

typedef void (*TlumachWordFunc)(TlumachSpan span, gpointer user);
/* Calls `found` for each misspelt word of the document: unknown to the dictionary and to the term bases and not built
 * from words that are known, or an old spelling (any_orthography). */
TLUMACH_API void tlumach_spell(const TlumachSession *session, const TlumachDocument *document, TlumachWordFunc found,
                               gpointer user);
/* The words outside the terms (`hits`, in text order) that the dictionary lacks, sorted as `prepare` sorts them: first
 * the names, then what is misspelt, each in text order. A name is good until the call returns. */
typedef void (*TlumachNameFunc)(const TlumachName *name, gpointer user);
TLUMACH_API void tlumach_unknown(const TlumachSession *session, const TlumachDocument *document, const TlumachHit *hits,
                                 guint n_hits, TlumachNameFunc named, TlumachWordFunc misspelt, gpointer user);
/* The same for one thread and some blocks of a document. */
typedef struct TlumachSpeller TlumachSpeller;
TLUMACH_API TlumachSpeller *tlumach_speller_new(const TlumachSession *session);
TLUMACH_API void tlumach_speller_free(TlumachSpeller *speller);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlumachSpeller, tlumach_speller_free)
TLUMACH_API void tlumach_speller_spell(TlumachSpeller *speller, const TlumachDocument *document, guint first, guint end,
                                       TlumachWordFunc found, gpointer user);
typedef enum TlumachVerdict {
  TLUMACH_WORD_RIGHT,
  TLUMACH_WORD_PASSED, /* not for the speller: digits, another script, too long */
  TLUMACH_WORD_WRONG
} TlumachVerdict;
typedef void (*TlumachVerdictFunc)(TlumachSpan span, TlumachVerdict verdict, gpointer user);
/* The same with every word that has letters, right ones too. */
TLUMACH_API void tlumach_judge(const TlumachSession *session, const TlumachDocument *document,
                               TlumachVerdictFunc judged, gpointer user);
/* Is one word spelled right? `length` -1: NUL-terminated. */
TLUMACH_API gboolean tlumach_spell_word(const TlumachSession *session, const char *word, gssize length);
/* Suggestions for a misspelt word, best first, at most `most`; NULL-terminated, never NULL. Free with g_strfreev. */
TLUMACH_API char **tlumach_suggest(const TlumachSession *session, const char *word, guint most);

/* One reading of a word. Strings are owned by the array. */
typedef struct TlumachLemma {
  char *lemma;
  char *why;        /* in words */
  gboolean guessed; /* by analogy: the dictionary does not know the word */
} TlumachLemma;
/* Readings of a word, likeliest first; empty when nothing can be said. Free with g_array_unref. */
TLUMACH_API GArray *tlumach_lemma(const TlumachSession *session, const char *word);
/* Words of a document, as the scanner sees them. */
TLUMACH_API void tlumach_words(const TlumachDocument *document, TlumachWordFunc found, gpointer user);

/* Appends `length` bytes of Ukrainian text, romanised by the table of 2010. */
TLUMACH_API void tlumach_romanize(const char *text, gsize length, GString *out);
/* The same of a whole file, as UTF-8: of what is marked up, only what is text for a reader. */
TLUMACH_API void tlumach_romanize_document(const TlumachDocument *document, GString *out);

/* -- the main job ---------------------------------------------------------------------------------------------- */

/* All that is known of each segment of the documents, which must outlive the report. */
TLUMACH_API TlumachReport *tlumach_prepare(const TlumachSession *session, TlumachDocument *const *documents, guint n,
                                           GError **error);
/* The same where some of the texts have a translation: units of a bitext are its pairs, with what is translated. Those
 * that are not to be translated (TLUMACH_PAIR_LOCKED) are left out. */
typedef struct TlumachPrepareInput {
  TlumachDocument *document;   /* NULL: the source of `bitext` */
  const TlumachBitext *bitext; /* NULL: a text alone */
} TlumachPrepareInput;
TLUMACH_API TlumachReport *tlumach_prepare_inputs(const TlumachSession *session, const TlumachPrepareInput *inputs,
                                                  guint n, GError **error);
/* Puts translations of a bilingual file into the units that have the same source text, white space aside, and no
 * translation yet: work goes on where it was left. Returns for how many it has one. */
TLUMACH_API guint tlumach_report_fill(TlumachReport *report, const TlumachBitext *bitext);
TLUMACH_API void tlumach_report_free(TlumachReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlumachReport, tlumach_report_free)
/* Writes a report as "html", "tmx", … (tlumach_report_formats), appended to `out`. */
TLUMACH_API gboolean tlumach_report_write(const TlumachReport *report, const char *format, GString *out,
                                          GError **error);
/* Names of the formats with a line about each, by turns; NULL-terminated. */
TLUMACH_API const char *const *tlumach_report_formats(void);
/* The format that a file name's ending asks for, or NULL. */
TLUMACH_API const char *tlumach_report_format_of(const char *path);

#endif
