/* Bilingual files written back: files of all layouts, made at random, of which nothing but what is new may change. */
#include "reports_test.h"

#include "base/charset.h"
#include "bitext/bitext.h"

/* -- making files ----------------------------------------------------------------------------------------------- */

typedef struct Make {
  GRand *random;
  GString *out;
  const char *newline, *indent; /* "": all on one line */
  const char *prefix;           /* "x:" or "" */
  guint id;
} Make;

static const char *const texts[] = {"Рада безпеки", "a &amp; b &#8212; &lt;c&gt;", "Слово <![CDATA[<у> & «секції»]]>",
                                    "І ні"};

static gboolean chance(Make *m, guint of) {
  return g_rand_int_range(m->random, 0, (gint)of) == 0;
}

static const char *pick(Make *m) {
  return texts[g_rand_int_range(m->random, 0, G_N_ELEMENTS(texts))];
}

static void line(Make *m, guint depth, const char *format, ...) G_GNUC_PRINTF(3, 4);
static void line(Make *m, guint depth, const char *format, ...) {
  va_list arguments;
  for (guint i = 0; i < depth; i++)
    g_string_append(m->out, m->indent);
  va_start(arguments, format);
  g_string_append_vprintf(m->out, format, arguments);
  va_end(arguments);
  g_string_append(m->out, m->newline);
}

static void odd_things(Make *m, guint depth) {
  if (chance(m, 3))
    line(m, depth, "<!-- a <comment> -->");
  if (chance(m, 4))
    line(m, depth, "<?pi of somebody?>");
}

static void source_of(Make *m, const char *name, guint depth) {
  const char *p = m->prefix, *text = pick(m);
  if (chance(m, 4))
    line(m, depth, "<%s%s xml:space='preserve'> <%sg id='1'>%s</%sg><%sx id=\"2\"/></%s%s>", p, name, p, text, p, p, p,
         name);
  else if (chance(m, 5))
    line(m, depth, "<%s%s>%s <%sx id=\"2\"/> %s</%s%s>", p, name, text, p, pick(m), p, name);
  else
    line(m, depth, "<%s%s >%s</%s%s>", p, name, text, p, name);
}

static void target_of(Make *m, guint depth) {
  switch (g_rand_int_range(m->random, 0, 4)) {
  case 0:
    line(m, depth, "<%starget/>", m->prefix);
    break;
  case 1:
    line(m, depth, "<%starget\n xml:lang='en'></%starget >", m->prefix, m->prefix);
    break;
  case 2:
    line(m, depth, "<%starget>done %u</%starget>", m->prefix, m->id, m->prefix);
    break;
  default:
    break;
  }
}

static void xliff_unit(Make *m) {
  const char *p = m->prefix;
  line(m, 2, "<%strans-unit id='%u' unknown:is=\"kept\">", p, ++m->id);
  source_of(m, "source", 3);
  target_of(m, 3);
  if (chance(m, 2))
    line(m, 3, "<%snote from='somebody'>a   note</%snote>", p, p);
  if (chance(m, 3))
    line(m, 3, "<unknown:module><unknown:deep a='&lt;'/></unknown:module>");
  line(m, 2, "</%strans-unit>", p);
}

static void make_xliff(Make *m) {
  const char *p = m->prefix;
  g_autofree char *name = *p ? g_strndup(p, strlen(p) - 1) : NULL;
  line(m, 0, "<%sxliff version='1.2' xmlns%s%s='urn:oasis:names:tc:xliff:document:1.2' xmlns:unknown='u:n'>", p,
       name ? ":" : "", name ? name : "");
  line(m, 0, "<%sfile original='a' datatype='plaintext' source-language='uk-UA' %s>", p,
       chance(m, 4) ? "" : "target-language='EN'");
  line(m, 1, "<%sheader><%sskl><%sinternal-file>AAEC</%sinternal-file></%sskl></%sheader><%sbody>", p, p, p, p, p, p,
       p);
  for (guint n = (guint)g_rand_int_range(m->random, 0, 6); n > 0; n--) {
    odd_things(m, 2);
    xliff_unit(m);
  }
  line(m, 1, "</%sbody></%sfile></%sxliff>", p, p, p);
}

static void make_xliff2(Make *m) {
  const char *p = m->prefix;
  g_autofree char *name = *p ? g_strndup(p, strlen(p) - 1) : NULL;
  const char *space = chance(m, 3) ? "2.2" : "2.0";
  line(m, 0,
       "<%sxliff version='%s' xmlns%s%s='urn:oasis:names:tc:xliff:document:%s' xmlns:unknown='u:n' srcLang='uk' "
       "%s>",
       p, space[2] == '2' ? "2.2" : "2.1", name ? ":" : "", name ? name : "", space,
       chance(m, 4) ? "" : "trgLang='en'");
  line(m, 0, "<%sfile id='f'>", p);
  for (guint n = (guint)g_rand_int_range(m->random, 1, 6); n > 0; n--) {
    line(m, 1, "<%sunit id='%u'>", p, ++m->id);
    if (chance(m, 3))
      line(m, 2, "<unknown:module a=\"1\" />");
    if (chance(m, 3))
      line(m, 2, "<%snotes><%snote id='n1'>kept</%snote></%snotes>", p, p, p, p);
    for (guint k = (guint)g_rand_int_range(m->random, 1, 3); k > 0; k--) {
      line(m, 2, "<%ssegment%s>", p, chance(m, 2) ? "" : " state='initial'");
      line(m, 3, "<%ssource>%s</%ssource>", p, pick(m), p);
      target_of(m, 3);
      line(m, 2, "</%ssegment>", p);
    }
    line(m, 1, "</%sunit>", p);
  }
  line(m, 0, "</%sfile></%sxliff>", p, p);
}

static void make_tmx(Make *m) {
  gboolean old = chance(m, 2); /* TMX 1.1, with a header that lacks what it must have */
  line(m, 0, "<tmx version='%s'><header creationtool='x' srclang='UK' o-tmf='x'%s/><body>", old ? "1.1" : "1.4",
       old ? "" : " creationtoolversion='1' segtype='sentence' adminlang='en' datatype='x'");
  for (guint n = (guint)g_rand_int_range(m->random, 1, 6); n > 0; n--) {
    line(m, 1, "<tu tuid='%u'>", ++m->id);
    if (chance(m, 2))
      line(m, 2, "<prop type='x'>kept</prop>");
    line(m, 2, "<tuv %slang='uk-ua'><seg>%s</seg></tuv>", old ? "" : "xml:", pick(m));
    if (chance(m, 2))
      line(m, 2, "<tuv %slang='EN-GB'><seg>%s</seg></tuv>", old ? "" : "xml:", chance(m, 2) ? "" : "done");
    line(m, 1, "</tu>");
  }
  line(m, 0, "</body></tmx>");
}

static void make_po(Make *m) {
  static const char *const strings[] = {"\"Рада \\\"безпеки\\\"\\n\"", "\"\"\n\"дві \"\n\"частини\"", "\"ні\""};
  g_autofree char *newline = g_strdup(m->newline);
  m->indent = "";
  m->newline = *newline ? newline : "\n";
  line(m, 0, "# header%smsgid \"\"%smsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"", m->newline, m->newline);
  for (guint n = (guint)g_rand_int_range(m->random, 1, 6); n > 0; n--) {
    line(m, 0, "%s", chance(m, 4) ? "# next" : "");
    if (chance(m, 2))
      line(m, 0, "#. extracted%s#: file.c:%u%s#, c-format", m->newline, n, m->newline);
    if (chance(m, 3))
      line(m, 0, "msgctxt \"%u\"", ++m->id);
    line(m, 0, "msgid %s", strings[g_rand_int_range(m->random, 0, 3)]);
    line(m, 0, "msgstr %s", chance(m, 3) ? "\"done\"" : "\"\"");
  }
  line(m, 0, "#~ msgid \"old\"%s#~ msgstr \"\"", m->newline);
  m->newline = "";
}

/* -- writing them back ------------------------------------------------------------------------------------------ */

#define FILLED "new &<\"\\ 1"

static TlumachBitext *read_file(const char *name, GBytes *raw) {
  static const TlumachBitextOptions options = {"uk", "en", NULL, NULL};
  g_autoptr(GError) error = NULL;
  TlumachBitext *bitext = tlumach_bitext_new(name, raw, &options, &error);
  if (!bitext)
    fail_msg("%s\n%s", error->message, (const char *)g_bytes_get_data(raw, NULL));
  return bitext;
}

/* A report in which each unit has a translation, if `fill`, and a term and an earlier translation, if `use`. */
static GBytes *write_back(const TlumachBitext *bitext, gboolean fill, const TlumachTermUse *use) {
  static const char *const stale[] = {"<a> = b", NULL};
  static TlumachSuggestion earlier[] = {
      {"ра < да", "coun & cil", "\"old\".tmx", 87, "same except 3 → “<4>”", stale, "\"olena\"", "20260312T093000Z"},
      {"рада", "council", NULL, 101, NULL, NULL, NULL, NULL}};
  g_autofree TlumachUnit *units = g_new0(TlumachUnit, bitext->n_pairs + 1);
  for (guint i = 0; i < bitext->n_pairs; i++) {
    units[i] = (TlumachUnit){.segment = {bitext->pairs[i].span[TLUMACH_SOURCE], 0}, .pair = &bitext->pairs[i]};
    units[i].target = fill ? FILLED : NULL;
    units[i].terms = use;
    units[i].n_terms = use ? 1 : 0;
    units[i].suggestions = earlier;
    units[i].n_suggestions = use ? G_N_ELEMENTS(earlier) : 0;
  }
  TlumachReportFile file = {bitext->document[TLUMACH_SOURCE], units, bitext->n_pairs, bitext};
  const TlumachReport report = {"uk", "en", &file, 1};
  GString *out = g_string_new(NULL);
  TlOutput *output = tl_output_memory(out);
  g_autoptr(GError) error = NULL;
  if (!tl_write_same(&report, output, &error))
    fail_msg("%s", error->message);
  assert_true(tl_output_close(output, NULL));
  return g_string_free_to_bytes(out);
}

/* Are the bytes of `a` all in `b`, in their order? */
static gboolean is_within(GBytes *a, GBytes *b) {
  gsize n, m, i = 0;
  const char *left = g_bytes_get_data(a, &n), *right = g_bytes_get_data(b, &m);
  for (gsize k = 0; k < m && i < n; k++)
    i += left[i] == right[k];
  return i == n;
}

/* The state of a segment of XLIFF 2 becomes another. */
static GBytes *without_state(GBytes *raw) {
  static const char state[] = "initial";
  gsize n, width, same;
  const char *text = g_bytes_get_data(raw, &n);
  GByteArray *kept = g_byte_array_new();
  width = text[0] == '\xFF' ? 2 : 1; /* UTF-16 */
  for (gsize i = 0; i < n; i++) {
    for (same = 0; state[same] && i + same * width < n && text[i + same * width] == state[same];)
      same++;
    if (state[same])
      g_byte_array_append(kept, (const guint8 *)text + i, 1);
    else
      i += same * width - 1;
  }
  return g_byte_array_free_to_bytes(kept);
}

static void assert_pairs(const TlumachBitext *before, const TlumachBitext *after, gboolean whole) {
  assert_int_equal(before->n_pairs, after->n_pairs);
  for (guint i = 0; i < before->n_pairs; i++) {
    size_t old, new;
    const char *a = tlumach_pair_text(before, &before->pairs[i], TLUMACH_SOURCE, &old),
               *b = tlumach_pair_text(after, &after->pairs[i], TLUMACH_SOURCE, &new);
    assert_int_equal(old, new);
    assert_memory_equal(a, b, old);
    a = tlumach_pair_text(before, &before->pairs[i], TLUMACH_TARGET, &old);
    b = tlumach_pair_text(after, &after->pairs[i], TLUMACH_TARGET, &new);
    if (old) {
      assert_int_equal(old, new);
      assert_memory_equal(a, b, old);
    } else if (whole || new) {
      assert_int_equal(new, strlen(FILLED));
      assert_memory_equal(b, FILLED, new);
    }
  }
}

static void check_file(const char *name, GBytes *raw, gboolean whole, const char *grammar, guint *valid) {
  static const TlumachConcept concept = {.id = "c"};
  static const TlumachTerm term = {.text = "рада & безпеки", .language = "uk", .concept = &concept},
                           target = {.text = "<Sécurité> Council", .language = "en", .concept = &concept};
  static const TlumachTerm *const targets[] = {&target, NULL};
  static const TlumachTermUse use = {{{0, 1}, &term, TLUMACH_MATCH_EXACT, 0}, "", "a.tbx", targets};
  g_autoptr(TlumachBitext) bitext = read_file(name, raw);
  g_autoptr(GBytes) untouched = write_back(bitext, FALSE, NULL);
  assert_true(g_bytes_equal(raw, untouched));
  g_autoptr(GBytes) filled = write_back(bitext, TRUE, &use);
  g_autoptr(GPtrArray) before = grammar ? grammar_faults(grammar, raw) : NULL,
                       faults = before && before->len == 0 ? grammar_faults(grammar, filled) : NULL;
  *valid += faults != NULL;
  if (faults && faults->len > 0)
    fail_msg("%s is no longer valid: %s\n%s", name, (const char *)faults->pdata[0],
             (const char *)g_bytes_get_data(filled, NULL));
  g_autoptr(TlumachBitext) after = read_file(name, filled);
  assert_pairs(bitext, after, whole);
  g_autoptr(GBytes) kept = without_state(raw);
  if (!is_within(kept, filled))
    fail_msg("%s lost bytes:\n%s\n---\n%s", name, (const char *)g_bytes_get_data(raw, NULL),
             (const char *)g_bytes_get_data(filled, NULL));
  g_autoptr(GBytes) again = write_back(after, TRUE, &use);
  if (!g_bytes_equal(filled, again))
    fail_msg("%s: a second round changes it:\n%s\n---\n%s", name, (const char *)g_bytes_get_data(filled, NULL),
             (const char *)g_bytes_get_data(again, NULL));
  g_autoptr(GBytes) known = write_back(after, FALSE, NULL); /* what is known is taken away again, translations stay */
  g_autoptr(TlumachBitext) without = read_file(name, known);
  assert_pairs(after, without, FALSE);
}

/* `grammar`: of tests/grammars, of XML formats. */
static void check_many(const char *name, void (*make)(Make *m), const char *grammar, gboolean whole) {
  static const char *const encodings[] = {"UTF-8", "UTF-8", "UTF-16LE", "windows-1251"};
  guint valid = 0;
  for (guint seed = 1; seed <= 150; seed++) {
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    g_autoptr(GString) text = g_string_new(NULL);
    Make m = {random, text, "", "", "", 0};
    guint encoding = grammar ? seed % G_N_ELEMENTS(encodings) : 0;
    if (!chance(&m, 4)) {
      m.newline = chance(&m, 3) ? "\r\n" : "\n";
      m.indent = chance(&m, 2) ? "\t" : "  ";
    }
    m.prefix = chance(&m, 3) ? "x:" : "";
    if (grammar)
      line(&m, 0, "%s<?xml version='1.0' encoding='%s'?>", encoding == 2 ? "\xEF\xBB\xBF" : "",
           encoding == 2 ? "UTF-16" : encodings[encoding]);
    make(&m);
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) raw = tl_encode(text->str, text->len, encodings[encoding], &error);
    if (!raw)
      fail_msg("%s", error->message);
    check_file(name, raw, whole, encoding < 2 ? grammar : NULL, &valid);
  }
  assert_true(!grammar || valid > 20);
}

static void test_xliff(void **state G_GNUC_UNUSED) {
  check_many("a.xlf", make_xliff, "xliff1.rng", FALSE);
}

static void test_xliff2(void **state G_GNUC_UNUSED) {
  check_many("a2.xlf", make_xliff2, "xliff2.rng", TRUE);
}

static void test_tmx(void **state G_GNUC_UNUSED) {
  check_many("a.tmx", make_tmx, "tmx.rng", TRUE);
}

static void test_po(void **state G_GNUC_UNUSED) {
  check_many("a.po", make_po, NULL, TRUE);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_xliff), cmocka_unit_test(test_xliff2),
                                     cmocka_unit_test(test_tmx), cmocka_unit_test(test_po)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
