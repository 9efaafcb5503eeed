/* How a reader of a bilingual file hands over its pairs, and the table of readers.
 *
 * A pair is a draft until it is closed: its sides may come in any order and in pieces. To add a format:
 * bilingual_NAME.c with a reader, its struct declared here and put into the table of bitext.c.
 */
#ifndef TL_BITEXT_BITEXT_H
#define TL_BITEXT_BITEXT_H

#include "base/charset.h"
#include "tlumach/pairs.h"

#define TL_SEGMENT_MAX (1u << 20) /* bytes of one side; a longer one is refused */

typedef struct TlBitextMaker TlBitextMaker;

typedef struct TlBitextFormat {
  const char *name;
  const char *endings; /* of file names, separated by spaces */
  gboolean xml;
  gboolean (*recognise)(const char *text, size_t length); /* content that came without a name */
  gboolean (*read)(TlBitextMaker *maker, GError **error);
} TlBitextFormat;

extern const TlBitextFormat tl_bitext_tmx, tl_bitext_xliff, tl_bitext_tsv, tl_bitext_po;

/* The decoded file; spans are bytes of it. */
const char *tl_maker_text(const TlBitextMaker *maker, size_t *length);
const char *tl_maker_name(const TlBitextMaker *maker);
const char *tl_maker_language(const TlBitextMaker *maker, TlumachSide side);

/* A bitext of documents that are there already, which it takes over; `pairs` (TlumachPair, without strings of their
 * own), too. */
TlumachBitext *tl_bitext_of(TlumachDocument *source, TlumachDocument *target, GArray *pairs);

/* -- for those who write the file back -- */

/* Where a side of a pair begins in the decoded file; where the other one does when it is not there. The pair must be of
 * a bitext that was read from a file. */
size_t tl_bitext_place(const TlumachBitext *bitext, const TlumachPair *pair, TlumachSide side);
/* The file decoded, as its spans are counted. */
TlDecoded *tl_bitext_decode(const TlumachBitext *bitext, GError **error);

/* What is known is written into PO as extracted comments: "#. tlumach: term: …"; does such a line begin here? It is no
 * note of a person's. */
#define TL_PO_OURS "#. tlumach: "
gboolean tl_bitext_po_is_ours(const char *text, size_t length);

/* A pair that is being read. */
typedef struct TlDraft TlDraft;
TlDraft *tl_draft_new(TlBitextMaker *maker, const char *id); /* the maker's; lives until tl_maker_close_all */
void tl_draft_copy(TlDraft *draft, TlumachSide side, TlumachSpan span);
void tl_draft_replace(TlDraft *draft, TlumachSide side, TlumachSpan span, const char *text, size_t length);
void tl_draft_tag(TlDraft *draft, TlumachSide side, const char *name, const char *id);
void tl_draft_note(TlDraft *draft, const char *note);
void tl_draft_flag(TlDraft *draft, guint flag);
/* The side stands in the file, at `at`, maybe with nothing in it. */
void tl_draft_present(TlDraft *draft, TlumachSide side, size_t at);
gboolean tl_draft_has(const TlDraft *draft, TlumachSide side);
void tl_draft_drop_side(TlDraft *draft, TlumachSide side);
guint tl_maker_n_open(const TlBitextMaker *maker);
TlDraft *tl_maker_open(const TlBitextMaker *maker, guint i);
const char *tl_draft_id(const TlDraft *draft);
/* Makes pairs of the open drafts, in order. A draft without a source is left out; one with an empty source and
 * something against it is told as skipped. */
gboolean tl_maker_close_all(TlBitextMaker *maker, GError **error);
/* Instead: nothing becomes of the open drafts. */
void tl_maker_drop_all(TlBitextMaker *maker);
/* Tells that what stands at byte `at` of the file is left out. */
void tl_maker_skip(TlBitextMaker *maker, size_t at, const char *format, ...) G_GNUC_PRINTF(3, 4);

#endif
