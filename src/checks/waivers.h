/* Waivers: findings that somebody has looked at and lets stand, with the reason: "ID [TEXT] -- REASON", in the
 * configuration for the whole, in a note of a segment ("tlumach: waive …") for the segment. */
#ifndef TL_CHECKS_WAIVERS_H
#define TL_CHECKS_WAIVERS_H

#include "checks/check.h"

typedef struct TlWaiver {
  const TlumachCheckInfo *check;
  char *text; /* in small letters: words of the place or of what is suggested; NULL: any */
  char *reason;
} TlWaiver;

GArray *tl_waivers_new(void); /* of TlWaiver */
/* Appends; `lines` may be NULL. FALSE: one is none. */
gboolean tl_waivers_parse(const char *const *lines, GArray *waivers, GError **error);
/* Those of a note. A line that begins as one and is none is told to `fault` (may be NULL). */
typedef void (*TlWaiverFault)(const char *message, gpointer user);
void tl_waivers_of_note(const char *note, GArray *waivers, TlWaiverFault fault, gpointer user);
/* The reason why the finding stands, or NULL. Lives as long as the checker. */
const char *tl_waived(TlChecker *checker, const TlumachFinding *finding);

#endif
