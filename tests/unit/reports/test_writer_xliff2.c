/* XLIFF 2.1. */
#include "reports_test.h"

static void test_glossary(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  g_autofree char *text = written(&sample.report, "xliff2");
  assert_valid(text, "xliff2.rng");
  assert_contains(text, "srcLang=\"uk\" trgLang=\"en\"");
  assert_contains(
      text, "    <gls:glossEntry id=\"g1\" ref=\"#m1\">\n      <gls:term source=\"un.tbx\">рада безпеки</gls:term>\n"
            "      <gls:translation source=\"un.tbx\">Security Council</gls:translation>\n      <gls:translation "
            "source=\"un.tbx\">UN &amp; "
            "SC</gls:translation>\n"
            "      <gls:definition>A &lt;body&gt; of the UN</gls:definition>\n    </gls:glossEntry>\n");
  assert_contains(text, "<note id=\"n1\" category=\"term\" appliesTo=\"source\">"
                        "рада безпеки = Security Council; UN &amp; SC; safety board (deprecated)</note>");
  assert_contains(text, "<note id=\"n3\" category=\"name\" appliesTo=\"source\">Прахазка = Prakhazka</note>");
  assert_contains(text, "<segment id=\"s1\" state=\"initial\">\n    <source>Секретар <mrk id=\"m1\" type=\"term\" "
                        "ref=\"#gls=g1\">ради безпеки</mrk>"
                        " зустрів <mrk id=\"m3\" type=\"comment\" ref=\"#n=n3\">Прахазкою</mrk>.</source>\n");
}

static void test_candidates(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  g_autofree char *text = written(&sample.report, "xliff2");
  assert_contains(text, "<mtc:match ref=\"#all\" type=\"tm\" similarity=\"87\" origin=\"old.tmx, olena, "
                        "2026-03-12\"><source>Обладнання</source>"
                        "<target>Equipment &lt;i&gt;</target></mtc:match>");
  assert_contains(text,
                  "<segment id=\"s1\" state=\"translated\">\n    <source><mrk id=\"all\" type=\"mtc:match\">"
                  "<mrk id=\"m0\" type=\"comment\" ref=\"#n=n0\">Обладнаня</mrk>:\t" SAMPLE_AS_XML "</mrk></source>\n"
                  "    <target>Equipment:\t\"tag\"\nand | so on</target>\n");
}

/* What is different in a match stands in a note, for a match has no place for one. */
static void test_difference(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  sample.suggestion.difference = "same except 3 → 4";
  g_autofree char *text = written(&sample.report, "xliff2");
  assert_valid(text, "xliff2.rng");
  assert_contains(text, " category=\"memory\" appliesTo=\"source\">87% Equipment &lt;i&gt; (same except 3 → 4) "
                        "[old.tmx, olena, 2026-03-12]</note>");
}

/* A term twice in a unit: two marks, one entry, which leads to the first. */
static void test_one_entry(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  TlumachSpan span = sample.uses[1].hit.span;
  TlumachTermUse twice[] = {sample.uses[1], sample.uses[1]};
  twice[0].hit.span.end = span.start + strlen("Рада");
  twice[1].hit.span.start = span.end - strlen("безпеки");
  sample.units[2].terms = twice;
  sample.units[2].n_terms = 2;
  g_autofree char *text = written(&sample.report, "xliff2");
  const char *third = strstr(text, "<unit id=\"u3\">");
  assert_non_null(third);
  assert_contains(third, "<mrk id=\"m0\" type=\"term\" ref=\"#gls=g1\">Рада</mrk> <mrk id=\"m2\" type=\"term\" "
                         "ref=\"#gls=g1\">безпеки</mrk>.");
  assert_contains(third, "<gls:glossEntry id=\"g1\" ref=\"#m0\">");
  assert_lacks(third, "id=\"g2\"");
}

/* A file must have a unit or a group. */
static void test_empty(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  sample.file.n_units = 0;
  g_autofree char *text = written(&sample.report, "xliff2");
  assert_valid(text, "xliff2.rng");
  assert_contains(text, "<group id=\"empty\"/>");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_glossary), cmocka_unit_test(test_candidates),
                                     cmocka_unit_test(test_difference), cmocka_unit_test(test_one_entry),
                                     cmocka_unit_test(test_empty)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
