/* The parts of tlumach check. */
#ifndef TL_COMMANDS_CHECK_H
#define TL_COMMANDS_CHECK_H

#include "commands/options.h"

/* What the command line asks of the files. */
typedef struct TlCheckFiles {
  const TlOptions *options;
  const TlumachSession *session;
  const TlumachCheckOptions *how;
  gboolean texts; /* a text and its translation, not bilingual files */
} TlCheckFiles;

/* Two files of which neither is bilingual by its name: a text and its translation. */
gboolean tl_check_is_texts(char *const *files);
/* File number `i`, or the two texts. */
TlumachBitext *tl_check_open(const TlCheckFiles *files, guint i, GError **error);

/* Puts what is safe into file number `i` (or the target text), and says on standard error in how many places. The file
 * is replaced whole or not at all; the old one stays as NAME~. */
gboolean tl_check_fix(const TlCheckFiles *files, guint i, GError **error);

/* What was found, counted. */
typedef struct TlCheckCount {
  GHashTable *by_check; /* TlumachCheckInfo -> how many */
  guint segments, with_findings, findings, waived, known;
} TlCheckCount;
void tl_check_count_init(TlCheckCount *count);
void tl_check_count_clear(TlCheckCount *count);
void tl_check_count_write(const TlCheckCount *count, gboolean records, TlOutput *output);

#endif
