#include "xml_test.h"

#include "base/xml_tree.h"

static TlXmlNode *tree(TlArena *arena, const char *text) {
  g_autoptr(GError) error = NULL;
  TlXmlNode *root = tl_xml_tree("t.xml", text, strlen(text), arena, &error);
  if (!root)
    fail_msg("%s", error->message);
  return root;
}

static void assert_slice(const char *text, TlumachSpan span, const char *expected) {
  assert_int_equal(span.end - span.start, strlen(expected));
  assert_memory_equal(text + span.start, expected, strlen(expected));
}

static void test_nodes(void **state G_GNUC_UNUSED) {
  static const char text[] =
      "<?xml version=\"1.0\"?>\n<a x='1' xml:lang=\"uk\"> <b>t &amp; <i>u</i></b><!-- c --><e/></a>\n";
  g_autoptr(TlArena) arena = tl_arena_new();
  TlXmlNode *root = tree(arena, text);
  assert_string_equal(root->local, "a");
  assert_string_equal(tl_xml_node_attribute(root, NULL, "x"), "1");
  assert_string_equal(tl_xml_node_attribute(root, "xml", "lang"), "uk");
  assert_null(tl_xml_node_attribute(root, NULL, "lang"));
  assert_slice(text, root->tag, "<a x='1' xml:lang=\"uk\">");
  assert_slice(text, root->end_tag, "</a>");
  TlXmlNode *b = tl_xml_node_child(root, "b");
  assert_int_equal(b->previous->kind, TL_XML_TEXT);
  assert_slice(text, tl_xml_node_span(b), "<b>t &amp; <i>u</i></b>");
  assert_slice(text, tl_xml_node_content(b), "t &amp; <i>u</i>");
  assert_slice(text, b->first->tag, "t &amp; ");
  assert_string_equal(b->first->text, "t & ");
  g_autoptr(GString) all = g_string_new(NULL);
  tl_xml_node_text(b, all);
  assert_string_equal(all->str, "t & u");
  assert_int_equal(b->next->kind, TL_XML_COMMENT);
  assert_string_equal(b->next->text, " c ");
  TlXmlNode *e = root->last;
  assert_true(tl_xml_node_empty(e));
  assert_false(tl_xml_node_empty(b));
  assert_slice(text, tl_xml_node_span(e), "<e/>");
  assert_ptr_equal(e->parent, root);
}

static void test_namespaces(void **state G_GNUC_UNUSED) {
  g_autoptr(TlArena) arena = tl_arena_new();
  TlXmlNode *root = tree(arena, "<a xmlns='u:1' xmlns:p='u:2'><p:b p:c='d'/></a>");
  assert_string_equal(root->uri, "u:1");
  assert_null(root->prefix);
  assert_string_equal(root->first->uri, "u:2");
  assert_string_equal(root->first->prefix, "p");
  assert_string_equal(tl_xml_node_attribute(root->first, "p", "c"), "d");
}

static gboolean is_b(gpointer user, const TlXmlElement *element) {
  (void)user;
  return strcmp(element->local, "b") == 0;
}

static gboolean keep(gpointer user, TlXmlNode *root, GError **error) {
  (void)error;
  TlumachSpan span = tl_xml_node_span(root);
  g_string_append_printf(user, "[%zu %zu %u]", span.start, span.end, root->first ? root->first->kind : 9u);
  return TRUE;
}

/* One tree after the other, their spans those of the file; what stands between them is in none. */
static void test_trees(void **state G_GNUC_UNUSED) {
  static const char text[] = "<a>t<b>x<b/></b><!-- c --><c><b/></c> </a>";
  g_autoptr(GString) out = g_string_new(NULL);
  assert_true(tl_xml_trees("t.xml", text, strlen(text), is_b, keep, out, NULL));
  assert_string_equal(out->str, "[4 16 1][29 33 9]");
}

static void test_tag_attributes(void **state G_GNUC_UNUSED) {
  static const char text[] = "<a:b x = '1>' state=\"new\"\n its:state=''/>";
  TlumachSpan value, tag = {0, strlen(text)};
  assert_true(tl_xml_tag_attribute(text, tag, "state", &value));
  assert_slice(text, value, "new");
  assert_true(tl_xml_tag_attribute(text, tag, "its:state", &value));
  assert_slice(text, value, "");
  assert_true(tl_xml_tag_attribute(text, tag, "x", &value));
  assert_slice(text, value, "1>");
  assert_false(tl_xml_tag_attribute(text, tag, "sta", &value));
  assert_false(tl_xml_tag_attribute("<a>", (TlumachSpan){0, 3}, "a", &value));
}

/* As HTML is written: names and values without quotes, names without values, odd signs. */
static void test_loose_attributes(void **state G_GNUC_UNUSED) {
  static const char text[] = "<img src=a/b.png  hidden\fAlt = ООН =x='' y=\"1'>2\" / z='open>";
  static const char *const expected[] = {"src", "a/b.png", "hidden", "",     "Alt", "ООН",
                                         "=x",  "",        "y",      "1'>2", "z",   "open>"};
  TlumachSpan name, value;
  guint n = 0;
  for (size_t at = 0; tl_xml_tag_next(text, (TlumachSpan){0, strlen(text)}, &at, &name, &value); n += 2) {
    assert_true(n + 1 < G_N_ELEMENTS(expected));
    assert_slice(text, name, expected[n]);
    assert_slice(text, value, expected[n + 1]);
  }
  assert_int_equal(n, G_N_ELEMENTS(expected));
}

static void test_fault(void **state G_GNUC_UNUSED) {
  g_autoptr(TlArena) arena = tl_arena_new();
  g_autoptr(GError) error = NULL;
  assert_null(tl_xml_tree("t.xml", "<a><b></a>", 10, arena, &error));
  assert_non_null(error);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_nodes),          cmocka_unit_test(test_namespaces),       cmocka_unit_test(test_trees),
      cmocka_unit_test(test_tag_attributes), cmocka_unit_test(test_loose_attributes), cmocka_unit_test(test_fault)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
