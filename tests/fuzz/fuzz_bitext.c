/* Bilingual files from any bytes, by the first one TMX, XLIFF, PO or a table. What is read is written back with
 * translations, and that must read again, as many pairs.
 *
 * Build: clang -fsanitize=fuzzer,address,undefined -Isrc … tests/fuzz/fuzz_bitext.c libtlumach.a
 */
#include <stdint.h>
#include <string.h>

#include "reports/report.h"
#include "tlumach/pairs.h"

static void require(gboolean truth) {
  if (!truth)
    __builtin_trap();
}

static void check_side(const TlumachBitext *bitext, const TlumachPair *pair, TlumachSide side) {
  size_t length;
  tlumach_document_text(bitext->document[side], &length);
  TlumachSpan span = pair->span[side], raw;
  require(span.start <= span.end && span.end <= length && pair->place[side] <= length);
  raw = tlumach_document_raw_span(bitext->document[side], span, NULL);
  require(raw.start <= raw.end);
  for (guint i = 0; i < pair->n_tags[side]; i++)
    require(pair->tags[side][i].offset <= length);
}

static void write_back(const TlumachBitext *bitext, const TlumachBitextOptions *options) {
  g_autofree TlumachUnit *units = g_new0(TlumachUnit, bitext->n_pairs + 1);
  guint n = 0;
  for (guint i = 0; i < bitext->n_pairs; i++) {
    check_side(bitext, &bitext->pairs[i], TLUMACH_SOURCE);
    check_side(bitext, &bitext->pairs[i], TLUMACH_TARGET);
    units[n++] = (TlumachUnit){
        .segment = {bitext->pairs[i].span[TLUMACH_SOURCE], 0}, .pair = &bitext->pairs[i], .target = "a <&> \"b\""};
  }
  TlumachReportFile file = {
      .document = bitext->document[TLUMACH_SOURCE], .units = units, .n_units = n, .bitext = bitext};
  const TlumachReport report = {"uk", "en", &file, 1};
  g_autoptr(GString) out = g_string_new(NULL);
  g_autoptr(GError) error = NULL;
  TlOutput *output = tl_output_memory(out);
  gboolean written = tl_write_same(&report, output, &error);
  require(written == (error == NULL));
  tl_output_close(output, NULL);
  if (!written)
    return;
  g_autoptr(GBytes) raw = g_bytes_new_static(out->str, out->len);
  g_autoptr(TlumachBitext) again = tlumach_bitext_new("fuzz", raw, options, &error);
  require(again != NULL && again->n_pairs == bitext->n_pairs);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char *const formats[] = {"tmx", "xliff", "po", "tsv"};
  if (size == 0)
    return 0;
  const TlumachBitextOptions options = {"uk", "en", formats[data[0] % G_N_ELEMENTS(formats)], "UTF-8"};
  g_autoptr(GBytes) raw = g_bytes_new_static(data + 1, size - 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlumachBitext) bitext = tlumach_bitext_new("fuzz", raw, &options, &error);
  require((bitext == NULL) == (error != NULL));
  if (bitext)
    write_back(bitext, &options);
  return 0;
}
