/* All sections into one block of bytes. */
#include "lang/frozen/freeze.h"

#include <string.h>

#include "base/error.h"
#include "base/sections.h"
#include "lang/frozen/expand.h"

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
  TlFrozenHead head = {
      .flags = affixes->complete ? TL_FROZEN_COMPLETE : 0, .root = x->automaton.root, .forms = x->automaton.words};
  TlSectionsWriter *file = tl_sections_writer_new((TlSectionsKind){TL_FROZEN_MAGIC, TL_FROZEN_VERSION}, identity);
  const struct {
    guint section;
    const GArray *array;
  } arrays[] = {{TL_SECTION_ALPHABET, x->letters->points},
                {TL_SECTION_ARCS, x->automaton.arcs},
                {TL_SECTION_SETS, x->automaton.sets},
                {TL_SECTION_ELEMENTS, x->automaton.elements},
                {TL_SECTION_TRANSFORMS, x->transforms},
                {TL_SECTION_PARADIGMS, x->paradigms},
                {TL_SECTION_FLAGS, x->flags},
                {TL_SECTION_ENDINGS, x->endings}};
  tl_sections_put(file, TL_SECTION_HEAD, &head, sizeof head);
  for (guint i = 0; i < G_N_ELEMENTS(arrays); i++)
    tl_sections_put_array(file, arrays[i].section, arrays[i].array);
  put_tables(file, x, affixes);
  return tl_sections_finish(file);
}
