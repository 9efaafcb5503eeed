/* Which beads are relied on. */
#include "../unit.h"

#include "session/beads.h"

static const TlumachBead paired = {0, 1, 0, 1, 0.7, FALSE}, wrong = {0, 2, 0, 1, 0.4, FALSE};

/* One letter a bead: u, unsure; -, not. */
static void assert_unsure(const TlumachBead *beads, guint n, const char *expected) {
  g_autofree gboolean *unsure = tl_beads_unsure(beads, n);
  assert_int_equal(strlen(expected), n);
  for (guint i = 0; i < n; i++)
    if (unsure[i] != (expected[i] == 'u'))
      fail_msg("bead %u", i);
}

static TlumachBead left_out(double score) {
  return (TlumachBead){0, 1, 0, 0, score, FALSE};
}

static TlumachBead added(double score) {
  return (TlumachBead){0, 0, 0, 1, score, FALSE};
}

static void test_one_left_out(UNUSED_STATE) {
  assert_unsure((TlumachBead[]){paired, wrong, left_out(0.7), paired}, 4, "-uu-");
  assert_unsure((TlumachBead[]){paired, left_out(0.9), paired, added(0.84)}, 4, "---u");
  assert_unsure(NULL, 0, "");
}

/* Several in a row are believed together, of one side. */
static void test_passage_left_out(UNUSED_STATE) {
  assert_unsure((TlumachBead[]){paired, left_out(0.7), left_out(0.55), paired}, 4, "----");
  assert_unsure((TlumachBead[]){left_out(0.5), left_out(0.6), left_out(0.9)}, 3, "---");
  assert_unsure((TlumachBead[]){left_out(0.3), left_out(0.4), left_out(0.9)}, 3, "uu-");
  assert_unsure((TlumachBead[]){left_out(0.7), added(0.7), paired, added(0.7), added(0.7)}, 5, "uu---");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_one_left_out), cmocka_unit_test(test_passage_left_out)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
