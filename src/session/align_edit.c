/* The edit file: "<" before a sentence of the text, ">" before one of the translation, an empty line behind each pair.
 * Lines that begin with "#" or "?" are remarks. Sentences must come in the order of their texts, each once, whole or in
 * pieces that follow each other, so moving lines between pairs and cutting them is all that can be done, and nothing
 * can get lost unseen. */
#include "session/align_edit.h"

#include <string.h>

#include "base/binary.h"
#include "base/charset.h"
#include "base/error.h"
#include "base/file.h"
#include "base/position.h"
#include "reports/pieces.h"

static const char mark[] = {'<', '>'}; /* by TlumachSide */

static const TlumachDocument *document_of(const TlumachAlignment *a, TlumachSide side) {
  return side == TLUMACH_SOURCE ? a->source : a->target;
}

static guint count_of(const TlumachAlignment *a, TlumachSide side) {
  return side == TLUMACH_SOURCE ? a->n_source : a->n_target;
}

static const TlumachSegment *segment_of(const TlumachAlignment *a, TlumachSide side, guint i) {
  return &(side == TLUMACH_SOURCE ? a->source_segments : a->target_segments)[i];
}

/* A sentence, or what is left of it, as one line that UTF-8 readers take. */
static char *line_of(const TlumachAlignment *a, TlumachSide side, TlumachSpan span) {
  g_autoptr(GString) line = g_string_new(NULL);
  tl_append_line(line, tlumach_document_text(document_of(a, side), NULL), span);
  return g_utf8_make_valid(line->str, (gssize)line->len);
}

/* -- writing ---------------------------------------------------------------------------------------------------- */

static void put_sentences(const TlumachAlignment *a, TlumachSide side, guint first, guint n, GString *out) {
  for (guint i = first; i < first + n; i++) {
    g_autofree char *line = line_of(a, side, segment_of(a, side, i)->span);
    g_string_append_printf(out, "%c %s\n", mark[side], line);
  }
}

void tlumach_alignment_edit_text(const TlumachAlignment *a, GString *out) {
  g_string_append_printf(
      out,
      "# < %s\n# > %s\n#\n"
      "# An empty line ends a pair. Move lines and empty lines until each pair is right; the order\n"
      "# of the sentences stays. A sentence may be cut: its pieces on lines of their own, each with\n"
      "# the mark before it. Then give this file to the same command again.\n"
      "# \"?\" is above pairs that may be wrong. Lines with \"?\" or \"#\" are not read.\n",
      tlumach_document_name(a->source), tlumach_document_name(a->target));
  for (guint i = 0; i < a->n_beads; i++) {
    const TlumachBead *bead = &a->beads[i];
    g_string_append_c(out, '\n');
    if (tlumach_bead_is_doubtful(bead))
      g_string_append_printf(out, "? %.0f %%\n", 100 * bead->score);
    put_sentences(a, TLUMACH_SOURCE, bead->source, bead->n_source, out);
    put_sentences(a, TLUMACH_TARGET, bead->target, bead->n_target, out);
  }
}

/* -- reading ---------------------------------------------------------------------------------------------------- */

typedef struct Reading {
  const TlumachAlignment *alignment;
  const char *path;
  size_t line;
  GArray *beads;
  TlumachBead open;
  GArray *segments[2]; /* TlumachSegment, by TlumachSide: as the lines cut them */
  guint next[2];       /* the sentence whose turn it is … */
  size_t done[2];      /* … and where what is left of it begins; 0: all of it is */
} Reading;

static void close_bead(Reading *r) {
  TlumachBead *bead = &r->open;
  if (bead->n_source + bead->n_target > 0)
    g_array_append_val(r->beads, *bead);
  *bead = (TlumachBead){bead->source + bead->n_source, 0, bead->target + bead->n_target, 0, 1.0, TRUE};
}

/* What is left of the sentence whose turn it is. */
static TlumachSpan left_of(const Reading *r, TlumachSide side) {
  TlumachSpan span = segment_of(r->alignment, side, r->next[side])->span;
  return (TlumachSpan){MAX(span.start, r->done[side]), span.end};
}

#define SHOWN_MAX 120u /* bytes */

/* The same for a message. */
static char *shown(const Reading *r, TlumachSide side) {
  g_autofree char *line = line_of(r->alignment, side, left_of(r, side));
  return tl_utf8_excerpt(line, strlen(line), SHOWN_MAX);
}

/* White space is nothing that a person sees: editors change it. */
static gboolean same(const char *a, const char *b) {
  for (;; a++, b++) {
    gboolean left = g_ascii_isspace(*a), right = g_ascii_isspace(*b);
    while (g_ascii_isspace(*a))
      a++;
    while (g_ascii_isspace(*b))
      b++;
    if (!*a || !*b)
      return *a == *b;
    if (*a != *b || left != right)
      return FALSE;
  }
}

/* Where the text goes on behind a line that is its beginning; 0: it is not. */
static size_t cut(const char *text, TlumachSpan span, const char *line) {
  size_t at = span.start;
  for (gboolean first = TRUE; *line; first = FALSE) {
    gboolean space = g_ascii_isspace(*line), other = at < span.end && g_ascii_isspace(text[at]);
    while (g_ascii_isspace(*line))
      line++;
    while (at < span.end && g_ascii_isspace(text[at]))
      at++;
    if (at == span.end || *line != text[at] || (!first && space != other))
      return 0;
    line++, at++;
  }
  while (at < span.end && g_ascii_isspace(text[at]))
    at++;
  return at < span.end && at > span.start && ((guint8)text[at] & 0xC0) != 0x80 ? at : 0;
}

/* The line is not the sentence whose turn it is. */
static gboolean refuse(const Reading *r, TlumachSide side, const char *text, GError **error) {
  const char *name = tlumach_document_name(document_of(r->alignment, side));
  guint next = r->next[side], n = count_of(r->alignment, side);
  if (next == n) {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, r->path, r->line, 0, "%s has no more sentences: take this line away",
                name);
    return FALSE;
  }
  g_autofree char *expected = shown(r, side);
  gboolean later = FALSE;
  for (guint i = next + 1; i < n && !later; i++) {
    g_autofree char *line = line_of(r->alignment, side, segment_of(r->alignment, side, i)->span);
    later = same(line, text);
  }
  tl_error_at(error, TLUMACH_ERROR_FORMAT, r->path, r->line, 0,
              later ? "before this line one is missing, %ssentence %u of %s: “%s”"
                    : "is not %ssentence %u of %s, which is “%s”; put it back as it was, or delete this file and "
                      "align anew if the text has changed",
              r->done[side] ? "the rest of " : "", next + 1, name, expected);
  return FALSE;
}

/* A sentence, what is left of one, or a piece of that. */
static gboolean take_sentence(Reading *r, TlumachSide side, const char *text, GError **error) {
  if (r->next[side] == count_of(r->alignment, side))
    return refuse(r, side, text, error);
  TlumachSegment piece = {left_of(r, side), segment_of(r->alignment, side, r->next[side])->block};
  g_autofree char *expected = line_of(r->alignment, side, piece.span);
  if (same(expected, text)) {
    r->next[side]++;
    r->done[side] = 0;
  } else {
    const char *all = tlumach_document_text(document_of(r->alignment, side), NULL);
    size_t at = cut(all, piece.span, text);
    if (at == 0)
      return refuse(r, side, text, error);
    r->done[side] = piece.span.end = at;
    while (g_ascii_isspace(all[piece.span.end - 1]))
      piece.span.end--;
  }
  g_array_append_val(r->segments[side], piece);
  if (side == TLUMACH_SOURCE)
    r->open.n_source++;
  else
    r->open.n_target++;
  return TRUE;
}

static gboolean take_line(Reading *r, char *line, GError **error) {
  g_strstrip(line);
  if (*line == '\0')
    close_bead(r);
  else if (*line == mark[TLUMACH_SOURCE] || *line == mark[TLUMACH_TARGET])
    return take_sentence(r, *line == mark[TLUMACH_SOURCE] ? TLUMACH_SOURCE : TLUMACH_TARGET, g_strchug(line + 1),
                         error);
  else if (*line != '#' && *line != '?') {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, r->path, r->line, 0,
                "begins with none of \"<\" (the text), \">\" (its translation), \"#\" and \"?\" (remarks)");
    return FALSE;
  }
  return TRUE;
}

static gboolean finish(Reading *r, GError **error) {
  close_bead(r);
  for (TlumachSide side = TLUMACH_SOURCE; side <= TLUMACH_TARGET; side++) {
    if (r->next[side] == count_of(r->alignment, side))
      continue;
    g_autofree char *expected = shown(r, side);
    tl_error_at(error, TLUMACH_ERROR_FORMAT, r->path, 0, 0, "ends before %ssentence %u of %s: “%s”",
                r->done[side] ? "the rest of " : "", r->next[side] + 1,
                tlumach_document_name(document_of(r->alignment, side)), expected);
    return FALSE;
  }
  return TRUE;
}

GArray *tl_align_edit_read(const TlumachAlignment *alignment, const char *path, GArray *source, GArray *target,
                           GError **error) {
  g_autoptr(GBytes) raw = tl_file_read(path, 0, error);
  g_autoptr(TlDecoded) decoded = raw && tl_is_text(path, raw, NULL, error) ? tl_decode(path, raw, NULL, error) : NULL;
  if (!decoded)
    return NULL;
  size_t length;
  const char *text = tl_decoded_text(decoded, &length);
  g_autoptr(GArray) beads = g_array_new(FALSE, FALSE, sizeof(TlumachBead));
  Reading r = {.alignment = alignment,
               .path = path,
               .beads = beads,
               .open = {.score = 1.0, .settled = TRUE},
               .segments = {source, target}};
  for (size_t at = tl_bom_length(text, length), next; at < length; at = next) {
    size_t end = tl_line_end(text, at, length, &next);
    g_autofree char *line = g_utf8_make_valid(text + at, (gssize)(end - at));
    r.line++;
    if (!take_line(&r, line, error))
      return NULL;
  }
  return finish(&r, error) ? g_steal_pointer(&beads) : NULL;
}
