/* A dictionary of any bytes (the .aff, a NUL, the .dic): it is refused, or its frozen form opens and answers. */
#include <stdlib.h>
#include <string.h>

#include "lang/frozen/freeze.h"
#include "lang/frozen/frozen.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static void ask(const TlFrozen *frozen, const char *text, size_t length) {
  for (size_t at = 0, end; at < length; at = end + 1) {
    for (end = at; end < length && !strchr("\n/ \t\r", text[end]); end++)
      ;
    TlReadings readings = {.n = 0};
    TlKnown known = tl_frozen_readings(frozen, text + at, end - at, &readings);
    if (known != tl_frozen_knows(frozen, text + at, end - at))
      abort();
    for (guint i = 0; i < readings.n; i++)
      if (strlen(tl_reading_stem(&readings, i)) >= sizeof readings.text)
        abort();
  }
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size) {
  const unsigned char *cut = size ? memchr(data, '\0', size) : NULL;
  size_t aff_size = cut ? (size_t)(cut - data) : size;
  g_autoptr(GBytes) aff = g_bytes_new(data, aff_size);
  g_autoptr(GBytes) dic = g_bytes_new(cut ? cut + 1 : data, cut ? size - aff_size - 1 : 0);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = tl_freeze("fuzz", aff, dic, NULL, "id", &error);
  if (!bytes)
    return error ? 0 : (abort(), 0);
  g_autoptr(TlFrozen) frozen = tl_frozen_open(bytes, "id", &error);
  if (!frozen)
    abort();
  ask(frozen, (const char *)data, size);
  return 0;
}
