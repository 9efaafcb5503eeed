/* Differences in words: from the match to the text at hand. */
#include <string.h>

#include "bitext/memory/score.h"

typedef struct Telling {
  const char *text, *match;
  GPtrArray *clauses;   /* char * */
  GString *gone, *come; /* words that were replaced, left out or put in, side by side */
  gboolean marks;
} Telling;

static void add_words(GString *to, const char *text, const TlItem *item) {
  if (!item)
    return;
  if (to->len)
    g_string_append_c(to, ' ');
  g_string_append_len(to, text + item->span.start, (gssize)(item->span.end - item->span.start));
}

static void end_run(Telling *telling) {
  if (telling->gone->len && telling->come->len)
    g_ptr_array_add(telling->clauses, g_strdup_printf("“%s” → “%s”", telling->gone->str, telling->come->str));
  else if (telling->gone->len)
    g_ptr_array_add(telling->clauses, g_strdup_printf("without “%s”", telling->gone->str));
  else if (telling->come->len)
    g_ptr_array_add(telling->clauses, g_strdup_printf("with “%s”", telling->come->str));
  g_string_truncate(telling->gone, 0);
  g_string_truncate(telling->come, 0);
}

static char *copy(const char *text, const TlItem *item) {
  return g_strndup(text + item->span.start, item->span.end - item->span.start);
}

/* `what` of the word that the text has now. */
static void add_clause(Telling *telling, const char *what, const TlItem *now) {
  g_autofree char *word = copy(telling->text, now);
  end_run(telling);
  g_ptr_array_add(telling->clauses, g_strconcat(what, word, NULL));
}

static void add_numbers(Telling *telling, const TlChange *change) {
  g_autofree char *old = copy(telling->match, change->match), *now = copy(telling->text, change->text);
  end_run(telling);
  g_ptr_array_add(telling->clauses, g_strdup_printf("%s → %s", old, now));
}

static gboolean is_mark(const TlItem *item) {
  return !item || item->kind == TL_ITEM_MARK;
}

static gboolean same(const TlChange *change) {
  const TlItem *a = change->match, *b = change->text;
  return a && b && a->kind == b->kind && (a->word ? a->word->form == b->word->form : a->form == b->form);
}

static void tell_change(Telling *telling, const TlChange *change) {
  const TlItem *a = change->match, *b = change->text;
  if (same(change)) {
    if (!is_mark(a))
      end_run(telling);
  } else if (is_mark(a) && is_mark(b)) {
    telling->marks = TRUE;
  } else if (a && b && a->kind == TL_ITEM_NUMBER && b->kind == TL_ITEM_NUMBER) {
    add_numbers(telling, change);
  } else if (a && b && a->word && b->word && a->word->small == b->word->small) {
    add_clause(telling, "the capitals of ", b);
  } else if (a && b && tl_items_meet(a, b)) {
    add_clause(telling, "the form of ", b);
  } else {
    add_words(telling->gone, telling->match, a);
    add_words(telling->come, telling->text, b);
  }
}

char *tl_difference(const char *text, const GArray *text_items, const char *match, const GArray *match_items) {
  g_autoptr(GArray) changes = g_array_new(FALSE, FALSE, sizeof(TlChange));
  g_autoptr(GPtrArray) clauses = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GString) gone = g_string_new(NULL), come = g_string_new(NULL), told = g_string_new("same except ");
  Telling telling = {text, match, clauses, gone, come, FALSE};
  tl_changes(text_items, match_items, changes);
  for (guint i = 0; i < changes->len; i++)
    tell_change(&telling, &g_array_index(changes, TlChange, i));
  end_run(&telling);
  if (telling.marks)
    g_ptr_array_add(clauses, g_strdup("punctuation"));
  if (clauses->len == 0)
    g_ptr_array_add(clauses, g_strdup("typography"));
  for (guint i = 0; i < clauses->len; i++)
    g_string_append_printf(told, "%s%s",
                           i == 0                  ? ""
                           : i + 1 == clauses->len ? " and "
                                                   : ", ",
                           (const char *)clauses->pdata[i]);
  return g_string_free(g_steal_pointer(&told), FALSE);
}
