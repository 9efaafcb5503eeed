/* Concepts, terms, term bases, and where they occur in a text. */
#ifndef TLUMACH_TERMS_H
#define TLUMACH_TERMS_H

#include "tlumach/base.h"

/* ISO 30042: administrative status, as TBX-Basic names it. */
typedef enum TlumachStatus {
  TLUMACH_STATUS_NONE,
  TLUMACH_STATUS_PREFERRED,
  TLUMACH_STATUS_ADMITTED,
  TLUMACH_STATUS_DEPRECATED,
  TLUMACH_STATUS_SUPERSEDED,
  TLUMACH_STATUS_PROPOSED
} TlumachStatus;

typedef struct TlumachConcept TlumachConcept;
typedef struct TlumachTermbase TlumachTermbase;

/* One designation of a concept in one language. Strings are owned by the term base and may be NULL but for
 * `text` and `language`. */
typedef struct TlumachTerm {
  const char *text;     /* as the file has it, white space collapsed */
  const char *language; /* BCP 47 tag, as the file has it; "" where it has none, which no language meets */
  const char *id;
  const char *pos;   /* TBX partOfSpeech: noun, verb, adjective, properNoun, … */
  const char *type;  /* TBX termType: fullForm, acronym, abbreviation, shortForm, variant, … */
  const char *note;  /* usage note */
  const char *words; /* how its words behave, as the entry says it: <xtlumach:words> or termNote x-words, else NULL */
  const TlumachConcept *concept;
  TlumachStatus status;
} TlumachTerm;

struct TlumachConcept {
  const char *id;
  const char *subject;
  const char *definition;
  const char *note;
  const TlumachTermbase *base; /* NULL: the concept is a session's */
  TlumachTerm *terms;          /* in file order */
  guint n_terms;
  size_t line; /* where the entry begins in the file, from 1 */
  TlumachSpan
      file_span; /* its bytes in the file (in its UTF-8 form where it has another charset): the element or row */
};

typedef enum TlumachMatch {
  TLUMACH_MATCH_EXACT,     /* the citation form itself, case aside */
  TLUMACH_MATCH_INFLECTED, /* another form of it, by the dictionary */
  TLUMACH_MATCH_VARIANT,   /* apostrophes, stress, look-alike letters, hyphen or space */
  TLUMACH_MATCH_GUESSED    /* inflected by analogy: the dictionary does not know the word */
} TlumachMatch;

/* One place where a term stands. */
typedef struct TlumachHit {
  TlumachSpan span; /* bytes of the document's text */
  const TlumachTerm *term;
  TlumachMatch match;
  guint number; /* of the term, among those that the session looks for: from 0, below their count */
} TlumachHit;

TLUMACH_API const char *tlumach_status_name(TlumachStatus status); /* "preferred", …; NULL for none */
TLUMACH_API const char *tlumach_match_name(TlumachMatch match);

#endif
