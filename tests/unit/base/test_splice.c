#include "../unit.h"

#include "base/splice.h"

static TlDecoded *decoded(const char *text, const char *encoding) {
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) raw = tl_encode(text, strlen(text), encoding, &error);
  TlDecoded *made = raw ? tl_decode("t", raw, encoding, &error) : NULL;
  if (!made)
    fail_msg("%s", error->message);
  return made;
}

static void add(TlSplices *splices, size_t start, size_t end, const char *with) {
  tl_splices_add(splices, (TlumachSpan){start, end}, g_strdup(with));
}

/* In any order; what goes into one place as it was added, before what is taken away there. */
static void test_order(UNUSED_STATE) {
  g_autoptr(TlSplices) splices = tl_splices_new();
  g_autoptr(TlDecoded) file = decoded("0123456789", "UTF-8");
  add(splices, 8, 10, "");
  add(splices, 2, 4, "x");
  add(splices, 2, 2, "a");
  add(splices, 0, 0, "<");
  add(splices, 2, 2, "b");
  g_autoptr(GBytes) out = tl_splices_apply(splices, file, FALSE, NULL);
  assert_int_equal(g_bytes_get_size(out), strlen("<01abx4567"));
  assert_memory_equal(g_bytes_get_data(out, NULL), "<01abx4567", strlen("<01abx4567"));
}

/* What the encoding cannot hold: a reference in XML, else an error. Other bytes stay, whatever they are. */
static void test_encodings(UNUSED_STATE) {
  static const char expected[] = "\xCF\xEE&#233;\xF2";
  g_autoptr(GError) error = NULL;
  g_autoptr(TlSplices) splices = tl_splices_new();
  g_autoptr(TlDecoded) file = decoded("Пот", "windows-1251");
  add(splices, 4, 4, "é");
  g_autoptr(GBytes) out = tl_splices_apply(splices, file, TRUE, &error);
  assert_int_equal(g_bytes_get_size(out), strlen(expected));
  assert_memory_equal(g_bytes_get_data(out, NULL), expected, strlen(expected));
  assert_null(tl_splices_apply(splices, file, FALSE, &error));
  assert_non_null(error);
}

static void test_lines(UNUSED_STATE) {
  static const char text[] = "<a>\r\n\t <b/> <c/>\n<d/>";
  size_t length;
  assert_ptr_equal(tl_indent_before(text, 7, &length), text + 5);
  assert_int_equal(length, 2);
  assert_null(tl_indent_before(text, 12, &length));
  assert_null(tl_indent_before(text, 0, &length));
  assert_int_equal(tl_removal_start(text, 7), 3);
  assert_int_equal(tl_removal_start(text, 12), 12);
  g_autofree char *on_line = tl_like_neighbour(text, 7, "<n/>"), *beside = tl_like_neighbour(text, 12, "<n/>"),
                  *first = tl_like_neighbour(text, 17, "<n/>");
  assert_string_equal(on_line, "\r\n\t <n/>");
  assert_string_equal(beside, "<n/>");
  assert_string_equal(first, "\n<n/>");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_order), cmocka_unit_test(test_encodings),
                                     cmocka_unit_test(test_lines)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
