/* XLIFF 1.2. */
#include "reports_test.h"

static void test_units(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  g_autofree char *text = written(&sample.report, "xliff");
  assert_valid(text, "xliff1.rng");
  assert_contains(
      text,
      "<file original=\"a&amp;&lt;b&gt;.txt\" source-language=\"uk\" target-language=\"en\" datatype=\"plaintext\"");
  assert_contains(
      text,
      "<source>Секретар <mrk mtype=\"term\" mid=\"m1\" comment=\"Security Council; UN &amp; SC; safety board "
      "(deprecated)\">"
      "ради безпеки</mrk> зустрів <mrk mtype=\"name\" mid=\"m2\" comment=\"Prakhazka\">Прахазкою</mrk>.</source>\n");
  assert_contains(text, "<note from=\"tlumach\" annotates=\"source\">term: рада безпеки = Security Council; ");
  assert_contains(text, "<note from=\"tlumach\" annotates=\"source\">name: Прахазка = Prakhazka</note>");
  assert_contains(
      text, "<mrk mtype=\"x-misspelt\" mid=\"m1\" comment=\"обладнання; обладнана\">Обладнаня</mrk>:\t" SAMPLE_AS_XML
            "</source>\n"
            "  <target>Equipment:\t\"tag\"\nand | so on</target>\n");
  assert_contains(text, "<context context-type=\"linenumber\">4</context>");
  assert_contains(text, "<alt-trans match-quality=\"87%\" origin=\"old.tmx, olena, "
                        "2026-03-12\"><source>Обладнання</source><target>Equipment "
                        "&lt;i&gt;</target></alt-trans>");
}

/* Two concepts that share a term: the mark says the equivalents of both. No comment when there is nothing to say. */
static void test_shared_and_silent(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  const TlumachTerm *const none[] = {NULL}, *const one[] = {&sample.terms[1], NULL};
  TlumachTermUse shared[] = {sample.uses[0], sample.uses[0]};
  shared[0].targets = shared[1].targets = one;
  sample.units[0].terms = shared;
  sample.units[0].n_terms = 2;
  sample.uses[1].targets = none;
  g_autofree char *text = written(&sample.report, "xliff");
  assert_contains(text, "mid=\"m1\" comment=\"Security Council | Security Council\">ради безпеки</mrk>");
  assert_contains(text, "<source><mrk mtype=\"term\" mid=\"m1\">Рада безпеки</mrk>.</source>");
  assert_contains(text, "term: рада безпеки (no equivalent)</note>");
}

static void test_empty(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  sample.file.n_units = 0;
  g_autofree char *text = written(&sample.report, "xliff");
  assert_valid(text, "xliff1.rng");
  assert_lacks(text, "trans-unit");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_units), cmocka_unit_test(test_shared_and_silent),
                                     cmocka_unit_test(test_empty)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
