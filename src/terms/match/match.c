/* Tokens are taken in windows, of as many blocks as it takes; each looks up its word (text_word.c), each word's keys
 * propose terms, each proposal is verified against the words around it. Windows overlap by the longest term, so that a
 * single line of any size is one text. Most words meet no term and are never looked at (index_sieve.c); what is told of
 * a hit is looked up when it stands. */
#include "terms/match/match_private.h"

#include <string.h>

#include "terms/match/choose.h"
#include "terms/match/rules.h"
#include "terms/match/told.h"

#define WINDOW 4096u

#define AT_ONCE 256u                                    /* tokens */
#define PAIRS_MAX (TL_TEXT_KEYS_MAX * TL_TEXT_KEYS_MAX) /* of one token */
#define PAIRS (PAIRS_MAX + 4 * AT_ONCE)

/* A term whose anchor may be token `at`. */
typedef struct Proposal {
  guint32 at, term;
} Proposal;

TlMatcher *tl_matcher_new(const TlTermIndex *index, TlLexicon *lexicon, const TlWordLists *lists, TlOverlaps overlaps) {
  TlMatcher *matcher = g_new0(TlMatcher, 1);
  matcher->index = index;
  matcher->words = tl_text_words_new(index, lexicon, lists);
  matcher->overlaps = overlaps;
  matcher->tokens = g_new(TlTextToken, WINDOW);
  matcher->hits = g_array_new(FALSE, FALSE, sizeof(TlFound));
  matcher->pairs = g_new(TlPair, PAIRS);
  matcher->proposals = g_array_new(FALSE, FALSE, sizeof(Proposal));
  matcher->place = g_array_new(FALSE, FALSE, sizeof(TlMet));
  matcher->found = g_array_new(FALSE, FALSE, sizeof(TlMet));
  matcher->numbers = g_array_new(FALSE, TRUE, sizeof(guint64));
  return matcher;
}

void tl_matcher_free(TlMatcher *matcher) {
  if (!matcher)
    return;
  tl_text_words_free(matcher->words);
  g_array_unref(matcher->hits);
  g_array_unref(matcher->proposals);
  g_array_unref(matcher->place);
  g_array_unref(matcher->found);
  g_array_unref(matcher->numbers);
  g_free(matcher->pairs);
  g_free(matcher->tokens);
  g_free(matcher);
}

TlTextWords *tl_matcher_words(TlMatcher *matcher) {
  return matcher->words;
}

static void add_hit(TlMatcher *matcher, guint first, guint end, guint32 place, TlumachMatch match) {
  TlFound found = {.span = {matcher->tokens[first].token.span.start, matcher->tokens[end - 1].token.span.end},
                   .first = first,
                   .end = end,
                   .met = {place, match}};
  tl_choose_insert(matcher->hits, &found);
}

/* A term whose words need not be neighbours. */
static void propose_spread(TlMatcher *matcher, guint at, guint32 place) {
  const TlIndexTerm *term = tl_term_index_record(matcher->index, place);
  TlPlaces places;
  if (tl_match_rules_spread(term, matcher->tokens, matcher->n_tokens, at, term->anchor, &places) == TL_FITS)
    add_hit(matcher, places.at[0], places.at[term->n_words - 1] + 1, place, places.match);
}

static void propose(TlMatcher *matcher, guint at, guint32 place) {
  const TlIndexTerm *term = tl_term_index_record(matcher->index, place);
  TlumachMatch match;
  if (at < term->anchor || at - term->anchor + term->n_words > matcher->n_tokens)
    return;
  guint first = at - term->anchor;
  if (tl_match_rules_check(term, matcher->tokens, first, matcher->n_tokens, &match, NULL) == TL_FITS)
    add_hit(matcher, first, first + term->n_words, place, match);
}

/* Keys of token `at` and the one behind it under which some term may be posted. How many there are now. */
static guint gather_pairs(TlMatcher *matcher, guint at, guint n) {
  const TlTextWord *word = matcher->tokens[at].word;
  if (!word || word->n_leads == 0 || at + 1 >= matcher->n_tokens || matcher->tokens[at + 1].token.gap == TL_GAP_OTHER)
    return n;
  const TlTextWord *next = matcher->tokens[at + 1].word;
  guint n_follows = next ? next->n_follows : 0;
  const guint32 *leads = tl_text_word_leads(word), *follows = next ? tl_text_word_follows(next) : NULL;
  for (guint k = 0; k < word->n_leads; k++)
    for (guint m = 0; m < n_follows; m++) {
      guint64 hash = tl_index_pair_hash(leads[k], follows[m]);
      matcher->pairs[n++] = (TlPair){at, (guint32)(hash >> 32), tl_term_index_pair_home(matcher->index, hash)};
    }
  return n;
}

/* Found under several keys a term is proposed once. */
static void add_proposal(TlMatcher *matcher, guint at, guint32 term) {
  for (guint i = matcher->proposals->len; i > 0; i--) {
    const Proposal *before = &g_array_index(matcher->proposals, Proposal, i - 1);
    if (before->at != at)
      break;
    if (before->term == term)
      return;
  }
  Proposal proposal = {at, term};
  tl_term_index_fetch(matcher->index, term);
  g_array_append_val(matcher->proposals, proposal);
}

static void add_proposals(TlMatcher *matcher, const TlPair *pair) {
  guint32 place = pair->place;
  guint n;
  for (const guint32 *terms; (terms = tl_term_index_next_pair(matcher->index, pair->mark, &place, &n));)
    for (guint i = 0; i < n; i++)
      add_proposal(matcher, pair->at, terms[i]);
}

/* Longer terms. Each pass asks for the memory that the next one reads, for as many tokens as the nearest cache can hold
 * it: a large index is in none of them. */
static void find_pair_terms(TlMatcher *matcher, guint from, guint to) {
  for (guint end; from < to; from = end) {
    guint n = 0;
    for (end = from; end < to && end < from + AT_ONCE && n <= PAIRS - PAIRS_MAX; end++)
      n = gather_pairs(matcher, end, n);
    g_array_set_size(matcher->proposals, 0);
    for (guint i = 0; i < n; i++)
      add_proposals(matcher, &matcher->pairs[i]);
    for (guint i = 0; i < matcher->proposals->len; i++) {
      const Proposal *proposal = &g_array_index(matcher->proposals, Proposal, i);
      propose(matcher, proposal->at, proposal->term);
    }
  }
}

static void find_spread_terms(TlMatcher *matcher, guint from, guint to) {
  if (!(tl_term_index_traits(matcher->index) & TL_INDEX_HAS_SPREAD))
    return;
  for (guint at = from; at < to; at++) {
    guint n;
    const TlMet *met = tl_match_anchors(matcher, at, &n);
    for (guint i = 0; i < n; i++)
      propose_spread(matcher, at, met[i].term);
  }
}

/* Takes the terms that stand in one place. */
typedef void (*Take)(const TlMatcher *matcher, TlumachSpan span, const TlMet *met, guint n, gpointer user);

static void tell_word(TlMatcher *matcher, guint at, Take take, gpointer user) {
  guint n;
  const TlMet *met = tl_match_word(matcher, at, &n);
  if (n > 0)
    take(matcher, matcher->tokens[at].token.span, met, n, user);
}

/* The hits in one place, from number `i` of `n`; the end of them. */
static guint tell_place(TlMatcher *matcher, const TlFound *hits, guint i, guint n, Take take, gpointer user) {
  const TlFound *place = &hits[i];
  g_array_set_size(matcher->place, 0);
  for (; i < n && hits[i].first == place->first && hits[i].end == place->end; i++)
    g_array_append_val(matcher->place, hits[i].met);
  TlMet *met = (TlMet *)(void *)matcher->place->data;
  guint left = matcher->overlaps == TL_OVERLAPS_LONGEST
                   ? tl_choose_one_a_concept(matcher->index, met, matcher->place->len)
                   : matcher->place->len;
  take(matcher, place->span, met, left, user);
  if (matcher->overlaps == TL_OVERLAPS_LONGEST)
    matcher->covered = MAX(matcher->covered, place->end);
  return i;
}

/* Tells what begins before token `limit`; the hits among it are the first `n`, and go. */
static void tell_before(TlMatcher *matcher, guint limit, guint n, Take take, gpointer user) {
  const TlFound *hits = (const TlFound *)(const void *)matcher->hits->data;
  for (guint at = 0, i = 0; at < limit; at++) {
    while (i < n && hits[i].first == at)
      i = tell_place(matcher, hits, i, n, take, user);
    if (at >= matcher->covered)
      tell_word(matcher, at, take, user);
  }
  g_array_remove_range(matcher->hits, 0, n);
}

/* Chooses among the hits that hang together and can have no more among them, all hits that begin before token `known`
 * being found. Returns up to which token, and up to which hit, nothing will change any more. */
static guint choose(TlMatcher *matcher, guint known, gboolean all, guint *n) {
  TlFound *hits = (TlFound *)(void *)matcher->hits->data;
  guint kept = 0, total = matcher->hits->len, limit = known, i = 0;
  for (guint end, reach; i < total && hits[i].first < known; i = end) {
    end = tl_choose_end(hits, i, total, &reach);
    if (reach > known && !all) {
      limit = hits[i].first;
      break;
    }
    guint left = tl_choose_longest(hits + i, end - i, reach, matcher->numbers);
    memmove(hits + kept, hits + i, left * sizeof *hits);
    kept += left;
  }
  g_array_remove_range(matcher->hits, kept, i - kept);
  for (*n = 0; *n < kept && hits[*n].first < limit;)
    ++*n;
  return limit;
}

/* Tells all that nothing can change any more. Returns the token up to which that is. */
static guint settle(TlMatcher *matcher, guint known, Take take, gpointer user) {
  guint n = 0, limit = known;
  const TlFound *hits = (const TlFound *)(const void *)matcher->hits->data;
  if (matcher->overlaps == TL_OVERLAPS_LONGEST) {
    limit = choose(matcher, known, known == matcher->n_tokens, &n);
    if (limit == 0) /* a chain of overlapping hits as long as the window is cut */
      limit = choose(matcher, known, TRUE, &n);
  } else {
    while (n < matcher->hits->len && hits[n].first < known)
      n++;
  }
  tell_before(matcher, limit, n, take, user);
  return limit;
}

/* Blocks one after the other. */
typedef struct Reader {
  const char *text;
  const TlumachBlock *next;
  guint left; /* blocks from `next` on */
  TlScanner scanner;
} Reader;

/* No term reaches over the end of a block. */
static gboolean next_token(Reader *reader, TlToken *token) {
  if (tl_scanner_next(&reader->scanner, token))
    return TRUE;
  while (reader->left > 0) {
    reader->left--;
    tl_scanner_init(&reader->scanner, reader->text, (reader->next++)->span);
    if (tl_scanner_next(&reader->scanner, token)) {
      token->gap = TL_GAP_OTHER;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean fill_window(TlMatcher *matcher, Reader *reader) {
  guint from = matcher->n_tokens;
  while (matcher->n_tokens < WINDOW && next_token(reader, &matcher->tokens[matcher->n_tokens].token))
    matcher->n_tokens++;
  tl_text_words_meet(matcher->words, matcher->text, matcher->tokens + from, matcher->n_tokens - from);
  return matcher->n_tokens == WINDOW;
}

/* What comes before token `n` was told. */
static void move_window(TlMatcher *matcher, guint n) {
  if (n > 0)
    matcher->before = matcher->tokens[n - 1];
  memmove(matcher->tokens, matcher->tokens + n, (matcher->n_tokens - n) * sizeof *matcher->tokens);
  matcher->n_tokens -= n;
  matcher->covered = matcher->covered > n ? matcher->covered - n : 0;
  for (guint i = 0; i < matcher->hits->len; i++) {
    g_array_index(matcher->hits, TlFound, i).first -= n;
    g_array_index(matcher->hits, TlFound, i).end -= n;
  }
}

static void run(TlMatcher *matcher, const char *text, const TlumachBlock *blocks, guint n, Take take, gpointer user) {
  guint longest = MAX(tl_term_index_reach(matcher->index), 1);
  Reader reader = {.text = text, .next = blocks, .left = n};
  guint done = 0; /* tokens whose proposals were made */
  matcher->text = text;
  matcher->n_tokens = matcher->covered = 0;
  matcher->before.token.span = (TlumachSpan){0, 0};
  for (gboolean more = TRUE; more;) {
    more = fill_window(matcher, &reader);
    guint to = more ? matcher->n_tokens - longest - TL_MATCH_CONTEXT : matcher->n_tokens;
    find_pair_terms(matcher, done, to);
    find_spread_terms(matcher, done, to);
    guint told = settle(matcher, more ? to - (longest - 1) : to, take, user);
    move_window(matcher, told);
    done = to - told;
    if (tl_text_words_trim(matcher->words))
      tl_text_words_meet(matcher->words, text, matcher->tokens, matcher->n_tokens);
  }
}

static void tell(const TlMatcher *matcher, TlumachSpan span, const TlMet *met, guint n, gpointer user) {
  (void)matcher;
  for (guint i = 0; i < n; i++)
    tl_told_add(user, span, met[i]);
}

void tl_matcher_find(TlMatcher *matcher, const char *text, const TlumachBlock *blocks, guint n, TlHitFunc found,
                     gpointer user) {
  TlTold told = {.index = matcher->index, .found = found, .user = user};
  run(matcher, text, blocks, n, tell, &told);
  tl_told_end(&told);
}

static void count(const TlMatcher *matcher, TlumachSpan span, const TlMet *met, guint n, gpointer user) {
  (void)matcher, (void)span, (void)met;
  *(guint64 *)user += n;
}

guint64 tl_matcher_count(TlMatcher *matcher, const char *text, const TlumachBlock *blocks, guint n) {
  guint64 found = 0;
  run(matcher, text, blocks, n, count, &found);
  return found;
}
