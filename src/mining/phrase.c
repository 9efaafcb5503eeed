#include "mining/phrase.h"

typedef struct Finder {
  const TlMineToken *tokens;
  guint n, first, end; /* end: behind the last token that may belong to it */
  TlPhraseFunc found;
  gpointer user;
  guint64 seen; /* lengths already found from `first` on */
} Finder;

/* Narrows the cases of a group by those of an adjective; FALSE when nothing is left. */
static gboolean narrow(TlMorph *group, TlMorph adjective) {
  if (!tl_grammar_agree(adjective, *group))
    return FALSE;
  group->singular &= adjective.singular;
  group->plural &= adjective.plural;
  return TRUE;
}

static gboolean genitive(TlMorph morph) {
  return ((morph.singular | morph.plural) & TL_CASE_GEN) != 0;
}

static void put(Finder *f, guint noun, guint head, TlMorph morph) {
  guint length = noun - f->first + 1;
  const TlPhrase phrase = {f->first, length, head - f->first, morph};
  if (f->seen & (1ull << length))
    return;
  f->seen |= 1ull << length;
  f->found(&phrase, f->user);
}

/* A group from token `at` on: adjectives, then a noun. `head`: G_MAXUINT for the first group. */
static void find_group(Finder *f, guint at, guint head, TlMorph head_morph) {
  for (guint noun = at; noun < f->end; noun++) {
    const TlMineWord *word = f->tokens[noun].word;
    TlMorph morph = word->noun ? word->noun_morph : (TlMorph){0};
    gboolean fits = word->noun != NULL;
    for (guint i = at; i < noun && fits; i++)
      fits = narrow(&morph, f->tokens[i].word->adjective_morph);
    gboolean first = head == G_MAXUINT;
    if (fits && (first || genitive(morph))) {
      put(f, noun, first ? noun : head, first ? morph : head_morph);
      find_group(f, noun + 1, first ? noun : head, first ? morph : head_morph);
    }
    if (!word->adjective)
      break;
  }
}

void tl_phrases(const TlMineToken *tokens, guint n, guint most, TlPhraseFunc found, gpointer user) {
  Finder f = {.tokens = tokens, .n = n, .found = found, .user = user};
  most = CLAMP(most, 1, 8);
  for (f.first = 0; f.first < n; f.first++) {
    if (!tokens[f.first].word)
      continue;
    f.end = f.first + 1;
    while (f.end < n && f.end < f.first + most && tokens[f.end].word && tokens[f.end].token.gap == TL_GAP_SPACE)
      f.end++;
    f.seen = 0;
    find_group(&f, f.first, G_MAXUINT, (TlMorph){0});
  }
}
