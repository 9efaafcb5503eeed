#include "terms/match/rules.h"

/* A noun is no form of a verb (мати, має). */
static gboolean kind_fits(const TlIndexWord *word, const TlTextKey *key) {
  return !(word->pos == TL_POS_NOUN || word->nominal) || key->morph.pos != TL_POS_VERB;
}

/* A family bears his name. */
static gboolean gender_fits(const TlIndexWord *word, const TlTextKey *key) {
  const TlMorph *morph = &key->morph;
  return word->gender == TL_GENDER_ANY || morph->pos == TL_POS_UNKNOWN ||
         (morph->singular && morph->gender & word->gender) || (morph->plural && word->gender & TL_GENDER_M);
}

/* Casing of a term of one word: smart case. In a longer term the words around vouch for it. */
static gboolean casing_fits(const TlIndexTerm *term, const TlIndexWord *word, const TlTextToken *t) {
  const TlTextWord *text = t->word;
  if (word->casing == TL_CASING_ALL || word->casing == TL_CASING_MIXED) /* an acronym: НАТО, БпЛА, КАБи */
    return text->casing == word->casing || text->casing == TL_CASING_ALL || text->casing == TL_CASING_MIXED ||
           !(text->known_as_is || text->known_small);
  if (term->n_words > 1)
    return TRUE;
  return word->casing != TL_CASING_CAPITAL || text->casing != TL_CASING_SMALL || !text->known_as_is;
}

static gboolean capitals_fit(const TlIndexWord *word, const TlTextWord *text) {
  return text->capitals == word->capitals || (text->casing == TL_CASING_ALL && word->casing == TL_CASING_ALL);
}

static TlMismatch word_fits(const TlIndexTerm *term, const TlIndexWord *word, const TlTextToken *t,
                            TlumachMatch *match) {
  gboolean fits = FALSE, guessed = TRUE, another = FALSE;
  for (guint i = 0; t->word && i < t->word->n_keys; i++) {
    const TlTextKey *key = &t->word->keys[i];
    if (!tl_term_index_has_key(term, word, key->key) || !kind_fits(word, key))
      continue;
    gboolean same = gender_fits(word, key);
    fits = fits || same;
    another = another || !same;
    guessed = guessed && (key->guessed || !same);
  }
  if (!fits)
    return another                         ? TL_MISMATCH_GENDER
           : word->role == TL_ROLE_FROZEN  ? TL_MISMATCH_FROZEN
           : word->role == TL_ROLE_LITERAL ? TL_MISMATCH_LITERAL
                                           : TL_MISMATCH_WORD;
  if (word->role == TL_ROLE_LITERAL)
    return TL_FITS;
  if (word->case_exact && !capitals_fit(word, t->word))
    return TL_MISMATCH_CAPITALS;
  if (!word->case_exact && !casing_fits(term, word, t))
    return TL_MISMATCH_CASING;
  TlumachMatch own = guessed                                               ? TLUMACH_MATCH_GUESSED
                     : t->word->form != word->form                         ? TLUMACH_MATCH_INFLECTED
                     : t->word->variant || (t->token.flags & TL_TOKEN_ODD) ? TLUMACH_MATCH_VARIANT
                                                                           : TLUMACH_MATCH_EXACT;
  static const int weight[] = {[TLUMACH_MATCH_EXACT] = 0,
                               [TLUMACH_MATCH_VARIANT] = 1,
                               [TLUMACH_MATCH_INFLECTED] = 2,
                               [TLUMACH_MATCH_GUESSED] = 3};
  if (weight[own] > weight[*match])
    *match = own;
  return TL_FITS;
}

/* Some reading of the adjective agrees with some reading of the noun, both among those that met the term. */
static gboolean agrees(const TlIndexTerm *term, const TlIndexWord *a, const TlTextWord *x, const TlIndexWord *b,
                       const TlTextWord *y) {
  for (guint i = 0; i < x->n_keys; i++)
    for (guint k = 0; k < y->n_keys && tl_term_index_has_key(term, a, x->keys[i].key); k++)
      if (tl_term_index_has_key(term, b, y->keys[k].key) && tl_grammar_agree(x->keys[i].morph, y->keys[k].morph))
        return TRUE;
  return FALSE;
}

static gboolean agrees_with(const TlTextMorphs *x, const TlTextMorphs *y, TlPos pos) {
  for (guint i = 0; i < x->n; i++)
    for (guint k = 0; k < y->n && x->all[i].pos == TL_POS_ADJECTIVE; k++)
      if (y->all[k].pos == pos && tl_grammar_agree(x->all[i], y->all[k]))
        return TRUE;
  return FALSE;
}

/* військової медицини: a noun of adjectival declension that agrees with a noun after it is an adjective there. */
gboolean tl_match_rules_attributive(const TlTextToken *tokens, guint at, guint n_tokens) {
  for (guint next = at + 1; next < n_tokens && next <= at + TL_MATCH_CONTEXT; next++) {
    if (tokens[next].token.gap != TL_GAP_SPACE)
      return FALSE;
    if (agrees_with(tokens[at].word->morphs, tokens[next].word->morphs, TL_POS_NOUN))
      return TRUE;
    if (!agrees_with(tokens[at].word->morphs, tokens[next].word->morphs, TL_POS_ADJECTIVE))
      return FALSE;
  }
  return FALSE;
}

gboolean tl_match_rules_begins(const TlTextToken *token) {
  return token->token.starts && token->word->casing == TL_CASING_CAPITAL && token->word->known_small;
}

/* The point of an abbreviation may be left out: дол США. */
static gboolean gap_fits(const TlIndexWord *word, const TlToken *token) {
  return token->gap == TL_GAP_SPACE || (word->point && token->gap == TL_GAP_POINT);
}

TlMismatch tl_match_rules_check(const TlIndexTerm *term, const TlTextToken *tokens, guint first, guint n_tokens,
                                TlumachMatch *match, guint *at) {
  const TlIndexWord *words = tl_term_index_words(term);
  TlumachMatch kind = TLUMACH_MATCH_EXACT;
  TlMismatch mismatch = TL_FITS;
  guint i = 0;
  for (; i < term->n_words && mismatch == TL_FITS; i++)
    mismatch = i > 0 && !gap_fits(&words[i], &tokens[first + i].token)
                   ? TL_MISMATCH_GAP
                   : word_fits(term, &words[i], &tokens[first + i], &kind);
  for (guint k = 0; k < term->n_words && mismatch == TL_FITS; k++)
    if (words[k].agrees &&
        !agrees(term, &words[k], tokens[first + k].word, &words[words[k].head], tokens[first + words[k].head].word)) {
      mismatch = TL_MISMATCH_AGREEMENT;
      i = k + 1;
    }
  if (mismatch == TL_FITS && term->n_words == 1 &&
      (words[0].nominal || (words[0].casing == TL_CASING_CAPITAL && tl_match_rules_begins(&tokens[first]))) &&
      tl_match_rules_attributive(tokens, first, n_tokens))
    mismatch = TL_MISMATCH_ATTRIBUTIVE;
  if (match)
    *match = kind;
  if (at)
    *at = i > 0 ? i - 1 : 0;
  return mismatch;
}

gboolean tl_match_rules_governs(const TlTextToken *token, const TlTextToken *behind) {
  const TlTextMorphs *own = token->word->morphs, *next = behind ? behind->word->morphs : NULL;
  gboolean noun = own->n > 0 && !own->verb && !own->other && (!next || !next->verb) &&
                  (token->token.starts || !(token->token.flags & TL_TOKEN_CAPITAL));
  for (guint i = 0; noun && i < own->n; i++)
    noun = own->all[i].pos == TL_POS_NOUN;
  return noun;
}

guint8 tl_match_rules_cases(const TlIndexTerm *term, const TlTextWord *word) {
  const TlIndexWord *own = tl_term_index_words(term) + term->anchor;
  guint8 cases = 0;
  for (guint i = 0; i < word->n_keys; i++)
    if (tl_term_index_has_key(term, own, word->keys[i].key))
      cases |= word->keys[i].morph.pos == TL_POS_NOUN ? word->keys[i].morph.singular | word->keys[i].morph.plural
                                                      : TL_CASE_ANY;
  return cases;
}

/* The nearest token behind `at`, or before it, that is the word `w`, past at most `gap` others. */
static gboolean find_place(const TlIndexTerm *term, guint w, const TlTextToken *tokens, guint n_tokens, guint at,
                           gboolean behind, guint gap, guint *place) {
  const TlIndexWord *word = &tl_term_index_words(term)[w];
  TlumachMatch match = TLUMACH_MATCH_EXACT;
  for (guint step = 0; step <= gap; step++) {
    if (behind ? at + 1 >= n_tokens : at == 0)
      return FALSE;
    if (tokens[behind ? at + 1 : at].token.gap != TL_GAP_SPACE)
      return FALSE;
    at = behind ? at + 1 : at - 1;
    *place = at;
    if (word_fits(term, word, &tokens[at], &match) == TL_FITS)
      return TRUE;
  }
  return FALSE;
}

static gboolean find_places(const TlIndexTerm *term, const TlTextToken *tokens, guint n_tokens, guint w,
                            TlPlaces *places) {
  const TlIndexWord *words = tl_term_index_words(term);
  guint *at = places->at;
  for (guint i = w + 1; i < term->n_words; i++) {
    places->fault = i;
    if (!find_place(term, i, tokens, n_tokens, at[i - 1], TRUE, words[i].gap, &at[i]))
      return FALSE;
  }
  for (guint i = w; i-- > 0;) {
    places->fault = i;
    if (!find_place(term, i, tokens, n_tokens, at[i + 1], FALSE, words[i + 1].gap, &at[i]))
      return FALSE;
  }
  return TRUE;
}

TlMismatch tl_match_rules_spread(const TlIndexTerm *term, const TlTextToken *tokens, guint n_tokens, guint at, guint w,
                                 TlPlaces *places) {
  TlTextToken own[TL_TERM_WORDS_MAX];
  places->at[w] = at;
  if (!find_places(term, tokens, n_tokens, w, places))
    return TL_MISMATCH_PLACE;
  for (guint i = 0; i < term->n_words; i++) {
    own[i] = tokens[places->at[i]];
    own[i].token.gap = TL_GAP_SPACE; /* what stands between has been looked at */
  }
  return tl_match_rules_check(term, own, 0, term->n_words, &places->match, &places->fault);
}

gboolean tl_match_rules_word(const TlIndexTerm *term, const TlTextToken *token, TlumachMatch *match) {
  *match = TLUMACH_MATCH_EXACT;
  return word_fits(term, tl_term_index_words(term) + term->anchor, token, match) == TL_FITS;
}
