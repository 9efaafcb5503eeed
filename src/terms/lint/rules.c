/* The table of rules, and which of them are wanted. */
#include <string.h>

#include "base/error.h"
#include "base/nearest.h"
#include "terms/lint/lint.h"

static const TlumachLintRule rules[] = {
    {"unreadable", TLUMACH_SEVERE, TRUE, FALSE, "The file is no well-formed XML, or no term base at all"},
    {"grammar", TLUMACH_SEVERE, TRUE, FALSE, "An element stands where its version of TBX has none"},
    {"duplicate-id", TLUMACH_SEVERE, TRUE, FALSE, "Two concepts have one id"},
    {"conflict", TLUMACH_SEVERE, TRUE, FALSE, "A conflict of a merge is not settled"},
    {"structure", TLUMACH_WARNING, TRUE, FALSE, "Something is odd in the file, and how it is read"},
    {"language", TLUMACH_WARNING, TRUE, FALSE, "A language tag is not one of BCP 47"},
    {"status", TLUMACH_WARNING, TRUE, FALSE, "A status is not known, or contradicts another"},
    {"no-equivalent", TLUMACH_WARNING, TRUE, FALSE, "A concept has no term in the source or the target language"},
    {"two-preferred", TLUMACH_WARNING, TRUE, FALSE, "A language of a concept has several preferred terms"},
    {"no-preferred", TLUMACH_NOTE, FALSE, FALSE, "A language of a concept has several terms and none is preferred"},
    {"only-deprecated", TLUMACH_WARNING, TRUE, FALSE, "A language of a concept has only terms that are not to be used"},
    {"duplicate-term", TLUMACH_WARNING, TRUE, FALSE, "A concept has a term twice"},
    {"duplicate-concept", TLUMACH_WARNING, TRUE, FALSE,
     "Two concepts have the same source term and a common equivalent"},
    {"same-source", TLUMACH_NOTE, FALSE, FALSE, "Two concepts have the same source term and other equivalents"},
    {"same-target", TLUMACH_NOTE, FALSE, FALSE, "Two concepts have one equivalent"},
    {"space", TLUMACH_WARNING, TRUE, FALSE, "A term has hidden characters or spaces that are no plain ones"},
    {"punctuation", TLUMACH_WARNING, TRUE, FALSE, "A term begins or ends with punctuation"},
    {"quotes", TLUMACH_WARNING, TRUE, FALSE, "Quotes or brackets of a term do not pair"},
    {"apostrophe", TLUMACH_WARNING, TRUE, FALSE, "A Ukrainian term has another sign for the apostrophe"},
    {"script", TLUMACH_WARNING, TRUE, FALSE, "A word mixes letters of two scripts, or an English one is in Cyrillic"},
    {"latin", TLUMACH_NOTE, FALSE, FALSE, "A Ukrainian term is written in small Latin letters"},
    {"letters", TLUMACH_WARNING, TRUE, FALSE, "A Ukrainian term has letters that Ukrainian has not"},
    {"citation", TLUMACH_WARNING, TRUE, TRUE, "A term is not in its citation form"},
    {"said-words", TLUMACH_WARNING, TRUE, FALSE, "What is said of a term's words means nothing"},
    {"unknown-word", TLUMACH_NOTE, FALSE, TRUE, "The dictionary does not know a word: its forms are guessed"},
    {"homonym", TLUMACH_NOTE, FALSE, TRUE, "A term of one word matches forms of other words, too"},
};

const TlumachLintRule *tlumach_lint_rules(guint i) {
  return i < G_N_ELEMENTS(rules) ? &rules[i] : NULL;
}

guint tl_lint_rule_number(const char *id) {
  guint i = 0;
  while (i < G_N_ELEMENTS(rules) && strcmp(rules[i].id, id) != 0)
    i++;
  return i;
}

static gboolean choose(TlLint *lint, const char *const *ids, gboolean value, GError **error) {
  for (; ids && *ids; ids++) {
    guint i = tl_lint_rule_number(*ids);
    if (i == G_N_ELEMENTS(rules)) {
      const char *names[G_N_ELEMENTS(rules) + 1] = {NULL};
      for (guint k = 0; k < G_N_ELEMENTS(rules); k++)
        names[k] = rules[k].id;
      g_autofree char *meant = tl_did_you_mean(*ids, names, FALSE);
      tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "no rule is called \"%s\"%s", *ids,
                  *meant ? meant : "; --list says what there is");
      return FALSE;
    }
    lint->wanted[i] = value;
  }
  return TRUE;
}

gboolean tl_lint_choose(TlLint *lint, GError **error) {
  const TlumachLintOptions *o = &lint->options;
  lint->wanted = g_new0(gboolean, G_N_ELEMENTS(rules));
  for (guint i = 0; i < G_N_ELEMENTS(rules); i++)
    lint->wanted[i] = !o->only && (rules[i].usual || o->strict);
  if (!choose(lint, o->only, TRUE, error) || !choose(lint, o->skip, FALSE, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(rules); i++)
    lint->wanted[i] = lint->wanted[i] && (lint->lexicon || !rules[i].words);
  return TRUE;
}

gboolean tl_lint_wants(const TlLint *lint, const char *rule) {
  return lint->wanted[tl_lint_rule_number(rule)];
}
