/* Tokens are taken in windows; each looks up its word (text_word.c), each word's keys propose terms, each proposal is
 * verified against the words around it. Windows overlap by the longest term, so that a single line of any size is one
 * text. */
#include "terms/match/match.h"

#include <string.h>

#include "terms/match/index_format.h"
#include "terms/match/rules.h"

#define WINDOW 4096u

struct TlMatcher {
  const TlTermIndex *index;
  TlTextWords *words;
  TlOverlaps overlaps;
  TlTextToken *tokens; /* WINDOW of them */
  guint n_tokens;
  GArray *hits; /* Found */
};

typedef struct Found {
  TlumachHit hit;
  guint first, n; /* its tokens */
  guint number;   /* of the term in the index: term bases in their order, terms in file order */
} Found;

TlMatcher *tl_matcher_new(const TlTermIndex *index, TlLexicon *lexicon, const TlWordLists *lists, TlOverlaps overlaps) {
  TlMatcher *matcher = g_new0(TlMatcher, 1);
  matcher->index = index;
  matcher->words = tl_text_words_new(index, lexicon, lists);
  matcher->overlaps = overlaps;
  matcher->tokens = g_new(TlTextToken, WINDOW);
  matcher->hits = g_array_new(FALSE, FALSE, sizeof(Found));
  return matcher;
}

void tl_matcher_free(TlMatcher *matcher) {
  if (!matcher)
    return;
  tl_text_words_free(matcher->words);
  g_array_unref(matcher->hits);
  g_free(matcher->tokens);
  g_free(matcher);
}

static void propose(TlMatcher *matcher, guint at, guint number) {
  const TlIndexTerm *term = tl_term_index_term(matcher->index, number);
  if (at < term->anchor || at - term->anchor + term->n_words > matcher->n_tokens)
    return;
  guint first = at - term->anchor;
  TlumachMatch match;
  if (tl_match_rules_check(matcher->index, term, matcher->tokens, first, matcher->n_tokens, &match, NULL) != TL_FITS)
    return;
  Found found = {.first = first, .n = term->n_words, .number = number};
  found.hit.span.start = matcher->tokens[first].token.span.start;
  found.hit.span.end = matcher->tokens[first + term->n_words - 1u].token.span.end;
  found.hit.term = tl_term_index_designation(matcher->index, term);
  found.hit.match = match;
  for (guint i = matcher->hits->len; i > 0;
       i--) { /* posted under several keys, a term may be proposed more than once */
    const Found *other = &g_array_index(matcher->hits, Found, i - 1);
    if (other->hit.term == found.hit.term && other->first == first)
      return;
    if (other->first + other->n <= first)
      break;
  }
  g_array_append_val(matcher->hits, found);
}

static int in_text_order(const void *a, const void *b) {
  const Found *f = a, *g = b;
  const TlumachHit *x = &f->hit, *y = &g->hit;
  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  if (x->span.end != y->span.end)
    return x->span.end > y->span.end ? -1 : 1;
  return (f->number > g->number) - (f->number < g->number);
}

static int longest_first(const void *a, const void *b) {
  const Found *x = *(const Found *const *)a, *y = *(const Found *const *)b;
  size_t nx = x->hit.span.end - x->hit.span.start, ny = y->hit.span.end - y->hit.span.start;
  if (nx != ny)
    return nx > ny ? -1 : 1;
  return (x > y) - (x < y);
}

static gboolean same_place(const Found *a, const Found *b) {
  return a->first == b->first && a->n == b->n;
}

/* Two terms of one concept in one place (скористатися, скористатись) are one occurrence: the more exact stands. */
static void keep_one_a_concept(GArray *hits) {
  static const guint8 order[] = {[TLUMACH_MATCH_EXACT] = 0,
                                 [TLUMACH_MATCH_VARIANT] = 1,
                                 [TLUMACH_MATCH_INFLECTED] = 2,
                                 [TLUMACH_MATCH_GUESSED] = 3};
  guint n = 0;
  for (guint i = 0; i < hits->len; i++) {
    const Found *found = &g_array_index(hits, Found, i);
    guint k = n;
    while (k > 0 && same_place(&g_array_index(hits, Found, k - 1), found) &&
           g_array_index(hits, Found, k - 1).hit.term->concept != found->hit.term->concept)
      k--;
    Found *twin = k > 0 ? &g_array_index(hits, Found, k - 1) : NULL;
    if (!twin || !same_place(twin, found))
      g_array_index(hits, Found, n++) = *found;
    else if (order[found->hit.match] < order[twin->hit.match])
      *twin = *found;
  }
  g_array_set_size(hits, n);
}

/* Hits come almost in text order: a term that is anchored behind its first word comes a few places late. */
static void sort_hits(GArray *hits) {
  Found *all = (Found *)(void *)hits->data;
  for (guint i = 1; i < hits->len; i++) {
    Found moved = all[i];
    guint k = i;
    for (; k > 0 && in_text_order(&all[k - 1], &moved) > 0; k--)
      all[k] = all[k - 1];
    all[k] = moved;
  }
}

/* The hits from `first` that hang together: each overlaps one before it. The end of them. */
static guint end_of_cluster(const Found *all, guint first, guint n) {
  size_t reach = all[first].hit.span.end;
  guint end = first + 1;
  for (; end < n && all[end].hit.span.start < reach; end++)
    reach = MAX(reach, all[end].hit.span.end);
  return end;
}

/* Greedy, longest first: of hits that hang together one stands unless it overlaps one that stands and is not the same
 * place. */
static void choose_in_cluster(const Found *all, guint n, gboolean *kept) {
  const Found *few[32];
  g_autofree const Found **many = n > G_N_ELEMENTS(few) ? g_new(const Found *, n) : NULL;
  const Found **order = many ? many : few;
  for (guint i = 0; i < n; i++)
    order[i] = &all[i];
  qsort(order, n, sizeof *order, longest_first);
  for (guint i = 0; i < n; i++) {
    const Found *own = order[i];
    gboolean stands = TRUE;
    for (guint k = 0; k < n && stands && all[k].hit.span.start < own->hit.span.end; k++)
      stands = !kept[k] || all[k].hit.span.end <= own->hit.span.start || same_place(&all[k], own);
    kept[own - all] = stands;
  }
}

static void keep_longest(GArray *hits) {
  Found *all = (Found *)(void *)hits->data;
  g_autofree gboolean *kept = g_new0(gboolean, hits->len);
  guint n = 0;
  for (guint first = 0, end; first < hits->len; first = end) {
    end = end_of_cluster(all, first, hits->len);
    kept[first] = end == first + 1;
    if (!kept[first])
      choose_in_cluster(all + first, end - first, kept + first);
  }
  for (guint i = 0; i < hits->len; i++)
    if (kept[i])
      all[n++] = all[i];
  g_array_set_size(hits, n);
}

/* Hits that begin before token `limit` are settled: nothing that comes can change them. */
static void report(TlMatcher *matcher, guint limit, TlHitFunc found, gpointer user) {
  sort_hits(matcher->hits);
  if (matcher->overlaps == TL_OVERLAPS_LONGEST && matcher->hits->len > 1)
    keep_longest(matcher->hits), keep_one_a_concept(matcher->hits);
  guint kept = 0;
  for (guint i = 0; i < matcher->hits->len; i++) {
    Found hit = g_array_index(matcher->hits, Found, i);
    if (hit.first < limit)
      found(&hit.hit, user);
    else
      g_array_index(matcher->hits, Found, kept++) = hit;
  }
  g_array_set_size(matcher->hits, kept);
}

/* Terms of one word depend on the word alone, so they are worked out once for each distinct word of the text. */
static void find_word_terms(TlMatcher *matcher, const TlTextToken *token) {
  g_autoptr(GArray) terms = g_array_new(FALSE, FALSE, sizeof(TlWordTerm));
  const TlTextWord *word = token->word;
  for (guint k = 0; k < word->n_keys; k++) {
    guint n = 0;
    const guint32 *postings =
        word->keys[k].flags & TL_KEY_ALONE ? tl_term_index_postings(matcher->index, word->keys[k].key, &n) : NULL;
    for (guint i = 0; i < n; i++) {
      const TlIndexTerm *term = tl_term_index_term(matcher->index, postings[i]);
      TlumachMatch match;
      guint known = 0;
      while (known < terms->len && g_array_index(terms, TlWordTerm, known).term != postings[i])
        known++;
      if (known < terms->len || !tl_match_rules_word(matcher->index, term, token, &match))
        continue;
      TlWordTerm fits = {postings[i], (guint8)match, tl_term_index_words(matcher->index, term)->nominal};
      g_array_append_val(terms, fits);
    }
  }
  TlTextWord *own = tl_text_words_change(matcher->words, word);
  own->terms_known = 1;
  own->n_terms = terms->len;
  own->terms = tl_arena_memdup(tl_text_words_arena(matcher->words), terms->data, terms->len * sizeof(TlWordTerm));
}

static void add_word_terms(TlMatcher *matcher, guint at) {
  const TlTextToken *token = &matcher->tokens[at];
  if (!token->word->terms_known)
    find_word_terms(matcher, token);
  for (guint i = 0; i < token->word->n_terms; i++) {
    const TlWordTerm *fits = &token->word->terms[i];
    if (fits->nominal && tl_match_rules_attributive(matcher->tokens, at, matcher->n_tokens))
      continue;
    Found found = {.first = at, .n = 1};
    found.hit.span = token->token.span;
    found.hit.term = tl_term_index_designation(matcher->index, tl_term_index_term(matcher->index, fits->term));
    found.hit.match = (TlumachMatch)fits->match;
    g_array_append_val(matcher->hits, found);
  }
}

/* Proposals whose anchor is among the tokens from `from` and whose words are all there. */
static void match_window(TlMatcher *matcher, guint from, guint to) {
  for (guint at = from; at < to; at++) {
    const TlTextWord *word = matcher->tokens[at].word, *next = NULL;
    if (at + 1 < matcher->n_tokens && matcher->tokens[at + 1].token.gap == TL_GAP_SPACE)
      next = matcher->tokens[at + 1].word;
    add_word_terms(matcher, at);
    for (guint k = 0; next && k < word->n_keys; k++)
      for (guint m = 0; (word->keys[k].flags & TL_KEY_LEADS) && m < next->n_keys; m++) {
        guint n = 0;
        const guint32 *terms =
            next->keys[m].flags & TL_KEY_FOLLOWS
                ? tl_term_index_pair_postings(matcher->index, word->keys[k].key, next->keys[m].key, &n)
                : NULL;
        for (guint i = 0; i < n; i++)
          propose(matcher, at, terms[i]);
      }
  }
}

void tl_matcher_find(TlMatcher *matcher, const char *text, TlumachSpan span, TlHitFunc found, gpointer user) {
  guint reach = tl_term_index_max_words(matcher->index) + TL_MATCH_CONTEXT;
  TlScanner scanner;
  tl_scanner_init(&scanner, text, span);
  guint done = 0; /* tokens whose proposals were made */
  matcher->n_tokens = 0;
  g_array_set_size(matcher->hits, 0);
  for (gboolean more = TRUE; more;) {
    while (matcher->n_tokens < WINDOW &&
           (more = tl_scanner_next(&scanner, &matcher->tokens[matcher->n_tokens].token))) {
      TlTextToken *t = &matcher->tokens[matcher->n_tokens++];
      t->word = tl_text_words_get(matcher->words, text, &t->token);
    }
    guint to = more ? matcher->n_tokens - reach : matcher->n_tokens;
    match_window(matcher, done, to);
    /* What stays must reach back over the longest chain of overlapping hits that is still open: two terms' length. */
    guint keep_from = more && to > 3 * reach ? to - 3 * reach : 0;
    report(matcher, more ? to - 2 * reach : matcher->n_tokens, found, user);
    if (!more)
      break;
    memmove(matcher->tokens, matcher->tokens + keep_from, (matcher->n_tokens - keep_from) * sizeof *matcher->tokens);
    matcher->n_tokens -= keep_from;
    done = to - keep_from;
    for (guint i = 0; i < matcher->hits->len; i++)
      g_array_index(matcher->hits, Found, i).first -= keep_from;
  }
  tl_text_words_trim(matcher->words);
}
