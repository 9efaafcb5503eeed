#include "bitext/memory/frame.h"

#include <string.h>

#include "bitext/memory/tmx_read.h"

int tl_memory_compare_dates(const char *date, const char *with) {
  for (;;) {
    while (*date && !g_ascii_isdigit(*date))
      date++;
    while (*with && !g_ascii_isdigit(*with))
      with++;
    if (!*with || !*date)
      return *with ? -1 : 0;
    if (*date != *with)
      return *date - *with;
    date++;
    with++;
  }
}

/* The later one; one without a date only tells who, where nothing better does. */
static TlMemoryChange later(TlMemoryChange a, TlMemoryChange b) {
  if (!a.date == !b.date)
    return a.date ? (tl_memory_compare_dates(b.date, a.date) > 0 ? b : a) : b.author ? b : a;
  return a.date ? a : b;
}

TlMemoryChange tl_memory_last_change(const TlXmlNode *frame) {
  TlMemoryChange last = {NULL, NULL};
  if (!frame || frame->kind != TL_XML_ELEMENT)
    return last;
  const TlMemoryChange made = {tl_xml_node_attribute(frame, NULL, "creationdate"),
                               tl_xml_node_attribute(frame, NULL, "creationid")},
                       changed = {tl_xml_node_attribute(frame, NULL, "changedate"),
                                  tl_xml_node_attribute(frame, NULL, "changeid")};
  last = later(made, changed);
  for (const TlXmlNode *child = frame->first; child; child = child->next)
    last = later(last, tl_memory_last_change(child));
  return last;
}

TlXmlNode *tl_memory_frame(const char *frame, TlArena *arena) {
  char *bare = tl_arena_strdup(arena, frame);
  for (char *at = bare; at && *at; at++)
    if (*at == TL_FRAME_SOURCE || *at == TL_FRAME_TARGET)
      *at = ' ';
  return bare ? tl_xml_tree("", bare, strlen(bare), arena, NULL) : NULL;
}

char *tl_memory_unit_id(const TlMemoryUnit *unit) {
  g_autoptr(TlArena) arena = tl_arena_new();
  const TlXmlNode *frame = tl_memory_frame(unit->frame, arena);
  return frame ? g_strdup(tl_xml_node_attribute(frame, NULL, "tuid")) : NULL;
}
