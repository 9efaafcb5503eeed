/* Numerals, months and weekdays in words. Ukrainian ones are known by their beginnings, which all cases share. */
#include <string.h>

#include "checks/numbers.h"

typedef struct Numeral {
  const char *begins;
  double value;
} Numeral;

/* Longer beginnings first where one begins another. An ending of at most five letters may follow, or "-річний" and the like. */
static const Numeral ukrainian[] = {
    {"одинадцят", 11}, {"дванадцят", 12}, {"тринадцят", 13}, {"чотирнадцят", 14}, {"п'ятнадцят", 15}, {"шістнадцят", 16}, {"сімнадцят", 17},
    {"вісімнадцят", 18}, {"дев'ятнадцят", 19}, {"двадцят", 20}, {"тридцят", 30}, {"сорок", 40}, {"п'ятдесят", 50}, {"шістдесят", 60},
    {"шістдесят", 60}, {"сімдесят", 70}, {"вісімдесят", 80}, {"дев'яност", 90}, {"двісті", 200}, {"двохсот", 200}, {"двомстам", 200}, {"триста", 300},
    {"трьохсот", 300}, {"чотириста", 400}, {"чотирьохсот", 400}, {"п'ятсот", 500}, {"п'ятисот", 500}, {"шістсот", 600}, {"шестисот", 600},
    {"сімсот", 700}, {"семисот", 700}, {"вісімсот", 800}, {"восьмисот", 800}, {"дев'ятсот", 900}, {"дев'ятисот", 900}, {"сотн", 100}, {"сотий", 100},
    {"сто", 100}, {"ста", 100}, {"десят", 10}, {"десяток", 10}, {"дев'ят", 9}, {"восьм", 8}, {"вісім", 8}, {"сьом", 7}, {"семи", 7}, {"сім", 7},
    {"шест", 6}, {"шіст", 6}, {"п'ят", 5}, {"четвер", 4}, {"чотир", 4}, {"чвер", 4}, {"трет", 3}, {"трьо", 3}, {"троє", 3}, {"три", 3}, {"друг", 2}, {"двох", 2},
    {"двом", 2}, {"двоє", 2}, {"дві", 2}, {"два", 2}, {"дво", 2}, {"обид", 2}, {"обо", 2}, {"пар", 2}, {"подві", 2}, {"удві", 2}, {"вдві", 2}, {"перш", 1}, {"один", 1},
    {"одн", 1}, {"нул", 0}, {"півтор", 1.5}, {"тисяч", 1000}, {"мільйон", 1e6}, {"мільярд", 1e9}, {"трильйон", 1e12}};

static const Numeral english[] = {
    {"zero", 0}, {"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8}, {"nine", 9}, {"ten", 10},
    {"eleven", 11}, {"twelve", 12}, {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
    {"nineteen", 19}, {"twenty", 20}, {"thirty", 30}, {"forty", 40}, {"fifty", 50}, {"sixty", 60}, {"seventy", 70}, {"eighty", 80}, {"ninety", 90},
    {"hundred", 100}, {"thousand", 1000}, {"million", 1e6}, {"billion", 1e9}, {"trillion", 1e12}, {"dozen", 12}, {"first", 1}, {"second", 2},
    {"third", 3}, {"fourth", 4}, {"fifth", 5}, {"sixth", 6}, {"seventh", 7}, {"eighth", 8}, {"ninth", 9}, {"tenth", 10}, {"eleventh", 11},
    {"twelfth", 12}, {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15}, {"sixteenth", 16}, {"seventeenth", 17}, {"eighteenth", 18},
    {"nineteenth", 19}, {"twentieth", 20}, {"thirtieth", 30}, {"fortieth", 40}, {"fiftieth", 50}, {"sixtieth", 60}, {"seventieth", 70},
    {"eightieth", 80}, {"ninetieth", 90}, {"hundredth", 100}, {"both", 2}, {"pair", 2}, {"couple", 2}, {"twice", 2}, {"double", 2}, {"single", 1},
    {"once", 1}, {"thrice", 3}, {"triple", 3}, {"quarter", 4}, {"half", 0.5}, {"decade", 10}, {"century", 100}, {"twenties", 20}, {"thirties", 30},
    {"forties", 40}, {"fifties", 50}, {"sixties", 60}, {"seventies", 70}, {"eighties", 80}, {"nineties", 90}};

static glong letters(const char *text) {
  return g_utf8_strlen(text, -1);
}

static double ukrainian_word(const char *word) {
  for (guint i = 0; i < G_N_ELEMENTS(ukrainian); i++) {
    size_t n = strlen(ukrainian[i].begins);
    if (strncmp(word, ukrainian[i].begins, n) != 0)
      continue;
    glong rest = letters(word + n);
    /* a long rest only in compounds: двадцятирічний, триденний; a short beginning must be nearly the whole */
    if (rest <= 3 || letters(ukrainian[i].begins) >= 3)
      return ukrainian[i].value;
  }
  return strncmp(word, "пів", strlen("пів")) == 0 ? 0.5 : -1;
}

static double english_word(const char *word) {
  for (guint i = 0; i < G_N_ELEMENTS(english); i++) {
    size_t n = strlen(english[i].begins);
    if (strncmp(word, english[i].begins, n) == 0 && (word[n] == '\0' || strcmp(word + n, "s") == 0 || strcmp(word + n, "fold") == 0))
      return english[i].value;
  }
  return -1;
}

double tl_number_word(const char *word, TlNumberLanguage language) {
  return language == TL_NUMBERS_UKRAINIAN ? ukrainian_word(word) : language == TL_NUMBERS_ENGLISH ? english_word(word) : -1;
}

double tl_number_scale(const char *word, TlNumberLanguage language, gboolean *sure) {
  static const Numeral uk[] = {{"тис", 1e3}, {"млн", 1e6}, {"мільйон", 1e6}, {"млрд", 1e9}, {"мільярд", 1e9}, {"трлн", 1e12}, {"трильйон", 1e12}};
  static const Numeral en[] = {{"thousand", 1e3}, {"million", 1e6}, {"mln", 1e6}, {"mn", 1e6},    {"billion", 1e9},
                               {"bln", 1e9},      {"bn", 1e9},      {"trillion", 1e12}, {"trn", 1e12}, {"tn", 1e12}};
  static const Numeral letter[] = {{"k", 1e3}, {"m", 1e6}, {"b", 1e9}};
  *sure = TRUE;
  for (guint i = 0; language == TL_NUMBERS_UKRAINIAN && i < G_N_ELEMENTS(uk); i++)
    if (g_str_has_prefix(word, uk[i].begins))
      return uk[i].value;
  for (guint i = 0; language == TL_NUMBERS_ENGLISH && i < G_N_ELEMENTS(en); i++)
    if (strcmp(word, en[i].begins) == 0 || (g_str_has_prefix(word, en[i].begins) && strcmp(word + strlen(en[i].begins), "s") == 0))
      return en[i].value;
  *sure = FALSE;
  for (guint i = 0; language == TL_NUMBERS_ENGLISH && i < G_N_ELEMENTS(letter); i++)
    if (strcmp(word, letter[i].begins) == 0)
      return letter[i].value;
  return 0;
}

double tl_number_roman(const char *word) {
  static const struct {
    const char *letter;
    int value;
  } values[] = {{"I", 1}, {"І", 1}, {"V", 5}, {"X", 10}, {"Х", 10}, {"L", 50}, {"C", 100}, {"С", 100}, {"D", 500}, {"M", 1000}, {"М", 1000}};
  int sum = 0, last = 0;
  glong n = 0;
  for (const char *at = word; *at; at = g_utf8_next_char(at), n++) {
    int value = 0;
    for (guint i = 0; i < G_N_ELEMENTS(values) && !value; i++)
      if (strncmp(at, values[i].letter, strlen(values[i].letter)) == 0)
        value = values[i].value;
    if (!value)
      return 0;
    sum += value > last && last ? value - 2 * last : value;
    last = value;
  }
  return n >= 2 || strcmp(word, "V") == 0 || strcmp(word, "X") == 0 || strcmp(word, "Х") == 0 ? sum : 0;
}

guint tl_number_month(const char *word, TlNumberLanguage language) {
  static const char *const uk[] = {"січ", "лютого", "берез", "квіт", "трав", "черв", "лип", "серп", "верес", "жовт", "листопад", "груд"};
  static const char *const uk_ends[] = {"ня", "ень", "ні", "нем", "ню", "а", "і", "у", "ом", ""};
  static const char *const en[] = {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};
  for (guint i = 0; language == TL_NUMBERS_UKRAINIAN && i < 12; i++) {
    size_t n = strlen(uk[i]);
    if (strncmp(word, uk[i], n) != 0)
      continue;
    if (i == 1)
      return word[n] == '\0' ? 2 : 0;
    for (guint k = i == 10 ? 5 : 0; k < (i == 10 ? G_N_ELEMENTS(uk_ends) : 5); k++)
      if (strcmp(word + n, uk_ends[k]) == 0)
        return i + 1;
  }
  for (guint i = 0; language == TL_NUMBERS_ENGLISH && i < 12; i++)
    if (strcmp(word, en[i]) == 0 || (strlen(word) >= 3 && strlen(word) <= 4 && g_str_has_prefix(en[i], word)))
      return i + 1;
  return 0;
}

guint tl_number_weekday(const char *word, TlNumberLanguage language) {
  static const char *const uk[] = {"понеділ", "вівтор", "серед", "четвер", "п'ятниц", "субот", "неділ"};
  static const char *const uk_ends[] = {"ок", "ка", "ку", "ком", "ки", "у", "а", "и", "і", "га", "гу", "гом", "", "ю", "я", "ею", "ею", "ою", "ків", "ці"};
  static const char *const en[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  for (guint i = 0; language == TL_NUMBERS_UKRAINIAN && i < 7; i++) {
    size_t n = strlen(uk[i]);
    for (guint k = 0; strncmp(word, uk[i], n) == 0 && k < G_N_ELEMENTS(uk_ends); k++)
      if (strcmp(word + n, uk_ends[k]) == 0)
        return i + 1;
  }
  for (guint i = 0; language == TL_NUMBERS_ENGLISH && i < 7; i++)
    if (g_str_has_prefix(word, en[i]) && strlen(word) <= strlen(en[i]) + 1)
      return i + 1;
  return 0;
}
