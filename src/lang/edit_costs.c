/* Tables of letters that Ukrainians confuse: by sound (unstressed е and и; voiced and voiceless consonants; у and в,
 * whose choice the orthography leaves to euphony, §§ 23–24), by spelling (ь and the apostrophe, §§ 7, 26; doubled
 * letters, §§ 28–31; ґ, § 6; the endings in и and і), by Russian letters, by look (Latin), and by the keyboard
 * (neighbours on the ЙЦУКЕН and QWERTY layouts). */
#include "lang/edit_costs.h"

#include <string.h>

typedef struct Pair {
  guint32 a, b;
  guint cost;
} Pair;

static const Pair pairs[] = {
    {U'и', U'і', 35},
    {U'і', U'ї', 35},
    {U'и', U'ї', 60},
    {U'е', U'и', 40},
    {U'е', U'є', 35},
    {U'и', U'й', 50},
    {U'і', U'й', 50},
    {U'ї', U'й', 55},
    {U'г', U'ґ', 15},
    {U'г', U'х', 55},
    {U'ґ', U'к', 60},
    {U'г', U'к', 80},
    {U'з', U'с', 50},
    {U'ж', U'ш', 60},
    {U'д', U'т', 55},
    {U'б', U'п', 60},
    {U'у', U'в', 50},
    {U'о', U'у', 70},
    {U'о', U'а', 55},
    {U'а', U'я', 50},
    {U'у', U'ю', 50},
    {U'о', U'і', 60},
    {U'е', U'і', 60},
    {U'е', U'о', 70},
    {U'ш', U'щ', 55},
    {U'ч', U'ш', 75},
    {U'ц', U'с', 75},
    {U'ч', U'щ', 75},
    {U'ф', U'т', 85},
    {U'х', U'к', 80},
    {U'ь', U'\'', 30},
    {U'є', U'ї', 65},
    {U'в', U'л', 75},
    {U'ь', U'й', 65},
    {U'ї', U'є', 65},
    {U'з', U'ж', 75},
    {U'м', U'н', 80},
    {U'л', U'р', 85},
    {U'в', U'ф', 75},
    {U'я', U'є', 75},
    /* letters of Russian */
    {U'ы', U'и', 15},
    {U'ы', U'і', 35},
    {U'э', U'е', 15},
    {U'э', U'є', 30},
    {U'ё', U'е', 35},
    {U'ё', U'о', 40},
    {U'ъ', U'\'', 10},
    {U'ъ', U'ь', 40},
    /* Latin letters that look the same */
    {U'a', U'а', 5},
    {U'b', U'в', 10},
    {U'c', U'с', 5},
    {U'e', U'е', 5},
    {U'h', U'н', 10},
    {U'i', U'і', 5},
    {U'k', U'к', 10},
    {U'm', U'м', 10},
    {U'o', U'о', 5},
    {U'p', U'р', 5},
    {U't', U'т', 10},
    {U'x', U'х', 5},
    {U'y', U'у', 5},
    {U'ï', U'ї', 5},
    /* English: vowels that sound alike unstressed, consonants that do */
    {U'a', U'e', 60},
    {U'e', U'i', 60},
    {U'a', U'o', 70},
    {U'i', U'y', 50},
    {U'o', U'u', 70},
    {U'c', U's', 55},
    {U'c', U'k', 55},
    {U's', U'z', 50},
    {U'f', U'v', 75},
    {U'g', U'j', 60},
    {U'm', U'n', 75},
    {U'a', U'i', 75},
    {U'e', U'o', 80},
    {U'd', U't', 80},
    {U'b', U'p', 85},
};

/* Rows of keys, in characters; a neighbour is one key to the side. */
static const guint32 *const keyboard[] = {U"йцукенгшщзхї", U"фівапролджє", U"ячсмитьбю",
                                          U"qwertyuiop",   U"asdfghjkl",   U"zxcvbnm"};

static gboolean neighbours(guint32 a, guint32 b) {
  for (guint row = 0; row < G_N_ELEMENTS(keyboard); row++)
    for (const guint32 *key = keyboard[row]; *key && key[1]; key++)
      if ((key[0] == a && key[1] == b) || (key[0] == b && key[1] == a))
        return TRUE;
  return FALSE;
}

guint tl_cost_substitute(guint32 written, guint32 meant) {
  if (written == meant)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS(pairs); i++)
    if ((pairs[i].a == written && pairs[i].b == meant) || (pairs[i].a == meant && pairs[i].b == written))
      return pairs[i].cost;
  return neighbours(written, meant) ? 80 : 110;
}

static guint single(guint32 letter, guint32 before) {
  if (letter == before)
    return 40;
  switch (letter) {
  case U'\'':
    return 35;
  case U'ь':
    return 50;
  case U'-':
    return 45;
  case U'й':
  case U'т': /* of consonant clusters */
  case U'д':
    return 80;
  default:
    return 95;
  }
}

guint tl_cost_omit(guint32 meant, guint32 before) {
  return single(meant, before);
}

guint tl_cost_insert(guint32 written, guint32 before) {
  return written == U'ъ' ? 20 : single(written, before);
}

guint tl_cost_transpose(void) {
  return 70;
}

/* Damerau–Levenshtein, weighted: a row a letter that was meant, as suggest_search.c has it a step of its walk. */
guint tl_edit_cost(const char *written, const char *meant) {
  glong n, m;
  g_autofree gunichar *w = g_utf8_to_ucs4_fast(written, -1, &n), *t = g_utf8_to_ucs4_fast(meant, -1, &m);
  g_autofree guint *rows = g_new(guint, 3 * (gsize)(n + 1));
  guint *row = rows, *before = rows + n + 1, *earlier = rows + 2 * (n + 1);
  row[0] = 0;
  for (glong j = 1; j <= n; j++)
    row[j] = row[j - 1] + tl_cost_insert(w[j - 1], j > 1 ? w[j - 2] : 0);
  for (glong i = 1; i <= m; i++) {
    guint *free_row = earlier, omit = tl_cost_omit(t[i - 1], i > 1 ? t[i - 2] : 0);
    earlier = before;
    before = row;
    row = free_row;
    row[0] = before[0] + omit;
    for (glong j = 1; j <= n; j++) {
      guint cost = before[j - 1] + tl_cost_substitute(w[j - 1], t[i - 1]);
      cost = MIN(cost, before[j] + omit);
      row[j] = MIN(cost, row[j - 1] + tl_cost_insert(w[j - 1], j > 1 ? w[j - 2] : 0));
      if (i > 1 && j > 1 && w[j - 1] == t[i - 2] && w[j - 2] == t[i - 1] && w[j - 1] != w[j - 2])
        row[j] = MIN(row[j], earlier[j - 2] + tl_cost_transpose());
    }
  }
  return row[n];
}
