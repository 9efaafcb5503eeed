#include "checks/placeholders.h"

#include <string.h>

#define BRACED_MAX 64u /* bytes of a name in braces */

static void clear(gpointer data) {
  g_free(((TlPlaceholder *)data)->text);
}

GArray *tl_placeholders_new(void) {
  GArray *found = g_array_new(FALSE, FALSE, sizeof(TlPlaceholder));
  g_array_set_clear_func(found, clear);
  return found;
}

static size_t skip(const char *text, size_t at, size_t end, const char *set) {
  while (at < end && text[at] && strchr(set, text[at]))
    at++;
  return at;
}

/* Behind a name between `open` and `close` at `at`; else `at`. */
static size_t in_brackets(const char *text, size_t at, size_t end, char open, char close) {
  if (at >= end || text[at] != open)
    return at;
  size_t name = at + 1;
  while (name < end && name - at < BRACED_MAX && (g_ascii_isalnum(text[name]) || strchr("_.-:", text[name])) &&
         text[name])
    name++;
  return name > at + 1 && name < end && text[name] == close ? name + 1 : at;
}

/* Of printf and Python: % position$ (name) flags width .precision length conversion. A space is no flag here: "5%
 * done"; nor is a letter behind the conversion: "%d0%b0" of an address. */
static size_t after_percent(const char *text, size_t at, size_t end, size_t *position) {
  static const char digits[] = "0123456789";
  size_t i = skip(text, at + 1, end, digits);
  *position = i > at + 1 && i < end && text[i] == '$' ? i + 1 : at + 1;
  i = in_brackets(text, *position, end, '(', ')');
  i = skip(text, skip(text, i, end, "-+#0"), end, "0123456789*");
  i = i < end && text[i] == '.' ? skip(text, i + 1, end, "0123456789*") : i;
  i = skip(text, i, end, "hlLqjzt");
  gboolean converts = i < end && text[i] && strchr("diouxXeEfFgGcsSpaA@", text[i]);
  gboolean ends = converts && (i + 1 >= end || !g_ascii_isalnum(text[i + 1]));
  gboolean number = at > 0 && g_ascii_isdigit(text[at - 1]); /* 100%d */
  return ends && !number ? i + 1 : at;
}

static size_t placeholder_at(const char *text, size_t at, size_t end, size_t *position) {
  *position = at;
  if (text[at] == '{')
    return in_brackets(text, at, end, '{', '}');
  if (text[at] == '$' || (text[at] == '%' && at + 1 < end && text[at + 1] == '{')) {
    size_t behind = in_brackets(text, at + 1, end, '{', '}');
    return behind > at + 1 ? behind : at;
  }
  return text[at] == '%' ? after_percent(text, at, end, position) : at;
}

void tl_placeholders(const char *text, TlumachSpan span, GArray *found) {
  for (size_t at = span.start; at < span.end; at++) {
    size_t position;
    if (text[at] == '%' && at + 1 < span.end && text[at + 1] == '%') {
      at++;
      continue;
    }
    size_t behind = placeholder_at(text, at, span.end, &position);
    if (behind <= at)
      continue;
    TlPlaceholder one = {.span = {at, behind}};
    one.text = position > at + 1 ? g_strdup_printf("%%%.*s", (int)(behind - position), text + position)
                                 : g_strndup(text + at, behind - at);
    g_array_append_val(found, one);
    at = behind - 1;
  }
}
