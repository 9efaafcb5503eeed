/* Documents of any bytes, in every format: blocks stand in order inside the text, and each byte of the text leads into
 * the file. */
#include <glib.h>
#include <stdlib.h>

#include "text/token.h"
#include "tlumach/document.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static void require(gboolean holds) {
  if (!holds)
    abort();
}

static void look(TlumachDocument *document, size_t size) {
  size_t length, slice, line, column;
  guint n;
  const char *text = tlumach_document_text(document, &length);
  const TlumachBlock *blocks = tlumach_document_blocks(document, &n);
  for (guint i = 0; i < n; i++) {
    require(blocks[i].span.start < blocks[i].span.end && blocks[i].span.end <= length);
    require(i == 0 || blocks[i - 1].span.end <= blocks[i].span.start);
    TlScanner scanner;
    TlToken token;
    size_t last = blocks[i].span.start;
    tl_scanner_init(&scanner, text, blocks[i].span);
    while (tl_scanner_next(&scanner, &token)) {
      require(token.span.start >= last && token.span.end > token.span.start && token.span.end <= blocks[i].span.end);
      last = token.span.end;
      TlumachSpan raw = tlumach_document_raw_span(document, token.span, NULL);
      require(raw.start <= raw.end && raw.end <= size);
      tlumach_document_slice(document, token.span, &slice);
      tlumach_document_locate(document, token.span.start, TLUMACH_COLUMN_UTF16, &line, &column);
      require(line > 0 && column > 0);
    }
  }
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size) {
  static const char *const formats[] = {NULL, "plain", "markdown", "html"};
  if (size < 2)
    return 0;
  g_autoptr(GBytes) raw = g_bytes_new_static(data + 1, size - 1);
  const TlumachDocumentOptions options = {.format = formats[data[0] & 3],
                                          .newline = (TlumachNewline)((data[0] >> 2) % 3)};
  g_autoptr(TlumachDocument) document = tlumach_document_new("fuzz", raw, &options, NULL);
  if (document)
    look(document, size - 1);
  return 0;
}
