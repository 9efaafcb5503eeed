/* The parts of tlumach check. */
#ifndef TL_COMMANDS_CHECK_H
#define TL_COMMANDS_CHECK_H

#include "commands/options.h"

/* What the command line asks of the files. */
typedef struct TlCheckFiles {
  const TlOptions *options;
  const TlumachSession *session;
  const TlumachCheckOptions *how;
  gboolean texts;       /* a text and its translation, not bilingual files */
  const char *baseline; /* what findings are known, and are not mended; NULL: none */
} TlCheckFiles;

/* Two files of which neither is bilingual by its name: a text and its translation. */
gboolean tl_check_is_texts(char *const *files);
/* The file that the target of number `i` is in. */
const char *tl_check_target_path(const TlCheckFiles *files, guint i);
/* File number `i`, or the two texts; the bytes of the target's file may be given. */
TlumachBitext *tl_check_from_bytes(const TlCheckFiles *files, guint i, GBytes *raw, GError **error);
TlumachBitext *tl_check_open(const TlCheckFiles *files, guint i, GError **error);

/* Puts what is safe into file number `i` (or the target text), and says on standard error in how many places. The file
 * is replaced whole or not at all; the old one stays as NAME~. */
gboolean tl_check_fix(const TlCheckFiles *files, guint i, GError **error);

/* Of the term bases that are named, those that come with the program: nobody has agreed on them by naming them. */
char **tl_check_common(char **glossaries);
/* What the usual checks say of the translations in a report, put into it. */
gboolean tl_check_report(const TlOptions *options, const TlumachSession *session, TlumachReport *report,
                         GError **error);

/* What was found, counted. */
typedef struct TlCheckCount {
  GHashTable *by_check; /* TlumachCheckInfo -> how many */
  guint segments, empty, with_findings, findings, waived, known;
} TlCheckCount;
void tl_check_count_init(TlCheckCount *count);
void tl_check_count_clear(TlCheckCount *count);
void tl_check_count_write(const TlCheckCount *count, gboolean records, TlOutput *output);

#endif
