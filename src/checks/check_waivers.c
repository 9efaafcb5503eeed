/* A note of a segment that means to waive a check and does not: no reason, no such check. */
#include "checks/check.h"
#include "checks/waivers.h"

typedef struct Telling {
  TlChecker *checker;
  const TlCheckUnit *unit;
} Telling;

static void fault(const char *message, gpointer user) {
  const Telling *telling = user;
  tl_found(telling->checker, telling->unit, TL_NOWHERE, TL_NOWHERE, NULL, "in a note: %s", message);
}

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  Telling telling = {checker, unit};
  (void)state;
  g_autoptr(GArray) good = tl_waivers_new();
  tl_waivers_of_note(unit->pair->note, good, fault, &telling);
}

const TlCheck tl_check_waivers = {.info = {"waivers", TLUMACH_WARNING, TRUE,
                                           "A note of a segment waives a check and gives no reason for it.",
                                           "tlumach: waive numbers"},
                                  .always = TRUE,
                                  .pair = pair};
