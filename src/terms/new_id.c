#include "terms/new_id.h"

#include <string.h>

#include "text/romanize.h"

#define NAME_MAX_LENGTH 60u

GHashTable *tl_ids_of(const TlumachTermbase *base) {
  GHashTable *ids = g_hash_table_new(g_str_hash, g_str_equal);
  guint n;
  const TlumachConcept *concepts = tlumach_termbase_concepts(base, &n);
  for (guint i = 0; i < n; i++)
    if (concepts[i].id)
      g_hash_table_add(ids, (gpointer)concepts[i].id);
  return ids;
}

static gboolean begins_with_digit(gpointer id, gpointer value, gpointer user) {
  (void)value;
  (void)user;
  return g_ascii_isdigit(*(const char *)id);
}

gboolean tl_id_fits(const char *id, GHashTable *ids) {
  gunichar first = g_utf8_get_char_validated(id, -1);
  if (!g_utf8_validate(id, -1, NULL) || !(g_unichar_isalpha(first) || first == '_' || g_ascii_isdigit(*id)))
    return FALSE;
  for (const char *c = id; *c; c = g_utf8_next_char(c)) {
    gunichar u = g_utf8_get_char(c);
    if (!g_unichar_isalnum(u) && !g_unichar_ismark(u) && !(u < 0x80 && strchr("_-.", (int)u)))
      return FALSE;
  }
  return !g_ascii_isdigit(*id) || g_hash_table_find(ids, begins_with_digit, NULL);
}

/* The length of what stands before the number at the end of an id; the id's own when it has none, or one too long to
 * count. */
static size_t stem_length(const char *id) {
  size_t length = strlen(id), at = length;
  while (at > 0 && g_ascii_isdigit(id[at - 1]))
    at--;
  return length - at > 12 ? length : at;
}

/* The stem that most ids have before a number, with the greatest number; NULL when most have none. */
static char *numbered(const TlumachTermbase *base, guint64 *greatest, int *width) {
  guint n, same = 0, counted = 0;
  const TlumachConcept *concepts = tlumach_termbase_concepts(base, &n);
  const char *model = n > 0 ? concepts[n - 1].id : NULL;
  size_t stem = model ? stem_length(model) : 0;
  if (!model || !model[stem])
    return NULL;
  *greatest = 0;
  *width = model[stem] == '0' ? (int)strlen(model + stem) : 0;
  for (guint i = 0; i < n; i++) {
    counted += concepts[i].id != NULL;
    if (!concepts[i].id || stem_length(concepts[i].id) != stem || strncmp(concepts[i].id, model, stem) != 0 ||
        !concepts[i].id[stem])
      continue;
    same++;
    *greatest = MAX(*greatest, g_ascii_strtoull(concepts[i].id + stem, NULL, 10));
  }
  return 2 * same > counted ? g_strndup(model, stem) : NULL;
}

static char *named(const char *term) {
  g_autoptr(GString) latin = g_string_new(NULL), name = g_string_new(NULL);
  tl_romanize(term, strlen(term), latin);
  for (const char *c = latin->str; *c && name->len < NAME_MAX_LENGTH; c++) {
    if (g_ascii_isalnum(*c))
      g_string_append_c(name, g_ascii_tolower(*c));
    else if (name->len > 0 && name->str[name->len - 1] != '-')
      g_string_append_c(name, '-');
  }
  while (name->len > 0 && name->str[name->len - 1] == '-')
    g_string_truncate(name, name->len - 1);
  if (name->len == 0 || !g_ascii_isalpha(name->str[0]))
    g_string_prepend(name, "c-"); /* a name in XML begins with a letter */
  return g_string_free(g_steal_pointer(&name), FALSE);
}

/* With the first number from `number` on that makes it new. */
static char *number_on(const char *stem, const char *before, int width, guint64 number, GHashTable *taken) {
  for (;; number++) {
    char *id = g_strdup_printf("%s%s%0*" G_GUINT64_FORMAT, stem, before, width, number);
    if (!g_hash_table_contains(taken, id))
      return id;
    g_free(id);
  }
}

char *tl_named_id(const char *term, GHashTable *taken) {
  g_autofree char *name = named(term);
  return g_hash_table_contains(taken, name) ? number_on(name, "-", 0, 2, taken) : g_steal_pointer(&name);
}

char *tl_new_id(const TlumachTermbase *base, const char *term, GHashTable *taken) {
  guint64 greatest = 0;
  int width = 0;
  g_autofree char *stem = numbered(base, &greatest, &width);
  return stem ? number_on(stem, "", width, greatest + 1, taken) : tl_named_id(term, taken);
}
