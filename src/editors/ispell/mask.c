#include "editors/ispell/mask.h"

#include <string.h>

TlMarkup tl_markup_named(const char *name, gssize length) {
  static const struct {
    const char *name;
    TlMarkup markup;
  } names[] = {{"html", TL_MARKUP_HTML},   {"sgml", TL_MARKUP_HTML}, {"xml", TL_MARKUP_HTML},
               {"tex", TL_MARKUP_TEX},     {"latex", TL_MARKUP_TEX}, {"nroff", TL_MARKUP_NROFF},
               {"troff", TL_MARKUP_NROFF}, {"man", TL_MARKUP_NROFF}, {"markdown", TL_MARKUP_MARKDOWN}};
  size_t n = length < 0 ? strlen(name) : (size_t)length;
  for (guint i = 0; i < G_N_ELEMENTS(names); i++)
    if (n == strlen(names[i].name) && g_ascii_strncasecmp(name, names[i].name, n) == 0)
      return names[i].markup;
  return TL_MARKUP_NONE;
}

static void blank(char *line, size_t start, size_t end) {
  memset(line + start, ' ', end - start);
}

static gboolean is_space(char c) {
  return g_ascii_isspace(c) || c == '\0';
}

static void mask_html(char *line, size_t length, gboolean *open) {
  for (size_t at = 0; at < length;) {
    const char *end = NULL;
    size_t from = at;
    if (*open || line[at] == '<') {
      gboolean name = *open || (at + 1 < length && (g_ascii_isalpha(line[at + 1]) || memchr("/!?", line[at + 1], 3)));
      end = name ? memchr(line + at, '>', length - at) : NULL;
      *open = name && !end;
      at = end ? (size_t)(end - line) + 1 : name ? length : at + 1;
      if (name)
        blank(line, from, at);
    } else if (line[at] == '&') {
      size_t stop = at + 1;
      while (stop < length && (g_ascii_isalnum(line[stop]) || line[stop] == '#'))
        stop++;
      if (stop < length && stop > at + 1 && line[stop] == ';')
        blank(line, at, stop + 1);
      at = stop;
    } else
      at++;
  }
}

static void mask_tex(char *line, size_t length) {
  for (size_t at = 0; at < length; at++) {
    size_t end = at + 1;
    if (line[at] == '%')
      end = length;
    else if (line[at] != '\\')
      continue;
    else if (end < length && g_ascii_ispunct(line[end])) /* \% is a sign */
      end++;
    else
      while (end < length && g_ascii_isalpha(line[end]))
        end++;
    blank(line, at, end);
    at = end - 1;
  }
}

/* Requests (".SH NAME" keeps its words) and escapes: \fB, \(em, \*x. */
static void mask_nroff(char *line, size_t length) {
  size_t at = 0;
  if (length > 1 && (line[0] == '.' || line[0] == '\'')) {
    while (at < length && !is_space(line[at]))
      at++;
    blank(line, 0, at);
  }
  for (; at < length; at++)
    if (line[at] == '\\') {
      size_t end = at + 2;
      if (at + 1 < length && memchr("f*", line[at + 1], 2))
        end = at + 3;
      if (end <= length && line[end - 1] == '(')
        end += 2;
      end = MIN(end, length);
      blank(line, at, end);
      at = end - 1;
    }
}

/* Code between backquotes, on one line. */
static void mask_code(char *line, size_t length) {
  for (size_t at = 0; at < length; at++) {
    const char *end = line[at] == '`' ? memchr(line + at + 1, '`', length - at - 1) : NULL;
    if (!end)
      continue;
    blank(line, at, (size_t)(end - line) + 1);
    at = (size_t)(end - line);
  }
}

void tl_mask(char *line, size_t length, TlMarkup markup, gboolean *open) {
  if (markup == TL_MARKUP_HTML)
    mask_html(line, length, open);
  else if (markup == TL_MARKUP_TEX)
    mask_tex(line, length);
  else if (markup == TL_MARKUP_NROFF)
    mask_nroff(line, length);
  else if (markup == TL_MARKUP_MARKDOWN)
    mask_code(line, length);
}
