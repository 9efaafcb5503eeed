/* Which beads are relied on. */
#include "../unit.h"

#include "session/beads.h"

static const TlumachBead paired = {0, 1, 0, 1, 0.7, FALSE}, wrong = {0, 2, 0, 1, 0.4, FALSE};

/* One letter a bead: u, unsure; s, short; -, neither. */
static void assert_flags(const TlumachBead *beads, const TlBeadLengths *lengths, guint n, const char *expected) {
  static const TlBeadLengths equal[8] = {{9, 9}, {9, 9}, {9, 9}, {9, 9}, {9, 9}, {9, 9}, {9, 9}, {9, 9}};
  g_autofree guint *flags = tl_beads_flags(beads, lengths ? lengths : equal, n);
  assert_int_equal(strlen(expected), n);
  for (guint i = 0; i < n; i++)
    if (flags[i] != (expected[i] == 'u' ? TLUMACH_PAIR_UNSURE : expected[i] == 's' ? TLUMACH_PAIR_SHORT : 0))
      fail_msg("bead %u: %u", i, flags[i]);
}

static void assert_unsure(const TlumachBead *beads, guint n, const char *expected) {
  assert_flags(beads, NULL, n, expected);
}

static TlumachBead left_out(double score) {
  return (TlumachBead){0, 1, 0, 0, score, FALSE};
}

static TlumachBead added(double score) {
  return (TlumachBead){0, 0, 0, 1, score, FALSE};
}

static void test_one_left_out(UNUSED_STATE) {
  assert_unsure((TlumachBead[]){paired, wrong, left_out(0.7), paired}, 4, "-uu-");
  assert_unsure((TlumachBead[]){paired, left_out(0.9), paired, added(0.74)}, 4, "---u");
  assert_unsure(NULL, 0, "");
}

/* Several in a row are believed together, of one side. */
static void test_passage_left_out(UNUSED_STATE) {
  assert_unsure((TlumachBead[]){paired, left_out(0.7), left_out(0.55), paired}, 4, "----");
  assert_unsure((TlumachBead[]){left_out(0.5), left_out(0.6), left_out(0.9)}, 3, "---");
  assert_unsure((TlumachBead[]){left_out(0.3), left_out(0.4), left_out(0.9)}, 3, "uu-");
  assert_unsure((TlumachBead[]){left_out(0.7), added(0.7), paired, added(0.7), added(0.7)}, 5, "uu---");
}

/* Two sentences against one as short as one, in a text of long translations; a little in doubt, too. */
static void test_joined(UNUSED_STATE) {
  const TlBeadLengths lengths[] = {{50, 60}, {100, 90}, {100, 100}, {100, 90}, {50, 20}};
  const TlumachBead beads[] = {
      paired, {0, 2, 0, 1, 0.85, FALSE}, {0, 2, 0, 1, 0.85, FALSE}, {0, 2, 0, 1, 1, TRUE}, paired};
  TlBeadLengths longer[] = {{50, 80}, {100, 90}, {100, 150}, {100, 90}, {50, 80}};
  assert_flags(beads, lengths, 5, "-----");
  assert_flags(beads, (const TlBeadLengths *)longer, 5, "-s---");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_joined), cmocka_unit_test(test_one_left_out),
                                     cmocka_unit_test(test_passage_left_out)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
