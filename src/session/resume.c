/* Translations taken over from a bilingual file into a prepared text: each unit that has the same source takes one.
 * Where the file has a source several times, its translations are taken in turn, and the last one stands for further
 * places. */
#include "session/resume.h"

#include <string.h>

#include "reports/pieces.h"
#include "terms/termbase_build.h"

/* Translations of one source, in the order of the file. */
typedef struct Known {
  GPtrArray *targets; /* char * */
  guint next;
} Known;

static void known_free(gpointer data) {
  Known *known = data;
  g_ptr_array_unref(known->targets);
  g_free(known);
}

static char *line_of(const char *text, TlumachSpan span) {
  GString *line = g_string_new(NULL);
  tl_append_line(line, text, span);
  return g_string_free(line, FALSE);
}

/* White space aside: a tag may have stood in it. */
static char *key_of(const char *text, TlumachSpan span) {
  char *key = line_of(text, span);
  key[tl_collapse_space(key, strlen(key))] = '\0';
  return key;
}

static GHashTable *gather(const TlumachBitext *bitext) {
  GHashTable *all = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, known_free);
  const char *texts[] = {tlumach_document_text(bitext->document[0], NULL),
                         tlumach_document_text(bitext->document[1], NULL)};
  for (guint i = 0; i < bitext->n_pairs; i++) {
    const TlumachPair *pair = &bitext->pairs[i];
    g_autofree char *source = key_of(texts[0], pair->span[TLUMACH_SOURCE]);
    g_autofree char *written = line_of(texts[1], pair->span[TLUMACH_TARGET]);
    g_autofree char *as_source = key_of(texts[1], pair->span[TLUMACH_TARGET]);
    if (!*written || ((pair->flags & TLUMACH_PAIR_UNTRANSLATED) && strcmp(source, as_source) == 0))
      continue;
    Known *known = g_hash_table_lookup(all, source);
    if (!known) {
      known = g_new0(Known, 1);
      known->targets = g_ptr_array_new_with_free_func(g_free);
      g_hash_table_insert(all, g_steal_pointer(&source), known);
    }
    g_ptr_array_add(known->targets, g_steal_pointer(&written));
  }
  return all;
}

static guint fill_file(GHashTable *all, const TlumachReportFile *file, TlumachUnit *units, TlArena *arena) {
  const char *text = tlumach_document_text(file->document, NULL);
  guint filled = 0;
  for (guint i = 0; i < file->n_units; i++) {
    g_autofree char *source = key_of(text, units[i].segment.span);
    Known *known = g_hash_table_lookup(all, source);
    if (!known)
      continue;
    if (!units[i].target)
      units[i].target = tl_arena_strdup(arena, known->targets->pdata[MIN(known->next, known->targets->len - 1)]);
    known->next++;
    filled++;
  }
  return filled;
}

guint tl_resume(TlumachReport *report, const TlumachBitext *bitext, TlArena *arena) {
  g_autoptr(GHashTable) all = gather(bitext);
  guint filled = 0;
  for (guint i = 0; i < report->n_files; i++)
    filled += fill_file(all, &report->files[i], (TlumachUnit *)report->files[i].units, arena);
  return filled;
}
