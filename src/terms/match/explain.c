#include "terms/match/explain.h"

#include <string.h>

#include "terms/match/rules.h"
#include "text/fold.h"

struct TlExplainer {
  const TlTermIndex *index;
  TlTextWords *words;
  GString *said;
};

TlExplainer *tl_explainer_new(const TlTermIndex *index, TlTextWords *words) {
  TlExplainer *explainer = g_new0(TlExplainer, 1);
  explainer->index = index;
  explainer->words = words;
  explainer->said = g_string_new(NULL);
  return explainer;
}

void tl_explainer_free(TlExplainer *explainer) {
  if (!explainer)
    return;
  g_string_free(explainer->said, TRUE);
  g_free(explainer);
}

/* The stem that a text word has in common with the term's. */
static const char *common_stem(const TlTermIndex *index, const TlIndexTerm *term, const TlIndexWord *word,
                               const TlTextWord *text) {
  for (guint i = 0; i < text->n_keys; i++)
    if (tl_term_index_key_kind(index, text->keys[i].key) == TL_KEY_STEM &&
        tl_term_index_has_key(term, word, text->keys[i].key))
      return tl_term_index_key_text(index, text->keys[i].key);
  return NULL;
}

static gboolean is_guessed(const TlIndexWord *word, const TlTextWord *text) {
  for (guint i = 0; i < text->n_keys; i++)
    if (text->keys[i].guessed && text->keys[i].key == word->form)
      return TRUE;
  return FALSE;
}

/* Word `i` of a term as it is written. */
static void append_word(GString *out, const char *term, guint i) {
  char folded[TL_WORD_MAX];
  TlScanner scanner;
  TlToken token;
  tl_scanner_init(&scanner, term, (TlumachSpan){0, strlen(term)});
  while (tl_scanner_next(&scanner, &token))
    if (i-- == 0) {
      tl_fold_word(term + token.span.start, token.span.end - token.span.start, folded);
      g_string_append(out, folded);
      break;
    }
}

static void explain_word(TlExplainer *x, const TlIndexTerm *term, guint i, const char *text, const TlToken *token,
                         const TlumachHit *hit) {
  const TlIndexWord *word = &tl_term_index_words(term)[i];
  char folded[TL_WORD_MAX];
  const TlTextWord *own = tl_text_words_get(x->words, text, token);
  if ((own->form == word->form && !own->variant) || word->role == TL_ROLE_LITERAL ||
      tl_fold_word(text + token->span.start, token->span.end - token->span.start, folded) == 0)
    return;
  const char *stem = own->variant ? NULL : common_stem(x->index, term, word, own);
  if (x->said->len > 0)
    g_string_append(x->said, ", ");
  g_string_append(x->said, folded);
  if (stem) {
    g_string_append(x->said, " is a form of ");
    g_string_append(x->said, stem);
  } else if (word->role == TL_ROLE_MODELLED) {
    g_string_append(x->said, " is a form of ");
    append_word(x->said, hit->term->text, i);
    g_string_append(x->said, " by its model");
  } else if (!own->variant && is_guessed(word, own)) {
    g_string_append(x->said, " is taken for a form of ");
    append_word(x->said, hit->term->text, i);
    g_string_append(x->said, " by analogy");
  } else {
    g_string_append(x->said, " is written with look-alike letters");
  }
}

/* The words of a spread term, which are some of the tokens of its hit, to the front. */
static void gather(TlExplainer *x, const TlIndexTerm *term, const char *text, TlTextToken *tokens, guint n) {
  TlPlaces places;
  for (guint i = 0; i < n; i++)
    tokens[i].word = tl_text_words_get(x->words, text, &tokens[i].token);
  if (tl_match_rules_spread(term, tokens, n, 0, 0, &places) != TL_FITS)
    return;
  for (guint i = 0; i < term->n_words; i++)
    tokens[i] = tokens[places.at[i]];
}

/* Those of the words of a term, as many as there are. */
static guint tokens_of(TlExplainer *x, const TlIndexTerm *term, const char *text, TlumachSpan span,
                       TlTextToken tokens[TL_INDEX_REACH_MAX]) {
  guint n = 0, wanted = term->spread ? TL_INDEX_REACH_MAX : term->n_words;
  TlScanner scanner;
  tl_scanner_init(&scanner, text, span);
  while (n < wanted && tl_scanner_next(&scanner, &tokens[n].token))
    n++;
  if (term->spread && n > 0)
    gather(x, term, text, tokens, n);
  return MIN(n, term->n_words);
}

const char *tl_explain(TlExplainer *x, const char *text, const TlumachHit *hit) {
  if (hit->match == TLUMACH_MATCH_EXACT)
    return "the term itself";
  const TlIndexTerm *term = tl_term_index_term(x->index, hit->number);
  const TlIndexWord *words = tl_term_index_words(term);
  TlTextToken tokens[TL_INDEX_REACH_MAX];
  guint n = tokens_of(x, term, text, hit->span, tokens);
  gboolean odd = FALSE;
  g_string_truncate(x->said, 0);
  for (guint i = 0; i < n; i++) {
    odd = odd || ((tokens[i].token.flags & TL_TOKEN_ODD) && words[i].role != TL_ROLE_LITERAL);
    explain_word(x, term, i, text, &tokens[i].token, hit);
  }
  if (x->said->len == 0)
    return odd ? "the term itself, apart from apostrophes, stress marks and hidden characters" : "the term itself";
  return x->said->str;
}
