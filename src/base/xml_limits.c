#include "base/xml_limits.h"

#include <string.h>

#include "base/binary.h"
#include "base/error.h"
#include "base/position.h"

typedef struct Check {
  const char *name, *data;
  size_t length;
  GError **error;
} Check;

static gboolean refuse(const Check *c, size_t at, TlumachError code, const char *what) {
  size_t line, column;
  tl_locate(c->data, c->length, at, &line, &column);
  tl_error_at(c->error, code, c->name, line, column, "%s", what);
  return FALSE;
}

/* The byte after `mark`, or the end: libxml2 will say what is unclosed. */
static size_t after(const Check *c, size_t from, const char *mark) {
  const char *at = memmem(c->data + from, c->length - from, mark, strlen(mark));
  return at ? (size_t)(at - c->data) + strlen(mark) : c->length;
}

/* A DOCTYPE is kept and never loaded; what it declares would be lost or expanded, so it must declare nothing. */
static gboolean check_doctype(const Check *c, size_t at, size_t *end) {
  static const char *const declarations[] = {"<!ENTITY", "<!ATTLIST"};
  int depth = 0;
  size_t i = at + 2;
  for (; i < c->length; i++) {
    char b = c->data[i];
    if (b == '<' && c->length - i >= 4 && memcmp(c->data + i, "<!--", 4) == 0) {
      i = after(c, i + 4, "-->") - 1; /* an apostrophe in a comment opens nothing */
    } else if (b == '<' && c->length - i >= 2 && c->data[i + 1] == '?') {
      i = after(c, i + 2, "?>") - 1;
    } else if (b == '"' || b == '\'') {
      const char *close = memchr(c->data + i + 1, b, c->length - i - 1);
      i = close ? (size_t)(close - c->data) : c->length - 1;
    } else if (b == '[') {
      depth++;
    } else if (b == ']') {
      depth--;
    } else if (b == '>' && depth <= 0) {
      break;
    }
    for (guint k = 0; b == '<' && k < G_N_ELEMENTS(declarations); k++)
      if (c->length - i >= strlen(declarations[k]) &&
          memcmp(c->data + i, declarations[k], strlen(declarations[k])) == 0) {
        g_autofree char *declared = g_strndup(c->data + i, MIN(c->length - i, 60));
        declared[strcspn(declared, ">\r\n")] = '\0';
        g_autofree char *what =
            g_strdup_printf("the DOCTYPE declares %s>: declarations are not read, write the text itself", declared);
        return refuse(c, i, TLUMACH_ERROR_FORMAT, what);
      }
  }
  *end = MIN(i + 1, c->length);
  return TRUE;
}

static gboolean check_end_tag(const Check *c, size_t at, size_t *end) {
  const char *close = memchr(c->data + at, '>', MIN(c->length - at, TL_XML_TAG_MAX + 1));
  *end = close ? (size_t)(close - c->data) + 1 : c->length;
  return close || c->length - at <= TL_XML_TAG_MAX || refuse(c, at, TLUMACH_ERROR_LIMIT, "a tag of more than 32 KiB");
}

static gboolean check_tag(const Check *c, size_t at, size_t *end) {
  size_t i = at + 1, limit = MIN(c->length, at + 1 + TL_XML_TAG_MAX);
  for (; i < limit && c->data[i] != '>'; i++)
    if (c->data[i] == '"' || c->data[i] == '\'') {
      const char *close = memchr(c->data + i + 1, c->data[i], limit - i - 1);
      i = close ? (size_t)(close - c->data) : limit - 1;
    }
  *end = i + 1;
  return i < at + 1 + TL_XML_TAG_MAX || refuse(c, at, TLUMACH_ERROR_LIMIT, "a tag of more than 32 KiB");
}

static gboolean check_start(const Check *c) {
  const char *kind = tl_binary_kind(c->data, c->length);
  if (kind) {
    tl_error_at(c->error, TLUMACH_ERROR_FORMAT, c->name, 0, 0, "%s", kind);
    return FALSE;
  }
  const char *nul = c->length ? memchr(c->data, '\0', c->length) : NULL;
  if (nul)
    return refuse(c, (size_t)(nul - c->data), TLUMACH_ERROR_FORMAT, "a NUL byte: this is no XML text");
  return TRUE;
}

gboolean tl_xml_check_limits(const char *name, const char *data, size_t length, GError **error) {
  Check c = {name, data, length, error};
  if (!check_start(&c))
    return FALSE;
  for (size_t i = 0; i < length;) {
    const char *open = memchr(data + i, '<', length - i);
    if (!open)
      break;
    size_t at = (size_t)(open - data), left = length - at;
    if (left >= 4 && memcmp(open, "<!--", 4) == 0)
      i = after(&c, at + 4, "-->");
    else if (left >= 9 && memcmp(open, "<![CDATA[", 9) == 0)
      i = after(&c, at + 9, "]]>");
    else if (left >= 2 && open[1] == '?')
      i = after(&c, at + 2, "?>");
    else if (left >= 2 && open[1] == '/'   ? !check_end_tag(&c, at, &i)
             : left >= 2 && open[1] == '!' ? !check_doctype(&c, at, &i)
                                           : !check_tag(&c, at, &i))
      return FALSE;
  }
  return TRUE;
}
