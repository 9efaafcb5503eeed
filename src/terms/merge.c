/* Concepts that are new come over as they are, whatever TBX has in them; of concepts that both have, terms as they are,
 * and fields. */
#include "terms/merge.h"

#include <string.h>

#include "terms/data.h"
#include "terms/diff.h"
#include "terms/new_id.h"
#include "terms/tbx/convert.h"
#include "terms/tbx/nodes.h"
#include "terms/term_file_private.h"

typedef struct Merge {
  TlumachTermFile *file;
  TlSide other;
  gboolean theirs;
  TlumachMergeFunc told;
  gpointer user;
} Merge;

const char *tlumach_merged_name(TlumachMerged what) {
  static const char *const names[] = {"concept", "term", "field", "conflict", "left"};
  return names[what];
}

static void tell(const Merge *m, TlumachMerged what, const char *id, const TlumachConcept *other,
                 const TlumachTermDifference *difference) {
  const TlumachMergeNote note = {what, id, other,
                                 difference ? *difference : (TlumachTermDifference){NULL, NULL, NULL, NULL, NULL}};
  if (m->told)
    m->told(&note, m->user);
}

/* -- new concepts -- */

static gboolean add_tbx_concept(Merge *m, guint i, const TlumachConcept *concept, GError **error) {
  g_autoptr(TlArena) arena = tl_arena_new();
  const TlXmlNode *entry = tl_tbx_file_entry(m->other.tbx, i, arena, error);
  if (!entry)
    return FALSE;
  TlIds *ids = m->file->ids;
  gboolean keep = concept->id && !tl_ids_has(ids, concept->id);
  g_autofree char *id =
      keep ? g_strdup(concept->id) : tl_new_id(ids, concept->n_terms > 0 ? concept->terms[0].text : "");
  g_autoptr(GString) text = g_string_new(NULL);
  tl_tbx_convert_piece(m->other.tbx, entry, tl_term_file_manner(m->file), 0, text);
  tl_term_file_add_written(m->file, id, tl_tbx_with_id(text->str, id));
  tell(m, TLUMACH_MERGED_CONCEPT, id, concept, NULL);
  return TRUE;
}

static gboolean add_concept(Merge *m, guint i, GError **error) {
  TlumachConcept copy = m->other.concepts[i];
  if (copy.n_terms == 0)
    return TRUE;
  if (m->other.tbx && tl_term_file_manner(m->file)->style != TL_TBX_MIN2)
    return add_tbx_concept(m, i, &m->other.concepts[i], error);
  if (copy.id && (tl_ids_has(m->file->ids, copy.id) || !tl_ids_fits(m->file->ids, copy.id)))
    copy.id = NULL;
  const char *id = tlumach_term_file_add(m->file, &copy, error);
  if (id)
    tell(m, TLUMACH_MERGED_CONCEPT, id, &m->other.concepts[i], NULL);
  return id != NULL;
}

/* -- concepts that both have -- */

static const TlumachTerm *term_of(const TlumachConcept *concept, const char *language, const char *text) {
  g_autofree char *key = tlumach_term_key(text);
  for (guint i = 0; i < concept->n_terms; i++) {
    g_autofree char *own = tlumach_term_key(concept->terms[i].text);
    if (tlumach_language_matches(concept->terms[i].language, language) && strcmp(own, key) == 0)
    return &concept->terms[i];
  }
  return NULL;
}

/* The tag that the concept's own terms of that language have. */
static const char *own_tag(const TlumachConcept *concept, const char *language) {
  for (guint i = 0; i < concept->n_terms; i++)
    if (tlumach_language_matches(concept->terms[i].language, language))
  return concept->terms[i].language;
  return language;
}

/* The section of term `t` of the other's entry, as it is to stand here; NULL: it is to be made from its fields. */
static char *foreign_section(const Merge *m, guint i, guint t, const TlTbxManner *manner) {
  if (!m->other.tbx || manner->style == TL_TBX_MIN2)
    return NULL;
  g_autoptr(TlEntryEdit) theirs = tl_entry_edit_new(m->other.tbx, i, NULL);
  const TlXmlNode *section = theirs ? tl_entry_edit_section(theirs, t, NULL) : NULL;
  if (!section)
    return NULL;
  GString *text = g_string_new(NULL);
  tl_tbx_convert_piece(m->other.tbx, section, manner, 2, text);
  return g_string_free(text, FALSE);
}

static gboolean has_preferred(const TlumachConcept *concept, const char *language) {
  for (guint i = 0; i < concept->n_terms; i++)
    if (concept->terms[i].status == TLUMACH_STATUS_PREFERRED &&
        tlumach_language_matches(concept->terms[i].language, language))
      return TRUE;
  return FALSE;
}

/* A language has one preferred term: the other's is admitted here. */
static gboolean add_term(Merge *m, const TlumachConcept *own, guint i, guint t, GError **error) {
  const TlumachTerm *term = &m->other.concepts[i].terms[t];
  TlChangedEntry *entry = tl_term_file_need_edit(m->file, own, error);
  guint at;
  if (!entry)
    return FALSE;
  TlumachTerm copy = *term;
  copy.language = own_tag(own, term->language);
  copy.id = NULL;
  g_autofree char *section = foreign_section(m, i, t, tl_entry_edit_manner(entry->edit));
  if (!(section ? tl_entry_edit_add_section(entry->edit, copy.language, section, &at, error)
                : tl_entry_edit_add_term(entry->edit, &copy, &at, error)))
    return FALSE;
  tl_term_file_moved(entry, own, at);
  const TlumachTermDifference difference = {term->language, term->text, "term", NULL, term->text};
  tell(m, TLUMACH_MERGED_TERM, own->id, &m->other.concepts[i], &difference);
  return !(term->status == TLUMACH_STATUS_PREFERRED && has_preferred(own, term->language)) ||
         tl_entry_edit_set_status(entry->edit, at, TLUMACH_STATUS_ADMITTED, error);
}

static gboolean field_of(const char *name, gboolean of_term, TlumachTermField *field) {
  static const char *const names[] = {"domain", "definition", "note", NULL, "pos", "type", "status", "words"};
  for (guint i = of_term ? TLUMACH_FIELD_NOTE : 0; i < (of_term ? G_N_ELEMENTS(names) : TLUMACH_FIELD_TEXT); i++)
    if (names[i] && strcmp(names[i], name) == 0) {
      *field = (TlumachTermField)i;
      return TRUE;
    }
  return FALSE;
}

/* One datum that the two do not have alike. What only the file has is no business of the other's. */
static gboolean take_datum(Merge *m, const TlumachConcept *own, guint i, const TlumachTermDifference *d,
                           GError **error) {
  TlumachTermField field;
  const TlumachTerm *term = d->term ? term_of(own, d->language, d->term) : NULL;
  gboolean known = field_of(d->field, d->term != NULL, &field) && (!d->language || term);
  if (!d->after || strcmp(d->field, "term") == 0 || strcmp(d->field, "id") == 0)
    return TRUE;
  if (!known && (!d->term || term)) {
    tell(m, d->before ? TLUMACH_MERGED_CONFLICT : TLUMACH_MERGED_LEFT, own->id, &m->other.concepts[i], d);
    return TRUE;
  }
  if (!known)
    return TRUE; /* of a term that came over whole */
  if (d->before)
    tell(m, TLUMACH_MERGED_CONFLICT, own->id, &m->other.concepts[i], d);
  if (d->before && !m->theirs)
    return TRUE;
  if (!tlumach_term_file_set(m->file, own, term, field, d->after, error))
    return FALSE;
  if (!d->before)
    tell(m, TLUMACH_MERGED_FIELD, own->id, &m->other.concepts[i], d);
  return TRUE;
}

static void same_language(GPtrArray *data, const TlumachConcept *own) {
  for (guint k = 0; k < data->len; k++) {
    TlDatum *datum = g_ptr_array_index(data, k);
    const TlumachTerm *term = datum->term ? term_of(own, datum->language, datum->term) : NULL;
    if (!datum->language)
      continue;
    char *language = g_strdup(term ? term->language : own_tag(own, datum->language)),
         *text = g_strdup(term ? term->text : datum->term);
    g_free(datum->language);
    g_free(datum->term);
    datum->language = language;
    datum->term = text;
  }
}

static gboolean join(Merge *m, guint o, guint i, GError **error) {
  guint n;
  const TlumachConcept *own = &tlumach_termbase_concepts(m->file->tbx->base, &n)[o], *other = &m->other.concepts[i];
  const TlSide mine = {m->file->tbx, m->file->tbx->base, tlumach_termbase_concepts(m->file->tbx->base, &n), n};
  g_autoptr(GPtrArray) before = tl_concept_data(&mine, o), after = tl_concept_data(&m->other, i);
  same_language(after, own);
  g_autoptr(GArray) differences = tl_data_differences_of_named(before, after);
  for (guint k = 0; k < differences->len; k++)
    if (!take_datum(m, own, i, &g_array_index(differences, TlumachTermDifference, k), error))
      return FALSE;
  for (guint t = 0; t < other->n_terms; t++)
    if (!term_of(own, other->terms[t].language, other->terms[t].text) && !add_term(m, own, i, t, error))
      return FALSE;
  return TRUE;
}

gboolean tl_term_merge(TlumachTermFile *file, const char *other, const TlPairing *pairing, gboolean theirs,
                       TlumachMergeFunc told, gpointer user, GError **error) {
  Merge m = {.file = file, .theirs = theirs, .told = told, .user = user};
  if (!tl_side_open(&m.other, other, pairing->source, pairing->target, error)) {
    tl_side_clear(&m.other);
    return FALSE;
  }
  g_autofree guint *partner = tl_pair_concepts(pairing, m.other.base, file->tbx->base);
  gboolean done = TRUE;
  for (guint i = 0; i < m.other.n && done; i++)
    done = partner[i] == TL_NO_PARTNER ? add_concept(&m, i, error) : join(&m, partner[i], i, error);
  tl_side_clear(&m.other);
  return done;
}
