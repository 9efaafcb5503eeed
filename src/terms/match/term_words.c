/* Which words of a term inflect. Measured on lemma-annotated Ukrainian, noun + genitive: precision 86 % when all words
 * inflect, 99 % with dependents of the head frozen; freezing after an adjective instead would cost more than half of
 * the recall. */
#include "terms/match/term_words.h"

#include <string.h>

#include "lang/inflect.h"
#include "lang/surname.h"
#include "text/fold.h"
#include "text/token.h"

static void word_free(gpointer data) {
  TlTermWord *word = data;
  g_free(word->written);
  g_free(word->folded);
  g_free(word->form);
  g_strfreev(word->stems);
  g_strfreev(word->forms);
  g_free(word);
}

static void add_once(GPtrArray *list, const char *text) {
  for (guint i = 0; i < list->len; i++)
    if (strcmp(g_ptr_array_index(list, i), text) == 0)
      return;
  g_ptr_array_add(list, g_strdup(text));
}

static char **finish(GPtrArray *list) {
  g_ptr_array_add(list, NULL);
  return (char **)g_ptr_array_free(list, FALSE);
}

static gboolean same_small(const char *word, const char *form) {
  char lower[TL_WORD_MAX];
  return tl_lower_word(word, strlen(word), lower) > 0 && strcmp(lower, form) == 0;
}

/* The casing whose readings are meant: as written if the dictionary has that, else small letters (an ordinary word
 * written large), else capitalised (a name written small). */
static TlTried casing_meant(const TlAnalysis *a) {
  static const TlTried order[] = {TL_TRIED_AS_IS, TL_TRIED_SMALL, TL_TRIED_CAPITAL};
  for (guint k = 0; k < G_N_ELEMENTS(order); k++)
    for (guint i = 0; i < a->readings.n; i++)
      if (a->tried[i] == order[k])
        return order[k];
  return TL_TRIED_AS_IS;
}

/* The reading that the citation form itself stands for, nouns first: most terms are. */
static gint cited_reading(const TlAnalysis *a, TlTried meant, const char *form) {
  gint cited = -1;
  for (guint i = 0; i < a->readings.n; i++) /* людей: listed as an entry, but a form of людина */
    if (a->irregular[i] && !same_small(tl_reading_stem(&a->readings, i), form))
      return -1;
  gboolean noun_form = FALSE;
  for (guint i = 0; i < a->readings.n; i++) {
    gboolean same = same_small(tl_reading_stem(&a->readings, i), form);
    noun_form = noun_form || (a->tried[i] == meant && !same && a->morphs[i].pos == TL_POS_NOUN);
    if (a->tried[i] == meant && same &&
        (cited < 0 || (a->morphs[i].pos == TL_POS_NOUN && a->morphs[cited].pos != TL_POS_NOUN)))
      cited = (gint)i;
  }
  /* дитини: listed as an entry that never changes, and a form of дитина */
  return cited >= 0 && noun_form && a->morphs[cited].pos == TL_POS_UNKNOWN ? -1 : cited;
}

/* The stems of one casing. When the citation form is itself a stem, that is the reading meant; else all of them are. In
 * a longer term only a noun is that sure of itself (головне завдання: головне is an entry, and a form of головний). */
static gint add_stems(const TlAnalysis *a, TlTried meant, gboolean alone, TlTermWord *word, GPtrArray *stems) {
  gboolean irregular =
      FALSE; /* a form of our table: what the dictionary lists beside it is that same form, as an entry */
  for (guint i = 0; i < a->readings.n; i++)
    irregular = irregular || (a->irregular[i] && !same_small(tl_reading_stem(&a->readings, i), word->form));
  gint cited = cited_reading(a, meant, word->form);
  gboolean sure = cited >= 0 && (alone || a->morphs[cited].pos == TL_POS_NOUN);
  for (guint i = 0; i < a->readings.n; i++)
    if (a->tried[i] == meant && !(irregular && same_small(tl_reading_stem(&a->readings, i), word->form)) &&
        (!sure || same_small(tl_reading_stem(&a->readings, i), word->form))) {
      if (stems->len == 0)
        word->morph = a->morphs[cited >= 0 ? (guint)cited : i];
      add_once(stems, tl_reading_stem(&a->readings, i));
    }
  return cited;
}

static void choose_stems(TlLexicon *lexicon, const TlAnalysis *a, gboolean alone, TlTermWord *word) {
  TlTried meant = casing_meant(a);
  GPtrArray *stems = g_ptr_array_new();
  gint cited = add_stems(a, meant, alone, word, stems);
  if ((!alone || word->how.case_exact) && word->casing == TL_CASING_CAPITAL &&
      meant == TL_TRIED_AS_IS) /* Сили оборони: силами, not only of Сила, a name */
    add_stems(a, TL_TRIED_SMALL, alone, word, stems);
  word->proper = meant != TL_TRIED_SMALL && word->casing != TL_CASING_SMALL;
  word->nominal = cited < 0 ? FALSE : tl_grammar_nominal(lexicon, &a->readings, (guint)cited);
  word->stems = finish(stems);
}

/* КАБи, КАБів, ЗРКами: an acronym that is read as a masculine noun has its endings behind it, in small letters. */
static char **acronym_forms(const char *acronym) {
  static const char *const endings[] = {"а", "у", "ові", "ом", "і", "и", "ів", "ам", "ами", "ах"};
  gunichar last = g_utf8_get_char(g_utf8_find_prev_char(acronym, acronym + strlen(acronym)));
  if (!g_utf8_strchr("БВГҐДЖЗКЛМНПРСТФХЦЧШЩ", -1, last))
    return NULL;
  GPtrArray *forms = g_ptr_array_new();
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
    g_ptr_array_add(forms, g_strconcat(acronym, endings[i], NULL));
  return finish(forms);
}

/* Forms like those of `model`, or by analogy where that is NULL; in small letters. */
static char **inflected(TlLexicon *lexicon, const char *folded, const char *model) {
  g_autoptr(GPtrArray) forms = g_ptr_array_new_with_free_func(g_free);
  if (!tl_inflect(lexicon, folded, model, forms))
    return NULL;
  GPtrArray *small = g_ptr_array_new();
  for (guint i = 0; i < forms->len; i++) {
    char lower[TL_WORD_MAX];
    const char *form = g_ptr_array_index(forms, i);
    if (tl_lower_word(form, strlen(form), lower))
      add_once(small, lower);
  }
  return finish(small);
}

/* Words without a paradigm inflect by analogy; words with digits or of other letters stay as they are. */
static void guess_forms(TlLexicon *lexicon, const TlToken *token, TlTermWord *word) {
  if ((token->flags & TL_TOKEN_DIGITS) || !(token->flags & TL_TOKEN_LETTERS) ||
      (word->casing == TL_CASING_MIXED && !tl_is_double_name(word->folded)))
    return;
  word->forms = word->casing == TL_CASING_ALL ? acronym_forms(word->folded) : inflected(lexicon, word->folded, NULL);
}

/* What kind of word it is, its model knows. A model without forms is none. */
static void follow_model(TlLexicon *lexicon, const TlWordLists *lists, TlTermWord *word) {
  char model[TL_WORD_MAX];
  size_t n = word->how.model ? tl_fold_word(word->how.model, word->how.model_length, model) : 0;
  char **forms = n > 0 ? inflected(lexicon, word->folded, model) : NULL;
  if (!forms) {
    word->how.role = TL_ROLE_UNSAID;
    return;
  }
  TlAnalysis analysis;
  tl_analyse(lexicon, lists, model, n, &analysis);
  word->morph = analysis.readings.n > 0 ? analysis.morphs[0] : word->morph;
  g_strfreev(word->forms);
  word->forms = forms;
}

static TlTermWord *make_word(TlLexicon *lexicon, const TlWordLists *lists, const char *text, const TlToken *token,
                             gboolean alone, const char *said) {
  char folded[TL_WORD_MAX], lower[TL_WORD_MAX];
  gsize length = token->span.end - token->span.start;
  size_t n = tl_fold_word(text + token->span.start, length, folded);
  if (n == 0 || tl_lower_word(folded, n, lower) == 0)
    return NULL;
  TlTermWord *word = g_new0(TlTermWord, 1);
  word->written = g_strndup(text + token->span.start, length);
  word->folded = g_strdup(folded);
  word->form = g_strdup(lower);
  word->how = tl_behaviour_said(said, lower);
  TlAnalysis analysis;
  tl_analyse(lexicon, lists, folded, n, &analysis);
  word->casing = analysis.casing;
  word->morph = (TlMorph){TL_POS_UNKNOWN, TL_CASE_ANY, TL_CASE_ANY, TL_GENDER_ANY};
  choose_stems(lexicon, &analysis, alone, word);
  if (word->morph.pos == TL_POS_UNKNOWN)
    guess_forms(lexicon, token, word);
  if (!word->stems[0])
    word->proper = word->casing != TL_CASING_SMALL;
  if (word->how.role == TL_ROLE_MODELLED)
    follow_model(lexicon, lists, word);
  return word;
}

static gboolean is_citation(const TlTermWord *word) {
  if (word->how.role == TL_ROLE_MODELLED || !word->stems[0])
    return TRUE;
  for (char **stem = word->stems; *stem; stem++)
    if (same_small(*stem, word->form))
      return TRUE;
  return FALSE;
}

/* склад правопорушення: a noun whose citation form is its genitive, too, is taken for one after a head. */
static gboolean may_be_genitive(const TlTermWord *word) {
  return word->morph.pos == TL_POS_NOUN && (word->morph.singular & TL_CASE_GEN);
}

/* уповноважений Верховної Ради: an adjective that does not agree with the one after it is a noun by use. */
static gboolean is_used_as_noun(GPtrArray *words, guint i) {
  const TlTermWord *word = g_ptr_array_index(words, i);
  const TlTermWord *next = i + 1 < words->len ? g_ptr_array_index(words, i + 1) : NULL;
  return next && word->morph.pos == TL_POS_ADJECTIVE && next->morph.pos == TL_POS_ADJECTIVE &&
         !tl_grammar_agree(word->morph, next->morph);
}

/* The word that the others depend on: the one that is said to be it, else the first noun; n when there is none. */
static guint find_head(GPtrArray *words) {
  guint head = words->len;
  for (guint i = words->len; i-- > 0;) {
    const TlTermWord *word = g_ptr_array_index(words, i);
    if (word->how.head)
      return i;
    if (word->morph.pos == TL_POS_NOUN || is_used_as_noun(words, i))
      head = i;
  }
  return head;
}

/* Adjectives agree with the next word that is none, if that is a noun. */
static void find_agreement(GPtrArray *words, guint i) {
  TlTermWord *word = g_ptr_array_index(words, i);
  if (word->morph.pos != TL_POS_ADJECTIVE || is_used_as_noun(words, i))
    return;
  for (guint k = i + 1; k < words->len; k++) {
    const TlTermWord *next = g_ptr_array_index(words, k);
    if (next->morph.pos == TL_POS_ADJECTIVE)
      continue;
    word->agrees = next->morph.pos == TL_POS_NOUN;
    word->head = k;
    break;
  }
}

static TlMorph in_nominative(TlMorph morph) {
  morph.singular &= TL_CASE_NOM;
  morph.plural &= TL_CASE_NOM;
  return morph;
}

/* Does it agree with the noun that follows it as the term has them? */
static gboolean belongs_to_next(GPtrArray *words, const TlTermWord *word) {
  return word->agrees && tl_grammar_agree(word->morph, ((TlTermWord *)g_ptr_array_index(words, word->head))->morph);
}

/* кислота сірчана, мова державна України: an adjective behind the head that agrees with it as the term has them. */
static gboolean follows_head(GPtrArray *words, guint i, guint head) {
  const TlTermWord *word = g_ptr_array_index(words, i);
  if (i <= head || belongs_to_next(words, word) || word->morph.pos != TL_POS_ADJECTIVE || is_used_as_noun(words, i))
    return FALSE;
  const TlTermWord *noun = g_ptr_array_index(words, head);
  return noun->morph.pos == TL_POS_NOUN && tl_grammar_agree(in_nominative(word->morph), in_nominative(noun->morph));
}

/* Ганна Панова: a woman's surname behind her name, no genitive of Панов. */
static gboolean is_her_surname(const TlTermWord *word, const TlTermWord *head) {
  g_autofree char *hers = word->stems[0] ? tl_surname_hers(word->stems[0]) : NULL;
  return hers && word->proper && head->proper && same_small(hers, word->form) &&
         (tl_morph_cases(&head->morph, TL_CONCORD_F) & TL_CASE_NOM);
}

/* Behind the head, words that are no citation form depend on it. `head`: where the word is behind it, else NULL. */
static TlRole usual_role(const TlTermWord *word, const TlTermWord *head, gboolean before_said_head) {
  if (head && (!is_citation(word) || may_be_genitive(word)) && !is_her_surname(word, head))
    return TL_ROLE_FROZEN;
  if (before_said_head && word->morph.pos == TL_POS_NOUN)
    return TL_ROLE_FROZEN;
  return word->stems[0] ? TL_ROLE_INFLECTS : word->forms ? TL_ROLE_GUESSED : TL_ROLE_FROZEN;
}

static void assign_roles(GPtrArray *words) {
  guint head = find_head(words);
  TlTermWord *it = head < words->len ? g_ptr_array_index(words, head) : NULL;
  gboolean head_is_said = it && it->how.head;
  for (guint i = 0; i < words->len; i++) {
    TlTermWord *word = g_ptr_array_index(words, i);
    TlRole said = word->how.role;
    if (said != TL_ROLE_FROZEN && said != TL_ROLE_LITERAL)
      find_agreement(words, i);
    if (said == TL_ROLE_UNSAID && follows_head(words, i, head)) {
      word->how.role = TL_ROLE_INFLECTS;
      word->agrees = TRUE;
      word->head = head;
    } else if (said == TL_ROLE_UNSAID)
      word->how.role = usual_role(word, i > head ? it : NULL, head_is_said && i < head);
    else if (said == TL_ROLE_INFLECTS) /* a word of which no forms are known stays as it is */
      word->how.role = usual_role(word, NULL, FALSE);
  }
  if (it)
    it->how.head = TRUE;
}

/* Of names that are inflected like adjectives, by the ending of the citation form. */
static guint8 gender_of_citation(const char *form) {
  static const struct {
    const char *ending;
    guint8 gender;
  } endings[] = {{"а", TL_GENDER_F}, {"я", TL_GENDER_F}, {"е", TL_GENDER_N}, {"є", TL_GENDER_N}};
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
    if (g_str_has_suffix(form, endings[i].ending))
      return endings[i].gender;
  return TL_GENDER_M;
}

static gboolean is_like_adjective(const TlTermWord *word) {
  g_autofree char *hers = tl_surname_hers(word->stems[0] ? word->stems[0] : word->form);
  return word->morph.pos == TL_POS_ADJECTIVE ? word->morph.singular != 0 : hers != NULL;
}

/* Зеленська is not Зеленський, Рівний no form of Рівне: a name that is inflected like an adjective has one gender,
 * unless it is an adjective to another word of the term. */
static void assign_gender(TlTermWord *word) {
  gboolean inflects = word->how.role == TL_ROLE_INFLECTS || word->how.role == TL_ROLE_GUESSED;
  word->gender = TL_GENDER_ANY;
  if (!word->proper || !inflects || word->agrees || !is_like_adjective(word))
    return;
  guint8 cited = gender_of_citation(word->form), may = word->morph.gender;
  word->gender = cited & may ? cited & may : may;
}

GPtrArray *tl_term_words(TlLexicon *lexicon, const TlWordLists *lists, const char *text, const char *said) {
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(word_free);
  TlScanner scanner;
  TlToken token;
  tl_scanner_init(&scanner, text, (TlumachSpan){0, strlen(text)});
  gboolean alone = tl_scanner_next(&scanner, &token) && !tl_scanner_next(&scanner, &token);
  tl_scanner_init(&scanner, text, (TlumachSpan){0, strlen(text)});
  while (tl_scanner_next(&scanner, &token)) {
    TlTermWord *word = words->len < TL_TERM_WORDS_MAX ? make_word(lexicon, lists, text, &token, alone, said) : NULL;
    if (!word)
      return NULL;
    word->point = token.gap == TL_GAP_POINT;
    g_ptr_array_add(words, word);
  }
  if (words->len == 0)
    return NULL;
  assign_roles(words);
  for (guint i = 0; i < words->len; i++)
    assign_gender(g_ptr_array_index(words, i));
  return g_steal_pointer(&words);
}
