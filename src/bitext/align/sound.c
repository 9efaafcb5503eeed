#include "bitext/align/sound.h"

#include <string.h>

#include "text/romanize.h"

#define SOUND_MAX TL_ALIGN_SOUND_MAX
#define UNIT 20u /* cost of two sounds that have nothing in common */

/* Longer ones first; how many letters of the spelling are used up. `C` is ch of church, `S` sh of ship. */
static const struct Spelling {
  const char *letters, *sound;
  size_t taken;
} spellings[] = {{"tsch", "C", 4}, {"shch", "S", 4}, {"tch", "C", 3}, {"sch", "S", 3}, {"dzh", "j", 3}, {"sh", "S", 2},
                 {"ch", "C", 2},   {"zh", "j", 2},   {"kh", "h", 2},  {"ph", "f", 2},  {"th", "t", 2},  {"gh", "g", 2},
                 {"ck", "k", 2},   {"qu", "kv", 2},  {"ts", "s", 2},  {"tz", "s", 2},  {"oo", "u", 2},  {"ee", "i", 2},
                 {"ou", "u", 2},   {"ks", "x", 2},   {"ce", "s", 1},  {"ci", "s", 1},  {"cy", "s", 1},  {"c", "k", 1},
                 {"q", "k", 1},    {"w", "v", 1},    {"y", "i", 1}};

/* What is left of a letter without its marks, in ASCII; letters of other scripts are dropped. */
static void put_plain(const char *word, GString *out) {
  g_autofree char *decomposed = g_utf8_normalize(word, -1, G_NORMALIZE_NFKD);
  for (const char *at = decomposed; at && *at; at = g_utf8_next_char(at)) {
    gunichar c = g_unichar_tolower(g_utf8_get_char(at));
    static const struct {
      gunichar c;
      const char *plain;
    } others[] = {{0xDF, "ss"}, {0xE6, "e"},  {0xF8, "o"},  {0x142, "l"}, {0x153, "e"},
                  {0x111, "d"}, {0x44B, "i"}, {0x44D, "e"}, {0x451, "io"}};
    if (c < 0x80 && g_ascii_isalnum((char)c))
      g_string_append_c(out, (char)c);
    for (guint i = 0; i < G_N_ELEMENTS(others); i++)
      if (others[i].c == c)
        g_string_append(out, others[i].plain);
  }
}

void tl_align_sound(const char *word, GString *out) {
  g_autoptr(GString) latin = g_string_new(NULL), plain = g_string_new(NULL);
  tl_romanize(word, strlen(word), latin);
  put_plain(latin->str, plain);
  gsize start = out->len;
  for (const char *at = plain->str; *at;) {
    char one[2] = {*at, '\0'};
    const char *sound = one;
    size_t taken = 1;
    for (guint i = 0; i < G_N_ELEMENTS(spellings); i++)
      if (spellings[i].letters[0] == *at && g_str_has_prefix(at, spellings[i].letters)) {
        sound = spellings[i].sound;
        taken = spellings[i].taken;
        break;
      }
    for (const char *s = sound; *s; s++)
      if (out->len == start || out->str[out->len - 1] != *s || g_ascii_isdigit(*s))
        g_string_append_c(out, *s);
    at += taken;
  }
  if (out->len - start > SOUND_MAX)
    g_string_truncate(out, start + SOUND_MAX);
}

/* Sounds of one group are often exchanged for each other; the cheaper groups first. */
enum {
  GH = 1 << 0,
  KX = 1 << 1,
  IJ = 1 << 2,
  SIBILANT = 1 << 3,
  VOWEL = 1 << 4,
  LIP = 1 << 5,
  VO = 1 << 6,
  JG = 1 << 7,
  TD = 1 << 8,
  PB = 1 << 9,
  GK = 1 << 10,
  HK = 1 << 11,
  CK = 1 << 12
};

static const guint16 groups_of[256] = {['a'] = VOWEL,       ['e'] = VOWEL,
                                       ['i'] = VOWEL | IJ,  ['o'] = VOWEL | VO,
                                       ['u'] = VOWEL | LIP, ['g'] = GH | JG | GK,
                                       ['h'] = GH | HK,     ['k'] = KX | GK | HK | CK,
                                       ['x'] = KX,          ['j'] = IJ | SIBILANT | JG,
                                       ['s'] = SIBILANT,    ['z'] = SIBILANT,
                                       ['S'] = SIBILANT,    ['C'] = SIBILANT | CK,
                                       ['v'] = LIP | VO,    ['f'] = LIP,
                                       ['b'] = LIP | PB,    ['p'] = PB,
                                       ['t'] = TD,          ['d'] = TD};

guint tl_align_sound_change(char a, char b) {
  static const guint8 tenths[] = {4, 4, 4, 5, 6, 7, 8, 8, 9, 9, 9, 9, 9}; /* of a UNIT, by group */
  guint shared = groups_of[(guint8)a] & groups_of[(guint8)b];
  return a == b ? 0 : shared ? UNIT * tenths[__builtin_ctz(shared)] / 10 : UNIT;
}

guint tl_align_sound_drop(char c) {
  guint groups = groups_of[(guint8)c];
  return groups & VOWEL ? UNIT / 2 : c == 'h' || c == 'j' ? TL_ALIGN_SOUND_CHEAPEST : UNIT;
}

guint tl_align_sound_most(size_t longer, double least) {
  return (guint)((1 - least) * (double)(UNIT * longer));
}

double tl_align_sound_likeness(guint cost, size_t longer, double least) {
  double likeness = 1 - (double)cost / (double)(UNIT * longer);
  return likeness < least ? 0 : likeness;
}

double tl_align_likeness(const char *a, const char *b, double least) {
  size_t na = MIN(strlen(a), SOUND_MAX), nb = MIN(strlen(b), SOUND_MAX), longer = MAX(na, nb);
  guint row[SOUND_MAX + 1];
  if (longer == 0 || (double)MIN(na, nb) < least * TL_ALIGN_LENGTHS_APART * (double)longer)
    return 0;
  guint most = tl_align_sound_most(longer, least);
  row[0] = 0;
  for (size_t j = 0; j < nb; j++)
    row[j + 1] = row[j] + tl_align_sound_drop(b[j]);
  for (size_t i = 0; i < na; i++) {
    guint diagonal = row[0], best = row[0] += tl_align_sound_drop(a[i]);
    for (size_t j = 0; j < nb; j++) {
      guint changed = diagonal + tl_align_sound_change(a[i], b[j]);
      diagonal = row[j + 1];
      row[j + 1] = MIN(changed, MIN(row[j + 1] + tl_align_sound_drop(a[i]), row[j] + tl_align_sound_drop(b[j])));
      best = MIN(best, row[j + 1]);
    }
    if (best > most)
      return 0;
  }
  return tl_align_sound_likeness(row[nb], longer, least);
}

guint tl_align_sound_class(const char *sound) {
  static const char *const classes[] = {"aeiou", "gh", "k", "szSCjx", "vfbw", "td",
                                        "p",     "m",  "n", "l",      "r",    "0123456789"};
  for (guint i = 0; i < G_N_ELEMENTS(classes); i++)
    if (*sound && strchr(classes[i], *sound))
      return i;
  return TL_ALIGN_SOUND_CLASSES - 1;
}
