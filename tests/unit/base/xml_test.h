/* What an XML or HTML reader reports, as one line: "<a x=1>text</a>". Checks on the way that every span is where it
 * says. */
#ifndef XML_TEST_H
#define XML_TEST_H

#include "../unit.h"

#include "base/xml_read.h"

typedef struct Seen {
  GString *events;
  const char *data;
  const char *stop_at; /* a handler that refuses this element; may be NULL */
} Seen;

static inline gboolean seen_start(gpointer user, const TlXmlElement *element, GError **error) {
  Seen *seen = user;
  if (seen->stop_at && strcmp(element->local, seen->stop_at) == 0) {
    tl_xml_error(error, "t.xml", element, "is not for us");
    return FALSE;
  }
  g_string_append_printf(seen->events, "<%s", element->local);
  for (guint i = 0; i < element->n_attributes; i++)
    g_string_append_printf(
        seen->events, " %s%s%s=%s", element->attributes[i].prefix ? element->attributes[i].prefix : "",
        element->attributes[i].prefix ? ":" : "", element->attributes[i].local, element->attributes[i].value);
  g_string_append(seen->events, ">");
  if (element->tag.end > element->tag.start) {
    assert_int_equal(seen->data[element->tag.start], '<');
    assert_int_equal(seen->data[element->tag.end - 1], '>');
  }
  return TRUE;
}

static inline gboolean seen_end(gpointer user, const TlXmlElement *element, GError **error G_GNUC_UNUSED) {
  Seen *seen = user;
  g_string_append_printf(seen->events, "</%s>", element->local);
  if (element->tag.end > element->tag.start)
    assert_int_equal(strncmp(seen->data + element->tag.start, "</", 2), 0);
  return TRUE;
}

/* Text that has no reference in it stands in the data as it is. */
static inline gboolean seen_text(gpointer user, const char *text, size_t length, TlumachSpan span,
                                 GError **error G_GNUC_UNUSED) {
  Seen *seen = user;
  g_string_append_len(seen->events, text, (gssize)length);
  if (!memchr(seen->data + span.start, '&', span.end - span.start) && !strstr(seen->data, "CDATA")) {
    assert_int_equal(span.end - span.start, length);
    assert_memory_equal(seen->data + span.start, text, length);
  }
  return TRUE;
}

static inline void seen_instruction(gpointer user, const TlXmlElement *element, const char *text G_GNUC_UNUSED) {
  const Seen *seen = user;
  assert_int_equal(strncmp(seen->data + element->tag.start, "<?", 2), 0);
}

static const TlXmlHandler seen_handler = {
    .start = seen_start, .end = seen_end, .text = seen_text, .instruction = seen_instruction};

#endif
