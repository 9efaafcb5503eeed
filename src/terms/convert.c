/* A file of terms in another format. */
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "terms/concept.h"
#include "terms/data_write.h"
#include "terms/tables/lost.h"
#include "terms/tbx/convert.h"
#include "terms/tbx/make.h"
#include "terms/tbx/nodes.h"

/* What a TlumachConcept has no place for, by the names of data categories. */
static void count_lost(const TlTbxNames *names, const TlXmlNode *node, const char *core, GHashTable *lost) {
  for (const TlXmlNode *child = node->first; child; child = child->next) {
    if (child->kind != TL_XML_ELEMENT)
      continue;
    g_autofree char *name = tl_tbx_node_category(names, child, core);
    const TlTbxCategory *category = name ? tl_tbx_category(names, name) : NULL;
    if (name && (!category || category->tells == TL_TELLS_NOTHING))
      tl_lost_count(lost, name);
    count_lost(names, child, core, lost);
  }
}

static void count_lost_data(const TlTbxFile *file, GHashTable *lost) {
  g_autoptr(TlTbxNames) names = tl_tbx_names_new();
  g_autoptr(TlArena) arena = tl_arena_new();
  guint n;
  tlumach_termbase_concepts(file->base, &n);
  for (guint i = 0; i < n; i++) {
    const TlXmlNode *entry = tl_tbx_file_entry(file, i, arena, NULL);
    if (entry)
      count_lost(names, entry, entry->uri, lost);
    tl_arena_reset(arena);
  }
}

/* `file`: where the base is of a TBX file. */
static void tell_lost(const TlumachTermbase *base, const TlTbxFile *file, const char *format,
                      const TlumachConceptFormat *options, GPtrArray *told) {
  g_autoptr(GHashTable) lost = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  if (file)
    count_lost_data(file, lost);
  tl_lost_in_list(lost, base, format, options);
  g_autoptr(GList) kinds = g_list_sort(g_hash_table_get_keys(lost), (GCompareFunc)strcmp);
  for (GList *kind = kinds; kind; kind = kind->next)
    g_ptr_array_add(told, g_strdup_printf("%s: left out, for the format has no place for it: %s (%u)",
                                          tlumach_termbase_path(base), (const char *)kind->data,
                                          GPOINTER_TO_UINT(g_hash_table_lookup(lost, kind->data))));
}

static void tell_warnings(const TlumachTermbase *base, GPtrArray *told) {
  const GPtrArray *warnings = tlumach_termbase_warnings(base);
  for (guint i = 0; i < warnings->len; i++)
    g_ptr_array_add(told, g_strdup(g_ptr_array_index(warnings, i)));
}

/* Once a value: where the first one stands, and how many there are. Kept all the same. */
static void tell_unknown_pos(const TlumachTermbase *base, GPtrArray *told) {
  g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) first = g_ptr_array_new(); /* concept, value, concept, … */
  guint n;
  const TlumachConcept *concepts = tlumach_termbase_concepts(base, &n);
  for (guint i = 0; i < n; i++)
    for (guint t = 0; t < concepts[i].n_terms; t++) {
      const char *pos = concepts[i].terms[t].pos;
      if (!pos || tl_pos_from_name(pos))
        continue;
      guint known = GPOINTER_TO_UINT(g_hash_table_lookup(counts, pos));
      g_hash_table_insert(counts, (gpointer)pos, GUINT_TO_POINTER(known + 1));
      if (known == 0) {
        g_ptr_array_add(first, (gpointer)&concepts[i]);
        g_ptr_array_add(first, (gpointer)pos);
      }
    }
  for (guint i = 0; i < first->len; i += 2) {
    const char *pos = first->pdata[i + 1];
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, pos));
    g_ptr_array_add(told, g_strdup_printf("%s:%zu: “%s” is no part of speech that is known (noun, verb, adjective, "
                                          "adverb, properNoun, other); it is kept as it stands (%u)",
                                          tlumach_termbase_path(base), ((const TlumachConcept *)first->pdata[i])->line,
                                          pos, count));
  }
}

static gboolean write_concepts(const TlumachTermbase *base, const char *format, const TlumachConceptFormat *options,
                               GString *out, GError **error) {
  g_autoptr(GPtrArray) all = g_ptr_array_new();
  guint n;
  const TlumachConcept *concepts = tlumach_termbase_concepts(base, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add(all, (gpointer)&concepts[i]);
  gboolean written = tlumach_concepts_write(all, format, options, out, error);
  if (!written)
    tl_error_in(error, tlumach_termbase_path(base));
  return written;
}

/* With what a TlumachConcept has no place for. */
static void write_data(TlTbxFile *file, GString *out) {
  TlSide side = {.tbx = file, .base = file->base};
  TlOutput *output = tl_output_memory(out);
  side.concepts = tlumach_termbase_concepts(side.base, &side.n);
  for (guint i = 0; i < side.n; i++)
    tl_data_write(&side, i, output);
  tl_output_close(output, NULL); /* into memory: cannot fail */
}

static gboolean convert_tbx(TlTbxFile *file, const char *format, const TlumachConceptFormat *options, GString *out,
                            GPtrArray *told, GError **error) {
  TlTbxDialect dialect = TL_DIALECT_OPEN;
  tell_warnings(file->base, told);
  tell_unknown_pos(file->base, told);
  if (strcmp(format, "data") == 0) {
    write_data(file, out);
    return TRUE;
  }
  if (!g_str_has_prefix(format, "tbx")) {
    if (strcmp(format, "text") != 0)
      tell_lost(file->base, file, format, options, told);
    return write_concepts(file->base, format, options, out, error);
  }
  return tl_tbx_format_dialect(options, &dialect, error) &&
         tl_tbx_convert(file, tl_tbx_format_style(format), dialect, out, told, error);
}

gboolean tlumach_term_convert(const char *path, const char *format, const TlumachConceptFormat *options, GString *out,
                              GPtrArray *told, GError **error) {
  g_autoptr(GBytes) raw = tl_file_read(path, 0, error);
  if (!raw)
    return FALSE;
  gboolean tbx = tl_termbase_is_tbx(path, raw);
  if (options->about && (tbx || !g_str_has_prefix(format, "tbx"))) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, path, 0, 0,
                tbx && g_str_has_prefix(format, "tbx")
                    ? "has a head of its own, which is kept; no --about is put into it"
                    : "--about is for the head of a TBX file");
    return FALSE;
  }
  if (tbx) {
    g_autoptr(TlTbxFile) file = tl_tbx_file_read(path, raw, error);
    return file && convert_tbx(file, format, options, out, told, error);
  }
  g_autoptr(TlumachTermbase) base = tl_termbase_read(path, raw, options->source ? options->source : "uk",
                                                     options->target ? options->target : "en", error);
  if (base) {
    tell_warnings(base, told);
    tell_unknown_pos(base, told);
    tell_lost(base, NULL, format, options, told);
  }
  return base && write_concepts(base, format, options, out, error);
}
