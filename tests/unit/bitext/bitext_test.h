/* Texts of a sentence a line, as the aligner takes them. */
#ifndef TESTS_UNIT_BITEXT_H
#define TESTS_UNIT_BITEXT_H

#include "../unit.h"

#include "bitext/align/align.h"
#include "bitext/align/reader.h"

/* Each line that is not empty is a segment; an empty one ends a paragraph. Free with g_array_unref. */
static inline GArray *lines_of(const char *text) {
  GArray *segments = g_array_new(FALSE, FALSE, sizeof(TlumachSegment));
  guint block = 0;
  for (const char *at = text; *at;) {
    size_t length = strcspn(at, "\n"), start = (size_t)(at - text);
    TlumachSegment segment = {{start, start + length}, block};
    if (length)
      g_array_append_val(segments, segment);
    else
      block++;
    at += length + (at[length] == '\n');
  }
  return segments;
}

static inline TlAlignText *text_of(const char *text, const TlAlignLanguage *language) {
  static const TlAlignLanguage unknown = {NULL, NULL, NULL};
  g_autoptr(GArray) lines = lines_of(text);
  return tl_align_read(text, (const TlumachSegment *)(const void *)lines->data, lines->len,
                       language ? language : &unknown);
}

#endif
