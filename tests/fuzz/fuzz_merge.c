/* One TBX merged into another, and two versions of a third: a byte of zero stands between the files, and whatever comes
 * out is TBX again. The first byte: whose data stay. */
#include <glib/gstdio.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "terms/merge.h"
#include "terms/merge3/merge3.h"
#include "terms/tbx/file.h"

static const TlPairing pairing = {.source = "uk", .target = "en"};

static void require(gboolean truth) {
  if (!truth)
    __builtin_trap();
}

static void require_tbx(GBytes *bytes) {
  g_autoptr(GError) error = NULL;
  g_autoptr(TlTbxFile) file = tl_tbx_file_read("merged.tbx", bytes, &error);
  require(file != NULL);
}

static void told_of_two(const TlumachMergeNote *note, gpointer user) {
  (void)user;
  require(tlumach_merged_name(note->what) != NULL);
}

static void told_of_three(const TlumachMergeConflict *conflict, gpointer user) {
  (void)user;
  require(conflict->field != NULL);
}

static void merge_two(const char *const paths[3], gboolean theirs) {
  g_autoptr(GError) error = NULL;
  g_autoptr(TlumachTermFile) file = tlumach_term_file_open(paths[0], 0, &error);
  require((file == NULL) == (error != NULL));
  if (!file)
    return;
  gboolean good = tl_term_merge(file, paths[1], &pairing, theirs, told_of_two, NULL, &error);
  require(good == (error == NULL));
  g_autoptr(GBytes) bytes = good ? tlumach_term_file_bytes(file, &error) : NULL;
  if (bytes)
    require_tbx(bytes);
}

static void merge_three(const char *const paths[3]) {
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = tl_term_merge3(paths, paths[1], &pairing, told_of_three, NULL, &error);
  require((bytes == NULL) == (error != NULL));
  if (bytes)
    require_tbx(bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  g_autofree char *folder = g_strdup_printf("%s/tlumach-fuzz-%d", g_get_tmp_dir(), (int)getpid());
  char *paths[3];
  if (size == 0)
    return 0;
  g_mkdir(folder, 0700);
  const uint8_t *at = data + 1, *end = data + size;
  for (guint i = 0; i < 3; i++) {
    const uint8_t *stop = at < end ? memchr(at, 0, (size_t)(end - at)) : NULL;
    size_t n = (size_t)((stop ? stop : end) - at);
    paths[i] = g_strdup_printf("%s/%u.tbx", folder, i);
    g_file_set_contents_full(paths[i], (const char *)at, (gssize)n, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
    at = stop ? stop + 1 : end;
  }
  merge_two((const char *const *)paths, data[0] & 1);
  merge_three((const char *const *)paths);
  for (guint i = 0; i < 3; i++) {
    g_unlink(paths[i]);
    g_free(paths[i]);
  }
  g_rmdir(folder);
  return 0;
}
