/* Concepts written out: a line each for a person, a table, records. */
#include <string.h>

#include "base/error.h"
#include "base/json.h"
#include "base/nearest.h"
#include "terms/concept.h"
#include "terms/data_write.h"
#include "terms/language_tag.h"
#include "terms/tables/list_write.h"
#include "terms/tables/write.h"
#include "terms/tbx/make.h"

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

/* -- the table of formats -- */

static gboolean write_lines(const GPtrArray *concepts, const char *format, const TlumachConceptFormat *options,
                            TlOutput *output, GError **error) {
  (void)format, (void)error;
  for (guint i = 0; i < concepts->len; i++)
    write_line(output, g_ptr_array_index(concepts, i), options);
  return TRUE;
}

static gboolean write_records(const GPtrArray *concepts, const char *format, const TlumachConceptFormat *options,
                              TlOutput *output, GError **error) {
  (void)format, (void)options, (void)error;
  for (guint i = 0; i < concepts->len; i++)
    write_record(output, g_ptr_array_index(concepts, i));
  return TRUE;
}

static gboolean write_data(const GPtrArray *concepts, const char *format, const TlumachConceptFormat *options,
                           TlOutput *output, GError **error) {
  (void)format, (void)options, (void)error;
  for (guint i = 0; i < concepts->len; i++) {
    const TlSide one = {.concepts = g_ptr_array_index(concepts, i), .n = 1};
    tl_output_puts(output, i > 0 ? "\n" : "");
    tl_data_write(&one, 0, output);
  }
  return TRUE;
}

static gboolean write_table(const GPtrArray *concepts, const char *format, const TlumachConceptFormat *options,
                            TlOutput *output, GError **error) {
  gboolean csv = strcmp(format, "csv") == 0;
  g_autoptr(GArray) columns = tl_out_columns(concepts, options, error);
  if (columns)
    tl_table_write(concepts, columns, (TlTableStyle){csv ? ',' : '\t', csv, options->rows}, output);
  return columns != NULL;
}

static gboolean write_list(const GPtrArray *concepts, const char *format, const TlumachConceptFormat *options,
                           TlOutput *output, GError **error) {
  (void)error;
  (strcmp(format, "omegat") == 0 ? tl_omegat_write
   : strcmp(format, "utx") == 0  ? tl_utx_write
                                 : tl_po_write)(output, concepts, options);
  return TRUE;
}

static gboolean write_tbx(const GPtrArray *concepts, const char *format, const TlumachConceptFormat *options,
                          TlOutput *output, GError **error) {
  g_autoptr(GString) text = g_string_new(NULL);
  TlTbxStyle style = tl_tbx_format_style(format);
  TlTbxDialect dialect = TL_DIALECT_BASIC;
  if (!tl_tbx_format_dialect(options, &dialect, error) || !tl_tbx_make(concepts, style, dialect, options, text, error))
    return FALSE;
  tl_output_write(output, text->str, text->len);
  return TRUE;
}

static const struct {
  const char *name, *about, *ending;
  gboolean (*write)(const GPtrArray *concepts, const char *format, const TlumachConceptFormat *options,
                    TlOutput *output, GError **error);
} formats[] = {{"text", "a line a concept, to be read", NULL, write_lines},
               {"data", "every datum on a line: for diff, and git's textconv", NULL, write_data},
               {"tbx", "TBX 3, categories as tags (DCT)", ".tbx", write_tbx},
               {"tbx-dca", "TBX 3, categories as attributes (DCA)", NULL, write_tbx},
               {"tbx2", "TBX 2 (martif)", ".xml", write_tbx},
               {"tsv", "a table with tabs", ".tsv", write_table},
               {"csv", "a table with commas", ".csv", write_table},
               {"jsonl", "a record a concept", ".jsonl", write_records},
               {"omegat", "a glossary of OmegaT", ".txt", write_list},
               {"utx", "UTX 1.20", ".utx", write_list},
               {"po", "gettext's PO", ".po", write_list}};

const char *tlumach_concept_format(guint i, const char **about) {
  if (i >= G_N_ELEMENTS(formats))
    return NULL;
  if (about)
    *about = formats[i].about;
  return formats[i].name;
}

const char *tlumach_concept_format_of(const char *path) {
  for (guint i = 0; i < G_N_ELEMENTS(formats); i++)
    if (formats[i].ending && g_str_has_suffix(path, formats[i].ending))
      return formats[i].name;
  return NULL;
}

gboolean tlumach_concepts_write(const GPtrArray *concepts, const char *format, const TlumachConceptFormat *options,
                                GString *out, GError **error) {
  static const TlumachConceptFormat usual = {0};
  for (guint i = 0; i < G_N_ELEMENTS(formats); i++)
    if (strcmp(formats[i].name, format) == 0) {
      TlOutput *output = tl_output_memory(out);
      gboolean done = formats[i].write(concepts, format, options ? options : &usual, output, error);
      tl_output_close(output, NULL); /* into memory: cannot fail */
      return done;
    }
  const char *names[G_N_ELEMENTS(formats) + 1] = {NULL};
  for (guint i = 0; i < G_N_ELEMENTS(formats); i++)
    names[i] = formats[i].name;
  g_autofree char *meant = tl_did_you_mean(format, names, TRUE);
  tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "no format is called \"%s\"%s", format, meant);
  return FALSE;
}
