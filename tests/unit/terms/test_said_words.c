/* What a person says of a term's words. */
#include "terms_test.h"

#include "terms/match/said_words.h"

static TlTermWord word(const char *form, TlRole role, char **stems, gboolean agrees) {
  return (TlTermWord){.form = (char *)form, .role = role, .stems = stems, .agrees = agrees};
}

static void test_roles(void **state G_GNUC_UNUSED) {
  char *known[] = {(char *)"стем", NULL}, *unknown[] = {NULL};
  TlTermWord a = word("нова", TL_ROLE_INFLECTS, known, TRUE), b = word("рада", TL_ROLE_INFLECTS, known, FALSE),
             c = word("безпеки", TL_ROLE_FROZEN, known, FALSE), d = word("оон", TL_ROLE_FROZEN, unknown, FALSE);
  g_autoptr(GPtrArray) words = g_ptr_array_new();
  TlTermWord *all[] = {&a, &b, &c, &d};
  for (guint i = 0; i < G_N_ELEMENTS(all); i++)
    g_ptr_array_add(words, all[i]);
  assert_null(tl_said_words_apply(words, NULL));
  assert_null(tl_said_words_apply(words, " ; "));
  assert_null(tl_said_words_apply(words, "Нова=frozen, безпеки=inflects;ООН=inflects рада=inflects"));
  assert_int_equal(a.role, TL_ROLE_FROZEN);
  assert_false(a.agrees); /* what stands as it is does not follow its noun */
  assert_int_equal(b.role, TL_ROLE_INFLECTS);
  assert_int_equal(c.role, TL_ROLE_INFLECTS);
  assert_int_equal(d.role, TL_ROLE_LITERAL); /* nobody knows its forms */
}

static void test_mistakes(void **state G_GNUC_UNUSED) {
  char *known[] = {(char *)"стем", NULL};
  TlTermWord a = word("рада", TL_ROLE_INFLECTS, known, FALSE);
  g_autoptr(GPtrArray) words = g_ptr_array_new();
  g_ptr_array_add(words, &a);
  static const char *const wrong[] = {"рада", "рада=", "=frozen", "рада=cold", "мир=frozen", "=", "\xff=frozen"};
  for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
    g_autofree char *said = tl_said_words_apply(words, wrong[i]);
    assert_string_equal(said, wrong[i]);
    assert_int_equal(a.role, TL_ROLE_INFLECTS);
  }
  g_autofree char *first = tl_said_words_apply(words, "мир=frozen рада=frozen x");
  assert_string_equal(first, "мир=frozen");
  assert_int_equal(a.role, TL_ROLE_FROZEN); /* what is right holds all the same */
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_roles), cmocka_unit_test(test_mistakes)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
