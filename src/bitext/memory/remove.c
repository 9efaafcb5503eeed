/* Units taken out, in one transaction. */
#include <string.h>

#include "base/error.h"
#include "bitext/memory/filter.h"
#include "bitext/memory/keys.h"
#include "bitext/memory/memory.h"

typedef struct Gone {
  gint64 id;
  char *source;
} Gone;

typedef struct Removing {
  const TlumachMemoryFilter *filter;
  TlumachRemovedFunc removed;
  gpointer user;
  GArray *gone; /* Gone: an engine does not like to be changed while it is read */
} Removing;

static void gone_clear(gpointer data) {
  g_free(((Gone *)data)->source);
}

static gboolean on_unit(const TlMemoryUnit *unit, gpointer user, GError **error) {
  Removing *removing = user;
  (void)error;
  if (!tl_memory_filter_lets(removing->filter, unit))
    return TRUE;
  g_array_append_val(removing->gone, ((Gone){unit->id, g_strdup(unit->source)}));
  if (removing->removed)
    removing->removed(unit->source, unit->target, removing->user);
  return TRUE;
}

static gboolean drop_all(TlumachMemory *memory, const GArray *gone, GError **error) {
  g_autoptr(TlMemoryWords) words = tl_memory_words_new();
  g_autoptr(GArray) keys = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint i = 0; i < gone->len; i++) {
    const Gone *unit = &g_array_index(gone, Gone, i);
    tl_memory_words(words, unit->source, strlen(unit->source), keys);
    if (!memory->engine->drop(memory->store, unit->id, (const guint32 *)(const void *)keys->data, keys->len, error))
      return FALSE;
  }
  return TRUE;
}

gboolean tlumach_memory_remove(TlumachMemory *memory, const TlumachMemoryFilter *filter, gboolean keep,
                               TlumachRemovedFunc removed, gpointer user, guint64 *count, GError **error) {
  g_autoptr(GArray) gone = g_array_new(FALSE, FALSE, sizeof(Gone));
  Removing removing = {filter, removed, user, gone};
  guint64 known;
  g_array_set_clear_func(gone, gone_clear);
  if (memory->is_tmx) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, memory->name, 0, 0,
                "is a TMX file, which is used as it is: take units out of a memory that was made by memory import");
    return FALSE;
  }
  if (!keep && !memory->engine->begin(memory->store, error))
    return FALSE;
  gboolean good =
      memory->engine->each(memory->store, FALSE, on_unit, &removing, error) && (keep || drop_all(memory, gone, error));
  if (!keep)
    good = memory->engine->end(memory->store, good, &known, good ? error : NULL) && good;
  if (count)
    *count = gone->len;
  return good;
}
