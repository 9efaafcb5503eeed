/* tlumach term edit: fields of a concept or of one of its terms; terms put in and taken out. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "commands/term_edit.h"

#define N_FIELDS 8u

typedef struct Changes {
  char *values[N_FIELDS]; /* by TlumachTermField; NULL: not to be changed */
  char *term, *language;
  char **put, **drop;
  gboolean settled;
} Changes;

static void clear_changes(Changes *c) {
  for (guint i = 0; i < N_FIELDS; i++)
    g_free(c->values[i]);
  g_free(c->term);
  g_free(c->language);
  g_strfreev(c->put);
  g_strfreev(c->drop);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Changes, clear_changes)

static gboolean is_of_term(guint field) {
  return field > TLUMACH_FIELD_NOTE;
}

/* The term that fields are of: the one asked for, else the one that the concept was named by, else the only one. */
static gboolean find_term(const TlumachConcept *concept, const Changes *c, const char *name, const TlumachTerm **term,
                          GError **error) {
  gboolean needed = FALSE;
  for (guint i = 0; i < N_FIELDS; i++)
    needed = needed || (c->values[i] && is_of_term(i));
  *term = NULL;
  if (c->term)
    return (*term = tl_term_edit_term(concept, c->term, c->language, error)) != NULL;
  if (!needed)
    return TRUE;
  *term = concept->n_terms == 1 ? concept->terms : tl_term_edit_term(concept, name, c->language, NULL);
  if (!*term)
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "say of which term of %s: --term TEXT", name);
  return *term != NULL;
}

/* Definition and note are of the concept, or of it in the language that is named. */
static gboolean set_field(TlumachTermFile *file, const TlumachConcept *concept, const TlumachTerm *term,
                          const Changes *c, TlumachTermField field, const char *value, GError **error) {
  gboolean of_term = is_of_term(field) || (field == TLUMACH_FIELD_NOTE && c->term);
  gboolean of_language = c->language && !c->term && (field == TLUMACH_FIELD_DEFINITION || field == TLUMACH_FIELD_NOTE);
  return of_language ? tlumach_term_file_set_in(file, concept, c->language, field, value, error)
                     : tlumach_term_file_set(file, concept, of_term ? term : NULL, field, value, error);
}

static gboolean set_fields(TlumachTermFile *file, const TlumachConcept *concept, const TlumachTerm *term,
                           const Changes *c, GError **error) {
  for (guint i = 0; i < N_FIELDS; i++) {
    const char *text = c->values[TLUMACH_FIELD_TEXT] ? c->values[TLUMACH_FIELD_TEXT] : term ? term->text : NULL, *value;
    if (!c->values[i])
      continue;
    if (!(value = tlumach_term_file_value(file, (TlumachTermField)i, c->values[i], text, error)) ||
        !set_field(file, concept, term, c, (TlumachTermField)i, value, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean exchange_terms(TlumachTermFile *file, const TlumachConcept *concept, const Changes *c, GError **error) {
  for (char **put = c->put; put && *put; put++) {
    TlumachTerm term = {0};
    if (!tl_term_edit_split(*put, &term.language, &term.text, error) ||
        !tlumach_term_file_add_term(file, concept, &term, error))
      return FALSE;
  }
  for (char **drop = c->drop; drop && *drop; drop++) {
    const TlumachTerm *term = tl_term_edit_term(concept, *drop, c->language, error);
    if (!term || !tlumach_term_file_remove_term(file, concept, term, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean has_changes(const Changes *c) {
  gboolean any = c->put || c->drop || c->settled;
  for (guint i = 0; i < N_FIELDS; i++)
    any = any || c->values[i];
  return any;
}

static int change(TlTermEdit *edit, const TlOptions *options, const Changes *c) {
  g_autoptr(GError) error = NULL;
  const TlumachTerm *term;
  if (!options->files || options->files[1]) {
    fputs("tlumach: say which concept, one: its id, or one of its terms\n", stderr);
    return TL_EXIT_ERROR;
  }
  if (!has_changes(c)) {
    fputs("tlumach: say what to change: tlumach term edit 'рада безпеки' --note TEXT; all fields: tlumach term edit "
          "--help\n",
          stderr);
    return TL_EXIT_ERROR;
  }
  const char *name = options->files[0];
  const TlumachConcept *concept =
      tl_term_edit_open(edit, options, &error) ? tl_term_edit_concept(edit, name, &error) : NULL;
  guint marks = 0;
  if (!concept || !find_term(concept, c, name, &term, &error) || !set_fields(edit->file, concept, term, c, &error) ||
      !exchange_terms(edit->file, concept, c, &error) ||
      (c->settled && !tlumach_term_file_settle(edit->file, concept, &marks, &error)))
    return tl_fail(error);
  const char *remark = tlumach_term_file_remark(edit->file, concept);
  if (remark)
    fprintf(stderr, "tlumach: %s: %s: %s\n", tlumach_termbase_path(tlumach_term_file_base(edit->file)), name, remark);
  if (c->settled && marks == 0)
    fprintf(stderr, "tlumach: %s has no conflict to settle\n", name);
  return tl_term_edit_finish(edit, options, NULL);
}

int tl_cmd_term_edit(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_auto(TlTermEdit) edit = {0};
  g_auto(Changes) c = {0};
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {
      {"domain", 0, 0, G_OPTION_ARG_FILENAME, &c.values[TLUMACH_FIELD_DOMAIN],
       "Domain; \"\" takes away, as with all of these", "TEXT"},
      {"definition", 0, 0, G_OPTION_ARG_FILENAME, &c.values[TLUMACH_FIELD_DEFINITION], "Definition", "TEXT"},
      {"note", 0, 0, G_OPTION_ARG_FILENAME, &c.values[TLUMACH_FIELD_NOTE],
       "Note on the concept; with --term, on the term; with --language alone, on the concept in it", "TEXT"},
      {"term", 0, 0, G_OPTION_ARG_FILENAME, &c.term, "Which term the following are of", "TEXT"},
      {"language", 'l', 0, G_OPTION_ARG_STRING, &c.language, "… and in which language, if that is not clear", "LANG"},
      {"text", 0, 0, G_OPTION_ARG_FILENAME, &c.values[TLUMACH_FIELD_TEXT], "The term itself", "TEXT"},
      {"pos", 0, 0, G_OPTION_ARG_FILENAME, &c.values[TLUMACH_FIELD_POS], "Part of speech", "POS"},
      {"type", 0, 0, G_OPTION_ARG_FILENAME, &c.values[TLUMACH_FIELD_TYPE], "Type: fullForm, acronym, …", "TYPE"},
      {"status", 0, 0, G_OPTION_ARG_FILENAME, &c.values[TLUMACH_FIELD_STATUS], "Status: preferred, admitted, …, none",
       "STATUS"},
      {"words", 0, 0, G_OPTION_ARG_FILENAME, &c.values[TLUMACH_FIELD_WORDS],
       "How its words behave: WORD=frozen, WORD=gap:1, … (see tlumach-term(1))", "TEXT"},
      {"put", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &c.put, "Put in a term; may be given again", "LANG:TERM"},
      {"drop", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &c.drop, "Take out a term; may be given again", "TERM"},
      {"settled", 0, 0, G_OPTION_ARG_NONE, &c.settled, "Take the marks out that a merge left at its conflicts", NULL},
      TL_TERM_EDIT_OPTIONS(edit),
      G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  return change(&edit, &options, &c);
}

int tl_cmd_term_remove(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_auto(TlTermEdit) edit = {0};
  g_autoptr(GError) error = NULL;
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {TL_TERM_EDIT_OPTIONS(edit), G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  if (!options.files) {
    fputs("tlumach: say which concepts: their ids, or terms\n", stderr);
    return TL_EXIT_ERROR;
  }
  if (!tl_term_edit_open(&edit, &options, &error))
    return tl_fail(error);
  for (char **name = options.files; *name; name++) {
    const TlumachConcept *concept = tl_term_edit_concept(&edit, *name, &error);
    if (!concept || !tlumach_term_file_remove(edit.file, concept, &error))
      return tl_fail(error);
  }
  return tl_term_edit_finish(&edit, &options, NULL);
}
