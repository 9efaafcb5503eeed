/* The changed file: its bytes, its differences, and its way to the disk. */
#include <string.h>

#include "base/error.h"
#include "base/line_diff.h"
#include "base/splice.h"
#include "terms/tbx/read.h"
#include "terms/term_file_private.h"

/* -- bytes -- */

/* All new entries, each on lines of its own if the others are. */
static char *new_entries(const TlumachTermFile *f) {
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < f->added->len; i++) {
    tl_tbx_write_break(f->manner, f->manner->indent != NULL, 0, text);
    g_string_append(text, g_ptr_array_index(f->added, i));
  }
  return g_string_free(g_steal_pointer(&text), FALSE);
}

/* The first entry of a file; <body/> is opened for it. */
static void add_first_entries(const TlumachTermFile *f, TlSplices *pieces) {
  const TlTbxFile *tbx = f->tbx;
  char *entries = new_entries(f);
  if (!tbx->body_empty) {
    tl_splices_add(pieces, (TlumachSpan){tbx->body.end, tbx->body.end}, entries);
    return;
  }
  tl_splices_add(pieces, (TlumachSpan){tbx->body.end - 2, tbx->body.end},
                 tl_tbx_open_body(tbx, entries, f->manner->newline));
  g_free(entries);
}

static gboolean is_changed(const TlumachTermFile *f, guint i, TlumachSpan span) {
  const TlEntryEdit *edit = f->entries[i].edit;
  if (!edit)
    return FALSE;
  const GString *text = tl_entry_edit_text(edit);
  return text->len != span.end - span.start || memcmp(text->str, f->tbx->text + span.start, text->len) != 0;
}

static gboolean add_entry(const TlumachTermFile *f, guint i, TlumachSpan span, TlSplices *pieces, GError **error) {
  if (f->entries[i].removed) {
    span.start = tl_removal_start(f->tbx->text, span.start);
    tl_splices_add(pieces, span, g_strdup(""));
  } else if (is_changed(f, i, span)) {
    if (f->stamp.who && !f->entries[i].stamped && !tl_entry_edit_stamp(f->entries[i].edit, &f->stamp, error))
      return FALSE;
    f->entries[i].stamped = f->stamp.who != NULL;
    tl_splices_add(pieces, span, g_strdup(tl_entry_edit_text(f->entries[i].edit)->str));
  }
  return TRUE;
}

static gboolean gather(const TlumachTermFile *f, TlSplices *pieces, GError **error) {
  guint n;
  const TlumachConcept *concepts = tlumach_termbase_concepts(f->tbx->base, &n);
  for (guint i = 0; i < n; i++)
    if (!add_entry(f, i, concepts[i].file_span, pieces, error))
      return FALSE;
  if (f->added->len > 0 && n > 0)
    tl_splices_add(pieces, (TlumachSpan){concepts[n - 1].file_span.end, concepts[n - 1].file_span.end}, new_entries(f));
  else if (f->added->len > 0)
    add_first_entries(f, pieces);
  return TRUE;
}

GBytes *tlumach_term_file_bytes(const TlumachTermFile *f, GError **error) {
  g_autoptr(TlSplices) pieces = tl_splices_new();
  return gather(f, pieces, error) ? tl_splices_apply(pieces, f->tbx->decoded, TRUE, error) : NULL;
}

/* -- differences -- */

static guint count_lines(const char *text, size_t length) {
  guint n = 0;
  for (const char *at = text; (at = memchr(at, '\n', length - (size_t)(at - text))); at++)
    n++;
  return n;
}

/* One piece with the lines that it stands in. */
static void append_piece(GString *out, const char *text, size_t length, const TlSplice *splice) {
  size_t start = splice->span.start, end = splice->span.end;
  while (start > 0 && text[start - 1] != '\n')
    start--;
  while (end < length && text[end] != '\n')
    end++;
  end += end < length;
  g_autoptr(GString) new = g_string_new_len(text + start, (gssize)(splice->span.start - start));
  g_string_append_len(new, splice->with, (gssize)splice->length);
  g_string_append_len(new, text + splice->span.end, (gssize)(end - splice->span.end));
  tl_line_diff(text + start, end - start, new->str, new->len, count_lines(text, start) + 1, out);
}

char *tlumach_term_file_changes(const TlumachTermFile *f, GError **error) {
  guint n;
  g_autoptr(TlSplices) pieces = tl_splices_new();
  if (!gather(f, pieces, error))
    return NULL;
  const TlSplice *splices = tl_splices_all(pieces, &n);
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < n; i++)
    append_piece(out, f->tbx->text, f->tbx->length, &splices[i]);
  return g_string_free(g_steal_pointer(&out), FALSE);
}

/* -- to the disk -- */

/* Does what was written read as a term base with as many concepts as there must be? */
static gboolean verify(GBytes *written, gpointer user, GError **error) {
  const TlumachTermFile *f = user;
  guint n, expected = f->n + f->added->len;
  if (!tl_tbx_count(f->path, written, &n, error))
    return FALSE;
  for (guint i = 0; i < f->n; i++)
    expected -= f->entries[i].removed ? 1 : 0;
  if (n == expected)
    return TRUE;
  tl_error_at(error, TLUMACH_ERROR_FORMAT, f->path, 0, 0, "not saved: %u concepts would be in it, and %u should", n,
              expected);
  return FALSE;
}

gboolean tlumach_term_file_save(TlumachTermFile *f, gboolean backup, GError **error) {
  const TlFileSave how = {.backup = backup, .verify = verify, .user = f, .locked = TRUE};
  g_autoptr(GBytes) bytes = tlumach_term_file_bytes(f, error);
  if (!bytes)
    return FALSE;
  if (!f->lock) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, f->path, 0, 0, "standard input cannot be saved");
    return FALSE;
  }
  if (g_bytes_equal(bytes, tl_decoded_raw(f->tbx->decoded)))
    return TRUE;
  g_autofree char *now = tl_file_identity(f->path);
  if (g_strcmp0(now, f->identity) != 0) {
    tl_error_at(error, TLUMACH_ERROR_BUSY, f->path, 0, 0, "not saved: another program changed it meanwhile; try again");
    return FALSE;
  }
  return tl_file_save(f->path, bytes, &how, error);
}
