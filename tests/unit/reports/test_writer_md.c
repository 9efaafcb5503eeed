/* Markdown. */
#include "reports_test.h"

#define COUNCIL "рада безпеки = Security Council; UN \\& SC; safety board (deprecated)"

static void test_whole(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  g_autofree char *text = written(&sample.report, "md");
  assert_string_equal(
      text, "# a\\&\\<b\\>.txt\n\n| № | uk | en | terms, names, misspellings |\n|--:|---|---|---|\n"
            "| 1 | Секретар **ради безпеки** зустрів *Прахазкою*. |  | " COUNCIL "<br>Прахазка = Prakhazka (name) |\n"
            "| 2 | <ins>Обладнаня</ins>: \\<b\\>\\&\"тег\"\\| \\*x\\*  \xEF\xBF\xBD\\\\. | "
            "Equipment: \"tag\" and \\| so on | "
            "Обладнаня = обладнання; обладнана (misspelt)<br>87% Equipment \\<i\\> \\[old.tmx, olena, 2026-03-12\\] |\n"
            "| 3 | **Рада безпеки**. |  | " COUNCIL " |\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_whole)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
