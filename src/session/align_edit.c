/* The edit file: "<" before a sentence of the text, ">" before one of the translation, an empty line behind each pair.
 * Lines that begin with "#" or "?" are remarks. Sentences must come in the order of their texts, each once, so moving
 * lines between pairs is all that can be done, and nothing can get lost unseen. */
#include "session/align_edit.h"

#include <string.h>

#include "base/binary.h"
#include "base/charset.h"
#include "base/error.h"
#include "base/file.h"
#include "reports/pieces.h"

static const char mark[] = {'<', '>'}; /* by TlumachSide */

static const TlumachDocument *document_of(const TlumachAlignment *a, TlumachSide side) {
  return side == TLUMACH_SOURCE ? a->source : a->target;
}

static guint count_of(const TlumachAlignment *a, TlumachSide side) {
  return side == TLUMACH_SOURCE ? a->n_source : a->n_target;
}

/* A sentence as one line that UTF-8 readers take. */
static char *line_of(const TlumachAlignment *a, TlumachSide side, guint i) {
  const TlumachSegment *segments = side == TLUMACH_SOURCE ? a->source_segments : a->target_segments;
  g_autoptr(GString) line = g_string_new(NULL);
  tl_append_line(line, tlumach_document_text(document_of(a, side), NULL), segments[i].span);
  return g_utf8_make_valid(line->str, (gssize)line->len);
}

/* -- writing ---------------------------------------------------------------------------------------------------- */

static void put_sentences(const TlumachAlignment *a, TlumachSide side, guint first, guint n, GString *out) {
  for (guint i = first; i < first + n; i++) {
    g_autofree char *line = line_of(a, side, i);
    g_string_append_printf(out, "%c %s\n", mark[side], line);
  }
}

void tlumach_alignment_edit_text(const TlumachAlignment *a, GString *out) {
  g_string_append_printf(out,
                         "# < %s\n# > %s\n#\n"
                         "# An empty line ends a pair. Move lines and empty lines until each pair is right; the order\n"
                         "# of the sentences stays. Then give this file to the same command again.\n"
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
} Reading;

static void close_bead(Reading *r) {
  TlumachBead *bead = &r->open;
  if (bead->n_source + bead->n_target > 0)
    g_array_append_val(r->beads, *bead);
  *bead = (TlumachBead){bead->source + bead->n_source, 0, bead->target + bead->n_target, 0, 1.0};
}

static guint next_of(const Reading *r, TlumachSide side) {
  return side == TLUMACH_SOURCE ? r->open.source + r->open.n_source : r->open.target + r->open.n_target;
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

/* The line is not the sentence whose turn it is. */
static gboolean refuse(const Reading *r, TlumachSide side, const char *text, GError **error) {
  const char *name = tlumach_document_name(document_of(r->alignment, side));
  guint next = next_of(r, side), n = count_of(r->alignment, side);
  if (next == n) {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, r->path, r->line, 0, "%s has no more sentences: take this line away",
                name);
    return FALSE;
  }
  g_autofree char *expected = line_of(r->alignment, side, next);
  gboolean later = FALSE;
  for (guint i = next + 1; i < n && !later; i++) {
    g_autofree char *line = line_of(r->alignment, side, i);
    later = same(line, text);
  }
  tl_error_at(error, TLUMACH_ERROR_FORMAT, r->path, r->line, 0,
              later ? "before this line one is missing, sentence %u of %s: “%.120s”"
                    : "is not sentence %u of %s, which is “%.120s”; put it back as it was, or delete this file and "
                      "align anew if the text has changed",
              next + 1, name, expected);
  return FALSE;
}

static gboolean take_sentence(Reading *r, TlumachSide side, const char *text, GError **error) {
  guint next = next_of(r, side);
  g_autofree char *expected = next < count_of(r->alignment, side) ? line_of(r->alignment, side, next) : NULL;
  if (!expected || !same(expected, text))
    return refuse(r, side, text, error);
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
  for (guint side = 0; side < 2; side++) {
    guint next = next_of(r, (TlumachSide)side);
    if (next == count_of(r->alignment, (TlumachSide)side))
      continue;
    g_autofree char *expected = line_of(r->alignment, (TlumachSide)side, next);
    tl_error_at(error, TLUMACH_ERROR_FORMAT, r->path, 0, 0, "ends before sentence %u of %s: “%.120s”", next + 1,
                tlumach_document_name(document_of(r->alignment, (TlumachSide)side)), expected);
    return FALSE;
  }
  return TRUE;
}

GArray *tl_align_edit_read(const TlumachAlignment *alignment, const char *path, GError **error) {
  g_autoptr(GBytes) raw = tl_file_read(path, 0, error);
  g_autoptr(TlDecoded) decoded = raw && tl_is_text(path, raw, NULL, error) ? tl_decode(path, raw, NULL, error) : NULL;
  if (!decoded)
    return NULL;
  size_t length;
  const char *text = tl_decoded_text(decoded, &length);
  g_autoptr(GArray) beads = g_array_new(FALSE, FALSE, sizeof(TlumachBead));
  Reading r = {.alignment = alignment, .path = path, .beads = beads, .open.score = 1.0};
  for (size_t at = tl_bom_length(text, length); at < length;) {
    const char *stop = memchr(text + at, '\n', length - at);
    size_t end = stop ? (size_t)(stop - text) : length;
    g_autofree char *line = g_utf8_make_valid(text + at, (gssize)(end - at));
    r.line++;
    if (!take_line(&r, line, error))
      return NULL;
    at = end + 1;
  }
  return finish(&r, error) ? g_steal_pointer(&beads) : NULL;
}
