/* Marks in the target by English habit: spaces, pairs of brackets and quotes, the mark at the end as the source has it.
 */
#include <string.h>

#include "base/position.h"
#include "checks/check.h"
#include "terms/language_tag.h"
#include "text/chars.h"
#include "text/fold.h"

#define MARKS ",.;:!?"
#define NESTED 8u /* quotations within each other */

typedef struct Marks {
  const char *text;
  TlumachSpan span;
} Marks;

static guint32 before(const Marks *m, size_t at) {
  guint32 c = 0;
  if (at <= m->span.start)
    return 0;
  size_t start = at - 1;
  while (start > m->span.start && ((guchar)m->text[start] & 0xC0) == 0x80)
    start--;
  tl_utf8_next(m->text + start, at - start, &c);
  return c;
}

/* came ,sat: a comma that the space belongs behind. */
static gboolean belongs_behind(const Marks *m, size_t space, size_t mark) {
  guint32 next = 0, last = before(m, space);
  if (mark + 1 < m->span.end)
    tl_utf8_next(m->text + mark + 1, m->span.end - mark - 1, &next);
  return (m->text[mark] == ',' || m->text[mark] == ';') && g_unichar_isalpha(last) && g_unichar_isalpha(next);
}

static void spaces(TlChecker *checker, const TlCheckUnit *unit, const Marks *m) {
  for (size_t i = m->span.start; i < m->span.end; i++) {
    if (m->text[i] != ' ')
      continue;
    size_t behind = i;
    while (behind < m->span.end && m->text[behind] == ' ')
      behind++;
    char next = behind < m->span.end ? m->text[behind] : '\0';
    gboolean ends = behind + 1 >= m->span.end || m->text[behind + 1] == ' ';
    if (behind - i > 1 && behind < m->span.end) {
      tl_found(checker, unit, TL_NOWHERE, (TlumachSpan){i, behind}, NULL, "%zu spaces", behind - i);
      tl_fix_one(checker, (TlumachSpan){i, behind}, next && strchr(MARKS, next) && ends ? "" : " ");
    } else if (next && strchr(MARKS, next) && ends) {
      tl_found(checker, unit, TL_NOWHERE, (TlumachSpan){i, behind + 1}, NULL, "a space before “%c”", next);
      tl_fix_one(checker, (TlumachSpan){i, behind}, "");
    } else if (next && belongs_behind(m, i, behind)) {
      tl_found(checker, unit, TL_NOWHERE, (TlumachSpan){i, behind + 1}, NULL, "a space before “%c”, none behind it",
               next);
      tl_fix_one(checker, (TlumachSpan){i, behind + 1}, next == ',' ? ", " : "; ");
    }
    i = behind;
  }
}

/* Brackets in pairs; a ")" behind a number or letter at the start is of a list: "1)", "a)". */
static void brackets(TlChecker *checker, const TlCheckUnit *unit, const Marks *m) {
  static const char open[] = "([{", closed[] = ")]}";
  size_t places[64];
  char kinds[64];
  guint n = 0;
  for (size_t i = m->span.start; i < m->span.end; i++) {
    const char *opens = memchr(open, m->text[i], 3), *closes = memchr(closed, m->text[i], 3);
    if (opens && n < G_N_ELEMENTS(places)) {
      kinds[n] = closed[opens - open];
      places[n++] = i;
    } else if (closes && n && kinds[n - 1] == m->text[i])
      n--;
    else if (closes && i - m->span.start > 3 && before(m, i) != ':' && before(m, i) != '-')
      tl_found(checker, unit, TL_NOWHERE, (TlumachSpan){i, i + 1}, NULL, "“%c” closes what was not opened", m->text[i]);
  }
  for (guint i = 0; i < n; i++)
    tl_found(checker, unit, TL_NOWHERE, (TlumachSpan){places[i], places[i] + 1}, NULL, "“%c” is not closed",
             m->text[places[i]]);
}

/* Quotes of other languages, each outer quotation as a whole, and the English ones for them: “…”, within others ‘…’. */
typedef struct Quotes {
  guint32 open[NESTED];
  guint depth;
  GArray *fixes; /* TlumachFix */
} Quotes;

static void take_quote(Quotes *quotes, guint32 c, TlumachSpan place) {
  static const char *const opening[] = {"\xE2\x80\x9C", "\xE2\x80\x98"}, *const closing[] = {"\xE2\x80\x9D",
                                                                                             "\xE2\x80\x99"};
  guint32 inner = quotes->depth ? quotes->open[quotes->depth - 1] : 0;
  gboolean low = inner == 0x201E && (c == 0x201C || c == 0x201D); /* „…“ */
  if ((c == 0xAB || c == 0x201E) && quotes->depth < NESTED) {
    g_array_append_val(quotes->fixes, ((TlumachFix){place, opening[quotes->depth % 2]}));
    quotes->open[quotes->depth++] = c;
  } else if (c == 0xBB || low) {
    quotes->depth -= quotes->depth > 0;
    g_array_append_val(quotes->fixes, ((TlumachFix){place, closing[quotes->depth % 2]}));
  }
}

static void tell_quotes(TlChecker *checker, const TlCheckUnit *unit, GArray *fixes) {
  if (fixes->len == 0)
    return;
  const TlumachFix *first = (const TlumachFix *)(const void *)fixes->data, *last = first + fixes->len - 1;
  tl_found(checker, unit, TL_NOWHERE, (TlumachSpan){first->span.start, last->span.end}, NULL,
           "quotes that English does not have");
  tl_fix(checker, first, fixes->len);
  g_array_set_size(fixes, 0);
}

static void foreign_quotes(TlChecker *checker, const TlCheckUnit *unit, const Marks *m) {
  g_autoptr(GArray) fixes = g_array_new(FALSE, FALSE, sizeof(TlumachFix));
  Quotes quotes = {.fixes = fixes};
  for (size_t at = m->span.start, n; at < m->span.end; at += n) {
    guint32 c;
    n = tl_utf8_next(m->text + at, m->span.end - at, &c);
    take_quote(&quotes, c, (TlumachSpan){at, at + n});
    if (quotes.depth == 0)
      tell_quotes(checker, unit, fixes);
  }
  tell_quotes(checker, unit, fixes);
}

/* '.', '?', '!', ':' or 0: what the text ends with, quotes and brackets behind it passed over; an ellipsis is '.'. */
static char last_mark(const char *text, TlumachSpan span, TlumachSpan *place) {
  size_t at = span.end;
  while (at > span.start) {
    size_t start = at - 1;
    guint32 c;
    while (start > span.start && ((guchar)text[start] & 0xC0) == 0x80)
      start--;
    tl_utf8_next(text + start, at - start, &c);
    if (c == ',' || c == '-' || c == 0x2013 || c == 0x2014 || c == '"' || c == '\'' || c == ')' || c == ']' ||
        c == 0xBB || c == 0x201C || c == 0x201D || c == 0x2019 || (tl_chars_class(c) & TL_CHAR_SPACE)) {
      at = start;
      continue;
    }
    *place = (TlumachSpan){start, at};
    return c == 0x2026 ? '.' : c < 0x80 && strchr(".?!:", (int)c) ? (char)c : '\0';
  }
  return '\0';
}

/* A question within a sentence, "спитав, чи …", "tell me why …", which the other side may ask outright; or one that is
 * not at the end. Of English the first word does not count: it makes a question that has lost its mark. */
static gboolean asks(const TlCheckUnit *unit, TlumachSide side) {
  static const char *const words[2][32] = {
      {"чи",   "хто", "кого", "кому",   "ким",   "що",     "чого",    "чому", "чим",  "який",
       "яка",  "яке", "які",  "яких",   "якого", "якої",   "якому",   "якою", "яким", "якими",
       "якій", "де",  "куди", "звідки", "коли",  "навіщо", "скільки", "чий",  "чия",  "як"},
      {"who", "whom", "whose", "what", "which", "why", "how", "whether", "where", "when", "if"}};
  char lower[TL_WORD_MAX];
  for (guint i = side == TLUMACH_TARGET ? 1 : 0; i < unit->n_tokens[side]; i++) {
    TlumachSpan span = unit->tokens[side][i].span;
    if (!tl_lower_word(unit->text[side] + span.start, span.end - span.start, lower))
      continue;
    for (guint k = 0; k < G_N_ELEMENTS(words[side]) && words[side][k]; k++)
      if (strcmp(lower, words[side][k]) == 0)
        return TRUE;
  }
  return memchr(unit->text[side] + unit->span[side].start, '?', unit->span[side].end - unit->span[side].start) != NULL;
}

/* "980 тис.", "5 грн.", "2018 р.": the point may be of the abbreviation alone, which English writes out. */
static gboolean ends_abbreviated(const TlCheckUnit *unit, TlumachSpan mark) {
  static const char *const words[] = {"тис", "млн", "млрд", "трлн", "грн", "коп", "дол",   "долл", "рр",  "ст",
                                      "хв",  "год", "сек",  "кг",   "км",  "см",  "мм",    "га",   "шт",  "екз",
                                      "чол", "ос",  "ін",   "ім",   "обл", "вул", "просп", "пл",   "буд", "стор"};
  const char *text = unit->text[TLUMACH_SOURCE];
  for (guint i = unit->n_tokens[TLUMACH_SOURCE]; i-- > 0;) {
    TlumachSpan span = unit->tokens[TLUMACH_SOURCE][i].span;
    char lower[TL_WORD_MAX];
    if (span.end > mark.start)
      continue;
    if (span.end < mark.start || !tl_lower_word(text + span.start, span.end - span.start, lower))
      return FALSE;
    if (g_utf8_strlen(lower, -1) == 1) /* "р.", "м.", initials */
      return strcmp(lower, "я") != 0;
    for (guint k = 0; k < G_N_ELEMENTS(words); k++)
      if (strcmp(lower, words[k]) == 0)
        return TRUE;
    return FALSE;
  }
  return FALSE;
}

static void end_mark(TlChecker *checker, const TlCheckUnit *unit, const Marks *m) {
  TlumachSpan from = TL_NOWHERE, to = TL_NOWHERE;
  char source = last_mark(unit->text[TLUMACH_SOURCE], unit->span[TLUMACH_SOURCE], &from),
       target = last_mark(m->text, m->span, &to);
  if (source == target || unit->n_tokens[TLUMACH_SOURCE] < 3)
    return;
  if ((target == '?' && asks(unit, TLUMACH_SOURCE)) || (source == '?' && asks(unit, TLUMACH_TARGET)))
    return;
  if (source == '?' || target == '?')
    tl_found(checker, unit, from, to, NULL,
             target == '?' ? "a question, which the source is not" : "the source is a question");
  else if (source == '.' && target == '\0' && !ends_abbreviated(unit, from))
    tl_found(checker, unit, from, to, NULL, "no full stop at the end");
}

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  (void)state;
  const Marks m = {unit->text[TLUMACH_TARGET], unit->span[TLUMACH_TARGET]};
  if (m.span.start == m.span.end || tl_language_is_cyrillic(checker->house.target))
    return;
  spaces(checker, unit, &m);
  brackets(checker, unit, &m);
  foreign_quotes(checker, unit, &m);
  end_mark(checker, unit, &m);
}

const TlCheck tl_check_punctuation = {
    .info = {"punctuation", TLUMACH_WARNING, TRUE,
             "Spaces, brackets, quotes or the mark at the end are not as English and the source want them.",
             "Чи буде так?\tIt will be so ."},
    .pair = pair};
