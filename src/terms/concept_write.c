/* Concepts written out: a line each for a person, a table, records. */
#include <string.h>

#include "base/error.h"
#include "base/json.h"
#include "base/nearest.h"
#include "terms/concept.h"
#include "terms/language_tag.h"
#include "terms/table_write.h"

/* -- a line a concept -- */

static guint write_terms(TlOutput *output, const TlumachConcept *concept, const char *language, const char *before) {
  g_autoptr(GPtrArray) terms = g_ptr_array_new();
  tl_concept_targets(concept, language, terms);
  for (guint i = 0; i < terms->len; i++) {
    const TlumachTerm *term = g_ptr_array_index(terms, i);
    tl_output_puts(output, i ? "; " : before);
    tl_output_safe(output, term->text, -1);
    if (term->status != TLUMACH_STATUS_NONE && term->status != TLUMACH_STATUS_PREFERRED)
      tl_output_printf(output, " (%s)", tlumach_status_name(term->status));
  }
  return terms->len;
}

/* A concept that neither has the one language nor the other. */
static void write_others(TlOutput *output, const TlumachConcept *concept) {
  for (guint i = 0; i < concept->n_terms; i++) {
    tl_output_puts(output, i ? "; " : "");
    tl_output_safe(output, concept->terms[i].text, -1);
    tl_output_printf(output, " [%s]", concept->terms[i].language);
  }
}

static void write_line(TlOutput *output, const TlumachConcept *concept, const TlumachConceptFormat *options) {
  if (concept->id) {
    tl_output_safe(output, concept->id, -1);
    tl_output_puts(output, ": ");
  }
  guint n = write_terms(output, concept, options->source ? options->source : "uk", "");
  n += write_terms(output, concept, options->target ? options->target : "en", &" = "[n == 0]);
  if (n == 0)
    write_others(output, concept);
  if (concept->subject) {
    tl_output_puts(output, "  [");
    tl_output_safe(output, concept->subject, -1);
    tl_output_putc(output, ']');
  }
  tl_output_putc(output, '\n');
}

/* -- records -- */

static void write_record(TlOutput *output, const TlumachConcept *concept) {
  tl_json_begin(output);
  tl_json_string(output, "file", tlumach_termbase_path(concept->base), -1);
  tl_json_uint(output, "line", concept->line);
  tl_json_string(output, "id", concept->id, -1);
  tl_json_string(output, "domain", concept->subject, -1);
  tl_json_string(output, "definition", concept->definition, -1);
  tl_json_string(output, "note", concept->note, -1);
  tl_json_array(output, "terms");
  for (guint i = 0; i < concept->n_terms; i++) {
    const TlumachTerm *term = &concept->terms[i];
    tl_json_object(output, NULL);
    tl_json_string(output, "id", term->id, -1);
    tl_json_string(output, "language", term->language, -1);
    tl_json_string(output, "text", term->text, -1);
    tl_json_string(output, "status", tlumach_status_name(term->status), -1);
    tl_json_string(output, "pos", term->pos, -1);
    tl_json_string(output, "type", term->type, -1);
    tl_json_string(output, "note", term->note, -1);
    tl_json_string(output, "words", term->words, -1);
    tl_json_object_end(output);
  }
  tl_json_array_end(output);
  tl_json_end(output);
}

static gboolean write_table(TlOutput *output, const GPtrArray *concepts, const char *format, const TlumachConceptFormat *options, GError **error) {
  gboolean csv = strcmp(format, "csv") == 0;
  g_autoptr(GArray) columns = tl_out_columns(concepts, options, error);
  if (columns)
    tl_table_write(concepts, columns, (TlTableStyle){csv ? ',' : '\t', csv, options->rows}, output);
  return columns != NULL;
}

gboolean tlumach_concepts_write(const GPtrArray *concepts, const char *format, const TlumachConceptFormat *options, GString *out, GError **error) {
  static const char *const formats[] = {"text", "tsv", "csv", "jsonl", NULL};
  static const TlumachConceptFormat usual = {0};
  TlOutput *output = tl_output_memory(out);
  gboolean done = TRUE;
  if (!options)
    options = &usual;
  if (strcmp(format, "text") == 0)
    for (guint i = 0; i < concepts->len; i++)
      write_line(output, g_ptr_array_index(concepts, i), options);
  else if (strcmp(format, "jsonl") == 0)
    for (guint i = 0; i < concepts->len; i++)
      write_record(output, g_ptr_array_index(concepts, i));
  else if (strcmp(format, "tsv") == 0 || strcmp(format, "csv") == 0)
    done = write_table(output, concepts, format, options, error);
  else {
    const char *near = tl_nearest(format, formats);
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "no format is called \"%s\"%s%s%s; there is text, tsv, csv, jsonl", format,
                near ? "; did you mean \"" : "", near ? near : "", near ? "\"" : "");
    done = FALSE;
  }
  tl_output_close(output, NULL); /* into memory: cannot fail */
  return done;
}
