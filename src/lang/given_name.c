#include "lang/given_name.h"

#include <string.h>

#include "lang/ends_in.h"

/* A citation form's end, and what stands for it in the word that is made of the name; `own`: a form of it. */
typedef struct Made {
  const char *of, *with;
  gboolean own;
} Made;

/* Patronymics, and the vocative, which surnames seldom have there: Олександрович, Йоганне. */
static const Made of_men[] = {{"", "ович", FALSE},   {"о", "ович", FALSE}, {"й", "йович", FALSE}, {"ь", "ьович", FALSE},
                              {"ій", "ович", FALSE}, {"ь", "ович", FALSE}, {"", "е", TRUE},       {"г", "же", TRUE}};
/* The plural, and possessive adjectives: Оленам, Маріям; Вірин, Надіїн. */
static const Made of_women[] = {{"а", "ам", TRUE}, {"я", "ям", TRUE}, {"а", "ин", FALSE}, {"ія", "іїн", FALSE}};
/* The vocative, which the dictionary has of people, beasts and little else; of men but where it is the dative, too. */
static const Made of_people[] = {{"", "е", TRUE},  {"г", "же", TRUE}, {"к", "че", TRUE}, {"ець", "че", TRUE},
                                 {"а", "о", TRUE}, {"я", "е", TRUE},  {"я", "є", TRUE}};

gboolean tl_is_mans_in_a(const char *name) {
  static const char *const men[] = {"Микола", "Ілля", "Лука",    "Сава",  "Хома",    "Фома",  "Кузьма", "Микита",
                                    "Яша",    "Саша", "Гаврила", "Зія",   "Мустафа", "Ярема", "Олекса", "Вова",
                                    "Діма",   "Коля", "Міша",    "Паша",  "Вася",    "Толя",  "Петя",   "Юра",
                                    "Валера", "Ваня", "Гриша",   "Льоша", "Жора",    NULL};
  return g_strv_contains(men, name);
}

gboolean tl_is_patronymic(const char *name) {
  static const char *const endings[] = {"ович", "йович", "івна", "ївна", NULL};
  return tl_ends_in(name, endings);
}

/* Петрове, Капустіне, Романіве: to Петров and Капустін, surnames, and Романів, a place, in the vocative. */
static gboolean is_possessive(const char *name) {
  static const char *const endings[] = {"ов", "ев", "єв", "ів", "їв", "ін", "їн", NULL};
  return tl_ends_in(name, endings);
}

static gboolean is_made(TlLexicon *lexicon, const char *name, const Made *made) {
  TlReadings readings = {.n = 0};
  if (!g_str_has_suffix(name, made->of) || (made->own && is_possessive(name)))
    return FALSE;
  size_t stem = strlen(name) - strlen(made->of);
  g_autofree char *word = g_strdup_printf("%.*s%s", (int)stem, name, made->with);
  gboolean known = tl_lexicon_readings(lexicon, word, strlen(word), &readings) != TL_UNKNOWN;
  for (guint i = 0; i < readings.n && made->own; i++)
    if (strcmp(tl_reading_stem(&readings, i), name) == 0)
      return TRUE;
  return known && !made->own;
}

static gboolean any_is_made(TlLexicon *lexicon, const char *name, const Made *made, guint n) {
  for (guint i = 0; i < n; i++)
    if (is_made(lexicon, name, &made[i]))
      return TRUE;
  return FALSE;
}

gboolean tl_is_usual_given_name(const char *name, TlConcord concord) {
  static const char *const men[] = {
      "Анатолій", "Андрій",  "Антон",     "Арсен",  "Артем",     "Артур",     "Богдан",    "Борис",    "Вадим",
      "Валентин", "Валерій", "Василь",    "Віктор", "Віталій",   "Володимир", "В'ячеслав", "Геннадій", "Георгій",
      "Григорій", "Данило",  "Денис",     "Дмитро", "Едуард",    "Євген",     "Захар",     "Іван",     "Ігор",
      "Ілля",     "Кирило",  "Костянтин", "Лев",    "Леонід",    "Максим",    "Марко",     "Мирослав", "Микита",
      "Микола",   "Михайло", "Назар",     "Олег",   "Олександр", "Олексій",   "Орест",     "Остап",    "Павло",
      "Петро",    "Роман",   "Ростислав", "Руслан", "Сергій",    "Станіслав", "Степан",    "Тарас",    "Федір",
      "Юрій",     "Яків",    "Ярослав",   NULL};
  static const char *const women[] = {
      "Алла",     "Анастасія", "Ангеліна",  "Анна",     "Аліна",     "Богдана",  "Валентина",  "Валерія", "Віра",
      "Вікторія", "Галина",    "Ганна",     "Дарина",   "Дарія",     "Дар'я",    "Діана",      "Єва",     "Євгенія",
      "Жанна",    "Зоя",       "Інна",      "Іванна",   "Ірина",     "Катерина", "Христина",   "Лариса",  "Леся",
      "Лілія",    "Лідія",     "Людмила",   "Любов",    "Маргарита", "Марина",   "Марія",      "Мар'яна", "Мирослава",
      "Надія",    "Наталія",   "Наталя",    "Ніна",     "Оксана",    "Олена",    "Олександра", "Олеся",   "Ольга",
      "Поліна",   "Раїса",     "Роксолана", "Світлана", "Софія",     "Соломія",  "Тамара",     "Тетяна",  "Уляна",
      "Юлія",     "Юліана",    "Яна",       "Ярослава", NULL};
  return concord == TL_CONCORD_M ? g_strv_contains(men, name) : concord == TL_CONCORD_F && g_strv_contains(women, name);
}

gboolean tl_is_given_name(TlLexicon *lexicon, const char *name, TlConcord concord) {
  gboolean mans = tl_is_mans_in_a(name);
  switch (concord) {
  case TL_CONCORD_M:
    return mans || tl_is_usual_given_name(name, concord) || any_is_made(lexicon, name, of_men, G_N_ELEMENTS(of_men));
  case TL_CONCORD_F:
    return !mans &&
           (tl_is_usual_given_name(name, concord) || any_is_made(lexicon, name, of_women, G_N_ELEMENTS(of_women)));
  case TL_CONCORD_PLURAL:
    return tl_is_given_name(lexicon, name, TL_CONCORD_M) || tl_is_given_name(lexicon, name, TL_CONCORD_F);
  default:
    return FALSE;
  }
}

gboolean tl_is_spoken_to(TlLexicon *lexicon, const char *noun) {
  return any_is_made(lexicon, noun, of_people, G_N_ELEMENTS(of_people));
}
