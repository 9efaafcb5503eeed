/* tlumach term show: all that is known of a concept; with --words, how the words of its terms behave in texts. */
#include <stdio.h>
#include <string.h>

#include "commands/term.h"

static void show_field(TlOutput *out, const char *name, const char *value) {
  if (!value)
    return;
  tl_output_printf(out, "  %s: ", name);
  tl_output_safe(out, value, -1);
  tl_output_putc(out, '\n');
}

/* "preferred, noun, fullForm": what is said of a term in a word. */
static void show_marks(TlOutput *out, const TlumachTerm *term) {
  const char *const marks[] = {tlumach_status_name(term->status), term->pos, term->type};
  const char *before = "  (";
  for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
    if (marks[i]) {
      tl_output_puts(out, before);
      tl_output_safe(out, marks[i], -1);
      before = ", ";
    }
  tl_output_puts(out, before[0] == ',' ? ")" : "");
}

static void show_term(TlOutput *out, const TlumachTerm *term, const TlumachSession *session, const char *source) {
  tl_output_printf(out, "  %s: ", *term->language ? term->language : "?");
  tl_output_safe(out, term->text, -1);
  show_marks(out, term);
  tl_output_putc(out, '\n');
  show_field(out, "  note", term->note);
  if (session && tlumach_language_matches(term->language, source)) {
    g_autofree char *words = tlumach_term_words(session, term);
    show_field(out, "  words", words);
  }
}

static void show(TlOutput *out, const TlumachConcept *concept, const TlumachSession *session, const char *source) {
  tl_output_printf(out, "%s:%zu: ", tlumach_termbase_path(concept->base), concept->line);
  tl_output_safe(out, concept->id ? concept->id : "(no id)", -1);
  tl_output_putc(out, '\n');
  show_field(out, "domain", concept->subject);
  show_field(out, "definition", concept->definition);
  show_field(out, "note", concept->note);
  for (guint i = 0; i < concept->n_terms; i++)
    show_term(out, &concept->terms[i], session, source);
}

/* Every name must mean something; FALSE when one does not. */
static gboolean find_all(const GPtrArray *bases, char *const *names, GPtrArray *found) {
  gboolean all = TRUE;
  for (; *names; names++) {
    guint before = found->len;
    for (guint b = 0; b < bases->len; b++)
      tlumach_concepts_named(g_ptr_array_index(bases, b), *names, found);
    if (found->len == before) {
      fprintf(stderr, "tlumach: no concept has the id or the term \"%s\"\n", *names);
      all = FALSE;
    }
  }
  return all;
}

/* Records with the words of terms as a text shows them. */
static void write_records(const GPtrArray *found, const TlumachSession *session, const char *source, GString *out) {
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func(g_free), copies = g_ptr_array_new();
  for (guint i = 0; i < found->len; i++) {
    TlumachConcept *concept = g_memdup2(g_ptr_array_index(found, i), sizeof *concept);
    TlumachTerm *terms = concept->terms = g_memdup2(concept->terms, concept->n_terms * sizeof *terms);
    g_ptr_array_add(copies, concept);
    g_ptr_array_add(kept, concept);
    g_ptr_array_add(kept, terms);
    for (guint t = 0; session && t < concept->n_terms; t++)
      if (tlumach_language_matches(terms[t].language, source))
        g_ptr_array_add(kept, (gpointer)(terms[t].words = tlumach_term_words(session, &terms[t])));
  }
  tlumach_concepts_write(copies, "jsonl", NULL, out, NULL);
}

int tl_cmd_term_show(const TlCommand *command, int argc, char **argv) {
  static const char *const formats[] = {"text", "jsonl", NULL};
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  gboolean words = FALSE;
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {
      {"words", 0, 0, G_OPTION_ARG_NONE, &words, "Say how each word of a term behaves in a text", NULL},
      G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  if (!options.files) {
    fputs("tlumach: say which concept: its id, or one of its terms\n", stderr);
    return TL_EXIT_ERROR;
  }
  const char *format = tl_term_choice(&options, formats, &error);
  g_autoptr(GPtrArray) bases = format ? tl_term_open_all(&options, FALSE, &error) : NULL;
  g_autoptr(TlumachSession) session = bases && words ? tl_term_session(&options, &error) : NULL;
  if (!bases || (words && !session))
    return tl_fail(error);
  g_autoptr(GPtrArray) found = g_ptr_array_new();
  gboolean all = find_all(bases, options.files, found);
  g_autoptr(GString) text = g_string_new(NULL);
  if (format == formats[1])
    write_records(found, session, options.source, text);
  else {
    TlOutput *out = tl_output_memory(text);
    for (guint i = 0; i < found->len; i++)
      show(out, g_ptr_array_index(found, i), session, options.source);
    tl_output_close(out, NULL);
  }
  return tl_term_write(&options, text, all ? TL_EXIT_CLEAN : TL_EXIT_FINDINGS);
}
