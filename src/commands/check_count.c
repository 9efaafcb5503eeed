/* What tlumach check --stats says: findings by check, and of how many segments. */
#include <string.h>

#include "base/json.h"
#include "commands/check.h"

void tl_check_count_init(TlCheckCount *count) {
  *count = (TlCheckCount){.by_check = g_hash_table_new(NULL, NULL)};
}

void tl_check_count_clear(TlCheckCount *count) {
  g_clear_pointer(&count->by_check, g_hash_table_unref);
}

static void write_text(const TlCheckCount *count, TlOutput *output) {
  const TlumachCheckInfo *info;
  for (guint i = 0; (info = tlumach_checks(i)); i++) {
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(count->by_check, info));
    if (n)
      tl_output_printf(output, "%6u  %-13s %s\n", n, info->id, tlumach_severity_name(info->severity));
  }
  tl_output_printf(output, "%6u  finding%s in %u of %u segment%s", count->findings, count->findings == 1 ? "" : "s",
                   count->with_findings, count->segments, count->segments == 1 ? "" : "s");
  if (count->empty)
    tl_output_printf(output, ", %u empty", count->empty);
  if (count->waived)
    tl_output_printf(output, ", %u waived", count->waived);
  if (count->known)
    tl_output_printf(output, ", %u known", count->known);
  tl_output_putc(output, '\n');
}

static void write_record(const TlCheckCount *count, TlOutput *output) {
  const TlumachCheckInfo *info;
  tl_json_begin(output);
  tl_json_uint(output, "segments", count->segments);
  tl_json_uint(output, "empty", count->empty);
  tl_json_uint(output, "with_findings", count->with_findings);
  tl_json_uint(output, "findings", count->findings);
  tl_json_uint(output, "waived", count->waived);
  tl_json_uint(output, "known", count->known);
  tl_json_object(output, "checks");
  for (guint i = 0; (info = tlumach_checks(i)); i++)
    tl_json_uint(output, info->id, GPOINTER_TO_UINT(g_hash_table_lookup(count->by_check, info)));
  tl_json_object_end(output);
  tl_json_end(output);
}

void tl_check_count_write(const TlCheckCount *count, gboolean records, TlOutput *output) {
  if (records)
    write_record(count, output);
  else
    write_text(count, output);
}
