/* The run: files opened, each rule asked about each concept. */
#include "terms/lint/lint.h"

static void look_at(TlLint *lint, TlLintFile *file) {
  tl_lint_structure(lint, file);
  if (!file->base)
    return;
  guint n;
  const TlumachConcept *concepts = tlumach_termbase_concepts(file->base, &n);
  for (guint i = 0; i < n; i++) {
    tl_lint_concept(lint, file, &concepts[i]);
    tl_lint_spelling(lint, file, &concepts[i]);
    tl_lint_behaviour(lint, file, &concepts[i]);
    if (lint->lexicon)
      tl_lint_words(lint, file, &concepts[i]);
  }
}

static gboolean run(TlLint *lint, const char *const *paths, GError **error) {
  if (!tl_lint_choose(lint, error))
    return FALSE;
  for (; *paths; paths++)
    if (!tl_lint_open(lint, *paths, error))
      return FALSE;
  for (guint i = 0; i < lint->files->len; i++)
    look_at(lint, g_ptr_array_index(lint->files, i));
  tl_lint_doubles(lint);
  return TRUE;
}

gboolean tl_lint_run(const char *const *paths, const TlumachLintOptions *options, TlLexicon *lexicon,
                     const TlWordLists *lists, TlumachLintFunc found, gpointer user, GError **error) {
  TlLint lint = {.options = *options, .lexicon = lexicon, .lists = lists};
  lint.options.source = options->source ? options->source : "uk";
  lint.options.target = options->target ? options->target : "en";
  lint.files = g_ptr_array_new_with_free_func(tl_lint_file_free);
  lint.findings = tl_lint_findings_new();
  gboolean done = run(&lint, paths, error);
  if (done)
    tl_lint_tell(&lint, found, user);
  g_array_unref(lint.findings);
  g_ptr_array_unref(lint.files);
  g_free(lint.wanted);
  return done;
}
