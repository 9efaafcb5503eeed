#include "bitext/memory/postings.h"

#include "bitext/memory/engine.h"

void tl_postings_add(GArray *postings, gint64 unit, const guint32 *words, guint n) {
  for (guint i = 0; i < n; i++)
    g_array_append_val(postings, ((TlPosting){words[i], (guint16)(unit & (TL_BLOCK_UNITS - 1))}));
}

/* By words; units of one word stay in the order in which they came. */
static void sort(GArray *postings) {
  g_autofree TlPosting *other = g_new(TlPosting, postings->len + 1);
  TlPosting *from = (TlPosting *)(void *)postings->data, *to = other;
  for (guint shift = 0; shift < 32; shift += 8) {
    guint starts[257] = {0};
    for (guint i = 0; i < postings->len; i++)
      starts[(from[i].word >> shift & 0xFF) + 1]++;
    for (guint i = 0; i < 256; i++)
      starts[i + 1] += starts[i];
    for (guint i = 0; i < postings->len; i++)
      to[starts[from[i].word >> shift & 0xFF]++] = from[i];
    TlPosting *swap = from;
    from = to;
    to = swap;
  } /* four rounds: the result is where it was */
}

gboolean tl_postings_each(GArray *postings, gint64 block, TlPostingsFunc change, gpointer store, GError **error) {
  gboolean good = TRUE;
  g_autoptr(GByteArray) units = g_byte_array_new();
  sort(postings);
  const TlPosting *all = (const TlPosting *)(const void *)postings->data;
  for (guint i = 0, end; good && i < postings->len; i = end) {
    g_byte_array_set_size(units, 0);
    for (end = i; end < postings->len && all[end].word == all[i].word; end++)
      g_byte_array_append(units, (const guint8 *)&all[end].unit, sizeof all[end].unit);
    good = change(store, all[i].word, block, units, error);
  }
  g_array_set_size(postings, 0);
  return good;
}

void tl_postings_take_out(GByteArray *list, const GByteArray *units) {
  const guint16 *gone = (const guint16 *)(const void *)units->data, *end = gone + units->len / sizeof *gone;
  guint16 *all = (guint16 *)(void *)list->data;
  guint kept = 0;
  for (guint i = 0; i < list->len / sizeof *all; i++) {
    while (gone < end && *gone < all[i])
      gone++;
    if (gone == end || *gone != all[i])
      all[kept++] = all[i];
  }
  g_byte_array_set_size(list, kept * (guint)sizeof *all);
}
