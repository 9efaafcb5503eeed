#include "terms/data_write.h"

#include <string.h>

static void write_datum(const TlDatum *datum, TlOutput *output) {
  if (strcmp(datum->name, "term") == 0)
    tl_output_printf(output, "  %s: ", *datum->language ? datum->language : "?");
  else
    tl_output_printf(output, "%s%s: ", datum->term ? "      " : datum->language ? "    " : "  ", datum->name);
  tl_output_safe(output, datum->value, -1);
  tl_output_putc(output, '\n');
}

void tl_data_write(const TlSide *side, guint i, TlOutput *output) {
  g_autoptr(GPtrArray) data = tl_concept_data(side, i);
  tl_output_puts(output, i > 0 ? "\n" : "");
  tl_output_safe(output, side->concepts[i].id ? side->concepts[i].id : "(no id)", -1);
  tl_output_putc(output, '\n');
  for (guint d = 0; d < data->len; d++)
    write_datum(g_ptr_array_index(data, d), output);
}
