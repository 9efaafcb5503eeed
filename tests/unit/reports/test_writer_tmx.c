/* TMX 1.4b. */
#include "reports_test.h"

static void test_units(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  g_autofree char *text = written(&sample.report, "tmx");
  assert_valid(text, "tmx.rng");
  assert_contains(text, "<tmx version=\"1.4\">");
  assert_contains(text, "<tu tuid=\"1\">\n"
                        "  <note>term: рада безпеки = Security Council; UN &amp; SC; safety board (deprecated)</note>\n"
                        "  <note>name: Прахазка = Prakhazka</note>\n"
                        "  <prop type=\"x-file\">a&amp;&lt;b&gt;.txt</prop>\n  <prop type=\"x-line\">1</prop>\n"
                        "  <tuv xml:lang=\"uk\"><seg>Секретар ради безпеки зустрів Прахазкою.</seg></tuv>\n</tu>\n");
  assert_contains(text, "<tuv xml:lang=\"uk\"><seg>Обладнаня:\t" SAMPLE_AS_XML "</seg></tuv>\n"
                        "  <tuv xml:lang=\"en\"><seg>Equipment:\t\"tag\"\nand | so on</seg></tuv>\n</tu>\n");
}

static void test_empty(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  sample.file.n_units = 0;
  g_autofree char *text = written(&sample.report, "tmx");
  assert_valid(text, "tmx.rng");
  assert_contains(text, "<body>\n</body>");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_units), cmocka_unit_test(test_empty)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
