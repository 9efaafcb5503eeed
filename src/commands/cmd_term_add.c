/* tlumach term add: a new concept. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "commands/term_edit.h"

typedef struct Wanted {
  char *pos, *domain, *definition, *note, *status, *id, *type, *words;
  char **more; /* LANG:TERM */
  gboolean force;
} Wanted;

static void clear_wanted(Wanted *w) {
  char **texts[] = {&w->pos, &w->domain, &w->definition, &w->note, &w->status, &w->id, &w->type, &w->words};
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
    g_free(*texts[i]);
  g_strfreev(w->more);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Wanted, clear_wanted)

static gboolean has_term(const TlumachConcept *concept, const TlumachTerm *wanted) {
  g_autofree char *key = tlumach_term_key(wanted->text);
  for (guint i = 0; i < concept->n_terms; i++) {
    g_autofree char *own = tlumach_term_key(concept->terms[i].text);
    if (strcmp(own, key) == 0 && tlumach_language_matches(concept->terms[i].language, wanted->language))
      return TRUE;
  }
  return FALSE;
}

static gboolean has_language(const TlumachConcept *concept, const char *language) {
  for (guint i = 0; i < concept->n_terms; i++)
    if (tlumach_language_matches(concept->terms[i].language, language))
      return TRUE;
  return FALSE;
}

/* A concept with the same term that has one of the same equivalents, or none, or shall be given none. */
static const TlumachConcept *find_same(const TlumachTermbase *base, const TlumachTerm *terms, guint n) {
  guint total;
  const TlumachConcept *concepts = tlumach_termbase_concepts(base, &total);
  for (guint c = 0; c < total; c++) {
    if (!has_term(&concepts[c], &terms[0]))
      continue;
    if (n == 1)
      return &concepts[c];
    for (guint i = 1; i < n; i++)
      if (has_term(&concepts[c], &terms[i]) || !has_language(&concepts[c], terms[i].language))
        return &concepts[c];
  }
  return NULL;
}

/* A language has one preferred term. */
static gboolean is_first(const GArray *terms, guint i) {
  for (guint j = 0; j < i; j++)
    if (strcmp(g_array_index(terms, TlumachTerm, j).language, g_array_index(terms, TlumachTerm, i).language) == 0)
      return FALSE;
  return TRUE;
}

/* Terms of the command line: the first is of the source language, the others of the target language; then those of
 * --term. */
static GArray *terms_of(const TlOptions *options, const Wanted *w, GError **error) {
  g_autoptr(GArray) terms = g_array_new(FALSE, TRUE, sizeof(TlumachTerm));
  TlumachStatus status = TLUMACH_STATUS_NONE;
  if (w->status && !tlumach_status_from_name(w->status, &status, error))
    return NULL;
  for (guint i = 0; options->files && options->files[i]; i++) {
    TlumachTerm term = {.text = options->files[i], .language = i == 0 ? options->source : options->target};
    g_array_append_val(terms, term);
  }
  for (guint i = 0; w->more && w->more[i]; i++) {
    TlumachTerm term = {0};
    if (!tl_term_edit_split(w->more[i], &term.language, &term.text, error))
      return NULL;
    g_array_append_val(terms, term);
  }
  for (guint i = 0; i < terms->len; i++) {
    TlumachTerm *term = &g_array_index(terms, TlumachTerm, i);
    term->pos = w->pos;
    term->status = status == TLUMACH_STATUS_PREFERRED && !is_first(terms, i) ? TLUMACH_STATUS_ADMITTED : status;
    term->type = i == 0 ? w->type : NULL;
    term->words = i == 0 ? w->words : NULL;
  }
  if (terms->len == 0)
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0,
                "say which term: tlumach term add 'рада безпеки' 'Security Council' -g FILE");
  return terms->len > 0 ? g_steal_pointer(&terms) : NULL;
}

/* As the file has them. */
static gboolean check_values(TlumachTermFile *file, GArray *terms, GError **error) {
  for (guint i = 0; i < terms->len; i++) {
    TlumachTerm *term = &g_array_index(terms, TlumachTerm, i);
    const struct {
      TlumachTermField field;
      const char **value;
    } given[] = {
        {TLUMACH_FIELD_POS, &term->pos}, {TLUMACH_FIELD_TYPE, &term->type}, {TLUMACH_FIELD_WORDS, &term->words}};
    for (guint k = 0; k < G_N_ELEMENTS(given); k++)
      if (*given[k].value &&
          !(*given[k].value = tlumach_term_file_value(file, given[k].field, *given[k].value, term->text, error)))
        return FALSE;
  }
  return TRUE;
}

static int add(TlTermEdit *edit, const TlOptions *options, const Wanted *w) {
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) terms = terms_of(options, w, &error);
  if (!terms || !tl_term_edit_open(edit, options, &error))
    return tl_fail(error);
  TlumachTerm *first = &g_array_index(terms, TlumachTerm, 0);
  const TlumachConcept *same = w->force ? NULL : find_same(tlumach_term_file_base(edit->file), first, terms->len);
  if (same) {
    size_t line, column;
    tlumach_term_file_locate(edit->file, same, &line, &column);
    fprintf(stderr, "tlumach: %s:%zu:%zu: concept %s is the same already; --force adds another\n",
            options->glossaries[0], line, column, same->id ? same->id : "(no id)");
    return TL_EXIT_FINDINGS;
  }
  const TlumachConcept concept = {.id = w->id,
                                  .subject = w->domain,
                                  .definition = w->definition,
                                  .note = w->note,
                                  .terms = first,
                                  .n_terms = terms->len};
  const char *id = check_values(edit->file, terms, &error) ? tlumach_term_file_add(edit->file, &concept, &error) : NULL;
  return id ? tl_term_edit_finish(edit, options, id) : tl_fail(error);
}

int tl_cmd_term_add(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_auto(TlTermEdit) edit = {0};
  g_auto(Wanted) w = {0};
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {
      {"pos", 0, 0, G_OPTION_ARG_FILENAME, &w.pos, "Part of speech of its terms: noun, verb, …", "POS"},
      {"status", 0, 0, G_OPTION_ARG_STRING, &w.status, "Status of its terms; preferred: of the first in each language",
       "STATUS"},
      {"domain", 0, 0, G_OPTION_ARG_FILENAME, &w.domain, "Its domain", "TEXT"},
      {"definition", 0, 0, G_OPTION_ARG_FILENAME, &w.definition, "Its definition", "TEXT"},
      {"note", 0, 0, G_OPTION_ARG_FILENAME, &w.note, "A note on it", "TEXT"},
      {"type", 0, 0, G_OPTION_ARG_FILENAME, &w.type, "Type of the first term: fullForm, acronym, …", "TYPE"},
      {"words", 0, 0, G_OPTION_ARG_FILENAME, &w.words, "How the words of the first term behave: WORD=frozen, …",
       "TEXT"},
      {"term", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &w.more, "A term in another language; may be given again",
       "LANG:TERM"},
      {"id", 0, 0, G_OPTION_ARG_FILENAME, &w.id, "Its id; otherwise one like those that there are", "ID"},
      {"force", 0, 0, G_OPTION_ARG_NONE, &w.force, "Even if there is the same concept already", NULL},
      TL_TERM_EDIT_OPTIONS(edit),
      G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  return add(&edit, &options, &w);
}
