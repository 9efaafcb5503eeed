#include "../unit.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

typedef struct Place {
  char *folder, *path;
} Place;

static int place_make(void **state) {
  Place *place = g_new0(Place, 1);
  place->folder = folder_make();
  place->path = g_build_filename(place->folder, "terms.tbx", NULL);
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

static gboolean save(const char *path, const char *text, const TlFileSave *options, GError **error) {
  g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
  return tl_file_save(path, bytes, options, error);
}

static guint entries(const char *folder) {
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  guint n = 0;
  while (g_dir_read_name(dir))
    n++;
  return n;
}

static mode_t mode_of(const char *path) {
  struct stat st;
  assert_int_equal(stat(path, &st), 0);
  return st.st_mode & 07777;
}

static void test_new_file(void **state) {
  Place *place = *state;
  g_autoptr(GError) error = NULL;
  mode_t old = umask(027);
  assert_true(save(place->path, "one", NULL, &error));
  umask(old);
  assert_file(place->path, "one");
  assert_int_equal(mode_of(place->path), 0640); /* as any program makes files */
  assert_int_equal(entries(place->folder), 1);  /* nothing is left beside it */
}

static void test_mode_stays(void **state) {
  Place *place = *state;
  g_autoptr(GError) error = NULL;
  file_write(place->path, "one");
  g_chmod(place->path, 0751);
  assert_true(save(place->path, "two", NULL, &error));
  assert_file(place->path, "two");
  assert_int_equal(mode_of(place->path), 0751);
}

static void test_symbolic_link(void **state) {
  Place *place = *state;
  g_autoptr(GError) error = NULL;
  g_autofree char *link = g_build_filename(place->folder, "link", NULL);
  file_write(place->path, "one");
  assert_int_equal(symlink("terms.tbx", link), 0);
  assert_true(save(link, "two", NULL, &error));
  assert_file(place->path, "two");
  assert_true(g_file_test(link, G_FILE_TEST_IS_SYMLINK));
}

/* A link to what is not there yet stays a link, too. */
static void test_dangling_link(void **state) {
  Place *place = *state;
  g_autoptr(GError) error = NULL;
  g_autofree char *link = g_build_filename(place->folder, "link", NULL);
  assert_int_equal(symlink("terms.tbx", link), 0);
  assert_true(save(link, "one", NULL, &error));
  assert_true(g_file_test(link, G_FILE_TEST_IS_SYMLINK));
  assert_file(place->path, "one");
}

/* Saving by rename would part hard links in silence: it is refused. */
static void test_hard_link(void **state) {
  Place *place = *state;
  g_autoptr(GError) error = NULL;
  g_autofree char *other = g_build_filename(place->folder, "other", NULL);
  file_write(place->path, "one");
  assert_int_equal(link(place->path, other), 0);
  assert_false(save(place->path, "two", NULL, &error));
  assert_failed(&error, TLUMACH_ERROR_IO, "hard links");
  assert_file(place->path, "one");
  assert_int_equal(entries(place->folder), 2);
}

static gboolean refuse(GBytes *written, gpointer user, GError **error) {
  g_assert(g_bytes_get_size(written) == 3);
  *(gboolean *)user = TRUE;
  g_set_error(error, TLUMACH_ERROR, TLUMACH_ERROR_FORMAT, "not what was meant");
  return FALSE;
}

static void test_verify(void **state) {
  Place *place = *state;
  g_autoptr(GError) error = NULL;
  gboolean asked = FALSE;
  file_write(place->path, "one");
  assert_false(save(place->path, "two", &(TlFileSave){.verify = refuse, .user = &asked, .backup = TRUE}, &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "not what was meant");
  assert_true(asked);
  assert_file(place->path, "one");
  assert_int_equal(entries(place->folder), 1);
}

static void test_backup(void **state) {
  Place *place = *state;
  g_autoptr(GError) error = NULL;
  g_autofree char *backup = g_strconcat(place->path, "~", NULL);
  const TlFileSave options = {.backup = TRUE};
  assert_true(save(place->path, "one", &options, &error));
  assert_false(g_file_test(backup, G_FILE_TEST_EXISTS));
  assert_true(save(place->path, "two", &options, &error));
  assert_file(backup, "one");
  assert_true(save(place->path, "three", &options, &error));
  assert_file(backup, "two");
  assert_file(place->path, "three");
}

static void test_refused_targets(void **state) {
  Place *place = *state;
  g_autoptr(GError) error = NULL;
  g_autofree char *beyond = g_build_filename(place->folder, "no", "such", "folder", NULL);
  assert_false(save(place->folder, "x", NULL, &error));
  assert_failed(&error, TLUMACH_ERROR_IO, "not a regular file");
  assert_false(save(beyond, "x", NULL, &error));
  assert_failed(&error, TLUMACH_ERROR_IO, "No such file");
}

/* Devices are written to, never replaced. */
static void test_devices(UNUSED_STATE) {
  g_autoptr(GError) error = NULL;
  assert_true(save("/dev/null", "x", NULL, &error));
  assert_false(g_file_test("/dev/null", G_FILE_TEST_IS_REGULAR));
  assert_false(save("/dev/full", "x", NULL, &error));
  assert_failed(&error, TLUMACH_ERROR_IO, "/dev/full: cannot write: No space left");
}

/* A descriptor is written to where it stands, a file in /dev is a file. */
static void test_descriptors(void **state) {
  Place *place = *state;
  g_autoptr(GError) error = NULL;
  file_write(place->path, "one\n");
  int fd = open(place->path, O_WRONLY | O_APPEND);
  g_autofree char *own = g_strdup_printf("/dev/fd/%d", fd);
  assert_true(save(own, "two\n", NULL, &error));
  assert_true(save(own, "three\n", NULL, &error));
  close(fd);
  assert_file(place->path, "one\ntwo\nthree\n");
  assert_false(save(own, "x", NULL, &error));
  assert_failed(&error, TLUMACH_ERROR_IO, "cannot write: Bad file descriptor");
  char shared[] = "/dev/shm/tlumach-unit-XXXXXX";
  if (!g_mkdtemp(shared)) /* a system without it */
    return;
  g_autofree char *path = g_build_filename(shared, "out", NULL);
  assert_true(save(path, "longer", NULL, &error));
  assert_true(save(path, "short", NULL, &error));
  assert_file(path, "short");
  folder_remove(g_strdup(shared));
}

static void test_lock(void **state) {
  Place *place = *state;
  g_autoptr(GError) error = NULL;
  TlFileLock *mine = tl_file_lock(place->path, 0, &error);
  assert_non_null(mine);
  assert_null(tl_file_lock(place->path, 0, &error));
  assert_failed(&error, TLUMACH_ERROR_BUSY, "terms.tbx: another program is writing it");
  gint64 start = g_get_monotonic_time();
  assert_null(tl_file_lock(place->path, 1, &error));
  assert_true(g_get_monotonic_time() - start >= G_USEC_PER_SEC);
  g_clear_error(&error);
  tl_file_unlock(mine);
  g_autoptr(TlFileLock) again = tl_file_lock(place->path, 0, &error);
  assert_non_null(again);
}

/* A holder that dies holds no longer. */
static void test_lock_of_the_dead(void **state) {
  Place *place = *state;
  g_autoptr(GError) error = NULL;
  int ends[2], status;
  char byte;
  assert_int_equal(pipe(ends), 0);
  pid_t child = fork();
  if (child == 0) {
    TlFileLock *lock = tl_file_lock(place->path, 0, NULL);
    if (write(ends[1], lock ? "y" : "n", 1) == 1)
      pause();
    _exit(1);
  }
  assert_int_equal(read(ends[0], &byte, 1), 1);
  assert_int_equal(byte, 'y');
  assert_null(tl_file_lock(place->path, 0, &error));
  g_clear_error(&error);
  kill(child, SIGKILL);
  waitpid(child, &status, 0);
  g_autoptr(TlFileLock) mine = tl_file_lock(place->path, 0, &error);
  assert_non_null(mine);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, place_make, place_remove)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_new_file),  TEST(test_mode_stays),  TEST(test_symbolic_link), TEST(test_dangling_link),
      TEST(test_hard_link), TEST(test_verify),      TEST(test_backup),        TEST(test_refused_targets),
      TEST(test_devices),   TEST(test_descriptors), TEST(test_lock),          TEST(test_lock_of_the_dead)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
