/* What is left of an English word when plural, possessive, verb endings and British spelling are taken away. */
#include <string.h>

#include "checks/english.h"

/* Spellings of Britain that no rule reaches, and America's. Irregular forms: english_kin. */
static const char *const british[][2] = {{"grey", "gray"},
                                         {"cheque", "check"},
                                         {"cheques", "check"},
                                         {"aluminium", "aluminum"},
                                         {"tonne", "ton"},
                                         {"tonnes", "ton"},
                                         {"judgement", "judgment"},
                                         {"sceptic", "skeptic"},
                                         {"sceptical", "skeptical"},
                                         {"tyre", "tire"},
                                         {"tyres", "tire"},
                                         {"plough", "plow"},
                                         {"aeroplane", "airplane"},
                                         {"aeroplanes", "airplane"},
                                         {"manoeuvre", "maneuver"},
                                         {"manoeuvres", "maneuver"},
                                         {"sulphur", "sulfur"},
                                         {"ageing", "aging"},
                                         {"artefact", "artifact"},
                                         {"jewellery", "jewelry"},
                                         {"mould", "mold"},
                                         {"pyjamas", "pajamas"},
                                         {"storey", "story"},
                                         {"encyclopaedia", "encyclopedia"},
                                         {"haemorrhage", "hemorrhage"},
                                         {"anaemia", "anemia"},
                                         {"paediatric", "pediatric"}};

static gboolean ends(const char *word, size_t n, const char *ending) {
  size_t m = strlen(ending);
  return n >= m && memcmp(word + n - m, ending, m) == 0;
}

static gboolean is_vowel(char c) {
  return strchr("aeiouy", c) && c;
}

static gboolean has_vowel(const char *word, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (is_vowel(word[i]))
      return TRUE;
  return FALSE;
}

/* Plural, third person: -ies, -es, -s. */
static size_t cut_s(char *word, size_t n) {
  if (n < 4 || word[n - 1] != 's' || ends(word, n, "ss") || ends(word, n, "us") || ends(word, n, "is"))
    return n;
  if (n > 4 && ends(word, n, "ies")) {
    word[n - 3] = 'y';
    return n - 2;
  }
  if (ends(word, n, "sses") || ends(word, n, "shes") || ends(word, n, "ches") || ends(word, n, "xes") ||
      ends(word, n, "zes"))
    return n - 2;
  return n - 1;
}

/* -ed, -ing, where a vowel is left; and of short words: going, dying, died, used. */
static size_t cut_verb(char *word, size_t n) {
  if (n == 5 && ends(word, n, "ying")) {
    memcpy(word + 1, "ie", 2);
    return 3;
  }
  if (n == 5 && ends(word, n, "ing") && is_vowel(word[1]))
    return 2;
  if (n == 4 && ends(word, n, "ed") && !ends(word, n, "eed") && (is_vowel(word[0]) || is_vowel(word[1])))
    return 3;
  if (n > 4 && ends(word, n, "ied")) {
    word[n - 3] = 'y';
    return n - 2;
  }
  size_t cut = ends(word, n, "ing") ? 3 : ends(word, n, "ed") && !ends(word, n, "eed") ? 2 : 0;
  return cut && n - cut >= 3 && has_vowel(word, n - cut) ? n - cut : n;
}

/* British to American, by rules that hold of whole classes of words; what they wrongly change, they change on both
 * sides. */
static size_t americanise(char *word, size_t n) {
  for (size_t i = 2; n >= 5 && i + 2 < n + 1; i++)
    if (i + 3 <= n && memcmp(word + i, "our", 3) == 0) { /* colour, labour */
      memmove(word + i + 1, word + i + 2, n - i - 2);
      n--;
    }
  for (size_t i = 3; i + 2 < n; i++) /* organise, organisation, analyse */
    if ((word[i] == 'i' || word[i] == 'y') && word[i + 1] == 's' &&
        (word[i + 2] == 'e' || word[i + 2] == 'a' || word[i + 2] == 'i'))
      word[i + 1] = 'z';
  if (n > 5 && ends(word, n, "ence")) /* defence, licence */
    word[n - 2] = 's';
  if (n > 4 && (ends(word, n, "tre") || ends(word, n, "bre"))) { /* centre, fibre */
    word[n - 2] = 'e';
    word[n - 1] = 'r';
  }
  if (n > 5 && ends(word, n, "ogue")) /* dialogue */
    n -= 2;
  if (n > 5 && ends(word, n, "mme")) /* programme */
    n -= 2;
  return n;
}

/* What is left when endings are cut off differs in a last e, y or doubled letter: vote, vot(ed); policy; plan,
 * plann(ed). */
static size_t even_out(char *word, size_t n) {
  if (n > 3 && word[n - 1] == 'e')
    n--;
  if (n > 3 && word[n - 1] == word[n - 2] && !is_vowel(word[n - 1]))
    n--;
  if (n > 2 && word[n - 1] == 'y')
    word[n - 1] = 'i';
  return n;
}

void tl_english_stem(const char *word, size_t length, char out[TL_ENGLISH_KEY_MAX]) {
  size_t n = 0;
  for (size_t i = 0; i < length && n + 1 < TL_ENGLISH_KEY_MAX; i++)
    out[n++] = g_ascii_tolower(word[i]);
  out[n] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS(british); i++)
    if (strcmp(out, british[i][0]) == 0) {
      n = strlen(british[i][1]);
      memcpy(out, british[i][1], n);
      break;
    }
  n = cut_s(out, n);
  n = americanise(out, n);
  n = cut_verb(out, n);
  n = even_out(out, n);
  out[n] = '\0';
}

size_t tl_english_bare(const char *word, size_t length) {
  static const char *const endings[] = {"'s", "\xE2\x80\x99s", "\xCA\xBCs", "'S", "\xE2\x80\x99S", "'", "\xE2\x80\x99"};
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
    if (ends(word, length, endings[i]) && length > strlen(endings[i]))
      return length - strlen(endings[i]);
  return length;
}
