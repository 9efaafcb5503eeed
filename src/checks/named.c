#include "checks/named.h"

#include <string.h>

#include "checks/calendar.h"
#include "checks/currencies.h"
#include "checks/number_reading.h"

#define WORD_MAX 40u /* bytes; longer words name nothing */

typedef enum Kind { MONTH, WEEKDAY, CURRENCY, KINDS } Kind;

/* What a word names, of each kind: a bit set. */
typedef struct Word {
  guint names[KINDS];
} Word;

/* What a side names, and where each stands. */
typedef struct Side {
  guint names[KINDS];
  guint eves[KINDS]; /* what the day before is called: "у ніч на вівторок" is Monday night */
  TlumachSpan places[KINDS][32];
} Side;

/* Words by how they stand: a text repeats itself. */
struct TlNamed {
  GHashTable *known[2];
};

TlNamed *tl_named_new(void) {
  TlNamed *named = g_new(TlNamed, 1);
  for (guint side = 0; side < 2; side++)
    named->known[side] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  return named;
}

void tl_named_free(TlNamed *named) {
  g_hash_table_unref(named->known[0]);
  g_hash_table_unref(named->known[1]);
  g_free(named);
}

TlNumberLanguage tl_number_language(const TlChecker *checker, guint side) {
  const char *tag = side == TLUMACH_SOURCE ? checker->house.source : checker->house.target;
  return g_ascii_strncasecmp(tag, "uk", 2) == 0   ? TL_NUMBERS_UKRAINIAN
         : g_ascii_strncasecmp(tag, "en", 2) == 0 ? TL_NUMBERS_ENGLISH
                                                  : TL_NUMBERS_OTHER;
}

static Word *read_word(const char *text, TlNumberLanguage language) {
  g_autofree char *lower = g_utf8_strdown(text, -1);
  g_auto(GStrv) parts = g_strsplit(lower, "\xE2\x80\x99", -1);
  g_autofree char *plain = g_strjoinv("'", parts);
  Word *word = g_new0(Word, 1);
  word->names[CURRENCY] = tl_currency_word(lower);
  if (language == TL_NUMBERS_ENGLISH && !g_ascii_isupper(*text)) /* may, march */
    return word;
  word->names[MONTH] = (1u << tl_month(plain, language)) & ~1u;
  word->names[WEEKDAY] = (1u << tl_weekday(plain, language)) & ~1u;
  return word;
}

static void add(Side *side, Kind kind, guint names, TlumachSpan place) {
  side->names[kind] |= names;
  for (guint i = 0; names >> i; i++)
    if (names >> i & 1)
      side->places[kind][i] = place;
}

/* "у ніч на вівторок", "вночі проти 1 травня" */
static void add_eve(const TlCheckUnit *unit, guint side, guint i, TlNumberLanguage language, const Word *word,
                    Side *out) {
  const TlToken *token = &unit->tokens[side][i], *before = i > 0 ? token - 1 : NULL;
  TlNumberReader r = {
      .text = unit->text[side], .start = unit->span[side].start, .end = unit->span[side].end, .language = language};
  gint day = g_bit_nth_lsf(word->names[WEEKDAY], -1), month = g_bit_nth_lsf(word->names[MONTH], -1);
  if (day > 0 && tl_behind_night(&r, token->span.start))
    out->eves[WEEKDAY] |= 1u << (day > 1 ? day - 1 : 7);
  gboolean first =
      month > 0 && before && before->span.end == before->span.start + 1 && r.text[before->span.start] == '1';
  if (first && tl_behind_night(&r, before->span.start))
    out->eves[MONTH] |= 1u << (month > 1 ? month - 1 : 12);
}

static void read_side(TlNamed *named, const TlCheckUnit *unit, guint side, TlNumberLanguage language, Side *out) {
  char text[WORD_MAX + 1];
  out->names[CURRENCY] = tl_currency_signs(unit->text[side], unit->span[side], out->places[CURRENCY]);
  for (guint i = 0; i < unit->n_tokens[side]; i++) {
    TlumachSpan span = unit->tokens[side][i].span;
    size_t length = span.end - span.start;
    if (length > WORD_MAX)
      continue;
    memcpy(text, unit->text[side] + span.start, length);
    text[length] = '\0';
    Word *word = g_hash_table_lookup(named->known[side], text);
    if (!word) {
      word = read_word(text, language);
      g_hash_table_insert(named->known[side], g_strdup(text), word);
    }
    for (guint kind = 0; kind < KINDS; kind++)
      add(out, kind, word->names[kind], span);
    if (word->names[WEEKDAY] || word->names[MONTH])
      add_eve(unit, side, i, language, word, out);
  }
}

static const char *english_name(Kind kind, guint i) {
  static const char *const days[] = {"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  static const char *const months[] = {"",     "January", "February",  "March",   "April",    "May",     "June",
                                       "July", "August",  "September", "October", "November", "December"};
  return kind == MONTH ? months[i] : kind == WEEKDAY ? days[i] : tl_currency_name(i);
}

void tl_named_compare(TlNamed *named, TlChecker *checker, const TlCheckUnit *unit) {
  static const char *const kinds[] = {"month", "day", "currency"};
  Side sides[2] = {0};
  for (guint side = 0; side < 2; side++)
    read_side(named, unit, side, tl_number_language(checker, side), &sides[side]);
  for (guint kind = 0; kind < KINDS; kind++) {
    guint to = sides[1].names[kind], from = sides[0].names[kind] | (sides[0].eves[kind] & to), more = to & ~from;
    for (guint i = 0; more && from >> i; i++) { /* only where another one stands in its place */
      if (!((from & ~to) >> i & 1))
        continue;
      tl_found(checker, unit, sides[0].places[kind][i], sides[1].places[kind][g_bit_nth_lsf(more, -1)],
               (const char *const[]){english_name(kind, i), NULL}, "the source has another %s", kinds[kind]);
    }
  }
}
