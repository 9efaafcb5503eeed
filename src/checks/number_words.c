/* Numerals in words. Ukrainian ones are known by their beginnings, which all cases share. */
#include <string.h>

#include "checks/numbers.h"

#define HALF "пів"
#define COMPOUND_MIN 4 /* letters of what else follows a numeral in the genitive */
#define PART_MIN 6u    /* bytes of a unit that is put together with a numeral */

typedef struct Numeral {
  const char *begins;
  double value;
  guint letters; /* of an ending that may follow */
} Numeral;

/* The first that fits counts, so longer beginnings stand before those that begin them. */
static const Numeral ukrainian[] = {
    {"одинадцят", 11, 4},    {"дванадцят", 12, 4},    {"тринадцят", 13, 4},  {"чотирнадцят", 14, 4},
    {"п'ятнадцят", 15, 4},   {"шістнадцят", 16, 4},   {"сімнадцят", 17, 4},  {"вісімнадцят", 18, 4},
    {"дев'ятнадцят", 19, 4}, {"двадцят", 20, 4},      {"тридцят", 30, 4},    {"сорок", 40, 3},
    {"п'ятдесят", 50, 4},    {"шістдесят", 60, 4},    {"сімдесят", 70, 4},   {"вісімдесят", 80, 4},
    {"дев'яност", 90, 3},    {"двісті", 200, 0},      {"двохсот", 200, 3},   {"двомстам", 200, 1},
    {"двомаст", 200, 3},     {"триста", 300, 0},      {"трьохсот", 300, 3},  {"трьомстам", 300, 1},
    {"чотириста", 400, 0},   {"чотирьохсот", 400, 3}, {"п'ятсот", 500, 3},   {"п'ятисот", 500, 3},
    {"шістсот", 600, 3},     {"шестисот", 600, 3},    {"сімсот", 700, 3},    {"семисот", 700, 3},
    {"вісімсот", 800, 3},    {"восьмисот", 800, 3},   {"дев'ятсот", 900, 3}, {"дев'ятисот", 900, 3},
    {"сотн", 100, 3},        {"сотень", 100, 0},      {"сотий", 100, 0},     {"сота", 100, 0},
    {"сотих", 100, 0},       {"сото", 100, 3},        {"сто", 100, 0},       {"ста", 100, 0},
    {"десятк", 10, 3},       {"десяток", 10, 0},      {"десят", 10, 4},      {"дев'ят", 9, 4},
    {"восьм", 8, 4},         {"вісім", 8, 3},         {"сьом", 7, 3},        {"семи", 7, 1},
    {"семеро", 7, 0},        {"сім", 7, 0},           {"сімк", 7, 3},        {"сімома", 7, 0},
    {"шест", 6, 4},          {"шіст", 6, 4},          {"шост", 6, 3},        {"п'ят", 5, 4},
    {"четверт", 4, 3},       {"четверо", 4, 0},       {"четвір", 4, 3},      {"чотир", 4, 4},
    {"чверт", 4, 3},         {"трет", 3, 3},          {"трьо", 3, 2},        {"троє", 3, 0},
    {"три", 3, 0},           {"трій", 3, 3},          {"потрій", 3, 3},      {"друг", 2, 3},
    {"двох", 2, 0},          {"двом", 2, 1},          {"двоє", 2, 0},        {"дві", 2, 0},
    {"два", 2, 0},           {"дво", 2, 0},           {"двій", 2, 3},        {"подвій", 2, 5},
    {"обидв", 2, 3},         {"обоє", 2, 0},          {"обох", 2, 0},        {"обом", 2, 1},
    {"удвічі", 2, 0},        {"вдвічі", 2, 0},        {"двічі", 2, 0},       {"втричі", 3, 0},
    {"тричі", 3, 0},         {"перш", 1, 3},          {"один", 1, 0},        {"одн", 1, 3},
    {"єдин", 1, 3},          {"нуль", 0, 0},          {"нул", 0, 3},         {"втретє", 3, 0},
    {"утретє", 3, 0},        {"вчетверте", 4, 0},     {"уп'яте", 5, 0},      {"вп'яте", 5, 0},
    {"утричі", 3, 0},        {"вчетверо", 4, 0},      {"учетверо", 4, 0},    {"вп'ятеро", 5, 0},
    {"уп'ятеро", 5, 0},      {"половин", 0.5, 3},     {"нульов", 2000, 3},   {"дюжин", 12, 3},
    {"третин", 3, 3},        {"півтораст", 150, 2},   {"півтор", 1.5, 3},    {"тисяч", 1000, 4},
    {"мільйон", 1e+06, 3},   {"мільярд", 1e+09, 3},   {"трильйон", 1e+12, 3}};

static const Numeral english[] = {
    {"zero", 0, 0},         {"one", 1, 0},         {"two", 2, 0},         {"three", 3, 0},       {"four", 4, 0},
    {"five", 5, 0},         {"six", 6, 0},         {"seven", 7, 0},       {"eight", 8, 0},       {"nine", 9, 0},
    {"ten", 10, 0},         {"eleven", 11, 0},     {"twelve", 12, 0},     {"thirteen", 13, 0},   {"fourteen", 14, 0},
    {"fifteen", 15, 0},     {"sixteen", 16, 0},    {"seventeen", 17, 0},  {"eighteen", 18, 0},   {"nineteen", 19, 0},
    {"twenty", 20, 0},      {"thirty", 30, 0},     {"forty", 40, 0},      {"fifty", 50, 0},      {"sixty", 60, 0},
    {"seventy", 70, 0},     {"eighty", 80, 0},     {"ninety", 90, 0},     {"hundred", 100, 0},   {"thousand", 1000, 0},
    {"million", 1e6, 0},    {"billion", 1e9, 0},   {"trillion", 1e12, 0}, {"dozen", 12, 0},      {"first", 1, 0},
    {"second", 2, 0},       {"third", 3, 0},       {"fourth", 4, 0},      {"fifth", 5, 0},       {"sixth", 6, 0},
    {"seventh", 7, 0},      {"eighth", 8, 0},      {"ninth", 9, 0},       {"tenth", 10, 0},      {"eleventh", 11, 0},
    {"twelfth", 12, 0},     {"thirteenth", 13, 0}, {"fourteenth", 14, 0}, {"fifteenth", 15, 0},  {"sixteenth", 16, 0},
    {"seventeenth", 17, 0}, {"eighteenth", 18, 0}, {"nineteenth", 19, 0}, {"twentieth", 20, 0},  {"thirtieth", 30, 0},
    {"fortieth", 40, 0},    {"fiftieth", 50, 0},   {"sixtieth", 60, 0},   {"seventieth", 70, 0}, {"eightieth", 80, 0},
    {"ninetieth", 90, 0},   {"hundredth", 100, 0}, {"both", 2, 0},        {"pair", 2, 0},        {"couple", 2, 0},
    {"twice", 2, 0},        {"double", 2, 0},      {"single", 1, 0},      {"once", 1, 0},        {"thrice", 3, 0},
    {"triple", 3, 0},       {"quarter", 4, 0},     {"half", 0.5, 0},      {"halve", 0.5, 0},     {"nil", 0, 0},
    {"goalless", 0, 0},     {"scoreless", 0, 0},   {"twenties", 20, 0},   {"thirties", 30, 0},   {"forties", 40, 0},
    {"fifties", 50, 0},     {"sixties", 60, 0},    {"seventies", 70, 0},  {"eighties", 80, 0},   {"nineties", 90, 0}};

static double numeral(const char *word, gboolean compounds, TlUnit *unit);

/* "-річний", "-поверховий", "-тисячний", "-п'ятирічний": what numerals are put together with. The value of the whole,
 * with its unit; negative: `rest` is nothing of the kind. */
static double compound(const char *rest, double value, TlUnit *unit) {
  static const char *const links[] = {"", "и", "ьо", "о", "а", "х", "ох", "ьох"};
  static const char *const parts[] = {"поверх", "кратн", "сторонн", "томн", "відсотк", "мовн", "етапн"};
  for (guint i = 0; i < G_N_ELEMENTS(links); i++) {
    if (!g_str_has_prefix(rest, links[i]))
      continue;
    const char *part = rest + strlen(links[i]);
    gboolean sure;
    double scale = tl_number_scale(part, TL_NUMBERS_UKRAINIAN, &sure);
    if (scale > 0)
      return value * scale;
    for (guint k = 0; k < G_N_ELEMENTS(parts); k++)
      if (g_str_has_prefix(part, parts[k]))
        return value;
    TlUnit own = strlen(part) >= PART_MIN ? tl_unit(part) : (TlUnit){TL_NO_UNIT, 1};
    if (own.dimension != TL_NO_UNIT) {
      *unit = own;
      return value;
    }
    double more = *part && value >= 20 ? numeral(part, TRUE, unit) : -1;
    if (more > 0 && more < value)
      return value + more;
    if (g_utf8_strlen(part, -1) >= COMPOUND_MIN && i &&
        (g_str_has_suffix(links[i], "ох") || strcmp(links[i], "и") == 0))
      return value; /* п'ятиразовий */
  }
  return -1;
}

/* `compounds`: only such. */
static double numeral(const char *word, gboolean compounds, TlUnit *unit) {
  for (guint i = 0; i < G_N_ELEMENTS(ukrainian); i++) {
    if (word[1] != ukrainian[i].begins[1] || word[0] != ukrainian[i].begins[0]) /* most words; a letter is two bytes */
      continue;
    size_t n = strlen(ukrainian[i].begins);
    if (strncmp(word, ukrainian[i].begins, n) != 0)
      continue;
    if (!compounds && g_utf8_strlen(word + n, -1) <= (glong)ukrainian[i].letters)
      return ukrainian[i].value;
    double value = compound(word + n, ukrainian[i].value, unit);
    if (value >= 0)
      return value;
  }
  return -1;
}

static double ukrainian_word(const char *word, TlUnit *unit) {
  if (!*word || g_str_has_prefix(word, "п'ятниц") || g_str_has_prefix(word, "п'ятничн")) /* Friday */
    return -1;
  if (strcmp(word, "однак") == 0 || strcmp(word, "другом") == 0)
    return -1;
  double value = numeral(word, FALSE, unit);
  if (value >= 0 || !g_str_has_prefix(word, HALF))
    return value;
  gboolean sure;
  const char *rest = word + strlen(HALF);
  double scale = tl_number_scale(rest, TL_NUMBERS_UKRAINIAN, &sure);
  if (scale == 0)
    *unit = tl_unit(rest); /* півгодини */
  return scale > 0 ? 0.5 * scale : 0.5;
}

static double english_word(const char *word) {
  for (guint i = 0; i < G_N_ELEMENTS(english); i++) {
    if (word[0] != english[i].begins[0])
      continue;
    size_t n = strlen(english[i].begins);
    if (strncmp(word, english[i].begins, n) == 0 &&
        (word[n] == '\0' || strcmp(word + n, "s") == 0 || strcmp(word + n, "fold") == 0 || strcmp(word + n, "d") == 0))
      return english[i].value;
  }
  return -1;
}

double tl_number_word(const char *word, TlNumberLanguage language, TlUnit *unit) {
  return language == TL_NUMBERS_UKRAINIAN ? ukrainian_word(word, unit)
         : language == TL_NUMBERS_ENGLISH ? english_word(word)
                                          : -1;
}

/* Другої, другий: no form of друг, a friend. */
static gboolean is_second(const char *word) {
  static const char *const endings[] = {"ий", "ої", "ій", "ою", "е", "ого", "ому", "их", "ими", NULL};
  return g_str_has_prefix(word, "друг") && g_strv_contains(endings, word + strlen("друг"));
}

gboolean tl_number_is_weak(const char *word, TlNumberLanguage language) {
  static const char *const uk[] = {"друг", "обидв", "обох", "обом", "обоє", "двій", "подвій", "десятк", "десяток"};
  static const char *const en[] = {"second", "both", "couple", "pair", "double", "dozen"};
  const char *const *list = language == TL_NUMBERS_UKRAINIAN ? uk : en;
  guint n = language == TL_NUMBERS_UKRAINIAN ? G_N_ELEMENTS(uk) : G_N_ELEMENTS(en);
  if (list == uk && is_second(word))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix(word, list[i]) && (list == uk || strlen(word) <= strlen(list[i]) + 1))
      return strcmp(word, "doubled") != 0;
  return FALSE;
}

double tl_number_scale(const char *word, TlNumberLanguage language, gboolean *sure) {
  static const Numeral uk[] = {{"сотень", 1e2, 0},  {"сотні", 1e2, 0},   {"тис", 1e3, 0},
                               {"млн", 1e6, 0},     {"мільйон", 1e6, 0}, {"млрд", 1e9, 0},
                               {"мільярд", 1e9, 0}, {"трлн", 1e12, 0},   {"трильйон", 1e12, 0}};
  static const Numeral en[] = {{"hundred", 1e2, 0},   {"thousand", 1e3, 0}, {"million", 1e6, 0}, {"mln", 1e6, 0},
                               {"mn", 1e6, 0},        {"billion", 1e9, 0},  {"bln", 1e9, 0},     {"bn", 1e9, 0},
                               {"trillion", 1e12, 0}, {"trn", 1e12, 0},     {"bcm", 1e9, 0},     {"mcm", 1e6, 0},
                               {"tn", 1e12, 0}};
  static const Numeral letter[] = {{"k", 1e3, 0}, {"m", 1e6, 0}, {"b", 1e9, 0}};
  *sure = TRUE;
  for (guint i = 0; language == TL_NUMBERS_UKRAINIAN && i < G_N_ELEMENTS(uk); i++)
    if (g_str_has_prefix(word, uk[i].begins))
      return uk[i].value;
  for (guint i = 0; language == TL_NUMBERS_ENGLISH && i < G_N_ELEMENTS(en); i++)
    if (strcmp(word, en[i].begins) == 0 ||
        (g_str_has_prefix(word, en[i].begins) && strcmp(word + strlen(en[i].begins), "s") == 0))
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
  } values[] = {{"I", 1},   {"І", 1},   {"V", 5},   {"X", 10},   {"Х", 10},  {"L", 50},
                {"C", 100}, {"С", 100}, {"D", 500}, {"M", 1000}, {"М", 1000}};
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
