/* Each rule on a term base that has the fault, and on one that has not. Rules about words are in tests/spec/term.txt.
 */
#include "terms_test.h"

#include <glib/gstdio.h>

#include "terms/lint/lint.h"

static void keep(const TlumachLintFinding *finding, gpointer user) {
  g_ptr_array_add(
      user, g_strdup_printf("%zu:%zu %s %s", finding->line, finding->column, finding->rule->id, finding->message));
}

static GPtrArray *lint_with(const char *text, const char *ending, const TlumachLintOptions *options) {
  GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *folder = g_dir_make_tmp("tlumach-XXXXXX", NULL), *path = g_strconcat(folder, "/t.", ending, NULL);
  g_autoptr(GError) error = NULL;
  const char *paths[] = {path, NULL};
  assert_true(g_file_set_contents(path, text, -1, NULL));
  if (!tl_lint_run(paths, options, NULL, NULL, keep, found, &error))
    fail_msg("%s", error->message);
  g_unlink(path);
  g_rmdir(folder);
  return found;
}

static GPtrArray *lint_tbx(const char *text) {
  return lint_with(text, "tbx", &(TlumachLintOptions){.strict = TRUE});
}

/* Exactly one finding, that begins so. */
static void assert_one(GPtrArray *found, const char *expected) {
  if (found->len != 1 || !strstr(g_ptr_array_index(found, 0), expected)) {
    for (guint i = 0; i < found->len; i++)
      print_message("  %s\n", (const char *)g_ptr_array_index(found, i));
    fail_msg("%u findings, not one with “%s”", found->len, expected);
  }
  g_ptr_array_unref(found);
}

static void assert_none(GPtrArray *found) {
  if (found->len > 0)
    fail_msg("%u findings; the first: %s", found->len, (const char *)g_ptr_array_index(found, 0));
  g_ptr_array_unref(found);
}

#define BASE(uk, en)                                                                                                   \
  V3("TBX-Basic", "\n<conceptEntry id=\"c\">\n<langSec xml:lang=\"uk\">" uk "</langSec>\n<langSec xml:lang=\"en\">" en \
                  "</langSec></conceptEntry>")
#define TERM(text) "<termSec><term>" text "</term></termSec>"
#define MARKED(text, status)                                                                                           \
  "<termSec><term>" text "</term><termNote type=\"administrativeStatus\">" status "Term-admn-sts</termNote></termSec>"

static void test_clean(void **state G_GNUC_UNUSED) {
  assert_none(
      lint_tbx(BASE(MARKED("рада безпеки", "preferred") MARKED("радбез", "admitted"), TERM("Security Council"))));
  assert_none(lint_tbx(BASE(TERM("С-300 (ракета)"), TERM("S-300 “missile”"))));
  assert_none(lint_tbx(BASE(TERM("об’єкт «А»"), TERM("U.S."))));
  assert_none(lint_tbx(BASE(TERM("з'їзд"), TERM("e.g."))));
  assert_none(lint_tbx(BASE(TERM("COVID-19"), TERM("COVID-19"))));
}

static void test_statuses(void **state G_GNUC_UNUSED) {
  assert_one(lint_tbx(BASE(TERM("а"), MARKED("a", "preferred") MARKED("b", "preferred"))),
             "4:143 two-preferred “b” is preferred, and so is “a”");
  assert_one(lint_tbx(BASE(TERM("а"), MARKED("a", "deprecated"))), "only-deprecated “a” is deprecated");
  assert_one(lint_tbx(BASE(TERM("а"), TERM("a") MARKED("b", "admitted"))), "no-preferred none of the 2");
  assert_none(lint_tbx(BASE(TERM("а"), TERM("a") MARKED("b", "deprecated"))));
}

static void test_concepts(void **state G_GNUC_UNUSED) {
  assert_one(lint_tbx(BASE(MARKED("а", "preferred") TERM("а"), TERM("a"))), "duplicate-term");
  assert_one(lint_tbx(V3("TBX-Basic",
                         "<conceptEntry id=\"c\"><langSec xml:lang=\"uk\">" TERM("а") "</langSec></conceptEntry>")),
             "no-equivalent");
}

static void test_spelling(void **state G_GNUC_UNUSED) {
  assert_one(lint_tbx(BASE(TERM("сaм"), TERM("a"))), "3:39 script “сaм” mixes");
  assert_one(lint_tbx(BASE(TERM("а"), TERM("об"))), "script");
  assert_one(lint_tbx(BASE(TERM("file"), TERM("file"))), "latin");
  assert_one(lint_tbx(BASE(TERM("мыло"), TERM("soap"))), "letters");
  assert_one(lint_tbx(BASE(TERM("з`їзд"), TERM("congress"))), "apostrophe");
  assert_one(lint_tbx(BASE(TERM("слово\xC2\xA0одне"), TERM("word"))),
             "space “слово\xC2\xA0одне” has a no-break space (U+00A0) as its character 6");
  assert_one(lint_tbx(BASE(TERM("слово:"), TERM("word"))), "punctuation");
  assert_one(lint_tbx(BASE(TERM("кінець речення."), TERM("end"))), "punctuation");
  assert_one(lint_tbx(BASE(TERM("- слово"), TERM("word"))), "punctuation");
  assert_one(lint_tbx(BASE(TERM("(слово"), TERM("word"))), "quotes");
  assert_one(lint_tbx(BASE(TERM("слово"), TERM("“word"))), "quotes");
}

/* Sentences of the reader and of the grammars come under rules of their own. */
static void test_structure(void **state G_GNUC_UNUSED) {
  assert_one(
      lint_tbx(V3("TBX-Basic", "<conceptEntry id=\"c\"><langSec xml:lang=\"ukr\">" TERM(
                                   "а") "</langSec><langSec xml:lang=\"en\">" TERM("a") "</langSec></conceptEntry>")),
      "language");
  assert_one(lint_tbx(BASE("<termSec><term>а</term><termNote type=\"x-status\">odd</termNote></termSec>", TERM("a"))),
             "status “odd” is not a status");
  assert_one(lint_tbx(BASE("<termSec><note>n</note><term>а</term></termSec>", TERM("a"))),
             "3:1 grammar Did not expect element note there, by the grammar of version 3");
  assert_one(lint_tbx(V2("<termEntry id=\"c\"><langSet xml:lang=\"uk\"><tig><term>а</term><note>n</note><termNote "
                         "type=\"partOfSpeech\">noun</termNote></tig></langSet>"
                         "<langSet xml:lang=\"en\"><tig><term>a</term></tig></langSet></termEntry>")),
             "grammar");
  assert_one(lint_tbx("<tbx>"), "unreadable");
  assert_one(
      lint_tbx("<TBX dialect=\"TBX-Min\"><header><id>i</id><languages source=\"uk\" "
               "target=\"en\"/></header><body><entry id=\"c\">"
               "<langGroup "
               "xml:lang=\"uk\"><termGroup><term>а</term><termStatus>preferred</termStatus><termStatus>preferred</"
               "termStatus></termGroup></langGroup>"
               "<langGroup xml:lang=\"en\"><termGroup><term>a</term></termGroup></langGroup></entry></body></TBX>"),
      "grammar");
}

static void test_doubles(void **state G_GNUC_UNUSED) {
  assert_one(lint_with("id\tuk\ten\n1\tслово\tword\n2\tСлово\tthe word; word\n", "tsv", &(TlumachLintOptions){0}),
             "3:1 duplicate-concept “Слово” = “word” is in concept 1 (line 2)");
  assert_none(lint_with("id\tuk\ten\n1\tслово\tword\n2\tСлово\tfloor\n", "tsv", &(TlumachLintOptions){0}));
  const char *const source[] = {"same-source", NULL}, *const target[] = {"same-target", NULL};
  assert_one(lint_with("id\tuk\ten\n1\tслово\tword\n2\tСлово\tfloor\n", "tsv", &(TlumachLintOptions){.only = source}),
             "same-source");
  assert_one(lint_with("id\tuk\ten\n1\tслово\tword\n2\tречення\tWord\n", "tsv", &(TlumachLintOptions){.only = target}),
             "same-target");
}

static void test_options(void **state G_GNUC_UNUSED) {
  const char *const skip[] = {"punctuation", NULL}, *const unknown[] = {"commas", NULL}, *paths[] = {NULL};
  assert_none(lint_with("id\tuk\ten\n1\tслово,\tword\n", "tsv", &(TlumachLintOptions){.skip = skip}));
  g_autoptr(GError) error = NULL;
  assert_false(tl_lint_run(paths, &(TlumachLintOptions){.only = unknown}, NULL, NULL, keep, NULL, &error));
  assert_int_equal(error->code, TLUMACH_ERROR_USAGE);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_clean),     cmocka_unit_test(test_statuses),
                                     cmocka_unit_test(test_concepts),  cmocka_unit_test(test_spelling),
                                     cmocka_unit_test(test_structure), cmocka_unit_test(test_doubles),
                                     cmocka_unit_test(test_options)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
