#include "terms/diff.h"

#include <string.h>

/* -- data -- */

static gboolean is_term(const TlDatum *datum) {
  return strcmp(datum->name, "term") == 0;
}

static gboolean same_place(const TlDatum *a, const TlDatum *b) {
  return g_strcmp0(a->language, b->language) == 0 && g_strcmp0(a->term, b->term) == 0 && strcmp(a->name, b->name) == 0;
}

static gboolean has_term(const GPtrArray *data, const TlDatum *term) {
  for (guint i = 0; i < data->len; i++) {
    const TlDatum *datum = g_ptr_array_index(data, i);
    if (is_term(datum) && same_place(datum, term))
      return TRUE;
  }
  return FALSE;
}

/* The only term in `language` that `data` has and `others` have not; NULL when there are none or several. */
static TlDatum *only_new_term(const GPtrArray *data, const GPtrArray *others, const char *language) {
  TlDatum *found = NULL;
  for (guint i = 0; i < data->len; i++) {
    TlDatum *datum = g_ptr_array_index(data, i);
    if (!is_term(datum) || strcmp(datum->language, language) != 0 || has_term(others, datum))
      continue;
    if (found)
      return NULL;
    found = datum;
  }
  return found;
}

/* One term went and one came in a language: it was renamed. What was said of the old one is then said of the new. */
static void follow_names(GPtrArray *before, GPtrArray *after) {
  for (guint i = 0; i < before->len; i++) {
    TlDatum *datum = g_ptr_array_index(before, i);
    if (!is_term(datum) || has_term(after, datum) || only_new_term(before, after, datum->language) != datum)
      continue;
    const TlDatum *new = only_new_term(after, before, datum->language);
    for (guint j = 0; new &&j < before->len; j++) {
      TlDatum *other = g_ptr_array_index(before, j);
      if (other != datum && other->term && strcmp(other->term, datum->term) == 0 &&
          strcmp(other->language, datum->language) == 0) {
        g_free(other->term);
        other->term = g_strdup(new->term);
      }
    }
    if (new) {
      g_free(datum->term);
      datum->term = g_strdup(new->term);
    }
  }
}

/* Takes the first of `list` that stands in the same place, and has the same value if that is wanted. */
static TlDatum *take(GPtrArray *list, gboolean *taken, const TlDatum *datum, gboolean same_value) {
  for (guint i = 0; i < list->len; i++) {
    TlDatum *other = g_ptr_array_index(list, i);
    if (!taken[i] && same_place(other, datum) && (!same_value || strcmp(other->value, datum->value) == 0)) {
      taken[i] = TRUE;
      return other;
    }
  }
  return NULL;
}

/* `any`: the datum as it is now, or as it was where it is gone. */
static void append(GArray *out, const TlDatum *any, const char *before, const char *after) {
  TlumachTermDifference difference = {any->language, any->term, any->name, before, after};
  g_array_append_val(out, difference);
}

GArray *tl_data_differences_of_named(GPtrArray *before, GPtrArray *after) {
  GArray *out = g_array_new(FALSE, FALSE, sizeof(TlumachTermDifference));
  g_autofree gboolean *kept = g_new0(gboolean, before->len + 1), *taken = g_new0(gboolean, after->len + 1);
  for (guint i = 0; i < before->len; i++)
    kept[i] = take(after, taken, g_ptr_array_index(before, i), TRUE) != NULL;
  for (guint i = 0; i < before->len; i++) {
    const TlDatum *old = g_ptr_array_index(before, i), *new = kept[i] ? NULL : take(after, taken, old, FALSE);
    if (!kept[i])
      append(out, new ? new : old, old->value, new ? new->value : NULL);
  }
  for (guint j = 0; j < after->len; j++) {
    const TlDatum *new = g_ptr_array_index(after, j);
    if (!taken[j])
      append(out, new, NULL, new->value);
  }
  return out;
}

GArray *tl_data_differences(GPtrArray *before, GPtrArray *after) {
  follow_names(before, after);
  return tl_data_differences_of_named(before, after);
}

/* -- bases -- */

static void compare(const TlSide *a, guint i, const TlSide *b, guint j, TlumachConceptChangeFunc found, gpointer user) {
  g_autoptr(GPtrArray) before = tl_concept_data(a, i), after = tl_concept_data(b, j);
  const char *old = a->concepts[i].id, *new = b->concepts[j].id;
  g_autoptr(GArray) differences = tl_data_differences(before, after);
  if (g_strcmp0(old, new) != 0) {
    TlumachTermDifference id = {NULL, NULL, "id", old, new};
    g_array_prepend_val(differences, id);
  }
  if (differences->len == 0)
    return;
  const TlumachConceptChange change = {&a->concepts[i], &b->concepts[j],
                                       (const TlumachTermDifference *)(const void *)differences->data,
                                       differences->len};
  found(&change, user);
}

gboolean tl_term_diff(const char *before, const char *after, const TlPairing *pairing, TlumachConceptChangeFunc found,
                      gpointer user, GError **error) {
  g_auto(TlSide) a = {0}, b = {0};
  if (!tl_side_open(&a, before, pairing->source, pairing->target, error) ||
      !tl_side_open(&b, after, pairing->source, pairing->target, error))
    return FALSE;
  g_autofree guint *partner = tl_pair_concepts(pairing, a.base, b.base);
  g_autofree gboolean *met = g_new0(gboolean, b.n + 1);
  for (guint i = 0; i < a.n; i++) {
    if (partner[i] != TL_NO_PARTNER) {
      met[partner[i]] = TRUE;
      compare(&a, i, &b, partner[i], found, user);
    } else
      found(&(TlumachConceptChange){.before = &a.concepts[i]}, user);
  }
  for (guint j = 0; j < b.n; j++)
    if (!met[j])
      found(&(TlumachConceptChange){.after = &b.concepts[j]}, user);
  return TRUE;
}
