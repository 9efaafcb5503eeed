/* What occurs in a whole report. */
#include "reports_test.h"

#include "reports/summary.h"

static void test_counts(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  g_autoptr(TlSummary) summary = tl_summary_new(&sample.report);
  assert_int_equal(summary->n_units, 3);
  assert_int_equal(summary->terms->len, 1); /* in two units */
  const TlEntry *council = tl_summary_term(summary, &sample.uses[1]);
  assert_ptr_equal(council, summary->terms->pdata[0]);
  assert_int_equal(council->count, 2);
  assert_int_equal(council->unit, 1);
  assert_ptr_equal(council->first.term, &sample.uses[0]);
  assert_int_equal(tl_summary_name(summary, &sample.name)->count, 1);
  assert_int_equal(tl_summary_misspelling(summary, &sample.misspelling, SAMPLE)->unit, 2);
}

/* The same name and the same misspelling again; then one that differs. */
static void test_same_and_other(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  const TlumachName names[] = {sample.name, sample.name, {sample.name.span, "Прахазка", "Prakhazca", ""}};
  TlumachMisspelling wrong[] = {sample.misspelling, sample.misspelling, sample.misspelling};
  wrong[2].span.end -= strlen("я");
  sample.units[0].names = names;
  sample.units[0].n_names = 3;
  sample.units[2].misspellings = wrong;
  sample.units[2].n_misspellings = 3;
  g_autoptr(TlSummary) summary = tl_summary_new(&sample.report);
  assert_int_equal(summary->names->len, 2);
  assert_int_equal(tl_summary_name(summary, &names[1])->count, 2);
  assert_int_equal(tl_summary_name(summary, &names[2])->number, 2);
  assert_int_equal(summary->misspellings->len, 2);
  assert_int_equal(tl_summary_misspelling(summary, &wrong[0], SAMPLE)->count, 3);
}

static void test_by_count(void **state G_GNUC_UNUSED) {
  TlEntry entries[] = {{.number = 1, .count = 2}, {.number = 2, .count = 5}, {.number = 3, .count = 2}};
  g_autoptr(GPtrArray) list = g_ptr_array_new();
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add(list, &entries[2 - i]);
  g_autoptr(GPtrArray) sorted = tl_summary_by_count(list);
  assert_ptr_equal(sorted->pdata[0], &entries[1]);
  assert_ptr_equal(sorted->pdata[1], &entries[0]);
  assert_ptr_equal(sorted->pdata[2], &entries[2]);
  assert_ptr_equal(list->pdata[0], &entries[2]); /* as it was */
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_counts), cmocka_unit_test(test_same_and_other),
                                     cmocka_unit_test(test_by_count)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
