/* .dic × .aff, one level deep: each entry, each entry with a suffix, with a prefix, with both where both may combine.
 *
 * Which suffixes an entry takes and what they make of it, its paradigm and last letters tell. So the ends of its forms
 * are made once for all entries that have these in common, as a state of the automaton; an entry is the letters before
 * them, which lead there.
 *
 * What Hunspell would judge by more than that (doubtful flags, affixes that carry flags) is written down as "ask". */
#include "lang/frozen/expand.h"

#include <string.h>

#include "base/error.h"
#include "base/intern.h"
#include "lang/additions.h"
#include "lang/frozen/affix_run.h"
#include "lang/frozen/endings.h"
#include "lang/frozen/tails.h"

#define ENTRIES_MAX 4000000u
#define LETTERS_MAX 100000000u /* of all of them */
#define WORK_MAX 50000000u     /* rules tried, and eight a letter joined; de_DE needs under a half, uk_UA a tenth */
#define WORD_CODES 120u        /* letters of an entry */
#define FORM_CODES (WORD_CODES + 2 * TL_AFFIX_CODES)

typedef struct Expander {
  const TlAffixes *affixes;
  TlExpansion *out;
  TlAffixRun *runs;
  TlAutomaton *automaton;
  TlTails *tails;
  TlEndings *endings;
  TlInterner *texts; /* flags as an entry has them written */
  GArray *paradigm_of_text;
  TlInterner *flag_sets;
  GArray *paradigms; /* TlParadigm, beside `flag_sets` */
  GArray *paths;     /* TlAutomatonPath: the entries */
  GByteArray *letters;
  guint work;             /* besides that of `tails` */
  TlInterner *models;     /* words that additions inflect like */
  GPtrArray *model_flags; /* beside them; "" until they are met */
  const char *full;       /* why it cannot be frozen */
} Expander;

static void limit(Expander *x, gboolean reached, const char *what) {
  if (reached && !x->full)
    x->full = what;
}

static TlParadigm new_paradigm(Expander *x, guint id, const GArray *flags) {
  TlParadigm paradigm = {.id = id, .n_flags = flags->len};
  paradigm.suffixes = g_array_new(FALSE, FALSE, sizeof(guint32));
  paradigm.prefixes = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint f = 0; f < flags->len; f++) {
    guint32 flag = g_array_index(flags, guint32, f);
    guint first = GPOINTER_TO_UINT(g_hash_table_lookup(x->affixes->by_flag, GUINT_TO_POINTER(flag)));
    for (guint32 i = first - 1; first && i < x->affixes->rules->len && x->runs[i].rule->flag == flag; i++)
      g_array_append_val(x->runs[i].rule->prefix ? paradigm.prefixes : paradigm.suffixes, i);
    paradigm.ask = paradigm.ask || g_hash_table_contains(x->affixes->doubtful, GUINT_TO_POINTER(flag));
  }
  paradigm.tails = g_new0(guint, paradigm.prefixes->len + 1);
  x->work += paradigm.suffixes->len + paradigm.prefixes->len;
  return paradigm;
}

static guint paradigm_of(Expander *x, const char *text) {
  guint number = tl_interner_add(x->texts, text, strlen(text));
  if (number < x->paradigm_of_text->len)
    return g_array_index(x->paradigm_of_text, guint, number);
  g_autoptr(GArray) flags = g_array_new(FALSE, FALSE, sizeof(guint32));
  if (!tl_affixes_flags(x->affixes, text, flags))
    g_array_set_size(flags, 0);
  guint id = tl_interner_add(x->flag_sets, flags->data, flags->len * sizeof(guint32));
  if (id == x->paradigms->len) {
    TlParadigm paradigm = new_paradigm(x, id, flags);
    g_array_append_val(x->paradigms, paradigm);
    g_array_append_val(x->out->paradigms, x->out->flags->len);
    g_array_append_vals(x->out->flags, flags->data, flags->len);
    limit(x, id >= 0x7FFF, "more than 32,767 paradigms");
  }
  g_array_append_val(x->paradigm_of_text, id);
  return id;
}

static void put_path(Expander *x, const guint8 *codes, guint n, guint32 state) {
  TlAutomatonPath path = {.letters = x->letters->len, .n = n, .state = state};
  g_byte_array_append(x->letters, codes, n);
  g_array_append_val(x->paths, path);
}

/* A prefix changes what stands before the tail, unless the stem is so short that it looks at the tail, too: then it is
 * for each form by itself. */
static void expand_prefix(Expander *x, const TlParadigm *paradigm, guint which, const guint8 *stem, guint n) {
  guint8 form[FORM_CODES], whole[FORM_CODES];
  guint before = x->letters->len;
  guint32 rule = g_array_index(paradigm->prefixes, guint32, which - 1);
  const TlAffixRun *prefix = &x->runs[rule];
  TlTail tail = tl_tails_of(x->tails, paradigm, which, stem, n);
  if (n - tail.cut >= prefix->reach) {
    guint length = tl_affix_apply(prefix, stem, n - tail.cut, whole);
    if (length > 0)
      put_path(x, whole, length, tail.state);
    return;
  }
  for (guint i = 0; i <= tail.n_suffixes; i++) {
    guint suffix = i ? tail.suffixes[i - 1] + 1 : 0;
    guint length = suffix ? tl_affix_apply(&x->runs[suffix - 1], stem, n, form) : n;
    length = tl_affix_apply(prefix, suffix ? form : stem, length, whole);
    if (length > 0)
      put_path(x, whole, length,
               tl_automaton_end(x->automaton, tl_tails_element(x->tails, paradigm, rule + 1, suffix)));
  }
  x->work += tail.n_suffixes + x->letters->len - before;
}

/* After every step that one line of a dictionary can ask for many times. */
static void limit_all(Expander *x) {
  limit(x, x->paths->len > ENTRIES_MAX || x->letters->len > LETTERS_MAX, "more than 4 million entries");
  limit(x, x->work + tl_tails_work(x->tails) > WORK_MAX, "its rules take too much work");
  limit(x, x->out->transforms->len > TL_ELEMENT_ASK, "more than 32,767 ways to make a form");
  limit(x, tl_automaton_outgrown(x->automaton), "its automaton has more than 8 million arcs, or takes too much work");
}

static void expand_entry(Expander *x, const char *word, const char *end, const char *flags) {
  guint8 codes[WORD_CODES], n;
  if (word == end || !tl_letters_encode(x->out->letters, word, end, codes, WORD_CODES, &n))
    return;
  guint id = paradigm_of(x, flags);
  const TlParadigm *paradigm = &g_array_index(x->paradigms, TlParadigm, id);
  if (!paradigm->ask)
    tl_endings_add(x->endings, codes, n, g_unichar_isupper(g_utf8_get_char(word)), paradigm->id, paradigm->n_flags > 0);
  TlTail tail = tl_tails_of(x->tails, paradigm, 0, codes, n);
  put_path(x, codes, n - tail.cut, tail.state);
  limit_all(x);
  for (guint i = 1; i <= paradigm->prefixes->len && !x->full; i++) {
    expand_prefix(x, paradigm, i, codes, n);
    limit_all(x);
  }
  x->work += paradigm->prefixes->len;
}

/* "word/flags<TAB or space>morphology"; `\/` is a slash in the word. Cuts the line in place. */
static void expand_line(Expander *x, char *line) {
  line[strcspn(line, "\t\r")] = '\0';
  for (char *p = strchr(line, ' '); p; p = strchr(p + 1, ' ')) /* " po:noun": a morphological field */
    if (g_ascii_isalpha(p[1]) && g_ascii_isalpha(p[2]) && p[3] == ':') {
      *p = '\0';
      break;
    }
  char *out = line + strcspn(line, "/\\"), *p = out;
  while (*p && *p != '/') {
    if (p[0] == '\\' && p[1] == '/')
      p++;
    *out++ = *p++;
  }
  const char *flags = *p == '/' ? p + 1 : p;
  guint model = tl_interner_find(x->models, line, (size_t)(out - line));
  if (model != TL_NOT_INTERNED &&
      strlen(flags) > strlen(x->model_flags->pdata[model])) /* of homographs that which has most forms */
    x->model_flags->pdata[model] = (gpointer)flags;
  expand_entry(x, line, out, flags);
}

static void note_model(const char *word, const char *model, gpointer user) {
  Expander *x = user;
  (void)word;
  if (*model && tl_interner_add(x->models, model, strlen(model)) == x->model_flags->len)
    g_ptr_array_add(x->model_flags, (gpointer) "");
}

static void expand_addition(const char *word, const char *model, gpointer user) {
  Expander *x = user;
  guint known = tl_interner_find(x->models, model, strlen(model));
  if (!x->full)
    expand_entry(x, word, word + strlen(word), known != TL_NOT_INTERNED ? x->model_flags->pdata[known] : "");
}

/* NUL-terminated UTF-8, or NULL. */
static char *to_utf8(GBytes *dic, const char *encoding) {
  gsize size, written;
  const char *bytes = g_bytes_get_data(dic, &size);
  gboolean is_utf8 = g_ascii_strcasecmp(encoding, "UTF-8") == 0;
  g_autofree char *text =
      is_utf8 ? g_strndup(bytes, size) : g_convert(bytes, (gssize)size, "UTF-8", encoding, NULL, &written, NULL);
  return text && g_utf8_validate_len(text, is_utf8 ? size : written, NULL) ? g_steal_pointer(&text) : NULL;
}

/* The text is left in pieces; flags of models lie in it. */
static void expand_text(Expander *x, char *text) {
  char *line = strchr(text, '\n'); /* the first line is the count */
  while (line && !x->full) {
    char *next = strchr(++line, '\n');
    if (next)
      *next = '\0';
    if (*line && *line != '#' && *line != '\t')
      expand_line(x, line);
    line = next;
  }
}

static void expand_all(Expander *x, char *text, GBytes *additions) {
  x->runs = tl_affix_runs(x->affixes, x->out->letters, x->out->rules);
  limit(x, !x->runs, "an affix rule too long to freeze");
  limit(x, x->out->rules->len > 0xFFFF, "more than 65,535 affix rules");
  if (x->full)
    return;
  x->tails = tl_tails_new(x->runs, x->automaton, x->out->transforms);
  if (additions)
    tl_additions_each(additions, note_model, x);
  expand_text(x, text);
  if (additions)
    tl_additions_each(additions, expand_addition, x);
  limit(x, x->out->letters->full, "more than 250 letters");
  limit(x, x->paths->len == 0, "it has no entries");
  if (x->full)
    return;
  guint32 root =
      tl_automaton_join(x->automaton, x->letters->data, (TlAutomatonPath *)(void *)x->paths->data, x->paths->len);
  limit(x, !tl_automaton_finish(x->automaton, root, &x->out->automaton),
        "its automaton has more than 8 million arcs, or takes too much work");
  g_array_append_val(x->out->paradigms, x->out->flags->len);
  x->out->endings = tl_endings_finish(x->endings);
}

static GArray *array_of(gsize element) {
  return g_array_new(FALSE, TRUE, (guint)element);
}

static Expander start(const TlAffixes *affixes, TlExpansion *out) {
  *out = (TlExpansion){.letters = tl_letters_new(),
                       .transforms = array_of(sizeof(TlFrozenTransform)),
                       .rules = g_array_set_size(array_of(sizeof(const TlAffixRule *)), 1),
                       .paradigms = array_of(sizeof(guint32)),
                       .flags = array_of(sizeof(guint32))};
  return (Expander){.affixes = affixes,
                    .out = out,
                    .automaton = tl_automaton_new(),
                    .endings = tl_endings_new(),
                    .texts = tl_interner_new(NULL),
                    .paradigm_of_text = array_of(sizeof(guint)),
                    .flag_sets = tl_interner_new(NULL),
                    .paradigms = array_of(sizeof(TlParadigm)),
                    .paths = array_of(sizeof(TlAutomatonPath)),
                    .letters = g_byte_array_new(),
                    .models = tl_interner_new(NULL),
                    .model_flags = g_ptr_array_new()};
}

static void stop(Expander *x) {
  GArray *arrays[] = {x->paradigm_of_text, x->paradigms, x->paths};
  TlInterner *interns[] = {x->texts, x->flag_sets, x->models};
  for (guint i = 0; i < x->paradigms->len; i++) {
    TlParadigm *paradigm = &g_array_index(x->paradigms, TlParadigm, i);
    g_array_unref(paradigm->suffixes);
    g_array_unref(paradigm->prefixes);
    g_free(paradigm->tails);
  }
  for (guint i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_array_unref(arrays[i]);
  for (guint i = 0; i < G_N_ELEMENTS(interns); i++)
    tl_interner_free(interns[i]);
  g_byte_array_unref(x->letters);
  g_ptr_array_unref(x->model_flags);
  if (x->tails)
    tl_tails_free(x->tails);
  tl_automaton_free(x->automaton);
  tl_endings_free(x->endings);
  tl_affix_runs_free(x->runs, x->affixes->rules->len);
}

TlExpansion *tl_expand(const char *name, GBytes *dic, GBytes *additions, const TlAffixes *affixes, GError **error) {
  g_autofree char *text = to_utf8(dic, affixes->encoding);
  if (!text) {
    tl_error_at(error, TLUMACH_ERROR_DICTIONARY, name, 0, 0, "is not %s text", affixes->encoding);
    return NULL;
  }
  g_autoptr(TlExpansion) out = g_new(TlExpansion, 1);
  Expander x = start(affixes, out);
  expand_all(&x, text, additions);
  stop(&x);
  if (!x.full)
    return g_steal_pointer(&out);
  tl_error_at(error, TLUMACH_ERROR_LIMIT, name, 0, 0, "cannot be frozen: %s", x.full);
  return NULL;
}

void tl_expansion_free(TlExpansion *x) {
  if (!x)
    return;
  GArray *arrays[] = {x->transforms, x->rules, x->paradigms, x->flags, x->endings};
  for (guint i = 0; i < G_N_ELEMENTS(arrays); i++)
    if (arrays[i])
      g_array_unref(arrays[i]);
  tl_letters_free(x->letters);
  tl_automaton_arrays_clear(&x->automaton);
  g_free(x);
}
