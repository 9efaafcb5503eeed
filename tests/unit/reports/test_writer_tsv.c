/* Tables. */
#include "reports_test.h"

#define COUNCIL "рада безпеки = Security Council; UN & SC; safety board (deprecated)"

static void test_whole(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  g_autofree char *text = written(&sample.report, "tsv");
  assert_string_equal(text,
                      "source\ttarget\tterms\tnames\tmisspellings\tmemory\n"
                      "Секретар ради безпеки зустрів Прахазкою.\t\t" COUNCIL "\tПрахазка = Prakhazka\t\t\n"
                      "Обладнаня:\\t<b>&\"тег\"| *x* \x01\xEF\xBF\xBD\\\\.\tEquipment:\\t\"tag\"\\nand | so on\t\t\t"
                      "Обладнаня = обладнання; обладнана\t87% Equipment <i> [old.tmx, olena, 2026-03-12]\n"
                      "Рада безпеки.\t\t" COUNCIL "\t\t\t\n");
}

static void test_nul(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  g_autoptr(TlumachDocument) document = sample_document("a\0b", 3);
  const TlumachUnit unit = {.segment = {{0, 3}, 0}};
  const TlumachReportFile file = {.document = document, .units = &unit, .n_units = 1};
  sample.report.files = &file;
  g_autofree char *text = written(&sample.report, "tsv");
  assert_contains(text, "\na\xEF\xBF\xBD"
                        "b\t\t\t\t\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_whole), cmocka_unit_test(test_nul)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
