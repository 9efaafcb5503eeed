/* The table of strings. */
#include "../unit.h"

#include "base/intern.h"

static void test_once(void **state G_GNUC_UNUSED) {
  g_autoptr(TlArena) arena = tl_arena_new();
  g_autoptr(TlInterner) interner = tl_interner_new(arena);
  assert_int_equal(tl_interner_add(interner, "рада", strlen("рада")), 0);
  assert_int_equal(tl_interner_add(interner, "noun!", 4), 1);
  assert_int_equal(tl_interner_add(interner, "рада", strlen("рада")), 0);
  assert_int_equal(tl_interner_add(interner, "", 0), 2);
  assert_int_equal(tl_interner_size(interner), 3);
  assert_string_equal(tl_interner_string(interner, 1), "noun");
  assert_int_equal(tl_interner_find(interner, "noun", 4), 1);
  assert_int_equal(tl_interner_find(interner, "nou", 3), TL_NOT_INTERNED);
}

/* Numbers and strings survive growth, whatever the seed. */
static void test_many(void **state G_GNUC_UNUSED) {
  enum { N = 20000 };
  g_autoptr(TlArena) arena = tl_arena_new();
  g_autoptr(TlInterner) interner = tl_interner_new(arena);
  char text[32];
  for (guint i = 0; i < N; i++) {
    int n = g_snprintf(text, sizeof text, "concept-%u", i);
    assert_int_equal(tl_interner_add(interner, text, (size_t)n), i);
  }
  for (guint i = 0; i < N; i++) {
    int n = g_snprintf(text, sizeof text, "concept-%u", i);
    assert_int_equal(tl_interner_find(interner, text, (size_t)n), i);
    assert_string_equal(tl_interner_string(interner, i), text);
  }
}

/* Strings that differ only in a NUL or in their length are not the same. */
static void test_bytes(void **state G_GNUC_UNUSED) {
  g_autoptr(TlArena) arena = tl_arena_new();
  g_autoptr(TlInterner) interner = tl_interner_new(arena);
  guint a = tl_interner_add(interner, "a", 1), b = tl_interner_add(interner, "a\0", 2);
  assert_int_not_equal(a, b);
  assert_int_equal(tl_interner_find(interner, "a\0", 2), b);
}

/* Numbers as they stand in memory, and none of them; in the interner's own arena. */
static void test_any_bytes(UNUSED_STATE) {
  static const guint32 some[] = {1, 0, 70000};
  g_autoptr(TlInterner) interner = tl_interner_new(NULL);
  size_t length;
  assert_int_equal(tl_interner_add(interner, NULL, 0), 0);
  assert_int_equal(tl_interner_add(interner, some, sizeof some), 1);
  assert_int_equal(tl_interner_add(interner, NULL, 0), 0);
  assert_int_equal(tl_interner_find(interner, some, sizeof some), 1);
  assert_memory_equal(tl_interner_bytes(interner, 1, &length), some, sizeof some);
  assert_int_equal(length, sizeof some);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_any_bytes),
      cmocka_unit_test(test_once),
      cmocka_unit_test(test_many),
      cmocka_unit_test(test_bytes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
