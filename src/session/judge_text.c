/* All words of a text judged. Most were met lately; of the others, most are written as the dictionary has them, and
 * those need no folding, no casing and no copy. What is left is judged word by word (judge.c). */
#include <string.h>

#include "session/chunks.h"
#include "session/words.h"

#define RECENT_BITS 16u  /* 65,536 words, two megabytes */
#define RECENT_BYTES 32u /* of what is remembered: fifteen Cyrillic letters and what they are */

/* Words that were met lately, each in the one place that its letters choose. */
typedef union Key {
  guint8 bytes[RECENT_BYTES]; /* the word, padded with zeros; the last one is the verdict */
  guint64 words[RECENT_BYTES / 8];
} Key;

#define NO_KEY 0xFFu /* in the verdict's place: the word is too long */

/* The key of a right word; `room`: bytes up to the text's end. */
static Key key_of(const char *word, size_t length, size_t room) {
  static const guint8 mask[2 * RECENT_BYTES] = {[0 ... RECENT_BYTES - 1] = 0xFF};
  Key key = {{0}}, kept;
  if (length >= RECENT_BYTES) {
    key.bytes[RECENT_BYTES - 1] = NO_KEY;
    return key;
  }
  if (room < RECENT_BYTES) {
    memcpy(key.bytes, word, length);
    return key;
  }
  memcpy(&kept, mask + RECENT_BYTES - length, sizeof kept);
  memcpy(&key, word, sizeof key);
  for (guint i = 0; i < G_N_ELEMENTS(key.words); i++)
    key.words[i] &= kept.words[i];
  return key;
}

static guint place_of(const Key *key) {
  const guint64 *w = key->words;
  guint64 hash = (w[0] ^ (w[1] << 21 | w[1] >> 43) ^ (w[2] << 42 | w[2] >> 22) ^ (w[3] << 11 | w[3] >> 53)) *
                 G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
  return (guint)(hash >> (64 - RECENT_BITS));
}

static gboolean same(const Key *a, const Key *b) {
  return ((a->words[0] ^ b->words[0]) | (a->words[1] ^ b->words[1]) | (a->words[2] ^ b->words[2]) |
          (a->words[3] ^ b->words[3])) == 0;
}

/* The verdict on the word that `key` stands for, if it was met lately. */
static gboolean recall(const Key *recent, const Key *key, TlumachVerdict *verdict) {
  Key word = *recent;
  word.bytes[RECENT_BYTES - 1] = 0;
  *verdict = (TlumachVerdict)recent->bytes[RECENT_BYTES - 1];
  return same(&word, key);
}

static void remember(Key *recent, const Key *key, TlumachVerdict verdict) {
  if (key->bytes[RECENT_BYTES - 1] == NO_KEY)
    return;
  *recent = *key;
  recent->bytes[RECENT_BYTES - 1] = (guint8)verdict;
}

typedef struct Judged {
  TlumachSpan span;
  TlumachVerdict verdict;
} Judged;

/* Verdicts on several threads. */
typedef struct Judging {
  const TlumachSession *session;
  const TlFrozen *frozen; /* NULL: there is none */
  const char *text;
  size_t length;
  gboolean all;         /* right words, too */
  GAsyncQueue *recents; /* Key[], of chunks that are done: the next one goes on with it */
  TlumachVerdictFunc judged;
  TlumachWordFunc wrong;
  gpointer user;
} Judging;

#define BATCH 256u

/* A chunk at work: words are read by the batch, so that memory is fetched for all of them at once. */
typedef struct Chunk {
  const Judging *judging;
  Key *recent;
  GArray *out; /* Judged */
  guint n;
  TlToken tokens[BATCH];
  Key keys[BATCH];
  guint32 places[BATCH];
} Chunk;

/* Nothing but letters, a capital only as the first. */
static gboolean is_plain(guint flags) {
  return !(flags & ~(guint)(TL_TOKEN_LETTERS | TL_TOKEN_CYRILLIC | TL_TOKEN_LATIN | TL_TOKEN_LOWER | TL_TOKEN_CAPITAL));
}

/* The dictionary has it, as it stands or in small letters, and the orthography still does. */
static gboolean plainly_right(const TlumachSession *session, const TlFrozenWord *word, guint flags) {
  char small[TL_WORD_MAX];
  if (word->known != TL_KNOWN)
    return FALSE;
  if (session->any_orthography)
    return TRUE;
  if (!(flags & TL_TOKEN_CAPITAL))
    return !tl_is_old_spelling(session->lists.old, word->text, word->length);
  return !tl_is_old_spelling(session->lists.old, small, tl_lower_word(word->text, word->length, small));
}

/* Words that are not known to be right: numbers of the batch. */
static guint find_new(const Chunk *c, guint16 fresh[BATCH]) {
  guint n = 0;
  for (guint i = 0; i < c->n; i++) { /* without a branch: nobody can guess which these are */
    fresh[n] = (guint16)i;
    n += same(&c->recent[c->places[i]], &c->keys[i]) ? 0 : 1;
  }
  return n;
}

static void look_up(const Chunk *c, const guint16 *fresh, guint n, TlFrozenWord words[BATCH]) {
  for (guint i = 0; i < n; i++) {
    const TlToken *token = &c->tokens[fresh[i]];
    TlumachVerdict known;
    gboolean met = recall(&c->recent[c->places[fresh[i]]], &c->keys[fresh[i]], &known);
    gsize length = !met && is_plain(token->flags) ? token->span.end - token->span.start : 0;
    words[i] = (TlFrozenWord){c->judging->text + token->span.start, length, (token->flags & TL_TOKEN_CAPITAL) != 0,
                              TL_UNKNOWN};
  }
  if (c->judging->frozen)
    tl_frozen_know(c->judging->frozen, words, n);
}

static TlumachVerdict judge_new(Chunk *c, guint i, const TlFrozenWord *word) {
  const Judging *j = c->judging;
  const TlToken *token = &c->tokens[i];
  Key *recent = &c->recent[c->places[i]];
  char folded[TL_WORD_MAX];
  TlumachVerdict verdict;
  if (!recall(recent, &c->keys[i], &verdict)) {
    verdict = plainly_right(j->session, word, token->flags) ? TLUMACH_WORD_RIGHT
                                                            : tl_judge_alone(j->session, j->text, token, folded);
    remember(recent, &c->keys[i], verdict);
  }
  return tl_judge_place(verdict, j->text, j->length, token);
}

static void judge_batch(Chunk *c) {
  guint16 fresh[BATCH];
  TlFrozenWord words[BATCH];
  guint n = find_new(c, fresh);
  look_up(c, fresh, n, words);
  for (guint i = 0, k = 0; i < (c->judging->all ? c->n : n); i++) {
    guint at = c->judging->all ? i : fresh[i];
    gboolean is_new = k < n && fresh[k] == at;
    Judged one = {c->tokens[at].span, is_new ? judge_new(c, at, &words[k++]) : TLUMACH_WORD_RIGHT};
    if (c->judging->all || one.verdict == TLUMACH_WORD_WRONG)
      g_array_append_val(c->out, one);
  }
  c->n = 0;
}

static void read_block(Chunk *c, TlumachSpan block) {
  const Judging *j = c->judging;
  TlScanner scanner;
  TlToken *token = &c->tokens[c->n];
  tl_scanner_init(&scanner, j->text, block);
  while (tl_scanner_next(&scanner, token)) {
    if (!(token->flags & TL_TOKEN_LETTERS))
      continue;
    size_t n = token->span.end - token->span.start;
    c->keys[c->n] = key_of(j->text + token->span.start, n, j->length - token->span.start);
    c->places[c->n] = place_of(&c->keys[c->n]);
    __builtin_prefetch(&c->recent[c->places[c->n]]);
    if (++c->n == BATCH)
      judge_batch(c);
    token = &c->tokens[c->n];
  }
}

static gpointer judge_chunk(const TlumachBlock *blocks, guint first, guint end, gpointer user) {
  const Judging *j = user;
  Chunk chunk = {
      .judging = j, .recent = g_async_queue_try_pop(j->recents), .out = g_array_new(FALSE, FALSE, sizeof(Judged))};
  if (!chunk.recent)
    chunk.recent = g_new0(Key, 1u << RECENT_BITS);
  for (guint i = first; i < end; i++)
    read_block(&chunk, blocks[i].span);
  judge_batch(&chunk);
  g_async_queue_push(j->recents, chunk.recent);
  return chunk.out;
}

static void report_judged(gpointer result, gpointer user) {
  const Judging *j = user;
  g_autoptr(GArray) judged = result;
  for (guint i = 0; i < judged->len; i++) {
    const Judged *one = &g_array_index(judged, Judged, i);
    if (j->all)
      j->judged(one->span, one->verdict, j->user);
    else
      j->wrong(one->span, j->user);
  }
}

static void judge_all(const TlumachDocument *document, Judging *judging) {
  g_autoptr(GAsyncQueue) recents = g_async_queue_new_full(g_free);
  judging->recents = recents;
  judging->frozen = tl_lexicon_frozen(judging->session->lexicon);
  judging->text = tlumach_document_text(document, &judging->length);
  tl_each_chunk(document, judging->session->jobs, judge_chunk, report_judged, judging);
}

void tlumach_judge(const TlumachSession *session, const TlumachDocument *document, TlumachVerdictFunc judged,
                   gpointer user) {
  Judging judging = {.session = session, .all = TRUE, .judged = judged, .user = user};
  judge_all(document, &judging);
}

void tlumach_spell(const TlumachSession *session, const TlumachDocument *document, TlumachWordFunc found,
                   gpointer user) {
  Judging judging = {.session = session, .wrong = found, .user = user};
  judge_all(document, &judging);
}
