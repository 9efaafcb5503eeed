/* Terms of one word, and which of them the word can be where it stands. */
#include "terms/match/match_private.h"

#include <string.h>

#include "terms/match/choose.h"
#include "terms/match/rules.h"

static gboolean is_among(const GArray *place, guint32 term) {
  for (guint i = 0; i < place->len; i++)
    if (g_array_index(place, TlMet, i).term == term)
      return TRUE;
  return FALSE;
}

/* What `token` is by itself, in one use of it, into `matcher->place`. Is some of it a noun by use alone? */
static gboolean gather_word_terms(TlMatcher *matcher, const TlTextToken *token, TlWordUse use) {
  gboolean nominal = FALSE;
  g_array_set_size(matcher->place, 0);
  for (guint k = 0; k < token->word->n_keys; k++) {
    guint n;
    const guint32 *postings = tl_term_index_postings(matcher->index, token->word->keys[k].key, &n);
    for (guint i = 0; i < n; i++) {
      const TlIndexTerm *term = tl_term_index_record(matcher->index, postings[i]);
      gboolean noun = tl_term_index_words(term)[term->anchor].nominal;
      TlumachMatch match;
      if ((term->n_words > 1) != (use == TL_USE_ANCHOR) || (noun && use == TL_USE_ATTRIBUTIVE) ||
          is_among(matcher->place, postings[i]) || !tl_match_rules_word(term, token, &match))
        continue;
      nominal = nominal || noun;
      TlMet met = {postings[i], match};
      g_array_append_val(matcher->place, met);
    }
  }
  if (matcher->overlaps == TL_OVERLAPS_LONGEST && use != TL_USE_ANCHOR)
    g_array_set_size(matcher->place, tl_choose_one_a_concept(matcher->index, (TlMet *)(void *)matcher->place->data,
                                                             matcher->place->len));
  return nominal;
}

static gboolean is_genitive(const TlMatcher *matcher, const TlTextWord *word, const TlMet *met) {
  return (tl_match_rules_cases(tl_term_index_record(matcher->index, met->term), word) & TL_CASE_GEN) != 0;
}

static gboolean is_divided(const TlMatcher *matcher, const TlTextWord *word, const GArray *terms) {
  for (guint i = 1; i < terms->len; i++)
    if (is_genitive(matcher, word, &g_array_index(terms, TlMet, i)) !=
        is_genitive(matcher, word, &g_array_index(terms, TlMet, 0)))
      return TRUE;
  return FALSE;
}

static gboolean is_name(const TlMatcher *matcher, const TlMet *met) {
  const TlIndexTerm *term = tl_term_index_record(matcher->index, met->term);
  return tl_term_index_words(term)[term->anchor].casing == TL_CASING_CAPITAL;
}

static gboolean is_named(const TlMatcher *matcher, const GArray *terms) {
  for (guint i = 0; i < terms->len; i++)
    if (is_name(matcher, &g_array_index(terms, TlMet, i)))
      return TRUE;
  return FALSE;
}

/* That depends on the word alone, so it is worked out once for each distinct word of the text. */
static const TlWordTerms *word_terms(TlMatcher *matcher, const TlTextToken *token) {
  if (token->word->terms)
    return token->word->terms;
  TlWordTerms found = {.nominal = FALSE};
  gboolean spread = (tl_term_index_traits(matcher->index) & TL_INDEX_HAS_SPREAD) != 0;
  g_array_set_size(matcher->found, 0);
  for (TlWordUse use = 0; use < TL_USES; use++) {
    if (use == TL_USE_NOUN)
      found.nominal = (guint8)gather_word_terms(matcher, token, use);
    else if (use == TL_USE_ATTRIBUTIVE ? found.nominal : spread)
      gather_word_terms(matcher, token, use);
    else
      g_array_set_size(matcher->place, 0);
    found.divided = found.divided || (use != TL_USE_ANCHOR && is_divided(matcher, token->word, matcher->place));
    found.named = found.named || is_named(matcher, matcher->place);
    g_array_append_vals(matcher->found, matcher->place->data, matcher->place->len);
    found.ends[use] = matcher->found->len;
  }
  static const TlWordTerms none = {.nominal = FALSE};
  gsize size = matcher->found->len * sizeof(TlMet);
  if (size == 0) /* most words that are part of longer terms alone */
    return tl_text_words_change(matcher->words, token->word)->terms = &none;
  TlWordTerms *terms = tl_arena_alloc(tl_text_words_arena(matcher->words), sizeof found + size);
  *terms = found;
  memcpy(terms->met, matcher->found->data, size);
  return tl_text_words_change(matcher->words, token->word)->terms = terms;
}

static const TlMet *use_of(const TlWordTerms *terms, TlWordUse use, guint *n) {
  guint first = use > 0 ? terms->ends[use - 1] : 0;
  *n = terms->ends[use] - first;
  return terms->met + first;
}

const TlMet *tl_match_anchors(TlMatcher *matcher, guint at, guint *n) {
  const TlTextToken *token = &matcher->tokens[at];
  *n = 0;
  return token->word && token->word->n_keys > 0 ? use_of(word_terms(matcher, token), TL_USE_ANCHOR, n) : NULL;
}

/* Is the token an adjective to what follows? Its neighbours may be words that were not looked at. */
static gboolean is_attributive(TlMatcher *matcher, guint at) {
  for (guint i = at;
       i < matcher->n_tokens && i <= at + TL_MATCH_CONTEXT && (i == at || matcher->tokens[i].token.gap == TL_GAP_SPACE);
       i++)
    matcher->tokens[i].word = tl_text_words_know(matcher->words, matcher->text, &matcher->tokens[i].token);
  return tl_match_rules_attributive(matcher->tokens, at, matcher->n_tokens);
}

static const TlTextToken *known(TlMatcher *matcher, TlTextToken *token) {
  token->word = tl_text_words_know(matcher->words, matcher->text, &token->token);
  return token;
}

/* Does the word depend on a noun before it? */
static gboolean is_governed(TlMatcher *matcher, guint at) {
  TlTextToken *tokens = matcher->tokens, *head = at > 0 ? &tokens[at - 1] : &matcher->before;
  gboolean more = at + 1 < matcher->n_tokens && tokens[at + 1].token.gap == TL_GAP_SPACE;
  return tokens[at].token.gap == TL_GAP_SPACE && head->token.span.end > 0 &&
         tl_match_rules_governs(known(matcher, head), more ? known(matcher, &tokens[at + 1]) : NULL);
}

/* Of several terms that a word may be, behind a noun those of which it is a genitive, into `matcher->place`. Returns
 * how many they are. */
static guint keep_genitives(TlMatcher *matcher, const TlTextWord *word, const TlMet *met, guint n) {
  g_array_set_size(matcher->place, 0);
  for (guint i = 0; i < n; i++)
    if (is_genitive(matcher, word, &met[i]))
      g_array_append_val(matcher->place, met[i]);
  return matcher->place->len;
}

/* Малі підприємства, at the start of a sentence: a word that is an adjective to what follows has its capital from
 * there, and is no name. What else it may be, into `matcher->place`. */
static guint without_names(TlMatcher *matcher, const TlMet *met, guint n) {
  g_array_set_size(matcher->place, 0);
  for (guint i = 0; i < n; i++)
    if (!is_name(matcher, &met[i]))
      g_array_append_val(matcher->place, met[i]);
  return matcher->place->len;
}

const TlMet *tl_match_word(TlMatcher *matcher, guint at, guint *n) {
  const TlTextToken *token = &matcher->tokens[at];
  *n = 0;
  if (!token->word || token->word->n_keys == 0)
    return NULL;
  const TlWordTerms *terms = word_terms(matcher, token);
  const TlMet *met = use_of(terms, terms->nominal && is_attributive(matcher, at) ? TL_USE_ATTRIBUTIVE : TL_USE_NOUN, n);
  guint left = 0;
  if (!(token->token.flags & TL_TOKEN_CAPITAL)) {
    if (!terms->divided || !is_governed(matcher, at) || !(left = keep_genitives(matcher, token->word, met, *n)))
      return met;
  } else {
    if (!terms->named || !tl_match_rules_begins(token) || !is_attributive(matcher, at))
      return met;
    left = without_names(matcher, met, *n);
  }
  *n = left;
  return (const TlMet *)(const void *)matcher->place->data;
}
