/* For a terminal. */
#include "reports_test.h"

#define COUNCIL "    рада безпеки = Security Council; UN & SC; safety board (deprecated)\n"

static void test_whole(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  g_autofree char *text = written(&sample.report, "text");
  assert_string_equal(text, "Секретар ради безпеки зустрів Прахазкою.\n" COUNCIL "    Прахазка = Prakhazka (name)\n"
                            "\n"
                            "Обладнаня: <b>&\"тег\"| *x* \\x01\\xFF\\.\n"
                            "  > Equipment: \"tag\" and | so on\n"
                            "    Обладнаня = обладнання; обладнана (misspelt)\n"
                            "    87% Equipment <i> [old.tmx, olena, 2026-03-12]\n"
                            "\n"
                            "Рада безпеки.\n" COUNCIL);
}

/* A term that occurs twice in a unit is said once; one without an equivalent says so. */
static void test_once(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  const TlumachTerm *const none[] = {NULL};
  TlumachTermUse twice[] = {sample.uses[0], sample.uses[0], sample.uses[0]};
  twice[1].hit.span.start++;
  twice[2].targets = none;
  sample.units[0].terms = twice;
  sample.units[0].n_terms = 3;
  sample.file.n_units = 1;
  g_autofree char *text = written(&sample.report, "text");
  assert_string_equal(text, "Секретар ради безпеки зустрів Прахазкою.\n" COUNCIL "    рада безпеки (no equivalent)\n"
                            "    Прахазка = Prakhazka (name)\n");
}

static void test_files(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  sample.file.n_units = 0;
  const TlumachReportFile files[] = {sample.file, sample.file};
  sample.report.files = files;
  sample.report.n_files = 2;
  g_autofree char *text = written(&sample.report, "text");
  assert_string_equal(text, "== a&<b>.txt ==\n\n\n== a&<b>.txt ==\n\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_whole), cmocka_unit_test(test_once),
                                     cmocka_unit_test(test_files)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
