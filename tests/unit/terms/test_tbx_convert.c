/* Every sample of tests/cases/tbx/ in every version and style: no datum is lost, and what comes out is valid by our
 * grammars. */
#include "terms_test.h"

#include "base/xml_tree.h"
#include "terms/tbx/convert.h"
#include "terms/tbx/nodes.h"

#include "terms/tbx-dca.h"
#include "terms/tbx-dct.h"
#include "terms/tbx-v2.h"

static TlTbxFile *open_text(const char *text, size_t length) {
  g_autoptr(GBytes) raw = g_bytes_new(text, length);
  g_autoptr(GError) error = NULL;
  TlTbxFile *file = tl_tbx_file_read("sample.tbx", raw, &error);
  if (!file)
    fail_msg("%s", error->message);
  return file;
}

static TlTbxFile *open_sample(const char *name) {
  g_autofree char *path = g_build_filename("tests/cases/tbx", name, NULL), *text = NULL;
  gsize length;
  assert_true(g_file_get_contents(path, &text, &length, NULL));
  return open_text(text, length);
}

static TlTbxFile *convert(const TlTbxFile *file, TlTbxStyle style, GPtrArray *told) {
  g_autoptr(GString) out = g_string_new(NULL);
  g_autoptr(GError) error = NULL;
  if (!tl_tbx_convert(file, style, TL_DIALECT_OPEN, out, told, &error))
    fail_msg("%s", error->message);
  return open_text(out->str, out->len);
}

/* -- all data of a file: where, which, with which attributes, what -- */

static const char *level_name(TlTbxKind kind, const char *now) {
  return kind == TL_TBX_ENTRY      ? "entry"
         : kind == TL_TBX_LANGUAGE ? "language"
         : kind == TL_TBX_SECTION  ? "section"
                                   : now;
}

static void add_datum(const TlTbxNames *names, const TlXmlNode *node, const char *core, const char *name,
                      const char *level, GPtrArray *data) {
  g_autofree char *value = *name ? tl_tbx_node_value(names, node, core) : g_strdup("");
  GString *line = g_string_new(level);
  g_string_append_printf(line, " %s", name);
  for (guint i = 0; i < node->n_attributes; i++)
    if (strcmp(node->attributes[i].local, "type") != 0)
      g_string_append_printf(line, " %s=%s", node->attributes[i].local, node->attributes[i].value);
  g_string_append_printf(line, " “%s”", value);
  g_ptr_array_add(data, g_string_free(line, FALSE));
}

static void gather(const TlTbxNames *names, const TlXmlNode *node, const char *core, const char *level,
                   GPtrArray *data) {
  for (const TlXmlNode *child = node->first; child; child = child->next) {
    if (child->kind == TL_XML_COMMENT)
      g_ptr_array_add(data, g_strdup_printf("%s comment %s", level, child->text));
    if (child->kind != TL_XML_ELEMENT)
      continue;
    TlTbxKind kind = tl_tbx_node_kind(names, child, core);
    g_autofree char *category =
        kind == TL_TBX_DATA && g_strcmp0(child->uri, core) == 0 ? NULL : tl_tbx_node_category(names, child, core);
    gboolean plain = kind == TL_TBX_TERM || kind == TL_TBX_NOTE || strcmp(child->local, "date") == 0 ||
                     strcmp(child->local, "item") == 0;
    if (kind == TL_TBX_LANGUAGE || kind == TL_TBX_SECTION || kind == TL_TBX_ENTRY)
      add_datum(names, child, core, "", level_name(kind, level), data);
    if (category || plain)
      add_datum(names, child, core, category ? category : child->local, level, data);
    gather(names, child, core, level_name(kind, level), data);
  }
}

static gint by_text(gconstpointer a, gconstpointer b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *data_of(const TlTbxFile *file) {
  g_autoptr(TlArena) arena = tl_arena_new();
  g_autoptr(TlTbxNames) names = tl_tbx_names_new();
  GPtrArray *data = g_ptr_array_new_with_free_func(g_free);
  const TlXmlNode *root = tl_xml_tree("sample.tbx", file->text, file->length, arena, NULL);
  gather(names, root, root->uri, "file", data);
  g_ptr_array_sort(data, by_text);
  return data;
}

static void assert_same_data(GPtrArray *a, GPtrArray *b) {
  for (guint i = 0; i < MIN(a->len, b->len); i++)
    if (strcmp(a->pdata[i], b->pdata[i]) != 0)
      fail_msg("“%s” became “%s”", (const char *)a->pdata[i], (const char *)b->pdata[i]);
  assert_int_equal(a->len, b->len);
  g_ptr_array_unref(a);
  g_ptr_array_unref(b);
}

static void assert_valid(const TlTbxFile *file, const char *grammar) {
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
  assert_true(tl_xml_validate("sample.tbx", file->text, file->length, grammar, findings, NULL));
  for (guint i = 0; i < findings->len; i++)
    print_message("%s\n", (const char *)findings->pdata[i]);
  assert_int_equal(findings->len, 0);
}

static void test_sample(void **state) {
  static const TlTbxStyle styles[] = {TL_TBX_DCT, TL_TBX_DCA, TL_TBX_V2};
  static const char *const grammars[] = {grammar_tbx_dct, grammar_tbx_dca, grammar_tbx_v2};
  g_autoptr(TlTbxFile) file = open_sample(*state);
  g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func(g_free);
  for (guint first = 0; first < G_N_ELEMENTS(styles); first++) {
    g_autoptr(TlTbxFile) one = convert(file, styles[first], told);
    assert_valid(one, grammars[first]);
    assert_same_data(data_of(file), data_of(one));
    for (guint second = 0; second < G_N_ELEMENTS(styles); second++) {
      g_autoptr(TlTbxFile) two = convert(one, styles[second], told);
      assert_valid(two, grammars[second]);
      assert_same_data(data_of(file), data_of(two));
    }
  }
}

/* TBX-Min 2 has other words for the same, and version 3 no parts of a term: what the reader takes stays. */
static void test_other_words(void **state) {
  static const TlTbxStyle styles[] = {TL_TBX_DCT, TL_TBX_DCA, TL_TBX_V2};
  static const char *const grammars[] = {grammar_tbx_dct, grammar_tbx_dca, grammar_tbx_v2};
  g_autoptr(TlTbxFile) file = open_sample(*state);
  g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func(g_free);
  for (guint s = 0; s < G_N_ELEMENTS(styles); s++) {
    g_autoptr(TlTbxFile) new = convert(file, styles[s], told);
    assert_valid(new, grammars[s]);
    assert_int_equal(count(new->base), count(file->base));
    for (guint i = 0; i < count(file->base); i++) {
      const TlumachConcept *a = concept(file->base, i), *b = concept(new->base, i);
      assert_int_equal(a->n_terms, b->n_terms);
      assert_true(g_strcmp0(a->subject, b->subject) == 0 && g_strcmp0(a->note, b->note) == 0);
      for (guint t = 0; t < a->n_terms; t++)
        assert_true(strcmp(a->terms[t].text, b->terms[t].text) == 0 && a->terms[t].status == b->terms[t].status &&
                    g_strcmp0(a->terms[t].note, b->terms[t].note) == 0 &&
                    g_strcmp0(a->terms[t].pos, b->terms[t].pos) == 0);
    }
  }
}

static void test_told(void **state G_GNUC_UNUSED) {
  g_autoptr(TlTbxFile) file = open_sample("v2-default-ntig.tbx");
  g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(TlTbxFile) new = convert(file, TL_TBX_DCT, told);
  assert_int_equal(told->len, 2);
  assert_string_equal(told->pdata[0], "sample.tbx: kept as a private category: relatedConcept (1)");
  assert_string_equal(told->pdata[1], "sample.tbx: kept as a private category: x-termCompList (1)");
  assert_non_null(memmem(new->text, new->length, "митний", strlen("митний")));
}

/* The smallest dialect that has the categories of a file of version 2. */
static void test_dialect(void **state G_GNUC_UNUSED) {
  static const char text[] =
      V2("<termEntry id=\"c\"><langSet xml:lang=\"uk\"><tig><term>а</term></tig></langSet></termEntry>");
  g_autoptr(TlTbxFile) small = open_text(text, strlen(text));
  g_autoptr(TlTbxFile) basic = open_sample("v2-basic-tig.tbx");
  g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(TlTbxFile) a = convert(small, TL_TBX_DCA, told), b = convert(basic, TL_TBX_DCA, told);
  assert_non_null(strstr(a->before->str, "type=\"TBX-Core\""));
  assert_non_null(strstr(b->before->str, "type=\"TBX-Basic\""));
}

/* What is of other namespaces stays what it is, also where its prefix means something else in the new file. */
static void test_foreign(void **state G_GNUC_UNUSED) {
  static const char text[] =
      "<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"uk\" xmlns=\"urn:iso:std:iso:30042:ed-2\" "
      "xmlns:min='urn:&amp;' "
      "xmlns:x=\"urn:x\"><tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>"
      "<conceptEntry id=\"c\" min:a=\"1\"><descrip type=\"subjectField\" x:b=\"&lt;\">d</descrip><x:more><e "
      "x:f=\"\"/><y "
      "xmlns=\"\"/></x:more><own xmlns=\"urn:own\" x:b=\"\"><i/></own><langSec xml:lang=\"uk\"><termSec "
      "x:t=\"\"><term>а"
      "</term><x:s/></termSec></langSec></conceptEntry></body></text></tbx>";
  static const struct {
    TlTbxStyle style;
    const char *said;
  } cases[] = {
      {TL_TBX_DCT,
       "<conceptEntry id=\"c\" xmlns:xmin=\"urn:&amp;\" xmin:a=\"1\"><min:subjectField xmlns:x=\"urn:x\" x:b=\"&lt;\">d"
       "</min:subjectField><x:more xmlns:x=\"urn:x\"><e x:f=\"\"/><y xmlns=\"\"/></x:more><own xmlns=\"urn:own\" "
       "xmlns:x=\"urn:x\" x:b=\"\"><i/></own><langSec xml:lang=\"uk\"><termSec xmlns:x=\"urn:x\" "
       "x:t=\"\"><term>а</term>"
       "<x:s/></termSec></langSec></conceptEntry>"},
      {TL_TBX_V2,
       "<termEntry id=\"c\" xmlns:min=\"urn:&amp;\" min:a=\"1\"><descrip type=\"subjectField\" xmlns:x=\"urn:x\" "
       "x:b=\"&lt;\">d</descrip><x:more xmlns:x=\"urn:x\"><e xmlns=\"urn:iso:std:iso:30042:ed-2\" "
       "x:f=\"\"/><y/></x:more><own "
       "xmlns=\"urn:own\" xmlns:x=\"urn:x\" x:b=\"\"><i/></own><langSet xml:lang=\"uk\"><tig xmlns:x=\"urn:x\" "
       "x:t=\"\"><term>"
       "а</term><x:s/></tig></langSet></termEntry>"}};
  g_autoptr(TlTbxFile) file = open_text(text, strlen(text));
  g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(TlTbxFile) new = convert(file, cases[i].style, told); /* which reads it, too */
    if (!g_strstr_len(new->text, (gssize) new->length, cases[i].said))
      fail_msg("%.*s\nhas not\n%s", (int)new->length, new->text, cases[i].said);
  }
}

#define SAMPLE(name)                                                                                                   \
  { name, test_sample, NULL, NULL, (void *)name }

int main(void) {
  const struct CMUnitTest tests[] = {
      SAMPLE("v3-basic-dct.tbx"),
      SAMPLE("v3-basic-dca-crlf.tbx"),
      SAMPLE("v3-min-dca.tbx"),
      SAMPLE("v3-linguist-prefix.tbx"),
      SAMPLE("v2-basic-tig.tbx"),
      SAMPLE("one-line.tbx"),
      SAMPLE("microsoft.tbx"),
      SAMPLE("iate.tbx"),
      SAMPLE("windows-1251.tbx"),
      SAMPLE("utf-16.tbx"),
      {"v2-default-ntig.tbx", test_other_words, NULL, NULL, (void *)"v2-default-ntig.tbx"},
      {"v2-min.tbx", test_other_words, NULL, NULL, (void *)"v2-min.tbx"},
      cmocka_unit_test(test_told),
      cmocka_unit_test(test_dialect),
      cmocka_unit_test(test_foreign)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
