/* Looking words up in a frozen lexicon. Immutable; threads and processes share the mapped file. */
#ifndef TL_LANG_FROZEN_H
#define TL_LANG_FROZEN_H

#include "lang/frozen/format.h"
#include "lang/reading.h"
#include "tlumach/base.h"

typedef struct TlFrozen TlFrozen;

/* Checks all of `data` (kept by reference): header, checksum, every offset, index and arc. `identity` as in tl_freeze:
 * another one is refused. NULL when it is not to be used, with the reason in `error`. */
TlFrozen *tl_frozen_open(GBytes *data, const char *identity, GError **error);
void tl_frozen_free(TlFrozen *frozen);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlFrozen, tl_frozen_free)

gboolean tl_frozen_complete(const TlFrozen *frozen);
guint32 tl_frozen_forms(const TlFrozen *frozen);
/* Some form, known or not, is left to live Hunspell. */
gboolean tl_frozen_asks(const TlFrozen *frozen);

typedef enum TlKnown { TL_UNKNOWN, TL_ASK, TL_KNOWN } TlKnown; /* by how much is known */

/* Does this very form stand in the lexicon? */
TlKnown tl_frozen_knows(const TlFrozen *frozen, const char *word, size_t length);
/* The same of many words, which is faster than one after another. */
typedef struct TlFrozenWord {
  const char *text;
  size_t length;
  gboolean or_small; /* capitalised: it is as good when the dictionary has it with a small first letter */
  TlKnown known;
} TlFrozenWord;
void tl_frozen_know(const TlFrozen *frozen, TlFrozenWord *words, guint n);
/* Its readings, appended to `readings`. */
TlKnown tl_frozen_readings(const TlFrozen *frozen, const char *word, size_t length, TlReadings *readings);
/* The flags of a paradigm (guint32 each). */
const guint32 *tl_frozen_paradigm(const TlFrozen *frozen, guint paradigm, guint *n);
/* The rules, for those who inflect (inflect.c) and for grammar. Rule 0 is unused. */
const TlFrozenRule *tl_frozen_rules(const TlFrozen *frozen, guint *n);
const char *tl_frozen_string(const TlFrozen *frozen, guint32 offset);
/* Endings of exactly `letters` letters of `word` in that capitalisation, most frequent paradigm first; NULL when there
 * are none. */
const TlFrozenEnding *tl_frozen_endings(const TlFrozen *frozen, const char *word, size_t length, guint letters,
                                        gboolean capitalised, guint *n);
/* BREAK patterns and ICONV pairs: offsets of strings. */
const guint32 *tl_frozen_breaks(const TlFrozen *frozen, guint *n);
const guint32 *tl_frozen_iconv(const TlFrozen *frozen, guint *n);
/* Does some ICONV pair apply to what begins with this byte? */
gboolean tl_frozen_converts(const TlFrozen *frozen, char first);

/* Is a word with this set (the target of an arc with label 0) an entry of the dictionary? */
gboolean tl_frozen_has_entry(const TlFrozen *frozen, guint32 set);

/* The automaton itself, for searches over it (suggest.c). */
guint32 tl_frozen_root(const TlFrozen *frozen);
const guint32 *tl_frozen_arcs(const TlFrozen *frozen);
guint32 tl_frozen_letter(const TlFrozen *frozen, guint code); /* code point */
guint tl_frozen_code(const TlFrozen *frozen, guint32 letter); /* 0: not in the alphabet */

#endif
