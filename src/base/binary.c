#include "base/binary.h"

#include <string.h>

#include "base/charset_guess.h"
#include "base/error.h"
#include "base/position.h"

#define LOOKED_AT 8000u /* bytes, as git has it */

/* The first bytes, as `file` knows them. */
static const struct {
  const char *magic, *kind;
} kinds[] = {
    {"\x1F\x8B", "is compressed (gzip); unpack it first"},
    {"BZh", "is compressed (bzip2); unpack it first"},
    {"\xFD"
     "7zXZ",
     "is compressed (xz); unpack it first"},
    {"\x28\xB5\x2F\xFD", "is compressed (zstd); unpack it first"},
    {"PK\x03\x04", "is a ZIP archive, as .docx, .xlsx and .odt are; save it as text; from a spreadsheet, export CSV"},
    {"\xD0\xCF\x11\xE0", "is a document of an old Microsoft Office; save it as text; from a spreadsheet, export CSV"},
    {"{\\rtf", "is an RTF document; save it as text"},
    {"%PDF-", "is a PDF document; save it as text"},
    {"\x89PNG", "is a picture (PNG)"},
    {"\xFF\xD8\xFF", "is a picture (JPEG)"},
    {"GIF8", "is a picture (GIF)"},
    {"SQLite format 3", "is an SQLite database"},
    {"\x7F"
     "ELF",
     "is a program"}};

const char *tl_binary_kind(const void *bytes, size_t length) {
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
    size_t n = strlen(kinds[i].magic);
    if (length >= n && memcmp(bytes, kinds[i].magic, n) == 0)
      return kinds[i].kind;
  }
  return NULL;
}

gboolean tl_is_text(const char *name, GBytes *raw, const char *encoding, GError **error) {
  gsize size;
  const char *bytes = g_bytes_get_data(raw, &size);
  if (size == 0 || strcmp(name, "-") == 0)
    return TRUE;
  const char *kind = tl_binary_kind(bytes, size), *zero = memchr(bytes, '\0', MIN(size, LOOKED_AT));
  if (kind)
    tl_error_at(error, TLUMACH_ERROR_FORMAT, name, 0, 0, "%s", kind);
  const char *meant = encoding ? encoding : tl_charset_guess((const guint8 *)bytes, size);
  if (kind || !zero || g_ascii_strncasecmp(meant, "UTF-16", 6) == 0 || g_ascii_strncasecmp(meant, "UTF16", 5) == 0)
    return !kind;
  g_autoptr(TlPositions) positions = tl_positions_new(bytes, size);
  size_t line, column;
  tl_positions_locate(positions, (size_t)(zero - bytes), TLUMACH_COLUMN_CHARACTER, &line, &column);
  tl_error_at(error, TLUMACH_ERROR_FORMAT, name, line, column,
              "a zero byte: this is no text, unless --encoding UTF-16LE or UTF-16BE says so");
  return FALSE;
}
