/* Rules about the characters of a term: nothing needs to be known of its words. */
#include <string.h>

#include "terms/language_tag.h"
#include "terms/lint/lint.h"
#include "text/chars.h"

static gboolean is_ukrainian(const TlumachTerm *term) {
  return tl_language_matches(term->language, "uk");
}

/* -- what nobody sees -- */

static const char *hidden_name(guint32 c) {
  static const struct {
    guint32 c;
    const char *name;
  } hidden[] = {{0xA0, "a no-break space"},         {0xAD, "a soft hyphen"},
                {0x200B, "a zero-width space"},     {0x200C, "a zero-width non-joiner"},
                {0x200D, "a zero-width joiner"},    {0x200E, "a left-to-right mark"},
                {0x200F, "a right-to-left mark"},   {0x202F, "a narrow no-break space"},
                {0x2060, "a word joiner"},          {0xFEFF, "a byte order mark"},
                {0xFFFD, "a replacement character"}};
  for (guint i = 0; i < G_N_ELEMENTS(hidden); i++)
    if (hidden[i].c == c)
      return hidden[i].name;
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x2000 && c <= 0x200A) || (c >= 0x202A && c <= 0x202E) ||
                 (c >= 0x2066 && c <= 0x2069)
             ? "a character that is not seen"
             : NULL;
}

static void check_hidden(TlLint *lint, TlLintFile *file, const TlumachConcept *concept, const TlumachTerm *term) {
  guint32 c;
  size_t length = strlen(term->text);
  for (size_t i = 0, n; i < length; i += n) {
    n = tl_utf8_next(term->text + i, length - i, &c);
    const char *name = hidden_name(c);
    if (!name)
      continue;
    tl_lint_report(lint, file, concept, term, "space", "“%s” has %s (U+%04X) as its character %zu", term->text, name, c,
                   tl_utf8_measure(term->text, i, TLUMACH_COLUMN_CHARACTER) + 1);
    return;
  }
}

/* -- punctuation -- */

/* Abbreviations end with a full stop: "U.S.", "ст.", and what says that it is one. */
static gboolean may_end_with_stop(const TlumachTerm *term) {
  const char *first = strchr(term->text, '.');
  gboolean short_form = term->type && (strcmp(term->type, "abbreviation") == 0 || strcmp(term->type, "acronym") == 0 ||
                                       strcmp(term->type, "shortForm") == 0);
  return short_form || first[1] != '\0' || strlen(term->text) <= 11; /* five letters of Cyrillic and the stop */
}

static void check_ends(TlLint *lint, TlLintFile *file, const TlumachConcept *concept, const TlumachTerm *term) {
  size_t length = strlen(term->text);
  char last = term->text[length - 1];
  if (strchr(",;:!?-", *term->text))
    tl_lint_report(lint, file, concept, term, "punctuation", "“%s” begins with “%c”", term->text, *term->text);
  if (strchr(",;:", last) || (last == '.' && !may_end_with_stop(term)))
    tl_lint_report(lint, file, concept, term, "punctuation", "“%s” ends with “%c”; it is found only where that follows",
                   term->text, last);
}

/* -- what comes in pairs -- */

static void check_pairs(TlLint *lint, TlLintFile *file, const TlumachConcept *concept, const TlumachTerm *term) {
  static const char *const pairs[][2] = {{"(", ")"}, {"[", "]"}, {"«", "»"}, {"„", "“"}};
  guint straight = 0, left = 0, right = 0;
  for (const char *c = term->text; *c; c++)
    straight += *c == '"';
  for (const char *c = term->text; (c = strstr(c, "“")); c++)
    left++;
  for (const char *c = term->text; (c = strstr(c, "”")); c++)
    right++;
  gboolean low = strstr(term->text, "„") != NULL; /* „…“ or „…”: closed by either */
  if (straight % 2 || (!low && left != right))
    tl_lint_report(lint, file, concept, term, "quotes", "“%s” has a quotation mark without its other half", term->text);
  for (guint p = 0; p < G_N_ELEMENTS(pairs) - 1; p++) {
    gint open = 0;
    for (const char *c = term->text; *c && open >= 0; c++)
      open += g_str_has_prefix(c, pairs[p][0]) ? 1 : g_str_has_prefix(c, pairs[p][1]) ? -1 : 0;
    if (open != 0)
      tl_lint_report(lint, file, concept, term, "quotes", "“%s” has “%s” or “%s” without its other half", term->text,
                     pairs[p][0], pairs[p][1]);
  }
}

/* -- letters -- */

static void check_apostrophe(TlLint *lint, TlLintFile *file, const TlumachConcept *concept, const TlumachTerm *term) {
  guint32 c, before = 0;
  size_t length = strlen(term->text);
  for (size_t i = 0, n; i < length; i += n, before = c) {
    n = tl_utf8_next(term->text + i, length - i, &c);
    gboolean right = c == '\'' || c == 0x2019 || c == 0x2BC;
    guint32 next = 0;
    if (i + n < length)
      tl_utf8_next(term->text + i + n, length - i - n, &next);
    gboolean inside = (tl_chars_class(before) & TL_CHAR_CYRILLIC) && (tl_chars_class(next) & TL_CHAR_CYRILLIC);
    if (inside && !right && (tl_is_apostrophe(c) || c == '"' || c == '*')) {
      tl_lint_report(lint, file, concept, term, "apostrophe",
                     "“%s” has “%.*s” (U+%04X) for an apostrophe; write ’ or '", term->text, (int)n, term->text + i, c);
      return;
    }
  }
}

/* One run of letters: joiners and digits part runs (С-300, Y-подібний, COVID-19). */
static void check_run(TlLint *lint, TlLintFile *file, const TlumachConcept *concept, const TlumachTerm *term,
                      const char *run, size_t length, guint8 classes) {
  if ((classes & TL_CHAR_CYRILLIC) && (classes & TL_CHAR_LATIN))
    tl_lint_report(lint, file, concept, term, "script", "“%.*s” mixes Latin and Cyrillic letters", (int)length, run);
}

static gboolean is_foreign_letter(guint32 c) {
  static const guint32 letters[] = {0x42B, 0x44B, 0x42D, 0x44D, 0x401, 0x451, 0x42A, 0x44A}; /* Ы Э Ё Ъ */
  for (guint i = 0; i < G_N_ELEMENTS(letters); i++)
    if (letters[i] == c)
      return TRUE;
  return FALSE;
}

static void check_letters(TlLint *lint, TlLintFile *file, const TlumachConcept *concept, const TlumachTerm *term) {
  guint32 c;
  size_t length = strlen(term->text), run = 0;
  guint8 classes = 0;
  gboolean told = FALSE;
  for (size_t i = 0, n; i <= length; i += n) {
    n = 1;
    guint8 class = 0;
    if (i < length) {
      n = tl_utf8_next(term->text + i, length - i, &c);
      class = tl_chars_class(c);
      if (is_ukrainian(term) && is_foreign_letter(c) && !told) {
        tl_lint_report(lint, file, concept, term, "letters", "“%s” has “%.*s”, which is no Ukrainian letter",
                       term->text, (int)n, term->text + i);
        told = TRUE;
      }
    }
    if (class & (TL_CHAR_LETTER | TL_CHAR_MARK)) {
      run = classes == 0 ? i : run;
      classes |= class;
      continue;
    }
    if (classes)
      check_run(lint, file, concept, term, term->text + run, i - run, classes);
    classes = 0;
  }
}

/* An English term in Cyrillic letters, a Ukrainian one without any: most likely in the wrong column. */
static void check_script(TlLint *lint, TlLintFile *file, const TlumachConcept *concept, const TlumachTerm *term) {
  gboolean cyrillic = FALSE, latin = FALSE, capital = FALSE; /* a name may be Latin in a Ukrainian text */
  size_t length = strlen(term->text);
  guint32 c;
  for (size_t i = 0; i < length; i += tl_utf8_next(term->text + i, length - i, &c)) {
    tl_utf8_next(term->text + i, length - i, &c);
    guint8 class = tl_chars_class(c);
    cyrillic = cyrillic || (class & TL_CHAR_CYRILLIC);
    latin = latin || (class & TL_CHAR_LATIN);
    capital = capital || (class & TL_CHAR_UPPER);
  }
  if (cyrillic && tl_language_matches(term->language, "en"))
    tl_lint_report(lint, file, concept, term, "script", "“%s” is English by its language and has Cyrillic letters",
                   term->text);
  else if (!cyrillic && latin && !capital && is_ukrainian(term))
    tl_lint_report(lint, file, concept, term, "latin", "“%s” is Ukrainian by its language and has no Cyrillic letter",
                   term->text);
}

void tl_lint_spelling(TlLint *lint, TlLintFile *file, const TlumachConcept *concept) {
  for (guint i = 0; i < concept->n_terms; i++) {
    const TlumachTerm *term = &concept->terms[i];
    check_hidden(lint, file, concept, term);
    check_ends(lint, file, concept, term);
    check_pairs(lint, file, concept, term);
    check_letters(lint, file, concept, term);
    check_script(lint, file, concept, term);
    if (is_ukrainian(term))
      check_apostrophe(lint, file, concept, term);
  }
}
