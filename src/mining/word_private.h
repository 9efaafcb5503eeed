/* What the readers of words share. */
#ifndef TL_MINING_WORD_PRIVATE_H
#define TL_MINING_WORD_PRIVATE_H

#include "mining/word.h"

struct TlMineWords {
  const TlMineLanguage *language;
  GHashTable *known; /* as written, with a mark where a sentence begins -> TlMineWord */
  TlArena *arena;
};

#endif
