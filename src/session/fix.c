/* Fixes put into the file of a translation: only the bytes under their places change. */
#include <string.h>

#include "base/charset.h"
#include "tlumach/check.h"

static gint by_place(gconstpointer a, gconstpointer b) {
  const TlumachFix *left = a, *right = b;
  return left->span.start < right->span.start ? -1 : left->span.start > right->span.start;
}

/* Do the file's bytes at `span` of the text spell it as it stands? */
static gboolean is_plain(const TlumachDocument *document, TlumachSpan span, TlumachSpan raw, const char *bytes) {
  const char *text = tlumach_document_text(document, NULL) + span.start;
  g_autoptr(GBytes) own = tl_encode(text, span.end - span.start, tlumach_document_encoding(document), NULL);
  gsize length = 0;
  const void *data = own ? g_bytes_get_data(own, &length) : NULL;
  return own && length == raw.end - raw.start && (length == 0 || memcmp(data, bytes + raw.start, length) == 0);
}

GBytes *tlumach_fix(const TlumachBitext *bitext, GBytes *raw, const TlumachFix *fixes, guint n, guint *n_done,
                    GError **error) {
  const TlumachDocument *document = bitext->document[TLUMACH_TARGET];
  gsize length, written = 0;
  const char *bytes = g_bytes_get_data(raw, &length);
  g_autoptr(GByteArray) out = g_byte_array_new();
  g_autofree TlumachFix *sorted = g_memdup2(fixes, n * sizeof *fixes);
  *n_done = 0;
  if (n)
    qsort(sorted, n, sizeof *sorted, by_place);
  for (guint i = 0; i < n; i++) {
    TlumachSpan place = tlumach_document_raw_span(document, sorted[i].span, NULL);
    if (place.start < written || place.end > length || !is_plain(document, sorted[i].span, place, bytes))
      continue;
    g_autoptr(GBytes) with =
        tl_encode(sorted[i].text, strlen(sorted[i].text), tlumach_document_encoding(document), error);
    if (!with)
      return NULL;
    g_byte_array_append(out, (const guint8 *)bytes + written, (guint)(place.start - written));
    g_byte_array_append(out, g_bytes_get_data(with, NULL), (guint)g_bytes_get_size(with));
    written = place.end;
    ++*n_done;
  }
  g_byte_array_append(out, (const guint8 *)bytes + written, (guint)(length - written));
  return g_byte_array_free_to_bytes(g_steal_pointer(&out));
}
