/* SRX files read and applied. The rules of dictionaries/segmentation.srx have their examples in tests/spec/. */
#include "../unit.h"

#include "text/segment.h"

typedef struct Place {
  char *folder, *path;
} Place;

static int place_make(void **state) {
  Place *place = g_new0(Place, 1);
  place->folder = folder_make();
  place->path = g_build_filename(place->folder, "rules.srx", NULL);
  *state = place;
  return 0;
}

static int place_remove(void **state) {
  Place *place = *state;
  folder_remove(place->folder);
  g_free(place->path);
  g_free(place);
  return 0;
}

#define SRX(header, body)                                                                                              \
  "<?xml version=\"1.0\"?>\n<srx version=\"2.0\" xmlns=\"http://www.lisa.org/srx20\"><header segmentsubflows=\"yes\" " \
  "cascade=\"" header "\"/><body>" body "</body></srx>"
#define RULE(break, before, after)                                                                                     \
  "<rule break=\"" break "\"><beforebreak>" before "</beforebreak><afterbreak>" after "</afterbreak></rule>"
#define MAP(pattern, name) "<languagemap languagepattern=\"" pattern "\" languagerulename=\"" name "\"/>"

static const char usual[] =
    SRX("no",
        "<languagerules><languagerule languagerulename=\"Default\"><!-- titles -->" RULE(
            "no", "\\bст\\.",
            "\\s") "<!-- sentences -->" RULE("yes", "[.!?]+",
                                             "\\s+") "</languagerule></languagerules><maprules>" MAP(".*",
                                                                                                     "Default") "</"
                                                                                                                "maprul"
                                                                                                                "es>");

static TlSrx *load(const Place *place, const char *text) {
  g_autoptr(GError) error = NULL;
  file_write(place->path, text);
  TlSrx *srx = tl_srx_load(place->path, &error);
  assert_no_error(error);
  return srx;
}

static void assert_not_loaded(const Place *place, const char *text, const char *words) {
  g_autoptr(GError) error = NULL;
  file_write(place->path, text);
  assert_null(tl_srx_load(place->path, &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, words);
}

static char *segments(const TlSrx *srx, const char *language, const char *text) {
  g_autoptr(GError) error = NULL;
  g_autoptr(TlSegmenter) segmenter = tl_segmenter_new(srx, language, &error);
  assert_no_error(error);
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(TlumachSegment));
  assert_true(tl_segmenter_span(segmenter, text, (TlumachSpan){0, strlen(text)}, 7, found, NULL, &error));
  GString *shown = g_string_new(NULL);
  for (guint i = 0; i < found->len; i++) {
    const TlumachSegment *segment = &g_array_index(found, TlumachSegment, i);
    assert_int_equal(segment->block, 7);
    g_string_append(shown, i ? "|" : "");
    g_string_append_len(shown, text + segment->span.start, (gssize)(segment->span.end - segment->span.start));
  }
  return g_string_free(shown, FALSE);
}

static void assert_segments(const TlSrx *srx, const char *language, const char *text, const char *expected) {
  g_autofree char *found = segments(srx, language, text);
  assert_string_equal(found, expected);
}

/* The first rule that fits decides; white space between segments belongs to none. */
static void test_first_rule_decides(void **state) {
  g_autoptr(TlSrx) srx = load(*state, usual);
  assert_segments(srx, "uk", " За ст. 5 діяли. Далі\xC2\xA0йшли!  Куди? ", "За ст. 5 діяли.|Далі\xC2\xA0йшли!|Куди?");
  assert_segments(srx, "uk", "Без кінця", "Без кінця");
  assert_segments(srx, "uk", " \n ", "");
  assert_segments(srx, "uk", "", "");
  assert_segments(srx, "uk", "Емодзі 🙂. Далі \xFF. Ще.", "Емодзі 🙂.|Далі \xFF.|Ще.");
}

static void test_why(void **state) {
  g_autoptr(TlSrx) srx = load(*state, usual);
  g_autoptr(TlSegmenter) segmenter = tl_segmenter_new(srx, "uk", NULL);
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(TlumachSegment)),
                    places = g_array_new(FALSE, FALSE, sizeof(TlBreak));
  const char *text = "За ст. 5. Далі.";
  assert_true(tl_segmenter_span(segmenter, text, (TlumachSpan){0, strlen(text)}, 0, found, places, NULL));
  assert_int_equal(places->len, 2);
  const TlBreak *no = &g_array_index(places, TlBreak, 0), *yes = &g_array_index(places, TlBreak, 1);
  assert_int_equal(no->offset, strlen("За ст."));
  assert_false(no->breaks);
  assert_string_equal(no->rule->comment, "titles");
  assert_string_equal(no->rule->before, "\\bст\\.");
  assert_true(yes->breaks);
  assert_string_equal(yes->rule->comment, "sentences");
}

/* Without cascade the first map that fits gives all rules, with it each gives some, in map order. */
static void test_languages(void **state) {
  static const char rules[] = "<languagerules><languagerule languagerulename=\"UK\">" RULE(
      "no", "ст\\.", "\\s") "</languagerule>"
                            "<languagerule languagerulename=\"All\">" RULE(
                                "yes", "\\.", "\\s") "</languagerule></languagerules>"
                                                     "<maprules>" MAP("uk.*", "UK") MAP(".*", "All") "</maprules>";
  g_autofree char *with = g_strdup_printf(SRX("yes", "%s"), rules), *without = g_strdup_printf(SRX("no", "%s"), rules);
  g_autoptr(TlSrx) cascade = load(*state, with);
  assert_segments(cascade, "uk", "Тут. ст. 5. Так", "Тут.|ст. 5.|Так");
  assert_segments(cascade, "en", "Тут. ст. 5. Так", "Тут.|ст.|5.|Так");
  g_autoptr(TlSrx) first = load(*state, without);
  assert_segments(first, "uk-UA", "Тут. ст. 5. Так", "Тут. ст. 5. Так");
}

/* A long line gives the same segments as its sentences do, wherever a stretch ends. */
static void test_long_line(void **state) {
  g_autoptr(TlSrx) srx = load(*state, usual);
  g_autoptr(GString) text = g_string_new(NULL);
  guint n = 5000;
  for (guint i = 0; i < n; i++)
    g_string_append_printf(text, "Речення номер %u за ст. 5 закону. ", i);
  g_autofree char *found = segments(srx, "uk", text->str);
  g_auto(GStrv) each = g_strsplit(found, "|", -1);
  assert_int_equal(g_strv_length(each), n);
  for (guint i = 0; i < n; i++) {
    g_autofree char *expected = g_strdup_printf("Речення номер %u за ст. 5 закону.", i);
    assert_string_equal(each[i], expected);
  }
}

/* Odd bytes without end are no character that has to be gone back to the beginning of. */
static void test_odd_bytes(void **state) {
  g_autoptr(TlSrx) srx = load(*state, usual);
  g_autofree char *text = g_strnfill(1u << 20, (char)0x80);
  assert_segments(srx, "uk", text, text);
}

static void test_faulty_files(void **state) {
  assert_not_loaded(*state, "<tbx/>", "this is not an SRX file");
  assert_not_loaded(*state, "<srx>\n<rule break='maybe'/></srx>",
                    "rules.srx:2:1: <rule>: break=\"maybe\": it is yes or no");
  assert_not_loaded(*state, "<srx><languagerule/></srx>", "the attribute languagerulename is missing");
  assert_not_loaded(*state, "<srx>", "rules.srx:1:");
  assert_not_loaded(*state,
                    "<srx><languagerule languagerulename='D'><rule><beforebreak>a<afterbreak/></beforebreak></rule>"
                    "</languagerule></srx>",
                    "<afterbreak>: stands inside another one");
}

static void test_faulty_patterns(void **state) {
  g_autoptr(GError) error = NULL;
  g_autoptr(TlSrx) rule =
      load(*state,
           SRX("no", "<languagerules><languagerule languagerulename=\"D\">" RULE(
                         "yes", "[", "\\s") "</languagerule></languagerules><maprules>" MAP(".*", "D") "</maprules>"));
  g_autoptr(TlSegmenter) segmenter = tl_segmenter_new(rule, "uk", &error);
  assert_no_error(error);
  assert_false(tl_segmenter_check(segmenter, &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "rules.srx:2");
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(TlumachSegment)); /* as it is when it comes to that rule */
  assert_false(tl_segmenter_span(segmenter, "Так. Ні", (TlumachSpan){0, 12}, 0, found, NULL, &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "rules.srx:2");
  g_autoptr(TlSrx) map = load(*state, SRX("no", "<maprules>" MAP("(", "D") "</maprules>"));
  assert_null(tl_segmenter_new(map, "uk", &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "is no regular expression");
}

/* A pattern that would take for ever is stopped, and says so. */
static void test_evil_pattern(void **state) {
  g_autoptr(TlSrx) srx =
      load(*state, SRX("no", "<languagerules><languagerule languagerulename=\"D\">" RULE(
                                 "yes", "(а+)+\\dвгб",
                                 "\\s") "</languagerule></languagerules><maprules>" MAP(".*", "D") "</maprules>"));
  g_autoptr(GError) error = NULL;
  g_autoptr(TlSegmenter) segmenter = tl_segmenter_new(srx, "uk", &error);
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(TlumachSegment));
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < 200; i++)
    g_string_append(text, "а");
  assert_true(tl_segmenter_span(segmenter, text->str, (TlumachSpan){0, text->len}, 0, found, NULL, &error));
  g_string_append(text, "вгб "); /* only here can it end */
  gint64 start = g_get_monotonic_time();
  assert_false(tl_segmenter_span(segmenter, text->str, (TlumachSpan){0, text->len}, 0, found, NULL, &error));
  assert_non_null(error);
  assert_true(g_get_monotonic_time() - start < 60 * G_USEC_PER_SEC);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, place_make, place_remove)

int main(void) {
  const struct CMUnitTest tests[] = {TEST(test_first_rule_decides), TEST(test_why),          TEST(test_languages),
                                     TEST(test_long_line),          TEST(test_faulty_files), TEST(test_faulty_patterns),
                                     TEST(test_evil_pattern),       TEST(test_odd_bytes)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
