#include "text/address.h"

#include <string.h>

#define ADDRESS_MAX 2048u /* bytes; what is longer is no address that somebody wrote */

static gboolean is_space(char c) {
  return g_ascii_isspace(c) || c == '\0';
}

/* Letters and digits, those beyond ASCII too, and what stands inside names of hosts and users. */
static gboolean is_name(char c) {
  return g_ascii_isalnum(c) || (guchar)c >= 0x80 || c == '.' || c == '-' || c == '_' || c == '+' || c == '%';
}

static gboolean starts_with(const char *text, size_t length, size_t at, const char *what) {
  size_t n = strlen(what);
  return length - at >= n && g_ascii_strncasecmp(text + at, what, n) == 0;
}

/* Is there a scheme, "www." or a path at the start of a word? */
static gboolean begins_address(const char *text, size_t length, size_t at) {
  size_t scheme = at;
  while (scheme < length && (g_ascii_isalnum(text[scheme]) || text[scheme] == '+' || text[scheme] == '-'))
    scheme++;
  if (scheme > at && starts_with(text, length, scheme, "://"))
    return TRUE;
  if (starts_with(text, length, at, "www.") || starts_with(text, length, at, "mailto:") ||
      starts_with(text, length, at, "~/") || starts_with(text, length, at, "./") ||
      starts_with(text, length, at, "../"))
    return TRUE;
  if (at + 2 < length && g_ascii_isalpha(text[at]) && text[at + 1] == ':' && text[at + 2] == '\\')
    return TRUE;
  if (text[at] != '/' || at + 1 >= length || !is_name(text[at + 1]))
    return FALSE;
  for (size_t i = at + 1; i < length && !is_space(text[i]); i++)
    if (text[i] == '/')
      return TRUE;
  return FALSE;
}

/* Is there an @ between two names, the word in one of them? */
static gboolean in_mail(const char *text, size_t length, TlumachSpan word) {
  size_t start = word.start, end = word.end;
  while (start > 0 && word.start - start < ADDRESS_MAX && (is_name(text[start - 1]) || text[start - 1] == '@'))
    start--;
  while (end < length && end - word.end < ADDRESS_MAX && (is_name(text[end]) || text[end] == '@'))
    end++;
  const char *at = memchr(text + start, '@', end - start);
  return at && at > text + start && at + 1 < text + end && is_name(at[1]);
}

gboolean tl_in_address(const char *text, size_t length, TlumachSpan word) {
  for (size_t start = word.start;; start--) {
    gboolean edge = start == 0 || is_space(text[start - 1]);
    if ((edge || strchr("(<[{\"'", text[start - 1])) && begins_address(text, length, start))
      return TRUE;
    if (edge || strchr("<>\"", text[start - 1]) || word.start - start == ADDRESS_MAX)
      return in_mail(text, length, word);
  }
}
