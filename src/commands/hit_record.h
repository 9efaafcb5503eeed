/* Hits as JSON records, many of them: what a record says of the term is written once a term. */
#ifndef TL_COMMANDS_HIT_RECORD_H
#define TL_COMMANDS_HIT_RECORD_H

#include "commands/records.h"

typedef struct TlHitRecords TlHitRecords;

/* `finder`, which tells the hits, is borrowed. */
TlHitRecords *tl_hit_records_new(const TlumachSession *session, TlumachFinder *finder);
void tl_hit_records_free(TlHitRecords *records);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlHitRecords, tl_hit_records_free)

void tl_hit_records_write(TlHitRecords *records, const TlRecords *to, const TlumachHit *hit);

#endif
