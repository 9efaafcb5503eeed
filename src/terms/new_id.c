#include "terms/new_id.h"

#include <string.h>

#include "base/arena.h"
#include "text/romanize.h"

#define NAME_MAX_LENGTH 60u

struct TlIds {
  const TlumachTermbase *base;
  GHashTable *taken; /* a set of strings */
  TlArena *arena;    /* has those of them that are not the base's */
  gboolean digits;   /* one of them begins with a digit */
  gboolean counted;  /* the rest is known: */
  char *stem;        /* of ids that are numbered; NULL: they are not */
  guint64 greatest;  /* the number of one of the base */
  int width;         /* of numbers with zeros before them */
  GHashTable *next;  /* stem to the number that is to be tried next: lower ones are taken */
};

static void add(TlIds *ids, const char *id) {
  g_hash_table_add(ids->taken, (gpointer)id);
  ids->digits = ids->digits || g_ascii_isdigit(*id);
}

TlIds *tl_ids_new(const TlumachTermbase *base) {
  TlIds *ids = g_new0(TlIds, 1);
  guint n = 0;
  const TlumachConcept *concepts = base ? tlumach_termbase_concepts(base, &n) : NULL;
  ids->base = base;
  ids->arena = tl_arena_new();
  ids->taken = g_hash_table_new(g_str_hash, g_str_equal);
  ids->next = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    if (concepts[i].id)
      add(ids, concepts[i].id);
  return ids;
}

void tl_ids_free(TlIds *ids) {
  if (!ids)
    return;
  g_hash_table_unref(ids->taken);
  g_hash_table_unref(ids->next);
  tl_arena_free(ids->arena);
  g_free(ids->stem);
  g_free(ids);
}

gboolean tl_ids_has(const TlIds *ids, const char *id) {
  return g_hash_table_contains(ids->taken, id);
}

void tl_ids_add(TlIds *ids, const char *id) {
  if (!tl_ids_has(ids, id))
    add(ids, tl_arena_strdup(ids->arena, id));
}

gboolean tl_ids_fits(const TlIds *ids, const char *id) {
  gunichar first = g_utf8_get_char_validated(id, -1);
  if (!g_utf8_validate(id, -1, NULL) || !(g_unichar_isalpha(first) || first == '_' || g_ascii_isdigit(*id)))
    return FALSE;
  for (const char *c = id; *c; c = g_utf8_next_char(c)) {
    gunichar u = g_utf8_get_char(c);
    if (!g_unichar_isalnum(u) && !g_unichar_ismark(u) && !(u < 0x80 && strchr("_-.", (int)u)))
      return FALSE;
  }
  return !g_ascii_isdigit(*id) || ids->digits;
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

/* `stem`, which it takes, with the first number from `number` on that makes it new. */
static char *number_on(TlIds *ids, char *stem, int width, guint64 number) {
  for (number = MAX(number, GPOINTER_TO_SIZE(g_hash_table_lookup(ids->next, stem)));; number++) {
    char *id = g_strdup_printf("%s%0*" G_GUINT64_FORMAT, stem, width, number);
    if (!tl_ids_has(ids, id)) {
      g_hash_table_insert(ids->next, stem, GSIZE_TO_POINTER(number));
      return id;
    }
    g_free(id);
  }
}

char *tl_named_id(TlIds *ids, const char *term) {
  char *name = named(term);
  if (!tl_ids_has(ids, name))
    return name;
  char *stem = g_strconcat(name, "-", NULL);
  g_free(name);
  return number_on(ids, stem, 0, 2);
}

char *tl_new_id(TlIds *ids, const char *term) {
  if (!ids->counted)
    ids->stem = numbered(ids->base, &ids->greatest, &ids->width);
  ids->counted = TRUE;
  return ids->stem ? number_on(ids, g_strdup(ids->stem), ids->width, ids->greatest + 1) : tl_named_id(ids, term);
}
