/* TMX read unit by unit: what is kept as it was written; odd files. */
#include "../unit.h"
#include "bitext/memory/tmx_read.h"

#define HEAD "<tmx version=\"1.4\"><header srclang=\"uk\"/><body>"
#define FOOT "</body></tmx>"

typedef struct Seen {
  GString *text; /* of all units, a line each */
  char *head;
  guint n;
} Seen;

static gboolean on_head(gpointer user, const char *header, GError **error) {
  Seen *seen = user;
  (void)error;
  g_free(seen->head);
  seen->head = g_strdup(header);
  return TRUE;
}

static gboolean on_unit(gpointer user, const TlTmxUnit *unit, GError **error) {
  Seen *seen = user;
  (void)error;
  seen->n++;
  if (unit->fault) {
    g_string_append_printf(seen->text, "%s\n", unit->fault);
    return TRUE;
  }
  g_string_append_printf(seen->text, "%s|%s|%s|%s", unit->source, unit->target,
                         unit->source_xml ? unit->source_xml : "", unit->target_xml ? unit->target_xml : "");
  for (const char *at = unit->frame; at && *at; at++)
    g_string_append_c(seen->text, at == unit->frame        ? '|'
                                  : *at == TL_FRAME_SOURCE ? '1'
                                  : *at == TL_FRAME_TARGET ? '2'
                                                           : *at);
  g_string_append_c(seen->text, '\n');
  return TRUE;
}

static gboolean read_tmx(const char *data, const GArray *bad, Seen *seen, GError **error) {
  static const TlTmxHandler handler = {on_head, on_unit};
  const TlumachBitextOptions options = {"uk", "en", NULL, NULL};
  *seen = (Seen){g_string_new(NULL), NULL, 0};
  return tl_tmx_read("t.tmx", data, strlen(data), &options, bad, &handler, seen, error);
}

static void seen_clear(Seen *seen) {
  g_string_free(seen->text, TRUE);
  g_free(seen->head);
}

static void assert_units(const char *units, const char *said) {
  g_autoptr(GError) error = NULL;
  g_autofree char *data = g_strconcat(HEAD, units, FOOT, NULL);
  Seen seen;
  read_tmx(data, NULL, &seen, &error);
  assert_no_error(error);
  assert_string_equal(seen.text->str, said);
  assert_string_equal(seen.head, "<header srclang=\"uk\"/>");
  seen_clear(&seen);
}

#define PAIR "<tuv xml:lang=\"uk\"><seg>а &amp; б</seg></tuv><tuv xml:lang=\"en\"><seg>a</seg></tuv>"

static void test_plain_and_rich(UNUSED_STATE) {
  assert_units("<tu>" PAIR "</tu>", "а & б|a||\n");
  assert_units("<tu tuid=\"1\">" PAIR "</tu>", "а & б|a|||tu tuid=\"1\"><tuv xml:lang=\"uk\"><seg>1</seg></tuv><tuv "
                                               "xml:lang=\"en\"><seg>2</seg></tuv></tu>\n");
  /* the other way about, and with a third language, whose text stays in the frame */
  assert_units("<tu><tuv xml:lang=\"EN-us\"><seg>a</seg></tuv><tuv xml:lang=\"de\"><seg>x</seg></tuv><tuv "
               "xml:lang=\"uk\"><seg>а</seg></tuv></tu>",
               "а|a|||tu><tuv xml:lang=\"EN-us\"><seg>2</seg></tuv><tuv xml:lang=\"de\"><seg>x</seg></tuv><tuv "
               "xml:lang=\"uk\"><seg>1</seg></tuv></tu>\n");
}

static void test_tags(UNUSED_STATE) {
  assert_units(
      "<tu><tuv xml:lang=\"uk\"><seg>а<bpt i=\"1\">&lt;b t=\"<sub>x</sub>\"></bpt>б<ept i=\"1\"/></seg></tuv><tuv "
      "xml:lang=\"en\"><seg><hi>a</hi></seg></tuv></tu>",
      "аб|a|а<bpt i=\"1\">&lt;b t=\"<sub>x</sub>\"></bpt>б<ept i=\"1\"/>|<hi>a</hi>\n");
}

/* TMX 1.1 said lang; in the frame it is xml:lang, for what is written is 1.4. */
static void test_old_attribute(UNUSED_STATE) {
  assert_units(
      "<tu><tuv lang=\"uk\"><seg>а</seg></tuv><tuv\n lang='en' x=\"y\"><seg>a</seg></tuv></tu>",
      "а|a|||tu><tuv xml:lang=\"uk\"><seg>1</seg></tuv><tuv\n xml:lang='en' x=\"y\"><seg>2</seg></tuv></tu>\n");
}

/* A unit and a header stand alone: a prefix that they use is declared in them. */
static void test_namespaces(UNUSED_STATE) {
  const char *const cases[][2] = {
      {"<tu x:a=\"1\">" PAIR "</tu>", "tu xmlns:x='urn:&amp;' x:a=\"1\">"},
      {"<tu><y:n>y</y:n><x:n/><y:n/>" PAIR "</tu>", "tu xmlns:y=\"urn:body\" xmlns:x='urn:&amp;'>"},
      {"<tu><y:n xmlns:y=\"urn:own\"/>" PAIR "</tu>", "tu><y:n xmlns:y=\"urn:own\"/>"},
      {"<tu><y:n xmlns:y=\"urn:own\"/><y:n/>" PAIR "</tu>", "tu xmlns:y=\"urn:body\"><y:n xmlns:y=\"urn:own\"/>"},
      {"<tu xmlns:z=\"u\"><tuv xml:lang=\"uk\"><seg z:s=\"\">а</seg></tuv><tuv xml:lang=\"en\"><seg>a</seg></tuv></tu>",
       "tu xmlns:z=\"u\"><tuv xml:lang=\"uk\"><seg z:s=\"\">1"},
      {"<tu><tuv xml:lang=\"uk\"><seg><ph><y:b/></ph>а</seg></tuv><tuv xml:lang=\"en\"><seg>a</seg></tuv></tu>",
       "tu xmlns:y=\"urn:body\"><tuv xml:lang=\"uk\"><seg>1"}};
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GError) error = NULL;
    g_autofree char *data = g_strconcat("<tmx xmlns:x='urn:&amp;' xmlns:y=\"urn:root\"><header y:h=\"\"/><body xmlns:y "
                                        "= \"urn:body\"><tu>" PAIR "</tu>",
                                        cases[i][0], FOOT, NULL);
    Seen seen;
    read_tmx(data, NULL, &seen, &error);
    assert_no_error(error);
    const char *frame = strrchr(seen.text->str, '|') + 1;
    assert_true(g_str_has_prefix(seen.text->str, "а & б|a||\n")); /* which uses none, and has no frame */
    if (!g_str_has_prefix(frame, cases[i][1]))
      fail_msg("%s: %s", cases[i][0], frame);
    assert_string_equal(seen.head, "<header xmlns:y=\"urn:root\" y:h=\"\"/>");
    seen_clear(&seen);
  }
}

static void test_faults(UNUSED_STATE) {
  assert_units("<tu><tuv xml:lang=\"uk\"><seg>а</seg></tuv></tu>", "has no segment in en\n");
  assert_units("<tu><tuv><seg>а</seg></tuv><tuv xml:lang=\"en\"><seg>a</seg></tuv></tu>", "has no segment in uk\n");
  assert_units("<tu><tuv xml:lang=\"uk\"><seg> \n</seg></tuv><tuv xml:lang=\"en\"><seg>a</seg></tuv></tu>",
               "has an empty segment in uk\n");
  assert_units("<tu/>", "has no segment in uk\n");
}

static void test_mend(UNUSED_STATE) {
  const char data[] = HEAD "<tu><tuv xml:lang=\"uk\"><seg>а\x0B</seg></tuv></tu><tu>" PAIR "</tu><tu>\xFF" PAIR
                           "</tu><tu n=\"&#31;&#x9;\">" PAIR "</tu><tu>" PAIR "</tu>" FOOT;
  g_autoptr(GArray) bad = g_array_new(FALSE, FALSE, sizeof(size_t));
  g_autoptr(GError) error = NULL;
  g_autofree char *mended = tl_tmx_mend(data, sizeof data, bad); /* with its NUL, which is one, too */
  assert_non_null(mended);
  assert_int_equal(bad->len, 4);
  mended[sizeof data - 1] = '\0';
  Seen seen;
  read_tmx(mended, bad, &seen, &error);
  assert_no_error(error);
  assert_string_equal(seen.text->str, "has a control character, or a byte that is no UTF-8\nа & б|a||\nhas a control "
                                      "character, or a byte that is no UTF-8\nhas a control character, or a byte that "
                                      "is no UTF-8\nа & б|a||\n");
  seen_clear(&seen);
  g_array_set_size(bad, 0);
  assert_null(tl_tmx_mend(HEAD PAIR FOOT, strlen(HEAD PAIR FOOT), bad));
}

/* Any bytes: units or an error. */
static void test_damage(UNUSED_STATE) {
  const char data[] = "<tmx xmlns:t=\"u\"><header t:h=\"\"/><body><!-- c --><tu t:a=\"\" "
                      "tuid=\"1\"><note>n</note><prop type=\"prev\">p</prop>" PAIR
                      "</tu><tu><tuv lang=\"uk\"><seg>а<ph x=\"1\">{}</ph></seg></tuv><tuv xml:lang=\"en\"><seg>a"
                      "<![CDATA[<]]></seg></tuv></tu>" FOOT;
  static const char pieces[] = "<>\"'/&;= \x01\x0B\xFFtuvseg";
  g_autoptr(GRand) rand = g_rand_new_with_seed(5);
  for (guint i = 0; i < 4000; i++) {
    g_autofree char *damaged = g_memdup2(data, sizeof data);
    g_autoptr(GArray) bad = g_array_new(FALSE, FALSE, sizeof(size_t));
    g_autoptr(GError) error = NULL;
    for (guint j = 0; j <= i % 4; j++)
      damaged[g_rand_int_range(rand, 0, (gint32)sizeof data - 1)] =
          pieces[g_rand_int_range(rand, 0, (gint32)sizeof pieces - 1)];
    if (i % 5 == 0)
      damaged[g_rand_int_range(rand, 0, (gint32)sizeof data - 1)] = '\0';
    Seen seen;
    gboolean read = read_tmx(damaged, NULL, &seen, &error);
    assert_true(read == (error == NULL));
    seen_clear(&seen);
    g_autofree char *mended = tl_tmx_mend(damaged, strlen(damaged), bad);
    if (!mended)
      continue;
    mended = g_realloc(mended, strlen(damaged) + 1);
    mended[strlen(damaged)] = '\0';
    g_clear_error(&error);
    read_tmx(mended, bad, &seen, &error);
    seen_clear(&seen);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_plain_and_rich), cmocka_unit_test(test_tags),
                                     cmocka_unit_test(test_old_attribute),  cmocka_unit_test(test_namespaces),
                                     cmocka_unit_test(test_faults),         cmocka_unit_test(test_mend),
                                     cmocka_unit_test(test_damage)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
