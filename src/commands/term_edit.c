#include "commands/term_edit.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"

/* TBX takes a date or a date and a time (ISO 8601). */
gboolean tl_term_is_date(const char *date) {
  g_autofree char *full = g_strconcat(date, strchr(date, 'T') ? NULL : "T00:00:00Z", NULL);
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601(full, utc);
  return time != NULL;
}

gboolean tl_term_edit_open(TlTermEdit *edit, const TlOptions *options, GError **error) {
  const char *path = tl_term_only_path(options, error);
  if (!path)
    return FALSE;
  if (edit->date && !tl_term_is_date(edit->date)) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "--date %s: is no date; one is 2026-11-24", edit->date);
    return FALSE;
  }
  edit->file = tlumach_term_file_open(path, edit->wait > 0 ? (guint)edit->wait : 10, error);
  if (edit->file && edit->by) {
    g_autoptr(GDateTime) now = g_date_time_new_now_local();
    g_autofree char *today = g_date_time_format(now, "%Y-%m-%d");
    tlumach_term_file_sign(edit->file, edit->by, edit->date ? edit->date : today);
  }
  return edit->file != NULL;
}

void tl_term_edit_clear(TlTermEdit *edit) {
  g_clear_pointer(&edit->file, tlumach_term_file_free);
  g_clear_pointer(&edit->by, g_free);
  g_clear_pointer(&edit->date, g_free);
}

static int write_out(const TlTermEdit *edit, const TlOptions *options) {
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = tlumach_term_file_bytes(edit->file, &error);
  TlOutput *output = bytes ? tl_options_output(options, &error) : NULL;
  if (!output)
    return tl_fail(error);
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  tl_output_write(output, data, length);
  return tl_finish(output, TL_EXIT_CLEAN);
}

int tl_term_edit_finish(TlTermEdit *edit, const TlOptions *options, const char *told) {
  g_autoptr(GError) error = NULL;
  if (edit->dry_run) {
    g_autofree char *changes = tlumach_term_file_changes(edit->file, &error);
    if (!changes)
      return tl_fail(error);
    fputs(changes, stdout);
    return tl_finish_stdout(TL_EXIT_CLEAN);
  }
  if (options->output || strcmp(options->glossaries[0], "-") == 0)
    return write_out(edit, options);
  if (!tlumach_term_file_save(edit->file, !edit->no_backup, &error))
    return tl_fail(error);
  if (told)
    puts(told);
  return tl_finish_stdout(TL_EXIT_CLEAN);
}

/* "c1@33": what "c1" means in line 33. */
static void find_in_line(const TlumachTermbase *base, const char *name, GPtrArray *found) {
  const char *at = strrchr(name, '@');
  char *end = NULL;
  guint64 line = at && g_ascii_isdigit(at[1]) ? g_ascii_strtoull(at + 1, &end, 10) : 0;
  if (line == 0 || *end)
    return;
  g_autofree char *before = g_strndup(name, (gsize)(at - name));
  tlumach_concepts_named(base, before, found);
  for (guint i = found->len; i-- > 0;)
    if (((const TlumachConcept *)g_ptr_array_index(found, i))->line != line)
      g_ptr_array_remove_index(found, i);
}

const TlumachConcept *tl_term_edit_concept(const TlTermEdit *edit, const char *name, GError **error) {
  const TlumachTermbase *base = tlumach_term_file_base(edit->file);
  g_autoptr(GPtrArray) found = g_ptr_array_new();
  tlumach_concepts_named(base, name, found);
  if (found->len == 0)
    find_in_line(base, name, found);
  if (found->len == 1)
    return g_ptr_array_index(found, 0);
  g_autoptr(GString) places = g_string_new(NULL);
  for (guint i = 0; i < found->len; i++) {
    const TlumachConcept *concept = g_ptr_array_index(found, i);
    g_string_append_printf(places, "%s%s (line %zu)", i ? ", " : "", concept->id ? concept->id : "one without an id",
                           concept->line);
  }
  if (found->len == 0)
    tl_error_at(error, TLUMACH_ERROR_USAGE, tlumach_termbase_path(base), 0, 0,
                "no concept has the id or the term \"%s\"", name);
  else
    tl_error_at(error, TLUMACH_ERROR_USAGE, tlumach_termbase_path(base), 0, 0,
                "\"%s\" may mean %u concepts: %s; say which by its id, or by its line: \"%s@%zu\"", name, found->len,
                places->str, name, ((const TlumachConcept *)g_ptr_array_index(found, 0))->line);
  return NULL;
}

const TlumachTerm *tl_term_edit_term(const TlumachConcept *concept, const char *text, const char *language,
                                     GError **error) {
  const TlumachTerm *found = NULL;
  guint n = 0; /* of those that differ: of twins the later is as good as the other */
  g_autofree char *key = tlumach_term_key(text);
  for (guint exact = 2; n == 0 && exact-- > 0;) /* as it is written, then by its key */
    for (guint i = 0; i < concept->n_terms; i++) {
      const TlumachTerm *term = &concept->terms[i];
      g_autofree char *own = tlumach_term_key(term->text);
      if ((exact ? strcmp(term->text, text) : strcmp(own, key)) != 0 ||
          (language && !tlumach_language_matches(term->language, language)))
        continue;
      n += !found || strcmp(found->text, term->text) != 0 || g_ascii_strcasecmp(found->language, term->language) != 0;
      found = term;
    }
  if (n == 1)
    return found;
  tl_error_at(
      error, TLUMACH_ERROR_USAGE, tlumach_termbase_path(concept->base), 0, 0,
      n == 0
          ? "concept %s has no term \"%s\"%s%s"
          : "concept %s has the term \"%s\" several times%s%s; write it as it stands there, or say in which --language",
      concept->id ? concept->id : "(no id)", text, language ? " in " : "", language ? language : "");
  return NULL;
}

gboolean tl_term_edit_split(char *argument, const char **language, const char **text, GError **error) {
  char *colon = strchr(argument, ':');
  if (!colon || colon == argument || !colon[1] || colon - argument > 35) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0,
                "\"%s\": write the language before the term, as in de:Sicherheitsrat", argument);
    return FALSE;
  }
  *colon = '\0';
  *language = argument;
  *text = colon + 1;
  return tlumach_language_check(*language, error);
}
