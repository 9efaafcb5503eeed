/* The table of resolution 55 of the Cabinet of Ministers of Ukraine, 27 January 2010, with its notes: 1 (зг is zgh), 2
 * (soft sign and apostrophe are not rendered); the second forms of є ї й ю я stand at a word's start. */
#include "text/romanize.h"

#include <string.h>

#include "base/position.h"
#include "text/chars.h"

typedef struct Row {
  guint32 letter; /* small */
  const char *latin, *initial;
} Row;

static const Row table[] = {
    {0x430, "a", "a"},   {0x431, "b", "b"},   {0x432, "v", "v"},   {0x433, "h", "h"},   {0x491, "g", "g"},
    {0x434, "d", "d"},   {0x435, "e", "e"},   {0x454, "ie", "ye"}, {0x436, "zh", "zh"}, {0x437, "z", "z"},
    {0x438, "y", "y"},   {0x456, "i", "i"},   {0x457, "i", "yi"},  {0x439, "i", "y"},   {0x43A, "k", "k"},
    {0x43B, "l", "l"},   {0x43C, "m", "m"},   {0x43D, "n", "n"},   {0x43E, "o", "o"},   {0x43F, "p", "p"},
    {0x440, "r", "r"},   {0x441, "s", "s"},   {0x442, "t", "t"},   {0x443, "u", "u"},   {0x444, "f", "f"},
    {0x445, "kh", "kh"}, {0x446, "ts", "ts"}, {0x447, "ch", "ch"}, {0x448, "sh", "sh"}, {0x449, "shch", "shch"},
    {0x44E, "iu", "yu"}, {0x44F, "ia", "ya"}, {0x44C, "", ""},
};

static guint32 small(guint32 c) {
  if (c >= 0x410 && c <= 0x42F)
    return c + 0x20;
  if (c >= 0x400 && c <= 0x40F)
    return c + 0x50;
  return c == 0x490 ? 0x491 : c;
}

static const Row *row_of(guint32 letter) {
  for (guint i = 0; i < G_N_ELEMENTS(table); i++)
    if (table[i].letter == letter)
      return &table[i];
  return NULL;
}

const char *tl_romanize_letter(guint32 letter, guint32 before) {
  const Row *row = row_of(small(letter));
  if (!row)
    return NULL;
  return row->letter == 0x433 && small(before) == 0x437 ? "gh" : before ? row->latin : row->initial;
}

static gboolean is_digit(guint32 c) {
  return c >= '0' && c <= '9';
}

/* The next letter of the same word, marks and apostrophes passed over; 0 when the word ends. */
static guint32 next_letter(const char *text, gsize length) {
  for (gsize i = 0; i < length;) {
    guint32 c;
    i += tl_utf8_next(text + i, length - i, &c);
    if (tl_chars_class(c) & TL_CHAR_LETTER)
      return c;
    if (!tl_is_dropped(c) && !tl_is_apostrophe(c))
      return 0;
  }
  return 0;
}

/* Many letters for one: SHCH among capitals, Shch before small ones or alone. */
static void put(GString *out, const char *latin, gboolean upper, gboolean all_upper) {
  for (const char *c = latin; *c; c++)
    g_string_append_c(out, upper && (all_upper || c == latin) ? g_ascii_toupper(*c) : *c);
}

#define LOOK_BACK 256u /* bytes: more than a word */

void tl_romanize(const char *text, gsize length, GString *out) {
  tl_romanize_part(text, length, 0, length, out);
}

void tl_romanize_part(const char *text, gsize length, gsize start, gsize end, GString *out) {
  gsize kept = out->len, from = start;
  while (from > 0 && start - from < LOOK_BACK && !g_ascii_isspace(text[from - 1]))
    from--;
  guint32 before = 0; /* the letter before in this word, as written */
  guint32 last = 0;   /* the character before */
  guint32 ending = 0; /* the digit or hyphen of a numeral before: 3-й, 90-ї */
  for (gsize i = from; i < end;) {
    guint32 c;
    if (i <= start)
      g_string_truncate(out, kept);
    gsize n = tl_utf8_next(text + i, length - i, &c);
    const char *latin = tl_romanize_letter(c, before ? before : ending);
    gsize rest = length - i - n;
    if (latin) {
      gboolean upper = small(c) != c;
      guint32 next = upper ? next_letter(text + i + n, rest) : 0;
      gboolean all_upper = next ? small(next) != next : small(before) != before;
      put(out, latin, upper, all_upper);
      before = c;
    } else if (before && (tl_is_dropped(c) || (tl_is_apostrophe(c) && next_letter(text + i + n, rest)))) {
      /* the second note: nothing stands for it */
    } else {
      g_string_append_len(out, text + i, (gssize)n);
      if (!(tl_chars_class(c) & TL_CHAR_MARK))
        before = tl_chars_class(c) & TL_CHAR_LETTER ? c : 0;
    }
    ending = is_digit(c) || (tl_is_hyphen(c) && is_digit(last)) ? c : 0;
    last = c;
    i += n;
  }
}
