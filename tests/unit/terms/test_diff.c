/* Concepts paired, data compared, bases merged. */
#include "terms_test.h"

#include <glib/gstdio.h>

#include "terms/diff.h"
#include "terms/merge.h"
#include "terms/term_file_private.h"

static TlumachTermbase *tsv(const char *text) {
  g_autoptr(GBytes) raw = g_bytes_new(text, strlen(text));
  TlumachTermbase *base = tl_table_read("t.tsv", raw, "uk", "en", NULL);
  assert_non_null(base);
  return base;
}

static void assert_pairs(const char *a, const char *b, gboolean ids_alone, const guint *expected, guint n) {
  const TlPairing how = {"uk", "en", NULL, NULL, ids_alone};
  g_autoptr(TlumachTermbase) x = tsv(a), y = tsv(b);
  g_autofree guint *partner = tl_pair_concepts(&how, x, y);
  for (guint i = 0; i < n; i++)
    if (partner[i] != expected[i])
      fail_msg("concept %u: partner %u, not %u", i, partner[i], expected[i]);
}

#define NONE TL_NO_PARTNER

static void test_pairing(void **state G_GNUC_UNUSED) {
  static const char a[] = "id\tuk\ten\n1\tслово\tword\n2\tміна\tmine\n3\tборг\tdebt\n";
  static const char b[] = "id\tuk\ten\n1\tречення\tsentence\n7\tМіна\tmine; landmine\n8\tміна\tchange\n9\tборг\t\n";
  assert_pairs(a, b, TRUE, (const guint[]){0, 1, 3}, 3);     /* the id alone */
  assert_pairs(a, b, FALSE, (const guint[]){NONE, 1, 3}, 3); /* other people's numbers */
  assert_pairs("id\tuk\ten\n1\tслово\tword\n2\tслово\tword\n", "id\tuk\ten\n5\tслово\tword\n", FALSE,
               (const guint[]){0, NONE}, 2); /* one partner each */
}

static char *differences(const char *a, const char *b) {
  g_autoptr(TlumachTermbase) x = tsv(a), y = tsv(b);
  guint n;
  const TlSide left = {NULL, x, tlumach_termbase_concepts(x, &n), n},
               right = {NULL, y, tlumach_termbase_concepts(y, &n), n};
  g_autoptr(GPtrArray) before = tl_concept_data(&left, 0), after = tl_concept_data(&right, 0);
  g_autoptr(GArray) found = tl_data_differences(before, after);
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < found->len; i++) {
    const TlumachTermDifference *d = &g_array_index(found, TlumachTermDifference, i);
    g_string_append_printf(text, "%s.%s.%s: %s > %s\n", d->language ? d->language : "", d->term ? d->term : "",
                           d->field, d->before ? d->before : "-", d->after ? d->after : "-");
  }
  return g_string_free(text, FALSE);
}

static TlumachConceptState *state_in(const char *text, const char *name) {
  g_autoptr(GBytes) raw = text ? g_bytes_new(text, strlen(text)) : NULL;
  TlumachConceptState *found = tlumach_concept_state_read("t.tsv", raw, name, NULL, NULL, NULL);
  assert_non_null(found);
  return found;
}

static void count_differences(const TlumachConceptChange *change, gpointer user) {
  *(guint *)user = change->n;
}

static void test_states(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachConceptState) old = state_in("id\tuk\ten\n1\tугода\taccord\n2\tборг\tdebt\n", "1");
  g_autoptr(TlumachConceptState) new = state_in("id\tuk\ten\n2\tборг\tdue\n1\tугода\tagreement\n", "1");
  g_autoptr(TlumachConceptState) gone = state_in("id\tuk\ten\n2\tборг\tdebt\n", "1");
  g_autoptr(TlumachConceptState) no_file = state_in(NULL, "1");
  guint n = 0;
  assert_true(tlumach_concept_state_exists(old));
  assert_false(tlumach_concept_state_exists(gone));
  assert_false(tlumach_concept_state_exists(no_file));
  assert_false(tlumach_concept_state_diff(gone, no_file, count_differences, &n));
  for (guint again = 0; again < 2; again++) { /* comparing changes neither of them */
    assert_true(tlumach_concept_state_diff(old, new, count_differences, &n));
    assert_int_equal(n, 1);
    assert_false(tlumach_concept_state_diff(old, old, NULL, NULL));
  }
  assert_true(tlumach_concept_state_diff(old, gone, count_differences, &n));
  assert_int_equal(n, 2);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) packed = g_bytes_new_static("\x1f\x8b", 2);
  assert_null(tlumach_concept_state_read("t.tsv", packed, "1", NULL, NULL, &error));
  assert_non_null(error);
}

static void assert_differences(const char *a, const char *b, const char *expected) {
  g_autofree char *found = differences(a, b);
  assert_string_equal(found, expected);
}

static void test_data(void **state G_GNUC_UNUSED) {
  assert_differences("id\tuk\ten\n1\tа\tb\n", "id\ten\tuk\n1\tb\tа\n", "");
  assert_differences("id\tuk\ten\tnote\n1\tа\tb\tx\n", "id\tuk\ten\tnote\n1\tа\tb\ty\n", "..note: x > y\n");
  /* One term for another: renamed, and what is said of it stays said of it. */
  assert_differences("id\tuk\ten\ten:status\n1\tа\tb\tpreferred\n", "id\tuk\ten\ten:status\n1\tа\tc\tadmitted\n",
                     "en.c.term: b > c\nen.c.status: preferred > admitted\n");
  /* Two for one: came and went. */
  assert_differences("id\tuk\ten\n1\tа\tb\n", "id\tuk\ten\n1\tа\tc; d\n",
                     "en.b.term: b > -\nen.c.term: - > c\nen.d.term: - > d\n");
}

/* -- merging -- */

static void count_notes(const TlumachMergeNote *note, gpointer user) {
  ((guint *)user)[note->what]++;
}

static char *merge_with(const char *own, const char *other, const char *ending, gboolean theirs, guint counts[5]) {
  const TlPairing how = {"uk", "en", NULL, NULL, FALSE};
  g_autofree char *folder = g_dir_make_tmp("tlumach-XXXXXX", NULL), *path = g_strconcat(folder, "/o.", ending, NULL);
  g_autoptr(GBytes) raw = g_bytes_new(own, strlen(own));
  g_autoptr(GError) error = NULL;
  g_autoptr(TlumachTermFile) file = tl_term_file_from_bytes("t.tbx", raw, &error);
  assert_true(g_file_set_contents(path, other, -1, NULL));
  memset(counts, 0, 5 * sizeof *counts);
  if (!file || !tl_term_merge(file, path, &how, theirs, count_notes, counts, &error))
    fail_msg("%s", error->message);
  g_unlink(path);
  g_rmdir(folder);
  g_autoptr(GBytes) bytes = tlumach_term_file_bytes(file, NULL);
  return g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

#define OWN                                                                                                            \
  V2("<termEntry id=\"c1\"><descrip type=\"subjectField\">law</descrip><langSet "                                      \
     "xml:lang=\"uk\"><tig><term>угода</term></tig></langSet>"                                                    \
     "<langSet xml:lang=\"en\"><tig><term>agreement</term><termNote "                                                  \
     "type=\"administrativeStatus\">preferredTerm-admn-sts</termNote></tig></langSet></termEntry>")

static void test_merge_table(void **state G_GNUC_UNUSED) {
  guint counts[5];
  static const char other[] = "id\tuk\ten\ten:"
                              "status\tdomain\tdefinition\nc1\tслово\tword\t\t\t\nc2\tугода\tagreement\tadmitted\tDiplo"
                              "macy\twhat is agreed\nc2\t\tdeal\tpreferred\t\t\n";
  g_autofree char *ours = merge_with(OWN, other, "tsv", FALSE, counts);
  assert_int_equal(counts[TLUMACH_MERGED_CONCEPT], 1);
  assert_int_equal(counts[TLUMACH_MERGED_TERM], 1);
  assert_int_equal(counts[TLUMACH_MERGED_FIELD], 1);
  assert_int_equal(counts[TLUMACH_MERGED_CONFLICT], 2);
  assert_contains(ours, ">law</descrip><descrip type=\"definition\">what is agreed</descrip>");
  assert_contains(
      ours,
      "<term>deal</term><termNote type=\"administrativeStatus\">admittedTerm-admn-sts</termNote>"); /* one is preferred
                                                                                                       already */
  assert_contains(ours, "<termEntry id=\"c2\"><langSet xml:lang=\"uk\"><tig><term>слово</term>");   /* c1 is taken */
  g_autofree char *theirs = merge_with(OWN, other, "tsv", TRUE, counts);
  assert_int_equal(counts[TLUMACH_MERGED_CONFLICT], 2);
  assert_contains(theirs, ">Diplomacy</descrip>");
}

/* What only TBX can say comes along. */
static void test_merge_tbx(void **state G_GNUC_UNUSED) {
  guint counts[5];
  g_autofree char *text = merge_with(
      OWN,
      V3("TBX-Basic", "<conceptEntry id=\"a1\"><langSec "
                      "xml:lang=\"uk\"><termSec><term>угода</term></termSec></langSec><langSec xml:lang=\"en\">"
                      "<termSec><term>agreement</term></termSec><termSec><term>accord</term><descrip "
                      "type=\"context\">an accord</descrip></termSec></langSec>"
                      "</conceptEntry><conceptEntry id=\"a2\"><xref type=\"xGraphic\" target=\"u\">pic</xref><langSec "
                      "xml:lang=\"uk\"><termSec>"
                      "<term>слово</term></termSec></langSec></conceptEntry>"),
      "tbx", FALSE, counts);
  assert_int_equal(counts[TLUMACH_MERGED_CONCEPT], 1);
  assert_int_equal(counts[TLUMACH_MERGED_TERM], 1);
  assert_int_equal(counts[TLUMACH_MERGED_CONFLICT], 0);
  assert_contains(text,
                  "<tig><term>accord</term><descrip type=\"context\">an accord</descrip></tig></langSet></termEntry>");
  assert_contains(text, "<termEntry id=\"a2\"><xref type=\"xGraphic\" target=\"u\">pic</xref><langSet "
                        "xml:lang=\"uk\"><tig><term>слово</term></tig></langSet></termEntry>");
}

/* Twice the same changes nothing. */
static void test_merge_again(void **state G_GNUC_UNUSED) {
  guint counts[5];
  static const char other[] = "id\tuk\ten\tnote\nx\tслово\tword\tn\ny\tугода\tagreement; accord\t\n";
  g_autofree char *once = merge_with(OWN, other, "tsv", FALSE, counts),
                  *twice = merge_with(once, other, "tsv", FALSE, counts);
  assert_string_equal(once, twice);
  for (guint i = 0; i < 5; i++)
    assert_int_equal(counts[i], 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_pairing),   cmocka_unit_test(test_data),
                                     cmocka_unit_test(test_states),    cmocka_unit_test(test_merge_table),
                                     cmocka_unit_test(test_merge_tbx), cmocka_unit_test(test_merge_again)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
