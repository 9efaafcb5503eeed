/* TBX from any bytes told again in each style: what comes out is TBX, with the same concepts and terms. The first byte
 * is the style. */
#include <stdint.h>
#include <string.h>

#include "terms/tbx/convert.h"

static void require(gboolean truth) {
  if (!truth)
    __builtin_trap();
}

static void require_same(const TlTbxFile *before, const TlTbxFile *after) {
  guint n, m;
  const TlumachConcept *a = tlumach_termbase_concepts(before->base, &n),
                       *b = tlumach_termbase_concepts(after->base, &m);
  require(n == m);
  for (guint i = 0; i < n; i++) {
    require(a[i].n_terms == b[i].n_terms);
    for (guint t = 0; t < a[i].n_terms; t++)
      require(strcmp(a[i].terms[t].text, b[i].terms[t].text) == 0);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const TlTbxStyle styles[] = {TL_TBX_DCT, TL_TBX_DCA, TL_TBX_V2};
  if (size == 0)
    return 0;
  g_autoptr(GBytes) raw = g_bytes_new_static(data + 1, size - 1), made = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TlTbxFile) file = tl_tbx_file_read("fuzz.tbx", raw, &error);
  require((file == NULL) == (error != NULL));
  if (!file)
    return 0;
  g_autoptr(GString) out = g_string_new(NULL);
  g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func(g_free);
  gboolean good = tl_tbx_convert(file, styles[data[0] % G_N_ELEMENTS(styles)], TL_DIALECT_OPEN, out, told, &error);
  require(good == (error == NULL));
  if (!good)
    return 0;
  made = g_bytes_new_static(out->str, out->len);
  g_autoptr(TlTbxFile) again = tl_tbx_file_read("made.tbx", made, &error);
  require(again != NULL);
  require_same(file, again);
  return 0;
}
