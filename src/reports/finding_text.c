/* For a person at a terminal: the message, the segments, a line of carets under the place. Carets stand under what they
 * mean whatever the width of the characters before; of a long segment the part around the place is shown. */
#include <string.h>

#include "base/position.h"
#include "reports/findings.h"
#include "reports/pieces.h"

#define WIDTH 100u /* cells of a segment that are shown */

/* The segment as one safe line, and where a place of it is: bytes of the line. */
typedef struct Line {
  GString *text;
  size_t start, end;
} Line;

static void append_safe(GString *line, const char *text, TlumachSpan span) {
  g_autoptr(GString) plain = g_string_new(NULL);
  TlOutput *safe = tl_output_memory(line);
  tl_append_line(plain, text, span);
  tl_output_safe(safe, plain->str, (gssize)plain->len);
  tl_output_close(safe, NULL);
}

static Line line_of(const TlFindings *findings, const TlumachFinding *finding, TlumachSide side) {
  TlumachSpan whole = tl_finding_pair(findings, finding)->span[side], place = finding->span[side];
  const char *text = tlumach_document_text(findings->bitext->document[side], NULL);
  Line line = {g_string_new(NULL), 0, 0};
  if (place.start < whole.start || place.end > whole.end || place.start >= place.end)
    place = (TlumachSpan){whole.end, whole.end};
  append_safe(line.text, text, (TlumachSpan){whole.start, place.start});
  line.start = line.text->len;
  append_safe(line.text, text, place);
  line.end = line.text->len;
  append_safe(line.text, text, (TlumachSpan){place.end, whole.end});
  return line;
}

static size_t width(const Line *line, size_t from, size_t to) {
  return tl_utf8_measure(line->text->str + from, to - from, TLUMACH_COLUMN_DISPLAY);
}

/* The character at `at`: where the next one begins, and `width` grows by what it takes. */
static size_t step(const char *text, size_t at, gssize sign, gssize *width) {
  size_t next = (size_t)(g_utf8_next_char(text + at) - text);
  *width += sign * (gssize)tl_utf8_measure(text + at, next - at, TLUMACH_COLUMN_DISPLAY);
  return next;
}

/* Cuts what is too far from the place, at a space where there is one near. */
static void shorten(Line *line) {
  const char *text = line->text->str;
  const gssize most = WIDTH;
  if (width(line, 0, line->text->len) <= WIDTH)
    return;
  gssize shown = (gssize)width(line, 0, line->end), behind = -shown;
  size_t start = 0, end = line->end;
  while (end < line->text->len && (shown < most || shown + behind < most / 3))
    end = step(text, end, 1, &shown);
  while (start < line->start && shown > most)
    start = step(text, start, -1, &shown);
  while (start > 0 && start < line->start && text[start - 1] != ' ')
    start = step(text, start, -1, &shown);
  if (end < line->text->len) {
    g_string_truncate(line->text, end);
    g_string_append(line->text, "…");
  }
  if (start > 0) {
    g_string_erase(line->text, 0, (gssize)start);
    g_string_prepend(line->text, "…");
    line->start = line->start - start + strlen("…");
    line->end = line->end - start + strlen("…");
  }
}

static void put_segment(TlFindings *findings, const TlumachFinding *finding, TlumachSide side) {
  Line line = line_of(findings, finding, side);
  TlOutput *out = findings->output;
  shorten(&line);
  if (line.text->len) {
    tl_output_printf(out, "    %s\n", line.text->str);
    if (line.end > line.start) {
      tl_output_printf(out, "    %*s", (int)width(&line, 0, line.start), "");
      for (size_t i = 0, n = MAX(width(&line, line.start, line.end), 1); i < n; i++)
        tl_output_putc(out, '^');
      tl_output_putc(out, '\n');
    }
  }
  g_string_free(line.text, TRUE);
}

static void put(TlFindings *findings, const TlumachFinding *finding) {
  TlFindingPlace place = tl_finding_place(findings, finding, tl_finding_side(findings, finding));
  g_autofree char *message = tlumach_finding_message(finding);
  TlOutput *out = findings->output;
  tl_output_puts(out, findings->count ? "\n" : "");
  tl_output_puts(out, tlumach_document_name(place.document));
  tl_output_printf(out, ":%zu:%zu: %s: ", place.line, place.column, tlumach_severity_name(finding->severity));
  tl_output_safe(out, message, -1);
  tl_output_printf(out, " [%s]\n", finding->check->id);
  put_segment(findings, finding, TLUMACH_SOURCE);
  put_segment(findings, finding, TLUMACH_TARGET);
}

const TlFindingFormat tl_finding_text = {
    "text", "for a terminal: message, segments, a caret under the place", NULL, NULL, put, NULL};
