#include "../unit.h"

#include "base/charset.h"
#include "tlumach/document.h"

static TlumachDocument *document(const char *name, const char *bytes, gsize size, TlumachNewline newline) {
  g_autoptr(GBytes) raw = g_bytes_new(bytes, size);
  g_autoptr(GError) error = NULL;
  TlumachDocument *made = tlumach_document_new(name, raw, &(TlumachDocumentOptions){.newline = newline}, &error);
  assert_no_error(error);
  return made;
}

/* The blocks with bars between them. */
static char *blocks(const TlumachDocument *made) {
  GString *shown = g_string_new(NULL);
  guint n;
  size_t length;
  const char *text = tlumach_document_text(made, &length);
  const TlumachBlock *all = tlumach_document_blocks(made, &n);
  for (guint i = 0; i < n; i++) {
    assert_true(all[i].span.start < all[i].span.end && all[i].span.end <= length);
    assert_true(i == 0 || all[i - 1].span.end <= all[i].span.start);
    g_string_append(shown, i ? "|" : "");
    g_string_append_len(shown, text + all[i].span.start, (gssize)(all[i].span.end - all[i].span.start));
  }
  return g_string_free(shown, FALSE);
}

static void assert_blocks(const char *name, const char *bytes, TlumachNewline newline, const char *expected) {
  g_autoptr(TlumachDocument) made = document(name, bytes, strlen(bytes), newline);
  g_autofree char *found = blocks(made);
  assert_string_equal(found, expected);
}

/* Where `words` stand in the text; fails when they do not. */
static TlumachSpan find(const TlumachDocument *made, const char *words) {
  size_t length;
  const char *text = tlumach_document_text(made, &length), *at = memmem(text, length, words, strlen(words));
  assert_non_null(at);
  return (TlumachSpan){(size_t)(at - text), (size_t)(at - text) + strlen(words)};
}

/* What stands in the file under `words` of the text. */
static void assert_slice(const TlumachDocument *made, const char *bytes, const char *words, const char *expected,
                         gboolean markup) {
  gboolean covers;
  size_t length;
  TlumachSpan span = find(made, words), raw = tlumach_document_raw_span(made, span, &covers);
  g_autofree char *in_file = g_strndup(bytes + raw.start, raw.end - raw.start);
  assert_string_equal(in_file, expected);
  const char *slice = tlumach_document_slice(made, span, &length);
  assert_int_equal(length, strlen(expected));
  assert_memory_equal(slice, expected, length);
  assert_int_equal(covers, markup);
}

static void test_plain_paragraphs(UNUSED_STATE) {
  assert_blocks("t.txt", "один\nдва\n\nтри\n", TLUMACH_NEWLINE_PARAGRAPH, "один|два|три");
  assert_blocks("t.txt", "один\nдва\r\n\r\nтри\r\rчотири", TLUMACH_NEWLINE_WRAP, "один\nдва|три|чотири");
  assert_blocks("t.txt", " \n\t\n\n", TLUMACH_NEWLINE_WRAP, "");
  assert_blocks("t.txt", "", TLUMACH_NEWLINE_AUTO, "");
  assert_blocks("t.txt", "\xEF\xBB\xBFодин", TLUMACH_NEWLINE_AUTO, "один");
}

/* Lines of 40 to 100 columns that end no sentence, and blank lines: a fill command was here. */
static void test_newline_auto(UNUSED_STATE) {
  const char *filled = "Секретар ради безпеки і оборони обговорив із послами держав\nпитання, які винесли на засідання "
                       "робочої групи з питань\nбезпеки.\n\n"
                       "Другий абзац так само довгий, і рядки його розбито на краю\nсторінки.\n";
  g_autoptr(TlumachDocument) wrapped = document("t.txt", filled, strlen(filled), TLUMACH_NEWLINE_AUTO);
  guint n;
  tlumach_document_blocks(wrapped, &n);
  assert_int_equal(n, 2);
  assert_blocks("t.txt", "Перший рядок.\nДругий рядок.\n\nТретій.\n", TLUMACH_NEWLINE_AUTO,
                "Перший рядок.|Другий рядок.|Третій.");
  assert_blocks("t.txt", "Секретар ради безпеки і оборони обговорив із послами держав\nпитання, які винесли\n",
                TLUMACH_NEWLINE_AUTO,
                "Секретар ради безпеки і оборони обговорив із послами держав|питання, які винесли");
}

/* Text of a plain file is its bytes, whatever they are. */
static void test_plain_is_the_file(UNUSED_STATE) {
  g_autoptr(GBytes) raw = g_bytes_new_static("а\xFF\0б\r\n", 8);
  g_autoptr(TlumachDocument) made = tlumach_document_new("t.txt", raw, NULL, NULL);
  size_t length;
  assert_ptr_equal(tlumach_document_text(made, &length), g_bytes_get_data(raw, NULL));
  assert_int_equal(length, 8);
  assert_string_equal(tlumach_document_format(made), "plain");
  assert_string_equal(tlumach_document_encoding(made), "UTF-8");
}

static void test_other_encoding(UNUSED_STATE) {
  g_autoptr(GBytes) raw =
      tl_encode("Засідання ради безпеки України", strlen("Засідання ради безпеки України"), "windows-1251", NULL);
  g_autoptr(TlumachDocument) made = tlumach_document_new("t.txt", raw, NULL, NULL);
  TlumachSpan span = tlumach_document_raw_span(made, find(made, "ради"), NULL);
  size_t line, column;
  assert_int_equal(span.start, 10);
  assert_int_equal(span.end, 14);
  tlumach_document_locate(made, find(made, "ради").start, TLUMACH_COLUMN_CHARACTER, &line, &column);
  assert_int_equal(line, 1);
  assert_int_equal(column, 11);
}

static void test_html(UNUSED_STATE) {
  const char *file = "<html><head><title>Заголовок</title><style>p { x }</style></head>\n<body><p>Засідання "
                     "<b>ради</b> без&shy;пеки &amp; "
                     "оборони.</p><script>var x;</script><ul><li>один<li>два</ul><img alt='Малюнок'></body></html>";
  g_autoptr(TlumachDocument) made = document("t.html", file, strlen(file), TLUMACH_NEWLINE_AUTO);
  g_autofree char *found = blocks(made);
  assert_string_equal(tlumach_document_format(made), "html");
  assert_string_equal(found, "Заголовок|Засідання ради без\xC2\xADпеки & оборони.|один|два|Малюнок");
  assert_slice(made, file, "ради", "ради", FALSE);
  assert_slice(made, file, "ради без\xC2\xADпеки", "ради</b> без&shy;пеки", TRUE);
  assert_slice(made, file, "& оборони", "&amp; оборони", TRUE);
  assert_slice(made, file, "Малюнок", "Малюнок", FALSE);
}

static void test_markdown(UNUSED_STATE) {
  const char *file = "# Заголовок\n\nЗасідання **ради** [безпеки](http://example.org/).\n\n* один\n* два\n\nабзац\n\n"
                     "    код\n\n```\nкод\n```\n\n| а | б |\n|---|---|\n| в | г |\n";
  g_autoptr(TlumachDocument) made = document("t.md", file, strlen(file), TLUMACH_NEWLINE_AUTO);
  g_autofree char *found = blocks(made);
  assert_string_equal(tlumach_document_format(made), "markdown");
  assert_string_equal(found, "Заголовок|Засідання ради безпеки.|один|два|абзац|а|б|в|г");
  assert_slice(made, file, "ради безпеки", "ради** [безпеки", TRUE);
  assert_slice(made, file, "безпеки", "безпеки", FALSE);
}

/* Every byte of the text leads to its own byte of the file, in every format. */
static void test_map_is_whole(UNUSED_STATE) {
  static const char *const files[][2] = {
      {"t.md", "Один *два* `три`\nчотири &amp; п'ять\n\n> шість\n> сім\n\n1. вісім\r\n   дев'ять\\* десять\n"},
      {"t.html",
       "<p>один <i>два</i>\nтри&nbsp;чотири<br>п'ять<p title='ш&quot;ість'>сім &#1111; &unknown; вісім < дев'ять"},
      {"t.txt", "один\r\nдва\n\nтри"}};
  for (guint f = 0; f < G_N_ELEMENTS(files); f++) {
    const char *file = files[f][1];
    g_autoptr(TlumachDocument) made = document(files[f][0], file, strlen(file), TLUMACH_NEWLINE_AUTO);
    size_t length, before = 0;
    const char *text = tlumach_document_text(made, &length);
    for (size_t i = 0; i < length; i++) {
      gboolean markup;
      TlumachSpan raw = tlumach_document_raw_span(made, (TlumachSpan){i, i + 1}, &markup);
      assert_true(raw.end <= strlen(file) && raw.start <= raw.end);
      if (!markup && strcmp(files[f][0], "t.html") != 0)
        assert_true(raw.start >= before);
      if (!markup && file[raw.start] != text[i])
        fail_msg("%s: text byte %zu (%02X) leads to file byte %zu (%02X)", files[f][0], i, (guchar)text[i], raw.start,
                 (guchar)file[raw.start]);
      before = raw.start;
    }
  }
}

static void test_options(UNUSED_STATE) {
  g_autoptr(GBytes) raw = g_bytes_new_static("<p>х</p>", 9);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlumachDocument) plain =
      tlumach_document_new("t.html", raw, &(TlumachDocumentOptions){.format = "plain"}, &error);
  g_autofree char *found = blocks(plain);
  assert_string_equal(found, "<p>х</p>");
  assert_null(tlumach_document_new("t", raw, &(TlumachDocumentOptions){.format = "markdwon"}, &error));
  assert_failed(&error, TLUMACH_ERROR_USAGE, "did you mean \"markdown\"?");
  assert_null(tlumach_document_new("t", raw, &(TlumachDocumentOptions){.encoding = "utf-9"}, &error));
  assert_failed(&error, TLUMACH_ERROR_USAGE, "unknown encoding \"utf-9\"");
  assert_null(tlumach_document_open("/nonexistent/file.txt", NULL, &error));
  assert_failed(&error, TLUMACH_ERROR_IO, "/nonexistent/file.txt: cannot open");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_plain_paragraphs),
                                     cmocka_unit_test(test_newline_auto),
                                     cmocka_unit_test(test_plain_is_the_file),
                                     cmocka_unit_test(test_other_encoding),
                                     cmocka_unit_test(test_html),
                                     cmocka_unit_test(test_markdown),
                                     cmocka_unit_test(test_map_is_whole),
                                     cmocka_unit_test(test_options)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
