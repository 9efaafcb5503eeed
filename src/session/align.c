/* Two documents to beads: segments, what is known of the words of both languages, alignment. */
#include "bitext/align/align.h"

#include <string.h>

#include "base/file.h"
#include "base/position.h"
#include "session/align_edit.h"
#include "session/session_private.h"
#include "tlumach/bitext.h"

typedef struct Aligned {
  TlumachAlignment alignment; /* first: it is the whole */
  GArray *source, *target, *beads;
} Aligned;

/* What is opened for one alignment. */
typedef struct Resources {
  TlLexicon *target_lexicon;
  TlWordLists target_lists;
  TlPairList *pairs;
} Resources;

static void resources_clear(Resources *resources) {
  tl_lexicon_free(resources->target_lexicon);
  tl_word_lists_clear(&resources->target_lists);
  tl_pair_list_free(resources->pairs);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Resources, resources_clear)

static gboolean read_pairs(TlPairList *pairs, const char *path, gboolean swapped, GError **error) {
  g_autoptr(GBytes) bytes = tl_file_read(path, 0, error);
  return bytes && tl_pair_list_read(pairs, path, bytes, swapped, error);
}

gboolean tl_session_pairs(const TlumachSession *session, TlPairList *pairs, GError **error) {
  for (int swapped = 0; session->data && swapped < 2; swapped++) {
    g_autofree char *name = g_strdup_printf("pairs-%.2s-%.2s.tsv", swapped ? session->target : session->source,
                                            swapped ? session->source : session->target);
    g_autofree char *path = g_build_filename(session->data, name, NULL);
    if (g_file_test(path, G_FILE_TEST_EXISTS) && !read_pairs(pairs, path, swapped, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean open_resources(const TlumachSession *session, const TlumachAlignOptions *options, Resources *resources,
                               GError **error) {
  resources->target_lexicon = tl_session_lexicon(session, session->target, session->target_dictionary,
                                                 session->target_dictionary ? error : NULL);
  if (!resources->target_lexicon && session->target_dictionary)
    return FALSE;
  resources->pairs = tl_pair_list_new();
  for (const char *const *path = options ? options->lexicons : NULL; path && *path; path++)
    if (!read_pairs(resources->pairs, *path, FALSE, error))
      return FALSE;
  return tl_session_lists(session->data, session->target, &resources->target_lists, error) &&
         tl_session_pairs(session, resources->pairs, error);
}

/* Each line that is not empty; an empty one ends a paragraph. */
static GArray *segment_lines(const TlumachDocument *document) {
  size_t length;
  const char *text = tlumach_document_text(document, &length);
  GArray *segments = g_array_new(FALSE, FALSE, sizeof(TlumachSegment));
  guint block = 0;
  for (size_t at = 0, next; at < length; at = next) {
    size_t end = tl_line_end(text, at, length, &next), from = at;
    while (from < end && g_ascii_isspace(text[from]))
      from++;
    TlumachSegment segment = {{from, end}, block};
    while (segment.span.end > from && g_ascii_isspace(text[segment.span.end - 1]))
      segment.span.end--;
    if (from < segment.span.end)
      g_array_append_val(segments, segment);
    else
      block++;
  }
  return segments;
}

static GArray *segments_of(const TlumachSession *session, const TlumachDocument *document, const char *language,
                           const TlumachAlignOptions *options, GError **error) {
  if (options && options->segmented)
    return segment_lines(document);
  return tl_session_segment(session, document, language, NULL, error);
}

static TlAlignSide side_of(const TlumachDocument *document, const GArray *segments, TlLexicon *lexicon,
                           const TlWordLists *lists) {
  return (TlAlignSide){tlumach_document_text(document, NULL), (const TlumachSegment *)(const void *)segments->data,
                       segments->len, lexicon, lists};
}

static void take_segments(Aligned *aligned, GArray *source, GArray *target) {
  TlumachAlignment *alignment = &aligned->alignment;
  g_clear_pointer(&aligned->source, g_array_unref);
  g_clear_pointer(&aligned->target, g_array_unref);
  aligned->source = source;
  aligned->target = target;
  alignment->source_segments = (const TlumachSegment *)(const void *)source->data;
  alignment->target_segments = (const TlumachSegment *)(const void *)target->data;
  alignment->n_source = source->len;
  alignment->n_target = target->len;
}

static gboolean read_edited(Aligned *aligned, const char *path, GError **error) {
  g_autoptr(GArray) source = g_array_new(FALSE, FALSE, sizeof(TlumachSegment)),
                    target = g_array_new(FALSE, FALSE, sizeof(TlumachSegment));
  aligned->beads = tl_align_edit_read(&aligned->alignment, path, source, target, error);
  if (aligned->beads)
    take_segments(aligned, g_steal_pointer(&source), g_steal_pointer(&target));
  return aligned->beads != NULL;
}

/* The beads of two segmented texts: as a person left them, or found. */
static gboolean find_beads(const TlumachSession *session, Aligned *aligned, const TlumachAlignOptions *options,
                           GError **error) {
  TlumachAlignment *alignment = &aligned->alignment;
  if (options && options->edited)
    return read_edited(aligned, options->edited, error);
  g_auto(Resources) resources = {0};
  if (!open_resources(session, options, &resources, error))
    return FALSE;
  TlAlignInput input = {side_of(alignment->source, aligned->source, session->lexicon, &session->lists),
                        side_of(alignment->target, aligned->target, resources.target_lexicon, &resources.target_lists),
                        resources.pairs};
  aligned->beads = tl_align(&input);
  return TRUE;
}

TlumachAlignment *tlumach_align(const TlumachSession *session, TlumachDocument *source, TlumachDocument *target,
                                const TlumachAlignOptions *options, GError **error) {
  Aligned *aligned = g_new0(Aligned, 1);
  TlumachAlignment *alignment = &aligned->alignment;
  alignment->source = source;
  alignment->target = target;
  g_autoptr(GArray) left = segments_of(session, source, session->source, options, error);
  g_autoptr(GArray) right = left ? segments_of(session, target, session->target, options, error) : NULL;
  if (right)
    take_segments(aligned, g_steal_pointer(&left), g_steal_pointer(&right));
  if (!aligned->target || !find_beads(session, aligned, options, error)) {
    tlumach_alignment_free(alignment);
    return NULL;
  }
  alignment->beads = (const TlumachBead *)(const void *)aligned->beads->data;
  alignment->n_beads = aligned->beads->len;
  return alignment;
}

void tlumach_alignment_free(TlumachAlignment *alignment) {
  Aligned *aligned = (Aligned *)alignment;
  if (!aligned)
    return;
  g_clear_pointer(&aligned->source, g_array_unref);
  g_clear_pointer(&aligned->target, g_array_unref);
  g_clear_pointer(&aligned->beads, g_array_unref);
  g_free(aligned);
}
