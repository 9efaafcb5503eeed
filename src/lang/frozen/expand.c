/* .dic × .aff, one level deep: each entry, each entry with a suffix, with a prefix, with both where both may combine.
 *
 * What Hunspell would judge by more than that (doubtful flags, affixes that carry flags) is written down as "ask".
 * Conditions are compiled to one set of letter codes a position. A rule may not strip the whole stem (Hunspell without
 * FULLSTRIP). */
#include "lang/frozen/expand.h"

#include <string.h>

#include "base/error.h"
#include "lang/additions.h"
#include "lang/frozen/endings.h"

#define MAX_FORMS 24000000u
#define MAX_CODES 120u /* letters of a form */

/* A rule ready to run. */
typedef struct Compiled {
  const TlAffixRule *rule;
  guint8 strip[64], add[64];
  guint8 n_strip, n_add, n_condition;
  guint32 index;           /* in TlExpansion.rules; the first of those that differ in their condition alone */
  guint8 (*condition)[32]; /* a bit a code, a row a letter */
} Compiled;

typedef struct Expander {
  const TlAffixes *affixes;
  TlExpansion *out;
  GHashTable *codes;         /* code point -> code */
  Compiled *compiled;        /* beside affixes->rules */
  GHashTable *transform_ids; /* prefix << 16 | suffix -> index + 1 */
  GHashTable *paradigm_ids;  /* flags as bytes -> index + 1 */
  TlEndings *endings;
  struct {
    guint8 codes[MAX_CODES];
    guint n; /* 0: none */
    guint paradigm;
    gboolean capitalised, has_forms;
  } bare; /* the last entry without flags, not counted yet */
  GArray *word_flags;
  GHashTable *models; /* words that additions inflect like -> their flags as the dictionary writes them, "" until they
                         are met */
  const char *full;   /* why it cannot be frozen */
} Expander;

static guint8 code_of(Expander *x, guint32 c) {
  guint code = GPOINTER_TO_UINT(g_hash_table_lookup(x->codes, GUINT_TO_POINTER(c)));
  if (!code) {
    g_array_append_val(x->out->alphabet, c);
    code = x->out->alphabet->len;
    if (code > 250)
      x->full = "more than 250 letters";
    g_hash_table_insert(x->codes, GUINT_TO_POINTER(c), GUINT_TO_POINTER(code));
  }
  return (guint8)code;
}

/* Letter codes of UTF-8; FALSE when they are more than `room`. */
static gboolean encode(Expander *x, const char *text, const char *end, guint8 *codes, guint room, guint8 *n) {
  guint used = 0;
  for (const char *p = text; p < end; p = g_utf8_next_char(p)) {
    if (used == room)
      return FALSE;
    codes[used++] = code_of(x, g_utf8_get_char(p));
  }
  *n = (guint8)used;
  return TRUE;
}

/* Hunspell's conditions: letters, `.`, `[abc]`, `[^abc]`. */
static gboolean compile_condition(Expander *x, Compiled *compiled) {
  const char *p = compiled->rule->condition;
  if (strcmp(p, ".") == 0)
    return TRUE;
  compiled->condition = g_malloc0(32 * strlen(p));
  while (*p) {
    guint8 *row = compiled->condition[compiled->n_condition];
    gboolean set = *p == '[', not = set && p[1] == '^';
    if (compiled->n_condition == 60)
      return FALSE;
    compiled->n_condition++;
    if (*p == '.') {
      memset(row, 0xFF, 32);
      p++;
      continue;
    }
    p += set ? (not ? 2 : 1) : 0;
    do {
      if (!*p)
        return FALSE;
      guint8 code = code_of(x, g_utf8_get_char(p));
      row[code / 8] = (guint8)(row[code / 8] | 1u << code % 8);
      p = g_utf8_next_char(p);
    } while (set && *p != ']');
    p += set ? 1 : 0;
    for (guint i = 0; not &&i < 32; i++)
      row[i] = (guint8)~row[i];
  }
  return TRUE;
}

static gboolean compile_rules(Expander *x) {
  const GArray *rules = x->affixes->rules;
  g_autoptr(GHashTable) same = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  x->compiled = g_new0(Compiled, rules->len + 1);
  for (guint i = 0; i < rules->len; i++) {
    Compiled *c = &x->compiled[i];
    c->rule = &g_array_index(rules, TlAffixRule, i);
    if (!encode(x, c->rule->strip, c->rule->strip + strlen(c->rule->strip), c->strip, sizeof c->strip, &c->n_strip) ||
        !encode(x, c->rule->add, c->rule->add + strlen(c->rule->add), c->add, sizeof c->add, &c->n_add) ||
        !compile_condition(x, c)) {
      x->full = "an affix rule too long to freeze";
      return FALSE;
    }
    g_autofree char *key = g_strdup_printf("%u %d %s %s", c->rule->flag, c->rule->prefix, c->rule->strip, c->rule->add);
    c->index = GPOINTER_TO_UINT(g_hash_table_lookup(same, key));
    if (!c->index)
      g_hash_table_insert(same, g_steal_pointer(&key), GUINT_TO_POINTER(c->index = x->out->rules->len));
    g_array_append_val(x->out->rules, c->rule);
  }
  if (x->out->rules->len > 0xFFFF)
    x->full = "more than 65,535 affix rules";
  return TRUE;
}

static gboolean apply(const Compiled *c, const guint8 *stem, guint n, guint8 *form, guint *length) {
  if (c->n_strip >= n || n < c->n_condition || n - c->n_strip + c->n_add > MAX_CODES)
    return FALSE;
  const guint8 *place = c->rule->prefix ? stem : stem + n - c->n_condition;
  for (guint i = 0; i < c->n_condition; i++)
    if (!(c->condition[i][place[i] / 8] >> place[i] % 8 & 1))
      return FALSE;
  guint kept = n - c->n_strip;
  if (c->rule->prefix) {
    if (memcmp(stem, c->strip, c->n_strip) != 0)
      return FALSE;
    memcpy(form, c->add, c->n_add);
    memcpy(form + c->n_add, stem + c->n_strip, kept);
  } else {
    if (memcmp(stem + kept, c->strip, c->n_strip) != 0)
      return FALSE;
    memcpy(form, stem, kept);
    memcpy(form + kept, c->add, c->n_add);
  }
  *length = kept + c->n_add;
  return TRUE;
}

static void put_form(Expander *x, const guint8 *codes, guint length, guint element) {
  TlExpansion *out = x->out;
  if (out->starts->len >= MAX_FORMS || out->keys->len > G_MAXUINT32 - 1024) {
    x->full = "more than 24 million forms";
    return;
  }
  guint8 head = (guint8)length, tail[2] = {(guint8)(element >> 8), (guint8)element};
  g_byte_array_append(out->keys, &head, 1);
  guint32 start = out->keys->len;
  g_array_append_val(out->starts, start);
  g_byte_array_append(out->keys, codes, length);
  g_byte_array_append(out->keys, tail, 2);
}

static guint transform_id(Expander *x, guint prefix, guint suffix) {
  gpointer key = GUINT_TO_POINTER(prefix << 16 | suffix);
  guint id = GPOINTER_TO_UINT(g_hash_table_lookup(x->transform_ids, key));
  if (!id) {
    TlFrozenTransform transform = {(guint16)prefix, (guint16)suffix};
    g_array_append_val(x->out->transforms, transform);
    id = x->out->transforms->len;
    g_hash_table_insert(x->transform_ids, key, GUINT_TO_POINTER(id));
    if (id > TL_ELEMENT_ASK)
      x->full = "more than 32,767 ways to make a form";
  }
  return id - 1;
}

static guint paradigm_id(Expander *x) {
  g_autoptr(GBytes) key = g_bytes_new(x->word_flags->data, x->word_flags->len * sizeof(guint32));
  guint id = GPOINTER_TO_UINT(g_hash_table_lookup(x->paradigm_ids, key));
  if (!id) {
    g_array_append_val(x->out->paradigms, x->out->flags->len);
    g_array_append_vals(x->out->flags, x->word_flags->data, x->word_flags->len);
    id = x->out->paradigms->len;
    g_hash_table_insert(x->paradigm_ids, g_steal_pointer(&key), GUINT_TO_POINTER(id));
    if (id > 0x7FFF)
      x->full = "more than 32,767 paradigms";
  }
  return id - 1;
}

/* All forms by the rules of one flag; for a suffix, then every prefix that may stand before it. */
static void expand_flag(Expander *x, guint32 flag, const guint8 *stem, guint n, gboolean ask, gboolean prefixes,
                        guint suffix) {
  guint first = GPOINTER_TO_UINT(g_hash_table_lookup(x->affixes->by_flag, GUINT_TO_POINTER(flag)));
  guint8 form[2 * MAX_CODES + 8];
  guint length;
  for (guint i = first; i > 0 && i <= x->affixes->rules->len && x->compiled[i - 1].rule->flag == flag; i++) {
    const Compiled *c = &x->compiled[i - 1];
    if (c->rule->prefix != prefixes || (suffix && !c->rule->cross) || !apply(c, stem, n, form, &length))
      continue;
    gboolean doubt = ask || c->rule->continued;
    guint id = transform_id(x, prefixes ? c->index : 0, prefixes ? suffix : c->index);
    put_form(x, form, length, doubt ? TL_ELEMENT_ASK : id);
    for (guint f = 0; !prefixes && c->rule->cross && !x->affixes->complete && f < x->word_flags->len; f++)
      expand_flag(x, g_array_index(x->word_flags, guint32, f), form, length, doubt, TRUE, c->index);
  }
}

static void count_bare(Expander *x) {
  if (x->bare.n > 0 && !x->bare.has_forms)
    tl_endings_add(x->endings, x->bare.codes, x->bare.n, x->bare.capitalised, x->bare.paradigm);
  x->bare.n = 0;
}

/* What an entry says of how words with its ending inflect. One without flags may be a word that never changes; but some
 * dictionaries write a name out, form by form (Путін, Путіна, Путіним): that says nothing. */
static void count_ending(Expander *x, const guint8 *codes, guint n, gboolean capitalised, guint paradigm) {
  if (x->word_flags->len > 0) {
    tl_endings_add(x->endings, codes, n, capitalised, paradigm);
    return;
  }
  if (x->bare.n >= 3 && n > x->bare.n && n - x->bare.n <= 4 && memcmp(codes, x->bare.codes, x->bare.n) == 0) {
    x->bare.has_forms = TRUE;
    return;
  }
  count_bare(x);
  memcpy(x->bare.codes, codes, n);
  x->bare.n = n;
  x->bare.paradigm = paradigm;
  x->bare.capitalised = capitalised;
  x->bare.has_forms = FALSE;
}

static void expand_entry(Expander *x, const char *word, const char *end, const char *flags) {
  guint8 codes[MAX_CODES];
  guint8 n;
  if (!tl_affixes_flags(x->affixes, flags, x->word_flags))
    g_array_set_size(x->word_flags, 0);
  if (word == end || !encode(x, word, end, codes, MAX_CODES, &n))
    return;
  gboolean ask = FALSE;
  for (guint f = 0; f < x->word_flags->len; f++)
    ask =
        ask || g_hash_table_contains(x->affixes->doubtful, GUINT_TO_POINTER(g_array_index(x->word_flags, guint32, f)));
  guint paradigm = paradigm_id(x);
  put_form(x, codes, n, ask ? TL_ELEMENT_ASK : TL_ELEMENT_ENTRY | paradigm);
  if (!ask)
    count_ending(x, codes, n, g_unichar_isupper(g_utf8_get_char(word)), paradigm);
  for (guint f = 0; f < x->word_flags->len; f++) {
    guint32 flag = g_array_index(x->word_flags, guint32, f);
    expand_flag(x, flag, codes, n, ask, FALSE, 0);
    if (!x->affixes->complete)
      expand_flag(x, flag, codes, n, ask, TRUE, 0);
  }
}

/* "word/flags<TAB or space>morphology"; `\/` is a slash in the word. Cuts the line in place. */
static void expand_line(Expander *x, char *line) {
  line[strcspn(line, "\t\r")] = '\0';
  for (char *p = strchr(line, ' '); p; p = strchr(p + 1, ' ')) /* " po:noun": a morphological field */
    if (g_ascii_isalpha(p[1]) && g_ascii_isalpha(p[2]) && p[3] == ':') {
      *p = '\0';
      break;
    }
  char *out = line, *p = line;
  while (*p && *p != '/') {
    if (p[0] == '\\' && p[1] == '/')
      p++;
    *out++ = *p++;
  }
  const char *flags = *p == '/' ? p + 1 : p;
  if (x->models && out - line < TL_ADDITION_MAX) {
    char word[TL_ADDITION_MAX];
    memcpy(word, line, (gsize)(out - line));
    word[out - line] = '\0';
    const char *known = g_hash_table_lookup(x->models, word);
    if (known && strlen(flags) > strlen(known)) /* of homographs the one that has most forms */
      g_hash_table_insert(x->models, g_strdup(word), g_strdup(flags));
  }
  expand_entry(x, line, out, flags);
}

static void note_model(const char *word, const char *model, gpointer user) {
  Expander *x = user;
  (void)word;
  if (*model)
    g_hash_table_insert(x->models, g_strdup(model), g_strdup(""));
}

static void expand_addition(const char *word, const char *model, gpointer user) {
  Expander *x = user;
  const char *flags = *model ? g_hash_table_lookup(x->models, model) : "";
  expand_entry(x, word, word + strlen(word), flags ? flags : "");
}

static gboolean expand_all(Expander *x, const char *name, GBytes *dic, GError **error) {
  gsize size, written;
  const char *bytes = g_bytes_get_data(dic, &size);
  g_autofree char *text = g_convert(bytes, (gssize)size, "UTF-8", x->affixes->encoding, NULL, &written, NULL);
  if (!text || memchr(text, '\0', written)) {
    tl_error_at(error, TLUMACH_ERROR_DICTIONARY, name, 0, 0, "is not %s text", x->affixes->encoding);
    return FALSE;
  }
  char *line = strchr(text, '\n'); /* the first line is the count */
  while (line && !x->full) {
    char *next = strchr(++line, '\n');
    if (next)
      *next = '\0';
    if (*line && *line != '#' && *line != '\t')
      expand_line(x, line);
    line = next;
  }
  if (x->full)
    tl_error_at(error, TLUMACH_ERROR_LIMIT, name, 0, 0, "cannot be frozen: %s", x->full);
  return !x->full;
}

TlExpansion *tl_expand(const char *name, GBytes *dic, GBytes *additions, const TlAffixes *affixes, GError **error) {
  g_autoptr(TlExpansion) out = g_new0(TlExpansion, 1);
  out->alphabet = g_array_new(FALSE, FALSE, sizeof(guint32));
  out->keys = g_byte_array_new();
  out->starts = g_array_new(FALSE, FALSE, sizeof(guint32));
  out->transforms = g_array_new(FALSE, FALSE, sizeof(TlFrozenTransform));
  out->rules = g_array_new(FALSE, TRUE, sizeof(const TlAffixRule *));
  out->paradigms = g_array_new(FALSE, FALSE, sizeof(guint32));
  out->flags = g_array_new(FALSE, FALSE, sizeof(guint32));
  g_array_set_size(out->rules, 1);
  Expander x = {.affixes = affixes, .out = out};
  x.codes = g_hash_table_new(NULL, NULL);
  x.transform_ids = g_hash_table_new(NULL, NULL);
  x.paradigm_ids = g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  x.word_flags = g_array_new(FALSE, FALSE, sizeof(guint32));
  x.endings = tl_endings_new();
  if (additions) {
    x.models = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    tl_additions_each(additions, note_model, &x);
  }
  gboolean done = compile_rules(&x) && expand_all(&x, name, dic, error);
  if (done && additions)
    tl_additions_each(additions, expand_addition, &x);
  if (!done && error && !*error)
    tl_error_at(error, TLUMACH_ERROR_LIMIT, name, 0, 0, "cannot be frozen: %s", x.full);
  g_array_append_val(out->paradigms, out->flags->len);
  count_bare(&x);
  out->endings = tl_endings_finish(x.endings);
  for (guint i = 0; x.compiled && i < affixes->rules->len; i++)
    g_free(x.compiled[i].condition);
  g_free(x.compiled);
  g_hash_table_unref(x.codes);
  g_hash_table_unref(x.transform_ids);
  g_hash_table_unref(x.paradigm_ids);
  g_array_unref(x.word_flags);
  if (x.models)
    g_hash_table_unref(x.models);
  return done ? g_steal_pointer(&out) : NULL;
}

void tl_expansion_free(TlExpansion *x) {
  if (!x)
    return;
  GArray *arrays[] = {x->alphabet, x->starts, x->transforms, x->rules, x->paradigms, x->flags, x->endings};
  for (guint i = 0; i < G_N_ELEMENTS(arrays); i++)
    if (arrays[i])
      g_array_unref(arrays[i]);
  g_byte_array_unref(x->keys);
  g_free(x);
}
