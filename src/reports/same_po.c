/* PO of GNU gettext written back: translations into empty msgstr, what is known into comments "#. tlumach: …"
 * (extracted comments: msgmerge takes those away that it does not know, and so do we). */
#include <string.h>

#include "bitext/bitext.h"
#include "reports/notes.h"
#include "reports/same.h"

typedef struct Entry {
  TlSame *same;
  const char *newline;
  size_t start;   /* of the entry's first line; of the one that `lines` are for */
  GString *lines; /* new comments */
  GHashTable *seen;
} Entry;

static size_t line_start(const char *data, size_t at) {
  while (at > 0 && data[at - 1] != '\n')
    at--;
  return at;
}

static size_t line_end(const TlSame *same, size_t at) {
  const char *stop = memchr(same->data + at, '\n', same->length - at);
  return stop ? (size_t)(stop + 1 - same->data) : same->length;
}

static gboolean begins(const TlSame *same, size_t at, const char *with) {
  size_t n = strlen(with);
  return same->length - at >= n && memcmp(same->data + at, with, n) == 0;
}

static gboolean is_blank(const TlSame *same, size_t at) {
  for (size_t end = line_end(same, at); at < end; at++)
    if (!g_ascii_isspace(same->data[at]))
      return FALSE;
  return TRUE;
}

/* Up from a keyword's line of an entry to its first one: other keywords with their strings, then comments. */
static size_t entry_start(const TlSame *same, size_t at) {
  gboolean comments = FALSE;
  for (at = line_start(same->data, at); at > 0;) {
    size_t line = line_start(same->data, at - 1);
    while (line > 0 && same->data[line] == '"')
      line = line_start(same->data, line - 1);
    gboolean comment = same->data[line] == '#';
    if (is_blank(same, line) || begins(same, line, "msgstr") || begins(same, line, "#~") || (comments && !comment))
      break; /* entries need no blank line between them */
    comments = comments || comment;
    at = line;
  }
  return at;
}

/* -- comments --------------------------------------------------------------------------------------------------- */

static void add_lines(Entry *entry, const char *kind, const GPtrArray *lines) {
  for (guint i = 0; i < lines->len; i++) {
    g_autofree char *line = g_strdup_printf(TL_PO_OURS "%s: %s", kind, (const char *)lines->pdata[i]);
    g_strdelimit(line, "\r\n", ' ');
    g_autofree char *valid = g_utf8_make_valid(line, -1);
    if (g_hash_table_add(entry->seen, g_strdup(valid)))
      g_string_append_printf(entry->lines, "%s%s", valid, entry->newline);
  }
}

/* Old lines of ours go; new ones stand behind the translator's comments and the extracted ones. */
static void put_comments(Entry *entry) {
  TlSame *same = entry->same;
  size_t at = entry->start, place = at;
  for (size_t end; at < same->length && same->data[at] == '#'; at = end) {
    end = line_end(same, at);
    if (tl_bitext_po_is_ours(same->data + at, end - at))
      tl_splices_add(same->splices, (TlumachSpan){at, end}, g_strdup(""));
    else if (begins(same, at, "# ") || begins(same, at, "#.") || begins(same, at, "#\n") || begins(same, at, "#\r"))
      place = end;
  }
  if (entry->lines->len)
    tl_splices_add(same->splices, (TlumachSpan){place, place}, g_strdup(entry->lines->str));
  g_string_truncate(entry->lines, 0);
  g_hash_table_remove_all(entry->seen);
}

static void add_known(Entry *entry, const TlumachUnit *unit) {
  g_auto(TlNotes) notes;
  tl_notes_init(&notes, unit, tlumach_document_text(entry->same->file->document, NULL));
  add_lines(entry, "term", notes.terms);
  add_lines(entry, "name", notes.names);
  add_lines(entry, "misspelt", notes.misspellings);
  add_lines(entry, "memory", notes.memory);
}

/* -- strings ---------------------------------------------------------------------------------------------------- */

static char *quoted(const char *text) {
  static const char special[] = "\n\t\r\"\\\a\b\f\v", letters[] = "ntr\"\\abfv";
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  GString *out = g_string_new("\"");
  for (const char *at = valid; *at; at++) {
    const char *found = strchr(special, *at);
    if (found)
      g_string_append_printf(out, "\\%c", letters[found - special]);
    else
      g_string_append_c(out, *at);
  }
  g_string_append_c(out, '"');
  return g_string_free(out, FALSE);
}

/* From the first quote of a string that may stand on several lines to its last one. */
static TlumachSpan literals(const TlSame *same, size_t start) {
  TlumachSpan span = {start, start};
  for (size_t at = start; at < same->length && same->data[at] == '"'; at = line_end(same, at)) {
    size_t end = line_end(same, at);
    while (end > at && g_ascii_isspace(same->data[end - 1]))
      end--;
    span.end = end;
  }
  return span;
}

static void fill(TlSame *same, const TlumachUnit *unit) {
  const char *translation = tl_same_translation(same, unit);
  if (!translation)
    return;
  size_t at = tl_bitext_place(same->file->bitext, unit->pair, TLUMACH_TARGET);
  tl_splices_add(same->splices, literals(same, at - 1), quoted(translation));
}

gboolean tl_same_po(TlSame *same, GError **error) {
  (void)error;
  g_autoptr(GString) lines = g_string_new(NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  const char *first = memchr(same->data, '\n', same->length);
  Entry entry = {same, first > same->data && first[-1] == '\r' ? "\r\n" : "\n", same->length, lines, seen};
  for (guint i = 0; i < same->file->n_units; i++) {
    const TlumachUnit *unit = &same->file->units[i];
    size_t start = entry_start(same, tl_bitext_place(same->file->bitext, unit->pair, TLUMACH_SOURCE));
    if (start != entry.start && entry.start != same->length)
      put_comments(&entry); /* forms of a plural have their comments in one place */
    entry.start = start;
    add_known(&entry, unit);
    fill(same, unit);
  }
  if (entry.start != same->length)
    put_comments(&entry);
  return TRUE;
}
