/* A file in parts is the file: the same paragraphs in the same places. */
#include "../unit.h"

#include "tlumach/document.h"

#define LEAST (1u << 19) /* of a part */

static char *write_file(const char *ending, const char *bytes, gsize size) {
  g_autofree char *name = g_strdup_printf("reader-XXXXXX%s", ending);
  char *path = NULL;
  g_autoptr(GError) error = NULL;
  int fd = g_file_open_tmp(name, &path, &error);
  assert_no_error(error);
  g_close(fd, NULL);
  g_file_set_contents(path, bytes, (gssize)size, &error);
  assert_no_error(error);
  return path;
}

/* A line for each paragraph: where it stands, and what it is. */
static void describe(TlumachDocument *document, GString *out) {
  guint n;
  const TlumachBlock *blocks = tlumach_document_blocks(document, &n);
  for (guint i = 0; i < n; i++) {
    size_t line, column, end_line, end_column, length;
    tlumach_document_locate(document, blocks[i].span.start, TLUMACH_COLUMN_CHARACTER, &line, &column);
    tlumach_document_locate(document, blocks[i].span.end, TLUMACH_COLUMN_DISPLAY, &end_line, &end_column);
    TlumachSpan raw = tlumach_document_raw_span(document, blocks[i].span, NULL);
    const char *slice = tlumach_document_slice(document, blocks[i].span, &length);
    g_string_append_printf(out, "%zu:%zu-%zu:%zu %zu-%zu ", line, column, end_line, end_column, raw.start, raw.end);
    g_string_append_len(out, slice, (gssize)length);
    g_string_append_c(out, '\0');
  }
}

/* How many parts the file has; what they are must be what the file is when it is read whole. */
static guint assert_same(const char *path, const TlumachDocumentOptions *options) {
  g_autoptr(GError) error = NULL;
  g_autoptr(TlumachDocument) whole = tlumach_document_open(path, options, &error);
  assert_no_error(error);
  g_autoptr(GString) expected = g_string_new(NULL), found = g_string_new(NULL);
  describe(whole, expected);
  g_autoptr(TlumachDocumentReader) reader = tlumach_document_reader_new(path, options, &error);
  assert_no_error(error);
  guint n = 0;
  for (TlumachDocument *document; (document = tlumach_document_reader_next(reader, &error)); n++) {
    assert_string_equal(tlumach_document_name(document), path);
    assert_string_equal(tlumach_document_encoding(document), tlumach_document_encoding(whole));
    g_autoptr(TlumachDocument) view = tlumach_document_view(document);
    describe(view, found);
    g_clear_pointer(&view, tlumach_document_free);
    tlumach_document_free(document);
  }
  assert_no_error(error);
  assert_int_equal(found->len, expected->len);
  assert_memory_equal(found->str, expected->str, expected->len);
  assert_null(tlumach_document_reader_next(reader, &error));
  return n;
}

static guint same(const char *ending, const GString *text, const TlumachDocumentOptions *options) {
  g_autofree char *path = write_file(ending, text->str, text->len);
  guint n = assert_same(path, options);
  g_unlink(path);
  return n;
}

/* Lines of any length with what ends lines and paragraphs between them. */
static GString *any_text(guint32 seed, gsize size) {
  static const char *const ends[] = {"\n", "\r\n", "\n\n", "\r\n\r\n",      "\n \t\n",
                                     "\r", ".\n",  "\n• ", "\n\xEF\xBB\xBF"};
  g_autoptr(GRand) rand = g_rand_new_with_seed(seed);
  GString *text = g_string_new(seed % 2 ? "\xEF\xBB\xBF" : "");
  while (text->len < size) {
    for (gint i = g_rand_int_range(rand, 0, 60); i > 0; i--)
      g_string_append(text, i % 7 ? "слово " : "word\t");
    g_string_append(text, ends[g_rand_int_range(rand, 0, G_N_ELEMENTS(ends))]);
  }
  return text;
}

static void test_any_text(UNUSED_STATE) {
  static const TlumachNewline ways[] = {TLUMACH_NEWLINE_AUTO, TLUMACH_NEWLINE_PARAGRAPH, TLUMACH_NEWLINE_WRAP};
  for (guint seed = 0; seed < G_N_ELEMENTS(ways); seed++) {
    g_autoptr(GString) text = any_text(seed, 3 * LEAST + seed * 1000);
    TlumachDocumentOptions options = {.newline = ways[seed]};
    assert_in_range(same(".txt", text, &options), 3, 5);
  }
}

/* The layout is that of the beginning, in which no paragraph is wrapped, for all of it. */
static void test_layout(UNUSED_STATE) {
  g_autoptr(GString) text = g_string_new(NULL);
  while (text->len < 2 * LEAST)
    g_string_append(text, "Рядок за рядком, а порожнього немає.\n");
  for (guint i = 0; i < 3000; i++)
    g_string_append(text, "Тут рядки зламано посередині речення, щоб вони були не довші\nза вісімдесят знаків.\n\n");
  assert_in_range(same(".txt", text, NULL), 3, 5);
}

/* A paragraph that is larger than a part, and a text without a line end. */
static void test_long_lines(UNUSED_STATE) {
  g_autoptr(GString) text = g_string_new("перший\n");
  while (text->len < 3 * LEAST)
    g_string_append(text, "дуже довгий рядок ");
  assert_int_equal(same(".txt", text, NULL), 2);
  g_string_append(text, "\nостанній");
  assert_int_equal(same(".txt", text, NULL), 2);
  g_string_erase(text, 0, strlen("перший\n"));
  g_string_truncate(text, text->len - strlen("\nостанній"));
  assert_int_equal(same(".txt", text, NULL), 1);
}

/* The file ends where a part does, or has nothing in it. */
static void test_ends(UNUSED_STATE) {
  g_autoptr(GString) text = g_string_new(NULL);
  assert_int_equal(same(".txt", text, NULL), 1);
  while (text->len < 2 * LEAST)
    g_string_append(text, "0123456789abcde\n");
  assert_in_range(same(".txt", text, NULL), 2, 3);
  g_string_append_c(text, '\n');
  assert_int_equal(same(".txt", text, NULL), 3);
}

/* What cannot be cut is one part. */
static void test_others(UNUSED_STATE) {
  g_autoptr(GString) text = g_string_new("<html>");
  while (text->len < 2 * LEAST)
    g_string_append(text, "<p>Один &amp; два.</p>\n");
  assert_int_equal(same(".html", text, NULL), 1);
  assert_int_equal(same("", text, NULL), 1);
  assert_int_equal(same(".md", text, NULL), 1);
  g_string_assign(text, "");
  while (text->len < 2 * LEAST)
    g_string_append(text, "\xD0\xE0\xE4\xE0 \xE1\xE5\xE7\xEF\xE5\xEA\xE8.\n"); /* windows-1251 */
  assert_int_equal(same(".txt", text, NULL), 1);
  assert_int_equal(same(".txt", text, &(TlumachDocumentOptions){.encoding = "cp1251"}), 1);
}

/* Odd bytes far from the beginning stay what they are. */
static void test_odd_bytes(UNUSED_STATE) {
  g_autoptr(GString) text = g_string_new(NULL);
  while (text->len < 2 * LEAST)
    g_string_append(text, text->len > LEAST ? "ра\xFFда\n" : "рада\n");
  assert_in_range(same(".txt", text, NULL), 2, 3);
}

static void test_bad_files(UNUSED_STATE) {
  g_autoptr(GError) error = NULL;
  assert_null(tlumach_document_reader_new("/nowhere/text.txt", NULL, &error));
  assert_failed(&error, TLUMACH_ERROR_IO, "cannot open");
  g_autofree char *path = write_file(".txt", "a\0b", 3);
  g_autoptr(TlumachDocumentReader) reader = tlumach_document_reader_new(path, NULL, &error);
  assert_no_error(error);
  assert_null(tlumach_document_reader_next(reader, &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "a zero byte");
  assert_null(tlumach_document_reader_next(reader, &error));
  g_unlink(path);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_any_text),   cmocka_unit_test(test_layout),
                                     cmocka_unit_test(test_long_lines), cmocka_unit_test(test_ends),
                                     cmocka_unit_test(test_others),     cmocka_unit_test(test_odd_bytes),
                                     cmocka_unit_test(test_bad_files)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
