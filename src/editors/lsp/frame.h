/* The base protocol of the language server protocol (3.17): headers, an empty line, as many bytes of JSON as a header
 * said.
 *
 * Whatever comes, no more than a message is kept: what is too long is passed over, a header that is none is thrown away
 * up to its empty line.
 */
#ifndef TL_EDITORS_LSP_FRAME_H
#define TL_EDITORS_LSP_FRAME_H

#include <glib.h>
#include <stddef.h>

#define TL_FRAME_MAX (64u << 20) /* of a message: a text of 20 MB, each letter escaped */
#define TL_FRAME_HEADER_MAX (16u << 10)

typedef enum TlFrame {
  TL_FRAME_NONE,    /* more bytes are needed */
  TL_FRAME_MESSAGE, /* *body is one */
  TL_FRAME_FAULT    /* *fault says what was wrong; reading goes on behind it */
} TlFrame;

typedef struct TlFrames {
  GString *bytes; /* not taken yet */
  size_t taken;   /* of `bytes` */
  guint64 pass;   /* bytes to come that are not looked at */
} TlFrames;

void tl_frames_init(TlFrames *frames);
void tl_frames_clear(TlFrames *frames);
void tl_frames_feed(TlFrames *frames, const char *bytes, size_t length);
/* The next message: `*body` (`*length` bytes) is good until the next call. */
TlFrame tl_frames_next(TlFrames *frames, const char **body, size_t *length, const char **fault);

#endif
