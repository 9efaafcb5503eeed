#include "lang/old_spelling.h"

#include <string.h>

#include "base/error.h"

#define START 8u /* bytes, four letters of Cyrillic: what tells most words from those of the list */

typedef struct Line {
  char *old, *now;
  size_t length; /* of `old`, in bytes */
  gboolean whole;
} Line;

struct TlOldSpelling {
  GArray *lines;      /* Line */
  guint64 starts[64]; /* bits: some line begins so */
};

static guint start_of(const char *word) {
  guint64 bytes;
  memcpy(&bytes, word, START);
  return (guint)((bytes * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15)) >> 52);
}

static void clear_line(gpointer data) {
  Line *line = data;
  g_free(line->old);
  g_free(line->now);
}

static size_t line_length(const char *old) {
  return strlen(old) - (g_str_has_suffix(old, "$") ? 1 : 0);
}

TlOldSpelling *tl_old_spelling_parse(const char *name, GBytes *data, GError **error) {
  TlOldSpelling *list = g_new0(TlOldSpelling, 1);
  list->lines = g_array_new(FALSE, FALSE, sizeof(Line));
  g_array_set_clear_func(list->lines, clear_line);
  g_autofree char *text = g_strndup(g_bytes_get_data(data, NULL), g_bytes_get_size(data));
  g_auto(GStrv) rows = g_strsplit(text, "\n", -1);
  for (guint i = 0; rows[i]; i++) {
    g_strchomp(rows[i]);
    if (!*rows[i] || *rows[i] == '#')
      continue;
    g_auto(GStrv) cells = g_strsplit(rows[i], "\t", -1);
    if (g_strv_length(cells) != 2 || line_length(cells[0]) < START || !*cells[1]) {
      tl_error_at(error, TLUMACH_ERROR_FORMAT, name, i + 1, 1,
                  "expected how a word began, four letters or more, a tab and how it begins now");
      tl_old_spelling_free(list);
      return NULL;
    }
    size_t length = line_length(cells[0]);
    Line line = {g_strndup(cells[0], length), g_strdup(cells[1]), length, cells[0][length] == '$'};
    g_array_append_val(list->lines, line);
    guint start = start_of(line.old);
    list->starts[start / 64] |= G_GUINT64_CONSTANT(1) << start % 64;
  }
  return list;
}

void tl_old_spelling_free(TlOldSpelling *list) {
  if (!list)
    return;
  g_array_unref(list->lines);
  g_free(list);
}

static const Line *line_of(const TlOldSpelling *list, const char *word, size_t length) {
  for (guint i = 0; i < list->lines->len; i++) {
    const Line *line = &g_array_index(list->lines, Line, i);
    if ((line->whole ? line->length == length : line->length <= length) && memcmp(line->old, word, line->length) == 0)
      return line;
  }
  return NULL;
}

gboolean tl_is_old_spelling(const TlOldSpelling *list, const char *word, size_t length) {
  if (!list || length < START)
    return FALSE;
  guint start = start_of(word);
  return (list->starts[start / 64] >> start % 64 & 1) && line_of(list, word, length);
}

char *tl_new_spelling(const TlOldSpelling *list, const char *word) {
  const Line *line = list ? line_of(list, word, strlen(word)) : NULL;
  return line ? g_strconcat(line->now, word + line->length, NULL) : NULL;
}
