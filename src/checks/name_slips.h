/* Slips in names, seen in the translation alone: a capitalised word that stands there once, is in no dictionary, and is
 * one slip away from another one, while the source has the same name in both places. */
#ifndef TL_CHECKS_NAME_SLIPS_H
#define TL_CHECKS_NAME_SLIPS_H

#include "checks/check.h"

typedef struct TlNameSlips TlNameSlips;

TlNameSlips *tl_name_slips_new(void);
void tl_name_slips_free(TlNameSlips *slips);
/* A capitalised word of the target, without a possessive. `known`: the term base has it. */
void tl_name_slips_add(TlNameSlips *slips, guint pair, TlumachSpan place, const char *text, gboolean known);
/* Tells what it found. */
void tl_name_slips_end(TlNameSlips *slips, TlChecker *checker);

#endif
