#include "../unit.h"

#include <stdalign.h>

#include "base/arena.h"

static void test_alignment(UNUSED_STATE) {
  g_autoptr(TlArena) arena = tl_arena_new();
  for (size_t size = 0; size < 100; size++)
    assert_int_equal((uintptr_t)tl_arena_alloc(arena, size) % alignof(guint64), 0);
}

static void test_pieces_do_not_overlap(UNUSED_STATE) {
  g_autoptr(TlArena) arena = tl_arena_new();
  guint8 *pieces[2000];
  for (guint i = 0; i < 2000; i++) {
    pieces[i] = tl_arena_alloc(arena, i % 97 + 1);
    memset(pieces[i], (int)(i % 251), i % 97 + 1);
  }
  for (guint i = 0; i < 2000; i++)
    for (guint k = 0; k < i % 97 + 1; k++)
      assert_int_equal(pieces[i][k], i % 251);
}

/* A piece larger than any chunk has one of its own. */
static void test_large(UNUSED_STATE) {
  g_autoptr(TlArena) arena = tl_arena_new();
  char *small = tl_arena_strdup(arena, "before");
  char *large = tl_arena_alloc(arena, 5u << 20);
  memset(large, 'x', 5u << 20);
  assert_string_equal(small, "before");
  assert_true(tl_arena_size(arena) >= 5u << 20);
}

static void test_zeroed(UNUSED_STATE) {
  g_autoptr(TlArena) arena = tl_arena_new();
  memset(tl_arena_alloc(arena, 1000), 0xFF, 1000);
  tl_arena_reset(arena);
  const guint32 *numbers = tl_arena_new0(arena, guint32, 200);
  for (guint i = 0; i < 200; i++)
    assert_int_equal(numbers[i], 0);
}

static void test_copies(UNUSED_STATE) {
  g_autoptr(TlArena) arena = tl_arena_new();
  char source[] = "рада безпеки";
  char *copy = tl_arena_strndup(arena, source, 8);
  source[0] = '?';
  assert_string_equal(copy, "рада");
  assert_string_equal(tl_arena_strdup(arena, "x"), "x");
  assert_null(tl_arena_strdup(arena, NULL));
  assert_string_equal(tl_arena_strndup(arena, NULL, 0), "");
  assert_memory_equal(tl_arena_memdup(arena, "a\0b", 3), "a\0b", 3);
}

/* Round after round costs no more memory than the chunk that is kept. */
static void test_reset_keeps_one_chunk(UNUSED_STATE) {
  g_autoptr(TlArena) arena = tl_arena_new();
  tl_arena_alloc(arena, 1000);
  tl_arena_reset(arena);
  size_t size = tl_arena_size(arena);
  assert_true(size > 0);
  for (guint round = 0; round < 100; round++) {
    tl_arena_alloc(arena, 1000);
    tl_arena_reset(arena);
  }
  assert_int_equal(tl_arena_size(arena), size);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_alignment), cmocka_unit_test(test_pieces_do_not_overlap),
                                     cmocka_unit_test(test_large),     cmocka_unit_test(test_zeroed),
                                     cmocka_unit_test(test_copies),    cmocka_unit_test(test_reset_keeps_one_chunk)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
