/* Several words at once, a letter of each in turn. The arcs are more than the second-level cache holds, and each letter
 * waits for the one before it; letters of other words do not, so their memory is fetched meanwhile. */
#include "lang/frozen/frozen_private.h"
#include "text/fold.h"

#define LANES 16u

typedef struct Lane {
  const guint32 *state;
  guint at, n;
  TlFrozenWord *word;
  guint8 codes[TL_FROZEN_LETTERS];
} Lane;

static gboolean begin(const TlFrozen *f, Lane *lane) {
  lane->state = tl_frozen_start(f, lane->codes, lane->n, &lane->at);
  return lane->state != NULL;
}

/* A capitalised word may be the one in small letters. */
static gboolean begin_small(const TlFrozen *f, Lane *lane) {
  if (!lane->word->or_small || lane->word->known == TL_KNOWN || !f->small[lane->codes[0]])
    return FALSE;
  lane->word->or_small = FALSE;
  lane->codes[0] = f->small[lane->codes[0]];
  return begin(f, lane);
}

/* A letter further; FALSE when the word is done with. */
static gboolean step(const TlFrozen *f, Lane *lane) {
  if (lane->at < lane->n) {
    const guint32 *arc = tl_frozen_arc(lane->state, lane->codes[lane->at++]);
    if (arc) {
      lane->state = f->arcs + TL_ARC_TARGET(*arc);
      __builtin_prefetch(lane->state);
      return TRUE;
    }
  } else {
    TlKnown known = tl_frozen_set_known(f, tl_frozen_set(lane->state));
    lane->word->known = MAX(lane->word->known, known);
  }
  return begin_small(f, lane);
}

/* Some dictionary has no word with this capital letter. */
static guint encode_small(const TlFrozen *f, TlFrozenWord *word, guint8 codes[TL_FROZEN_LETTERS]) {
  char small[TL_WORD_MAX];
  word->or_small = FALSE;
  return tl_frozen_encode(f, small, tl_lower_word(word->text, word->length, small), codes);
}

/* The next word that has letters to walk by; FALSE when there is none. */
static gboolean take(const TlFrozen *f, Lane *lane, TlFrozenWord **next, const TlFrozenWord *end) {
  while (*next < end) {
    lane->word = (*next)++;
    lane->word->known = TL_UNKNOWN;
    lane->n = tl_frozen_encode(f, lane->word->text, lane->word->length, lane->codes);
    if (lane->n == 0 && lane->word->or_small)
      lane->n = encode_small(f, lane->word, lane->codes);
    if (lane->n > 0 && (begin(f, lane) || begin_small(f, lane)))
      return TRUE;
  }
  return FALSE;
}

void tl_frozen_know(const TlFrozen *f, TlFrozenWord *words, guint n) {
  Lane lanes[LANES];
  TlFrozenWord *next = words, *end = words + n;
  guint running = 0;
  while (running < LANES && take(f, &lanes[running], &next, end))
    running++;
  while (running > 0)
    for (guint i = 0; i < running;)
      if (step(f, &lanes[i]) || take(f, &lanes[i], &next, end))
        i++;
      else
        lanes[i] = lanes[--running];
}
