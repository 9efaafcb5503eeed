/* Words of one name stand in one case and gender, or concord. For each of those the likeliest readings of the words
 * that can be in it are taken together; the likeliest of all is the name: Петра Кандиєнка is Петро, because Кандиєнка
 * is seldom a woman, and Ганну Коваленко is Ганна, because he would be Коваленка. */
#include "lang/full_name.h"

#include <string.h>

#include "lang/given_name.h"

/* How likely a name is to stand in a case of a gender or the plural: news seldom speak to people, and most names are
 * of one. */
static gdouble likely(guint8 concord, guint8 in) {
  return (in == TL_CASE_NOM ? 1.6 : in == TL_CASE_VOC ? 0.1 : 1) * (concord == TL_CONCORD_PLURAL ? 0.3 : 1);
}

/* How likely words without a mark between them are to be two names, in news: Син Ольги Петро Гнатюк; and two given
 * names, each alone: Син Ольги Петро, which may be her surname. */
#define TWO 0.05
#define TWO_ALONE 0.005

/* … and a person to have two given names. */
#define SECOND_GIVEN 0.1

/* … and a name to stand in a case that is not what is shown around it. */
#define OUT_OF_FRAME 0.001

/* Less is no reading to build on. */
#define WEIGHT_MIN 0.01

size_t tl_initial_length(const char *word, size_t length) {
  static const char *const pairs[] = {"Дж", "Дз"};
  for (guint i = 0; i < G_N_ELEMENTS(pairs); i++)
    if (length > strlen(pairs[i]) && memcmp(word, pairs[i], strlen(pairs[i])) == 0 && word[strlen(pairs[i])] == '.')
      return strlen(pairs[i]);
  return length > 0 ? (size_t)(g_utf8_next_char(word) - word) : 0;
}

/* An initial, or a particle: what has one form. */
static gboolean is_fixed(const char *word) {
  const char *next = word + tl_initial_length(word, strlen(word));
  return *word && (!*next || strcmp(next, ".") == 0 || g_unichar_islower(g_utf8_get_char(word)));
}

/* Before a surname a name in -а or -я is hers, but for a few; all the more where the dictionary has it as a woman's
 * given name. */
static gdouble weight_before(const GArray *readings, const TlNameReading *reading) {
  gboolean a = g_str_has_suffix(reading->citation, "а") || g_str_has_suffix(reading->citation, "я");
  if (reading->concord != TL_CONCORD_M || !a || tl_is_mans_in_a(reading->citation))
    return 1;
  for (guint i = 0; i < readings->len; i++) {
    const TlNameReading *other = &g_array_index(readings, TlNameReading, i);
    if (other->given && other->concord == TL_CONCORD_F && strcmp(other->citation, reading->citation) == 0)
      return 0.02;
  }
  return 0.1;
}

/* The likeliest reading of a word in a case of a gender or the plural; NULL: it cannot be in it. */
static const TlNameReading *reading_in(TlNames *names, const char *word, gboolean last, guint8 concord, guint8 in,
                                       gdouble *weight) {
  const GArray *readings = tl_names_readings(names, word);
  const TlNameReading *best = NULL;
  *weight = WEIGHT_MIN;
  for (guint i = 0; i < readings->len; i++) {
    const TlNameReading *reading = &g_array_index(readings, TlNameReading, i);
    gdouble own = reading->concord == concord && reading->cases & in
                      ? tl_names_weight(names, reading) * (last ? 1 : weight_before(readings, reading))
                      : 0;
    if (own > *weight)
      best = reading, *weight = own;
  }
  return best;
}

/* A given name, and no patronymic. */
static gboolean is_given(const TlNameReading *reading) {
  return reading && reading->given && !tl_is_patronymic(reading->citation);
}

/* The readings that go together best, into `chosen` (NULL for initials), and how likely they are. 0: none do. */
static gdouble agree(TlNames *names, const char *const *words, guint n, const TlNameFrame *frame,
                     const TlNameReading **chosen) {
  g_autofree const TlNameReading **these = g_new0(const TlNameReading *, n);
  gdouble most = 0;
  for (guint8 concord = 0; concord < TL_CONCORDS; concord++)
    for (guint8 in = TL_CASE_NOM; in & TL_CASE_ANY; in = (guint8)(in << 1)) {
      gdouble weight, product = frame && n == 1 ? 1 : likely(concord, in);
      product *= frame && !(frame->cases[concord] & in) ? OUT_OF_FRAME : 1;
      for (guint i = 0; i < n && product > 0; i++) {
        these[i] = is_fixed(words[i]) ? NULL : reading_in(names, words[i], i + 1 == n, concord, in, &weight);
        product *= is_fixed(words[i]) ? 1 : these[i] ? weight : 0;
        if (i > 0 && i + 1 < n && is_given(these[i - 1]) && is_given(these[i]))
          product *= SECOND_GIVEN;
        if (i > 1 && these[i] && these[i - 2] && strcmp(these[i]->citation, these[i - 2]->citation) == 0)
          product = 0; /* мати Зайцева Людмила Зайцева: nobody has a surname twice */
      }
      if (product > most) {
        most = product;
        memcpy(chosen, these, n * sizeof *these);
      }
    }
  return most;
}

static gdouble likelihood(TlNames *names, const char *const *words, guint n) {
  g_autofree const TlNameReading **chosen = g_new0(const TlNameReading *, n + 1);
  return agree(names, words, n, NULL, chosen);
}

gboolean tl_full_name_agrees(TlNames *names, const char *const *words, guint n) {
  return likelihood(names, words, n) > 0;
}

static void tell(TlNames *names, const char *word, const TlNameReading *reading, GString *why) {
  g_autofree char *clause = tl_names_why(names, word, reading);
  g_string_append_printf(why, "%s%s: %s%s", why->len ? "; " : "", word, clause,
                         strcmp(reading->citation, tl_names_citation(names, word)) ? ", beside the other words" : "");
}

/* The readings of the words as one name, into `chosen`. FALSE: they do not agree, or there is one word alone of which
 * nothing is shown. */
static gboolean together(TlNames *names, const char *const *words, guint n, const TlNameFrame *frame,
                         const TlNameReading **chosen) {
  guint full = 0; /* words that are no initials */
  for (guint i = 0; i < n; i++)
    full += is_fixed(words[i]) ? 0u : 1u;
  if (full <= 1 && !frame)
    return FALSE;
  if (agree(names, words, n, frame, chosen) <= 0)
    return FALSE;
  for (guint i = 0; i < n && full <= 1; i++) /* one word: what is believed of it alone */
    if (chosen[i] && !tl_names_believes(names, chosen[i], words[i]))
      return FALSE;
  return TRUE;
}

void tl_full_name_learn(TlNames *names, const char *const *words, guint n, const TlNameFrame *frame) {
  g_autofree const TlNameReading **chosen = g_new0(const TlNameReading *, n + 1);
  gboolean agreed = together(names, words, n, frame, chosen);
  for (guint i = 0; i < n && agreed; i++)
    if (chosen[i])
      tl_names_took(names, words[i], chosen[i]);
}

char *tl_full_name_citation(TlNames *names, const char *const *words, guint n, const TlNameFrame *frame, GString *why) {
  g_autofree const TlNameReading **chosen = g_new0(const TlNameReading *, n + 1);
  g_autoptr(GString) citation = g_string_new(NULL);
  gboolean agreed = together(names, words, n, frame, chosen);
  for (guint i = 0; i < n; i++) {
    const TlNameReading *reading = is_fixed(words[i]) ? NULL : agreed ? chosen[i] : tl_names_reading(names, words[i]);
    g_string_append_printf(citation, "%s%s", i ? " " : "", reading ? reading->citation : words[i]);
    if (reading)
      tell(names, words[i], reading, why);
  }
  return g_string_free(g_steal_pointer(&citation), FALSE);
}

static gboolean is_surname_in_case(TlNames *names, const char *word) {
  return !tl_names_given(names, word) && strcmp(tl_names_citation(names, word), word) != 0;
}

/* Does the name begin with one that people are given; alone, with one that most have? */
static gboolean begins_given(const TlNameReading *first, gboolean alone) {
  return is_given(first) && (!alone || tl_is_usual_given_name(first->citation, first->concord));
}

/* How likely a name ends before word `i` and another begins there: with a given name, or where not all can be
 * one name, behind a surname in another case than the nominative (Іллєнком Скорика). An initial belongs to what is
 * behind it, or to the surname before. */
static gdouble likely_two(TlNames *names, const char *const *words, guint n, guint i, gboolean agreed) {
  g_autofree const TlNameReading **chosen = g_new0(const TlNameReading *, n);
  if (is_fixed(words[i - 1]) || is_fixed(words[n - 1]) || g_unichar_islower(g_utf8_get_char(words[i])))
    return 0;
  gdouble second = agree(names, words + i, n - i, NULL, chosen);
  if (!begins_given(chosen[0], i + 1 == n) && (agreed || !is_surname_in_case(names, words[i - 1])))
    return 0;
  gboolean both_alone = i == 1 && n == 2 && tl_names_given(names, words[0]);
  return likelihood(names, words, i) * second * (both_alone ? TWO_ALONE : TWO);
}

guint tl_full_name_end(TlNames *names, const char *const *words, guint n) {
  gdouble whole = n > 1 ? likelihood(names, words, n) : 0, most = whole;
  guint end = n;
  for (guint i = n - 1; n > 1 && i >= 1; i--) {
    gdouble two = likely_two(names, words, n, i, whole > 0);
    if (two > most)
      most = two, end = i;
  }
  return end;
}
