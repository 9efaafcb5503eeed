/* Lists of pairs: OmegaT's glossary, UTX, PO. A term is in them as often as it has equivalents; what is not to be used
 * is left out, and named in a comment. */
#include "terms/tables/list_write.h"

#include <string.h>

#include "terms/concept.h"
#include "terms/language_tag.h"

static gboolean is_good(const TlumachTerm *term) {
  return term->status != TLUMACH_STATUS_DEPRECATED && term->status != TLUMACH_STATUS_SUPERSEDED;
}

static void add_part(GString *text, const char *part) {
  if (part)
    g_string_append_printf(text, "%s%s", text->len ? "; " : "", part);
}

/* "diplomacy; what it is; a note; not: accord". */
static char *comment_on(const TlumachConcept *concept, gboolean subject, const TlumachTerm *target,
                        const GPtrArray *targets) {
  g_autoptr(GString) text = g_string_new(NULL), bad = g_string_new(NULL);
  add_part(text, subject ? concept->subject : NULL);
  add_part(text, concept->definition);
  add_part(text, concept->note);
  add_part(text, target ? target->note : NULL);
  for (guint i = 0; i < targets->len; i++) {
    const TlumachTerm *term = g_ptr_array_index(targets, i);
    if (subject && !is_good(term))
      g_string_append_printf(bad, "%s%s", bad->len ? ", " : "", term->text);
  }
  if (bad->len > 0)
    g_string_append_printf(text, "%snot: %s", text->len ? "; " : "", bad->str);
  return g_string_free(g_steal_pointer(&text), FALSE);
}

/* One cell: tabs and line ends would begin another. */
static void write_cell(TlOutput *output, const char *text) {
  for (; text && *text; text++)
    tl_output_putc(output, g_ascii_iscntrl(*text) ? ' ' : *text);
}

typedef void (*PairFunc)(TlOutput *output, const TlumachConcept *concept, const TlumachTerm *source,
                         const TlumachTerm *target, const char *comment);

/* `table`: it has columns for the domain and the status, so that nothing needs to be left out, and comments need not
 * tell. */
static void each_pair(TlOutput *output, const GPtrArray *concepts, const TlumachConceptFormat *options, gboolean table,
                      PairFunc write) {
  const char *from = options->source ? options->source : "uk", *to = options->target ? options->target : "en";
  for (guint i = 0; i < concepts->len; i++) {
    const TlumachConcept *concept = g_ptr_array_index(concepts, i);
    g_autoptr(GPtrArray) targets = g_ptr_array_new();
    tl_concept_targets(concept, to, targets);
    for (guint s = 0; s < concept->n_terms; s++)
      for (guint t = 0; tl_language_matches(concept->terms[s].language, from) && t < targets->len; t++) {
        const TlumachTerm *target = g_ptr_array_index(targets, t);
        g_autofree char *comment = comment_on(concept, !table, target, targets);
        if (table || is_good(target))
          write(output, concept, &concept->terms[s], target, comment);
      }
  }
}

/* -- OmegaT: source, target, comment -- */

static void write_omegat_pair(TlOutput *output, const TlumachConcept *concept, const TlumachTerm *source,
                              const TlumachTerm *target, const char *comment) {
  (void)concept;
  tl_output_puts(output, *source->text == '#' ? " " : ""); /* else a comment */
  write_cell(output, source->text);
  tl_output_putc(output, '\t');
  write_cell(output, target->text);
  tl_output_putc(output, *comment ? '\t' : '\n');
  if (*comment) {
    write_cell(output, comment);
    tl_output_putc(output, '\n');
  }
}

void tl_omegat_write(TlOutput *output, const GPtrArray *concepts, const TlumachConceptFormat *options) {
  each_pair(output, concepts, options, FALSE, write_omegat_pair);
}

/* -- UTX 1.20: a line about the file, a line of columns, then rows; statuses by its own names -- */

static const char *utx_status(TlumachStatus status) {
  static const char *const names[TLUMACH_N_STATUSES] = {"",          "approved", "admitted",
                                                        "forbidden", "obsolete", "provisional"};
  return names[status];
}

static void write_utx_pair(TlOutput *output, const TlumachConcept *concept, const TlumachTerm *source,
                           const TlumachTerm *target, const char *comment) {
  const char *const cells[] = {source->text, target->text,     source->pos, utx_status(target->status),
                               concept->id,  concept->subject, comment};
  for (guint i = 0; i < G_N_ELEMENTS(cells); i++) {
    if (i > 0)
      tl_output_putc(output, '\t');
    write_cell(output, cells[i]);
  }
  tl_output_putc(output, '\n');
}

void tl_utx_write(TlOutput *output, const GPtrArray *concepts, const TlumachConceptFormat *options) {
  g_autoptr(GDateTime) now = g_date_time_new_now_utc();
  g_autofree char *today = g_date_time_format(now, "%Y-%m-%d");
  const char *date = options->date ? options->date : today;
  tl_output_printf(output, "#UTX 1.20; %s/%s; %s%s\n#src\ttgt\tsrc:pos\tterm status\tconcept ID\tdomain\tcomment\n",
                   options->source ? options->source : "uk", options->target ? options->target : "en", date,
                   strchr(date, 'T') ? "" : "T00:00:00Z");
  each_pair(output, concepts, options, TRUE, write_utx_pair);
}

/* -- PO: a pair an entry, told apart by the concept's id -- */

static void write_po_string(TlOutput *output, const char *keyword, const char *text) {
  tl_output_printf(output, "%s \"", keyword);
  for (; *text; text++) {
    if (*text == '"' || *text == '\\')
      tl_output_putc(output, '\\');
    tl_output_putc(output, g_ascii_iscntrl(*text) ? ' ' : *text);
  }
  tl_output_puts(output, "\"\n");
}

static void write_po_pair(TlOutput *output, const TlumachConcept *concept, const TlumachTerm *source,
                          const TlumachTerm *target, const char *comment) {
  g_autofree char *context =
      concept->id ? g_strdup_printf("%s: %s", concept->id, target->text) : g_strdup(target->text);
  tl_output_putc(output, '\n');
  if (*comment) {
    tl_output_puts(output, "#. ");
    write_cell(output, comment);
    tl_output_putc(output, '\n');
  }
  write_po_string(output, "msgctxt", context); /* no two entries may have one context and one msgid */
  write_po_string(output, "msgid", source->text);
  write_po_string(output, "msgstr", target->text);
}

void tl_po_write(TlOutput *output, const GPtrArray *concepts, const TlumachConceptFormat *options) {
  tl_output_printf(
      output,
      "msgid \"\"\nmsgstr \"\"\n\"Language: %s\\n\"\n\"X-Source-Language: %s\\n\"\n\"MIME-Version: 1.0\\n\"\n"
      "\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Content-Transfer-Encoding: 8bit\\n\"\n",
      options->target ? options->target : "en", options->source ? options->source : "uk");
  each_pair(output, concepts, options, FALSE, write_po_pair);
}
