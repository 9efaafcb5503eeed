/* UTF-8 passes uncopied; UTF-16 and the 8-bit encodings are decoded character by character, with a checkpoint every
 * 512 raw bytes, from which an offset is found again by counting. */
#include "base/charset.h"

#include <string.h>
#include <unicode/ucnv.h>

#include "base/charset_guess.h"
#include "base/error.h"
#include "base/nearest.h"
#include "base/position.h"

#define CHECKPOINT 512u

typedef enum Kind { KIND_UTF8, KIND_BYTES, KIND_UTF16 } Kind;

struct TlDecoded {
  GBytes *raw;
  Kind kind;
  char *encoding;
  char *text; /* NULL: the raw bytes are the text */
  size_t length;
  size_t skipped; /* raw bytes of a byte order mark that the text does not have */
  gboolean big_endian;
  GArray *checkpoints; /* size_t: text offset of raw byte skipped + i * CHECKPOINT */
};

static const char *const known[] = {"UTF-8",        "UTF-16LE",   "UTF-16BE",   "UTF-16",     "windows-1251",
                                    "KOI8-U",       "KOI8-R",     "ISO-8859-5", "ISO-8859-1", "windows-1252",
                                    "windows-1250", "ISO-8859-2", "IBM866",     "US-ASCII",   NULL};

size_t tl_bom_length(const char *text, size_t length) {
  return length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

static void put(GString *text, guint32 c) {
  char bytes[6];
  g_string_append_len(text, bytes, g_unichar_to_utf8(c, bytes));
}

static void checkpoint(TlDecoded *d, const GString *text, size_t raw_offset) {
  if (raw_offset % CHECKPOINT == 0) {
    size_t at = text->len;
    g_array_append_val(d->checkpoints, at);
  }
}

static void decode_utf16(TlDecoded *d, const guint8 *raw, size_t size, GString *text) {
  for (size_t i = d->skipped; i + 1 < size; i += 2) {
    checkpoint(d, text, i - d->skipped);
    guint32 c = d->big_endian ? (guint32)raw[i] << 8 | raw[i + 1] : (guint32)raw[i + 1] << 8 | raw[i];
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < size) {
      guint32 low = d->big_endian ? (guint32)raw[i + 2] << 8 | raw[i + 3] : (guint32)raw[i + 3] << 8 | raw[i + 2];
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
        checkpoint(d, text, i - d->skipped); /* inside a pair: as its start */
      }
    }
    put(text, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
  }
  if ((size - d->skipped) % 2)
    put(text, 0xFFFD);
}

static gboolean decode_bytes(TlDecoded *d, const guint8 *raw, size_t size, GString *text) {
  guint32 table[256];
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(d->encoding, &status);
  if (U_FAILURE(status) || ucnv_getMaxCharSize(converter) != 1) {
    ucnv_close(converter);
    return FALSE;
  }
  for (guint b = 0; b < 256; b++) {
    char byte = (char)b;
    UChar out[4];
    status = U_ZERO_ERROR;
    int32_t n = ucnv_toUChars(converter, out, 4, &byte, 1, &status);
    table[b] = U_SUCCESS(status) && n == 1 ? out[0] : 0xFFFD;
  }
  ucnv_close(converter);
  for (size_t i = 0; i < size; i++) {
    checkpoint(d, text, i);
    put(text, table[raw[i]]);
  }
  return TRUE;
}

static const char *canonical(const char *name) {
  for (guint i = 0; known[i]; i++)
    if (ucnv_compareNames(known[i], name) == 0)
      return known[i];
  if (ucnv_compareNames("cp1251", name) == 0)
    return "windows-1251";
  return NULL;
}

TlDecoded *tl_decode(const char *name, GBytes *raw, const char *encoding, GError **error) {
  gsize size;
  const guint8 *bytes = g_bytes_get_data(raw, &size);
  const char *meant = encoding ? canonical(encoding) : tl_charset_guess(bytes, size);
  if (!meant) {
    g_autofree char *near = tl_did_you_mean(encoding, known, FALSE);
    tl_error_at(error, TLUMACH_ERROR_USAGE, name, 0, 0, "unknown encoding \"%s\"%s", encoding, near);
    return NULL;
  }
  TlDecoded *d = g_new0(TlDecoded, 1);
  d->raw = g_bytes_ref(raw);
  gboolean le = size >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE,
           be = size >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF;
  if (strcmp(meant, "UTF-16") == 0)
    meant = be ? "UTF-16BE" : "UTF-16LE";
  d->encoding = g_strdup(meant);
  d->length = size;
  if (strcmp(meant, "UTF-8") == 0 || strcmp(meant, "US-ASCII") == 0)
    return d;
  d->checkpoints = g_array_new(FALSE, FALSE, sizeof(size_t));
  GString *text = g_string_sized_new(size * 2 + 16);
  gboolean done = TRUE;
  if (g_str_has_prefix(meant, "UTF-16")) {
    d->kind = KIND_UTF16;
    d->big_endian = strcmp(meant, "UTF-16BE") == 0;
    d->skipped = le || be ? 2 : 0;
    decode_utf16(d, bytes, size, text);
  } else {
    d->kind = KIND_BYTES;
    done = decode_bytes(d, bytes, size, text);
  }
  d->length = text->len;
  d->text = g_string_free(text, FALSE);
  if (done)
    return d;
  tl_error_at(error, TLUMACH_ERROR_USAGE, name, 0, 0, "encoding %s is not available here", meant);
  tl_decoded_free(d);
  return NULL;
}

void tl_decoded_free(TlDecoded *d) {
  if (!d)
    return;
  g_bytes_unref(d->raw);
  g_free(d->encoding);
  g_free(d->text);
  if (d->checkpoints)
    g_array_unref(d->checkpoints);
  g_free(d);
}

const char *tl_decoded_text(const TlDecoded *d, size_t *length) {
  if (length)
    *length = d->length;
  return d->text ? d->text : g_bytes_get_data(d->raw, NULL);
}

GBytes *tl_decoded_raw(const TlDecoded *d) {
  return d->raw;
}

const char *tl_decoded_encoding(const TlDecoded *d) {
  return d->encoding;
}

static guint32 unit_at(const TlDecoded *d, size_t raw) {
  gsize size;
  const guint8 *bytes = g_bytes_get_data(d->raw, &size);
  if (raw + 1 >= size)
    return 0;
  return d->big_endian ? (guint32)bytes[raw] << 8 | bytes[raw + 1] : (guint32)bytes[raw + 1] << 8 | bytes[raw];
}

/* A checkpoint may lie between the two units of a pair; its text offset is that of the pair. */
static gboolean inside_pair(const TlDecoded *d, size_t raw) {
  return d->kind == KIND_UTF16 && raw >= d->skipped + 2 && unit_at(d, raw) >> 10 == 0xDC00 >> 10 &&
         unit_at(d, raw - 2) >> 10 == 0xD800 >> 10;
}

size_t tl_decoded_raw_offset(const TlDecoded *d, size_t offset) {
  if (d->kind == KIND_UTF8)
    return offset;
  guint low = 0, high = d->checkpoints->len;
  if (high == 0)
    return d->skipped;
  while (high - low > 1) {
    guint middle = low + (high - low) / 2;
    if (g_array_index(d->checkpoints, size_t, middle) <= offset)
      low = middle;
    else
      high = middle;
  }
  size_t at = g_array_index(d->checkpoints, size_t, low), raw = d->skipped + (size_t)low * CHECKPOINT;
  raw -= inside_pair(d, raw) ? 2 : 0;
  while (at < offset && at < d->length) {
    guint32 c;
    at += tl_utf8_next(d->text + at, d->length - at, &c);
    raw += d->kind == KIND_BYTES ? 1 : c >= 0x10000 ? 4 : 2;
  }
  return MIN(raw, g_bytes_get_size(d->raw));
}

GBytes *tl_encode(const char *text, size_t length, const char *encoding, GError **error) {
  if (ucnv_compareNames("UTF-8", encoding) == 0)
    return g_bytes_new(text, length);
  gsize written;
  g_autoptr(GError) local = NULL;
  char *bytes = g_convert(text, (gssize)length, encoding, "UTF-8", NULL, &written, &local);
  if (!bytes) {
    g_autofree char *said = tl_utf8_excerpt(text, length, 60);
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "%s cannot hold \"%s\"", encoding, said);
    return NULL;
  }
  return g_bytes_new_take(bytes, written);
}
