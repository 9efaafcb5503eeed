/* A file in parts. Only plain text in UTF-8 is cut: where a paragraph ends no rule looks back, and its bytes are those
 * of the file. */
#include <string.h>

#include "base/binary.h"
#include "base/charset.h"
#include "base/error.h"
#include "base/file.h"
#include "base/position.h"
#include "base/room.h"
#include "text/document.h"
#include "text/formats.h"

#define FIRST (1u << 16)    /* bytes that there is room for at the beginning */
#define PART (1u << 19)     /* of a part: more than is looked at to find encoding and layout */
#define PART_MAX (1u << 30) /* as of a file that is read whole (base/file) */

struct TlumachDocumentReader {
  char *path;
  TlFileStream *stream;
  TlumachDocumentOptions how; /* from the second part on, what the first one showed */
  gboolean begun, in_parts;
  gboolean ended; /* the file has no more than what was read */
  char *read;     /* and not given yet */
  size_t used, room;
  size_t bytes, lines; /* of all that was given */
};

TlumachDocumentReader *tlumach_document_reader_new(const char *path, const TlumachDocumentOptions *options,
                                                   GError **error) {
  static const TlumachDocumentOptions usual = {0};
  TlFileStream *stream = tl_file_stream_open(path, error);
  if (!stream)
    return NULL;
  TlumachDocumentReader *reader = g_new0(TlumachDocumentReader, 1);
  reader->path = g_strdup(path);
  reader->stream = stream;
  reader->how = options ? *options : usual;
  return reader;
}

void tlumach_document_reader_free(TlumachDocumentReader *reader) {
  if (!reader)
    return;
  tl_file_stream_free(reader->stream);
  g_free(reader->read);
  g_free(reader->path);
  g_free(reader);
}

/* Other room for the last `used` bytes that were read; what was there before is the caller's. */
static char *move(TlumachDocumentReader *reader, size_t used, size_t room) {
  char *before = reader->read;
  reader->read = room > 0 ? tl_room_new(room) : NULL;
  if (used > 0)
    memcpy(reader->read, before + reader->used - used, used);
  reader->used = used;
  reader->room = room;
  return before;
}

/* Reads on until `size` bytes are there, or all. A small file is not to take the memory of a large one. */
static gboolean fill(TlumachDocumentReader *reader, size_t size, GError **error) {
  size_t n;
  while (!reader->ended && reader->used < size) {
    if (reader->used == reader->room)
      g_free(move(reader, reader->used, reader->bytes > 0 ? size : MIN(MAX(reader->room * 4, FIRST), size)));
    if (!tl_file_stream_read(reader->stream, reader->read + reader->used, reader->room - reader->used, &n, error))
      return FALSE;
    reader->used += n;
    reader->ended = reader->used < reader->room;
  }
  return TRUE;
}

/* The first `length` bytes of what was read. */
static TlumachDocument *give(TlumachDocumentReader *reader, size_t length, GError **error) {
  size_t rest = reader->used - length;
  g_autoptr(GBytes) raw = g_bytes_new_take(move(reader, rest, rest), length);
  TlumachDocument *document = tlumach_document_new(reader->path, raw, &reader->how, error);
  if (document && reader->bytes > 0)
    tl_document_set_place(document, reader->bytes, reader->lines);
  reader->bytes += length;
  reader->lines += tl_line_ends(g_bytes_get_data(raw, NULL), length);
  return document;
}

static TlumachDocument *give_part(TlumachDocumentReader *reader, GError **error) {
  for (size_t size = PART; fill(reader, size, error); size = MIN(size * 2, PART_MAX)) {
    size_t cut = reader->ended ? reader->used
                               : tl_plain_cut(reader->read, reader->used, reader->how.newline == TLUMACH_NEWLINE_WRAP);
    if (reader->ended || cut > 0)
      return give(reader, cut, error);
    if (size == PART_MAX) {
      tl_error_at(error, TLUMACH_ERROR_LIMIT, reader->path, reader->lines + 1, 0, "a paragraph is larger than %u bytes",
                  PART_MAX);
      return NULL;
    }
  }
  return NULL;
}

static TlumachDocument *give_all(TlumachDocumentReader *reader, GError **error) {
  if (reader->ended)
    return give(reader, reader->used, error);
  g_autoptr(GBytes) raw = tl_file_stream_rest(reader->stream, reader->read, reader->used, 0, error);
  return raw ? tlumach_document_new(reader->path, raw, &reader->how, error) : NULL;
}

/* Can the text be cut, as its beginning shows? Then how all of it is to be read is settled. */
static gboolean settle(TlumachDocumentReader *reader, const char *text, size_t length, const char *encoding,
                       GError **error) {
  TlumachDocumentOptions *how = &reader->how;
  const TlFormat *format =
      how->format ? tl_format_named(how->format, error) : tl_format_guess(reader->path, text, length);
  reader->in_parts = format == &tl_format_plain && strcmp(encoding, "UTF-8") == 0;
  if (reader->in_parts) {
    gboolean wraps = tl_plain_wraps(text, length, how->newline);
    *how = (TlumachDocumentOptions){"plain", "UTF-8", wraps ? TLUMACH_NEWLINE_WRAP : TLUMACH_NEWLINE_PARAGRAPH};
  }
  return format != NULL;
}

static gboolean look(TlumachDocumentReader *reader, GError **error) {
  if (!fill(reader, PART, error))
    return FALSE;
  g_autoptr(GBytes) beginning = g_bytes_new_static(reader->read, reader->used);
  const char *encoding = reader->how.encoding;
  g_autoptr(TlDecoded) decoded =
      tl_is_text(reader->path, beginning, encoding, error) ? tl_decode(reader->path, beginning, encoding, error) : NULL;
  size_t length;
  const char *text = decoded ? tl_decoded_text(decoded, &length) : NULL;
  return text && settle(reader, text, length, tl_decoded_encoding(decoded), error);
}

TlumachDocument *tlumach_document_reader_next(TlumachDocumentReader *reader, GError **error) {
  if (!reader->begun) {
    reader->begun = TRUE;
    if (!look(reader, error))
      return NULL;
    return reader->in_parts ? give_part(reader, error) : give_all(reader, error);
  }
  if (!reader->in_parts || !fill(reader, PART, error) || reader->used == 0)
    return NULL;
  return give_part(reader, error);
}
