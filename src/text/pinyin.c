/* The Ukrainian practical transcription of Chinese: initials and finals against those of Hanyu Pinyin (ISO 7098). -нь
 * is pinyin's -n and -н its -ng; before и, а, у цз ц с are z c s, before і, я, ю, є they are j q x. */
#include "text/pinyin.h"

#include <string.h>

typedef struct Part {
  const char *ukrainian, *pinyin;
} Part;

/* Longer ones first where one begins another. */
static const Part initials[] = {{"цз", "z"}, {"чж", "zh"}, {"б", "b"},  {"п", "p"},  {"м", "m"}, {"ф", "f"}, {"д", "d"},
                                {"т", "t"},  {"н", "n"},   {"л", "l"},  {"ґ", "g"},  {"г", "g"}, {"к", "k"}, {"х", "h"},
                                {"ц", "c"},  {"с", "s"},   {"ч", "ch"}, {"ш", "sh"}, {"ж", "r"}};

static const Part hard_finals[] = {{"уань", "uan"}, {"уан", "uang"}, {"уай", "uai"}, {"уей", "ui"}, {"ань", "an"},
                                   {"ень", "en"},   {"унь", "un"},   {"уо", "uo"},   {"ан", "ang"}, {"ай", "ai"},
                                   {"ао", "ao"},    {"ен", "eng"},   {"ей", "ei"},   {"оу", "ou"},  {"уа", "ua"},
                                   {"уй", "ui"},    {"ун", "ong"},   {"а", "a"},     {"е", "e"},    {"о", "uo"},
                                   {"у", "u"},      {"и", "i"}};
/* Behind д т н л б п м and, as j q x, behind цз ц с. */
static const Part soft_finals[] = {{"юань", "üan"}, {"яо", "iao"}, {"янь", "ian"}, {"ян", "iang"}, {"юй", "ü"},
                                   {"юе", "üe"},    {"юнь", "ün"}, {"юн", "iong"}, {"інь", "in"},  {"ін", "ing"},
                                   {"є", "ie"},     {"ю", "iu"},   {"я", "ia"},    {"і", "i"}};
/* Syllables without an initial. */
static const Part bare[] = {{"юань", "yuan"}, {"яо", "yao"},  {"янь", "yan"},  {"ян", "yang"},  {"юй", "yu"},
                            {"юе", "yue"},    {"юнь", "yun"}, {"юн", "yong"},  {"ю", "you"},    {"є", "ye"},
                            {"я", "ya"},      {"їнь", "yin"}, {"їн", "ying"},  {"інь", "yin"},  {"ін", "ying"},
                            {"ї", "yi"},      {"і", "yi"},    {"й", "yi"},     {"вань", "wan"}, {"ван", "wang"},
                            {"вай", "wai"},   {"вей", "wei"}, {"вень", "wen"}, {"вен", "weng"}, {"ва", "wa"},
                            {"во", "wo"},     {"ву", "wu"},   {"у", "wu"},     {"ань", "an"},   {"ан", "ang"},
                            {"ай", "ai"},     {"ао", "ao"},   {"ень", "en"},   {"ер", "er"},    {"оу", "ou"},
                            {"е", "e"},       {"а", "a"}};

static const char *const surnames[] = {
    "ай",   "ань",   "бай",   "бань", "бао",  "бо",   "бянь",  "ван",  "вань", "вей",   "вень", "ге",    "гао",
    "гань", "ген",   "го",    "гу",   "гуан", "гун",  "ден",   "ді",   "дін",  "до",    "доу",  "ду",    "дун",
    "жень", "жуань", "кан",   "ке",   "кун",  "лай",  "лань",  "лей",  "лі",   "лін",   "лінь", "ло",    "лу",
    "лун",  "лю",    "люй",   "лян",  "ляо",  "ма",   "май",   "мань", "мао",  "мей",   "мен",  "мо",    "му",
    "мяо",  "ні",    "ню",    "оуян", "пан",  "пань", "пей",   "пен",  "пу",   "се",    "сі",   "сін",   "су",
    "сунь", "сун",   "сюе",   "сюй",  "ся",   "сян",  "сяо",   "тан",  "тань", "тао",   "тен",  "ту",    "тун",
    "тянь", "у",     "ун",    "уей",  "фан",  "фань", "фей",   "фен",  "фу",   "хань",  "хао",  "хе",    "хоу",
    "ху",   "хуа",   "хуан",  "цай",  "цао",  "цен",  "цзен",  "цзі",  "цзін", "цзінь", "цзоу", "цзу",   "цзюнь",
    "цзя",  "цзян",  "цзянь", "цзяо", "ці",   "цін",  "цінь",  "цю",   "цюй",  "цюань", "цян",  "цянь",  "цяо",
    "чан",  "чай",   "чао",   "чен",  "чень", "чжан", "чжань", "чжао", "чжен", "чжоу",  "чжу",  "чжуан", "чжун",
    "чу",   "чуй",   "чунь",  "шао",  "ше",   "шень", "ши",    "шу",   "шуай", "ю",     "юань", "юй",    "юе",
    "юн",   "яо",    "ян",    "янь",  "їнь",  "їн",   "ї",     "і",    "є",    NULL};

static const Part *match(const Part *parts, guint n, const char *at) {
  const Part *best = NULL;
  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix(at, parts[i].ukrainian) && (!best || strlen(parts[i].ukrainian) > strlen(best->ukrainian)))
      best = &parts[i];
  return best;
}

/* Which soft finals an initial takes, and as what: ц with і is q. */
static const char *softened(const char *initial) {
  static const Part soft[] = {{"цз", "j"}, {"ц", "q"}, {"с", "x"}};
  for (guint i = 0; i < G_N_ELEMENTS(soft); i++)
    if (strcmp(initial, soft[i].ukrainian) == 0)
      return soft[i].pinyin;
  return strstr("б п м д т н л", initial) && strlen(initial) == 2 ? "" : NULL;
}

/* ü is written u behind j q x (ISO 7098, § 4), v never. */
static void put_final(GString *out, const char *initial, const char *final) {
  gboolean plain = strchr("jqx", initial[0]) != NULL;
  if (strcmp(final, "uo") == 0 && strchr("bpmf", initial[0]))
    final = "o";
  if (g_str_has_prefix(final, "ü")) {
    gboolean keeps = !plain;
    g_string_append(out, keeps ? "ü" : "u");
    final += strlen("ü");
  }
  g_string_append(out, final);
}

/* Reads syllables from `at` on, with backtracking over shorter finals (-нь before a vowel: -н). Word in small letters.
 */
static gboolean syllables_from(const char *at, GString *out, guint *count);

static gboolean try_final(const char *at, const Part *initial, const char *pinyin, const Part *finals, guint n,
                          GString *out, guint *count) {
  gsize mark = out->len;
  for (guint i = 0; i < n; i++) {
    if (!g_str_has_prefix(at, finals[i].ukrainian))
      continue;
    const char *rest = at + strlen(finals[i].ukrainian);
    gboolean vowel_first = !initial && mark > 0 && strchr("aeo", finals[i].pinyin[0]);
    if (vowel_first)
      g_string_append_c(out, '\'');
    g_string_append(out, pinyin);
    if (initial)
      put_final(out, pinyin, finals[i].pinyin);
    else
      g_string_append(out, finals[i].pinyin);
    ++*count;
    if (!*rest || syllables_from(rest, out, count))
      return TRUE;
    --*count;
    g_string_truncate(out, mark);
  }
  return FALSE;
}

static gboolean syllables_from(const char *at, GString *out, guint *count) {
  if (*count == 4)
    return FALSE;
  const Part *initial = match(initials, G_N_ELEMENTS(initials), at);
  if (!initial)
    return try_final(at, NULL, "", bare, G_N_ELEMENTS(bare), out, count);
  const char *rest = at + strlen(initial->ukrainian), *soft = softened(initial->ukrainian);
  if (soft &&
      try_final(rest, initial, *soft ? soft : initial->pinyin, soft_finals, G_N_ELEMENTS(soft_finals), out, count))
    return TRUE;
  return try_final(rest, initial, initial->pinyin, hard_finals, G_N_ELEMENTS(hard_finals), out, count);
}

gboolean tl_pinyin_word(const char *word, GString *out, guint *syllables) {
  g_autofree char *lower = g_utf8_strdown(word, -1);
  g_autoptr(GString) read = g_string_new(NULL);
  guint count = 0;
  if (!*lower || !syllables_from(lower, read, &count))
    return FALSE;
  read->str[0] = g_ascii_toupper(read->str[0]);
  g_string_append(out, read->str);
  if (syllables)
    *syllables = count;
  return TRUE;
}

gboolean tl_pinyin_surname(const char *word) {
  g_autofree char *lower = g_utf8_strdown(word, -1);
  return g_strv_contains(surnames, lower);
}

gboolean tl_pinyin_name(const char *name, GString *out) {
  g_auto(GStrv) words = g_strsplit_set(name, " -", 4);
  guint n = g_strv_length(words), given = 0;
  if (n < 2 || n > 3 || !tl_pinyin_surname(words[0]))
    return FALSE;
  g_autoptr(GString) read = g_string_new(NULL);
  if (!tl_pinyin_word(words[0], read, NULL))
    return FALSE;
  g_string_append_c(read, ' ');
  for (guint i = 1; i < n; i++) {
    guint count = 0;
    gsize mark = read->len;
    if (!tl_pinyin_word(words[i], read, &count))
      return FALSE;
    given += count;
    if (i > 1)
      read->str[mark] = g_ascii_tolower(read->str[mark]);
  }
  if (given > 2)
    return FALSE;
  g_string_append(out, read->str);
  return TRUE;
}
