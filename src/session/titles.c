#include "session/titles.h"

#include <string.h>

#include "text/token.h"

static gboolean is_mark(const char *text, size_t length, const char *const *marks) {
  for (; *marks; marks++)
    if (strlen(*marks) <= length && memcmp(text, *marks, strlen(*marks)) == 0)
      return TRUE;
  return FALSE;
}

static gboolean is_behind_mark(const char *text, size_t at, const char *const *marks) {
  for (; *marks; marks++)
    if (strlen(*marks) <= at && memcmp(text + at - strlen(*marks), *marks, strlen(*marks)) == 0)
      return TRUE;
  return FALSE;
}

static gboolean is_title(const char *text, size_t length, const TlToken *token) {
  static const char *const opening[] = {"«", "„", "“", "\"", NULL}, *const closing[] = {"»", "“", "”", "\"", NULL};
  return (token->flags & TL_TOKEN_CAPITAL) && !token->starts && is_behind_mark(text, token->span.start, opening) &&
         is_mark(text + token->span.end, length - token->span.end, closing);
}

void tl_drop_titles(const char *text, size_t length, const GArray *tokens, GArray *hits) {
  guint at = 0, kept = 0;
  for (guint i = 0; i < hits->len; i++) {
    TlumachHit hit = g_array_index(hits, TlumachHit, i);
    while (at < tokens->len && g_array_index(tokens, TlToken, at).span.start < hit.span.start)
      at++;
    const TlToken *token = at < tokens->len ? &g_array_index(tokens, TlToken, at) : NULL;
    gboolean small = g_unichar_islower(g_utf8_get_char(hit.term->text));
    if (!(small && token && token->span.start == hit.span.start && token->span.end == hit.span.end &&
          is_title(text, length, token)))
      g_array_index(hits, TlumachHit, kept++) = hit;
  }
  g_array_set_size(hits, kept);
}
