#include "xml_test.h"

#include "base/xml_html.h"

static char *events(const char *data) {
  Seen seen = {.events = g_string_new(NULL), .data = data};
  g_autoptr(GError) error = NULL;
  tl_html_parse("t.html", data, strlen(data), &seen_handler, &seen, &error);
  assert_no_error(error);
  return g_string_free(seen.events, FALSE);
}

static void assert_events(const char *data, const char *expected) {
  g_autofree char *found = events(data);
  assert_string_equal(found, expected);
}

/* Names come in small letters; what HTML lets people leave away is made up. */
static void test_forgiving(UNUSED_STATE) {
  assert_events("<P>один<p>два", "<html><body><p>один</p><p>два</p></body></html>");
  assert_events("<p>a<br>b<IMG src=x alt='ї'></p>",
                "<html><body><p>a<br></br>b<img src=x alt=ї></img></p></body></html>");
  assert_events("*<p>*ра\nб", "<html><body><p>*</p><p>*ра\nб</p></body></html>"); /* the first is not the second */
  assert_events("", "");
  assert_events("\xEF\xBB\xBF", "");
}

static void test_entities(UNUSED_STATE) {
  assert_events("<p>&lt;&nbsp;&#1111;&eacute;</p>", "<html><body><p><\xC2\xA0їé</p></body></html>");
}

/* A <meta> tells of the file, which is decoded by now. */
static void test_meta_is_not_believed(UNUSED_STATE) {
  g_autofree char *found = events("<html><head><meta charset='windows-1251'></head><body>рада</body></html>");
  assert_non_null(strstr(found, "рада"));
}

/* Odd bytes and NULs are text like any other, and end nothing. */
static void test_odd_bytes(UNUSED_STATE) {
  assert_events("<p>а\xFFб<b>\xD0</b>в", "<html><body><p>а\xFFб<b>\xD0</b>в</p></body></html>");
  static const char text[] = "<p>а\0б</p>";
  Seen seen = {.events = g_string_new(NULL), .data = text};
  assert_true(tl_html_parse("t.html", text, sizeof text - 1, &(TlXmlHandler){.text = seen_text}, &seen, NULL));
  assert_int_equal(seen.events->len, 5);
  assert_memory_equal(seen.events->str, "а\0б", 5);
  g_string_free(seen.events, TRUE);
}

static void assert_entity(const char *reference, const char *character) {
  char utf8[8];
  size_t size = tl_html_entity(reference, strlen(reference), utf8);
  assert_int_equal(size, strlen(character));
  assert_memory_equal(utf8, character, size);
}

static void test_entity(UNUSED_STATE) {
  assert_entity("&amp;", "&");
  assert_entity("&#1110;", "і");
  assert_entity("&#x456;", "і");
  assert_entity("&laquo;", "«");
  assert_entity("&nosuchthing;", "");
  assert_entity("&#;", "");
  assert_entity("&#x110000;", "");
  assert_entity("amp;", "");
  assert_entity("&amp", "");
}

/* Nothing that anybody wrote makes it fail. */
static void test_anything(UNUSED_STATE) {
  static const char *const odd[] = {"<",
                                    "<<<>>>",
                                    "</p></p>",
                                    "<p <b>",
                                    "&&&#xFFFFFFFFFF;",
                                    "<!DOCTYPE html [<!ENTITY a 'b'>]>&a;",
                                    "\xFF\xFE",
                                    "<script><p></script>"};
  for (guint i = 0; i < G_N_ELEMENTS(odd); i++) {
    g_autoptr(GError) error = NULL;
    assert_true(tl_html_parse("t.html", odd[i], strlen(odd[i]), &(TlXmlHandler){.start = NULL}, NULL, &error));
  }
}

static gboolean count(gpointer user, const TlXmlElement *element, GError **error G_GNUC_UNUSED) {
  assert_int_equal(element->tag.start, element->tag.end); /* nobody wrote it */
  ++*(guint *)user;
  return TRUE;
}

/* End tags that are made up at the end of a long text, each without a look back through it. */
static void test_many_ends(UNUSED_STATE) {
  enum { N = 50000, LENGTH = 4 << 20 };
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) text = g_string_new(NULL);
  g_autofree char *much = g_strnfill(LENGTH, 'x');
  guint n = 0;
  for (guint i = 0; i < N; i++)
    g_string_append(text, "<b>");
  g_string_append(text, much);
  assert_true(tl_html_parse("t.html", text->str, text->len, &(TlXmlHandler){.end = count}, &n, &error));
  assert_int_equal(n, N + 2); /* and of <html> and <body> */
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_forgiving), cmocka_unit_test(test_entities), cmocka_unit_test(test_meta_is_not_believed),
      cmocka_unit_test(test_odd_bytes), cmocka_unit_test(test_entity),   cmocka_unit_test(test_anything),
      cmocka_unit_test(test_many_ends)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
