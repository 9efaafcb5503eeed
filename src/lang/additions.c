#include "lang/additions.h"

#include <string.h>

#include "base/file.h"

#define FILE_MAX (8u << 20)

GBytes *tl_additions_read(TlAdditions additions, GError **error) {
  g_autoptr(GByteArray) all = g_byte_array_new();
  for (; additions && *additions; additions++) {
    if (!g_file_test(*additions, G_FILE_TEST_EXISTS))
      continue;
    g_autoptr(GBytes) one = tl_file_read(*additions, FILE_MAX, error);
    if (!one)
      return NULL;
    gsize size;
    const guint8 *data = g_bytes_get_data(one, &size);
    g_byte_array_append(all, data, (guint)size);
    g_byte_array_append(all, (const guint8 *)"\n", 1);
  }
  return g_byte_array_free_to_bytes(g_steal_pointer(&all));
}

void tl_additions_each(GBytes *bytes, TlAdditionFunc take, gpointer user) {
  gsize size;
  const char *data = g_bytes_get_data(bytes, &size);
  g_autofree char *text = g_strndup(data, size);
  for (char *line = text, *next; line; line = next) {
    next = strchr(line, '\n');
    if (next)
      *next++ = '\0';
    g_strchomp(line);
    if (!*line || *line == '#' || !g_utf8_validate(line, -1, NULL))
      continue;
    g_auto(GStrv) fields = g_strsplit(line, "\t", 3);
    const char *model = fields[1] && strcmp(fields[1], "-") != 0 ? fields[1] : "";
    if (*fields[0] && strlen(fields[0]) < TL_ADDITION_MAX)
      take(fields[0], model, user);
  }
}
