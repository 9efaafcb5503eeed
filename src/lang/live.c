#include "lang/live.h"

#include <string.h>

#include "lang/worker/worker.h"

#define ANSWERS_MAX 50000u /* words, some five megabytes; then it begins anew */

struct TlLive {
  TlWorker *worker;
  GMutex lock; /* over what follows */
  char *trouble;
  GHashTable *answers; /* word -> right or not; texts repeat their names */
  GHashTable *stems;   /* word -> its stems, of words that were expected */
};

TlLive *tl_live_new(const char *base, TlAdditions additions, GError **error) {
  TlWorker *worker = tl_worker_new(base, additions, error);
  if (!worker)
    return NULL;
  TlLive *live = g_new0(TlLive, 1);
  live->worker = worker;
  g_mutex_init(&live->lock);
  live->answers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  live->stems = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
  return live;
}

void tl_live_free(TlLive *live) {
  if (!live)
    return;
  tl_worker_free(live->worker);
  g_mutex_clear(&live->lock);
  g_hash_table_unref(live->answers);
  g_hash_table_unref(live->stems);
  g_free(live->trouble);
  g_free(live);
}

const char *tl_live_trouble(TlLive *live) {
  g_mutex_lock(&live->lock);
  const char *trouble = live->trouble; /* set once */
  g_mutex_unlock(&live->lock);
  return trouble;
}

static void note_trouble(TlLive *live, const GError *error) {
  g_mutex_lock(&live->lock);
  if (!live->trouble && error)
    live->trouble = g_strdup(error->message);
  g_mutex_unlock(&live->lock);
}

static void put_live_stem(TlReadings *readings, const char *stem) {
  size_t need = strlen(stem) + 1;
  if (readings->n == TL_READINGS_MAX || readings->used + need > sizeof readings->text)
    return;
  for (guint i = 0; i < readings->n; i++)
    if (strcmp(tl_reading_stem(readings, i), stem) == 0)
      return;
  memcpy(readings->text + readings->used, stem, need);
  readings->items[readings->n++] = (TlReading){.stem = (guint16)readings->used};
  readings->used += (guint)need;
}

/* Hunspell looks a capitalised word up in small letters, too; readings are of the form as it is cased, and affixes
 * leave the first letter as it is: the stem of such a form is cased like it. */
static gboolean cased_alike(const char *word, const char *stem) {
  gboolean small_rest = FALSE;
  for (const char *p = g_utf8_next_char(stem); *stem && *p; p = g_utf8_next_char(p))
    small_rest = small_rest || g_unichar_islower(g_utf8_get_char(p));
  gboolean word_small_rest = FALSE;
  for (const char *p = g_utf8_next_char(word); *word && *p; p = g_utf8_next_char(p))
    word_small_rest = word_small_rest || g_unichar_islower(g_utf8_get_char(p));
  return g_unichar_isupper(g_utf8_get_char(word)) == g_unichar_isupper(g_utf8_get_char(stem)) &&
         (word_small_rest || !small_rest || !g_unichar_isupper(g_utf8_get_char(word)));
}

static void put_live_stems(TlReadings *readings, const char *word, char *const *stems) {
  for (; stems && *stems; stems++)
    if (cased_alike(word, *stems))
      put_live_stem(readings, *stems);
}

/* Those that live Hunspell gave when the word was expected; FALSE: it was not. */
static gboolean recall_stems(TlLive *live, const char *word, TlReadings *readings) {
  gpointer stems;
  g_mutex_lock(&live->lock);
  gboolean asked = g_hash_table_lookup_extended(live->stems, word, NULL, &stems);
  if (asked)
    put_live_stems(readings, word, stems);
  g_mutex_unlock(&live->lock);
  return asked;
}

TlKnown tl_live_stems(TlLive *live, const char *word, size_t length, TlReadings *readings) {
  g_autofree char *copy = g_strndup(word, length);
  const char *words[] = {copy};
  g_auto(GStrv) stems = NULL;
  g_autoptr(GError) error = NULL;
  guint before = readings->n;
  if (!recall_stems(live, copy, readings)) {
    if (!tl_worker_stem(live->worker, words, 1, &stems, &error))
      note_trouble(live, error);
    put_live_stems(readings, copy, stems);
  }
  return readings->n > before ? TL_KNOWN : TL_UNKNOWN;
}

/* The answer that live Hunspell gave before; FALSE: it was not asked yet. */
static gboolean recall(TlLive *live, const char *word, gboolean *right) {
  gpointer answer;
  g_mutex_lock(&live->lock);
  gboolean asked = g_hash_table_lookup_extended(live->answers, word, NULL, &answer);
  g_mutex_unlock(&live->lock);
  *right = asked && GPOINTER_TO_INT(answer);
  return asked;
}

gboolean tl_live_spell(TlLive *live, const char *word, size_t length) {
  g_autofree char *copy = g_strndup(word, length);
  const char *words[] = {copy};
  gboolean right = FALSE;
  g_autoptr(GError) error = NULL;
  if (recall(live, copy, &right))
    return right;
  if (!tl_worker_spell(live->worker, words, 1, &right, &error)) {
    note_trouble(live, error);
    return TRUE; /* a dead dictionary flags nothing */
  }
  g_mutex_lock(&live->lock);
  if (g_hash_table_size(live->answers) >= ANSWERS_MAX)
    g_hash_table_remove_all(live->answers);
  g_hash_table_insert(live->answers, g_steal_pointer(&copy), GINT_TO_POINTER(right));
  g_mutex_unlock(&live->lock);
  return right;
}

void tl_live_expect(TlLive *live, const char *const *words, guint n) {
  g_autofree char ***stems = g_new(char **, n + 1);
  g_autoptr(GError) error = NULL;
  if (!tl_worker_stem(live->worker, words, n, stems, &error)) {
    note_trouble(live, error);
    return;
  }
  g_mutex_lock(&live->lock);
  if (g_hash_table_size(live->stems) + n > ANSWERS_MAX)
    g_hash_table_remove_all(live->stems);
  for (guint i = 0; i < n; i++)
    g_hash_table_insert(live->stems, g_strdup(words[i]), stems[i]);
  g_mutex_unlock(&live->lock);
}

char **tl_live_suggest(TlLive *live, const char *word, guint milliseconds) {
  char **suggestions = NULL;
  g_autoptr(GError) error = NULL;
  if (!tl_worker_suggest(live->worker, word, milliseconds, &suggestions, &error))
    note_trouble(live, error);
  return suggestions ? suggestions : g_new0(char *, 1);
}
