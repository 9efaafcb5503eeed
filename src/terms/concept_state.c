/* A concept in one version of a file, and what is not the same in another. */
#include "terms/diff.h"

struct TlumachConceptState {
  GPtrArray *data; /* TlDatum; NULL: that version has no such concept */
};

TlumachConceptState *tlumach_concept_state_read(const char *path, GBytes *bytes, const char *name, const char *source,
                                                const char *target, GError **error) {
  g_auto(TlSide) side = {0};
  if (!bytes)
    return g_new0(TlumachConceptState, 1);
  if (!tl_side_take(&side, path, bytes, source ? source : "uk", target ? target : "en", error))
    return NULL;
  g_autoptr(GPtrArray) found = g_ptr_array_new();
  tlumach_concepts_named(side.base, name, found);
  TlumachConceptState *state = g_new0(TlumachConceptState, 1);
  if (found->len > 0)
    state->data = tl_concept_data(&side, (guint)((const TlumachConcept *)g_ptr_array_index(found, 0) - side.concepts));
  return state;
}

void tlumach_concept_state_free(TlumachConceptState *state) {
  if (!state)
    return;
  g_clear_pointer(&state->data, g_ptr_array_unref);
  g_free(state);
}

gboolean tlumach_concept_state_exists(const TlumachConceptState *state) {
  return state && state->data;
}

gboolean tlumach_concept_state_diff(const TlumachConceptState *before, const TlumachConceptState *after,
                                    TlumachConceptChangeFunc found, gpointer user) {
  g_autoptr(GPtrArray) old = tl_data_copy(before ? before->data : NULL); /* the comparison follows names in it */
  g_autoptr(GPtrArray) new = tl_data_copy(after ? after->data : NULL);
  g_autoptr(GArray) differences = tl_data_differences(old, new);
  const TlumachConceptChange change = {.differences = (const TlumachTermDifference *)(const void *)differences->data,
                                       .n = differences->len};
  if (found && change.n > 0)
    found(&change, user);
  return change.n > 0;
}
