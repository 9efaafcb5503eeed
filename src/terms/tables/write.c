/* Tables out. What stands in them the reader (table_read.c) understands: the same names of columns, terms of one cell
 * with "; " between them, rows of one concept with its id. */
#include "terms/tables/write.h"

#include <string.h>

#include "base/error.h"
#include "base/nearest.h"
#include "terms/language_tag.h"

static void clear_column(gpointer column) {
  g_free(((TlOutColumn *)column)->language);
  g_free(((TlOutColumn *)column)->name);
}

static const struct {
  TlField field;
  const char *name;
} term_fields[] = {{TL_FIELD_STATUS, "status"},
                   {TL_FIELD_POS, "pos"},
                   {TL_FIELD_TYPE, "type"},
                   {TL_FIELD_NOTE, "note"},
                   {TL_FIELD_WORDS, "words"}};

static const char *term_value(const TlumachTerm *term, TlField field) {
  switch (field) {
  case TL_FIELD_STATUS:
    return tlumach_status_name(term->status);
  case TL_FIELD_POS:
    return term->pos;
  case TL_FIELD_TYPE:
    return term->type;
  case TL_FIELD_NOTE:
    return term->note;
  case TL_FIELD_WORDS:
    return term->words;
  case TL_FIELD_TERM:
    return term->text;
  default:
    return NULL;
  }
}

static const char *concept_value(const TlumachConcept *concept, TlField field) {
  switch (field) {
  case TL_FIELD_ID:
    return concept
    ->id;
  case TL_FIELD_SUBJECT:
    return concept
    ->subject;
  case TL_FIELD_DEFINITION:
    return concept
    ->definition;
  case TL_FIELD_NOTE:
    return concept
    ->note;
  default:
    return NULL;
  }
}

static void add_column(GArray *columns, TlField field, const char *language, const char *name) {
  TlOutColumn column = {field, FALSE, g_strdup(language),
                        language && name ? g_strdup_printf("%s:%s", language, name) : g_strdup(name ? name : language)};
  g_array_append_val(columns, column);
}

/* Columns that were asked for. */

static gboolean take_column(GArray *columns, const char *asked, const TlumachConceptFormat *options, GError **error) {
  static const char *const names[] = {"id",     "domain",  "definition", "note",     "file",
                                      "line",   "source",  "target",     "uk",       "uk:status",
                                      "uk:pos", "uk:type", "uk:note",    "uk:words", NULL};
  if (strcmp(asked, "file") == 0 || strcmp(asked, "line") == 0) {
    add_column(columns, TL_FIELD_UNKNOWN, NULL, asked);
    return TRUE;
  }
  TlColumn column =
      tl_column_from_name(asked, options->source ? options->source : "uk", options->target ? options->target : "en");
  if (column.field == TL_FIELD_UNKNOWN) {
    g_autofree char *meant = tl_did_you_mean(asked, names, TRUE);
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "no column is called \"%s\"%s, and so of each language", asked,
                meant);
    return FALSE;
  }
  TlOutColumn out = {column.field, TRUE, column.language, g_strdup(asked)};
  g_array_append_val(columns, out);
  return TRUE;
}

/* Columns that there is something for. */

static void add_language(GPtrArray *languages, const char *tag) {
  for (guint i = 0; i < languages->len; i++)
    if (strcmp(g_ptr_array_index(languages, i), tag) == 0)
      return;
  g_ptr_array_add(languages, (gpointer)tag);
}

static guint rank(const char *tag, const TlumachConceptFormat *options) {
  return tl_language_matches(tag, options->source ? options->source : "uk")   ? 0
         : tl_language_matches(tag, options->target ? options->target : "en") ? 1
                                                                              : 2;
}

static gint by_rank(gconstpointer a, gconstpointer b, gpointer options) {
  const char *x = *(const char *const *)a, *y = *(const char *const *)b;
  guint n = rank(x, options), m = rank(y, options);
  return n != m ? (n < m ? -1 : 1) : strcmp(x, y);
}

static gboolean any_concept_has(const GPtrArray *concepts, TlField field) {
  for (guint i = 0; i < concepts->len; i++)
    if (concept_value(g_ptr_array_index(concepts, i), field))
      return TRUE;
  return FALSE;
}

static gboolean any_term_has(const GPtrArray *concepts, const char *language, TlField field) {
  for (guint i = 0; i < concepts->len; i++) {
    const TlumachConcept *concept = g_ptr_array_index(concepts, i);
    for (guint j = 0; j < concept->n_terms; j++)
      if (strcmp(concept->terms[j].language, language) == 0 && term_value(&concept->terms[j], field))
        return TRUE;
  }
  return FALSE;
}

static void find_columns(GArray *columns, const GPtrArray *concepts, const TlumachConceptFormat *options) {
  g_autoptr(GPtrArray) languages = g_ptr_array_new();
  for (guint i = 0; i < concepts->len; i++) {
    const TlumachConcept *concept = g_ptr_array_index(concepts, i);
    for (guint j = 0; j < concept->n_terms; j++)
      add_language(languages, concept->terms[j].language);
  }
  g_ptr_array_sort_with_data(languages, by_rank, (gpointer)options);
  add_column(columns, TL_FIELD_ID, NULL, "id");
  for (guint i = 0; i < languages->len; i++) {
    const char *language = g_ptr_array_index(languages, i);
    add_column(columns, TL_FIELD_TERM, language, NULL);
    for (guint f = 0; f < G_N_ELEMENTS(term_fields); f++)
      if (any_term_has(concepts, language, term_fields[f].field))
        add_column(columns, term_fields[f].field, language, term_fields[f].name);
  }
  static const TlField fields[] = {TL_FIELD_SUBJECT, TL_FIELD_DEFINITION, TL_FIELD_NOTE};
  static const char *const names[] = {"domain", "definition", "note"};
  for (guint f = 0; f < G_N_ELEMENTS(fields); f++)
    if (any_concept_has(concepts, fields[f]))
      add_column(columns, fields[f], NULL, names[f]);
}

GArray *tl_out_columns(const GPtrArray *concepts, const TlumachConceptFormat *options, GError **error) {
  g_autoptr(GArray) columns = g_array_new(FALSE, FALSE, sizeof(TlOutColumn));
  g_array_set_clear_func(columns, clear_column);
  if (!options->columns)
    find_columns(columns, concepts, options);
  for (const char *const *name = options->columns; name && *name; name++)
    if (!take_column(columns, *name, options, error))
      return NULL;
  return g_steal_pointer(&columns);
}

/* Cells. */

static void write_cell(TlOutput *output, const GString *cell, TlTableStyle style) {
  gboolean quoted = style.quotes && (strpbrk(cell->str, "\",\r\n;\t") || g_str_has_prefix(cell->str, "#"));
  if (quoted)
    tl_output_putc(output, '"');
  for (const char *c = cell->str; *c; c++) {
    if (quoted && *c == '"')
      tl_output_putc(output, '"');
    tl_output_putc(output, !style.quotes && g_ascii_iscntrl(*c) ? ' ' : *c);
  }
  if (quoted)
    tl_output_putc(output, '"');
}

/* A cell may hold several terms: what parts them is escaped in one. */
static void append_term(GString *cell, const char *text) {
  for (; *text; text++) {
    if (*text == ';' || *text == '|' || *text == '\\')
      g_string_append_c(cell, '\\');
    g_string_append_c(cell, *text);
  }
}

static void append_value(GString *cell, const TlumachTerm *term, TlField field) {
  const char *value = term_value(term, field);
  if (field == TL_FIELD_TERM)
    append_term(cell, value);
  else if (value)
    g_string_append(cell, value);
}

static gboolean is_of(const TlumachTerm *term, const TlOutColumn *column) {
  return !column->language || (column->loose ? tl_language_matches(term->language, column->language)
                                             : strcmp(term->language, column->language) == 0);
}

/* `row`: which of the terms of its language; G_MAXUINT: all of them. */
static void fill_cell(GString *cell, const TlumachConcept *concept, const TlOutColumn *column, guint row) {
  g_string_truncate(cell, 0);
  if (column->field == TL_FIELD_UNKNOWN) {
    if (strcmp(column->name, "line") == 0)
      g_string_append_printf(cell, "%zu", concept->line);
    else
      g_string_append(cell, tlumach_termbase_path(concept->base));
    return;
  }
  gboolean of_concept = !column->language && column->field != TL_FIELD_STATUS && column->field != TL_FIELD_POS &&
                        column->field != TL_FIELD_TYPE && column->field != TL_FIELD_WORDS;
  if (of_concept) {
    const char *value =
        row == 0 || row == G_MAXUINT || column->field == TL_FIELD_ID ? concept_value(concept, column->field) : NULL;
    g_string_append(cell, value ? value : "");
    return;
  }
  guint n = 0;
  for (guint i = 0; i < concept->n_terms; i++) {
    if (!is_of(&concept->terms[i], column))
      continue;
    if (row == G_MAXUINT && n > 0)
      g_string_append(cell, "; ");
    if (row == G_MAXUINT || n == row)
      append_value(cell, &concept->terms[i], column->field);
    n++;
  }
  if (row == G_MAXUINT && strspn(cell->str, "; ") == cell->len)
    g_string_truncate(cell, 0); /* no term has a value */
}

/* Most terms in one language. */
static guint rows_of(const TlumachConcept *concept) {
  guint most = 1;
  for (guint i = 0; i < concept->n_terms; i++) {
    guint n = 0;
    for (guint j = 0; j < concept->n_terms; j++)
      n += strcmp(concept->terms[i].language, concept->terms[j].language) == 0;
    most = MAX(most, n);
  }
  return most;
}

static void write_row(TlOutput *output, const TlumachConcept *concept, const GArray *columns, TlTableStyle style,
                      guint row, GString *cell) {
  for (guint i = 0; i < columns->len; i++) {
    if (i > 0)
      tl_output_putc(output, style.separator);
    fill_cell(cell, concept, &g_array_index(columns, TlOutColumn, i), row);
    write_cell(output, cell, style);
  }
  tl_output_putc(output, '\n');
}

void tl_table_write(const GPtrArray *concepts, const GArray *columns, TlTableStyle style, TlOutput *output) {
  g_autoptr(GString) cell = g_string_new(NULL);
  for (guint i = 0; i < columns->len; i++) {
    if (i > 0)
      tl_output_putc(output, style.separator);
    g_string_assign(cell, g_array_index(columns, TlOutColumn, i).name);
    write_cell(output, cell, style);
  }
  tl_output_putc(output, '\n');
  for (guint i = 0; i < concepts->len; i++) {
    const TlumachConcept *concept = g_ptr_array_index(concepts, i);
    guint n = style.rows ? rows_of(concept) : 1;
    for (guint row = 0; row < n; row++)
      write_row(output, concept, columns, style, style.rows ? row : G_MAXUINT, cell);
  }
}
