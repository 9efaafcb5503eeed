/* Random changes of two copies of every sample of tests/cases/tbx/, merged: what one side alone did comes out as its
 * bytes, and what the two did in different places comes out together. */
#include "terms_test.h"

#include <glib/gstdio.h>

#include "terms/merge3/merge3.h"
#include "terms/merge3/plan.h"
#include "terms/term_file_private.h"

#define ROUNDS 60

typedef struct Files {
  char *folder, *paths[3];
} Files;

static void make_files(Files *f) {
  static const char *const names[] = {"base.tbx", "ours.tbx", "theirs.tbx"};
  f->folder = g_dir_make_tmp("tlumach-merge3-XXXXXX", NULL);
  for (guint i = 0; i < 3; i++)
    f->paths[i] = g_build_filename(f->folder, names[i], NULL);
}

static void clear_files(Files *f) {
  for (guint i = 0; i < 3; i++) {
    g_remove(f->paths[i]);
    g_free(f->paths[i]);
  }
  g_rmdir(f->folder);
  g_free(f->folder);
}

static void count_conflicts(const TlumachMergeConflict *conflict, gpointer user) {
  *(guint *)user += !conflict->settled;
}

static GBytes *merge(const Files *f, GBytes *base, GBytes *ours, GBytes *theirs, guint *conflicts) {
  GBytes *versions[] = {base, ours, theirs};
  const TlPairing pairing = {.source = "uk", .target = "en"};
  g_autoptr(GError) error = NULL;
  for (guint i = 0; i < 3; i++) {
    gsize size;
    const char *data = g_bytes_get_data(versions[i], &size);
    assert_true(g_file_set_contents(f->paths[i], data, (gssize)size, NULL));
  }
  *conflicts = 0;
  GBytes *merged = tl_term_merge3((const char *const *)f->paths, "t.tbx", &pairing, count_conflicts, conflicts, &error);
  if (!merged)
    fail_msg("%s", error->message);
  return merged;
}

static void assert_bytes(GBytes *a, GBytes *b, const char *what) {
  gsize n, m;
  const char *x = g_bytes_get_data(a, &n), *y = g_bytes_get_data(b, &m);
  if (g_bytes_equal(a, b))
    return;
  gsize at = 0;
  while (at < n && at < m && x[at] == y[at])
    at++;
  at -= MIN(at, 60);
  fail_msg("%s: at byte %zu\n--- %.*s\n+++ %.*s", what, at, (int)MIN(n - at, 300), x + at, (int)MIN(m - at, 300),
           y + at);
}

/* Changes concept `c` of `raw` (counted; `c` of n: adds one) at random. */
static GBytes *changed(GRand *rand, GBytes *raw, guint c) {
  g_autoptr(TlumachTermFile) file = tl_term_file_from_bytes("sample.tbx", raw, NULL);
  guint n;
  const TlumachConcept *all = tlumach_termbase_concepts(file->tbx->base, &n);
  g_autofree char *text = g_strdup_printf("слово %u", g_rand_int(rand) % 1000);
  TlumachTerm term = {.text = text, .language = "uk", .pos = "noun"};
  const TlumachConcept fresh = {.terms = &term, .n_terms = 1};
  if (c >= n)
    assert_non_null(tlumach_term_file_add(file, &fresh, NULL));
  else
    switch (g_rand_int_range(rand, 0, 5)) {
    case 0:
      assert_true(tlumach_term_file_remove(file, &all[c], NULL));
      break;
    case 1:
      assert_true(tlumach_term_file_add_term(file, &all[c], &term, NULL));
      break;
    case 2:
      assert_true(tlumach_term_file_set(file, &all[c], NULL, TLUMACH_FIELD_DOMAIN, text, NULL));
      break;
    case 3:
      assert_true(tlumach_term_file_set(file, &all[c], &all[c].terms[0], TLUMACH_FIELD_NOTE, text, NULL));
      break;
    default:
      assert_true(tlumach_term_file_set(file, &all[c], &all[c].terms[0], TLUMACH_FIELD_TEXT, text, NULL));
    }
  GBytes *bytes = tlumach_term_file_bytes(file, NULL);
  assert_non_null(bytes);
  return bytes;
}

static guint concepts_of(GBytes *raw) {
  g_autoptr(TlumachTermbase) base = tl_tbx_read("sample.tbx", raw, NULL);
  return count(base);
}

static void merge_sample(const Files *f, GRand *rand, GBytes *raw) {
  guint n = concepts_of(raw), conflicts, a = (guint)g_rand_int_range(rand, 0, (gint32)n + 1),
        b = (guint)g_rand_int_range(rand, 0, (gint32)n + 1);
  g_autoptr(GBytes) ours = changed(rand, raw, a);
  g_autoptr(GBytes) theirs = changed(rand, raw, b);
  g_autoptr(GBytes) only_ours = merge(f, raw, ours, raw, &conflicts);
  assert_bytes(only_ours, ours, "only ours changed");
  g_autoptr(GBytes) only_theirs = merge(f, raw, raw, theirs, &conflicts);
  assert_bytes(only_theirs, theirs, "only theirs changed");
  assert_int_equal(conflicts, 0);
  g_autoptr(GBytes) alike = merge(f, raw, ours, ours, &conflicts);
  assert_bytes(alike, ours, "both changed alike");
  g_autoptr(GBytes) both = merge(f, raw, ours, theirs, &conflicts);
  if (a == b)
    return;
  assert_int_equal(conflicts, 0);
  guint gone = (concepts_of(ours) < n ? 1u : 0) + (concepts_of(theirs) < n ? 1u : 0),
        came = (a == n ? 1u : 0) + (b == n ? 1u : 0);
  assert_int_equal(concepts_of(both), n - gone + came);
  /* Against the other's work as its base, each side's own work is all that there is. */
  g_autoptr(GBytes) again = merge(f, ours, both, ours, &conflicts);
  assert_bytes(again, both, "merged against ours");
}

static void test_random(void **state) {
  (void)state;
  Files f;
  make_files(&f);
  GRand *rand = g_rand_new_with_seed(7);
  g_autoptr(GDir) dir = g_dir_open("tests/cases/tbx", 0, NULL);
  for (const char *name; (name = g_dir_read_name(dir));) {
    g_autofree char *path = g_build_filename("tests/cases/tbx", name, NULL);
    char *bytes;
    gsize length;
    if (!g_str_has_suffix(name, ".tbx") || !g_file_get_contents(path, &bytes, &length, NULL))
      continue;
    g_autoptr(GBytes) raw = g_bytes_new_take(bytes, length);
    for (guint i = 0; i < ROUNDS; i++)
      merge_sample(&f, rand, raw);
  }
  g_rand_free(rand);
  clear_files(&f);
}

/* -- one entry -- */

#define ENTRY(inside)                                                                                                  \
  "<conceptEntry id=\"c1\">" inside "<langSec xml:lang=\"uk\"><termSec><term>рада</term></termSec></langSec>"      \
  "</conceptEntry>"

/* Merges three bodies: the body that comes out, free with g_free. */
static char *merge_bodies(const char *base, const char *ours, const char *theirs, guint *conflicts) {
  static const char head[] = "<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"en\" xmlns=\"" TL_TBX_CORE_NAMESPACE
                             "\"><tbxHeader/><text><body>",
                    tail[] = "</body></text></tbx>";
  const char *const bodies[] = {base, ours, theirs};
  GBytes *versions[3];
  Files f;
  gsize size;
  make_files(&f);
  for (guint i = 0; i < 3; i++) {
    char *text = g_strconcat(head, bodies[i], tail, NULL);
    versions[i] = g_bytes_new_take(text, strlen(text));
  }
  g_autoptr(GBytes) merged = merge(&f, versions[0], versions[1], versions[2], conflicts);
  for (guint i = 0; i < 3; i++)
    g_bytes_unref(versions[i]);
  clear_files(&f);
  const char *data = g_bytes_get_data(merged, &size);
  return g_strndup(data + strlen(head), size - strlen(head) - strlen(tail));
}

static void assert_merged(const char *base, const char *ours, const char *theirs, const char *wanted, guint wanted_n) {
  guint n;
  g_autofree char *merged = merge_bodies(base, ours, theirs, &n);
  assert_string_equal(merged, wanted);
  assert_int_equal(n, wanted_n);
}

static void test_entry(void **state) {
  (void)state;
  /* two notes may stand side by side, two subjects may not */
  assert_merged(ENTRY(""), ENTRY("<note>a</note>"), ENTRY("<note>b</note>"), ENTRY("<note>a</note><note>b</note>"), 0);
  assert_merged(ENTRY(""), ENTRY("<descrip type=\"subjectField\">a</descrip>"),
                ENTRY("<descrip type=\"subjectField\">b</descrip>"),
                ENTRY("<?tlumach-conflict field=\"domain\" ours=\"a\" theirs=\"b\"?>"
                      "<descrip type=\"subjectField\">a</descrip>"),
                1);
  /* comments are kept, and merged */
  assert_merged(ENTRY(""), ENTRY("<!-- a -->"), ENTRY("<note>b</note>"), ENTRY("<note>b</note><!-- a -->"), 0);
  assert_merged(ENTRY("<note>a</note>"), ENTRY("<note>b</note>"), ENTRY("<!-- why --><note>a</note>"),
                ENTRY("<!-- why --><note>b</note>"), 0);
  /* quotes in what a mark holds */
  assert_merged(ENTRY("<note>a</note>"), ENTRY("<note>\"b\" ?&gt;</note>"), ENTRY("<note>c</note>"),
                ENTRY("<?tlumach-conflict field=\"note\" before=\"a\" ours=\"&quot;b&quot; ?&gt;\" theirs=\"c\"?>"
                      "<note>\"b\" ?&gt;</note>"),
                1);
  /* both removed it */
  assert_merged(ENTRY("<note>a</note>"), ENTRY(""), ENTRY(""), ENTRY(""), 0);
  assert_merged(ENTRY(""), "", "", "", 0);
}

#define NAMED(id, inside, term)                                                                                        \
  "<conceptEntry id=\"" id "\">" inside "<langSec xml:lang=\"uk\"><termSec><term>" term "</term></termSec></langSec>"  \
  "</conceptEntry>"

/* The id of a concept that was removed stands at another one. */
static void test_id_again(void **state) {
  (void)state;
  static const char old[] = NAMED("c2", "", "рада"), new[] = NAMED("c2", "", "фонд"), other[] = NAMED("c2", "", "банк");
  /* the other side left the old one alone */
  assert_merged(old, old, new, new, 0);
  assert_merged(old, new, old, new, 0);
  assert_merged(old, new, new, new, 0);
  assert_merged(old, new, other, NAMED("c2", "", "фонд") NAMED("c3", "", "банк"), 0);
  /* and changed it: nothing of the old one comes into the new one */
  assert_merged(old, NAMED("c2", "<note>a</note>", "рада"), new,
                NAMED("c3", "", "фонд") NAMED(
                    "c2", "<?tlumach-conflict field=\"concept\" before=\"c2\" ours=\"c2\"?><note>a</note>", "рада"),
                1);
  assert_merged(old, new, NAMED("c2", "<note>a</note>", "рада"),
                NAMED("c2", "", "фонд") NAMED(
                    "c3", "<?tlumach-conflict field=\"concept\" before=\"c2\" theirs=\"c2\"?><note>a</note>", "рада"),
                1);
}

static void test_plan(void **state) {
  (void)state;
  /* ours: 0 1 new, theirs: 0 new 1 new */
  const guint ours_of[] = {0, 1}, theirs_of[] = {0, 2}, new_of[] = {TL_NOBODY, TL_NOBODY, TL_NOBODY};
  static const TlPlanItem wanted[] = {
      {0, 0, 0}, {TL_NOBODY, TL_NOBODY, 1}, {1, 1, 2}, {TL_NOBODY, 2, TL_NOBODY}, {TL_NOBODY, TL_NOBODY, 3}};
  g_autoptr(GArray) plan = tl_merge_plan(2, 3, 4, ours_of, theirs_of, new_of);
  assert_int_equal(plan->len, G_N_ELEMENTS(wanted));
  assert_memory_equal(plan->data, wanted, sizeof(wanted));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_random), cmocka_unit_test(test_entry),
                                     cmocka_unit_test(test_id_again), cmocka_unit_test(test_plan)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
