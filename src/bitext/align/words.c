#include "bitext/align/words.h"

#include <string.h>

typedef struct Splitter {
  TlAlignWordFunc found;
  gpointer user;
} Splitter;

/* English words that are shorter beside an apostrophe: behind it, and before n't. */
typedef struct Shortened {
  const char *text, *whole;
} Shortened;
static const Shortened behind[] = {{"ll", "will"}, {"m", "am"}, {"re", "are"}, {"ve", "have"}, {NULL, NULL}},
                       negated[] = {{"ca", "can"}, {"wo", "will"}, {NULL, NULL}};

static void add_whole(const Splitter *it, const Shortened *table, const char *word, size_t length, gboolean starts) {
  while (table->text && (strlen(table->text) != length || g_ascii_strncasecmp(word, table->text, length) != 0))
    table++;
  if (table->text)
    it->found(table->whole, strlen(table->whole), starts, it->user);
  else
    it->found(word, length, starts, it->user);
}

static gboolean is_apostrophe(gunichar c) {
  return c == '\'' || c == 0x2019 || c == 0x2BC;
}

/* A word of Latin letters is several where it has an apostrophe (l'homme, I'll, don't); elsewhere, as in Ukrainian, the
 * apostrophe is a letter like others. */
static void add_apostrophes(const Splitter *it, const char *word, size_t length, gboolean starts) {
  static const Shortened none = {NULL, NULL};
  const Shortened *table = &none;
  const char *from = word, *end = word + length;
  gunichar before = 0;
  for (const char *at = word; at < end;) {
    gunichar c = g_utf8_get_char(at);
    const char *next = g_utf8_next_char(at);
    if (is_apostrophe(c) && at > from && before < 0x250) {
      gboolean is_not = end - next == 1 && *next == 't' && before == 'n' && at - from > 1;
      add_whole(it, is_not ? negated : table, from, (size_t)(at - from) - (is_not ? 1 : 0), starts);
      if (is_not) {
        it->found("not", strlen("not"), FALSE, it->user);
        return;
      }
      from = next;
      table = behind;
      starts = FALSE;
    }
    before = c;
    at = next;
  }
  if (end > from)
    add_whole(it, table, from, (size_t)(end - from), starts);
}

static gboolean is_hyphen(gunichar c) {
  return c == '-' || c == 0x2010 || c == 0x2011;
}

void tl_align_words(const char *word, size_t length, gboolean starts, TlAlignWordFunc found, gpointer user) {
  const Splitter it = {found, user};
  const char *from = word, *end = word + length;
  for (const char *at = word, *next; at < end; at = next) {
    next = g_utf8_next_char(at);
    if (!is_hyphen(g_utf8_get_char(at)))
      continue;
    if (at > from)
      add_apostrophes(&it, from, (size_t)(at - from), starts);
    from = next;
    starts = FALSE;
  }
  if (end > from)
    add_apostrophes(&it, from, (size_t)(end - from), starts);
}
