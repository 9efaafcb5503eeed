#include "checks/proper.h"

#include <string.h>

#define QUOTED_MAX 80u /* bytes of a name in quotes */

/* An opening or closing quote of Ukrainian text that begins at `at`; how many bytes. */
static size_t quote_at(const char *text, size_t at, size_t end) {
  static const char *const quotes[] = {"«", "»", "„", "“", "”", "\""};
  for (guint i = 0; i < G_N_ELEMENTS(quotes); i++) {
    size_t n = strlen(quotes[i]);
    if (at + n <= end && memcmp(text + at, quotes[i], n) == 0)
      return n;
  }
  return 0;
}

/* Are all words of `span` written with a capital, and nothing but words there? */
static gboolean is_name(const TlCheckUnit *unit, TlumachSpan span) {
  for (guint i = 0; i < unit->n_tokens[TLUMACH_SOURCE]; i++) {
    const TlToken *token = &unit->tokens[TLUMACH_SOURCE][i];
    if (token->span.start >= span.start && token->span.end <= span.end && !(token->flags & TL_TOKEN_CAPITAL))
      return FALSE;
  }
  return !memchr(unit->text[TLUMACH_SOURCE] + span.start, ',', span.end - span.start);
}

gboolean tl_is_quoted_name(const TlCheckUnit *unit, TlumachSpan place) {
  const char *text = unit->text[TLUMACH_SOURCE];
  TlumachSpan whole = unit->span[TLUMACH_SOURCE], name = place;
  gboolean opened = FALSE, closed = FALSE;
  while (name.start > whole.start && place.start - name.start < QUOTED_MAX && !opened)
    opened = quote_at(text, --name.start, place.start) > 0;
  while (opened && name.end < whole.end && name.end - place.end < QUOTED_MAX && !closed) {
    closed = quote_at(text, name.end, whole.end) > 0;
    name.end += closed ? 0 : 1;
  }
  return closed && is_name(unit, name);
}

gboolean tl_is_person(const TlDesignationSet *set) {
  for (guint i = 0; i < set->n; i++) {
    const TlDesignation *one = &set->items[i];
    if (g_strcmp0(one->term->type, "shortForm") == 0 && one->n_words == 1 &&
        (one->words[0].flags & (TL_ENGLISH_CAPITAL | TL_ENGLISH_ACRONYM)) == TL_ENGLISH_CAPITAL)
      return TRUE;
  }
  return FALSE;
}

gboolean tl_is_by_pronoun(const TlCheckUnit *unit, const TlDesignationSet *set) {
  static const char *const pronouns[] = {"he", "him", "his", "she", "her", "himself", "herself", "who", "whose"};
  if (!tl_is_person(set))
    return FALSE;
  for (guint i = 0; i < unit->n_words; i++) {
    TlumachSpan span = unit->words[i].span;
    for (guint k = 0; k < G_N_ELEMENTS(pronouns); k++)
      if (strlen(pronouns[k]) == span.end - span.start &&
          g_ascii_strncasecmp(unit->text[TLUMACH_TARGET] + span.start, pronouns[k], span.end - span.start) == 0)
        return TRUE;
  }
  return FALSE;
}
