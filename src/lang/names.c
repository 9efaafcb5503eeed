#include "lang/names.h"

#include <string.h>

/* A guess with less behind it than this leaves the form as it stands, where the word is alone. */
#define BELIEF_MIN 0.15
/* How much more likely a citation form is for each further form in the text that leads to it, and how many count. */
#define SUPPORT_FACTOR 8.0
#define SUPPORT_MAX 5u

struct TlNames {
  TlLexicon *lexicon;
  const TlWordLists *lists;
  GHashTable *readings; /* word -> GArray of TlNameReading */
  GHashTable *noted;    /* words, keys of `readings` */
  GHashTable *forms;    /* citation form -> how many words of the text lead to it */
  GHashTable *taken_as; /* … and were taken for a form of it beside other words */
  GHashTable *known;    /* citation forms that the text is known to have */
  GHashTable *taken;    /* "word citation", where the word was taken for a form of it */
};

TlNames *tl_names_new(TlLexicon *lexicon, const TlWordLists *lists) {
  TlNames *names = g_new0(TlNames, 1);
  names->lexicon = lexicon;
  names->lists = lists;
  names->readings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  names->noted = g_hash_table_new(g_str_hash, g_str_equal);
  names->forms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  names->taken_as = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  names->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  names->taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  return names;
}

void tl_names_free(TlNames *names) {
  if (!names)
    return;
  g_hash_table_unref(names->noted);
  g_hash_table_unref(names->readings);
  g_hash_table_unref(names->forms);
  g_hash_table_unref(names->taken_as);
  g_hash_table_unref(names->known);
  g_hash_table_unref(names->taken);
  g_free(names);
}

const GArray *tl_names_readings(TlNames *names, const char *word) {
  const GArray *known = g_hash_table_lookup(names->readings, word);
  if (known)
    return known;
  GArray *fresh = tl_name_readings(names->lexicon, names->lists, word);
  g_hash_table_insert(names->readings, g_strdup(word), fresh);
  return fresh;
}

static gboolean is_among_first(const GArray *readings, guint n, const char *citation) {
  for (guint i = 0; i < n; i++)
    if (strcmp(g_array_index(readings, TlNameReading, i).citation, citation) == 0)
      return TRUE;
  return FALSE;
}

static guint count(GHashTable *counts, const char *citation) {
  return GPOINTER_TO_UINT(g_hash_table_lookup(counts, citation));
}

static void add_one(GHashTable *counts, const char *citation) {
  g_hash_table_insert(counts, g_strdup(citation), GUINT_TO_POINTER(count(counts, citation) + 1));
}

static guint support(const TlNames *names, const char *citation) {
  return count(names->forms, citation) + count(names->taken_as, citation);
}

void tl_names_know(TlNames *names, const char *citation) {
  g_hash_table_add(names->known, g_strdup(citation));
}

void tl_names_note(TlNames *names, const char *word) {
  gpointer key;
  const GArray *readings = tl_names_readings(names, word);
  g_hash_table_lookup_extended(names->readings, word, &key, NULL);
  if (!g_hash_table_add(names->noted, key))
    return;
  for (guint i = 0; i < readings->len; i++) {
    const char *citation = g_array_index(readings, TlNameReading, i).citation;
    if (!is_among_first(readings, i, citation))
      add_one(names->forms, citation);
  }
}

void tl_names_took(TlNames *names, const char *word, const TlNameReading *reading) {
  if (g_hash_table_add(names->taken, g_strconcat(word, " ", reading->citation, NULL)))
    add_one(names->taken_as, reading->citation);
}

gdouble tl_names_weight(const TlNames *names, const TlNameReading *reading) {
  gdouble weight = reading->weight;
  gboolean known = g_hash_table_contains(names->known, reading->citation);
  for (guint more = known ? SUPPORT_MAX : MIN(support(names, reading->citation), SUPPORT_MAX); more > 1; more--)
    weight *= SUPPORT_FACTOR;
  return weight;
}

gboolean tl_names_believes(const TlNames *names, const TlNameReading *reading, const char *word) {
  return reading->weight >= BELIEF_MIN || support(names, reading->citation) > 1 ||
         g_hash_table_contains(names->known, reading->citation) || strcmp(reading->citation, word) == 0;
}

const TlNameReading *tl_names_reading(TlNames *names, const char *word) {
  const GArray *readings = tl_names_readings(names, word);
  const TlNameReading *best = NULL;
  for (guint i = 0; i < readings->len; i++) {
    const TlNameReading *reading = &g_array_index(readings, TlNameReading, i);
    if (tl_names_believes(names, reading, word) &&
        (!best || tl_names_weight(names, reading) > tl_names_weight(names, best)))
      best = reading;
  }
  return best ? best : &g_array_index(readings, TlNameReading, 0);
}

const char *tl_names_citation(TlNames *names, const char *word) {
  return tl_names_reading(names, word)->citation;
}

char *tl_names_why(const TlNames *names, const char *word, const TlNameReading *reading) {
  const char *citation = reading->citation;
  guint forms = count(names->forms, citation);
  glong length = g_utf8_strlen(citation, -1);
  if (strcmp(citation, word) != 0 && g_hash_table_contains(names->known, citation))
    return g_strdup_printf("the text has %s", citation);
  switch ((TlNameSource)reading->source) {
  case TL_NAME_STANDS:
    return g_strdup("as it stands");
  case TL_NAME_UNDECLINED:
    return g_strdup("as it stands, in any case");
  case TL_NAME_FORM:
    return g_strdup_printf("%s is a form of %s in the dictionary", word, citation);
  case TL_NAME_HALVES:
    return g_strdup("each half inflects");
  case TL_NAME_ANALOGY:
    break;
  }
  if (strcmp(citation, word) == 0)
    return g_strdup("as it stands");
  return forms > 1 ? g_strdup_printf("%u forms in the text go back to %s", forms, citation)
                   : g_strdup_printf("inflects like words in -%s",
                                     g_utf8_offset_to_pointer(citation, MAX(0, length - (glong)reading->letters)));
}

gboolean tl_names_given(TlNames *names, const char *word) {
  const GArray *readings = tl_names_readings(names, word);
  for (guint i = 0; i < readings->len; i++)
    if (g_array_index(readings, TlNameReading, i).given)
      return TRUE;
  return FALSE;
}
