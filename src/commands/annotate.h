/* The parts of tlumach annotate. */
#ifndef TL_COMMANDS_ANNOTATE_H
#define TL_COMMANDS_ANNOTATE_H

#include "commands/options.h"

/* What stands around what is put in, and between several. */
typedef struct TlAnnotateMarks {
  const char *open, *close, *separator;
} TlAnnotateMarks;

/* What check says of a translation, put into its file. The exit code. */
int tl_annotate_check(const TlOptions *options, const TlAnnotateMarks *marks);

#endif
