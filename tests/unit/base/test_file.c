#include "../unit.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static void test_read(UNUSED_STATE) {
  char *folder = folder_make();
  g_autofree char *path = g_build_filename(folder, "text", NULL);
  g_autoptr(GError) error = NULL;
  g_file_set_contents(path, "a\0b\n", 4, NULL);
  g_autoptr(GBytes) bytes = tl_file_read(path, 0, &error);
  assert_no_error(error);
  assert_int_equal(g_bytes_get_size(bytes), 4);
  assert_memory_equal(g_bytes_get_data(bytes, NULL), "a\0b\n", 4);
  file_write(path, "");
  g_autoptr(GBytes) empty = tl_file_read(path, 0, &error);
  assert_int_equal(g_bytes_get_size(empty), 0);
  folder_remove(folder);
}

static void test_limit(UNUSED_STATE) {
  char *folder = folder_make();
  g_autofree char *path = g_build_filename(folder, "text", NULL);
  g_autoptr(GError) error = NULL;
  file_write(path, "12345");
  g_autoptr(GBytes) fits = tl_file_read(path, 5, &error);
  assert_non_null(fits);
  assert_null(tl_file_read(path, 4, &error));
  assert_failed(&error, TLUMACH_ERROR_LIMIT, "text: is larger than 4 bytes");
  folder_remove(folder);
}

/* What is no file is refused at once; a FIFO without a writer does not hold us. */
static void test_not_files(UNUSED_STATE) {
  char *folder = folder_make();
  g_autofree char *fifo = g_build_filename(folder, "fifo", NULL), *missing = g_build_filename(folder, "missing", NULL);
  g_autoptr(GError) error = NULL;
  assert_int_equal(mkfifo(fifo, 0600), 0);
  alarm(10);
  assert_null(tl_file_read(fifo, 0, &error));
  alarm(0);
  assert_failed(&error, TLUMACH_ERROR_IO, "named pipe");
  assert_null(tl_file_read(folder, 0, &error));
  assert_failed(&error, TLUMACH_ERROR_IO, "is a folder");
  assert_null(tl_file_read("/dev/zero", 0, &error));
  assert_failed(&error, TLUMACH_ERROR_IO, "/dev/zero: is a device");
  assert_null(tl_file_read(missing, 0, &error));
  assert_failed(&error, TLUMACH_ERROR_IO, "missing: cannot open: No such file");
  folder_remove(folder);
}

static gpointer feed(gpointer data) {
  int fd = GPOINTER_TO_INT(data);
  g_autofree char *much = g_strnfill(300000, 'x');
  for (size_t at = 0; at < 300000;) {
    ssize_t n = write(fd, much + at, 300000 - at);
    g_assert(n > 0);
    at += (size_t)n;
  }
  close(fd);
  return NULL;
}

/* /dev/fd/N is how a shell hands over a pipe. */
static void test_pipe(UNUSED_STATE) {
  int ends[2];
  g_autoptr(GError) error = NULL;
  assert_int_equal(pipe(ends), 0);
  GThread *thread = g_thread_new("feed", feed, GINT_TO_POINTER(ends[1]));
  g_autofree char *path = g_strdup_printf("/dev/fd/%d", ends[0]);
  g_autoptr(GBytes) bytes = tl_file_read(path, 0, &error);
  assert_no_error(error);
  assert_int_equal(g_bytes_get_size(bytes), 300000);
  g_thread_join(thread);
  close(ends[0]);
}

/* Standard input that does not block, and has nothing yet. */
static void test_input_that_does_not_block(UNUSED_STATE) {
  int ends[2], kept = dup(STDIN_FILENO);
  g_autoptr(GError) error = NULL;
  assert_int_equal(pipe(ends), 0);
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  dup2(ends[0], STDIN_FILENO);
  close(ends[0]);
  GThread *thread = g_thread_new("feed", feed, GINT_TO_POINTER(ends[1]));
  g_autoptr(GBytes) bytes = tl_file_read("-", 0, &error);
  g_thread_join(thread);
  dup2(kept, STDIN_FILENO);
  close(kept);
  assert_no_error(error);
  assert_int_equal(g_bytes_get_size(bytes), 300000);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_read), cmocka_unit_test(test_limit),
                                     cmocka_unit_test(test_not_files), cmocka_unit_test(test_pipe),
                                     cmocka_unit_test(test_input_that_does_not_block)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
