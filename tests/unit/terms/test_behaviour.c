/* How a word of a term behaves: what is said, and what of that means nothing. */
#include "terms_test.h"

#include "terms/match/behaviour.h"

static void test_said(void **state G_GNUC_UNUSED) {
  const char *said = " Рада=head+case-exact; безпеки=frozen,України=like:Росія+gap:2 *=no-match";
  TlBehaviour a = tl_behaviour_said(said, "рада"), b = tl_behaviour_said(said, "безпеки"),
              c = tl_behaviour_said(said, "україни"), d = tl_behaviour_said(said, "інше");
  assert_true(a.head && a.case_exact && a.no_match);
  assert_int_equal(a.role, TL_ROLE_UNSAID);
  assert_int_equal(b.role, TL_ROLE_FROZEN);
  assert_false(b.head);
  assert_int_equal(c.role, TL_ROLE_MODELLED);
  assert_int_equal(c.gap, 2);
  assert_int_equal(c.model_length, strlen("Росія"));
  assert_memory_equal(c.model, "Росія", c.model_length);
  assert_int_equal(d.role, TL_ROLE_UNSAID);
  assert_true(d.no_match);
  assert_false(tl_behaviour_said(NULL, "рада").no_match);
}

static void test_one_before_all(void **state G_GNUC_UNUSED) {
  const char *said = "б=inflects *=literal+gap:1 в=gap:3 Б=case-exact";
  assert_int_equal(tl_behaviour_said(said, "а").role, TL_ROLE_LITERAL);
  assert_int_equal(tl_behaviour_said(said, "б").role, TL_ROLE_INFLECTS);
  assert_true(tl_behaviour_said(said, "б").case_exact);
  assert_int_equal(tl_behaviour_said(said, "б").gap, 1);
  assert_int_equal(tl_behaviour_said(said, "в").role, TL_ROLE_LITERAL);
  assert_int_equal(tl_behaviour_said(said, "в").gap, 3);
}

static void test_faults(void **state G_GNUC_UNUSED) {
  static const struct {
    const char *said, *piece, *fault; /* of “рада безпеки” */
  } rows[] = {{"рада", "рада", "write ="},
              {"рада=", "рада=", "“” is not"},
              {"=frozen", "=frozen", "is no word"},
              {"рада=cold", "рада=cold", "“cold” is not"},
              {"мир=frozen", "мир=frozen", "“мир” is no word"},
              {"рада=head мир=frozen рада=x", "мир=frozen", "“мир” is no word"},
              {"\xff=frozen", "\xff=frozen", "is no word"},
              {"рада=frozen+inflects", "рада=frozen+inflects", "“inflects” cannot be, too"},
              {"рада=frozen+", "рада=frozen+", "“” is not"},
              {"рада=like:", "рада=like:", "“like:” is not"},
              {"рада=gap:1", "рада=gap:1", "no word of the term stands before"},
              {"безпеки=gap:0", "безпеки=gap:0", "“gap:0” is not"},
              {"безпеки=gap:10", "безпеки=gap:10", "“gap:10” is not"},
              {"*=head", "*=head", "of one word"},
              {"*=like:сила", "*=like:сила", "of one word"},
              {"рада=head безпеки=head", "безпеки=head", "one head"}};
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    gsize at = 0, length = 0;
    g_autofree char *fault = tl_behaviour_fault(rows[i].said, "рада безпеки", &at, &length);
    assert_non_null(fault);
    assert_contains(fault, rows[i].fault);
    assert_int_equal(length, strlen(rows[i].piece));
    assert_memory_equal(rows[i].said + at, rows[i].piece, length);
  }
}

static void test_what_is_right_holds(void **state G_GNUC_UNUSED) {
  const char *said = "мир=frozen рада=frozen x";
  gsize at = 0, length = 0;
  assert_int_equal(tl_behaviour_said(said, "рада").role, TL_ROLE_FROZEN);
  assert_int_equal(tl_behaviour_said("рада=frozen+x", "рада").role, TL_ROLE_UNSAID); /* of a piece, all or nothing */
  g_free(tl_behaviour_fault(said, "рада безпеки", &at, &length));
  at += length;
  g_autofree char *second = tl_behaviour_fault(said, "рада безпеки", &at, &length);
  assert_non_null(second);
  assert_int_equal(at, strlen(said) - 1);
  static const char *const good[] = {
      NULL, "", " ; ", "Рада=frozen, безпеки=inflects", "*=gap:2+literal", "рада=like:сила"};
  for (guint i = 0; i < G_N_ELEMENTS(good); i++) {
    at = 0;
    assert_null(tl_behaviour_fault(good[i], "рада безпеки", &at, &length));
  }
  at = 0;
  g_autofree char *alone = tl_behaviour_fault("*=gap:2", "рада", &at, &length);
  assert_contains(alone, "no gap");
}

static void test_telling(void **state G_GNUC_UNUSED) {
  char *stems[] = {(char *)"рада", (char *)"рад", NULL};
  g_autoptr(GString) out = g_string_new(NULL);
  TlBehaviour b = {.role = TL_ROLE_INFLECTS, .head = TRUE, .gap = 2, .no_match = TRUE};
  tl_behaviour_tell(&b, stems, out);
  assert_string_equal(out->str, "head, no-match, gap:2, inflects: рада, рад");
  g_string_truncate(out, 0);
  b = tl_behaviour_said("x=like:козак+case-exact", "x");
  tl_behaviour_tell(&b, stems, out);
  assert_string_equal(out->str, "case-exact, like:козак");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_said), cmocka_unit_test(test_one_before_all),
                                     cmocka_unit_test(test_faults), cmocka_unit_test(test_what_is_right_holds),
                                     cmocka_unit_test(test_telling)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
