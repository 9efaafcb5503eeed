/* The file is believed only after every number in it was checked once, so that look-ups need no checks of their own. */
#include <string.h>

#include "base/error.h"
#include "lang/frozen/frozen_private.h"

static gboolean check_indexes(const guint32 *starts, guint n, guint limit) {
  for (guint i = 0; i < n; i++)
    if (starts[i] > limit || (i > 0 && starts[i] < starts[i - 1]))
      return FALSE;
  return TRUE;
}

static gboolean check_arc(const TlFrozen *f, guint i) {
  guint32 label = TL_ARC_LABEL(f->arcs[i]), target = TL_ARC_TARGET(f->arcs[i]);
  return label <= f->n_alphabet && target < (label ? i : f->n_sets - 1);
}

typedef gint32 Four __attribute__((vector_size(16)));

/* States are closed before those that lead to them: a target stands before its arc, so there are no cycles. Arcs are
 * most of the file, so four at a time; their numbers are far below the sign. */
static gboolean check_arcs(const TlFrozen *f) {
  const gint32 letters = (gint32)f->n_alphabet, sets = (gint32)MIN(f->n_sets - 1, (guint)TL_ARC_TARGET_MAX + 1);
  Four wrong = {0}, index = {0, 1, 2, 3};
  guint i = 0;
  for (; i + 4 <= f->n_arcs && i <= TL_ARC_TARGET_MAX; i += 4, index += 4) {
    Four arc;
    memcpy(&arc, f->arcs + i, sizeof arc);
    Four label = (arc >> 24) & 0xFF, target = arc & (gint32)TL_ARC_TARGET_MAX, inner = label != 0;
    wrong |= (label > letters) | (target >= ((inner & index) | (~inner & sets)));
  }
  gboolean right = !(wrong[0] | wrong[1] | wrong[2] | wrong[3]);
  for (; right && i < f->n_arcs; i++)
    right = check_arc(f, i);
  return right;
}

static gboolean check_numbers(const TlFrozen *f) {
  if (f->n_arcs == 0 || !(f->arcs[f->n_arcs - 1] & TL_ARC_LAST) || f->head->root >= f->n_arcs || f->n_sets < 2 ||
      f->n_paradigms < 1 || f->n_strings == 0 || f->strings[f->n_strings - 1] != '\0' || f->n_alphabet > 250 ||
      f->n_iconv % 2)
    return FALSE;
  if (!check_arcs(f))
    return FALSE;
  for (guint i = 0; i < f->n_elements; i++) {
    guint element = f->elements[i];
    if (element & TL_ELEMENT_ENTRY ? (element & 0x7FFF) >= f->n_paradigms - 1
                                   : element != TL_ELEMENT_ASK && element >= f->n_transforms)
      return FALSE;
  }
  for (guint i = 0; i < f->n_transforms; i++)
    if (f->transforms[i].prefix >= f->n_rules || f->transforms[i].suffix >= f->n_rules)
      return FALSE;
  for (guint i = 0; i < f->n_rules; i++)
    if (f->rules[i].strip >= f->n_strings || f->rules[i].add >= f->n_strings || f->rules[i].condition >= f->n_strings)
      return FALSE;
  for (guint i = 0; i < f->n_endings; i++)
    if (f->endings[i].paradigm >= f->n_paradigms - 1)
      return FALSE;
  for (guint i = 0; i < f->n_alphabet; i++)
    if (!g_unichar_validate(f->alphabet[i]))
      return FALSE;
  return check_indexes(f->sets, f->n_sets, f->n_elements) && check_indexes(f->paradigms, f->n_paradigms, f->n_flags);
}

static gboolean check_strings(const TlFrozen *f, const guint32 *offsets, guint n) {
  for (guint i = 0; i < n; i++)
    if (offsets[i] >= f->n_strings)
      return FALSE;
  return TRUE;
}

/* tl_frozen_arc reads a little more than the arcs; other sections stand there. */
static gboolean has_room_behind_arcs(const TlFrozen *f, GBytes *data) {
  gsize size;
  const char *file = g_bytes_get_data(data, &size);
  return (gsize)((const char *)(f->arcs + f->n_arcs) - file) + TL_FROZEN_BEHIND <= size;
}

static gboolean map_sections(TlFrozen *f) {
  guint n_heads;
  return (f->head = tl_sections_get(f->sections, TL_SECTION_HEAD, sizeof *f->head, &n_heads)) && n_heads == 1 &&
         (f->alphabet = tl_sections_get(f->sections, TL_SECTION_ALPHABET, 4, &f->n_alphabet)) &&
         (f->arcs = tl_sections_get(f->sections, TL_SECTION_ARCS, 4, &f->n_arcs)) &&
         (f->sets = tl_sections_get(f->sections, TL_SECTION_SETS, 4, &f->n_sets)) &&
         (f->elements = tl_sections_get(f->sections, TL_SECTION_ELEMENTS, 2, &f->n_elements)) &&
         (f->transforms =
              tl_sections_get(f->sections, TL_SECTION_TRANSFORMS, sizeof(TlFrozenTransform), &f->n_transforms)) &&
         (f->rules = tl_sections_get(f->sections, TL_SECTION_RULES, sizeof(TlFrozenRule), &f->n_rules)) &&
         (f->paradigms = tl_sections_get(f->sections, TL_SECTION_PARADIGMS, 4, &f->n_paradigms)) &&
         (f->flags = tl_sections_get(f->sections, TL_SECTION_FLAGS, 4, &f->n_flags)) &&
         (f->endings = tl_sections_get(f->sections, TL_SECTION_ENDINGS, sizeof(TlFrozenEnding), &f->n_endings)) &&
         (f->strings = tl_sections_get(f->sections, TL_SECTION_STRINGS, 1, &f->n_strings)) &&
         (f->breaks = tl_sections_get(f->sections, TL_SECTION_BREAKS, 4, &f->n_breaks)) &&
         (f->iconv = tl_sections_get(f->sections, TL_SECTION_ICONV, 4, &f->n_iconv));
}

static void find_starts(TlFrozen *f) {
  f->starts = g_new0(guint32, 256 * 256);
  for (guint a = 1; a <= f->n_alphabet; a++) {
    const guint32 *first = tl_frozen_arc(f->arcs + f->head->root, a);
    for (guint b = 1; first && b <= f->n_alphabet; b++) {
      const guint32 *second = tl_frozen_arc(f->arcs + TL_ARC_TARGET(*first), b);
      f->starts[a << 8 | b] = second ? TL_ARC_TARGET(*second) + 1 : 0;
    }
  }
}

TlFrozen *tl_frozen_open(GBytes *data, const char *identity, GError **error) {
  TlSections *sections = tl_sections_open(data, (TlSectionsKind){TL_FROZEN_MAGIC, TL_FROZEN_VERSION}, identity, error);
  if (!sections)
    return NULL;
  TlFrozen *f = g_new0(TlFrozen, 1);
  f->sections = sections;
  if (!map_sections(f) || !has_room_behind_arcs(f, data) || !check_numbers(f) ||
      !check_strings(f, f->breaks, f->n_breaks) || !check_strings(f, f->iconv, f->n_iconv)) {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, NULL, 0, 0, "the cache is damaged");
    tl_frozen_free(f);
    return NULL;
  }
  for (guint i = 0; i < f->n_alphabet; i++)
    if (f->alphabet[i] < TL_FROZEN_CODES)
      f->codes[f->alphabet[i]] = (guint8)(i + 1);
  for (guint i = 0; i < f->n_alphabet; i++)
    f->small[i + 1] = (guint8)tl_frozen_code(f, g_unichar_tolower(f->alphabet[i]));
  for (guint i = 0; i < f->n_iconv; i += 2)
    f->converts[(guint8)f->strings[f->iconv[i]]] = TRUE;
  find_starts(f);
  return f;
}

void tl_frozen_free(TlFrozen *frozen) {
  if (!frozen)
    return;
  tl_sections_free(frozen->sections);
  g_free(frozen->starts);
  g_free(frozen);
}
