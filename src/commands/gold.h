/* Places of a text where a person says that terms stand: marked in the text itself, or listed in a table. */
#ifndef TL_COMMANDS_GOLD_H
#define TL_COMMANDS_GOLD_H

#include "tlumach.h"

typedef struct TlGold {
  TlumachSpan span;
  char *concept; /* its id; NULL: any will do */
} TlGold;

/* Of TlGold; a new one. */
GArray *tl_gold_new(void);
/* The text without its [[marks]], which may stand within others, and whose places are appended. */
GBytes *tl_gold_unmark(const char *name, GBytes *marked, GArray *gold, GError **error);
/* The rows of a table of tab-separated values, appended: its header names the columns `line`, `column` (characters,
 * from 1), `text` and, where it matters, `concept`; others are passed over. A blank in `text` stands for any white
 * space. */
gboolean tl_gold_read(const char *path, const char *text_name, const char *text, size_t length, GArray *gold,
                      GError **error);
/* In the order of the text. */
void tl_gold_sort(GArray *gold);
int tl_gold_compare(gconstpointer a, gconstpointer b);

#endif
