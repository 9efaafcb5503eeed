#include "bitext/align/forms.h"

#include <string.h>

#include "text/fold.h"

/* Unknown forms have one stem when they share so many letters at least, and no more than so many follow. */
#define STEM_MIN 4u
#define ENDING_MAX 3u

struct TlAlignForms {
  TlArena *arena;
  const TlAlignLanguage *language;
  GHashTable *numbers; /* text -> number + 1 */
  GArray *forms;
  GHashTable *counts; /* lemma -> words that may be its forms */
};

TlAlignForms *tl_align_forms_new(TlArena *arena, const TlAlignLanguage *language) {
  TlAlignForms *forms = g_new0(TlAlignForms, 1);
  forms->arena = arena;
  forms->language = language;
  forms->numbers = g_hash_table_new(g_str_hash, g_str_equal);
  forms->forms = g_array_new(FALSE, TRUE, sizeof(TlAlignForm));
  forms->counts = g_hash_table_new(g_str_hash, g_str_equal);
  return forms;
}

void tl_align_forms_free(TlAlignForms *forms) {
  if (!forms)
    return;
  g_hash_table_unref(forms->numbers);
  g_array_unref(forms->forms);
  g_hash_table_unref(forms->counts);
  g_free(forms);
}

const TlAlignForm *tl_align_forms_get(const TlAlignForms *forms, guint number) {
  return &g_array_index(forms->forms, TlAlignForm, number);
}

guint tl_align_forms_add(TlAlignForms *forms, const char *word, size_t length, gboolean starts) {
  char folded[TL_WORD_MAX], lower[TL_WORD_MAX];
  size_t n = tl_fold_word(word, length, folded);
  if (n == 0) /* too long for a word: its beginning will do */
    g_strlcpy(folded, "…", sizeof folded), n = strlen(folded);
  if (tl_lower_word(folded, n, lower) == 0)
    g_strlcpy(lower, folded, sizeof lower);
  gpointer known = g_hash_table_lookup(forms->numbers, lower);
  guint number = known ? GPOINTER_TO_UINT(known) - 1 : forms->forms->len;
  if (!known) {
    TlAlignForm form = {.text = tl_arena_strdup(forms->arena, lower), .cased = tl_arena_strdup(forms->arena, folded)};
    g_array_append_val(forms->forms, form);
    g_hash_table_insert(forms->numbers, (gpointer)form.text, GUINT_TO_POINTER(number + 1));
  }
  TlAlignForm *form = &g_array_index(forms->forms, TlAlignForm, number);
  form->count++;
  if (!starts) {
    form->inside++;
    form->capital += strcmp(folded, lower) != 0;
  }
  return number;
}

static void put_lemma(GPtrArray *lemmas, TlArena *arena, const char *lemma) {
  char lower[TL_WORD_MAX];
  if (tl_lower_word(lemma, strlen(lemma), lower) == 0)
    return;
  for (guint i = 0; i < lemmas->len; i++)
    if (strcmp(g_ptr_array_index(lemmas, i), lower) == 0)
      return;
  g_ptr_array_add(lemmas, tl_arena_strdup(arena, lower));
}

static void try_casing(const TlAlignLanguage *language, const char *word, const char *const *usual, GPtrArray *lemmas,
                       TlArena *arena) {
  TlReadings readings;
  readings.n = readings.used = 0;
  tl_lexicon_readings(language->lexicon, word, strlen(word), &readings);
  for (guint i = 0; i < readings.n; i++)
    if (!usual || tl_homographs_allow(usual, tl_reading_stem(&readings, i)))
      put_lemma(lemmas, arena, tl_reading_stem(&readings, i));
}

/* Everything that the form may be a form of, in small letters. */
static void find_lemmas(TlAlignForms *forms, TlAlignForm *form) {
  const TlAlignLanguage *language = forms->language;
  g_autoptr(GPtrArray) lemmas = g_ptr_array_new();
  const char *const *irregular = language->lists ? tl_irregular_lemmas(language->lists->irregulars, form->text) : NULL;
  const char *const *usual = language->lists ? tl_homographs_usual(language->lists->homographs, form->text) : NULL;
  for (; irregular && *irregular; irregular++)
    put_lemma(lemmas, forms->arena, *irregular);
  if (language->lexicon) {
    char title[TL_WORD_MAX];
    try_casing(language, form->text, usual, lemmas, forms->arena);
    if (strcmp(form->text, form->cased) != 0)
      try_casing(language, form->cased, usual, lemmas, forms->arena);
    if (lemmas->len == 0 && !usual && tl_title_word(form->text, strlen(form->text), title) &&
        strcmp(title, form->cased) != 0)
      try_casing(language, title, usual, lemmas, forms->arena);
  }
  if (language->preferred && g_hash_table_contains(language->preferred, form->text))
    put_lemma(lemmas, forms->arena, form->text);
  for (guint i = 0; i < lemmas->len; i++) {
    gpointer lemma = g_ptr_array_index(lemmas, i);
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(forms->counts, lemma));
    g_hash_table_insert(forms->counts, lemma, GUINT_TO_POINTER(n + form->count));
  }
  g_ptr_array_add(lemmas, NULL);
  form->lemmas = tl_arena_memdup(forms->arena, lemmas->pdata, lemmas->len * sizeof(gpointer));
}

/* Of two lemmas that say the same, the shorter one, whatever order a dictionary gives them in. */
static gboolean goes_before(const char *a, const char *b) {
  size_t n = strlen(a), m = strlen(b);
  return n != m ? n < m : strcmp(a, b) < 0;
}

static const char *best_lemma(const TlAlignForms *forms, const TlAlignForm *form) {
  const GHashTable *preferred = forms->language->preferred;
  const char *best = NULL;
  guint most = 0;
  for (const char **lemma = form->lemmas; *lemma; lemma++) {
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(forms->counts, *lemma));
    if (preferred && g_hash_table_contains((GHashTable *)preferred, *lemma))
      n += strcmp(*lemma, form->text) == 0 ? 1u << 31 : 1u << 30;
    if (n > most || (n == most && best && goes_before(*lemma, best)))
      most = n, best = *lemma;
  }
  return best;
}

static gint by_text(gconstpointer a, gconstpointer b) {
  return strcmp((*(TlAlignForm *const *)a)->text, (*(TlAlignForm *const *)b)->text);
}

/* Characters that both words begin with; `*rest_a`, `*rest_b` those that follow. */
static guint common_beginning(const char *a, const char *b, guint *rest_a, guint *rest_b) {
  guint n = 0;
  while (*a && g_utf8_get_char(a) == g_utf8_get_char(b))
    a = g_utf8_next_char(a), b = g_utf8_next_char(b), n++;
  *rest_a = (guint)g_utf8_strlen(a, -1);
  *rest_b = (guint)g_utf8_strlen(b, -1);
  return n;
}

/* In the order of the alphabet a stem's forms follow each other; the first of them stands for all. */
static void join_unknown(GPtrArray *unknown) {
  const TlAlignForm *head = NULL;
  g_ptr_array_sort(unknown, by_text);
  for (guint i = 0; i < unknown->len; i++) {
    TlAlignForm *form = g_ptr_array_index(unknown, i);
    guint rest_head = 0, rest = 0;
    guint common = head ? common_beginning(head->text, form->text, &rest_head, &rest) : 0;
    if (common < STEM_MIN || rest_head > ENDING_MAX || rest > ENDING_MAX || common + 1 < rest_head + rest)
      head = form;
    form->chosen = head->text;
  }
}

/* What live Hunspell will be asked: as words stand, then with a capital those that it does not know so. */
static void expect_all(const TlAlignForms *forms) {
  TlLexicon *lexicon = forms->language->lexicon;
  g_autoptr(GPtrArray) words = g_ptr_array_new(), titles = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < forms->forms->len; i++) {
    const TlAlignForm *form = tl_align_forms_get(forms, i);
    g_ptr_array_add(words, (gpointer)form->text);
    if (strcmp(form->text, form->cased) != 0)
      g_ptr_array_add(words, (gpointer)form->cased);
  }
  tl_lexicon_expect(lexicon, (const char *const *)words->pdata, words->len);
  for (guint i = 0; i < forms->forms->len; i++) {
    const TlAlignForm *form = tl_align_forms_get(forms, i);
    TlReadings readings;
    readings.n = readings.used = 0;
    char title[TL_WORD_MAX];
    if (tl_lexicon_readings(lexicon, form->text, strlen(form->text), &readings) == TL_UNKNOWN &&
        tl_title_word(form->text, strlen(form->text), title))
      g_ptr_array_add(titles, g_strdup(title));
  }
  tl_lexicon_expect(lexicon, (const char *const *)titles->pdata, titles->len);
}

void tl_align_forms_choose(TlAlignForms *forms) {
  g_autoptr(GPtrArray) unknown = g_ptr_array_new();
  if (forms->language->lexicon)
    expect_all(forms);
  for (guint i = 0; i < forms->forms->len; i++)
    find_lemmas(forms, &g_array_index(forms->forms, TlAlignForm, i));
  for (guint i = 0; i < forms->forms->len; i++) {
    TlAlignForm *form = &g_array_index(forms->forms, TlAlignForm, i);
    form->chosen = best_lemma(forms, form);
    if (!form->chosen)
      g_ptr_array_add(unknown, form);
  }
  join_unknown(unknown);
}
