/* Changing a file of terms: where things go, ids, what is refused, the way to the disk. */
#include "terms_test.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "terms/new_id.h"
#include "terms/term_file_private.h"

#define DCT(body)                                                                                                      \
  "<tbx type=\"TBX-Basic\" style=\"dct\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\""                         \
  " xmlns:min=\"http://www.tbxinfo.net/ns/min\"><tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc>"                \
  "</fileDesc></tbxHeader><text>\n <body>" body "</body>\n</text></tbx>"
#define ENTRY(id)                                                                                                      \
  "\n  <conceptEntry id=\"" id "\">\n    <langSec xml:lang=\"uk\">\n      <termSec>\n        <term>а</term>\n      "  \
  "</termSec>\n    </langSec>\n  </conceptEntry>"

static TlumachTermFile *file_of(const char *text) {
  g_autoptr(GBytes) raw = g_bytes_new(text, strlen(text));
  g_autoptr(GError) error = NULL;
  TlumachTermFile *file = tl_term_file_from_bytes("t.tbx", raw, &error);
  if (!file)
    fail_msg("%s", error->message);
  return file;
}

static char *text_of(const TlumachTermFile *file) {
  g_autoptr(GBytes) bytes = tlumach_term_file_bytes(file, NULL);
  assert_non_null(bytes);
  return g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

static const TlumachConcept *first(const TlumachTermFile *file) {
  return concept(tlumach_term_file_base(file), 0);
}

/* In the order in which we write, with prefixes declared where the file has none. */
static void test_order(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermFile) file = file_of(DCT(ENTRY("c1")));
  const TlumachConcept *c = first(file);
  assert_true(tlumach_term_file_set(file, c, c->terms, TLUMACH_FIELD_NOTE, "n", NULL));
  assert_true(tlumach_term_file_set(file, c, c->terms, TLUMACH_FIELD_TYPE, "acronym", NULL));
  assert_true(tlumach_term_file_set(file, c, c->terms, TLUMACH_FIELD_POS, "noun", NULL));
  assert_true(tlumach_term_file_set(file, c, c->terms, TLUMACH_FIELD_STATUS, "proposed", NULL));
  assert_true(tlumach_term_file_set(file, c, NULL, TLUMACH_FIELD_DEFINITION, "d", NULL));
  assert_true(tlumach_term_file_set(file, c, NULL, TLUMACH_FIELD_DOMAIN, "s", NULL));
  g_autofree char *text = text_of(file);
  assert_contains(
      text,
      "\n    <min:subjectField>s</min:subjectField>"
      "\n    <basic:definition xmlns:basic=\"http://www.tbxinfo.net/ns/basic\">d</basic:definition>\n    <langSec");
  assert_contains(text,
                  "<term>а</term>\n        <min:partOfSpeech>noun</min:partOfSpeech>"
                  "\n        <xtlumach:status xmlns:xtlumach=\"urn:tlumach:tbx:1\">proposed</xtlumach:status>"
                  "\n        <basic:termType xmlns:basic=\"http://www.tbxinfo.net/ns/basic\">acronym</basic:termType>"
                  "\n        <note>n</note>\n      </termSec>");
  g_autoptr(TlumachTermFile) again = file_of(text);
  assert_int_equal(first(again)->terms->status, TLUMACH_STATUS_PROPOSED);
}

/* Terms are named as the file on the disk has them, however they moved since. */
static void test_terms_move(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermFile) file =
      file_of(V2("<termEntry id=\"c\"><langSet xml:lang=\"uk\"><tig><term>а</term></tig><tig><term>б</term></tig>"
                 "</langSet><langSet xml:lang=\"en\"><tig><term>c</term></tig></langSet></termEntry>"));
  const TlumachConcept *c = first(file);
  TlumachTerm more = {.text = "в", .language = "uk"};
  assert_true(tlumach_term_file_remove_term(file, c, &c->terms[0], NULL));
  assert_true(tlumach_term_file_add_term(file, c, &more, NULL));
  assert_true(tlumach_term_file_set(file, c, &c->terms[2], TLUMACH_FIELD_TEXT, "d", NULL));
  assert_true(tlumach_term_file_set(file, c, &c->terms[1], TLUMACH_FIELD_TEXT, "бб", NULL));
  g_autofree char *text = text_of(file);
  assert_contains(text, "<langSet xml:lang=\"uk\"><tig><term>бб</term></tig><tig><term>в</term></tig></langSet>"
                        "<langSet xml:lang=\"en\"><tig><term>d</term></tig></langSet>");
  g_autoptr(GError) error = NULL;
  assert_false(tlumach_term_file_set(file, c, &c->terms[0], TLUMACH_FIELD_TEXT, "x", &error));
  assert_contains(error->message, "the term was removed");
}

static void test_first_entry(void **state G_GNUC_UNUSED) {
  TlumachTerm term = {.text = "слово", .language = "uk"};
  const TlumachConcept fresh = {.terms = &term, .n_terms = 1};
  g_autoptr(TlumachTermFile) bare = file_of(DCT("\n "));
  assert_string_equal(tlumach_term_file_add(bare, &fresh, NULL), "slovo");
  g_autofree char *text = text_of(bare);
  assert_contains(text, "<body>\n   <conceptEntry id=\"slovo\">\n     <langSec xml:lang=\"uk\">");
  assert_contains(text, "   </conceptEntry>\n </body>");
  g_autoptr(TlumachTermFile) empty = file_of("<martif type=\"TBX\"><text>\n <body/>\n</text></martif>");
  assert_non_null(tlumach_term_file_add(empty, &fresh, NULL));
  g_autofree char *opened = text_of(empty);
  assert_contains(opened, " <body>\n   <termEntry id=\"slovo\">");
  assert_contains(opened, "</termEntry>\n </body>\n</text>");
}

static void assert_id(const char *text, const char *term, const char *expected) {
  g_autoptr(TlumachTermFile) file = file_of(text);
  TlumachTerm own = {.text = term, .language = "uk"};
  assert_string_equal(tlumach_term_file_add(file, &(TlumachConcept){.terms = &own, .n_terms = 1}, NULL), expected);
}

static void test_ids(void **state G_GNUC_UNUSED) {
  assert_id(DCT(ENTRY("c9") ENTRY("c10")), "слово", "c11");
  assert_id(DCT(ENTRY("T-009")), "слово", "T-010");
  assert_id(DCT(ENTRY("slovo")), "слово", "slovo-2");
  assert_id(DCT(ENTRY("vyraz")), "Об’єкт «критичної» інфраструктури", "obiekt-krytychnoi-infrastruktury");
  assert_id(DCT(ENTRY("vyraz")), "10 днів", "c-10-dniv");
  assert_id(DCT(ENTRY("vyraz")), "…", "c-");
}

/* What a dialect does not have is refused, and the entry stays. */
static void test_refusals(void **state G_GNUC_UNUSED) {
  static const char text[] =
      V3("TBX-Min",
         "<conceptEntry id=\"c\"><langSec xml:lang=\"uk\"><termSec><term>а</term></termSec></langSec></conceptEntry>");
  g_autoptr(TlumachTermFile) file = file_of(text);
  g_autoptr(GError) error = NULL;
  const TlumachConcept *c = first(file);
  assert_false(tlumach_term_file_set(file, c, NULL, TLUMACH_FIELD_DEFINITION, "d", &error));
  assert_contains(error->message, "TBX-Min has no definition");
  g_clear_error(&error);
  assert_false(tlumach_term_file_set(file, c, NULL, TLUMACH_FIELD_POS, "noun", &error));
  g_clear_error(&error);
  assert_false(tlumach_term_file_set(file, c, c->terms, TLUMACH_FIELD_TEXT, " ", &error));
  g_clear_error(&error);
  assert_false(tlumach_term_file_remove_term(file, c, c->terms, &error));
  assert_contains(error->message, "only term");
  g_clear_error(&error);
  assert_false(tlumach_term_file_set(file, c, c->terms, TLUMACH_FIELD_NOTE, "a\002", &error));
  assert_contains(error->message, "U+0002");
  g_autofree char *same = text_of(file);
  assert_string_equal(same, text);
}

/* A file that somebody changes without asking for our lock is not written over. */
static void test_changed_meanwhile(void **state G_GNUC_UNUSED) {
  g_autofree char *folder = g_dir_make_tmp("tlumach-XXXXXX", NULL), *path = g_build_filename(folder, "a.tbx", NULL);
  g_autofree char *lock = g_build_filename(folder, ".a.tbx.lock", NULL);
  g_autoptr(GError) error = NULL;
  assert_true(g_file_set_contents(path, DCT(ENTRY("c1")), -1, NULL));
  {
    g_autoptr(TlumachTermFile) file = tlumach_term_file_open(path, 0, NULL);
    assert_true(tlumach_term_file_remove(file, first(file), NULL));
    g_usleep(20000);
    assert_true(g_file_set_contents(path, DCT(ENTRY("c7")), -1, NULL));
    assert_false(tlumach_term_file_save(file, TRUE, &error));
    assert_int_equal(error->code, TLUMACH_ERROR_BUSY);
    assert_null(tlumach_term_file_open(path, 0, NULL)); /* locked */
  }
  g_autoptr(TlumachTermbase) base = tlumach_termbase_open(path, NULL, NULL, NULL);
  assert_string_equal(concept(base, 0)->id, "c7");
  g_unlink(path);
  assert_int_not_equal(g_unlink(lock), 0); /* gone with its holder */
  assert_int_equal(g_rmdir(folder), 0);
}

/* A file of another encoding keeps it; what it cannot hold becomes a reference. */
static void test_encoding(void **state G_GNUC_UNUSED) {
  g_autofree char *utf8 = g_strdup("<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n" V2(
      "<termEntry id=\"c\"><langSet xml:lang=\"uk\"><tig><term>ґ</term></tig></langSet></termEntry>"));
  gsize size;
  char *old = g_convert(utf8, -1, "windows-1251", "UTF-8", NULL, &size, NULL);
  g_autoptr(GBytes) raw = g_bytes_new_take(old, size);
  g_autoptr(TlumachTermFile) file = tl_term_file_from_bytes("t.tbx", raw, NULL);
  assert_true(tlumach_term_file_set(file, first(file), NULL, TLUMACH_FIELD_NOTE, "є 中", NULL));
  g_autoptr(GBytes) bytes = tlumach_term_file_bytes(file, NULL);
  assert_non_null(memmem(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), "<note>\xBA &#20013;</note>", 23));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_order),       cmocka_unit_test(test_terms_move),
                                     cmocka_unit_test(test_first_entry), cmocka_unit_test(test_ids),
                                     cmocka_unit_test(test_refusals),    cmocka_unit_test(test_changed_meanwhile),
                                     cmocka_unit_test(test_encoding)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
