#include "commands/term_change.h"

#include <string.h>

#include "base/json.h"

static gboolean is_term(const TlumachTermDifference *d) {
  return strcmp(d->field, "term") == 0;
}

/* What is said of a term that went or came stands behind it. */
static gboolean belongs_to(const TlumachTermDifference *d, const TlumachTermDifference *term) {
  return !is_term(d) && d->term && strcmp(d->term, term->term) == 0 && strcmp(d->language, term->language) == 0 &&
         (d->before == NULL) == (term->before == NULL) && (d->after == NULL) == (term->after == NULL);
}

static void write_whole_term(TlOutput *out, const TlumachConceptChange *change, const TlumachTermDifference *term) {
  tl_output_printf(out, "    %s: %c ", term->language, term->before ? '-' : '+');
  tl_output_safe(out, term->before ? term->before : term->after, -1);
  const char *before = " (";
  for (guint i = 0; i < change->n; i++)
    if (belongs_to(&change->differences[i], term)) {
      const TlumachTermDifference *d = &change->differences[i];
      tl_output_printf(out, "%s%s: ", before, d->field);
      tl_output_safe(out, d->before ? d->before : d->after, -1);
      before = "; ";
    }
  tl_output_puts(out, *before == ';' ? ")\n" : "\n");
}

static gboolean is_told_with_term(const TlumachConceptChange *change, const TlumachTermDifference *d) {
  for (guint i = 0; i < change->n; i++) {
    const TlumachTermDifference *term = &change->differences[i];
    if (is_term(term) && (!term->before || !term->after) && belongs_to(d, term))
      return TRUE;
  }
  return FALSE;
}

static void write_value(TlOutput *out, const TlumachTermDifference *d) {
  tl_output_puts(out, d->before ? "" : "+ ");
  tl_output_puts(out, d->after ? "" : "- ");
  tl_output_safe(out, d->before ? d->before : d->after, -1);
  if (d->before && d->after) {
    tl_output_puts(out, " → ");
    tl_output_safe(out, d->after, -1);
  }
  tl_output_putc(out, '\n');
}

static void write_difference(TlOutput *out, const TlumachConceptChange *change, const TlumachTermDifference *d) {
  if (is_term(d) && (!d->before || !d->after)) {
    write_whole_term(out, change, d);
    return;
  }
  if (is_told_with_term(change, d))
    return;
  tl_output_puts(out, "    ");
  if (d->language)
    tl_output_printf(out, "%s: ", d->language);
  if (d->term && !is_term(d)) {
    tl_output_safe(out, d->term, -1);
    tl_output_puts(out, ": ");
  }
  if (!is_term(d))
    tl_output_printf(out, "%s: ", d->field);
  write_value(out, d);
}

void tl_term_change_write(TlOutput *out, const TlumachConceptChange *change) {
  for (guint i = 0; i < change->n; i++)
    write_difference(out, change, &change->differences[i]);
}

void tl_term_change_json(TlOutput *out, const TlumachConceptChange *change) {
  tl_json_array(out, "differences");
  for (guint i = 0; i < change->n; i++) {
    const TlumachTermDifference *d = &change->differences[i];
    tl_json_object(out, NULL);
    tl_json_string(out, "language", d->language, -1);
    tl_json_string(out, "term", d->term, -1);
    tl_json_string(out, "field", d->field, -1);
    tl_json_string(out, "before", d->before, -1);
    tl_json_string(out, "after", d->after, -1);
    tl_json_object_end(out);
  }
  tl_json_array_end(out);
}
