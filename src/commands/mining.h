/* Texts and translations that terms are looked for in, and the formats of what is found. */
#ifndef TL_COMMANDS_MINING_H
#define TL_COMMANDS_MINING_H

#include "commands/term.h"
#include "tlumach/mining.h"

typedef struct TlMiningTexts {
  TlumachMiningText *items;
  guint n;
} TlMiningTexts;

/* Opens the files, standard input when there is none; bilingual ones are known by their endings. */
gboolean tl_mining_open(TlOptions *options, TlMiningTexts *texts, GError **error);
void tl_mining_clear(TlMiningTexts *texts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TlMiningTexts, tl_mining_clear)

/* "text", "tsv", "jsonl" or "tbx", as --format or the ending of --output asks. */
const char *tl_mining_format(const TlOptions *options, GError **error);

#endif
