/* A text and its translation in pairs of segments: read from TMX, XLIFF, PO or a table.
 *
 * Both sides are documents (tlumach/document.h), so each stage of a text works on either, and every place leads back to
 * the bytes of its file. Where both sides stand in one file, the documents are two views of it. Spans of a pair are
 * bytes of the text of its side, white space at the ends left out; an empty one: nothing is there.
 */
#ifndef TLUMACH_PAIRS_H
#define TLUMACH_PAIRS_H

#include "tlumach/document.h"

typedef enum TlumachSide { TLUMACH_SOURCE, TLUMACH_TARGET } TlumachSide;

enum {
  TLUMACH_PAIR_UNTRANSLATED = 1 << 0, /* the file says so, whatever stands on the target side */
  TLUMACH_PAIR_FUZZY = 1 << 1,        /* PO: to be looked at again */
  TLUMACH_PAIR_LOCKED = 1 << 2,       /* not to be translated */
  TLUMACH_PAIR_UNSURE = 1 << 3,       /* aligned, and maybe wrongly */
  TLUMACH_PAIR_SHORT = 1 << 4,        /* aligned, several sentences of which one may have been left out */
  TLUMACH_PAIR_SINGULAR = 1 << 5      /* PO: of an entry that has plurals; it need not say the number */
};

/* An inline element that stands for something of the original: <ph/>, <g>…</g>. */
typedef struct TlumachTag {
  size_t offset;    /* in the text of its side */
  const char *name; /* what its counterpart is called, too: "g 1" */
} TlumachTag;

typedef struct TlumachPair {
  const char *id;      /* as the file has it: tuid, id, msgctxt; NULL: none */
  TlumachSpan span[2]; /* by TlumachSide */
  size_t place[2];     /* where a side that is empty would stand: an offset of its text */
  const TlumachTag *tags[2];
  guint n_tags[2];
  const char *note; /* notes of the segment, a line each; NULL: none */
  guint flags;      /* TLUMACH_PAIR_… */
} TlumachPair;

typedef struct TlumachBitext {
  TlumachDocument *document[2]; /* by TlumachSide */
  const TlumachPair *pairs;     /* in the order of the file */
  guint n_pairs;
  const char *const *skipped; /* what the file has that could not be taken: "file:line:column: what, and why" */
  guint n_skipped;
  guint n_empty; /* segments whose source is empty: they are in no pair */
} TlumachBitext;

typedef struct TlumachBitextOptions {
  const char *source, *target; /* languages: "uk", "en" */
  const char *format;          /* "tmx", "xliff", "tsv", "po"; NULL: from the name's ending, then the content */
  const char *encoding;        /* NULL: as the file says, else found */
} TlumachBitextOptions;

TLUMACH_API TlumachBitext *tlumach_bitext_new(const char *name, GBytes *raw, const TlumachBitextOptions *options,
                                              GError **error);
/* The same from a path, "-" being standard input. */
TLUMACH_API TlumachBitext *tlumach_bitext_open(const char *path, const TlumachBitextOptions *options, GError **error);
/* Frees its documents, too. */
TLUMACH_API void tlumach_bitext_free(TlumachBitext *bitext);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlumachBitext, tlumach_bitext_free)

/* The text of one side of a pair: `*length` bytes, not NUL-terminated. */
TLUMACH_API const char *tlumach_pair_text(const TlumachBitext *bitext, const TlumachPair *pair, TlumachSide side,
                                          size_t *length);
/* The format ("tmx", "xliff", …) that the ending of the name promises; NULL: no bilingual one. */
TLUMACH_API const char *tlumach_bitext_format_of(const char *path);
TLUMACH_API gboolean tlumach_is_bilingual_name(const char *path);
/* Name number `i` from 0 of the formats; NULL behind the last one. */
TLUMACH_API const char *tlumach_bitext_format(guint i);

#endif
