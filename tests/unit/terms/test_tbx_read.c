/* Structures of TBX, one small file each. */
#include "terms_test.h"

static void test_v3_dca(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base =
      tbx(V3("TBX-Basic",
             "<conceptEntry id=\"c1\"><descrip type=\"subjectField\">diplomacy</descrip>"
             "<descripGrp><descrip type=\"definition\">a body\n   of states</descrip><admin type=\"source\">UN</admin>"
             "<note>about the definition</note></descripGrp><note>about the concept</note>"
             "<langSec xml:lang=\"uk\"><termSec id=\"t1\"><term> рада \n\t безпеки </term>"
             "<termNote type=\"partOfSpeech\">noun</termNote>"
             "<termNote type=\"administrativeStatus\">preferredTerm-admn-sts</termNote>"
             "<termNote type=\"termType\">fullForm</termNote><note>mind the case</note></termSec></langSec>"
             "<langSec xml:lang=\"en\"><termSec><term>Security Council</term></termSec>"
             "<termSec><term>UNSC</term><termNote type=\"termType\">acronym</termNote>"
             "<termNote type=\"administrativeStatus\">admittedTerm-admn-sts</termNote></termSec></langSec>"
             "</conceptEntry>"));
  assert_warnings(base, 0);
  assert_int_equal(count(base), 1);
  const TlumachConcept *c = concept(base, 0);
  assert_string_equal(c->id, "c1");
  assert_string_equal(c->subject, "diplomacy");
  assert_string_equal(c->definition, "a body of states");
  assert_string_equal(c->note, "about the concept");
  assert_ptr_equal(c->base, base);
  assert_int_equal(c->n_terms, 3);
  const TlumachTerm *t = term(base, 0, 0);
  assert_string_equal(t->text, "рада безпеки");
  assert_string_equal(t->language, "uk");
  assert_string_equal(t->id, "t1");
  assert_string_equal(t->pos, "noun");
  assert_string_equal(t->type, "fullForm");
  assert_string_equal(t->note, "mind the case");
  assert_int_equal(t->status, TLUMACH_STATUS_PREFERRED);
  assert_ptr_equal(t->concept, c);
  assert_null(term(base, 0, 1)->pos);
  assert_null(term(base, 0, 1)->id);
  assert_int_equal(term(base, 0, 1)->status, TLUMACH_STATUS_NONE);
  assert_string_equal(term(base, 0, 2)->text, "UNSC");
  assert_string_equal(term(base, 0, 2)->type, "acronym");
  assert_ptr_equal(term(base, 0, 2)->language, term(base, 0, 1)->language); /* kept once */
}

static void test_v3_dct(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base = tbx(V3(
      "TBX-Basic", "<conceptEntry id=\"c1\"><min:subjectField>security</min:subjectField>"
                   "<transacGrp><basic:transactionType>origination</basic:transactionType><date>2024-01-01</date>"
                   "<basic:responsibility>T.</basic:responsibility><note>about the act</note></transacGrp>"
                   "<langSec xml:lang=\"uk\"><descripGrp><basic:definition>визначення</basic:definition>"
                   "<basic:source>s</basic:source></descripGrp><termSec><term>зброя</term>"
                   "<min:partOfSpeech>noun</min:partOfSpeech>"
                   "<min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus>"
                   "<basic:termType>variant</basic:termType><basic:grammaticalGender>feminine</basic:grammaticalGender>"
                   "<basic:context>Тут є зброя.</basic:context></termSec></langSec></conceptEntry>"));
  assert_warnings(base, 0);
  assert_string_equal(concept(base, 0)->subject, "security");
  assert_string_equal(concept(base, 0)->definition, "визначення");
  assert_null(concept(base, 0)->note);
  const TlumachTerm *t = term(base, 0, 0);
  assert_string_equal(t->pos, "noun");
  assert_string_equal(t->type, "variant");
  assert_int_equal(t->status, TLUMACH_STATUS_DEPRECATED);
  assert_null(t->note);
}

static void test_v2_tig_and_ntig(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base = tbx("<?xml version=\"1.0\"?><!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\">" V2(
      "<termEntry id=\"e1\"><langSet xml:lang=\"uk\"><tig><term id=\"u1\">мир</term>"
      "<termNote type=\"partOfSpeech\">Noun</termNote></tig></langSet>"
      "<langSet xml:lang=\"en\"><descrip type=\"definition\">no war</descrip><ntig id=\"n1\"><termGrp>"
      "<term>peace</term><termNoteGrp><termNote type=\"normativeAuthorization\">admittedTerm</termNote>"
      "<note>by whom</note></termNoteGrp>"
      "<termNote type=\"usageNote\">solemn</termNote>"
      "<termCompList type=\"lemma\"><termCompGrp><termComp>pea</termComp>"
      "<termNote type=\"partOfSpeech\">verb</termNote></termCompGrp></termCompList></termGrp>"
      "<admin type=\"sourceIdentifier\">x</admin></ntig></langSet></termEntry>"));
  assert_warnings(base, 0);
  assert_string_equal(term(base, 0, 0)->text, "мир");
  assert_string_equal(term(base, 0, 0)->id, "u1");
  assert_string_equal(term(base, 0, 0)->pos, "noun");
  const TlumachTerm *t = term(base, 0, 1);
  assert_string_equal(t->text, "peace");
  assert_string_equal(t->id, "n1");
  assert_null(t->pos); /* that of a component is not that of the term */
  assert_string_equal(t->note, "solemn");
  assert_int_equal(t->status, TLUMACH_STATUS_ADMITTED);
  assert_string_equal(concept(base, 0)->definition, "no war");
}

static void test_tbx_min_2(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base =
      tbx("<TBX dialect=\"TBX-Min\"><header><id>x</id><languages source=\"uk\" target=\"en\"/></header><body>"
          "<entry id=\"C1\"><subjectField>біологія</subjectField><langGroup xml:lang=\"uk\"><termGroup>"
          "<term>пес</term><partOfSpeech>noun</partOfSpeech></termGroup></langGroup><langGroup xml:lang=\"en\">"
          "<termGroup><term>hound</term><termStatus>notRecommended</termStatus><customer>S</customer>"
          "<noteGrp><note><noteKey>usage</noteKey><noteValue>old</noteValue></note></noteGrp></termGroup>"
          "</langGroup></entry><termEntry id=\"C2\"><langSet xml:lang=\"uk\"><tig><term>кіт</term></tig></langSet>"
          "</termEntry></body></TBX>");
  assert_warnings(base, 0);
  assert_int_equal(count(base), 2);
  assert_string_equal(concept(base, 0)->subject, "біологія");
  assert_string_equal(term(base, 0, 0)->pos, "noun");
  assert_int_equal(term(base, 0, 1)->status, TLUMACH_STATUS_DEPRECATED);
  assert_string_equal(term(base, 0, 1)->note, "usage: old");
  assert_string_equal(term(base, 1, 0)->text, "кіт");
}

/* The ways of IATE and Microsoft. */
static void test_exports(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base =
      tbx(V2("<termEntry id=\"IATE-84\"><descripGrp><descrip type=\"subjectField\">1011</descrip></descripGrp>"
             "<descripGrp><descrip type=\"subjectField\">LAW</descrip></descripGrp>"
             "<langSet xml:lang=\"en\"><tig><term>competence of the Member States</term>"
             "<termNote type=\"termType\">fullForm</termNote><descrip type=\"reliabilityCode\">3</descrip></tig>"
             "</langSet></termEntry>"
             "<termEntry id=\"27766\"><langSet xml:lang=\"en-US\"><descripGrp><descrip type=\"definition\">d</descrip>"
             "</descripGrp><ntig><termGrp><term id=\"1\">access</term><termNote type=\"partOfSpeech\">Proper Noun"
             "</termNote></termGrp></ntig></langSet><langSet xml:lang=\"uk-UA\"><ntig><termGrp><term>доступ</term>"
             "</termGrp></ntig></langSet></termEntry>"));
  assert_warnings(base, 0);
  assert_string_equal(concept(base, 0)->subject, "1011; LAW");
  assert_string_equal(term(base, 1, 0)->pos, "properNoun");
  assert_string_equal(term(base, 1, 1)->language, "uk-UA");
}

static void test_linguist(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base = tbx(
      V3("TBX-Linguist", "<conceptEntry id=\"c\"><langSec xml:lang=\"uk\"><termSec><term>двері</term>"
                         "<ling:grammaticalNumber>plural</ling:grammaticalNumber>"
                         "<termNote type=\"register\">neutralRegister</termNote>"
                         "<termNote type=\"transferComment\">a door</termNote></termSec></langSec></conceptEntry>"));
  assert_warnings(base, 0);
  assert_string_equal(term(base, 0, 0)->text, "двері");
}

static void test_markup_in_terms(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base =
      tbx(V2("<termEntry><langSet xml:lang=\"en\"><tig><term>H<hi type=\"subscript\">2</hi>O <foreign "
             "xml:lang=\"la\">pura <hi>s</hi></foreign>&amp;<![CDATA[<b>]]><ph>code</ph>&#x457;</term></tig><tig>"
             "<term>peace<note>of mind</note></term></tig></langSet></termEntry>"));
  assert_string_equal(term(base, 0, 0)->text, "H2O pura s&<b>ї");
  assert_string_equal(term(base, 0, 1)->text, "peace");
  assert_warnings(base, 1);
  assert_contains(warning(base, 0), "a note inside a term");
}

static void test_words(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base =
      tbx(V3("TBX-Basic", "<conceptEntry id=\"c\" xmlns:xtlumach=\"urn:tlumach:tbx:1\"><langSec xml:lang=\"uk\">"
                          "<termSec><term>рада</term><xtlumach:words> рада= </xtlumach:words></termSec>"
                          "<termSec><term>рада 2</term><termNote type=\"x-words\">рада=f</termNote></termSec></langSec>"
                          "</conceptEntry>"));
  assert_warnings(base, 0);
  assert_string_equal(term(base, 0, 0)->words, "рада=");
  assert_string_equal(term(base, 0, 1)->words, "рада=f");
}

/* The definition of the concept is taken before that of a language, wherever it stands. */
static void test_definitions(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base =
      tbx(V2("<termEntry><langSet xml:lang=\"uk\"><descrip type=\"definition\">uk</descrip><tig><term>а</term></tig>"
             "</langSet><langSet xml:lang=\"en\"><descrip type=\"definition\">en</descrip><tig><term>a</term></tig>"
             "</langSet></termEntry><termEntry><langSet xml:lang=\"uk\"><descrip type=\"definition\">uk</descrip><tig>"
             "<term>б</term></tig></langSet><descrip type=\"definition\">both</descrip></termEntry>"));
  assert_string_equal(concept(base, 0)->definition, "uk");
  assert_string_equal(concept(base, 1)->definition, "both");
}

static void test_statuses_agree_or_not(void **state G_GNUC_UNUSED) {
  g_autoptr(TlumachTermbase) base =
      tbx(V2("<termEntry><langSet xml:lang=\"en\"><tig><term>a</term>"
             "<termNote type=\"normativeAuthorization\">standardizedTerm</termNote>"
             "<termNote type=\"administrativeStatus\">preferredTerm-admn-sts</termNote></tig><tig><term>b</term>"
             "<termNote type=\"normativeAuthorization\">deprecatedTerm</termNote>"
             "<termNote type=\"administrativeStatus\">admittedTerm-admn-sts</termNote></tig><tig><term>c</term>"
             "<termNote type=\"administrativeStatus\">superb</termNote></tig></langSet></termEntry>"));
  assert_int_equal(term(base, 0, 0)->status, TLUMACH_STATUS_PREFERRED);
  assert_int_equal(term(base, 0, 1)->status, TLUMACH_STATUS_ADMITTED);
  assert_int_equal(term(base, 0, 2)->status, TLUMACH_STATUS_NONE);
  assert_warnings(base, 2);
  assert_contains(warning(base, 0), "also deprecated; it is taken as admitted");
  assert_contains(warning(base, 1), "“superb” is not a status");
}

/* The span of an entry is its bytes, from its "<" to its last ">". */
static void test_spans_and_lines(void **state G_GNUC_UNUSED) {
  static const char text[] =
      V3("TBX-Core", "\r\n<!-- <conceptEntry> -->\r\n  <conceptEntry id=\"a\">\r\n<langSec xml:lang=\"uk\"><termSec>"
                     "<term>х</term></termSec></langSec></conceptEntry ><conceptEntry id='b'/>\n"
                     "<conceptEntry\n id=\"c\"><langSec xml:lang=\"uk\"><termSec><term>ї</term></termSec></langSec>\n"
                     "</conceptEntry>");
  g_autoptr(TlumachTermbase) base = tbx(text);
  static const struct {
    const char *start, *end;
    size_t line;
  } expected[] = {{"<conceptEntry id=\"a\">\r\n", "</langSec></conceptEntry >", 3},
                  {"<conceptEntry id='b'/>", "<conceptEntry id='b'/>", 4},
                  {"<conceptEntry\n id=\"c\">", "</langSec>\n</conceptEntry>", 5}};
  assert_int_equal(count(base), 3);
  for (guint i = 0; i < 3; i++) {
    TlumachSpan span = concept(base, i)->file_span;
    assert_true(span.start < span.end && span.end <= strlen(text));
    g_autofree char *slice = g_strndup(text + span.start, span.end - span.start);
    assert_true(g_str_has_prefix(slice, expected[i].start));
    assert_true(g_str_has_suffix(slice, expected[i].end));
    assert_int_equal(concept(base, i)->line, expected[i].line);
  }
}

static void test_byte_order_mark_counts(void **state G_GNUC_UNUSED) {
  static const char text[] =
      "\xEF\xBB\xBF" V2("<termEntry><langSet xml:lang=\"uk\"><tig><term>я</term></tig></langSet></termEntry>");
  g_autoptr(TlumachTermbase) base = tbx(text);
  assert_int_equal(memcmp(text + concept(base, 0)->file_span.start, "<termEntry>", 11), 0);
}

static gboolean count_entries(const char *text, guint *n) {
  g_autoptr(GBytes) raw = g_bytes_new(text, strlen(text));
  return tl_tbx_count("t.tbx", raw, n, NULL);
}

/* As many as are read, and what is refused is. */
static void test_count(void **state G_GNUC_UNUSED) {
  g_autoptr(GString) many = g_string_new(NULL);
  for (guint i = 0; i < 2500; i++)
    g_string_append_printf(
        many, "<termEntry id=\"c%u\"><langSet xml:lang=\"uk\"><tig><term>т</term></tig></langSet></termEntry>", i);
  g_autofree char *whole = g_strdup_printf(V2("%s"), many->str);
  guint n = 0;
  assert_true(count_entries(whole, &n));
  assert_int_equal(n, 2500);
  assert_true(count_entries(V2(""), &n));
  assert_int_equal(n, 0);
  assert_false(count_entries(V2("<termEntry><termEntry/></termEntry>"), &n));
  assert_false(count_entries("<tmx/>", &n));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_v3_dca),          cmocka_unit_test(test_v3_dct),
      cmocka_unit_test(test_v2_tig_and_ntig), cmocka_unit_test(test_tbx_min_2),
      cmocka_unit_test(test_exports),         cmocka_unit_test(test_linguist),
      cmocka_unit_test(test_markup_in_terms), cmocka_unit_test(test_words),
      cmocka_unit_test(test_definitions),     cmocka_unit_test(test_statuses_agree_or_not),
      cmocka_unit_test(test_spans_and_lines), cmocka_unit_test(test_byte_order_mark_counts),
      cmocka_unit_test(test_count),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
