/* How a reader fills a term base. For the readers of this folder only. */
#ifndef TL_TERMS_TERMBASE_BUILD_H
#define TL_TERMS_TERMBASE_BUILD_H

#include "base/arena.h"
#include "base/position.h"
#include "terms/termbase.h"

typedef struct TlPlace {
  size_t line, column;    /* column 0: not known */
  TlPositions *positions; /* NULL; else the place is `offset` of this text, and is counted when it is told */
  size_t offset;
} TlPlace;

TlumachTermbase *tl_termbase_new(const char *path);

void tl_termbase_warn(TlumachTermbase *base, TlPlace place, const char *format, ...) G_GNUC_PRINTF(3, 4);
/* The same, but each message only once in a file. */
void tl_termbase_warn_once(TlumachTermbase *base, TlPlace place, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* White space of XML at both ends away, runs of it inside to one space, in place. The new length. */
size_t tl_collapse_space(char *text, size_t length);

/* Strings of the base, from text that need not be NUL-terminated; NULL when there is nothing in it. */
const char *tl_termbase_string(TlumachTermbase *base, const char *text, size_t length);
const char *tl_termbase_intern(TlumachTermbase *base, const char *text, size_t length);
/* A language tag, never NULL. Warns of a bad tag when it is met first. */
const char *tl_termbase_language(TlumachTermbase *base, const char *tag, TlPlace place);
/* The text of a term, collapsed already; NULL after a warning when it cannot be one: empty, too long. */
const char *tl_termbase_term(TlumachTermbase *base, const char *text, size_t length, TlPlace place);

/* Takes copies of both structs and of the id; the other strings must be the base's. Warns when another concept has the
 * same id, and when there are no terms. */
void tl_termbase_add(TlumachTermbase *base, const TlumachConcept *concept, const TlumachTerm *terms, guint n_terms);
guint tl_termbase_n_added(const TlumachTermbase *base);
/* Sets what points from terms and concepts upwards; nothing can be added any more. */
void tl_termbase_finish(TlumachTermbase *base);

#endif
