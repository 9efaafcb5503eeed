/* Units cut into pieces, and lines. */
#include "reports_test.h"

#include "reports/pieces.h"

/* Pieces as "start-end:kind first+count" between blanks; kinds t(ext) T(erm) N(ame) M(isspelling). */
static void assert_pieces(const TlumachUnit *unit, const char *expected) {
  g_autoptr(GArray) pieces = tl_unit_pieces(unit);
  g_autoptr(GString) found = g_string_new(NULL);
  for (guint i = 0; i < pieces->len; i++) {
    const TlPiece *piece = &g_array_index(pieces, TlPiece, i);
    g_string_append_printf(found, "%s%zu-%zu:%c", i ? " " : "", piece->span.start, piece->span.end,
                           "tTNM"[piece->kind]);
    if (piece->kind != TL_PIECE_TEXT)
      g_string_append_printf(found, "%u+%u", piece->first, piece->count);
  }
  assert_string_equal(found->str, expected);
}

static TlumachTermUse use(size_t start, size_t end) {
  return (TlumachTermUse){.hit = {.span = {start, end}}};
}

static void test_plain(void **state G_GNUC_UNUSED) {
  assert_pieces(&(TlumachUnit){.segment = {{5, 9}, 0}}, "5-9:t");
  assert_pieces(&(TlumachUnit){.segment = {{5, 5}, 0}}, "");
}

static void test_all_kinds(void **state G_GNUC_UNUSED) {
  const TlumachTermUse terms[] = {use(10, 12), use(20, 30)};
  const TlumachName names[] = {{.span = {13, 15}}};
  const TlumachMisspelling wrong[] = {{.span = {15, 18}}};
  const TlumachUnit unit = {.segment = {{10, 30}, 0},
                            .terms = terms,
                            .n_terms = 2,
                            .names = names,
                            .n_names = 1,
                            .misspellings = wrong,
                            .n_misspellings = 1};
  assert_pieces(&unit, "10-12:T0+1 12-13:t 13-15:N0+1 15-18:M0+1 18-20:t 20-30:T1+1");
}

/* Several concepts have one term: one piece. A name of the same place gives way. */
static void test_same_place(void **state G_GNUC_UNUSED) {
  const TlumachTermUse terms[] = {use(0, 4), use(0, 4), use(0, 4), use(5, 6)};
  const TlumachName names[] = {{.span = {0, 4}}, {.span = {5, 6}}};
  const TlumachUnit unit = {.segment = {{0, 6}, 0}, .terms = terms, .n_terms = 4, .names = names, .n_names = 2};
  assert_pieces(&unit, "0-4:T0+3 4-5:t 5-6:T3+1");
}

static void test_overlaps(void **state G_GNUC_UNUSED) {
  const TlumachTermUse terms[] = {use(0, 4), use(0, 8), use(2, 6), use(7, 12), use(8, 20)};
  const TlumachName names[] = {{.span = {1, 3}}};
  const TlumachUnit unit = {.segment = {{0, 16}, 0}, .terms = terms, .n_terms = 5, .names = names, .n_names = 1};
  assert_pieces(&unit, "0-8:T1+1 8-16:T4+1"); /* the last one ends with the unit */
}

static void assert_line(const char *text, const char *expected) {
  g_autoptr(GString) out = g_string_new(NULL);
  tl_append_line(out, text, (TlumachSpan){0, strlen(text)});
  assert_string_equal(out->str, expected);
}

static void test_lines(void **state G_GNUC_UNUSED) {
  assert_line("a b", "a b");
  assert_line("a  \tb", "a  \tb");
  assert_line("a \r\n  b\rc\nd", "a b c d");
  assert_line("\na\n", " a ");
  assert_line("", "");
}

static void test_line_of_odd_bytes(void **state G_GNUC_UNUSED) {
  g_autoptr(GString) out = g_string_new(NULL);
  tl_append_line(out, "x\0\xFF\ny", (TlumachSpan){1, 5});
  assert_int_equal(out->len, 4);
  assert_memory_equal(out->str, "\0\xFF y", 4);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_plain),      cmocka_unit_test(test_all_kinds),
                                     cmocka_unit_test(test_same_place), cmocka_unit_test(test_overlaps),
                                     cmocka_unit_test(test_lines),      cmocka_unit_test(test_line_of_odd_bytes)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
