/* Rows into concepts.
 *
 * The first row that is not a comment is the header when one of its cells names a language and another names anything;
 * else the columns are those of OmegaT. A concept stays open until a row with another id comes.
 */
#include "terms/tables/read.h"

#include <string.h>

#include "base/charset.h"
#include "base/error.h"
#include "terms/concept.h"
#include "terms/tables/columns.h"
#include "terms/tables/record.h"
#include "terms/termbase_build.h"

#define COLUMNS_MAX 256  /* further ones are not used */
#define COMPARED_MAX 256 /* terms of a concept that a further one is compared with */

typedef struct Table {
  TlumachTermbase *base;
  const char *path;
  char *source, *target;
  TlRecords records;
  GArray *columns; /* TlColumn; empty: the header is not yet met */
  gboolean headed;
  const char *first; /* the language of the first column of terms */
  gboolean several;  /* another language has one too */
  gboolean open;     /* a concept is */
  TlumachConcept concept;
  GString *id;
  GArray *terms; /* TlumachTerm */
} Table;

static TlPlace here(const Table *table) {
  return (TlPlace){.line = table->records.first_line};
}

static TlColumn *column(const Table *table, guint i) {
  return &g_array_index(table->columns, TlColumn, i);
}

static void close_concept(Table *table) {
  if (!table->open)
    return;
  table->open = FALSE;
  table->concept.id = table->id->len == 0 ? NULL : table->id->str;
  tl_termbase_add(table->base, &table->concept, (const TlumachTerm *)(gconstpointer)table->terms->data,
                  table->terms->len);
}

/* The header. */

/* "#UTX 1.20; en/uk; …" names the languages. */
static void read_utx_line(Table *table, const char *line) {
  g_auto(GStrv) parts = g_strsplit(line, ";", 3);
  if (g_strv_length(parts) < 2)
    return;
  g_auto(GStrv) pair = g_strsplit(g_strstrip(parts[1]), "/", 2);
  if (g_strv_length(pair) != 2)
    return;
  g_free(table->source);
  g_free(table->target);
  table->source = g_strdup(g_strstrip(pair[0]));
  table->target = g_strdup(g_strstrip(pair[1]));
}

static void clear_column(gpointer data) {
  tl_column_clear(data);
}

static void note_languages(Table *table) {
  for (guint i = 0; i < table->columns->len; i++) {
    const TlColumn *found = column(table, i);
    if (found->field != TL_FIELD_TERM)
      continue;
    if (table->first == NULL)
      table->first = found->language;
    else if (strcmp(table->first, found->language) != 0)
      table->several = TRUE;
  }
}

/* Takes the record for a header if it is one. */
static gboolean read_header(Table *table, GArray *cells) {
  guint terms = 0, known = 0;
  for (guint i = 0; i < MIN(cells->len, COLUMNS_MAX); i++) {
    const char *name = g_array_index(cells, TlCell, i).text;
    TlColumn found = tl_column_from_name(i == 0 && *name == '#' ? name + 1 : name, table->source, table->target);
    terms += found.field == TL_FIELD_TERM;
    known += found.field != TL_FIELD_UNKNOWN;
    g_array_append_val(table->columns, found);
  }
  if (terms == 0 || known < 2) {
    g_array_set_size(table->columns, 0);
    return FALSE;
  }
  for (guint i = 0; i < table->columns->len; i++) {
    const TlCell *cell = &g_array_index(cells, TlCell, i);
    const TlColumn *found = column(table, i);
    if (found->field == TL_FIELD_UNKNOWN && cell->length > 0)
      tl_termbase_warn(table->base, here(table), "the column “%s” is not known and not used", cell->text);
    if (found->field == TL_FIELD_TERM)
      tl_termbase_language(table->base, found->language, here(table));
  }
  note_languages(table);
  table->headed = TRUE;
  return TRUE;
}

static void assume_columns(Table *table) {
  TlColumn assumed[] = {
      {TL_FIELD_TERM, g_strdup(table->source)}, {TL_FIELD_TERM, g_strdup(table->target)}, {TL_FIELD_NOTE, NULL}};
  g_array_append_vals(table->columns, assumed, G_N_ELEMENTS(assumed));
  note_languages(table);
}

/* Rows. */

/* Rows of one concept repeat the term that they have in common; among its first terms, which keeps this linear. */
static gboolean is_held(const Table *table, const char *text, const char *language) {
  for (guint i = 0; i < MIN(table->terms->len, COMPARED_MAX); i++) {
    const TlumachTerm *term = &g_array_index(table->terms, TlumachTerm, i);
    if (strcmp(term->text, text) == 0 && strcmp(term->language, language) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Cuts the next term off `*rest`, which becomes NULL behind the last one. "\;" is a semicolon in a term, so are "\|"
 * and "\\". */
static char *cut_term(char **rest) {
  char *term = *rest, *to = term, *from = term;
  for (; *from != '\0' && *from != ';' && *from != '|'; from++) {
    if (*from == '\\' && from[1] != '\0' && strchr(";|\\", from[1]) != NULL)
      from++;
    *to++ = *from;
  }
  *rest = *from == '\0' ? NULL : from + 1;
  *to = '\0';
  return term;
}

static void take_terms(Table *table, const char *language, TlCell *cell) {
  const char *tag = tl_termbase_language(table->base, language, here(table));
  for (char *rest = cell->text; rest != NULL;) {
    char *part = cut_term(&rest);
    size_t length = tl_collapse_space(part, strlen(part));
    if (length == 0)
      continue; /* "a; b;" */
    part[length] = '\0';
    if (is_held(table, part, tag))
      continue;
    TlumachTerm term = {.language = tag};
    term.text = tl_termbase_term(table->base, part, length, here(table));
    if (term.text != NULL)
      g_array_append_val(table->terms, term);
  }
}

/* Is a field of `of` (NULL: its column names no language) said of a term in `language`? */
static gboolean concerns(const Table *table, const TlColumn *of, const char *language) {
  if (of->language != NULL)
    return strcmp(of->language, language) == 0;
  if (of->field != TL_FIELD_STATUS && of->field != TL_FIELD_WORDS)
    return TRUE;
  return !table->several || (strcmp(table->first, language) == 0) == (of->field == TL_FIELD_WORDS);
}

static void set_field(Table *table, const TlColumn *of, const char *value, guint first_term) {
  TlumachStatus status = TLUMACH_STATUS_NONE;
  if (of->field == TL_FIELD_STATUS && !tl_status_from_name(value, &status)) {
    tl_termbase_warn(table->base, here(table), "“%s” is not a status that is known; the term stands without it", value);
    return;
  }
  const char *pos = of->field == TL_FIELD_POS ? tl_pos_from_name(value) : NULL;
  const char *string = pos != NULL ? pos : value;
  string = tl_termbase_intern(table->base, string, strlen(string));
  for (guint i = first_term; i < table->terms->len; i++) {
    TlumachTerm *term = &g_array_index(table->terms, TlumachTerm, i);
    if (!concerns(table, of, term->language))
      continue;
    switch (of->field) {
    case TL_FIELD_STATUS:
      term->status = status;
      break;
    case TL_FIELD_POS:
      term->pos = string;
      break;
    case TL_FIELD_TYPE:
      term->type = string;
      break;
    case TL_FIELD_WORDS:
      term->words = string;
      break;
    case TL_FIELD_NOTE:
      term->note = string;
      break;
    default:
      break;
    }
  }
}

static void take_fields(Table *table, GArray *cells, guint first_term) {
  TlumachConcept *concept = &table->concept;
  for (guint i = 0; i < MIN(cells->len, table->columns->len); i++) {
    const TlCell *cell = &g_array_index(cells, TlCell, i);
    const TlColumn *of = column(table, i);
    if (cell->length == 0)
      continue;
    switch (of->field) {
    case TL_FIELD_UNKNOWN:
    case TL_FIELD_TERM:
    case TL_FIELD_ID:
      break;
    case TL_FIELD_SUBJECT:
      concept
      ->subject = tl_termbase_intern(table->base, cell->text, cell->length);
      break;
    case TL_FIELD_DEFINITION:
      concept
      ->definition = tl_termbase_string(table->base, cell->text, cell->length);
      break;
    case TL_FIELD_NOTE:
      if (of->language == NULL) {
        concept->note = tl_termbase_string(table->base, cell->text, cell->length);
        break;
      }
      G_GNUC_FALLTHROUGH;
    case TL_FIELD_STATUS:
    case TL_FIELD_POS:
    case TL_FIELD_TYPE:
    case TL_FIELD_WORDS:
      set_field(table, of, cell->text, first_term);
      break;
    }
  }
}

/* Makes the cells plain: white space collapsed, those that are not text emptied. */
static gboolean clean(Table *table, GArray *cells) {
  gboolean any = FALSE;
  for (guint i = 0; i < cells->len; i++) {
    TlCell *cell = &g_array_index(cells, TlCell, i);
    if (!g_utf8_validate(cell->text, (gssize)cell->length, NULL)) {
      tl_termbase_warn(table->base, here(table), "cell %u is not UTF-8 text and is left out", i + 1);
      cell->length = 0;
    }
    cell->length = tl_collapse_space(cell->text, cell->length);
    cell->text[cell->length] = '\0';
    any = any || cell->length > 0;
  }
  return any;
}

static void read_row(Table *table, GArray *cells) {
  if (!table->headed && cells->len < 2) {
    tl_termbase_warn(table->base, here(table), "a line without a second column is left out");
    return;
  }
  const char *id = "";
  for (guint i = 0; i < cells->len; i++)
    if (i >= table->columns->len) {
      if (g_array_index(cells, TlCell, i).length > 0)
        tl_termbase_warn_once(table->base, here(table), "what stands after column %u is not used", table->columns->len);
    } else if (column(table, i)->field == TL_FIELD_ID)
      id = g_array_index(cells, TlCell, i).text;
  if (!table->open || *id == '\0' || strcmp(id, table->id->str) != 0) {
    close_concept(table);
    table->open = TRUE;
    table->concept = (TlumachConcept){.line = table->records.first_line, .file_span = table->records.span};
    g_string_assign(table->id, id);
    g_array_set_size(table->terms, 0);
  }
  guint first_term = table->terms->len;
  for (guint i = 0; i < MIN(cells->len, table->columns->len); i++)
    if (column(table, i)->field == TL_FIELD_TERM)
      take_terms(table, column(table, i)->language, &g_array_index(cells, TlCell, i));
  take_fields(table, cells, first_term);
  table->concept.file_span.end = table->records.span.end;
}

static gboolean read_records(Table *table, GError **error) {
  GError *failure = NULL;
  guint rows = 0;
  while (tl_records_next(&table->records, table->path, &failure)) {
    GArray *cells = table->records.cells;
    char *first = g_array_index(cells, TlCell, 0).text;
    gboolean comment = *first == '#' && !table->records.quotes;
    if (!clean(table, cells) || (table->records.quotes && g_str_has_prefix(first, "sep=")))
      continue; /* a blank line, or the line by which Excel is told the separator */
    if (comment && g_ascii_strncasecmp(first, "#UTX", 4) == 0)
      read_utx_line(table, first);
    if (table->columns->len == 0 && read_header(table, cells))
      continue;
    if (comment)
      continue;
    if (table->columns->len == 0)
      assume_columns(table);
    rows++;
    read_row(table, cells);
  }
  if (failure != NULL) {
    g_propagate_error(error, failure);
    return FALSE;
  }
  close_concept(table);
  guint n = 0;
  tlumach_termbase_concepts(table->base, &n);
  if (rows > 0 && n == 0) {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, table->path, 0, 0,
                "this is no table of terms: no line of it has a term and its equivalent, separated by a %s",
                table->records.separator == '\t' ? "tab" : "comma");
    return FALSE;
  }
  return TRUE;
}

static gboolean is_csv(const char *path, const char *text, size_t length) {
  g_autofree char *lower = g_ascii_strdown(path, -1);
  if (g_str_has_suffix(lower, ".csv"))
    return TRUE;
  static const char *const tabbed[] = {".tsv", ".tab", ".txt", ".utf8", ".utx"};
  for (size_t i = 0; i < G_N_ELEMENTS(tabbed); i++)
    if (g_str_has_suffix(lower, tabbed[i]))
      return FALSE;
  size_t line = 0;
  while (line < length && text[line] != '\n')
    line++;
  return memchr(text, '\t', line) == NULL;
}

TlumachTermbase *tl_table_read(const char *path, GBytes *raw, const char *source, const char *target, GError **error) {
  g_autoptr(TlDecoded) decoded = tl_decode(path, raw, NULL, error);
  if (decoded == NULL)
    return NULL;
  size_t length = 0;
  const char *text = tl_decoded_text(decoded, &length);
  size_t bom = tl_bom_length(text, length);
  g_autoptr(TlumachTermbase) base = tl_termbase_new(path);
  Table table = {.base = base, .path = path, .source = g_strdup(source), .target = g_strdup(target)};
  tl_records_init(&table.records, text, length, is_csv(path, text, length) ? 0 : '\t');
  table.records.at = bom;
  table.columns = g_array_new(FALSE, FALSE, sizeof(TlColumn));
  g_array_set_clear_func(table.columns, clear_column);
  table.id = g_string_new(NULL);
  table.terms = g_array_new(FALSE, FALSE, sizeof(TlumachTerm));
  gboolean good = read_records(&table, error);
  tl_records_clear(&table.records);
  g_array_unref(table.columns);
  g_string_free(table.id, TRUE);
  g_array_unref(table.terms);
  g_free(table.source);
  g_free(table.target);
  if (!good)
    return NULL;
  tl_termbase_finish(base);
  return g_steal_pointer(&base);
}
