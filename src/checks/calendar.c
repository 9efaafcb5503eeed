#include "checks/calendar.h"

#include <string.h>

#define ADJECTIVE_ENDING 3 /* letters: -ий, -ого, -ими */

/* How a month or weekday is written in Ukrainian: a beginning, the endings of the noun with a space between them, and
 * the beginning of its adjective. */
typedef struct Name {
  const char *begins, *endings, *adjective;
} Name;

#define NYA " ень ня ню нем ні "

static const Name months[] = {{"січ", NYA, "січнев"},
                              {"лют", " ий ого ому им ", "лютнев"},
                              {"берез", NYA, "березнев"},
                              {"квіт", NYA, "квітнев"},
                              {"трав", NYA, "травнев"},
                              {"черв", NYA, "червнев"},
                              {"лип", NYA, "липнев"},
                              {"серп", NYA, "серпнев"},
                              {"верес", NYA, "вереснев"},
                              {"жовт", NYA, "жовтнев"},
                              {"листопад", "  а у ом і ові ", "листопадов"},
                              {"груд", NYA, "груднев"}};

/* The adjective of середа is rare, and середовище is not one. */
static const Name weekdays[] = {{"понеділ", " ок ка ку ком ки ків кам ", "понеділков"},
                                {"вівтор", " ок ка ку ком ки ків кам ", "вівторков"},
                                {"серед", " а и у і ою ам ", NULL},
                                {"четвер", "  га гу гом ги гів ", "четвергов"},
                                {"п'ятниц", "  я і ю ею ь ям ", "п'ятничн"},
                                {"субот", "  а и у і ою ам ", "суботн"},
                                {"неділ", " я і ю ею ь ям ", "недільн"}};

static gboolean is_ending(const char *rest, const char *endings) {
  g_autofree char *whole = g_strdup_printf(" %s ", rest);
  return strstr(endings, whole) != NULL;
}

/* The number of the name that the word is a form of, from 1. */
static guint find(const char *word, const Name *names, guint n) {
  for (guint i = 0; i < n; i++) {
    size_t length = strlen(names[i].begins), adjective = names[i].adjective ? strlen(names[i].adjective) : 0;
    if (strncmp(word, names[i].begins, MIN(length, 4)) != 0)
      continue;
    if (strncmp(word, names[i].begins, length) == 0 && is_ending(word + length, names[i].endings))
      return i + 1;
    if (adjective && strncmp(word, names[i].adjective, adjective) == 0 &&
        g_utf8_strlen(word + adjective, -1) <= ADJECTIVE_ENDING)
      return i + 1;
  }
  return 0;
}

guint tl_month(const char *word, TlNumberLanguage language) {
  static const char *const english[] = {"january", "february", "march",     "april",   "may",      "june",
                                        "july",    "august",   "september", "october", "november", "december"};
  if (language == TL_NUMBERS_UKRAINIAN)
    return find(word, months, G_N_ELEMENTS(months));
  size_t length = strcspn(word, "'");
  for (guint i = 0; language == TL_NUMBERS_ENGLISH && i < G_N_ELEMENTS(english); i++)
    if (strncmp(word, english[i], length) == 0 &&
        (length == strlen(english[i]) || length == 3 || (i == 8 && length == 4)))
      return i + 1;
  return 0;
}

guint tl_weekday(const char *word, TlNumberLanguage language) {
  static const char every[] = "що"; /* щопонеділка */
  static const char *const english[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  if (language == TL_NUMBERS_UKRAINIAN)
    return find(g_str_has_prefix(word, every) ? word + strlen(every) : word, weekdays, G_N_ELEMENTS(weekdays));
  for (guint i = 0; language == TL_NUMBERS_ENGLISH && i < G_N_ELEMENTS(english); i++) {
    size_t length = strlen(english[i]);
    if (strncmp(word, english[i], length) == 0 &&
        (!word[length] || strcmp(word + length, "s") == 0 || strcmp(word + length, "'s") == 0))
      return i + 1;
  }
  return 0;
}

const guint *tl_days_before_first(guint month) {
  static const guint any[] = {31, 30, 29, 28, 0}, long_one[] = {31, 0}, short_one[] = {30, 0}, february[] = {28, 29, 0};
  return month == 0                                               ? any
         : month == 3                                             ? february
         : month == 5 || month == 7 || month == 10 || month == 12 ? short_one
                                                                  : long_one;
}
