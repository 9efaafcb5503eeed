/* What every unit test stands on: cmocka, and a few ways to look. */
#ifndef TESTS_UNIT_H
#define TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>
#include <glib.h>
#include <glib/gstdio.h>

#include "tlumach/base.h"

#define UNUSED_STATE void **state G_GNUC_UNUSED

/* The call failed, with this code and these words; clears the error. */
static inline void assert_failed(GError **error, TlumachError code, const char *words) {
  assert_non_null(*error);
  if (!g_error_matches(*error, TLUMACH_ERROR, (gint)code) || !strstr((*error)->message, words))
    fail_msg("code %d, “%s”: not code %d with “%s”", (*error)->code, (*error)->message, (int)code, words);
  g_clear_error(error);
}

static inline void assert_no_error(const GError *error) {
  if (error)
    fail_msg("%s", error->message);
}

/* The bytes, unterminated, as the last ones of a page behind which nothing may be read. */
static inline GBytes *bytes_guarded(const char *bytes, gsize size) {
  gsize page = (gsize)sysconf(_SC_PAGESIZE), room = (size / page + 1) * page;
  char *pages = mmap(NULL, room + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  assert_true(pages != MAP_FAILED);
  assert_int_equal(mprotect(pages + room, page, PROT_NONE), 0);
  memcpy(pages + room - size, bytes, size);
  return g_bytes_new_static(pages + room - size, size); /* the pages stay until the test ends */
}

/* A fresh folder; folder_remove takes it away with all that is in it. */
static inline char *folder_make(void) {
  char *folder = g_dir_make_tmp("tlumach-unit-XXXXXX", NULL);
  assert_non_null(folder);
  return folder;
}

static inline void folder_remove(char *folder) {
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  for (const char *name; dir && (name = g_dir_read_name(dir));) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_DIR) && !g_file_test(path, G_FILE_TEST_IS_SYMLINK))
      folder_remove(g_strdup(path));
    else
      g_unlink(path);
  }
  g_rmdir(folder);
  g_free(folder);
}

static inline void file_write(const char *path, const char *text) {
  g_autoptr(GError) error = NULL;
  g_file_set_contents(path, text, -1, &error);
  assert_no_error(error);
}

static inline void assert_file(const char *path, const char *text) {
  g_autofree char *found = NULL;
  assert_true(g_file_get_contents(path, &found, NULL, NULL));
  assert_string_equal(found, text);
}

#endif
