/* Tokens are taken in windows; each looks up its word (text_word.c), each word's keys propose terms, each proposal is
 * verified against the words around it. Windows overlap by the longest term, so that a single line of any size is one
 * text. Most words meet no term and are never looked at (index_sieve.c); what is told of a hit is looked up when it
 * stands. */
#include "terms/match/match.h"

#include <string.h>

#include "terms/match/choose.h"
#include "terms/match/index_format.h"
#include "terms/match/rules.h"

#define WINDOW 4096u

/* Keys of token `at` and the one behind it. */
typedef struct Pair {
  guint32 at, first, second;
} Pair;

/* A term whose anchor may be token `at`. */
typedef struct Proposal {
  guint32 at, term;
} Proposal;

struct TlMatcher {
  const TlTermIndex *index;
  TlTextWords *words;
  TlOverlaps overlaps;
  const char *text;
  TlTextToken *tokens; /* WINDOW of them */
  guint n_tokens;
  GArray *hits; /* TlFound, in text order */
  GArray *settled;
  GArray *pairs;     /* Pair, scratch */
  GArray *proposals; /* Proposal, scratch */
  GArray *terms;     /* TlWordTerm, scratch */
  GByteArray *kept;
};

TlMatcher *tl_matcher_new(const TlTermIndex *index, TlLexicon *lexicon, const TlWordLists *lists, TlOverlaps overlaps) {
  TlMatcher *matcher = g_new0(TlMatcher, 1);
  matcher->index = index;
  matcher->words = tl_text_words_new(index, lexicon, lists);
  matcher->overlaps = overlaps;
  matcher->tokens = g_new(TlTextToken, WINDOW);
  matcher->hits = g_array_new(FALSE, FALSE, sizeof(TlFound));
  matcher->settled = g_array_new(FALSE, FALSE, sizeof(TlFound));
  matcher->pairs = g_array_new(FALSE, FALSE, sizeof(Pair));
  matcher->proposals = g_array_new(FALSE, FALSE, sizeof(Proposal));
  matcher->terms = g_array_new(FALSE, FALSE, sizeof(TlWordTerm));
  matcher->kept = g_byte_array_new();
  return matcher;
}

void tl_matcher_free(TlMatcher *matcher) {
  if (!matcher)
    return;
  tl_text_words_free(matcher->words);
  g_array_unref(matcher->hits);
  g_array_unref(matcher->settled);
  g_array_unref(matcher->pairs);
  g_array_unref(matcher->proposals);
  g_array_unref(matcher->terms);
  g_byte_array_unref(matcher->kept);
  g_free(matcher->tokens);
  g_free(matcher);
}

static void add_hit(TlMatcher *matcher, guint first, guint n, guint32 term, guint32 concept, guint match) {
  TlumachSpan span = {matcher->tokens[first].token.span.start, matcher->tokens[first + n - 1].token.span.end};
  TlFound found = {span, first, term, concept, (guint8)n, (guint8)match};
  tl_choose_insert(matcher->hits, &found);
}

/* A term whose words need not be neighbours. */
static void propose_spread(TlMatcher *matcher, guint at, guint32 number) {
  const TlIndexTerm *term = tl_term_index_term(matcher->index, number);
  TlPlaces places;
  if (tl_match_rules_spread(matcher->index, term, matcher->tokens, matcher->n_tokens, at, term->anchor, &places) !=
      TL_FITS)
    return;
  guint first = places.at[0];
  add_hit(matcher, first, places.at[term->n_words - 1] - first + 1, number, term->concept, places.match);
}

static void propose(TlMatcher *matcher, guint at, guint32 number) {
  const TlIndexTerm *term = tl_term_index_term(matcher->index, number);
  TlumachMatch match;
  if (at < term->anchor || at - term->anchor + term->n_words > matcher->n_tokens)
    return;
  guint first = at - term->anchor;
  if (tl_match_rules_check(matcher->index, term, matcher->tokens, first, matcher->n_tokens, &match, NULL) == TL_FITS)
    add_hit(matcher, first, term->n_words, number, term->concept, match);
}

/* The pairs of keys of two neighbours that some term may be posted under. */
static void gather_pairs(TlMatcher *matcher, guint at, const TlTextWord *word) {
  if (word->n_leads == 0 || at + 1 >= matcher->n_tokens || matcher->tokens[at + 1].token.gap != TL_GAP_SPACE)
    return;
  const TlTextWord *next = matcher->tokens[at + 1].word;
  guint n_follows = next ? next->n_follows : 0;
  const guint32 *follows = next ? next->leads + next->n_leads : NULL;
  for (guint k = 0; k < word->n_leads; k++)
    for (guint m = 0; m < n_follows; m++) {
      Pair pair = {at, word->leads[k], follows[m]};
      if (tl_term_index_may_pair(matcher->index, pair.first, pair.second))
        g_array_append_val(matcher->pairs, pair);
    }
}

/* Longer terms. Each pass asks for the memory that the next one reads: a large index is not in the processor's caches.
 */
static void find_pair_terms(TlMatcher *matcher, guint from, guint to) {
  g_array_set_size(matcher->pairs, 0);
  g_array_set_size(matcher->proposals, 0);
  for (guint at = from; at < to; at++)
    if (matcher->tokens[at].word)
      gather_pairs(matcher, at, matcher->tokens[at].word);
  for (guint i = 0; i < matcher->pairs->len; i++) {
    const Pair *pair = &g_array_index(matcher->pairs, Pair, i);
    guint n;
    const guint32 *terms = tl_term_index_pair_postings(matcher->index, pair->first, pair->second, &n);
    for (guint k = 0; k < n; k++) {
      Proposal proposal = {pair->at, terms[k]};
      tl_term_index_fetch(matcher->index, terms[k]);
      g_array_append_val(matcher->proposals, proposal);
    }
  }
  for (guint i = 0; i < matcher->proposals->len; i++)
    tl_term_index_fetch_words(matcher->index, g_array_index(matcher->proposals, Proposal, i).term);
  for (guint i = 0; i < matcher->proposals->len; i++) {
    const Proposal *proposal = &g_array_index(matcher->proposals, Proposal, i);
    propose(matcher, proposal->at, proposal->term);
  }
}

static gboolean is_among(const GArray *terms, guint32 term) {
  for (guint i = 0; i < terms->len; i++)
    if (g_array_index(terms, TlWordTerm, i).term == term)
      return TRUE;
  return FALSE;
}

/* Terms of one word depend on the word alone, so they are worked out once for each distinct word of the text; of spread
 * ones it is remembered that the word may be their anchor. */
static void find_word_terms(TlMatcher *matcher, const TlTextToken *token) {
  TlTextWord *word = tl_text_words_change(matcher->words, token->word);
  g_array_set_size(matcher->terms, 0);
  for (guint k = 0; k < word->n_keys; k++) {
    guint n;
    const guint32 *postings = tl_term_index_postings(matcher->index, word->keys[k].key, &n);
    for (guint i = 0; i < n; i++) {
      const TlIndexTerm *term = tl_term_index_term(matcher->index, postings[i]);
      const TlIndexWord *anchor = &tl_term_index_words(matcher->index, term)[term->anchor];
      TlumachMatch match;
      if (is_among(matcher->terms, postings[i]) || !tl_match_rules_word(matcher->index, term, token, &match))
        continue;
      TlWordTerm fits = {postings[i], term->concept, (guint8)match, anchor->nominal, term->n_words > 1};
      g_array_append_val(matcher->terms, fits);
    }
  }
  gsize size = matcher->terms->len * sizeof(TlWordTerm);
  word->terms_known = 1;
  word->n_terms = matcher->terms->len;
  word->terms = size ? tl_arena_memdup(tl_text_words_arena(matcher->words), matcher->terms->data, size) : NULL;
}

/* Is the token an adjective to what follows? Its neighbours may be words that were not looked at. */
static gboolean is_attributive(TlMatcher *matcher, guint at) {
  for (guint i = at + 1; i < matcher->n_tokens && i <= at + TL_MATCH_CONTEXT; i++)
    if (!matcher->tokens[i].word)
      matcher->tokens[i].word = tl_text_words_get(matcher->words, matcher->text, &matcher->tokens[i].token);
  return tl_match_rules_attributive(matcher->tokens, at, matcher->n_tokens);
}

static void add_word_terms(TlMatcher *matcher, guint at, const TlTextWord *word) {
  if (!word->terms_known)
    find_word_terms(matcher, &matcher->tokens[at]);
  for (guint i = 0; i < word->n_terms; i++) {
    const TlWordTerm *fits = &word->terms[i];
    if (fits->spread)
      propose_spread(matcher, at, fits->term);
    else if (!fits->nominal || !is_attributive(matcher, at))
      add_hit(matcher, at, 1, fits->term, fits->concept, fits->match);
  }
}

/* Terms whose anchor is among the tokens from `from` to `to` and whose words are all there. */
static void match_window(TlMatcher *matcher, guint from, guint to) {
  find_pair_terms(matcher, from, to);
  for (guint at = from; at < to; at++) {
    const TlTextWord *word = matcher->tokens[at].word;
    if (word && word->n_keys > 0)
      add_word_terms(matcher, at, word);
  }
}

/* Hits that begin before token `limit` are settled: nothing that comes can change them. They go to `settled`. */
static void settle(TlMatcher *matcher, guint limit) {
  if (matcher->overlaps == TL_OVERLAPS_LONGEST && matcher->hits->len > 1)
    tl_choose_longest(matcher->hits, matcher->kept);
  guint n = 0;
  while (n < matcher->hits->len && g_array_index(matcher->hits, TlFound, n).first < limit)
    n++;
  g_array_set_size(matcher->settled, 0);
  g_array_append_vals(matcher->settled, matcher->hits->data, n);
  g_array_remove_range(matcher->hits, 0, n);
}

static gboolean fill_window(TlMatcher *matcher, TlScanner *scanner) {
  while (matcher->n_tokens < WINDOW) {
    TlTextToken *t = &matcher->tokens[matcher->n_tokens];
    if (!tl_scanner_next(scanner, &t->token))
      return FALSE;
    t->word = tl_text_words_meet(matcher->words, matcher->text, &t->token);
    matcher->n_tokens++;
  }
  return TRUE;
}

typedef void (*Take)(const TlMatcher *matcher, gpointer user);

/* Hands the settled hits to `take`, window after window. */
static void run(TlMatcher *matcher, const char *text, TlumachSpan span, Take take, gpointer user) {
  guint reach = tl_term_index_reach(matcher->index) + TL_MATCH_CONTEXT;
  TlScanner scanner;
  tl_scanner_init(&scanner, text, span);
  guint done = 0; /* tokens whose proposals were made */
  matcher->text = text;
  matcher->n_tokens = 0;
  g_array_set_size(matcher->hits, 0);
  for (gboolean more = TRUE; more;) {
    more = fill_window(matcher, &scanner);
    guint to = more ? matcher->n_tokens - reach : matcher->n_tokens;
    match_window(matcher, done, to);
    settle(matcher, more ? to - 2 * reach : matcher->n_tokens);
    take(matcher, user);
    if (!more)
      break;
    /* What stays must reach back over the longest chain of overlapping hits that is still open: two terms' length. */
    guint keep_from = to > 3 * reach ? to - 3 * reach : 0;
    memmove(matcher->tokens, matcher->tokens + keep_from, (matcher->n_tokens - keep_from) * sizeof *matcher->tokens);
    matcher->n_tokens -= keep_from;
    done = to - keep_from;
    for (guint i = 0; i < matcher->hits->len; i++)
      g_array_index(matcher->hits, TlFound, i).first -= keep_from;
  }
  tl_text_words_trim(matcher->words);
}

typedef struct Telling {
  TlHitFunc found;
  gpointer user;
} Telling;

static void tell(const TlMatcher *matcher, gpointer user) {
  const Telling *telling = user;
  for (guint i = 0; i < matcher->settled->len; i++) {
    const TlFound *f = &g_array_index(matcher->settled, TlFound, i);
    const TlumachTerm *term = tl_term_index_designation(matcher->index, tl_term_index_term(matcher->index, f->term));
    TlumachHit hit = {f->span, term, (TlumachMatch)f->match};
    telling->found(&hit, telling->user);
  }
}

void tl_matcher_find(TlMatcher *matcher, const char *text, TlumachSpan span, TlHitFunc found, gpointer user) {
  Telling telling = {found, user};
  run(matcher, text, span, tell, &telling);
}

static void count(const TlMatcher *matcher, gpointer user) {
  *(guint64 *)user += matcher->settled->len;
}

guint64 tl_matcher_count(TlMatcher *matcher, const char *text, TlumachSpan span) {
  guint64 n = 0;
  run(matcher, text, span, count, &n);
  return n;
}
