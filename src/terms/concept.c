/* Statuses, and the order of equivalents.
 *
 * The names come from ISO 30042 (administrativeStatus, normativeAuthorization, language-planningQualifier,
 * temporalQualifier), from the display values of TBX-Basic, from TBX-Min 2, and from UTX 1.20 for tables. A term that
 * is standardised, or prescribed by law, is one to prefer; one that is out of date is superseded.
 */
#include "terms/concept.h"

#include <string.h>

#include "terms/language_tag.h"

typedef struct StatusName {
  const char *name;
  TlumachStatus status;
} StatusName;

static const StatusName status_names[] = {
    {"preferredTerm-admn-sts", TLUMACH_STATUS_PREFERRED},
    {"admittedTerm-admn-sts", TLUMACH_STATUS_ADMITTED},
    {"deprecatedTerm-admn-sts", TLUMACH_STATUS_DEPRECATED},
    {"supersededTerm-admn-sts", TLUMACH_STATUS_SUPERSEDED},
    {"preferred", TLUMACH_STATUS_PREFERRED},
    {"admitted", TLUMACH_STATUS_ADMITTED},
    {"deprecated", TLUMACH_STATUS_DEPRECATED},
    {"superseded", TLUMACH_STATUS_SUPERSEDED},
    {"proposed", TLUMACH_STATUS_PROPOSED},
    {"notRecommended", TLUMACH_STATUS_DEPRECATED},
    {"not recommended", TLUMACH_STATUS_DEPRECATED},
    {"obsolete", TLUMACH_STATUS_SUPERSEDED},
    {"preferredTerm", TLUMACH_STATUS_PREFERRED},
    {"admittedTerm", TLUMACH_STATUS_ADMITTED},
    {"deprecatedTerm", TLUMACH_STATUS_DEPRECATED},
    {"supersededTerm", TLUMACH_STATUS_SUPERSEDED},
    {"standardizedTerm", TLUMACH_STATUS_PREFERRED},
    {"standardizedTerm-admn-sts", TLUMACH_STATUS_PREFERRED},
    {"legalTerm", TLUMACH_STATUS_PREFERRED},
    {"legalTerm-admn-sts", TLUMACH_STATUS_PREFERRED},
    {"regulatedTerm", TLUMACH_STATUS_PREFERRED},
    {"regulatedTerm-admn-sts", TLUMACH_STATUS_PREFERRED},
    {"recommendedTerm", TLUMACH_STATUS_PREFERRED},
    {"nonstandardizedTerm", TLUMACH_STATUS_ADMITTED},
    {"proposedTerm", TLUMACH_STATUS_PROPOSED},
    {"newTerm", TLUMACH_STATUS_PROPOSED},
    {"archaicTerm", TLUMACH_STATUS_SUPERSEDED},
    {"outdatedTerm", TLUMACH_STATUS_SUPERSEDED},
    {"obsoleteTerm", TLUMACH_STATUS_SUPERSEDED},
    {"approved", TLUMACH_STATUS_PREFERRED},
    {"provisional", TLUMACH_STATUS_PROPOSED},
    {"non-standard", TLUMACH_STATUS_DEPRECATED},
    {"forbidden", TLUMACH_STATUS_DEPRECATED},
    {"rejected", TLUMACH_STATUS_DEPRECATED},
};

gboolean tl_status_from_name(const char *name, TlumachStatus *status) {
  for (size_t i = 0; i < G_N_ELEMENTS(status_names); i++)
    if (g_ascii_strcasecmp(name, status_names[i].name) == 0) {
      *status = status_names[i].status;
      return TRUE;
    }
  return FALSE;
}

const char *tl_status_tbx_name(TlumachStatus status) {
  switch (status) {
  case TLUMACH_STATUS_PREFERRED:
    return "preferredTerm-admn-sts";
  case TLUMACH_STATUS_ADMITTED:
    return "admittedTerm-admn-sts";
  case TLUMACH_STATUS_DEPRECATED:
    return "deprecatedTerm-admn-sts";
  case TLUMACH_STATUS_SUPERSEDED:
    return "supersededTerm-admn-sts";
  case TLUMACH_STATUS_NONE:
  case TLUMACH_STATUS_PROPOSED:
    break;
  }
  return NULL;
}

const char *tl_pos_from_name(const char *name) {
  static const struct {
    const char *name, *pos;
  } names[] = {{"noun", "noun"},
               {"verb", "verb"},
               {"adjective", "adjective"},
               {"adverb", "adverb"},
               {"other", "other"},
               {"properNoun", "properNoun"},
               {"proper noun", "properNoun"},
               {"n", "noun"},
               {"v", "verb"},
               {"adj", "adjective"},
               {"adv", "adverb"},
               {"n.", "noun"},
               {"v.", "verb"},
               {"adj.", "adjective"},
               {"adv.", "adverb"},
               {"іменник", "noun"},
               {"дієслово", "verb"},
               {"прикметник", "adjective"},
               {"прислівник", "adverb"},
               {"власна назва", "properNoun"}};
  for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
    if (g_ascii_strcasecmp(name, names[i].name) == 0)
      return names[i].pos;
  return NULL;
}

const char *tlumach_status_name(TlumachStatus status) {
  switch (status) {
  case TLUMACH_STATUS_PREFERRED:
    return "preferred";
  case TLUMACH_STATUS_ADMITTED:
    return "admitted";
  case TLUMACH_STATUS_DEPRECATED:
    return "deprecated";
  case TLUMACH_STATUS_SUPERSEDED:
    return "superseded";
  case TLUMACH_STATUS_PROPOSED:
    return "proposed";
  case TLUMACH_STATUS_NONE:
    break;
  }
  return NULL;
}

const char *tlumach_match_name(TlumachMatch match) {
  switch (match) {
  case TLUMACH_MATCH_EXACT:
    return "exact";
  case TLUMACH_MATCH_INFLECTED:
    return "inflected";
  case TLUMACH_MATCH_VARIANT:
    return "variant";
  case TLUMACH_MATCH_GUESSED:
    return "guessed";
  }
  return NULL;
}

void tl_concept_targets(const TlumachConcept *concept, const char *language, GPtrArray *into) {
  static const TlumachStatus order[] = {TLUMACH_STATUS_PREFERRED, TLUMACH_STATUS_NONE,       TLUMACH_STATUS_ADMITTED,
                                        TLUMACH_STATUS_PROPOSED,  TLUMACH_STATUS_SUPERSEDED, TLUMACH_STATUS_DEPRECATED};
  for (size_t o = 0; o < G_N_ELEMENTS(order); o++)
    for (guint i = 0; i < concept->n_terms; i++) {
      const TlumachTerm *term = &concept->terms[i];
      if (term->status == order[o] && tl_language_matches(term->language, language))
        g_ptr_array_add(into, (gpointer)term);
    }
}

static gboolean is_short(const char *type) {
  static const char *const kinds[] = {"acronym", "abbreviation", "initialism", "shortForm", NULL};
  return type && g_strv_contains(kinds, type);
}

gboolean tl_term_leads(const TlumachConcept *concept, guint i) {
  for (guint j = 0; j < i; j++)
    if (strcmp(concept->terms[j].language, concept->terms[i].language) == 0)
      return FALSE;
  return TRUE;
}

void tl_term_targets(const TlumachTerm *term, const char *language, GPtrArray *into) {
  g_autoptr(GPtrArray) all = g_ptr_array_new();
  tl_concept_targets(term->concept, language, all);
  for (int alike = 1; alike >= 0; alike--)
    for (guint i = 0; i < all->len; i++) {
      const TlumachTerm *target = all->pdata[i];
      gboolean retired = target->status == TLUMACH_STATUS_DEPRECATED || target->status == TLUMACH_STATUS_SUPERSEDED;
      gboolean same = is_short(term->type) && !retired && is_short(target->type) &&
                      (strcmp(term->type, "shortForm") == 0) == (strcmp(target->type, "shortForm") == 0);
      if (same == alike)
        g_ptr_array_add(into, (gpointer)target);
    }
}
