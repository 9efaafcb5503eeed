#include "xml_test.h"

#include "base/charset.h"

static char *events(const char *data, GError **error) {
  Seen seen = {.events = g_string_new(NULL), .data = data};
  g_autoptr(GBytes) alone = bytes_guarded(data, strlen(data));
  gboolean done = tl_xml_parse("t.xml", g_bytes_get_data(alone, NULL), strlen(data), &seen_handler, &seen, error);
  assert_true(done == (*error == NULL));
  return g_string_free(seen.events, FALSE);
}

static void assert_events(const char *data, const char *expected) {
  g_autoptr(GError) error = NULL;
  g_autofree char *found = events(data, &error);
  assert_no_error(error);
  assert_string_equal(found, expected);
}

static void assert_refused(const char *data, TlumachError code, const char *words) {
  g_autoptr(GError) error = NULL;
  g_free(events(data, &error));
  assert_failed(&error, code, words);
}

static void test_events(UNUSED_STATE) {
  assert_events("<a x='1' xml:lang=\"uk\">те<b/>кст</a>", "<a x=1 xml:lang=uk>те<b></b>кст</a>");
  assert_events("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- <c> --><a>\n<?x <y>?></a>\n", "<a>\n</a>");
  assert_events("<a>1 &lt; 2 &amp;&amp; &#x457;&#1110;</a>", "<a>1 < 2 && їі</a>");
  assert_events("<a b='&quot;&lt;&#10;'><![CDATA[<x>&amp;]]></a>", "<a b=\"<\n><x>&amp;</a>");
  assert_events("<a b='x &amp; y &#38;amp; &amp;#38;'/>", "<a b=x & y &amp; &#38;></a>");
  assert_events("<a/><?x y?>", "<a></a>");
  assert_events("<p:a xmlns:p='urn:x'><p:b/></p:a>", "<a><b></b></a>");
}

static void test_malformed(UNUSED_STATE) {
  assert_refused("", TLUMACH_ERROR_FORMAT, "t.xml: is empty");
  assert_refused("\xEF\xBB\xBF", TLUMACH_ERROR_FORMAT, "is empty");
  assert_refused("<a>\n<b>\n</a>", TLUMACH_ERROR_FORMAT, "t.xml:3:");
  assert_refused("<a>", TLUMACH_ERROR_FORMAT, "t.xml:1:");
  assert_refused("text", TLUMACH_ERROR_FORMAT, "t.xml:1:");
  assert_refused("<a x=1/>", TLUMACH_ERROR_FORMAT, "t.xml:1:");
  assert_refused("<a x='1' x='2'/>", TLUMACH_ERROR_FORMAT, "t.xml:1:");
  assert_refused("<a/><b/>", TLUMACH_ERROR_FORMAT, "t.xml:1:");
  assert_refused("<a>\n  \xFF</a>", TLUMACH_ERROR_FORMAT, "t.xml:2:3: byte 6 is not UTF-8");
  assert_refused("<p:a/>", TLUMACH_ERROR_FORMAT, "t.xml:1:");
}

/* Nothing is expanded, nothing lost in silence. */
static void test_entities(UNUSED_STATE) {
  assert_refused("<a>\n x&nbsp;y</a>", TLUMACH_ERROR_FORMAT, "the entity &nbsp; is not defined");
  assert_refused("<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'>\n<a>x&nbsp;y</a>", TLUMACH_ERROR_FORMAT, "&nbsp;");
  assert_refused("<a b='&nbsp;'/>", TLUMACH_ERROR_FORMAT, "&nbsp;");
  assert_refused("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", TLUMACH_ERROR_FORMAT, "<!ENTITY b");
  assert_refused("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", TLUMACH_ERROR_FORMAT,
                 "<!ENTITY b");
  assert_refused("<!DOCTYPE a [<!ENTITY % p SYSTEM 'x'> %p;]><a/>", TLUMACH_ERROR_FORMAT, "<!ENTITY");
  assert_refused("<!DOCTYPE a [<!ATTLIST a b CDATA 'made up'>]><a/>", TLUMACH_ERROR_FORMAT, "<!ATTLIST");
  assert_refused("<!DOCTYPE a [<!-- don't --><!ENTITY b 'c'><!-- ' -->]><a>&b;</a>", TLUMACH_ERROR_FORMAT,
                 "<!ENTITY b");
  assert_refused("<!DOCTYPE a [<?x don't?><!ATTLIST a b CDATA 'made up'><!-- ' -->]><a/>", TLUMACH_ERROR_FORMAT,
                 "<!ATTLIST");
}

static void test_doctype_is_kept_and_not_loaded(UNUSED_STATE) {
  assert_events("<!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\"><martif/>", "<martif></martif>");
  assert_events("<!DOCTYPE a [<!ELEMENT a (#PCDATA)>]><a>x</a>", "<a>x</a>");
}

static void test_depth(UNUSED_STATE) {
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < 64; i++)
    g_string_append(text, "<a>");
  for (guint i = 0; i < 64; i++)
    g_string_append(text, "</a>");
  g_autoptr(GError) error = NULL;
  g_autofree char *fits = events(text->str, &error);
  assert_no_error(error);
  assert_string_equal(fits, text->str);
  g_string_prepend(text, "<a>");
  g_string_append(text, "</a>");
  assert_refused(text->str, TLUMACH_ERROR_LIMIT, "nested more than 64 deep");
}

typedef struct Place {
  size_t line, column, depth;
} Place;

static gboolean keep_place(gpointer user, const TlXmlElement *element, GError **error G_GNUC_UNUSED) {
  Place *place = user;
  if (strcmp(element->local, "here") != 0)
    return TRUE;
  place->depth = element->depth;
  tl_xml_place(element, &place->line, &place->column);
  return TRUE;
}

/* Of the `<`, however many lines the tag has. */
static void test_places(UNUSED_STATE) {
  const char *text = "<a>\r\n  ї <here\n x='1'\n y='2'/>\n</a>";
  Place place = {0};
  g_autoptr(GError) error = NULL;
  assert_true(tl_xml_parse("t.xml", text, strlen(text), &(TlXmlHandler){.start = keep_place}, &place, &error));
  assert_int_equal(place.line, 2);
  assert_int_equal(place.column, 5);
  assert_int_equal(place.depth, 2);
}

static gboolean compare_lines(gpointer user, const TlXmlElement *element, GError **error G_GNUC_UNUSED) {
  size_t line, column;
  guint *n = user;
  tl_xml_place(element, &line, &column);
  assert_int_equal(tl_xml_line(element), line);
  *n += 1;
  return TRUE;
}

/* Whatever ends the lines, and with more data than is handed over at once. */
static void test_lines(UNUSED_STATE) {
  static const char *const ends[] = {"\n", "\r\n", "\r", "\n\r", " "};
  for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
    g_autoptr(GString) text = g_string_new("<?xml version='1.0'?><!-- \n -->");
    guint n = 0;
    g_string_append_printf(text, "%s<a>", ends[i]);
    for (guint k = 0; k < 3000; k++)
      g_string_append_printf(text, "%s<b%sx='1'%sy='2'><![CDATA[%s]]></b>", ends[i], ends[i], ends[i], ends[i]);
    g_string_append(text, "</a>");
    assert_true(tl_xml_parse("t.xml", text->str, text->len, &(TlXmlHandler){.start = compare_lines}, &n, NULL));
    assert_int_equal(n, 3001);
  }
}

typedef struct Pieces {
  const char *data;
  GString *text;
  size_t end; /* of the last piece */
} Pieces;

static gboolean join(gpointer user, const char *text, size_t length, TlumachSpan span, GError **error G_GNUC_UNUSED) {
  Pieces *pieces = user;
  if (pieces->text->len > 0)
    assert_int_equal(span.start, pieces->end);
  pieces->end = span.end;
  g_string_append_len(pieces->text, text, (gssize)length);
  return TRUE;
}

/* Pieces of text stand side by side, references and CR LF included. */
static void test_text_spans(UNUSED_STATE) {
  static const char *const texts[] = {"x &lt; y &amp;&#x457; z", "a\r\nb\r\n\r\nc&amp;\r\n", "\r\r\n\n\rы",
                                      "<![CDATA[<x>]]>&gt;y\n"};
  static const char *const meant[] = {"x < y &ї z", "a\nb\n\nc&\n", "\n\n\n\nы", "<x>>y\n"};
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
    g_autofree char *data = g_strdup_printf("<a>%s</a>", texts[i]);
    Pieces pieces = {data, g_string_new(NULL), 0};
    g_autoptr(GError) error = NULL;
    assert_true(tl_xml_parse("t.xml", data, strlen(data), &(TlXmlHandler){.text = join}, &pieces, &error));
    assert_string_equal(pieces.text->str, meant[i]);
    assert_int_equal(pieces.end, 3 + strlen(texts[i]));
    g_string_free(pieces.text, TRUE);
  }
}

static void test_handler_refuses(UNUSED_STATE) {
  const char *text = "<a>\n<b/><c/></a>";
  Seen seen = {.events = g_string_new(NULL), .data = text, .stop_at = "b"};
  g_autoptr(GError) error = NULL;
  assert_false(tl_xml_parse("t.xml", text, strlen(text), &seen_handler, &seen, &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "t.xml:2:1: <b>: is not for us");
  assert_string_equal(seen.events->str, "<a>\n");
  g_string_free(seen.events, TRUE);
}

static gboolean find_attributes(gpointer user, const TlXmlElement *element, GError **error G_GNUC_UNUSED) {
  (void)user;
  assert_string_equal(tl_xml_attribute(element, "xml", "lang"), "uk");
  assert_string_equal(tl_xml_attribute(element, NULL, "lang"), "en");
  assert_null(tl_xml_attribute(element, NULL, "id"));
  return TRUE;
}

static void test_attributes(UNUSED_STATE) {
  const char *text = "<a lang='en' xml:lang='uk'/>";
  assert_true(tl_xml_parse("t.xml", text, strlen(text), &(TlXmlHandler){.start = find_attributes}, NULL, NULL));
}

/* The declaration's encoding is true of the file's bytes. */
static void test_encodings(UNUSED_STATE) {
  static const char *const encodings[] = {"windows-1251", "UTF-16LE", "UTF-8"};
  for (guint i = 0; i < G_N_ELEMENTS(encodings); i++) {
    g_autofree char *text =
        g_strdup_printf("<?xml version=\"1.0\" encoding=\"%s\"?><a>рада</a>", i == 1 ? "UTF-16" : encodings[i]);
    g_autoptr(GBytes) raw = tl_encode(text, strlen(text), encodings[i], NULL);
    g_autoptr(GError) error = NULL;
    Seen seen = {.events = g_string_new(NULL), .data = text};
    assert_true(tl_xml_parse_bytes("t.xml", raw, &seen_handler, &seen, &error));
    assert_string_equal(seen.events->str, "<a>рада</a>");
    g_string_free(seen.events, TRUE);
  }
  const char *lying = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>",
             *unknown = "<?xml version=\"1.0\" encoding=\"rot13\"?><a/>";
  g_autoptr(GBytes) lies = g_bytes_new_static(lying, strlen(lying)), odd = g_bytes_new_static(unknown, strlen(unknown));
  g_autoptr(GError) error = NULL;
  assert_false(tl_xml_parse_bytes("t.xml", lies, &seen_handler, NULL, &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "declares UTF-16, but its bytes are not");
  assert_false(tl_xml_parse_bytes("t.xml", odd, &seen_handler, NULL, &error));
  assert_failed(&error, TLUMACH_ERROR_USAGE, "unknown encoding \"rot13\"");
}

/* What is no declaration of an encoding is not read beyond its end, where no quote may come any more. */
static void test_half_an_encoding(UNUSED_STATE) {
  static const char *const starts[] = {"<?xml version=1 encoding?>", "<?xml encoding='?>", "<?xml encoding=?>",
                                       "<?xml encoding"};
  for (guint i = 0; i < G_N_ELEMENTS(starts); i++) {
    g_autoptr(GBytes) raw = bytes_guarded(starts[i], strlen(starts[i]));
    g_autoptr(GError) error = NULL;
    char buffer[64];
    const char *encoding;
    assert_true(tl_xml_encoding("t.xml", raw, buffer, &encoding, &error));
    assert_string_equal(encoding, "UTF-8");
  }
}

static const char grammar[] =
    "<element name='a' xmlns='http://relaxng.org/ns/structure/1.0'><zeroOrMore><element name='b'><empty/></element>"
    "</zeroOrMore></element>";

static void test_validate(UNUSED_STATE) {
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GError) error = NULL;
  assert_true(tl_xml_validate("t.xml", "<a><b/></a>", 11, grammar, findings, &error));
  assert_int_equal(findings->len, 0);
  assert_true(tl_xml_validate("t.xml", "<a>\n<c/></a>", 12, grammar, findings, &error));
  assert_true(findings->len > 0);
  assert_true(g_str_has_prefix(g_ptr_array_index(findings, 0), "2: "));
  assert_false(tl_xml_validate("t.xml", "<a>", 3, grammar, findings, &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "t.xml:1:");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_events),          cmocka_unit_test(test_malformed),
      cmocka_unit_test(test_entities),        cmocka_unit_test(test_doctype_is_kept_and_not_loaded),
      cmocka_unit_test(test_depth),           cmocka_unit_test(test_places),
      cmocka_unit_test(test_text_spans),      cmocka_unit_test(test_handler_refuses),
      cmocka_unit_test(test_attributes),      cmocka_unit_test(test_encodings),
      cmocka_unit_test(test_validate),        cmocka_unit_test(test_lines),
      cmocka_unit_test(test_half_an_encoding)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
