/* Two texts side by side: which sentences of the one stand against which of the other. */
#ifndef TLUMACH_BITEXT_H
#define TLUMACH_BITEXT_H

#include "tlumach/session.h"

/* Sentences that are each other's translation: `n_source` from `source` on against `n_target` from `target` on. Either
 * number may be 0: left out, or added. Beads follow each other without gap, overlap or crossing. */
typedef struct TlumachBead {
  guint source, n_source;
  guint target, n_target;
  double score;     /* how probable it is that the bead is right, 0…1 */
  gboolean settled; /* a person said so */
} TlumachBead;

/* Two texts and their beads; the segments lie in the order of the texts. */
typedef struct TlumachAlignment {
  TlumachDocument *source, *target; /* borrowed */
  const TlumachSegment *source_segments, *target_segments;
  guint n_source, n_target;
  const TlumachBead *beads;
  guint n_beads;
} TlumachAlignment;

typedef struct TlumachAlignOptions {
  gboolean segmented;          /* each line that is not empty is a sentence */
  const char *const *lexicons; /* paths of tables of words and their translations, NULL-terminated; NULL: none */
  const char *edited;          /* path of an edit file whose pairs are taken as they are, with the segments that it has
                                  cut; NULL: the texts are aligned */
} TlumachAlignOptions;

/* Aligns two documents, which must outlive the alignment. `options` may be NULL. */
TLUMACH_API TlumachAlignment *tlumach_align(const TlumachSession *session, TlumachDocument *source,
                                            TlumachDocument *target, const TlumachAlignOptions *options,
                                            GError **error);
/* Is it worth a person's look? One that leaves a side empty is, however probable: it says that somebody made a mistake.
 * Those of an edit file are not. */
TLUMACH_API gboolean tlumach_bead_is_doubtful(const TlumachBead *bead);
/* The alignment as a text that a person can mend: a line a sentence, an empty line behind each pair. What it says is
 * read back with `edited` of the options. Appended to `out`. */
TLUMACH_API void tlumach_alignment_edit_text(const TlumachAlignment *alignment, GString *out);
/* The alignment as pairs, a bead each; takes its documents over. Those that are rather wrong than right are
 * TLUMACH_PAIR_UNSURE. */
TLUMACH_API TlumachBitext *tlumach_alignment_bitext(const TlumachAlignment *alignment);
TLUMACH_API void tlumach_alignment_free(TlumachAlignment *alignment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlumachAlignment, tlumach_alignment_free)

#endif
