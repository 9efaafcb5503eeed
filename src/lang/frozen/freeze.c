/* Expansion, sorted, into the automaton; then all sections into one block of bytes. */
#include "lang/frozen/freeze.h"

#include <string.h>

#include "base/error.h"
#include "base/sections.h"
#include "lang/frozen/automaton.h"
#include "lang/frozen/expand.h"

typedef struct Sets {
  GHashTable *ids;  /* elements as GBytes -> id + 1 */
  GArray *starts;   /* guint32 */
  GArray *elements; /* guint16 */
} Sets;

static guint set_id(Sets *sets, const guint16 *elements, guint n) {
  g_autoptr(GBytes) key = g_bytes_new(elements, n * sizeof *elements);
  guint id = GPOINTER_TO_UINT(g_hash_table_lookup(sets->ids, key));
  if (id)
    return id - 1;
  g_array_append_val(sets->starts, sets->elements->len);
  g_array_append_vals(sets->elements, elements, n);
  id = sets->starts->len;
  g_hash_table_insert(sets->ids, g_steal_pointer(&key), GUINT_TO_POINTER(id));
  return id - 1;
}

/* By letters, then by element: both lie behind `start` in the keys. */
static int compare_forms(gconstpointer a, gconstpointer b, gpointer keys) {
  const guint8 *x = (const guint8 *)keys + *(const guint32 *)a, *y = (const guint8 *)keys + *(const guint32 *)b;
  guint nx = x[-1], ny = y[-1];
  int order = memcmp(x, y, MIN(nx, ny));
  if (order != 0)
    return order;
  return nx != ny ? (nx < ny ? -1 : 1) : memcmp(x + nx, y + ny, 2);
}

/* One word of the automaton for each distinct form, its value the set of its elements. */
static GArray *build(const TlExpansion *x, Sets *sets, guint32 *root, guint32 *forms) {
  const guint8 *keys = x->keys->data;
  g_array_sort_with_data(x->starts, compare_forms, x->keys->data);
  TlAutomaton *automaton = tl_automaton_new();
  g_autoptr(GArray) elements = g_array_new(FALSE, FALSE, sizeof(guint16));
  for (guint i = 0; i < x->starts->len;) {
    const guint8 *form = keys + g_array_index(x->starts, guint32, i);
    guint n = form[-1];
    g_array_set_size(elements, 0);
    for (; i < x->starts->len; i++) {
      const guint8 *same = keys + g_array_index(x->starts, guint32, i);
      if (same[-1] != n || memcmp(same, form, n) != 0)
        break;
      guint16 element = (guint16)(same[n] << 8 | same[n + 1]);
      if (elements->len == 0 || g_array_index(elements, guint16, elements->len - 1) != element)
        g_array_append_val(elements, element);
    }
    tl_automaton_add(automaton, form, n, set_id(sets, (const guint16 *)(void *)elements->data, elements->len));
    ++*forms;
  }
  g_array_append_val(sets->starts, sets->elements->len);
  return tl_automaton_finish(automaton, root);
}

static guint32 put_string(GByteArray *strings, const char *text) {
  if (!*text)
    return 0;
  guint32 at = strings->len;
  g_byte_array_append(strings, (const guint8 *)text, (guint)strlen(text) + 1);
  return at;
}

static void put_tables(TlSectionsWriter *file, const TlExpansion *x, const TlAffixes *affixes) {
  static const guint8 nul;
  g_autoptr(GByteArray) strings = g_byte_array_append(g_byte_array_new(), &nul, 1);
  g_autoptr(GArray) rules = g_array_new(FALSE, TRUE, sizeof(TlFrozenRule));
  g_array_set_size(rules, 1);
  for (guint i = 1; i < x->rules->len; i++) {
    const TlAffixRule *rule = g_array_index(x->rules, const TlAffixRule *, i);
    TlFrozenRule frozen = {rule->flag, put_string(strings, rule->strip), put_string(strings, rule->add),
                           put_string(strings, rule->condition), rule->prefix ? 1u : 0u};
    g_array_append_val(rules, frozen);
  }
  g_autoptr(GArray) breaks = g_array_new(FALSE, FALSE, sizeof(guint32));
  g_autoptr(GArray) iconv = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint i = 0; i < affixes->breaks->len; i++) {
    guint32 at = put_string(strings, g_ptr_array_index(affixes->breaks, i));
    g_array_append_val(breaks, at);
  }
  for (guint i = 0; i < affixes->iconv->len; i++) {
    guint32 at = put_string(strings, g_ptr_array_index(affixes->iconv, i));
    g_array_append_val(iconv, at);
  }
  tl_sections_put_array(file, TL_SECTION_RULES, rules);
  tl_sections_put_array(file, TL_SECTION_BREAKS, breaks);
  tl_sections_put_array(file, TL_SECTION_ICONV, iconv);
  tl_sections_put(file, TL_SECTION_STRINGS, strings->data, strings->len);
}

GBytes *tl_freeze(const char *name, GBytes *aff, GBytes *dic, GBytes *additions, const char *identity, GError **error) {
  g_autoptr(TlAffixes) affixes = tl_affixes_parse(name, aff, error);
  if (!affixes)
    return NULL;
  g_autoptr(TlExpansion) x = tl_expand(name, dic, additions, affixes, error);
  if (!x)
    return NULL;
  Sets sets = {g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL),
               g_array_new(FALSE, FALSE, sizeof(guint32)), g_array_new(FALSE, FALSE, sizeof(guint16))};
  TlFrozenHead head = {.flags = affixes->complete ? TL_FROZEN_COMPLETE : 0};
  g_autoptr(GArray) arcs = build(x, &sets, &head.root, &head.forms);
  GBytes *bytes = NULL;
  if (arcs) {
    TlSectionsWriter *file = tl_sections_writer_new((TlSectionsKind){TL_FROZEN_MAGIC, TL_FROZEN_VERSION}, identity);
    const struct {
      guint section;
      const GArray *array;
    } arrays[] = {{TL_SECTION_ALPHABET, x->alphabet},     {TL_SECTION_ARCS, arcs},
                  {TL_SECTION_SETS, sets.starts},         {TL_SECTION_ELEMENTS, sets.elements},
                  {TL_SECTION_TRANSFORMS, x->transforms}, {TL_SECTION_PARADIGMS, x->paradigms},
                  {TL_SECTION_FLAGS, x->flags},           {TL_SECTION_ENDINGS, x->endings}};
    tl_sections_put(file, TL_SECTION_HEAD, &head, sizeof head);
    for (guint i = 0; i < G_N_ELEMENTS(arrays); i++)
      tl_sections_put_array(file, arrays[i].section, arrays[i].array);
    put_tables(file, x, affixes);
    bytes = tl_sections_finish(file);
  } else {
    tl_error_at(error, TLUMACH_ERROR_LIMIT, name, 0, 0,
                "cannot be frozen: its automaton is empty or has more than 8 million arcs");
  }
  g_hash_table_unref(sets.ids);
  g_array_unref(sets.starts);
  g_array_unref(sets.elements);
  return bytes;
}
