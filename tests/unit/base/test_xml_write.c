#include "xml_test.h"

#include "base/xml_write.h"

static char *written(void (*write)(TlOutput *, const char *, gssize), const char *text, gssize length) {
  GString *out = g_string_new(NULL);
  TlOutput *output = tl_output_memory(out);
  write(output, text, length);
  tl_output_close(output, NULL);
  return g_string_free(out, FALSE);
}

static void assert_written(void (*write)(TlOutput *, const char *, gssize), const char *text, const char *expected) {
  g_autofree char *found = written(write, text, -1);
  assert_string_equal(found, expected);
}

static void test_text(UNUSED_STATE) {
  assert_written(tl_xml_write_text, "a < b && c > d", "a &lt; b &amp;&amp; c &gt; d");
  assert_written(tl_xml_write_text, "\"об'єкт\"\t\n", "\"об'єкт\"\t\n");
  assert_written(tl_xml_write_text, "a\r\nb", "a&#13;\nb"); /* §2.11: a bare CR would come back as LF */
  assert_written(tl_xml_write_text, "", "");
}

static void test_attribute(UNUSED_STATE) {
  assert_written(tl_xml_write_attribute, "\"<&>'\t\n\r", "&quot;&lt;&amp;&gt;'&#9;&#10;&#13;");
}

static void test_what_xml_cannot_hold(UNUSED_STATE) {
  assert_written(tl_xml_write_text,
                 "a\x01"
                 "b\x1B"
                 "c\x7F",
                 "a\xEF\xBF\xBD"
                 "b\xEF\xBF\xBD"
                 "c\x7F");
  assert_written(tl_xml_write_text, "\xFF\xD0", "\xEF\xBF\xBD\xEF\xBF\xBD");
  assert_written(tl_xml_write_text, "\xEF\xBF\xBE", "\xEF\xBF\xBD"); /* U+FFFE */
  g_autofree char *nul = written(tl_xml_write_text, "a\0b", 3);
  assert_string_equal(nul, "a\xEF\xBF\xBD"
                           "b");
}

/* Every character below U+3000 comes back from a reader as it went out, or as U+FFFD. */
static void test_round_trip(UNUSED_STATE) {
  for (gunichar c = 0; c < 0x3000; c++) {
    char text[8] = {0};
    int length = g_unichar_to_utf8(c, text);
    g_autofree char *attribute = written(tl_xml_write_attribute, text, length),
                    *inner = written(tl_xml_write_text, text, length);
    g_autofree char *document = g_strdup_printf("<a b=\"%s\">%s</a>", attribute, inner);
    gboolean legal = c >= 0x20 || c == '\t' || c == '\n' || c == '\r';
    g_autofree char *expected =
        g_strdup_printf("<a b=%s>%s</a>", legal ? text : "\xEF\xBF\xBD", legal ? text : "\xEF\xBF\xBD");
    Seen seen = {.events = g_string_new(NULL), .data = document};
    g_autoptr(GError) error = NULL;
    tl_xml_parse("t.xml", document, strlen(document), &seen_handler, &seen, &error);
    assert_no_error(error);
    assert_string_equal(seen.events->str, expected);
    g_string_free(seen.events, TRUE);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_text), cmocka_unit_test(test_attribute),
                                     cmocka_unit_test(test_what_xml_cannot_hold), cmocka_unit_test(test_round_trip)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
