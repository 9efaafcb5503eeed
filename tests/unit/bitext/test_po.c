/* PO files that were made to be odd. */
#include "../unit.h"

#include "tlumach/check.h"

static TlumachBitext *read_po(GBytes *raw, GError **error) {
  const TlumachBitextOptions options = {"uk", "en", "po", NULL};
  return tlumach_bitext_new("t.po", raw, &options, error);
}

/* Each line costs a look at itself; blanks around them all are none of the note. */
static void test_many_notes(UNUSED_STATE) {
  enum { N = 4000000 };
  g_autoptr(GString) text = g_string_new("#.  a\n#.\n");
  for (guint i = 0; i < N; i++)
    g_string_append(text, "# b\n");
  g_string_append(text, "msgid \"так\"\nmsgstr \"yes\"\n");
  g_autoptr(GBytes) raw = g_bytes_new_static(text->str, text->len);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlumachBitext) bitext = read_po(raw, &error);
  assert_no_error(error);
  assert_int_equal(bitext->n_pairs, 1);
  assert_int_equal(strlen(bitext->pairs->note), 1 + 2 * N);
  assert_int_equal(strncmp(bitext->pairs->note, "a\nb\nb", 5), 0);
}

/* A number that goes on to the end of the file. */
static void test_open_number(UNUSED_STATE) {
  static const char text[] = "msgid \"a\"\nmsgstr[12";
  g_autoptr(GBytes) raw = bytes_guarded(text, strlen(text));
  g_autoptr(GError) error = NULL;
  assert_null(read_po(raw, &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "t.po:2:1: \"]\" is missing");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_many_notes), cmocka_unit_test(test_open_number)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
