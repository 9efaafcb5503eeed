/* Looking words up one by one. */
#include <string.h>

#include "lang/frozen/endings.h"
#include "lang/frozen/frozen_private.h"

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
  if (letter < TL_FROZEN_CODES)
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

guint tl_frozen_encode(const TlFrozen *f, const char *word, size_t length, guint8 codes[TL_FROZEN_LETTERS]) {
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
    if (!code || n == TL_FROZEN_LETTERS)
      return 0;
    codes[n++] = (guint8)code;
  }
  return n;
}

static gint64 walk(const TlFrozen *f, const guint8 *codes, guint n) {
  guint i;
  const guint32 *state = tl_frozen_start(f, codes, n, &i);
  for (; state && i < n; i++) {
    const guint32 *arc = tl_frozen_arc(state, codes[i]);
    state = arc ? f->arcs + TL_ARC_TARGET(*arc) : NULL;
  }
  return state ? tl_frozen_set(state) : -1;
}

static gint64 find(const TlFrozen *f, const char *word, size_t length) {
  guint8 codes[TL_FROZEN_LETTERS];
  guint n = tl_frozen_encode(f, word, length, codes);
  return n ? walk(f, codes, n) : -1;
}

TlKnown tl_frozen_set_known(const TlFrozen *f, gint64 set) {
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

TlKnown tl_frozen_knows(const TlFrozen *f, const char *word, size_t length) {
  return tl_frozen_set_known(f, find(f, word, length));
}

gboolean tl_frozen_has_entry(const TlFrozen *f, guint32 set) {
  for (guint32 i = f->sets[set]; i < f->sets[set + 1]; i++)
    if (f->elements[i] & TL_ELEMENT_ENTRY)
      return TRUE;
  return FALSE;
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

gboolean tl_frozen_converts(const TlFrozen *f, char first) {
  return f->converts[(guint8)first];
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
  guint8 codes[TL_FROZEN_LETTERS];
  guint count = tl_frozen_encode(f, from, (size_t)(word + length - from), codes);
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
