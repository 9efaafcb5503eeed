#include "terms/match/explain.h"

#include <string.h>

#include "text/fold.h"

struct TlExplainer {
  const TlTermStore *store;
  const TlTermIndex *index;
  TlTextWords *words;
  GString *said;
};

TlExplainer *tl_explainer_new(const TlTermStore *store, TlLexicon *lexicon, const TlWordLists *lists) {
  TlExplainer *explainer = g_new0(TlExplainer, 1);
  explainer->store = store;
  explainer->index = tl_term_store_index(store);
  explainer->words = tl_text_words_new(explainer->index, lexicon, lists);
  explainer->said = g_string_new(NULL);
  return explainer;
}

void tl_explainer_free(TlExplainer *explainer) {
  if (!explainer)
    return;
  tl_text_words_free(explainer->words);
  g_string_free(explainer->said, TRUE);
  g_free(explainer);
}

static gboolean has_key(const TlTermIndex *index, const TlIndexWord *word, guint32 key) {
  const guint32 *keys = tl_term_index_keys(index, word);
  for (guint i = 0; i < word->n_keys; i++)
    if (keys[i] == key)
      return TRUE;
  return FALSE;
}

/* The stem that a text word has in common with the term's. */
static const char *common_stem(const TlTermIndex *index, const TlIndexWord *word, const TlTextWord *text) {
  for (guint i = 0; i < text->n_keys; i++)
    if (tl_term_index_key_kind(index, text->keys[i].key) == TL_KEY_STEM && has_key(index, word, text->keys[i].key))
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

static void explain_word(TlExplainer *x, const TlIndexWord *word, const char *text, const TlToken *token,
                         const TlumachHit *hit, guint i) {
  char folded[TL_WORD_MAX];
  const TlTextWord *own = tl_text_words_get(x->words, text, token);
  if ((own->form == word->form && !own->variant) ||
      tl_fold_word(text + token->span.start, token->span.end - token->span.start, folded) == 0)
    return;
  const char *stem = own->variant ? NULL : common_stem(x->index, word, own);
  if (x->said->len > 0)
    g_string_append(x->said, ", ");
  g_string_append(x->said, folded);
  if (stem) {
    g_string_append(x->said, " is a form of ");
    g_string_append(x->said, stem);
  } else if (!own->variant && is_guessed(word, own)) {
    g_string_append(x->said, " is taken for a form of ");
    append_word(x->said, hit->term->text, i);
    g_string_append(x->said, " by analogy");
  } else {
    g_string_append(x->said, " is written with look-alike letters");
  }
}

const char *tl_explain(TlExplainer *x, const char *text, const TlumachHit *hit) {
  const TlIndexTerm *term = tl_term_index_find(x->index, tl_term_store_number(x->store, hit->term));
  const TlIndexWord *words = term ? tl_term_index_words(x->index, term) : NULL;
  TlScanner scanner;
  TlToken token;
  gboolean odd = FALSE;
  g_string_truncate(x->said, 0);
  tl_scanner_init(&scanner, text, hit->span);
  for (guint i = 0; term && i < term->n_words && tl_scanner_next(&scanner, &token); i++) {
    odd = odd || (token.flags & TL_TOKEN_ODD);
    explain_word(x, &words[i], text, &token, hit, i);
  }
  tl_text_words_trim(x->words);
  if (x->said->len == 0)
    return odd ? "the term itself, apart from apostrophes, stress marks and hidden characters" : "the term itself";
  return x->said->str;
}
