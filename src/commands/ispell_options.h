/* The command line of tlumach-ispell: that of ispell, aspell, hunspell and enchant together, as far as their clients
 * use it. */
#ifndef TL_COMMANDS_ISPELL_OPTIONS_H
#define TL_COMMANDS_ISPELL_OPTIONS_H

#include "commands/options.h"
#include "editors/ispell/mask.h"
#include "editors/ispell/personality.h"

typedef enum TlIspellTask {
  TL_ISPELL_NONE, /* nothing was asked for that we do */
  TL_ISPELL_PIPE,
  TL_ISPELL_LIST,
  TL_ISPELL_VERSION,
  TL_ISPELL_HELP,
  TL_ISPELL_DICTIONARIES, /* hunspell -D */
  TL_ISPELL_DICTS,        /* aspell dicts */
  TL_ISPELL_CONFIG        /* aspell config KEY */
} TlIspellTask;

typedef struct TlIspellOptions {
  const TlPersonality *personality;
  TlIspellTask task;
  TlOptions common;    /* term bases and configuration */
  char **dictionaries; /* paths without an ending, at least one once tl_ispell_options_open succeeded */
  char *asked;         /* the dictionaries as they were named, or NULL */
  char *personal;      /* file of own words; NULL: the usual one */
  char *encoding;      /* NULL: UTF-8 */
  TlMarkup markup;
  gboolean byte_offsets;
  GPtrArray *arguments; /* what is left: files, a key; strings of argv */
} TlIspellOptions;

/* FALSE: an option that is ours alone is wrong. Others are passed over when nobody knows them, as these programs do. */
gboolean tl_ispell_options_parse(int argc, char **argv, TlIspellOptions *options, GError **error);
/* Finds the dictionaries and the configuration. */
gboolean tl_ispell_options_open(TlIspellOptions *options, GError **error);
void tl_ispell_options_clear(TlIspellOptions *options);
/* "uk" of ".../uk_UA". Free with g_free. */
char *tl_ispell_language(const char *dictionary);

#endif
