/* Which reader a file is for. */
#include <string.h>

#include "base/binary.h"
#include "base/error.h"
#include "base/file.h"
#include "terms/tables/jsonl_read.h"
#include "terms/tables/read.h"
#include "terms/tbx/read.h"
#include "terms/termbase.h"

/* XML begins with "<", after a byte order mark, white space, and the NULs that UTF-16 puts between. */
static gboolean looks_like_xml(const guint8 *bytes, gsize length) {
  gsize i = 0;
  while (i < length && (bytes[i] == 0 || bytes[i] >= 0xBB || g_ascii_isspace(bytes[i])))
    i++;
  return i < length && bytes[i] == '<';
}

static gboolean ends_like_table(const char *path) {
  static const char *const endings[] = {".tsv", ".tab", ".txt", ".utf8", ".csv", ".utx"};
  g_autofree char *lower = g_ascii_strdown(path, -1);
  for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
    if (g_str_has_suffix(lower, endings[i]))
      return TRUE;
  return FALSE;
}

static gboolean ends_like_tbx(const char *path) {
  g_autofree char *lower = g_ascii_strdown(path, -1);
  return g_str_has_suffix(lower, ".tbx") || g_str_has_suffix(lower, ".xml");
}

/* Written as a list of terms for other programs, not read as one: it is a translation that is under way. */
static gboolean ends_like_po(const char *path) {
  g_autofree char *lower = g_ascii_strdown(path, -1);
  return g_str_has_suffix(lower, ".po") || g_str_has_suffix(lower, ".pot");
}

static gboolean is_jsonl(const char *path, const guint8 *bytes, gsize length) {
  g_autofree char *lower = g_ascii_strdown(path, -1);
  return g_str_has_suffix(lower, ".jsonl") ||
         (length > 0 && *bytes == '{' && !ends_like_table(path) && !ends_like_tbx(path));
}

gboolean tl_termbase_is_tbx(const char *path, GBytes *raw) {
  gsize length = 0;
  const guint8 *bytes = g_bytes_get_data(raw, &length);
  return ends_like_tbx(path) || (looks_like_xml(bytes, length) && !ends_like_table(path));
}

TlumachTermbase *tl_termbase_read(const char *path, GBytes *raw, const char *source, const char *target,
                                  GError **error) {
  gsize length = 0;
  const guint8 *bytes = g_bytes_get_data(raw, &length);
  const char *kind = tl_binary_kind(bytes, length);
  if (kind) {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, path, 0, 0, "%s", kind);
    return NULL;
  }
  if (ends_like_po(path)) {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, path, 0, 0, "is no term base but a bilingual file (PO)");
    return NULL;
  }
  if (is_jsonl(path, bytes, length))
    return tl_jsonl_read(path, raw, error);
  return tl_termbase_is_tbx(path, raw) ? tl_tbx_read(path, raw, error)
                                       : tl_table_read(path, raw, source, target, error);
}

TlumachTermbase *tl_termbase_load_pair(const char *path, const char *source, const char *target, GError **error) {
  g_autoptr(GBytes) raw = tl_file_read(path, 0, error);
  return raw == NULL ? NULL : tl_termbase_read(path, raw, source, target, error);
}

TlumachTermbase *tl_termbase_load(const char *path, GError **error) {
  return tl_termbase_load_pair(path, "uk", "en", error);
}

TlumachTermbase *tlumach_termbase_open(const char *path, const char *source, const char *target, GError **error) {
  return tl_termbase_load_pair(path, source ? source : "uk", target ? target : "en", error);
}

TlumachTermbase *tlumach_termbase_read(const char *path, GBytes *bytes, const char *source, const char *target,
                                       GError **error) {
  return tl_termbase_read(path, bytes, source ? source : "uk", target ? target : "en", error);
}
