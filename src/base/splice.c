#include "base/splice.h"

#include <string.h>

#include "base/position.h"

struct TlSplices {
  GArray *splices; /* TlSplice */
  GPtrArray *texts;
};

TlSplices *tl_splices_new(void) {
  TlSplices *splices = g_new0(TlSplices, 1);
  splices->splices = g_array_new(FALSE, FALSE, sizeof(TlSplice));
  splices->texts = g_ptr_array_new_with_free_func(g_free);
  return splices;
}

void tl_splices_free(TlSplices *splices) {
  if (!splices)
    return;
  g_array_unref(splices->splices);
  g_ptr_array_unref(splices->texts);
  g_free(splices);
}

void tl_splices_add(TlSplices *splices, TlumachSpan span, char *with) {
  TlSplice splice = {span, with, strlen(with)};
  g_ptr_array_add(splices->texts, with);
  g_array_append_val(splices->splices, splice);
}

static gint by_place(gconstpointer a, gconstpointer b) {
  const TlSplice *left = a, *right = b;
  if (left->span.start != right->span.start)
    return left->span.start < right->span.start ? -1 : 1;
  return left->span.end < right->span.end ? -1 : left->span.end > right->span.end;
}

const TlSplice *tl_splices_all(TlSplices *splices, guint *n) {
  g_array_sort(splices->splices, by_place); /* stable: a merge sort */
  *n = splices->splices->len;
  return (const TlSplice *)(const void *)splices->splices->data;
}

/* Character by character: only new text comes here, and little of it. */
static gboolean encode_into(GByteArray *into, const char *text, size_t length, const char *encoding, gboolean xml,
                            GError **error) {
  guint32 c;
  for (size_t n; length > 0; text += n, length -= n) {
    n = tl_utf8_next(text, length, &c);
    g_autoptr(GBytes) bytes = tl_encode(text, n, encoding, xml ? NULL : error);
    if (!bytes && xml) {
      g_autofree char *reference = g_strdup_printf("&#%u;", c);
      bytes = tl_encode(reference, strlen(reference), encoding, error);
    }
    if (!bytes)
      return FALSE;
    g_byte_array_append(into, g_bytes_get_data(bytes, NULL), (guint)g_bytes_get_size(bytes));
  }
  return TRUE;
}

GBytes *tl_splices_apply(TlSplices *splices, const TlDecoded *decoded, gboolean xml, GError **error) {
  guint n;
  const TlSplice *all = tl_splices_all(splices, &n);
  const char *encoding = tl_decoded_encoding(decoded);
  gboolean utf8 = g_ascii_strcasecmp(encoding, "UTF-8") == 0;
  gsize size;
  const guint8 *raw = g_bytes_get_data(tl_decoded_raw(decoded), &size);
  g_autoptr(GByteArray) out = g_byte_array_sized_new((guint)MIN(size + 4096, G_MAXUINT));
  size_t done = 0;
  for (guint i = 0; i < n; i++) {
    size_t start = tl_decoded_raw_offset(decoded, all[i].span.start);
    g_byte_array_append(out, raw + done, (guint)(start - done));
    done = tl_decoded_raw_offset(decoded, all[i].span.end);
    if (utf8)
      g_byte_array_append(out, (const guint8 *)all[i].with, (guint)all[i].length);
    else if (!encode_into(out, all[i].with, all[i].length, encoding, xml, error))
      return NULL;
  }
  g_byte_array_append(out, raw + done, (guint)(size - done));
  return g_byte_array_free_to_bytes(g_steal_pointer(&out));
}

const char *tl_indent_before(const char *text, size_t offset, size_t *length) {
  size_t at = offset;
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t'))
    at--;
  if (at == 0 || (text[at - 1] != '\n' && text[at - 1] != '\r'))
    return NULL;
  *length = offset - at;
  return text + at;
}

size_t tl_removal_start(const char *text, size_t start) {
  size_t length;
  const char *indent = tl_indent_before(text, start, &length);
  if (!indent)
    return start;
  size_t at = (size_t)(indent - text);
  at -= at > 0 && text[at - 1] == '\n';
  at -= at > 0 && text[at - 1] == '\r';
  return at;
}

char *tl_like_neighbour(const char *text, size_t neighbour, const char *with) {
  size_t length, break_at = tl_removal_start(text, neighbour);
  if (!tl_indent_before(text, neighbour, &length))
    return g_strdup(with);
  return g_strdup_printf("%.*s%s", (int)(neighbour - break_at), text + break_at, with);
}
