#include "../unit.h"

#include "base/sections.h"

static const TlSectionsKind kind = {0x54534554, 3};

static GBytes *make(void) {
  static const guint32 numbers[] = {1, 2, 3};
  TlSectionsWriter *writer = tl_sections_writer_new(kind, "from this");
  tl_sections_put(writer, 0, numbers, sizeof numbers);
  tl_sections_put(writer, 5, "text", 5);
  return tl_sections_finish(writer);
}

static void test_round_trip(UNUSED_STATE) {
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) file = make();
  g_autoptr(TlSections) sections = tl_sections_open(file, kind, "from this", &error);
  assert_no_error(error);
  guint n = 0;
  const guint32 *numbers = tl_sections_get(sections, 0, 4, &n);
  assert_int_equal(n, 3);
  assert_int_equal(numbers[2], 3);
  assert_string_equal(tl_sections_get(sections, 5, 1, &n), "text");
  assert_null(tl_sections_get(sections, 1, 1, &n)); /* never put */
  assert_null(tl_sections_get(sections, 5, 4, &n)); /* five bytes are no whole numbers */
}

static void test_refuses_others(UNUSED_STATE) {
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) file = make();
  assert_null(tl_sections_open(file, kind, "from that", &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "other files");
  assert_null(tl_sections_open(file, (TlSectionsKind){kind.magic, 4}, NULL, &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "another version");
  assert_null(tl_sections_open(file, (TlSectionsKind){1, 3}, NULL, &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "damaged");
}

/* Whatever single byte changes, and wherever the file is cut, it is not believed. */
static void test_damage(UNUSED_STATE) {
  gsize size;
  g_autoptr(GBytes) file = make();
  const guint8 *good = g_bytes_get_data(file, &size);
  for (gsize i = 0; i < size; i++) {
    g_autofree guint8 *copy = g_memdup2(good, size);
    copy[i] ^= 0x40;
    g_autoptr(GBytes) bad = g_bytes_new(copy, size), cut = g_bytes_new(good, i);
    TlSections *sections = tl_sections_open(bad, kind, "from this", NULL);
    guint n;
    if (sections) /* the header's unused places are not summed: they must still lie inside */
      assert_non_null(tl_sections_get(sections, 0, 4, &n));
    tl_sections_free(sections);
    assert_null(tl_sections_open(cut, kind, "from this", NULL));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_round_trip), cmocka_unit_test(test_refuses_others),
                                     cmocka_unit_test(test_damage)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
