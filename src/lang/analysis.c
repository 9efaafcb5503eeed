#include "lang/analysis.h"

#include <string.h>

#include "base/error.h"
#include "text/fold.h"

struct TlIrregulars {
  GHashTable *lemmas; /* form -> GPtrArray of char * */
};

TlCasing tl_casing(const char *word, size_t length) {
  guint upper = 0, lower = 0;
  gboolean first = FALSE, seen = FALSE;
  for (const char *p = word; p < word + length; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    gboolean is_upper = g_unichar_isupper(c), is_lower = g_unichar_islower(c);
    first = first || (is_upper && !seen);
    seen = seen || is_upper || is_lower;
    upper += is_upper ? 1u : 0u;
    lower += is_lower ? 1u : 0u;
  }
  if (upper == 0)
    return TL_CASING_SMALL;
  if (lower == 0)
    return upper > 1 ? TL_CASING_ALL : TL_CASING_CAPITAL;
  return upper == 1 && first ? TL_CASING_CAPITAL : TL_CASING_MIXED;
}

TlIrregulars *tl_irregulars_parse(const char *name, GBytes *data, GError **error) {
  g_autoptr(TlIrregulars) irregulars = g_new0(TlIrregulars, 1);
  irregulars->lemmas = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  gsize size;
  const char *bytes = g_bytes_get_data(data, &size);
  g_autofree char *text = g_strndup(bytes, size);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (guint i = 0; lines[i]; i++) {
    char *line = g_strchomp(lines[i]);
    if (!*line || *line == '#')
      continue;
    char *tab = strchr(line, '\t');
    if (!tab || tab == line || !tab[1]) {
      tl_error_at(error, TLUMACH_ERROR_FORMAT, name, i + 1, 1, "expected a form, a tab and its lemma");
      return NULL;
    }
    *tab = '\0';
    GPtrArray *lemmas = g_hash_table_lookup(irregulars->lemmas, line);
    if (!lemmas) {
      lemmas = g_ptr_array_new_with_free_func(g_free);
      g_hash_table_insert(irregulars->lemmas, g_strdup(line), lemmas);
    }
    g_ptr_array_add(lemmas, g_strdup(tab + 1));
  }
  return g_steal_pointer(&irregulars);
}

void tl_irregulars_free(TlIrregulars *irregulars) {
  if (!irregulars)
    return;
  g_hash_table_unref(irregulars->lemmas);
  g_free(irregulars);
}

/* An irregular form has the readings of its lemma; which case it is in, the table does not say. */
static void put_lemma(TlReadings *readings, const char *lemma) {
  size_t need = strlen(lemma) + 1;
  if (readings->n == TL_READINGS_MAX || readings->used + need > sizeof readings->text)
    return;
  memcpy(readings->text + readings->used, lemma, need);
  readings->items[readings->n++] = (TlReading){.stem = (guint16)readings->used};
  readings->used += (guint)need;
}

static gboolean try_casing(TlLexicon *lexicon, const TlIrregulars *irregulars, const char *word, size_t length, TlTried tried,
                           TlAnalysis *analysis) {
  TlReadings *readings = &analysis->readings;
  guint before = readings->n;
  if (length == 0)
    return FALSE;
  gboolean known = tl_lexicon_readings(lexicon, word, length, readings) != TL_UNKNOWN;
  const GPtrArray *lemmas = irregulars ? g_hash_table_lookup(irregulars->lemmas, word) : NULL;
  guint regular = readings->n;
  for (guint i = 0; lemmas && i < lemmas->len; i++)
    put_lemma(readings, g_ptr_array_index(lemmas, i));
  for (guint i = before; i < readings->n; i++) {
    analysis->tried[i] = (guint8)tried;
    analysis->morphs[i] = i < regular ? tl_grammar(lexicon, word, readings, i)
                                      : (TlMorph){TL_POS_NOUN, TL_CASE_ANY, TL_CASE_ANY, TL_GENDER_ANY};
  }
  return known || lemmas;
}

void tl_analyse(TlLexicon *lexicon, const TlIrregulars *irregulars, const char *word, size_t length, TlAnalysis *analysis) {
  char other[TL_WORD_MAX];
  analysis->readings.n = analysis->readings.used = 0;
  analysis->casing = tl_casing(word, length);
  analysis->known_as_is = try_casing(lexicon, irregulars, word, length, TL_TRIED_AS_IS, analysis);
  analysis->known_small = analysis->known_as_is && analysis->casing == TL_CASING_SMALL;
  if (analysis->casing != TL_CASING_SMALL) {
    size_t n = tl_lower_word(word, length, other);
    analysis->known_small = try_casing(lexicon, irregulars, other, n, TL_TRIED_SMALL, analysis);
  }
  if (analysis->casing != TL_CASING_CAPITAL) {
    size_t n = tl_title_word(word, length, other);
    try_casing(lexicon, irregulars, other, n, TL_TRIED_CAPITAL, analysis);
  }
}
