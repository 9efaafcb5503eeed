/* Each word has its own citation form (names.h); what a name of several words knows better is that all are in one case,
 * and whether the person is a woman: Петра Кандиєнка is Петро, not Петра; Ганни Панової is Панова, not Панов. */
#include "lang/full_name.h"

#include <string.h>

#include "lang/surname.h"

size_t tl_initial_length(const char *word, size_t length) {
  static const char *const pairs[] = {"Дж", "Дз"};
  for (guint i = 0; i < G_N_ELEMENTS(pairs); i++)
    if (length > strlen(pairs[i]) && memcmp(word, pairs[i], strlen(pairs[i])) == 0 && word[strlen(pairs[i])] == '.')
      return strlen(pairs[i]);
  return length > 0 ? (size_t)(g_utf8_next_char(word) - word) : 0;
}

static gboolean is_initial(const char *word) {
  const char *next = word + tl_initial_length(word, strlen(word));
  return *word && (!*next || strcmp(next, ".") == 0);
}

static gboolean is_oblique(TlNames *names, const char *const *words, guint n) {
  for (guint i = 0; i < n; i++)
    if (!is_initial(words[i]) && strcmp(tl_names_citation(names, words[i], NULL), words[i]) != 0)
      return TRUE;
  return FALSE;
}

static gboolean ends_in(const char *word, const char *const *endings) {
  for (; *endings; endings++)
    if (g_str_has_suffix(word, *endings))
      return TRUE;
  return FALSE;
}

/* A given name in -а or -я that is no man's. */
static gboolean is_womans(const char *name) {
  static const char *const men[] = {"Микола", "Ілля", "Лука", "Сава",    "Хома", "Фома",    "Кузьма",
                                    "Микита", "Яша",  "Саша", "Гаврила", "Зія",  "Мустафа", NULL};
  return (g_str_has_suffix(name, "а") || g_str_has_suffix(name, "я")) && !g_strv_contains(men, name);
}

/* How the words of a name go together. */
typedef enum Gathered {
  AS_WORDS, /* each by itself */
  OBLIQUE,  /* in another case than the nominative, all of them */
  OF_MAN,   /* the same of a man with a given name */
  A_WOMAN,  /* a woman's, as it stands: Ганна Панова */
  OF_WOMAN  /* a woman's in another case: Ганни Панової */
} Gathered;

static Gathered gather(TlNames *names, const char *const *words, guint n) {
  static const char *const surnames[] = {"ова", "ева", "єва", "іна", "їна", "ина", "ська", "цька", "зька", NULL};
  Gathered by_words = is_oblique(names, words, n) ? OBLIQUE : AS_WORDS;
  if (n < 2 || is_initial(words[0]) || is_initial(words[n - 1]))
    return by_words;
  const char *given = tl_names_citation(names, words[0], NULL);
  if (!is_womans(given))
    return by_words == OBLIQUE ? OF_MAN : by_words;
  if (strcmp(given, words[0]) == 0)
    return ends_in(words[n - 1], surnames) ? A_WOMAN : by_words;
  return OF_WOMAN;
}

/* Панов, Зеленський: hers. Боримську, of which the dictionary knows nothing, says so itself. */
static char *womans_surname(const char *citation, const char *word) {
  static const char *const adjectival[] = {"ську", "цьку", "зьку", "ській", "цькій", "зькій", NULL};
  if (ends_in(word, adjectival))
    return g_strdup_printf("%.*sка", (int)(g_strrstr(word, "к") - word), word);
  char *hers = tl_surname_hers(citation);
  return hers ? hers : g_strdup(citation);
}

/* His, where the word by itself is sooner a place: Садовим is of Садовий, not of Садове, Борисова of Борисов, not of
 * Борисів. */
static char *mans_surname(const char *citation, const char *word) {
  static const char *const adjectival[] = {"им", "ого", "ому", NULL};
  size_t n = strlen(citation), stem = n - MIN(n, strlen("ів"));
  if (g_str_has_suffix(citation, "е") && ends_in(word, adjectival))
    return g_strdup_printf("%.*sий", (int)(n - strlen("е")), citation);
  if (g_str_has_suffix(citation, "ів") && strncmp(word, citation, stem) == 0 && g_str_has_prefix(word + stem, "ов"))
    return g_strdup_printf("%.*sов", (int)stem, citation);
  char *his = strcmp(citation, word) == 0 && g_str_has_suffix(word, "а") ? tl_surname_his(word) : NULL;
  return his ? his : g_strdup(citation); /* Андрія Панова, even where others are hers */
}

/* One word in its citation form; `clause` (may stay NULL) says how. Free with g_free. */
static char *word_citation(TlNames *names, const char *word, Gathered how, gboolean is_surname, const char **clause) {
  if (is_initial(word) || how == A_WOMAN)
    return g_strdup(word);
  const char *form = tl_names_citation(names, word, clause);
  const char *other =
      (how == OBLIQUE || how == OF_MAN) && strcmp(form, word) == 0 ? tl_names_other_citation(names, word) : NULL;
  if (other)
    *clause = "in the case of the words beside it";
  if (is_surname && how == OF_MAN)
    return mans_surname(other ? other : form, word);
  return how == OF_WOMAN && is_surname ? womans_surname(form, word) : g_strdup(other ? other : form);
}

/* Endings of adjectival surnames in other cases; of two surnames in one those that both may have are sooner hers. */
static const char *const hers[] = {"ської", "ською", "ську", "цької", "цькою", "цьку", "ової", "овою",
                                   "ову",   "євої",  "євою", "єву",   "евої",  "евою", "еву",  NULL};
static const char *const his[] = {"ського", "ському", "ським", "цького", "цькому", "цьким", NULL};

/* A surname that may be double (Львової-Бєлової): each half inflects. Without a given name before it only its ending
 * tells a surname (Нечуя-Левицького) from a place (Нью-Йорка): `person`. */
static char *surname_citation(TlNames *names, const char *word, Gathered how, gboolean person, const char **clause) {
  const char *hyphen = strrchr(word, '-');
  gboolean woman = ends_in(word, hers), stands = how == A_WOMAN || (how == AS_WORDS && person);
  if (stands || !hyphen || !g_unichar_isupper(g_utf8_get_char(hyphen + 1)) || !(person || woman || ends_in(word, his)))
    return word_citation(names, word, how, TRUE, clause);
  Gathered each = woman ? OF_WOMAN : how;
  const char *said = NULL, *second = hyphen + 1;
  g_autofree char *first = g_strndup(word, (gsize)(hyphen - word));
  tl_names_note(names, first);
  tl_names_note(names, second);
  g_autofree char *a = word_citation(names, first, each, TRUE, &said);
  g_autofree char *b = word_citation(names, second, each, TRUE, &said);
  *clause = "each half inflects";
  return g_strconcat(a, "-", b, NULL);
}

char *tl_full_name_citation(TlNames *names, const char *const *words, guint n, GString *why) {
  g_autoptr(GString) citation = g_string_new(NULL);
  Gathered how = gather(names, words, n);
  for (guint i = 0; i < n; i++) {
    const char *clause = NULL;
    g_autofree char *form = i + 1 == n ? surname_citation(names, words[i], how, n > 1, &clause)
                                       : word_citation(names, words[i], how, FALSE, &clause);
    g_string_append_printf(citation, "%s%s", i ? " " : "", form);
    if (clause)
      g_string_append_printf(why, "%s%s: %s", why->len ? "; " : "", words[i], clause);
  }
  return g_string_free(g_steal_pointer(&citation), FALSE);
}

/* One name is in one case: a citation form with a word behind it, after two words of which the first is in another
 * case, is someone else's. One at the end may be a woman's surname, which does not inflect (Олени Іванівни Ковальчук).
 */
guint tl_full_name_end(TlNames *names, const char *const *words, guint n) {
  if (n < 4 || is_initial(words[0]) || strcmp(tl_names_citation(names, words[0], NULL), words[0]) == 0)
    return n;
  for (guint i = 2; i + 1 < n; i++)
    if (!is_initial(words[i]) && strcmp(tl_names_citation(names, words[i], NULL), words[i]) == 0)
      return i;
  return n;
}
