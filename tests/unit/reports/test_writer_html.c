/* The page, as text. What it does in a browser is tested in one. */
#include "reports_test.h"

static void test_rows(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  g_autofree char *text = written(&sample.report, "html");
  assert_contains(
      text, "<p class=\"text\" lang=\"uk\">Секретар "
            "<a class=\"term inflected\" href=\"#t1\" data-why=\"ради is a form of рада\">ради безпеки</a> зустрів "
            "<a class=\"name\" href=\"#n1\" data-why=\"like казка\">Прахазкою</a>.</p>");
  assert_contains(text, "<li id=\"s1\" class=\"unit first\" data-line=\"1\"><a class=\"number\" href=\"#s1\">1</a>");
  assert_contains(text, "<li id=\"s2\" class=\"unit first\" data-line=\"4\">");
  assert_contains(text, "<li id=\"s3\" class=\"unit\" data-line=\"4\">"); /* of the same paragraph */
  assert_contains(
      text, "<p class=\"text\" lang=\"uk\"><a class=\"misspelt\" href=\"#m1\">Обладнаня</a>:\t" SAMPLE_AS_XML "</p>");
  assert_contains(text, " lang=\"en\" aria-label=\"Translation of segment 2\">Equipment:\t\"tag\"\nand | so on</div>");
  assert_contains(
      text,
      "<li><i>87 %</i> <button type=\"button\" class=\"put\" tabindex=\"-1\" lang=\"en\">Equipment &lt;i&gt;</button>"
      " <cite>old.tmx, olena, 2026-03-12</cite></li>");
}

/* Where the translation has the terms of its source, and a pair that may be wrong. */
static void test_renderings(void **state G_GNUC_UNUSED) {
  static const TlumachRendering places[] = {{{4, 20}, 0}};
  static const TlumachPair pair = {.flags = TLUMACH_PAIR_UNSURE};
  g_auto(Sample) sample;
  sample_init(&sample);
  sample.units[0].target = "The Security Council & all";
  sample.units[0].renderings = places;
  sample.units[0].n_renderings = 1;
  sample.units[0].pair = &pair;
  g_autofree char *text = written(&sample.report, "html");
  assert_contains(text, ">The <mark title=\"рада безпеки\">Security Council</mark> &amp; all</div>");
  assert_contains(text, "<li id=\"s1\" class=\"unit first doubtful\"");
  g_autofree char *table = written(&sample.report, "md");
  assert_contains(table, "| The **Security Council** \\& all |");
}

static void test_lists(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  g_autofree char *text = written(&sample.report, "html");
  assert_contains(text, "3 segments · 1 term · 1 name · 1 misspelling");
  assert_contains(text,
                  "<li id=\"t1\" data-line=\"рада безпеки = Security Council; UN &amp; SC; safety board (deprecated)\">"
                  "<p class=\"head\"><b lang=\"uk\">рада безпеки</b> <a class=\"count\" href=\"#s1\" title=\"Go to its "
                  "places\">2</a></p>");
  assert_contains(text, "<s lang=\"en\">safety board</s> <i class=\"status deprecated\">deprecated</i>");
  assert_contains(text, "<p class=\"origin\">un.tbx</p>");
  assert_contains(text, "<p class=\"definition\">A &lt;body&gt; of the UN</p>");
  assert_contains(text,
                  "<ul class=\"suggestions\">\n<li lang=\"uk\">обладнання</li><li lang=\"uk\">обладнана</li></ul>");
}

/* What may be written stands below the segment; what must not, in the lists only. */
static void test_glosses(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  const TlumachTerm *const many[] = {&sample.terms[1], &sample.terms[2], &sample.terms[2],
                                     &sample.terms[2], &sample.terms[3], NULL};
  sample.uses[0].targets = many;
  g_autofree char *text = written(&sample.report, "html");
  g_autofree char *gloss = g_strndup(strstr(text, "<ul class=\"gloss\">"), 700);
  *strstr(gloss, "</li>") = '\0';
  assert_contains(gloss, ">Security Council</button>");
  assert_contains(gloss, "<i>+1</i>"); /* a fourth one */
  assert_lacks(gloss, "safety board");
}

/* Several concepts have the term: the script finds them all. */
static void test_shared(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  TlumachTerm other = {.text = "рада безпеки", .language = "uk", .concept = &sample.council};
  TlumachTermUse shared[] = {sample.uses[0], sample.uses[0], sample.uses[0]};
  shared[1].hit.term = shared[2].hit.term = &other;
  shared[1].why = "\"second\"";
  sample.units[0].terms = shared;
  sample.units[0].n_terms = 3;
  g_autofree char *text = written(&sample.report, "html");
  assert_contains(text, "href=\"#t1\" data-more=\"t2 t2\" data-why=\"ради is a form of "
                        "рада&#10;&quot;second&quot;&#10;ради is a form of рада\">");
}

/* The text between two marks, which must be there. */
static char *between(const char *text, const char *from, const char *to) {
  const char *start = strstr(text, from), *end = start ? strstr(start, to) : NULL;
  assert_non_null(end);
  start += strlen(from);
  return g_strndup(start, (gsize)(end - start));
}

static void assert_hash(const char *page, const char *open, const char *close, const char *directive) {
  g_autofree char *content = between(page, open, close), *policy = between(page, directive, "'; ");
  assert_true(strlen(content) > 1000);
  guint8 digest[32];
  gsize size = sizeof digest;
  g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
  g_checksum_update(sum, (const guchar *)content, -1);
  g_checksum_get_digest(sum, digest, &size);
  g_autofree char *expected = g_base64_encode(digest, size);
  assert_string_equal(policy, expected);
}

static void test_policy(void **state G_GNUC_UNUSED) {
  g_auto(Sample) sample;
  sample_init(&sample);
  g_autofree char *text = written(&sample.report, "html");
  assert_contains(text, "content=\"default-src 'none'; style-src 'sha256-");
  assert_hash(text, "<style>", "</style>", "style-src 'sha256-");
  assert_hash(text, "<script type=\"module\">", "</script>", "script-src 'sha256-");
  const char *const outside[] = {"http://", "https://", "src=", "url(", "@import", "<link", " style=", " onclick="};
  for (guint i = 0; i < G_N_ELEMENTS(outside); i++)
    assert_lacks(text, outside[i]);
}

/* Every string of a report, hostile: the page has the same elements as with tame ones. */
static void test_hostile(void **state G_GNUC_UNUSED) {
  static const char evil[] = "\"'></script></style><script>alert(1)</script><img src=x onerror=alert(1)>\x07\xFE";
  const char *const suggestions[] = {evil, NULL};
  g_auto(Sample) sample;
  sample_init(&sample);
  for (guint i = 0; i < 4; i++)
    sample.terms[i].text = sample.terms[i].note = sample.terms[i].language = evil;
  sample.council.definition = sample.council.note = sample.council.subject = evil;
  sample.uses[0].why = sample.uses[0].origin = evil;
  sample.name = (TlumachName){sample.name.span, evil, evil, evil};
  sample.misspelling.suggestions = suggestions;
  sample.suggestion = (TlumachSuggestion){evil, evil, evil, 50, evil, NULL, evil, evil};
  sample.units[0].target = evil;
  sample.report.source_language = sample.report.target_language = evil;
  g_autofree char *text = written(&sample.report, "html");
  assert_lacks(text, "<img");
  assert_lacks(text, "<script>alert");
  assert_true(g_utf8_validate(text, -1, NULL));
  const char *script = strstr(text, "<script");
  assert_non_null(script);
  assert_null(strstr(script + 1, "<script"));
  assert_contains(text, "&quot;'&gt;&lt;/script&gt;");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows),   cmocka_unit_test(test_renderings),
                                     cmocka_unit_test(test_lists),  cmocka_unit_test(test_glosses),
                                     cmocka_unit_test(test_shared), cmocka_unit_test(test_policy),
                                     cmocka_unit_test(test_hostile)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
