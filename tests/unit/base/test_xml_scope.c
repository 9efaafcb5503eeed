#include "../unit.h"

#include "base/xml_scope.h"

typedef struct Reading {
  TlXmlScope *scope;
  GString *pieces;
} Reading;

/* Each <piece> is one. */
static gboolean enter(gpointer user, const TlXmlElement *element, GError **error G_GNUC_UNUSED) {
  Reading *reading = user;
  tl_xml_scope_enter(reading->scope, element);
  if (strcmp(element->local, "piece") == 0)
    tl_xml_scope_begin(reading->scope, element);
  return TRUE;
}

static gboolean leave(gpointer user, const TlXmlElement *element, GError **error G_GNUC_UNUSED) {
  Reading *reading = user;
  if (strcmp(element->local, "piece") == 0) {
    tl_xml_scope_open(reading->scope, reading->pieces);
    g_string_append(reading->pieces, tl_xml_scope_prefixed(reading->scope) ? ">" : "/>");
  }
  return TRUE;
}

static void assert_pieces(const char *data, const char *expected) {
  g_autoptr(GError) error = NULL;
  g_autoptr(TlXmlScope) scope = tl_xml_scope_new(data);
  g_autoptr(GString) pieces = g_string_new(NULL);
  Reading reading = {scope, pieces};
  tl_xml_parse("t.xml", data, strlen(data), &(TlXmlHandler){.start = enter, .end = leave}, &reading, &error);
  assert_no_error(error);
  assert_string_equal(pieces->str, expected);
}

/* What stands around and is used is told, the nearest one, once; what stands inside comes along. */
static void test_declarations(UNUSED_STATE) {
  assert_pieces("<a xmlns:p='1' xmlns:q=\"2\"><piece><p:b p:c='' q:d=''/></piece></a>",
                "<piece xmlns:p='1' xmlns:q=\"2\">");
  assert_pieces("<a xmlns:p='1'><b xmlns:p='2'><piece><p:b/></piece></b><piece><p:b/></piece></a>",
                "<piece xmlns:p='2'><piece xmlns:p='1'>");
  assert_pieces("<a xmlns:p='1'><piece><b xmlns:p='2'><p:b/></b></piece></a>", "<piece>");
  assert_pieces("<a xmlns:p='1'><b xmlns:p='2'/><b><piece><p:b/></piece></b></a>", "<piece xmlns:p='1'>");
  assert_pieces("<a xmlns:p='1'><piece xml:lang='uk'/></a>", "<piece/>");
}

/* A tag is read once, however many elements in it ask for what it declares. */
static void test_many_elements(UNUSED_STATE) {
  g_autoptr(GString) text = g_string_new("<a xmlns:p='1'>");
  for (guint depth = 0; depth < 60; depth++) {
    g_string_append(text, "<b");
    for (guint i = 0; i < 2000; i++)
      g_string_append_printf(text, " a%u=''", i);
    g_string_append(text, ">");
  }
  g_string_append(text, "<piece>");
  for (guint i = 0; i < 100000; i++)
    g_string_append(text, "<p:b/>");
  g_string_append(text, "</piece>");
  for (guint depth = 0; depth < 60; depth++)
    g_string_append(text, "</b>");
  g_string_append(text, "</a>");
  assert_pieces(text->str, "<piece xmlns:p='1'>");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_declarations), cmocka_unit_test(test_many_elements)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
