/* Conflicts as processing instructions: every reader of XML passes them over, and the file stays valid. */
#include "terms/tbx/conflict.h"

#include <string.h>

#include "base/splice.h"

static void append_value(GString *out, const char *name, const char *value) {
  if (!value)
    return;
  g_autofree char *escaped = g_markup_escape_text(value, -1);
  g_string_append_printf(out, " %s=\"%s\"", name, escaped);
}

void tl_conflict_write(const char *field, const char *before, const char *ours, const char *theirs, GString *out) {
  g_string_append(out, "<?" TL_CONFLICT);
  append_value(out, "field", field);
  append_value(out, "before", before);
  append_value(out, "ours", ours);
  append_value(out, "theirs", theirs);
  g_string_append(out, "?>");
}

/* The value of a pseudo-attribute, as it was before it was escaped; NULL: none. */
static char *value_of(const char *text, const char *name) {
  g_autofree char *start = g_strconcat(name, "=\"", NULL);
  const char *at = text;
  while ((at = strstr(at, start)) && at > text && at[-1] != ' ')
    at++;
  if (!at)
    return NULL;
  at += strlen(start);
  GString *value = g_string_new_len(at, (gssize)strcspn(at, "\""));
  static const char *const entities[][2] = {{"&lt;", "<"},   {"&gt;", ">"},  {"&quot;", "\""},
                                            {"&apos;", "'"}, {"&#39;", "'"}, {"&amp;", "&"}};
  for (guint i = 0; i < G_N_ELEMENTS(entities); i++)
    g_string_replace(value, entities[i][0], entities[i][1], 0);
  return g_string_free(value, FALSE);
}

char *tl_conflict_describe(const char *text) {
  g_autofree char *field = value_of(text, "field"), *ours = value_of(text, "ours"), *theirs = value_of(text, "theirs");
  g_autofree char *mine = ours ? g_strdup_printf("“%s” here", ours) : g_strdup("removed here"),
                  *other = !theirs ? g_strdup("nothing there")
                           : ours  ? g_strdup_printf("“%s” there", theirs)
                                   : g_strdup_printf("“%s” there, which stays", theirs);
  return g_strdup_printf("a conflict of a merge is not settled: %s: %s, %s", field ? field : "?", mine, other);
}

/* The next mark from `*at` on; FALSE: there is none. What begins its line takes the line with it. */
static gboolean next_mark(const char *text, size_t length, TlumachSpan *span) {
  const char *start = memmem(text + span->end, length - span->end, "<?" TL_CONFLICT, strlen("<?" TL_CONFLICT));
  const char *end = start ? memmem(start, length - (size_t)(start - text), "?>", 2) : NULL;
  if (!end)
    return FALSE;
  *span = (TlumachSpan){(size_t)(start - text), (size_t)(end - text) + 2};
  return TRUE;
}

guint tl_conflicts_remove(GString *text) {
  guint n = 0;
  for (TlumachSpan span = {0, 0}; next_mark(text->str, text->len, &span); n++) {
    size_t start = tl_removal_start(text->str, span.start);
    g_string_erase(text, (gssize)start, (gssize)(span.end - start));
    span.end = start;
  }
  return n;
}
