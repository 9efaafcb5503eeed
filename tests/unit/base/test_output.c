#include "../unit.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "base/output.h"

static void test_memory(UNUSED_STATE) {
  g_autoptr(GString) text = g_string_new("before ");
  TlOutput *output = tl_output_memory(text);
  assert_int_equal(tl_output_last(output), '\0');
  tl_output_puts(output, "a");
  tl_output_putc(output, '\0');
  tl_output_write(output, "bc", 2);
  tl_output_uint(output, 0);
  tl_output_uint(output, G_MAXUINT64);
  tl_output_printf(output, "%s", "|");
  assert_int_equal(tl_output_last(output), '|');
  assert_true(tl_output_close(output, NULL));
  assert_int_equal(text->len, strlen("before a.bc018446744073709551615|"));
  assert_memory_equal(text->str, "before a\0bc018446744073709551615|", text->len);
}

/* A file appears at the close, whole; not before, and not at all when the output is discarded. */
static void test_file(UNUSED_STATE) {
  char *folder = folder_make();
  g_autofree char *path = g_build_filename(folder, "out", NULL);
  g_autoptr(GError) error = NULL;
  TlOutput *output = tl_output_file(path, &error);
  tl_output_puts(output, "one\n");
  assert_true(tl_output_flush(output, &error));
  assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
  assert_true(tl_output_close(output, &error));
  assert_file(path, "one\n");
  output = tl_output_file(path, &error);
  tl_output_puts(output, "two\n");
  tl_output_discard(output);
  assert_file(path, "one\n");
  folder_remove(folder);
}

static void test_unwritable(UNUSED_STATE) {
  g_autoptr(GError) error = NULL;
  assert_null(tl_output_file("/nonexistent/folder/out", &error));
  assert_failed(&error, TLUMACH_ERROR_IO, "/nonexistent/folder/out");
  TlOutput *output = tl_output_file("/dev/full", &error);
  tl_output_puts(output, "x");
  assert_false(tl_output_close(output, &error));
  assert_failed(&error, TLUMACH_ERROR_IO, "No space left");
}

/* Runs `work` with standard output led elsewhere, whatever cmocka prints. */
static void with_stdout(int fd, void (*work)(GError **error), GError **error) {
  fflush(stdout);
  int kept = dup(STDOUT_FILENO);
  dup2(fd, STDOUT_FILENO);
  work(error);
  dup2(kept, STDOUT_FILENO);
  close(kept);
}

static void write_much(GError **error) {
  g_autofree char *line = g_strnfill(100000, 'x');
  TlOutput *output = tl_output_stdout();
  for (guint i = 0; i < 50; i++)
    tl_output_write(output, line, 100000);
  tl_output_putc(output, 'y');
  g_assert(tl_output_broken(output));
  tl_output_close(output, error);
}

static void test_full_disk(UNUSED_STATE) {
  g_autoptr(GError) error = NULL;
  int fd = open("/dev/full", O_WRONLY);
  with_stdout(fd, write_much, &error);
  close(fd);
  assert_failed(&error, TLUMACH_ERROR_IO, "standard output: cannot write: No space left");
}

/* Nobody reads any more: no error, and nothing more is written. */
static void test_closed_pipe(UNUSED_STATE) {
  g_autoptr(GError) error = NULL;
  int ends[2];
  signal(SIGPIPE, SIG_IGN);
  assert_int_equal(pipe(ends), 0);
  close(ends[0]);
  with_stdout(ends[1], write_much, &error);
  close(ends[1]);
  assert_no_error(error);
}

static gpointer read_slowly(gpointer data) {
  char piece[1000];
  gsize all = 0;
  for (gssize n; (n = read(GPOINTER_TO_INT(data), piece, sizeof piece)) > 0;)
    all += (gsize)n;
  return GSIZE_TO_POINTER(all);
}

static void write_on(GError **error) {
  g_autofree char *line = g_strnfill(100000, 'x');
  TlOutput *output = tl_output_stdout();
  for (guint i = 0; i < 50; i++)
    tl_output_write(output, line, 100000);
  tl_output_close(output, error);
}

/* A pipe that does not block is full now and then: that is waited for. */
static void test_full_pipe(UNUSED_STATE) {
  g_autoptr(GError) error = NULL;
  int ends[2];
  assert_int_equal(pipe(ends), 0);
  fcntl(ends[1], F_SETFL, O_NONBLOCK);
  GThread *reader = g_thread_new("reader", read_slowly, GINT_TO_POINTER(ends[0]));
  with_stdout(ends[1], write_on, &error);
  close(ends[1]);
  assert_int_equal(GPOINTER_TO_SIZE(g_thread_join(reader)), 5000000);
  close(ends[0]);
  assert_no_error(error);
}

static void write_little(GError **error) {
  TlOutput *output = tl_output_stdout();
  tl_output_puts(output, "short");
  g_assert(!tl_output_close(output, error));
}

/* What fails only when the buffer is emptied is told, too. */
static void test_failure_at_close(UNUSED_STATE) {
  g_autoptr(GError) error = NULL;
  int fd = open("/dev/full", O_WRONLY);
  with_stdout(fd, write_little, &error);
  close(fd);
  assert_failed(&error, TLUMACH_ERROR_IO, "cannot write");
}

static void assert_safe(const char *text, gssize length, const char *shown) {
  g_autoptr(GString) out = g_string_new(NULL);
  TlOutput *output = tl_output_memory(out);
  tl_output_safe(output, text, length);
  tl_output_close(output, NULL);
  assert_string_equal(out->str, shown);
}

static void test_safe(UNUSED_STATE) {
  assert_safe("рада ☃ 🙂", -1, "рада ☃ 🙂");
  assert_safe("a\nb\r\nc\td", -1, "a b  c d");
  assert_safe("\x1B[31mred", -1, "\\x1B[31mred");
  assert_safe("a\0b", 3, "a\\x00b");
  assert_safe("\xFF", -1, "\\xFF");
  assert_safe("x\xE2\x80\xAEy", -1, "x\\xE2\\x80\\xAEy"); /* U+202E turns the text about */
  assert_safe("\xC2\x9B", -1, "\\xC2\\x9B");              /* CSI as a C1 character */
  assert_safe("\xEF\xBF\xBD", -1, "\xEF\xBF\xBD");        /* U+FFFD itself is harmless */
  assert_safe("", -1, "");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_memory),      cmocka_unit_test(test_file),
                                     cmocka_unit_test(test_unwritable),  cmocka_unit_test(test_full_disk),
                                     cmocka_unit_test(test_closed_pipe), cmocka_unit_test(test_failure_at_close),
                                     cmocka_unit_test(test_full_pipe),   cmocka_unit_test(test_safe)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
