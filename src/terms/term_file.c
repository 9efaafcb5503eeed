/* Changes gathered entry by entry, and put into the file together. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "base/position.h"
#include "terms/concept.h"
#include "terms/new_id.h"
#include "terms/tbx/edit.h"
#include "terms/term_file_private.h"
#include "terms/termbase.h"
#include "terms/termbase_build.h"

/* -- opening -- */

/* Who comes by a symbolic link must meet the same lock. */
static char *real_path(const char *path) {
  char *real = realpath(path, NULL);
  char *copy = g_strdup(real ? real : path);
  free(real);
  return copy;
}

static gboolean lock(TlumachTermFile *f, guint wait, GError **error) {
  if (strcmp(f->path, "-") == 0)
    return TRUE;
  g_autofree char *real = real_path(f->path);
  if (!g_file_test(real, G_FILE_TEST_EXISTS)) { /* no lock file beside nothing */
    tl_error_at(error, TLUMACH_ERROR_IO, f->path, 0, 0,
                "no such file; to begin one from a table: tlumach term convert TABLE.tsv -o %s", f->path);
    return FALSE;
  }
  f->lock = tl_file_lock(real, wait, error);
  f->identity = f->lock ? tl_file_identity(real) : NULL;
  return f->lock != NULL;
}

static gboolean take_bytes(TlumachTermFile *f, GBytes *raw, GError **error) {
  if (!tl_termbase_is_tbx(f->path, raw)) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, f->path, 0, 0,
                "is no TBX, and only that can be changed in place; to make one: tlumach term convert %s -o FILE.tbx",
                f->path);
    return FALSE;
  }
  if (!(f->tbx = tl_tbx_file_read(f->path, raw, error)))
    return FALSE;
  tlumach_termbase_concepts(f->tbx->base, &f->n);
  f->entries = g_new0(TlChangedEntry, f->n + 1);
  f->ids = tl_ids_new(f->tbx->base);
  return TRUE;
}

static TlumachTermFile *make(const char *path) {
  TlumachTermFile *f = g_new0(TlumachTermFile, 1);
  f->path = g_strdup(path);
  f->arena = tl_arena_new();
  f->added = g_ptr_array_new_with_free_func(g_free);
  return f;
}

TlumachTermFile *tl_term_file_from_bytes(const char *path, GBytes *raw, GError **error) {
  g_autoptr(TlumachTermFile) f = make(path);
  return take_bytes(f, raw, error) ? g_steal_pointer(&f) : NULL;
}

TlumachTermFile *tlumach_term_file_open(const char *path, guint wait, GError **error) {
  g_autoptr(TlumachTermFile) f = make(path);
  if (!lock(f, wait, error))
    return NULL;
  g_autoptr(GBytes) raw = tl_file_read(path, 0, error);
  return raw && take_bytes(f, raw, error) ? g_steal_pointer(&f) : NULL;
}

void tlumach_term_file_free(TlumachTermFile *f) {
  if (!f)
    return;
  for (guint i = 0; i < f->n && f->entries; i++) {
    tl_entry_edit_free(f->entries[i].edit);
    g_free(f->entries[i].terms);
  }
  g_free(f->entries);
  g_ptr_array_unref(f->added);
  g_clear_pointer(&f->ids, tl_ids_free);
  tl_tbx_file_free(f->tbx);
  tl_file_unlock(f->lock);
  tl_arena_free(f->arena);
  g_free(f->identity);
  g_free(f->path);
  g_free(f);
}

const TlumachTermbase *tlumach_term_file_base(const TlumachTermFile *f) {
  return f->tbx->base;
}

void tlumach_term_file_locate(const TlumachTermFile *f, const TlumachConcept *concept, size_t *line, size_t *column) {
  g_autoptr(TlPositions) positions = tl_positions_new(f->tbx->text, f->tbx->length);
  tl_positions_locate(positions, concept->file_span.start, TLUMACH_COLUMN_CHARACTER, line, column);
}

void tlumach_term_file_sign(TlumachTermFile *f, const char *who, const char *date) {
  f->stamp = (TlTbxStamp){"modification", tl_arena_strdup(f->arena, date), tl_arena_strdup(f->arena, who)};
}

/* -- changes -- */

const TlTbxManner *tl_term_file_manner(TlumachTermFile *f) {
  if (!f->manner)
    f->manner = tl_tbx_manner(f->tbx, G_MAXUINT, f->arena);
  return f->manner;
}

void tl_term_file_add_written(TlumachTermFile *f, const char *id, char *entry) {
  tl_ids_add(f->ids, id);
  g_ptr_array_add(f->added, entry);
}

static gboolean is_blank(const char *text) {
  return text[strspn(text, " \t\r\n")] == '\0';
}

static gboolean check_new_term(const TlumachTermFile *f, const TlumachTerm *term, GError **error) {
  if (is_blank(term->text))
    tl_error_at(error, TLUMACH_ERROR_USAGE, f->path, 0, 0, "a term cannot be empty");
  return !is_blank(term->text);
}

static gboolean check_new(const TlumachTermFile *f, const TlumachConcept *concept, GError **error) {
  if (concept->id && !tl_ids_fits(f->ids, concept->id)) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, f->path, 0, 0,
                "\"%s\" cannot be an id: letters, digits, \"-\", \"_\" and \".\" can, a letter first", concept->id);
    return FALSE;
  }
  if (concept->id && tl_ids_has(f->ids, concept->id)) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, f->path, 0, 0, "there is a concept with the id \"%s\" already",
                concept->id);
    return FALSE;
  }
  if (concept->n_terms == 0) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, f->path, 0, 0, "a concept without a term is not added");
    return FALSE;
  }
  for (guint i = 0; i < concept->n_terms; i++)
    if (!check_new_term(f, &concept->terms[i], error))
      return FALSE;
  return TRUE;
}

const char *tlumach_term_file_add(TlumachTermFile *f, const TlumachConcept *concept, GError **error) {
  TlumachConcept copy = *concept;
  if (!check_new(f, concept, error))
    return NULL;
  g_autofree char *made = concept->id ? NULL : tl_new_id(f->ids, concept->terms[0].text);
  copy.id = tl_arena_strdup(f->arena, made ? made : concept->id);
  g_autoptr(GString) text = g_string_new(NULL);
  TlTbxStamp stamp = f->stamp;
  stamp.type = "origination";
  if (!tl_tbx_write_entry(tl_term_file_manner(f), &copy, stamp.who ? &stamp : NULL, text, error)) {
    tl_error_in(error, f->path);
    return NULL;
  }
  tl_term_file_add_written(f, copy.id, g_string_free(g_steal_pointer(&text), FALSE));
  return copy.id;
}

static TlChangedEntry *entry_of(TlumachTermFile *f, const TlumachConcept *concept) {
  guint n;
  return &f->entries[concept - tlumach_termbase_concepts(f->tbx->base, &n)];
}

gboolean tlumach_term_file_remove(TlumachTermFile *f, const TlumachConcept *concept, GError **error) {
  (void)error;
  entry_of(f, concept)->removed = TRUE;
  return TRUE;
}

TlChangedEntry *tl_term_file_need_edit(TlumachTermFile *f, const TlumachConcept *concept, GError **error) {
  guint n;
  TlChangedEntry *entry = entry_of(f, concept);
  if (entry->removed) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, f->path, 0, 0, "the concept was removed");
    return NULL;
  }
  if (entry->edit)
    return entry;
  entry->edit = tl_entry_edit_new(f->tbx, (guint)(concept - tlumach_termbase_concepts(f->tbx->base, &n)), error);
  if (!entry->edit)
    return NULL;
  entry->terms = g_new(guint, concept->n_terms + 1);
  for (guint i = 0; i < concept->n_terms; i++)
    entry->terms[i] = i;
  return entry;
}

static gboolean set_status(TlEntryEdit *edit, guint i, const char *value, GError **error) {
  TlumachStatus status = TLUMACH_STATUS_NONE;
  return (!*value || tlumach_status_from_name(value, &status, error)) &&
         tl_entry_edit_set_status(edit, i, status, error);
}

/* Where a term of the file on the disk stands by now; G_MAXUINT: it was removed. */
static guint place_of(const TlChangedEntry *entry, const TlumachConcept *concept, const TlumachTerm *term) {
  return entry->terms[term - concept->terms];
}

gboolean tlumach_term_file_set(TlumachTermFile *f, const TlumachConcept *concept, const TlumachTerm *term,
                               TlumachTermField field, const char *value, GError **error) {
  static const TlTbxTells tells[] = {TL_TELLS_SUBJECT, TL_TELLS_DEFINITION, TL_TELLS_NOTE,    TL_TELLS_NOTHING,
                                     TL_TELLS_POS,     TL_TELLS_TYPE,       TL_TELLS_NOTHING, TL_TELLS_WORDS};
  TlChangedEntry *entry = tl_term_file_need_edit(f, concept, error);
  if (!entry)
    return FALSE;
  guint i = term ? place_of(entry, concept, term) : TL_OF_CONCEPT;
  gboolean of_concept = field <= TLUMACH_FIELD_NOTE, of_term = field >= TLUMACH_FIELD_NOTE;
  gboolean removed = term && i == G_MAXUINT;
  if (removed || !(term ? of_term : of_concept)) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0,
                removed ? "the term was removed"
                : term  ? "this is no field of a term"
                        : "this is a field of a term: say of which");
    return FALSE;
  }
  gboolean set = field == TLUMACH_FIELD_TEXT     ? tl_entry_edit_set_text(entry->edit, i, value, error)
                 : field == TLUMACH_FIELD_STATUS ? set_status(entry->edit, i, value, error)
                                                 : tl_entry_edit_set(entry->edit, i, tells[field], value, error);
  if (!set)
    tl_error_in(error, f->path);
  return set;
}

gboolean tlumach_term_file_set_in(TlumachTermFile *f, const TlumachConcept *concept, const char *language,
                                  TlumachTermField field, const char *value, GError **error) {
  TlChangedEntry *entry = tl_term_file_need_edit(f, concept, error);
  if (!entry)
    return FALSE;
  if (field != TLUMACH_FIELD_DEFINITION && field != TLUMACH_FIELD_NOTE) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, f->path, 0, 0, "a language has a definition and notes, no more");
    return FALSE;
  }
  gboolean set = tl_entry_edit_set_in(entry->edit, language,
                                      field == TLUMACH_FIELD_NOTE ? TL_TELLS_NOTE : TL_TELLS_DEFINITION, value, error);
  if (!set)
    tl_error_in(error, f->path);
  return set;
}

const char *tlumach_term_file_remark(TlumachTermFile *f, const TlumachConcept *concept) {
  const TlChangedEntry *entry = entry_of(f, concept);
  return entry->edit ? tl_entry_edit_remark(entry->edit) : NULL;
}

void tl_term_file_moved(TlChangedEntry *entry, const TlumachConcept *concept, guint at) {
  for (guint i = 0; i < concept->n_terms; i++)
    entry->terms[i] += entry->terms[i] != G_MAXUINT && entry->terms[i] >= at;
}

gboolean tlumach_term_file_add_term(TlumachTermFile *f, const TlumachConcept *concept, const TlumachTerm *term,
                                    GError **error) {
  TlChangedEntry *entry = check_new_term(f, term, error) ? tl_term_file_need_edit(f, concept, error) : NULL;
  guint at;
  if (!entry || !tl_entry_edit_add_term(entry->edit, term, &at, error)) {
    tl_error_in(error, f->path);
    return FALSE;
  }
  tl_term_file_moved(entry, concept, at);
  return TRUE;
}

gboolean tlumach_term_file_remove_term(TlumachTermFile *f, const TlumachConcept *concept, const TlumachTerm *term,
                                       GError **error) {
  TlChangedEntry *entry = tl_term_file_need_edit(f, concept, error);
  guint at = entry ? place_of(entry, concept, term) : G_MAXUINT;
  if (!entry || (at != G_MAXUINT && !tl_entry_edit_remove_term(entry->edit, at, error))) {
    tl_error_in(error, f->path);
    return FALSE;
  }
  for (guint i = 0; i < concept->n_terms; i++)
    entry->terms[i] =
        entry->terms[i] == at ? G_MAXUINT : entry->terms[i] - (entry->terms[i] != G_MAXUINT && entry->terms[i] > at);
  return TRUE;
}

gboolean tlumach_term_file_settle(TlumachTermFile *f, const TlumachConcept *concept, guint *n, GError **error) {
  TlChangedEntry *entry = tl_term_file_need_edit(f, concept, error);
  return entry && tl_entry_edit_settle(entry->edit, n, error);
}
