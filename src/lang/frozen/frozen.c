/* The file is believed only after every number in it was checked once, so that look-ups need no checks of their own. */
#include "lang/frozen/frozen.h"

#include <string.h>

#include "base/error.h"
#include "base/sections.h"
#include "lang/frozen/endings.h"

#define CODES_TABLE 0x800
#define WORD_CODES 250

struct TlFrozen {
  TlSections *sections;
  const TlFrozenHead *head;
  const guint32 *alphabet, *arcs, *sets, *paradigms, *flags, *breaks, *iconv;
  const guint16 *elements;
  const TlFrozenTransform *transforms;
  const TlFrozenRule *rules;
  const TlFrozenEnding *endings;
  const char *strings;
  guint n_alphabet, n_arcs, n_sets, n_elements, n_transforms, n_rules, n_paradigms, n_flags, n_endings, n_strings,
      n_breaks, n_iconv;
  guint8 codes[CODES_TABLE]; /* code point -> letter code */
  guint32
      *starts; /* by two letter codes: the state behind them + 1; the first states have the most arcs to look through */
};

static gboolean check_indexes(const guint32 *starts, guint n, guint limit) {
  for (guint i = 0; i < n; i++)
    if (starts[i] > limit || (i > 0 && starts[i] < starts[i - 1]))
      return FALSE;
  return TRUE;
}

static gboolean check_numbers(const TlFrozen *f) {
  if (f->n_arcs == 0 || !(f->arcs[f->n_arcs - 1] & TL_ARC_LAST) || f->head->root >= f->n_arcs || f->n_sets < 2 ||
      f->n_paradigms < 1 || f->n_strings == 0 || f->strings[f->n_strings - 1] != '\0' || f->n_alphabet > 250 ||
      f->n_iconv % 2)
    return FALSE;
  for (guint i = 0; i < f->n_arcs; i++) {
    guint32 label = TL_ARC_LABEL(f->arcs[i]), target = TL_ARC_TARGET(f->arcs[i]);
    /* States are closed before those that lead to them: a target stands before its arc, so there are no cycles. */
    if (label > f->n_alphabet || target >= (label ? i : f->n_sets - 1))
      return FALSE;
  }
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

/* The arc with a label, or NULL. */
static const guint32 *arc_of(const guint32 *arc, guint label) {
  while (TL_ARC_LABEL(*arc) != label) {
    if (*arc & TL_ARC_LAST)
      return NULL;
    arc++;
  }
  return arc;
}

static void find_starts(TlFrozen *f) {
  f->starts = g_new0(guint32, 256 * 256);
  for (guint a = 1; a <= f->n_alphabet; a++) {
    const guint32 *first = arc_of(f->arcs + f->head->root, a);
    for (guint b = 1; first && b <= f->n_alphabet; b++) {
      const guint32 *second = arc_of(f->arcs + TL_ARC_TARGET(*first), b);
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
  if (!map_sections(f) || !check_numbers(f) || !check_strings(f, f->breaks, f->n_breaks) ||
      !check_strings(f, f->iconv, f->n_iconv)) {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, NULL, 0, 0, "the cache is damaged");
    tl_frozen_free(f);
    return NULL;
  }
  for (guint i = 0; i < f->n_alphabet; i++)
    if (f->alphabet[i] < CODES_TABLE)
      f->codes[f->alphabet[i]] = (guint8)(i + 1);
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

gboolean tl_frozen_complete(const TlFrozen *f) {
  return (f->head->flags & TL_FROZEN_COMPLETE) != 0;
}

gboolean tl_frozen_asks(const TlFrozen *f) {
  for (guint i = 0; i < f->n_elements; i++)
    if (f->elements[i] == TL_ELEMENT_ASK)
      return TRUE;
  return !tl_frozen_complete(f);
}

guint32 tl_frozen_forms(const TlFrozen *f) {
  return f->head->forms;
}

guint tl_frozen_code(const TlFrozen *f, guint32 letter) {
  if (letter < CODES_TABLE)
    return f->codes[letter];
  for (guint i = 0; i < f->n_alphabet; i++)
    if (f->alphabet[i] == letter)
      return i + 1;
  return 0;
}

guint32 tl_frozen_letter(const TlFrozen *f, guint code) {
  return code > 0 && code <= f->n_alphabet ? f->alphabet[code - 1] : 0;
}

guint32 tl_frozen_root(const TlFrozen *f) {
  return f->head->root;
}

const guint32 *tl_frozen_arcs(const TlFrozen *f) {
  return f->arcs;
}

/* Letter codes of a word; 0 when some letter is not of the alphabet. */
static guint encode(const TlFrozen *f, const char *word, size_t length, guint8 codes[WORD_CODES]) {
  const guint8 *p = (const guint8 *)word, *end = p + length;
  guint n = 0;
  while (p < end) {
    guint32 c = *p++;
    if (c >= 0x80) {
      if (c < 0xE0 && p < end) {
        c = (c & 0x1F) << 6 | (*p++ & 0x3F);
      } else {
        c = g_utf8_get_char_validated((const char *)p - 1, end - p + 1);
        if (c >= 0x110000)
          return 0;
        p += g_unichar_to_utf8(c, NULL) - 1;
      }
    }
    guint code = tl_frozen_code(f, c);
    if (!code || n == WORD_CODES)
      return 0;
    codes[n++] = (guint8)code;
  }
  return n;
}

/* The set of the word's elements, or -1. */
static gint64 walk(const TlFrozen *f, const guint8 *codes, guint n) {
  const guint32 *arc = f->arcs + f->head->root;
  guint i = 0;
  if (n >= 2) {
    guint32 start = f->starts[(guint)codes[0] << 8 | codes[1]];
    if (!start)
      return -1;
    arc = f->arcs + start - 1;
    i = 2;
  }
  for (; i < n; i++) {
    arc = arc_of(arc, codes[i]);
    if (!arc)
      return -1;
    arc = f->arcs + TL_ARC_TARGET(*arc);
  }
  return TL_ARC_LABEL(*arc) == 0 ? (gint64)TL_ARC_TARGET(*arc) : -1; /* label 0 stands first in its state */
}

static gint64 find(const TlFrozen *f, const char *word, size_t length) {
  guint8 codes[WORD_CODES];
  guint n = encode(f, word, length, codes);
  return n ? walk(f, codes, n) : -1;
}

TlKnown tl_frozen_knows(const TlFrozen *f, const char *word, size_t length) {
  gint64 set = find(f, word, length);
  if (set < 0)
    return TL_UNKNOWN;
  gboolean ask = FALSE;
  for (guint32 i = f->sets[set]; i < f->sets[set + 1]; i++) {
    if (f->elements[i] != TL_ELEMENT_ASK)
      return TL_KNOWN;
    ask = TRUE;
  }
  return ask ? TL_ASK : TL_UNKNOWN;
}

/* The form with its affixes taken off again. */
static gboolean put_stem(const TlFrozen *f, const char *word, size_t length, const TlFrozenTransform *t,
                         TlReadings *readings) {
  const TlFrozenRule *p = &f->rules[t->prefix], *s = &f->rules[t->suffix];
  const char *before = f->strings + p->strip, *after = f->strings + s->strip;
  size_t cut_front = t->prefix ? strlen(f->strings + p->add) : 0,
         cut_back = t->suffix ? strlen(f->strings + s->add) : 0;
  size_t n_before = t->prefix ? strlen(before) : 0, n_after = t->suffix ? strlen(after) : 0;
  if (cut_front + cut_back > length)
    return FALSE;
  size_t kept = length - cut_front - cut_back, need = n_before + kept + n_after + 1;
  if (readings->n == TL_READINGS_MAX || readings->used + need > sizeof readings->text)
    return FALSE;
  char *out = readings->text + readings->used;
  memcpy(out, before, n_before);
  memcpy(out + n_before, word + cut_front, kept);
  memcpy(out + n_before + kept, after, n_after);
  out[need - 1] = '\0';
  readings->items[readings->n++] = (TlReading){(guint16)readings->used, t->suffix, t->prefix, 0};
  readings->used += (guint)need;
  return TRUE;
}

TlKnown tl_frozen_readings(const TlFrozen *f, const char *word, size_t length, TlReadings *readings) {
  gint64 set = find(f, word, length);
  if (set < 0)
    return TL_UNKNOWN;
  TlKnown known = TL_UNKNOWN;
  for (guint32 i = f->sets[set]; i < f->sets[set + 1]; i++) {
    guint element = f->elements[i];
    if (element == TL_ELEMENT_ASK) {
      known = TL_ASK;
      continue;
    }
    TlFrozenTransform none = {0, 0};
    gboolean entry = (element & TL_ELEMENT_ENTRY) != 0;
    if (put_stem(f, word, length, entry ? &none : &f->transforms[element], readings) && entry)
      readings->items[readings->n - 1].paradigm = (guint16)((element & 0x7FFF) + 1);
    if (known == TL_UNKNOWN)
      known = TL_KNOWN;
  }
  return known;
}

const guint32 *tl_frozen_paradigm(const TlFrozen *f, guint paradigm, guint *n) {
  *n = paradigm + 1 < f->n_paradigms ? f->paradigms[paradigm + 1] - f->paradigms[paradigm] : 0;
  return *n ? f->flags + f->paradigms[paradigm] : NULL;
}

const TlFrozenRule *tl_frozen_rules(const TlFrozen *f, guint *n) {
  *n = f->n_rules;
  return f->rules;
}

const char *tl_frozen_string(const TlFrozen *f, guint32 offset) {
  return f->strings + offset;
}

const guint32 *tl_frozen_breaks(const TlFrozen *f, guint *n) {
  *n = f->n_breaks;
  return f->breaks;
}

const guint32 *tl_frozen_iconv(const TlFrozen *f, guint *n) {
  *n = f->n_iconv;
  return f->iconv;
}

const TlFrozenEnding *tl_frozen_endings(const TlFrozen *f, const char *word, size_t length, guint letters,
                                        gboolean capitalised, guint *n) {
  *n = 0;
  if (letters > TL_ENDING_MAX)
    return NULL;
  const char *from = word + length;
  for (guint i = 0; i < letters; i++) {
    if (from == word)
      return NULL;
    from = g_utf8_prev_char(from);
  }
  guint8 codes[WORD_CODES];
  guint count = encode(f, from, (size_t)(word + length - from), codes);
  if (count != letters)
    return NULL;
  guint64 key = tl_ending_key(codes, letters, letters, capitalised);
  guint low = 0, high = f->n_endings;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (f->endings[middle].key < key)
      low = middle + 1;
    else
      high = middle;
  }
  while (low + *n < f->n_endings && f->endings[low + *n].key == key)
    ++*n;
  return *n ? f->endings + low : NULL;
}
