/* All words of a text judged. Most were met lately; of the others, most are written as the dictionary has them, and
 * those need no folding, no casing and no copy. What is left is judged word by word (judge.c). */
#include <string.h>

#include "base/room.h"
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

#define BATCH 256u
#define LONG_TEXT (256u << 10) /* bytes: most of `recent` comes to be used */

/* Words are read by the batch, so that memory is fetched for all of them at once. */
struct TlumachSpeller {
  const TlumachSession *session;
  const TlFrozen *frozen; /* NULL: there is none */
  const char *text;
  size_t length;
  gboolean all;   /* right words, too */
  gboolean taken; /* the memory of `recent` */
  TlumachVerdictFunc judged;
  gpointer user;
  guint n;
  TlToken tokens[BATCH];
  Key keys[BATCH];
  guint32 places[BATCH];
  Key recent[1u << RECENT_BITS];
};

TlumachSpeller *tlumach_speller_new(const TlumachSession *session) {
  TlumachSpeller *speller = g_new0(TlumachSpeller, 1);
  speller->session = session;
  speller->frozen = tl_lexicon_frozen(session->lexicon);
  return speller;
}

void tlumach_speller_free(TlumachSpeller *speller) {
  g_free(speller);
}

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
static guint find_new(const TlumachSpeller *c, guint16 fresh[BATCH]) {
  guint n = 0;
  for (guint i = 0; i < c->n; i++) { /* without a branch: nobody can guess which these are */
    fresh[n] = (guint16)i;
    n += same(&c->recent[c->places[i]], &c->keys[i]) ? 0 : 1;
  }
  return n;
}

static void look_up(const TlumachSpeller *c, const guint16 *fresh, guint n, TlFrozenWord words[BATCH]) {
  for (guint i = 0; i < n; i++) {
    const TlToken *token = &c->tokens[fresh[i]];
    TlumachVerdict known;
    gboolean met = recall(&c->recent[c->places[fresh[i]]], &c->keys[fresh[i]], &known);
    gsize length = !met && is_plain(token->flags) ? token->span.end - token->span.start : 0;
    words[i] = (TlFrozenWord){c->text + token->span.start, length, (token->flags & TL_TOKEN_CAPITAL) != 0, TL_UNKNOWN};
  }
  if (c->frozen)
    tl_frozen_know(c->frozen, words, n);
}

static TlumachVerdict judge_new(TlumachSpeller *c, guint i, const TlFrozenWord *word) {
  const TlToken *token = &c->tokens[i];
  Key *recent = &c->recent[c->places[i]];
  char folded[TL_WORD_MAX];
  TlumachVerdict verdict;
  if (!recall(recent, &c->keys[i], &verdict)) {
    verdict = plainly_right(c->session, word, token->flags) ? TLUMACH_WORD_RIGHT
                                                            : tl_judge_alone(c->session, c->text, token, folded);
    remember(recent, &c->keys[i], verdict);
  }
  return tl_judge_place(c->session, verdict, c->text, c->length, token);
}

static void judge_batch(TlumachSpeller *c) {
  guint16 fresh[BATCH];
  TlFrozenWord words[BATCH];
  guint n = find_new(c, fresh);
  look_up(c, fresh, n, words);
  for (guint i = 0, k = 0; i < (c->all ? c->n : n); i++) {
    guint at = c->all ? i : fresh[i];
    gboolean is_new = k < n && fresh[k] == at;
    TlumachVerdict verdict = is_new ? judge_new(c, at, &words[k++]) : TLUMACH_WORD_RIGHT;
    if (c->all || verdict == TLUMACH_WORD_WRONG)
      c->judged(c->tokens[at].span, verdict, c->user);
  }
  c->n = 0;
}

static void read_block(TlumachSpeller *c, TlumachSpan block) {
  TlScanner scanner;
  TlToken *token = &c->tokens[c->n];
  tl_scanner_init(&scanner, c->text, block);
  while (tl_scanner_next(&scanner, token)) {
    if (!(token->flags & TL_TOKEN_LETTERS))
      continue;
    size_t n = token->span.end - token->span.start;
    c->keys[c->n] = key_of(c->text + token->span.start, n, c->length - token->span.start);
    c->places[c->n] = place_of(&c->keys[c->n]);
    __builtin_prefetch(&c->recent[c->places[c->n]]);
    if (++c->n == BATCH)
      judge_batch(c);
    token = &c->tokens[c->n];
  }
}

static void judge_blocks(TlumachSpeller *c, const TlumachDocument *document, guint first, guint end,
                         TlumachVerdictFunc judged, gpointer user) {
  guint n;
  const TlumachBlock *blocks = tlumach_document_blocks(document, &n);
  c->text = tlumach_document_text(document, &c->length);
  c->judged = judged;
  c->user = user;
  if (!c->taken && c->length >= LONG_TEXT) {
    tl_room_take(c->recent, sizeof c->recent);
    c->taken = TRUE;
  }
  for (guint i = first; i < MIN(end, n); i++)
    read_block(c, blocks[i].span);
  judge_batch(c);
}

typedef struct Telling {
  TlumachWordFunc found;
  gpointer user;
} Telling;

static void tell_wrong(TlumachSpan span, TlumachVerdict verdict, gpointer user) {
  const Telling *telling = user;
  (void)verdict; /* no others come */
  telling->found(span, telling->user);
}

void tlumach_speller_spell(TlumachSpeller *speller, const TlumachDocument *document, guint first, guint end,
                           TlumachWordFunc found, gpointer user) {
  Telling telling = {found, user};
  speller->all = FALSE;
  judge_blocks(speller, document, first, end, tell_wrong, &telling);
}

/* A whole document, by the session's threads. */
typedef struct Judged {
  TlumachSpan span;
  TlumachVerdict verdict;
} Judged;

typedef struct Judging {
  const TlumachSession *session;
  gboolean all;
  TlumachVerdictFunc judged;
  gpointer user;
} Judging;

static gpointer begin_judging(gpointer user) {
  const Judging *judging = user;
  return tlumach_speller_new(judging->session);
}

static void end_judging(gpointer worker, gpointer user) {
  (void)user;
  tlumach_speller_free(worker);
}

static void keep_judged(TlumachSpan span, TlumachVerdict verdict, gpointer user) {
  Judged one = {span, verdict};
  g_array_append_val((GArray *)user, one);
}

static gpointer judge_part(gpointer worker, TlumachDocument *document, guint first, guint end, gpointer user) {
  const Judging *judging = user;
  TlumachSpeller *speller = worker;
  GArray *judged = g_array_new(FALSE, FALSE, sizeof(Judged));
  speller->all = judging->all;
  judge_blocks(speller, document, first, end, keep_judged, judged);
  return judged;
}

static gboolean report_judged(gpointer result, gpointer user) {
  const Judging *judging = user;
  g_autoptr(GArray) judged = result;
  for (guint i = 0; i < judged->len; i++) {
    const Judged *one = &g_array_index(judged, Judged, i);
    judging->judged(one->span, one->verdict, judging->user);
  }
  return TRUE;
}

static void judge_all(const TlumachDocument *document, Judging judging) {
  static const TlumachPartWork how = {begin_judging, judge_part, report_judged, end_judging};
  tlumach_each_part(judging.session, document, &how, &judging);
}

void tlumach_judge(const TlumachSession *session, const TlumachDocument *document, TlumachVerdictFunc judged,
                   gpointer user) {
  judge_all(document, (Judging){session, TRUE, judged, user});
}

void tlumach_spell(const TlumachSession *session, const TlumachDocument *document, TlumachWordFunc found,
                   gpointer user) {
  Telling telling = {found, user};
  judge_all(document, (Judging){session, FALSE, tell_wrong, &telling});
}
