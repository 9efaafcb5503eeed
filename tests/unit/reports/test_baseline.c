/* A baseline: each record answers for one finding, and only for one that is the same. */
#include "tlumach/check.h"

#include "../unit.h"

static const char record[] = "{\"id\":\"numbers\",\"source_text\":\"12 днів.\",\"source\":{\"text\":\"12\"},"
                             "\"target\":{\"text\":\"21\"}}\n";

static TlumachBaseline *baseline(const char *text, GError **error) {
  g_autofree char *folder = folder_make();
  g_autofree char *path = g_build_filename(folder, "known.jsonl", NULL);
  assert_true(g_file_set_contents(path, text, -1, NULL));
  TlumachBaseline *made = tlumach_baseline_open(path, error);
  folder_remove(g_steal_pointer(&folder));
  return made;
}

static const TlumachCheckInfo *check(const char *id) {
  const TlumachCheckInfo *info;
  for (guint i = 0; (info = tlumach_checks(i)); i++)
    if (strcmp(info->id, id) == 0)
      return info;
  fail_msg("no check %s", id);
  return NULL;
}

static void test_meeting(UNUSED_STATE) {
  static const char file[] = "Інше.\tOther.\n12 днів.\t21 days.\n";
  static const char *const none[] = {NULL};
  g_autoptr(GBytes) raw = g_bytes_new_static(file, sizeof file - 1);
  const TlumachBitextOptions options = {"uk", "en", "tsv", NULL};
  g_autoptr(TlumachBitext) bitext = tlumach_bitext_new("x.tsv", raw, &options, NULL);
  size_t from = bitext->pairs[1].span[TLUMACH_SOURCE].start, to = bitext->pairs[1].span[TLUMACH_TARGET].start;
  const TlumachFinding finding = {
      check("numbers"), TLUMACH_SEVERE, 1, {{from, from + 2}, {to, to + 2}}, "", none, NULL, 0, NULL};
  TlumachFinding other = finding, elsewhere = finding;
  other.check = check("spelling");
  elsewhere.span[TLUMACH_TARGET].end++;
  g_autofree char *two = g_strconcat(record, "\n", record, NULL);
  g_autoptr(TlumachBaseline) known = baseline(two, NULL);
  assert_false(tlumach_baseline_take(known, bitext, &other));
  assert_false(tlumach_baseline_take(known, bitext, &elsewhere));
  assert_true(tlumach_baseline_take(known, bitext, &finding));
  assert_true(tlumach_baseline_take(known, bitext, &finding));
  assert_false(tlumach_baseline_take(known, bitext, &finding)); /* two records, two findings */
}

static void test_faults(UNUSED_STATE) {
  g_autoptr(GError) error = NULL;
  g_autofree char *second = g_strconcat(record, "{\"id\":1}\n", NULL);
  assert_null(baseline(second, &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "known.jsonl:2: is no record");
  assert_null(baseline("[[[[", &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "known.jsonl:1: is no record");
  g_autoptr(TlumachBaseline) empty = baseline("", &error);
  assert_non_null(empty);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_meeting), cmocka_unit_test(test_faults)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
