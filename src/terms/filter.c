/* Which concepts a question is about. */
#include <string.h>

#include "base/error.h"
#include "base/nearest.h"
#include "base/position.h"
#include "terms/concept.h"
#include "terms/language_tag.h"
#include "text/chars.h"
#include "tlumach/termbase.h"

struct TlumachTermFilter {
  char *language, *missing;
  gboolean any_status;
  TlumachStatus status;
  char *text, *domain; /* keys */
  GRegex *regex;
};

char *tlumach_term_key(const char *text) {
  g_autofree char *composed = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
  const char *from = composed ? composed : text;
  g_autoptr(GString) plain = g_string_new(NULL);
  guint32 c;
  for (size_t length = strlen(from), n; length > 0; from += n, length -= n) {
    n = tl_utf8_next(from, length, &c);
    if (tl_is_apostrophe(c))
      g_string_append_c(plain, '\'');
    else if (tl_is_hyphen(c))
      g_string_append_c(plain, '-');
    else if (!tl_is_dropped(c))
      g_string_append_len(plain, from, (gssize)n);
  }
  return g_utf8_casefold(plain->str, (gssize)plain->len);
}

gboolean tlumach_language_matches(const char *tag, const char *wanted) {
  return tl_language_matches(tag, wanted);
}

gboolean tlumach_language_check(const char *tag, GError **error) {
  const char *code = NULL, *named = tl_language_by_name(tag);
  TlTagFault fault = tl_language_fault(tag, &code);
  if (fault == TL_TAG_GOOD)
    return TRUE;
  if (fault == TL_TAG_ALIAS && !code)
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "\"%s\" is no language tag: write - for _", tag);
  else
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "\"%s\" is no language tag: write %s", tag,
                code    ? code
                : named ? named
                        : "one of BCP 47, as en or de-AT");
  return FALSE;
}

gboolean tlumach_status_from_name(const char *name, TlumachStatus *status, GError **error) {
  static const char *const names[] = {"preferred", "admitted", "deprecated", "superseded", "proposed", "none", NULL};
  *status = TLUMACH_STATUS_NONE;
  if (g_ascii_strcasecmp(name, "none") == 0 || tl_status_from_name(name, status))
    return TRUE;
  g_autofree char *meant = tl_did_you_mean(name, names, TRUE);
  tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "no status is called \"%s\"%s", name, meant);
  return FALSE;
}

static gboolean take_status(TlumachTermFilter *filter, const char *name, GError **error) {
  filter->any_status = name == NULL;
  return name == NULL || tlumach_status_from_name(name, &filter->status, error);
}

TlumachTermFilter *tlumach_term_filter_new(const TlumachTermQuery *query, GError **error) {
  g_autoptr(TlumachTermFilter) filter = g_new0(TlumachTermFilter, 1);
  filter->language = g_strdup(query->language);
  filter->missing = g_strdup(query->missing);
  filter->text = query->text ? tlumach_term_key(query->text) : NULL;
  filter->domain = query->domain ? tlumach_term_key(query->domain) : NULL;
  if (!take_status(filter, query->status, error))
    return NULL;
  g_autoptr(GError) fault = NULL;
  if (query->regex && !(filter->regex = g_regex_new(query->regex, G_REGEX_OPTIMIZE, 0, &fault))) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "--regex: %s", fault->message);
    return NULL;
  }
  return g_steal_pointer(&filter);
}

void tlumach_term_filter_free(TlumachTermFilter *filter) {
  if (!filter)
    return;
  g_free(filter->language);
  g_free(filter->missing);
  g_free(filter->text);
  g_free(filter->domain);
  g_clear_pointer(&filter->regex, g_regex_unref);
  g_free(filter);
}

static gboolean has_part(const char *text, const char *part) {
  g_autofree char *key = text ? tlumach_term_key(text) : NULL;
  return key && strstr(key, part);
}

static gboolean term_meets(const TlumachTermFilter *f, const TlumachTerm *term) {
  return (!f->language || tl_language_matches(term->language, f->language)) &&
         (f->any_status || term->status == f->status) && (!f->text || has_part(term->text, f->text)) &&
         (!f->regex || g_regex_match(f->regex, term->text, 0, NULL));
}

gboolean tlumach_term_filter_meets(const TlumachTermFilter *f, const TlumachConcept *concept) {
  gboolean any = !f->language && f->any_status && !f->text && !f->regex;
  if (f->domain && !has_part(concept->subject, f->domain))
    return FALSE;
  for (guint i = 0; i < concept->n_terms; i++) {
    if (f->missing && tl_language_matches(concept->terms[i].language, f->missing))
      return FALSE;
    any = any || term_meets(f, &concept->terms[i]);
  }
  return any;
}

void tlumach_concepts_named(const TlumachTermbase *base, const char *name, GPtrArray *found) {
  guint n;
  const TlumachConcept *concepts = tlumach_termbase_concepts(base, &n);
  guint before = found->len;
  for (guint i = 0; i < n; i++)
    if (concepts[i].id && strcmp(concepts[i].id, name) == 0)
      g_ptr_array_add(found, (gpointer)&concepts[i]);
  if (found->len > before)
    return;
  g_autofree char *key = tlumach_term_key(name);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < concepts[i].n_terms; j++) {
      g_autofree char *own = tlumach_term_key(concepts[i].terms[j].text);
      if (strcmp(own, key) == 0) {
        g_ptr_array_add(found, (gpointer)&concepts[i]);
        break;
      }
    }
}
