/* Waivers: read with their faults, and out of notes. */
#include "checks/waivers.h"

#include "../unit.h"

static const TlWaiver *nth(const GArray *waivers, guint i) {
  assert_true(i < waivers->len);
  return &g_array_index(waivers, TlWaiver, i);
}

static void test_parts(UNUSED_STATE) {
  static const char *const lines[] = {"spelling -- a poem", "numbers: 21 — the source is wrong",
                                      "terminology Рада  безпеки --  agreed", NULL};
  g_autoptr(GArray) waivers = tl_waivers_new();
  g_autoptr(GError) error = NULL;
  assert_true(tl_waivers_parse(lines, waivers, &error));
  assert_string_equal(nth(waivers, 0)->check->id, "spelling");
  assert_null(nth(waivers, 0)->text);
  assert_string_equal(nth(waivers, 0)->reason, "a poem");
  assert_string_equal(nth(waivers, 1)->text, "21");
  assert_string_equal(nth(waivers, 1)->reason, "the source is wrong");
  assert_string_equal(nth(waivers, 2)->text, "рада  безпеки");
  assert_true(tl_waivers_parse(NULL, waivers, &error));
  assert_int_equal(waivers->len, 3);
}

static void test_faults(UNUSED_STATE) {
  g_autoptr(GError) error = NULL;
  assert_false(tlumach_waiver_check("spelling", &error));
  assert_failed(&error, TLUMACH_ERROR_USAGE, "without a reason");
  assert_false(tlumach_waiver_check("spelling --  ", &error));
  assert_failed(&error, TLUMACH_ERROR_USAGE, "without a reason");
  assert_false(tlumach_waiver_check("speling -- x", &error));
  assert_failed(&error, TLUMACH_ERROR_USAGE, "did you mean \"spelling\"?");
  assert_false(tlumach_waiver_check("", &error));
  assert_failed(&error, TLUMACH_ERROR_USAGE, "no check is called");
}

static void keep_fault(const char *message, gpointer user) {
  g_ptr_array_add(user, g_strdup(message));
}

static void test_notes(UNUSED_STATE) {
  static const char note[] = "Ask the author.\n  tlumach: waive length -- a headline\ntlumach: wave length -- x\n"
                             "tlumach:waive tags -- none here\nhe wrote tlumach: waive names -- no\ntlumach: waive x";
  g_autoptr(GArray) waivers = tl_waivers_new();
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
  tl_waivers_of_note(note, waivers, keep_fault, faults);
  assert_int_equal(waivers->len, 2);
  assert_string_equal(nth(waivers, 0)->check->id, "length");
  assert_string_equal(nth(waivers, 1)->check->id, "tags");
  assert_int_equal(faults->len, 2);
  tl_waivers_of_note(NULL, waivers, keep_fault, faults);
  assert_int_equal(waivers->len, 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_parts), cmocka_unit_test(test_faults),
                                     cmocka_unit_test(test_notes)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
