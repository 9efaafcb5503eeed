/* TMX files with faults put into some of their units at random: the others are all there, and each fault is told. */
#include "../unit.h"

#include "tlumach/pairs.h"

#define UNITS 20u

static const char head[] =
    "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\" xmlns:x=\"u\"><header srclang=\"uk\"/><body xmlns:y=\"u\">\n",
                  tail[] = "</body></tmx>\n";

static const char *const faults[] = {"&", "<", "\x01", "\xFF\xFE", "&#0;", "&nbsp;", "<b>", "</seg>", "<open", "\x8F"};

static TlumachBitext *read_text(const GString *text, GError **error) {
  static const TlumachBitextOptions options = {"uk", "en", "tmx", NULL};
  g_autoptr(GBytes) raw = g_bytes_new(text->str, text->len);
  return tlumach_bitext_new("t.tmx", raw, &options, error);
}

static void put_unit(GString *text, guint number, const char *fault) {
  g_string_append_printf(
      text,
      "<tu tuid=\"%u\" x:a=\"\"><note y:a=\"\">n</note><tuv xml:lang=\"uk\"><seg>Номер %u%s</seg></tuv>"
      "<tuv xml:lang=\"en\"><seg>Number %u</seg></tuv></tu>\n",
      number, number, fault, number);
}

static gboolean has_unit(const TlumachBitext *bitext, guint number) {
  g_autofree char *id = g_strdup_printf("%u", number);
  for (guint i = 0; i < bitext->n_pairs; i++)
    if (strcmp(bitext->pairs[i].id, id) == 0)
      return TRUE;
  return FALSE;
}

static void test_faults(UNUSED_STATE) {
  for (guint seed = 1; seed <= 200; seed++) {
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    g_autoptr(GString) text = g_string_new(head);
    g_autoptr(GError) error = NULL;
    gboolean good[UNITS];
    guint n_good = 0;
    for (guint i = 0; i < UNITS; i++) {
      good[i] = g_rand_int_range(random, 0, 4) > 0;
      n_good += good[i] ? 1 : 0;
      put_unit(text, i, good[i] ? "" : faults[g_rand_int_range(random, 0, G_N_ELEMENTS(faults))]);
    }
    g_string_append(text, tail);
    g_autoptr(TlumachBitext) bitext = read_text(text, &error);
    assert_no_error(error);
    assert_int_equal(bitext->n_pairs, n_good);
    assert_int_equal(bitext->n_skipped, UNITS - n_good);
    for (guint i = 0; i < UNITS; i++)
      assert_int_equal(has_unit(bitext, i), good[i]);
  }
}

/* Cut off anywhere behind its head, a file has all units that were whole. */
static void test_cut(UNUSED_STATE) {
  g_autoptr(GString) text = g_string_new(head);
  size_t ends[3];
  for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
    put_unit(text, i, "");
    ends[i] = text->len - 1; /* the line end does not belong to it */
  }
  g_string_append(text, tail);
  for (size_t length = strlen(head); length < text->len - 2; length++) {
    g_autoptr(GString) cut = g_string_new_len(text->str, (gssize)length);
    g_autoptr(GError) error = NULL;
    g_autoptr(TlumachBitext) bitext = read_text(cut, &error);
    assert_no_error(error);
    guint whole = 0;
    while (whole < G_N_ELEMENTS(ends) && ends[whole] <= length)
      whole++;
    assert_int_equal(bitext->n_pairs, whole);
    assert_int_equal(bitext->n_skipped, 1);
  }
}

static void test_good(UNUSED_STATE) {
  g_autoptr(GString) text = g_string_new(head);
  g_autoptr(GError) error = NULL;
  put_unit(text, 1, "");
  g_string_append(text, tail);
  g_autoptr(TlumachBitext) bitext = read_text(text, &error);
  assert_int_equal(bitext->n_pairs, 1);
  assert_int_equal(bitext->n_skipped, 0);
}

static void test_empty(UNUSED_STATE) {
  g_autoptr(GString) text = g_string_new("");
  g_autoptr(GError) error = NULL;
  assert_null(read_text(text, &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "is empty");
}

/* However many units are at fault, each is named, and the others are taken. */
static void test_many(UNUSED_STATE) {
  g_autoptr(GString) text = g_string_new(head);
  g_autoptr(GError) error = NULL;
  for (guint i = 0; i < 2000; i++)
    put_unit(text, i, i % 2 ? "&" : "good");
  g_string_append(text, tail);
  g_autoptr(TlumachBitext) bitext = read_text(text, &error);
  assert_no_error(error);
  assert_int_equal(bitext->n_pairs, 1000);
  assert_int_equal(bitext->n_skipped, 1000);
  assert_non_null(strstr(bitext->skipped[999], ": a unit is left out: "));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_good), cmocka_unit_test(test_faults),
                                     cmocka_unit_test(test_cut), cmocka_unit_test(test_empty),
                                     cmocka_unit_test(test_many)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
