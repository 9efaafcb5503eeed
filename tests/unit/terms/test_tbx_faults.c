/* Files that are not as they should be: what is refused, what is said, what is kept. */
#include "terms_test.h"

#define UK(term) "<langSec xml:lang=\"uk\"><termSec><term>" term "</term></termSec></langSec>"

static void test_roots(void **state G_GNUC_UNUSED) {
  assert_refused("<tbx type=\"TBX-Basic\"><text><body/></text></tbx>", "t.tbx:1:1: <tbx>: has no namespace");
  assert_refused("<tbx xmlns=\"urn:iso:std:iso:30042:ed:3.0\"/>", "in the namespace \"urn:iso:std:iso:30042:ed:3.0\"");
  assert_refused("<tbx/>", "xmlns=\"urn:iso:std:iso:30042:ed-2\"");
  assert_refused("\n <tmx version=\"1.4\"/>", "t.tbx:2:2: <tmx>: this is a translation memory (TMX)");
  assert_refused("<html/>", "a web page");
  assert_refused("<glossary/>", "begins with <tbx> or <martif>");
  assert_refused("", "t.tbx: is empty");
  assert_refused("рада\tcouncil\n", "t.tbx:1");
}

static void test_broken_levels(void **state G_GNUC_UNUSED) {
  assert_refused(V3("TBX-Core", "<conceptEntry id=\"a\">\n<conceptEntry id=\"b\"/></conceptEntry>"),
                 "t.tbx:2:1: <conceptEntry>: stands inside another entry");
  assert_refused(V3("TBX-Core", "<conceptEntry><langSec xml:lang=\"uk\"><langSec xml:lang=\"en\"/></langSec>"
                                "</conceptEntry>"),
                 "inside another language");
  assert_refused(V3("TBX-Core", "<conceptEntry><termSec><term>а</term></termSec></conceptEntry>"),
                 "outside of a language");
  assert_refused(V3("TBX-Core", "<conceptEntry><langSec xml:lang=\"uk\"><termSec><termSec/></termSec></langSec>"
                                "</conceptEntry>"),
                 "inside another section of a term");
}

static void test_not_well_formed(void **state G_GNUC_UNUSED) {
  assert_refused(V3("TBX-Core", "<conceptEntry id=\"a\">\n<langSec></conceptEntry>"), "t.tbx:2");
  static const char whole[] = V3("TBX-Core", "<conceptEntry id=\"a\">" UK("рада") "</conceptEntry>");
  for (size_t n = 0; n < strlen(whole); n++) {
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) raw = g_bytes_new(whole, n);
    g_autoptr(TlumachTermbase) base = tl_tbx_read("t.tbx", raw, &error);
    if (base != NULL || error == NULL)
      fail_msg("the first %zu bytes are taken for a whole file", n);
  }
}

/* No entity is expanded, lost, or followed to a file. */
static void test_entities(void **state G_GNUC_UNUSED) {
  assert_refused("<!DOCTYPE martif [<!ENTITY t \"тривога\">]>" V2(
                     "<termEntry><langSet xml:lang=\"uk\"><tig><term>повітряна &t;</term></tig></langSet></termEntry>"),
                 "t");
  assert_refused("<!DOCTYPE martif [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" V2(
                     "<termEntry><langSet xml:lang=\"uk\"><tig><term>&x;</term></tig></langSet></termEntry>"),
                 "x");
  assert_refused("<!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\">" V2(
                     "<termEntry><langSet xml:lang=\"uk\"><tig><term>а &ndash; я</term></tig></langSet></termEntry>"),
                 "ndash");
}

static void test_languages(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base =
      tbx(V3("TBX-Core", "<conceptEntry><langSec><termSec><term>а</term></termSec></langSec>"
                         "<langSec xml:lang=\"\"><termSec><term>б</term></termSec></langSec>"
                         "<langSec xml:lang=\"ua\"><termSec><term>в</term></termSec></langSec>"
                         "<langSec xml:lang=\"ua\"><termSec><term>г</term></termSec></langSec>"
                         "<langSec xml:lang=\"UKR\"><termSec><term>ґ</term></termSec></langSec>"
                         "<langSec lang=\"uk\"><termSec><term>д</term></termSec></langSec>"
                         "<langSec xml:lang=\"ukrainian lang\"><termSec><term>е</term></termSec></langSec>"
                         "</conceptEntry>"));
  assert_int_equal(concept(base, 0)->n_terms, 7);
  assert_string_equal(term(base, 0, 0)->language, "");
  assert_string_equal(term(base, 0, 1)->language, "");
  assert_string_equal(term(base, 0, 2)->language, "ua"); /* as the file has it */
  assert_string_equal(term(base, 0, 5)->language, "uk");
  assert_warnings(base, 6);
  assert_contains(warning(base, 0), "<langSec> without xml:lang");
  assert_contains(warning(base, 1), "<langSec> without xml:lang");
  assert_contains(warning(base, 2), "“ua” is taken as “uk”");
  assert_contains(warning(base, 3), "“UKR” is taken as “uk”");
  assert_contains(warning(base, 4), "has lang where it should have xml:lang");
  assert_contains(warning(base, 5), "“ukrainian lang” is not a language tag");
}

static void test_terms_left_out(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base = tbx(
      V3("TBX-Core", "<conceptEntry id=\"a\">\n<langSec xml:lang=\"uk\"><termSec><term/></termSec><termSec><term> \n"
                     "</term><note>n</note></termSec><termSec><note>x</note></termSec><termSec><term>а</term>"
                     "<term>б</term></termSec></langSec><term>в</term></conceptEntry><conceptEntry id=\"b\"/>"));
  assert_int_equal(count(base), 2);
  assert_int_equal(concept(base, 0)->n_terms, 1);
  assert_string_equal(term(base, 0, 0)->text, "а");
  assert_warnings(base, 6);
  assert_contains(warning(base, 0), "t.tbx:2:");
  assert_contains(warning(base, 0), "an empty term is left out");
  assert_contains(warning(base, 1), "an empty term is left out");
  assert_contains(warning(base, 2), "a section without <term>");
  assert_contains(warning(base, 3), "after the term of its section");
  assert_contains(warning(base, 4), "outside of a section");
  assert_contains(warning(base, 5), "an entry without terms");
}

static void test_long_terms(void **state G_GNUC_UNUSED) {
  g_autofree char *kept = g_strnfill(TL_TERM_MATCHED_MAX + 1, 'a');
  g_autofree char *dropped = g_strnfill(TL_TERM_STORED_MAX + 1, 'a');
  g_autofree char *text =
      g_strdup_printf("<martif type=\"TBX\"><text><body><termEntry><langSet xml:lang=\"en\"><tig><term>%s</term></tig>"
                      "<tig><term>%s</term></tig></langSet></termEntry></body></text></martif>",
                      kept, dropped);
  g_autoptr(TlumachTermbase) base = tbx(text);
  assert_int_equal(concept(base, 0)->n_terms, 1);
  assert_string_equal(term(base, 0, 0)->text, kept);
  assert_warnings(base, 2);
  assert_contains(warning(base, 0), "is kept but not looked for");
  assert_contains(warning(base, 1), "is left out: the limit is 65536");
}

static void test_same_ids(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base = tbx(V3(
      "TBX-Core", "<conceptEntry id=\"a\">" UK("а") "</conceptEntry>\n<conceptEntry>" UK(
                      "б") "</conceptEntry>\n<conceptEntry id=\"a\">" UK("в") "</"
                                                                              "conceptEntry>\n<"
                                                                              "conceptEntry>" UK(
                                                                                  "г") "</"
                                                                                       "conceptE"
                                                                                       "ntry>\n<"
                                                                                       "conceptE"
                                                                                       "ntry "
                                                                                       "id="
                                                                                       "\"a\""
                                                                                       ">" UK("ґ") "</conceptEntry>"));
  assert_int_equal(count(base), 5);
  assert_null(concept(base, 1)->id);
  assert_string_equal(concept(base, 4)->id, "a");
  assert_warnings(base, 2);
  assert_string_equal(warning(base, 0), "t.tbx:3: id “a” is also that of the entry in line 1; both are kept");
  assert_contains(warning(base, 1), "t.tbx:5: id “a” is also that of the entry in line 1");
}

/* What the reader does not know is said, once a kind. */
static void test_unknown_elements(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base = tbx(V3(
      "TBX-Basic", "<entry2/><conceptEntry id=\"a\"><foo><term>x</term></foo><foo/><o:bar xmlns:o=\"urn:o\">y</o:bar>"
                   "<descrip>z</descrip>" UK("а") "</conceptEntry>"));
  assert_warnings(base, 4);
  assert_contains(warning(base, 0), "<entry2> is not an entry of TBX");
  assert_contains(warning(base, 1), "<foo> is not an element of TBX");
  assert_contains(warning(base, 2), "namespace “urn:o”");
  assert_contains(warning(base, 3), "<descrip> without a type");
  assert_int_equal(concept(base, 0)->n_terms, 1);
}

/* A file that breaks its dialect is read, and told of. */
static void test_dialect(void **state G_GNUC_UNUSED) {
  static const char body[] = V3(
      "TBX-Basic", "<conceptEntry id=\"a\"><transacGrp><transac type=\"theType\">creation</transac></transacGrp>"
                   "<langSec xml:lang=\"uk\"><termSec><term>а</term><termNote type=\"partOfSpeech\">nominal</termNote>"
                   "<descrip type=\"definition\">here</descrip><admin type=\"context\">c</admin></termSec>"
                   "<termSec><term>б</term><min:partOfSpeech>nominal</min:partOfSpeech>"
                   "<ling:register>slangRegister</ling:register></termSec></langSec></conceptEntry>");
  g_autoptr(TlumachTermbase) base = tbx(body);
  assert_warnings(base, 5);
  assert_contains(warning(base, 0), "“theType” is not a data category of TBX-Basic");
  assert_contains(warning(base, 1), "“nominal” is not a value of partOfSpeech in TBX-Basic");
  assert_contains(warning(base, 2), "“definition” may not stand at the term level in TBX-Basic");
  assert_contains(warning(base, 3), "“context” is a type of <descrip>, not of <admin>");
  assert_contains(warning(base, 4), "“register” is not a data category of TBX-Basic");
  assert_string_equal(term(base, 0, 0)->pos, "nominal");
  assert_string_equal(concept(base, 0)->definition, "here");

  g_autoptr(TlumachTermbase) other = tbx(V3("TBX-House", "<conceptEntry id=\"a\">" UK("а") "</conceptEntry>"));
  assert_warnings(other, 1);
  assert_contains(warning(other, 0), "type TBX-House is not a dialect that is known");
  assert_int_equal(count(other), 1);
}

static void test_empty_body(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base = tbx(V3("TBX-Basic", ""));
  assert_int_equal(count(base), 0);
  assert_warnings(base, 1);
  assert_string_equal(warning(base, 0), "t.tbx: there are no entries in it");
}

/* A million faults are a thousand warnings and a number. */
static void test_warnings_are_counted(void **state G_GNUC_UNUSED) {
  GString *text = g_string_new("<martif type=\"TBX\"><text><body>");
  for (guint i = 0; i < TL_WARNINGS_MAX + 7; i++)
    g_string_append(text, "<termEntry/>");
  g_string_append(text, "</body></text></martif>");
  g_autofree char *owned = g_string_free(text, FALSE);
  g_autoptr(TlumachTermbase) base = tbx(owned);
  assert_int_equal(count(base), TL_WARNINGS_MAX + 7);
  assert_warnings(base, TL_WARNINGS_MAX + 1);
  assert_string_equal(warning(base, TL_WARNINGS_MAX), "t.tbx: and 7 more warnings like these");
}

/* A warning is one line of bounded length, in whole characters. */
static void test_warnings_are_short(void **state G_GNUC_UNUSED) {
  g_autofree char *name = g_strnfill(3000, 'x');
  g_autofree char *text =
      g_strdup_printf(V3("TBX-Basic", "<conceptEntry id='a'><descrip type='a&#10;%s'/></conceptEntry>"
                                      "<conceptEntry id='b'><descrip type='ї%s'/></conceptEntry>"),
                      name, name);
  g_autoptr(TlumachTermbase) base = tbx(text);
  assert_contains(warning(base, 0), "“a xxx");
  for (guint i = 0; i < tlumach_termbase_warnings(base)->len; i++) {
    assert_true(strlen(warning(base, i)) < 500);
    assert_null(strchr(warning(base, i), '\n'));
    assert_true(g_utf8_validate(warning(base, i), -1, NULL));
  }
}

/* Text that is dangerous elsewhere is plain text here. */
static void test_odd_text(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base = tbx(
      V2("<termEntry id=\"%s%n\"><langSet xml:lang=\"en\"><tig><term>%s $(ls) .* \xE2\x80\xAE</term></tig></langSet>"
         "<langSet xml:lang=\"en%n\"><tig><term/></tig></langSet></termEntry><termEntry id=\"%s%n\"/>"));
  assert_string_equal(term(base, 0, 0)->text, "%s $(ls) .* \xE2\x80\xAE");
  assert_contains(warning(base, 0), "“en%n” is not a language tag");
  assert_contains(warning(base, 2), "id “%s%n” is also");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_roots),
      cmocka_unit_test(test_broken_levels),
      cmocka_unit_test(test_not_well_formed),
      cmocka_unit_test(test_entities),
      cmocka_unit_test(test_languages),
      cmocka_unit_test(test_terms_left_out),
      cmocka_unit_test(test_long_terms),
      cmocka_unit_test(test_same_ids),
      cmocka_unit_test(test_unknown_elements),
      cmocka_unit_test(test_dialect),
      cmocka_unit_test(test_empty_body),
      cmocka_unit_test(test_warnings_are_counted),
      cmocka_unit_test(test_warnings_are_short),
      cmocka_unit_test(test_odd_text),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
