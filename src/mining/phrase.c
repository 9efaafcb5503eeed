#include "mining/phrase.h"

typedef struct Finder {
  const TlMineToken *tokens;
  guint n, first, end; /* end: behind the last token that may belong to it */
  TlPhraseFunc found;
  gpointer user;
  guint64 seen;         /* lengths already found from `first` on */
  gboolean *adjectival; /* tokens that are the adjective of a noun behind them */
} Finder;

static gboolean follows(const TlMineToken *tokens, guint n, guint i) {
  return i < n && tokens[i].token.gap == TL_GAP_SPACE;
}

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

static void put(Finder *f, const TlPhrase *phrase) {
  if (f->seen & (1ull << phrase->n))
    return;
  f->seen |= 1ull << phrase->n;
  f->found(phrase, f->user);
}

/* From the last token on: the group that begins at each, if it does. */
static void mark_adjectival(Finder *f) {
  TlMorph behind = {0};
  for (guint i = f->n; i-- > 0;) {
    const TlMineWord *word = f->tokens[i].word;
    if (!follows(f->tokens, f->n, i + 1))
      behind = (TlMorph){0};
    f->adjectival[i] = word && word->adjective && behind.pos == TL_POS_NOUN && narrow(&behind, word->adjective_morph);
    if (!f->adjectival[i])
      behind = word && word->noun ? word->noun_morph : (TlMorph){0};
  }
}

/* The next word is a verb whose subject the noun is, and the head is none: під час цієї зустрічі сторони домовилися. A
 * head in the accusative is let be: ремонт стелі завершили. */
static gboolean is_subject(const Finder *f, guint noun, TlMorph head) {
  const TlMineWord *next = follows(f->tokens, f->n, noun + 1) ? f->tokens[noun + 1].word : NULL;
  if (!next || next->subject == TL_CONCORDS || ((head.singular | head.plural) & (TL_CASE_NOM | TL_CASE_ACC)))
    return FALSE;
  return (tl_morph_cases(&f->tokens[noun].word->noun_morph, next->subject) & TL_CASE_NOM) != 0;
}

/* The cases of a group, by the word before it, too. */
static TlMorph behind(const Finder *f, guint at, TlMorph morph) {
  if (at > 0 && follows(f->tokens, f->n, at) && tl_mine_is_adjective(f->tokens[at - 1].word))
    narrow(&morph, f->tokens[at - 1].word->adjective_morph);
  return morph;
}

/* A group from token `at` on: adjectives, then a noun, and what depends on it. `head`: of the first group; NULL: this
 * is it. */
static void find_group(Finder *f, guint at, const TlPhrase *head) {
  for (guint noun = at; noun < f->end; noun++) {
    const TlMineWord *word = f->tokens[noun].word;
    TlMorph morph = word->noun ? word->noun_morph : (TlMorph){0};
    gboolean fits = word->noun && !f->adjectival[noun];
    for (guint i = at; i < noun && fits; i++)
      fits = narrow(&morph, f->tokens[i].word->adjective_morph);
    if (fits && (!head || (genitive(morph) && !is_subject(f, noun, behind(f, f->first, head->morph))))) {
      const TlPhrase phrase = {f->first, noun - f->first + 1, head ? head->head : noun - f->first,
                               head ? head->morph : morph};
      put(f, &phrase);
      find_group(f, noun + 1, &phrase);
    }
    if (!word->adjective)
      break;
  }
}

void tl_phrases(const TlMineToken *tokens, guint n, guint most, TlPhraseFunc found, gpointer user) {
  g_autofree gboolean *adjectival = g_new0(gboolean, n + 1);
  Finder f = {.tokens = tokens, .n = n, .found = found, .user = user, .adjectival = adjectival};
  most = CLAMP(most, 1, 8);
  mark_adjectival(&f);
  for (f.first = 0; f.first < n; f.first++) {
    if (!tl_mine_is_part(tokens[f.first].word))
      continue;
    f.end = f.first + 1;
    while (f.end < f.first + most && follows(tokens, n, f.end) && tl_mine_is_part(tokens[f.end].word))
      f.end++;
    f.seen = 0;
    find_group(&f, f.first, NULL);
  }
}
