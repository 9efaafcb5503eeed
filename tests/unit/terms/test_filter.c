/* Questions asked of a term base. */
#include "terms_test.h"

static const char two[] = V3(
    "TBX-Basic",
    "<conceptEntry id=\"c1\"><descrip type=\"subjectField\">Diplomacy</descrip>"
    "<langSec xml:lang=\"uk-UA\"><termSec><term>об’є\u0301кт</term></termSec></langSec>"
    "<langSec xml:lang=\"en\"><termSec><term>object</term>"
    "<termNote type=\"administrativeStatus\">preferredTerm-admn-sts</termNote></termSec></langSec></conceptEntry>"
    "<conceptEntry id=\"c2\"><langSec xml:lang=\"uk\"><termSec><term>слово</term></termSec></langSec></conceptEntry>");

static guint meeting(TlumachTermQuery query) {
  g_autoptr(TlumachTermbase) base = tbx(two);
  g_autoptr(TlumachTermFilter) filter = tlumach_term_filter_new(&query, NULL);
  assert_non_null(filter);
  guint bits = 0;
  for (guint i = 0; i < count(base); i++)
    bits |= (guint)tlumach_term_filter_meets(filter, concept(base, i)) << i;
  return bits;
}

static void test_questions(void **state G_GNUC_UNUSED) {
  assert_int_equal(meeting((TlumachTermQuery){0}), 3);
  assert_int_equal(meeting((TlumachTermQuery){.language = "uk"}), 3); /* uk-UA is Ukrainian */
  assert_int_equal(meeting((TlumachTermQuery){.language = "en"}), 1);
  assert_int_equal(meeting((TlumachTermQuery){.missing = "en"}), 2);
  assert_int_equal(meeting((TlumachTermQuery){.status = "approved"}), 1); /* UTX's name for preferred */
  assert_int_equal(meeting((TlumachTermQuery){.status = "none", .language = "en"}), 0);
  assert_int_equal(meeting((TlumachTermQuery){.text = "ОБ'ЄКТ"}), 1);
  assert_int_equal(meeting((TlumachTermQuery){.domain = "diplom"}), 1);
  assert_int_equal(meeting((TlumachTermQuery){.regex = "^сл.{3}$"}), 2);
  assert_int_equal(meeting((TlumachTermQuery){.regex = "^object$", .language = "uk"}),
                   0); /* of one term, not of several */
}

static void test_wrong_questions(void **state G_GNUC_UNUSED) {
  g_autoptr(GError) error = NULL;
  assert_null(tlumach_term_filter_new(&(TlumachTermQuery){.regex = "["}, &error));
  assert_int_equal(error->code, TLUMACH_ERROR_USAGE);
  g_clear_error(&error);
  assert_null(tlumach_term_filter_new(&(TlumachTermQuery){.status = "good"}, &error));
  assert_contains(error->message, "good");
}

static void test_named(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base = tbx(two);
  g_autoptr(GPtrArray) found = g_ptr_array_new();
  tlumach_concepts_named(base, "c2", found);
  assert_int_equal(found->len, 1);
  tlumach_concepts_named(base, "об'єкт", found);
  assert_int_equal(found->len, 2);
  assert_ptr_equal(found->pdata[1], concept(base, 0));
  tlumach_concepts_named(base, "c3", found);
  assert_int_equal(found->len, 2);
}

/* What parts terms in a cell may also stand in one. */
static void test_escapes(void **state G_GNUC_UNUSED) {
  static const char table[] = "id\tuk\ten\n1\tа\\;б; в\tc\\\\d|e\\|f\\g\n";
  g_autoptr(GBytes) raw = g_bytes_new_static(table, strlen(table));
  g_autoptr(TlumachTermbase) base = tl_table_read("t.tsv", raw, "uk", "en", NULL);
  assert_int_equal(concept(base, 0)->n_terms, 4);
  assert_string_equal(term(base, 0, 0)->text, "а;б");
  assert_string_equal(term(base, 0, 1)->text, "в");
  assert_string_equal(term(base, 0, 2)->text, "c\\d");
  assert_string_equal(term(base, 0, 3)->text, "e|f\\g");
  g_autoptr(GPtrArray) concepts = g_ptr_array_new();
  g_autoptr(GString) out = g_string_new(NULL);
  g_ptr_array_add(concepts, (gpointer) concept(base, 0));
  assert_true(tlumach_concepts_write(concepts, "tsv", NULL, out, NULL));
  assert_string_equal(out->str, "id\tuk\ten\n1\tа\\;б; в\tc\\\\d; e\\|f\\\\g\n");
}

static void test_counts(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base = tbx(two);
  g_autoptr(TlumachTermCounts) counts = tlumach_term_counts_new();
  tlumach_term_counts_add(counts, base);
  assert_int_equal(counts->concepts, 2);
  assert_int_equal(counts->terms, 3);
  assert_int_equal(counts->without_subject, 1);
  assert_int_equal(counts->languages->len, 3);
  const TlumachLanguageCount *first = &g_array_index(counts->languages, TlumachLanguageCount, 0);
  assert_string_equal(first->language, "en");
  assert_int_equal(first->by_status[TLUMACH_STATUS_PREFERRED], 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_questions), cmocka_unit_test(test_wrong_questions),
                                     cmocka_unit_test(test_named), cmocka_unit_test(test_escapes),
                                     cmocka_unit_test(test_counts)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
