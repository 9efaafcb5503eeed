#include "../unit.h"

#include "base/xml_limits.h"

static gboolean check(const char *text, GError **error) {
  return tl_xml_check_limits("t.xml", text, strlen(text), error);
}

/* A start tag of `size` bytes in all. */
static char *tag_of(gsize size) {
  g_autofree char *value = g_strnfill(size - strlen("<a x=''/>"), 'v');
  return g_strdup_printf("<a x='%s'/>", value);
}

static void test_tag_size(UNUSED_STATE) {
  g_autoptr(GError) error = NULL;
  g_autofree char *fits = tag_of(TL_XML_TAG_MAX), *over = tag_of(TL_XML_TAG_MAX + 2);
  assert_true(check(fits, &error));
  assert_false(check(over, &error));
  assert_failed(&error, TLUMACH_ERROR_LIMIT, "t.xml:1:1: a tag of more than 32 KiB");
  g_autofree char *open = g_strdup_printf("<a>\n  <b x='%s", over); /* never closed */
  assert_false(check(open, &error));
  assert_failed(&error, TLUMACH_ERROR_LIMIT, "t.xml:2:3:");
}

/* Text, comments, CDATA and instructions may be as long as they like, and have what tags may not. */
static void test_other_sizes(UNUSED_STATE) {
  g_autoptr(GError) error = NULL;
  g_autofree char *much = g_strnfill(100000, 'x');
  static const char *const forms[] = {"<a>%s</a>", "<a><!-- < %s --></a>", "<a><![CDATA[ <b '%s ]]></a>",
                                      "<?x < %s ?><a/>"};
  for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
    g_auto(GStrv) parts = g_strsplit(forms[i], "%s", 2);
    g_autofree char *text = g_strjoin(much, parts[0], parts[1], NULL);
    assert_true(check(text, &error));
    assert_no_error(error);
  }
}

static void test_packed(UNUSED_STATE) {
  g_autoptr(GError) error = NULL;
  assert_false(tl_xml_check_limits("t.tbx", "\x1F\x8B\x08\0\0", 5, &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "t.tbx: is compressed (gzip); unpack it first");
  assert_false(tl_xml_check_limits("t.tbx", "PK\x03\x04....", 8, &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "ZIP");
  assert_false(tl_xml_check_limits("t.tbx", "<a>\n\0</a>", 9, &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "t.tbx:2:1: a NUL byte");
}

/* A quote or `>` inside a value ends no tag; quotes in text open nothing. */
static void test_quotes(UNUSED_STATE) {
  g_autoptr(GError) error = NULL;
  assert_true(check("<a x='>' y=\"'\">об'єкт \"</a>", &error));
  assert_true(check("", &error));
  assert_true(check("<", &error));
  assert_true(check("<!", &error));
  assert_true(check("<!DOCTYPE a [", &error));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_tag_size), cmocka_unit_test(test_other_sizes),
                                     cmocka_unit_test(test_packed), cmocka_unit_test(test_quotes)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
