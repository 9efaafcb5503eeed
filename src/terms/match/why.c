/* Near misses are found with an index of the one term. */
#include "terms/match/why.h"

#include <string.h>

#include "terms/match/rules.h"
#include "text/fold.h"

char *tl_why_words(TlLexicon *lexicon, const TlWordLists *lists, const TlumachTerm *term) {
  g_autoptr(GPtrArray) words = tl_term_words(lexicon, lists, term->text, term->words);
  GString *out = g_string_new(NULL);
  for (guint i = 0; words && i < words->len; i++) {
    const TlTermWord *word = g_ptr_array_index(words, i);
    TlBehaviour how = word->how;
    how.head = how.head && words->len > 1;
    how.gap = i > 0 ? how.gap : 0;
    g_string_append_printf(out, "%s%s (", i ? ", " : "", how.role == TL_ROLE_LITERAL ? word->written : word->folded);
    tl_behaviour_tell(&how, word->stems, out);
    g_string_append_c(out, ')');
  }
  return g_string_free(out, FALSE);
}

typedef struct NearMiss {
  const TlTermIndex *index;
  const TlIndexTerm *term;
  const char *text;
  TlTextToken *tokens;
  guint n;
  TlNearMissFunc found;
  gpointer user;
} NearMiss;

static char *describe(const NearMiss *m, TlMismatch mismatch, guint at, guint w) {
  const TlIndexWord *word = &tl_term_index_words(m->term)[w];
  const TlToken *token = &m->tokens[at].token;
  g_autofree char *own = g_utf8_make_valid(m->text + token->span.start, (gssize)(token->span.end - token->span.start));
  const char *wanted = tl_term_index_key_text(m->index, word->form);
  switch (mismatch) {
  case TL_MISMATCH_GAP:
    return g_strdup_printf("something other than white space stands before %s", own);
  case TL_MISMATCH_FROZEN:
    return g_strdup_printf("%s would have to be %s: this word of the term does not inflect", own, wanted);
  case TL_MISMATCH_LITERAL:
    return g_strdup_printf("%s would have to be %s, letter by letter", own,
                           tl_term_index_key_text(m->index, *tl_term_index_keys(m->term, word)));
  case TL_MISMATCH_CAPITALS:
    return g_strdup_printf("%s has not the capitals of the term", own);
  case TL_MISMATCH_PLACE:
    return g_strdup_printf("%s does not stand there, nor near enough", wanted);
  case TL_MISMATCH_NEVER:
    return g_strdup("the term is said never to be found");
  case TL_MISMATCH_CASING:
    return g_strdup_printf("%s is an ordinary word in this casing, and the term is a name", own);
  case TL_MISMATCH_AGREEMENT:
    return g_strdup_printf("%s does not agree with its noun in case, number and gender", own);
  case TL_MISMATCH_GENDER:
    return g_strdup_printf("%s is of another gender than the term, which is a name", own);
  case TL_MISMATCH_ATTRIBUTIVE:
    return g_strdup_printf("%s is an adjective here: it agrees with the noun after it", own);
  case TL_MISMATCH_WORD:
  case TL_FITS:
    break;
  }
  return g_strdup_printf("%s is no form of %s", own, wanted);
}

/* The paragraph begins or ends inside the term. */
static void cut_short(const NearMiss *m, guint at, guint w) {
  gboolean begins = at < w;
  const TlIndexWord *lacking = &tl_term_index_words(m->term)[begins ? w - at - 1 : w + m->n - at];
  TlumachSpan span = {m->tokens[begins ? 0 : at - w].token.span.start,
                      m->tokens[begins ? at : m->n - 1].token.span.end};
  g_autofree char *why = g_strdup_printf("the paragraph %s where %s would have to be", begins ? "begins" : "ends",
                                         tl_term_index_key_text(m->index, lacking->form));
  m->found(span, why, m->user);
}

/* Word `fault` of the term would have to be the token `own`, among the tokens `first` to `last`. */
static void tell(const NearMiss *m, TlMismatch mismatch, guint fault, guint own, guint first, guint last) {
  g_autofree char *why = describe(m, mismatch, own, fault);
  m->found((TlumachSpan){m->tokens[first].token.span.start, m->tokens[last].token.span.end}, why, m->user);
}

static void lay_spread(const NearMiss *m, guint at, guint w) {
  TlPlaces places;
  TlMismatch mismatch = tl_match_rules_spread(m->term, m->tokens, m->n, at, w, &places);
  if (mismatch == TL_MISMATCH_PLACE)
    tell(m, mismatch, places.fault, at, at, at);
  else if (mismatch != TL_FITS)
    tell(m, mismatch, places.fault, places.at[places.fault], places.at[0], places.at[m->term->n_words - 1]);
}

/* The term laid so that its word `w` stands at token `at`. */
static void lay(const NearMiss *m, guint at, guint w) {
  if (m->term->never)
    tell(m, TL_MISMATCH_NEVER, w, at, at, at);
  else if (m->term->spread)
    lay_spread(m, at, w);
  else if (at < w || at - w + m->term->n_words > m->n)
    cut_short(m, at, w);
  else {
    guint first = at - w, fault = 0;
    TlMismatch mismatch = tl_match_rules_check(m->term, m->tokens, first, m->n, NULL, &fault);
    if (mismatch != TL_FITS)
      tell(m, mismatch, fault, first + fault, first, first + m->term->n_words - 1u);
  }
}

static const TlumachTerm *only_term(gpointer user, guint32 concept, guint32 number) {
  (void)concept, (void)number;
  return user;
}

/* An index of one term. */
static TlSections *index_one(TlLexicon *lexicon, const TlWordLists *lists, const TlumachTerm *term) {
  TlSectionsKind kind = {0, 0};
  TlTermIndexBuilder *builder = tl_term_index_builder_new(lexicon, lists);
  TlSectionsWriter *writer = tl_sections_writer_new(kind, "");
  tl_term_index_builder_add(builder, term, 0, 0);
  tl_term_index_builder_finish(builder, writer, 0);
  g_autoptr(GBytes) bytes = tl_sections_finish(writer);
  return tl_sections_open(bytes, kind, NULL, NULL);
}

static GArray *tokens_of(TlTextWords *memory, const char *text, TlumachSpan span) {
  GArray *tokens = g_array_new(FALSE, FALSE, sizeof(TlTextToken));
  TlScanner scanner;
  TlTextToken token;
  tl_scanner_init(&scanner, text, span);
  while (tl_scanner_next(&scanner, &token.token)) {
    token.word = tl_text_words_know(memory, text, &token.token);
    g_array_append_val(tokens, token);
  }
  return tokens;
}

/* May the word be meant, fit or not? */
static gboolean meets(const TlIndexTerm *term, const TlIndexWord *word, const TlTextWord *text) {
  if (text->form == word->form)
    return TRUE;
  for (guint k = 0; k < text->n_keys; k++)
    for (guint i = 0; i < word->n_keys; i++)
      if (tl_term_index_keys(term, word)[i] == text->keys[k].key)
        return TRUE;
  return FALSE;
}

gboolean tl_why_not(TlLexicon *lexicon, const TlWordLists *lists, const TlumachTerm *term, const char *text,
                    TlumachSpan span, TlNearMissFunc found, gpointer user) {
  g_autoptr(TlSections) sections = index_one(lexicon, lists, term);
  g_autoptr(TlTermIndex) index = tl_term_index_open(sections, 0, 1, only_term, NULL, (gpointer)term);
  if (!index || tl_term_index_size(index) == 0)
    return FALSE;
  TlTextWords *memory = tl_text_words_new(index, lexicon, lists);
  g_autoptr(GArray) tokens = tokens_of(memory, text, span);
  NearMiss m = {index, tl_term_index_term(index, 0), text, (TlTextToken *)(void *)tokens->data, tokens->len, found,
                user};
  const TlIndexWord *words = tl_term_index_words(m.term);
  g_autofree gboolean *laid =
      g_new0(gboolean, m.n + m.term->n_words); /* by where the term's end would come: each place is told once */
  gboolean seen = FALSE;
  for (guint at = 0; at < m.n; at++)
    for (guint w = 0; w < m.term->n_words; w++) {
      guint place = at + m.term->n_words - w;
      if (laid[place] || !meets(m.term, &words[w], m.tokens[at].word))
        continue;
      laid[place] = seen = TRUE;
      lay(&m, at, w);
      break;
    }
  tl_text_words_free(memory);
  return seen;
}
