/* What is in the sections of a frozen lexicon (base/sections.h). Written by freeze.c, read by frozen.c.
 *
 * The automaton is a minimal acyclic one over letter codes (automaton.h). A state is a run of arcs; an arc is label (8
 * bits) | last of its state (1) | target (23). Label 0 ends a word: its target is no state but the number of an
 * annotation set. A set is a run of elements, one a reading:
 *
 * - `0x8000 | p`: the word is an entry of the dictionary with paradigm (flag set) p
 *
 * - `t`: a form made by transform t (a suffix rule, a prefix rule, or both)
 *
 * - `0x7FFF`: the expansion is no proof: ask live Hunspell
 *
 * An ending says which paradigms the dictionary's entries with that ending have: words that it does not know inflect
 * like them.
 */
#ifndef TL_LANG_FROZEN_FORMAT_H
#define TL_LANG_FROZEN_FORMAT_H

#include <glib.h>

#define TL_FROZEN_MAGIC 0x315A4654u /* "TFZ1" */
#define TL_FROZEN_VERSION 3u

#define TL_ARC_LABEL(arc) ((arc) >> 24)
#define TL_ARC_LAST 0x00800000u
#define TL_ARC_TARGET(arc) ((arc)&0x007FFFFFu)
#define TL_ARC_TARGET_MAX 0x007FFFFFu

#define TL_ELEMENT_ENTRY 0x8000u
#define TL_ELEMENT_ASK 0x7FFFu

enum { TL_FROZEN_COMPLETE = 1 }; /* TlFrozenHead.flags: a miss is final */

enum {
  TL_SECTION_HEAD,       /* TlFrozenHead, one */
  TL_SECTION_ALPHABET,   /* guint32 code point of codes 1, 2, … */
  TL_SECTION_ARCS,       /* guint32 */
  TL_SECTION_SETS,       /* guint32: index of a set's first element; one more at the end */
  TL_SECTION_ELEMENTS,   /* guint16 */
  TL_SECTION_TRANSFORMS, /* TlFrozenTransform */
  TL_SECTION_RULES,      /* TlFrozenRule */
  TL_SECTION_PARADIGMS,  /* guint32: index of its first flag; one more at the end */
  TL_SECTION_FLAGS,      /* guint32 */
  TL_SECTION_ENDINGS,    /* TlFrozenEnding, sorted by key */
  TL_SECTION_STRINGS,    /* char, NUL-terminated strings; offset 0 is the empty one */
  TL_SECTION_BREAKS,     /* guint32 offsets of strings: BREAK patterns */
  TL_SECTION_ICONV,      /* guint32 offsets of strings: from, to by turns */
  TL_SECTION_COUNT
};

typedef struct TlFrozenHead {
  guint32 flags;
  guint32 root;  /* index of the root state's first arc */
  guint32 forms; /* how many forms it knows, for people */
} TlFrozenHead;

/* Rules by index; 0: none. Either side may be missing, not both. */
typedef struct TlFrozenTransform {
  guint16 prefix, suffix;
} TlFrozenTransform;

/* Rule 0 is unused. */
typedef struct TlFrozenRule {
  guint32 flag;
  guint32 strip, add, condition; /* offsets of strings */
  guint32 prefix;                /* 1: a prefix rule */
} TlFrozenRule;

/* `key`: up to 5 letter codes, last letter lowest, then in the top byte 1 for capitalised entries; `paradigm` the most
 * frequent one of such entries. */
typedef struct TlFrozenEnding {
  guint64 key;
  guint32 count;
  guint16 paradigm, share; /* share of the entries, per mille */
} TlFrozenEnding;

#define TL_ENDING_MAX 5

#endif
