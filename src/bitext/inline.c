#include "bitext/inline.h"

#include <string.h>

static const TlInlineKind *kind_of(const TlInline *reading, const char *local) {
  for (const TlInlineKind *kind = reading->kinds; kind->local; kind++)
    if (strcmp(kind->local, local) == 0)
      return kind;
  return NULL;
}

static const char *identity(const TlInlineKind *kind, const TlXmlElement *element) {
  g_auto(GStrv) names = g_strsplit(kind->identity, " ", -1);
  for (char **name = names; *name; name++) {
    const char *value = tl_xml_attribute(element, NULL, *name);
    if (value)
      return value;
  }
  return NULL;
}

/* XLIFF 2.1 §4.2.3.1: a character that XML cannot hold. What is to be read is shown, the place is kept. */
static void put_code_point(TlInline *reading, const TlXmlElement *element) {
  tl_draft_replace(reading->draft, reading->side, element->tag, "\xEF\xBF\xBD", 3);
}

gboolean tl_inline_start(TlInline *reading, const TlXmlElement *element) {
  const TlInlineKind *kind = kind_of(reading, element->local);
  if (reading->muted) {
    /* <sub>: text again, of a note or attribute; it is no part of the sentence */
    return TRUE;
  }
  if (!kind)
    return FALSE;
  if (kind->tag)
    tl_draft_tag(reading->draft, reading->side, kind->local, identity(kind, element));
  const char *type = tl_xml_attribute(element, NULL, "ctype");
  if (strcmp(kind->local, "cp") == 0)
    put_code_point(reading, element);
  else if (type && strcmp(type, "lb") == 0)
    tl_draft_replace(reading->draft, reading->side, element->tag, "\n", 1);
  if (kind->code)
    reading->muted = element->depth;
  return TRUE;
}

void tl_inline_end(TlInline *reading, const TlXmlElement *element) {
  if (reading->muted == element->depth)
    reading->muted = 0;
}

void tl_inline_text(TlInline *reading, const char *data, const char *text, size_t length, TlumachSpan span) {
  if (!reading->draft || reading->muted)
    return;
  if (span.end - span.start == length && memcmp(data + span.start, text, length) == 0)
    tl_draft_copy(reading->draft, reading->side, span);
  else
    tl_draft_replace(reading->draft, reading->side, span, text, length);
}
