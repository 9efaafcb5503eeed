/* Every word outside the terms is sorted into a class; a run of name words is a name.
 *
 * A capitalised word that the dictionary does not know is a name; at the start of a sentence only when the text has it
 * inside one, too, or nothing is near that it could be a slip of. A word that the dictionary has capitalised alone is a
 * name however it is written: `путін`. */
#include "session/name_spans.h"

#include <string.h>

#include "lang/full_name.h"
#include "session/words.h"
#include "text/pinyin.h"
#include "text/romanize.h"

typedef enum Class {
  OTHER,
  WRONG,          /* unknown, and no name */
  NAME,           /* surely part of a name */
  MAYBE,          /* unknown, capitalised, at the start of a sentence */
  MAYBE_OR_OTHER, /* the same of a name that is a rare word, too */
  BESIDE,         /* part of a name when beside one: short, or a name that is a word, too (Віра) */
  CAPITAL, /* an ordinary word, written large inside a sentence: part of a name behind one (Остап Верхолаз) */
  SMALL,  /* the same, written small (сергія): beside a name written small */
  INITIAL /* one capital letter */
} Class;

typedef struct Finder {
  const TlumachSession *session;
  const TlWordsOfText *words;
  TlArena *arena;
  TlNames *names;
  guint8 *classes;     /* Class of each token */
  GHashTable *inside;  /* citation forms of unknown names inside sentences */
  GHashTable *chinese; /* citation form of one word of a Chinese name -> its pinyin */
} Finder;

static const TlToken *token_at(const Finder *f, guint i) {
  return &g_array_index(f->words->tokens, TlToken, i);
}

/* The word as the names are asked for it: folded, Cyrillic, its first letter large. */
static gboolean name_word(const Finder *f, guint i, char out[TL_WORD_MAX]) {
  const TlToken *token = token_at(f, i);
  char folded[TL_WORD_MAX], cyrillic[TL_WORD_MAX];
  size_t n = tl_fold_word(f->words->text + token->span.start, token->span.end - token->span.start, folded);
  const char *word = folded;
  if (n > 0 && (token->flags & TL_TOKEN_LATIN)) {
    size_t exchanged = tl_lookalike_word(folded, n, TRUE, cyrillic);
    word = exchanged ? cyrillic : folded;
    n = exchanged ? exchanged : n;
  }
  if (n == 0)
    return FALSE;
  if ((token->flags & (TL_TOKEN_CAPITAL | TL_TOKEN_UPPER_REST)) == 0)
    return tl_title_word(word, n, out) > 0;
  memcpy(out, word, n + 1);
  return TRUE;
}

static gboolean has_reading(const TlAnalysis *a, TlTried tried) {
  for (guint i = 0; i < a->readings.n; i++)
    if (a->tried[i] == tried)
      return TRUE;
  return FALSE;
}

static glong letters_of(const Finder *f, const TlToken *token) {
  return g_utf8_strlen(f->words->text + token->span.start, (gssize)(token->span.end - token->span.start));
}

/* Сумська-Боримська: each half with a capital and otherwise small. */
static gboolean is_double(const char *word) {
  const char *hyphen = strchr(word, '-');
  return hyphen && tl_casing(word, (size_t)(hyphen - word)) == TL_CASING_CAPITAL &&
         tl_casing(hyphen + 1, strlen(hyphen + 1)) == TL_CASING_CAPITAL;
}

static Class classify(Finder *f, guint i) {
  const TlToken *token = token_at(f, i);
  char folded[TL_WORD_MAX];
  TlumachVerdict verdict = tl_judge_word(f->session, f->words->text, f->words->length, token, folded);
  gboolean large = (token->flags & TL_TOKEN_CAPITAL) != 0;
  glong letters = letters_of(f, token);
  if (large && letters == 1 && !(token->flags & TL_TOKEN_DIGITS))
    return INITIAL;
  if (verdict == TLUMACH_WORD_PASSED)
    return OTHER;
  TlAnalysis a;
  tl_analyse(f->session->lexicon, &f->session->lists, folded, strlen(folded), &a);
  if (a.casing == TL_CASING_ALL)
    return verdict == TLUMACH_WORD_WRONG ? (letters <= 6 ? NAME : WRONG) : OTHER;
  if (verdict == TLUMACH_WORD_WRONG && !large)
    return has_reading(&a, TL_TRIED_CAPITAL) ? NAME : WRONG;
  if (verdict == TLUMACH_WORD_WRONG)
    return a.casing != TL_CASING_CAPITAL && !is_double(folded) ? WRONG : token->starts ? MAYBE : NAME;
  if (!large)
    return has_reading(&a, TL_TRIED_CAPITAL) && !tl_is_usual(f->session, folded) ? SMALL : OTHER;
  if (!a.known_small) /* known by its parts alone: Дзвінчук-Гай */
    return has_reading(&a, TL_TRIED_AS_IS) || (token->flags & TL_TOKEN_HYPHEN) ? NAME : OTHER;
  gboolean rare = has_reading(&a, TL_TRIED_AS_IS) && letters > 3 && !tl_is_usual(f->session, folded); /* Зеленського */
  if (token->starts || rare)
    return !rare ? OTHER : token->starts ? MAYBE_OR_OTHER : NAME;
  return letters <= 3 || has_reading(&a, TL_TRIED_AS_IS) ? BESIDE : CAPITAL;
}

static void classify_all(Finder *f) {
  guint hit = 0;
  char word[TL_WORD_MAX];
  const GArray *hits = f->words->hits;
  for (guint i = 0; i < f->words->tokens->len; i++) {
    const TlToken *token = token_at(f, i);
    while (hit < hits->len && g_array_index(hits, TlumachHit, hit).span.end <= token->span.start)
      hit++;
    gboolean in_term = hit < hits->len && g_array_index(hits, TlumachHit, hit).span.start <= token->span.start;
    f->classes[i] = (guint8)(in_term ? OTHER : classify(f, i));
    if ((f->classes[i] == NAME || f->classes[i] == MAYBE) && name_word(f, i, word))
      tl_names_note(f->names, word);
  }
}

/* Unknown words that begin sentences: names, or slips. */
static void settle_starts(Finder *f) {
  char word[TL_WORD_MAX];
  for (guint i = 0; i < f->words->tokens->len; i++)
    if (f->classes[i] == NAME && name_word(f, i, word))
      g_hash_table_add(f->inside, (gpointer)tl_names_citation(f->names, word, NULL));
  for (guint i = 0; i < f->words->tokens->len; i++) {
    if ((f->classes[i] != MAYBE && f->classes[i] != MAYBE_OR_OTHER) || !name_word(f, i, word))
      continue;
    gboolean name = g_hash_table_contains(f->inside, word) ||
                    g_hash_table_contains(f->inside, tl_names_citation(f->names, word, NULL));
    if (!name && f->classes[i] == MAYBE) {
      g_auto(GStrv) near = tlumach_suggest(f->session, word, 1);
      name = near[0] == NULL;
    }
    f->classes[i] = (guint8)(name ? NAME : f->classes[i] == MAYBE ? WRONG : OTHER);
  }
}

/* Do the words `i` and `i + 1` stand together: white space alone between them, or the point of an initial? */
static gboolean joined(const Finder *f, guint i) {
  if (i + 1 >= f->words->tokens->len)
    return FALSE;
  const TlToken *left = token_at(f, i), *right = token_at(f, i + 1);
  if (right->gap == TL_GAP_SPACE && !right->starts)
    return TRUE;
  if (f->classes[i] != INITIAL || right->span.start - left->span.end > 4 || f->words->text[left->span.end] != '.')
    return FALSE;
  for (size_t at = left->span.end + 1; at < right->span.start; at++)
    if (f->words->text[at] != ' ' && (guchar)f->words->text[at] != 0xC2 && (guchar)f->words->text[at] != 0xA0)
      return FALSE;
  return TRUE;
}

/* May word `i` stand in one name with its neighbour `beside`? */
static gboolean extends(const Finder *f, guint i, guint beside) {
  return f->classes[i] == NAME || f->classes[i] == BESIDE || f->classes[i] == INITIAL ||
         (f->classes[i] == SMALL && f->classes[beside] == NAME && !(token_at(f, beside)->flags & TL_TOKEN_CAPITAL));
}

/* Ван I: common words and single letters make a name when they are a surname and a given name of China. */
static void settle_chinese(Finder *f) {
  char surname[TL_WORD_MAX], given[TL_WORD_MAX];
  for (guint i = 0; i + 1 < f->words->tokens->len; i++) {
    const TlToken *left = token_at(f, i), *right = token_at(f, i + 1);
    if ((f->classes[i] != BESIDE && f->classes[i] != NAME && f->classes[i] != INITIAL) || right->gap != TL_GAP_SPACE ||
        right->starts || !(left->flags & right->flags & TL_TOKEN_CAPITAL) || (f->classes[i + 1] == OTHER) ||
        !name_word(f, i, surname) || !name_word(f, i + 1, given))
      continue;
    g_autofree char *name = g_strconcat(
        surname, " ", f->classes[i + 1] == INITIAL ? given : tl_names_citation(f->names, given, NULL), NULL);
    g_autoptr(GString) latin = g_string_new(NULL);
    if (tl_pinyin_name(name, latin))
      f->classes[i] = f->classes[i + 1] = NAME;
  }
}

static void romanize_name(Finder *f, const char *citation, guint words, GString *latin, GString *why) {
  const char *known = words == 1 ? g_hash_table_lookup(f->chinese, citation) : NULL;
  if (known || tl_pinyin_name(citation, latin)) {
    g_string_append(latin, known ? known : "");
    g_string_append(why, "; Chinese, in pinyin");
    return;
  }
  const char *space = strrchr(citation, ' ');
  const char *surname = space && f->words->surnames ? g_hash_table_lookup(f->words->surnames, space + 1) : NULL;
  tl_romanize(citation, surname ? (size_t)(space + 1 - citation) : strlen(citation), latin);
  if (surname) {
    g_string_append(latin, surname);
    g_string_append(why, "; the surname as in the term base");
  }
}

/* Remembers what the words of a Chinese name are alone: later the text says Сі, or Цзіньпін. */
static void learn_chinese(Finder *f, const char *citation) {
  g_autoptr(GString) whole = g_string_new(NULL);
  g_auto(GStrv) words = g_strsplit(citation, " ", -1);
  for (guint i = 0; tl_pinyin_name(citation, whole) && words[i]; i++) {
    g_autoptr(GString) one = g_string_new(NULL);
    if (tl_pinyin_word(words[i], one, NULL))
      g_hash_table_insert(f->chinese, g_strdup(words[i]), g_strdup(one->str));
    g_string_truncate(whole, 0);
  }
}

/* The name's words as lang/full_name.h wants them. */
static GPtrArray *words_of(const Finder *f, guint first, guint last) {
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  char word[TL_WORD_MAX];
  for (guint i = first; i <= last; i++) {
    gboolean point = f->classes[i] == INITIAL && f->words->text[token_at(f, i)->span.end] == '.';
    g_ptr_array_add(words, name_word(f, i, word) ? g_strconcat(word, point ? "." : NULL, NULL) : g_strdup(""));
  }
  return words;
}

/* The citation form, and how each word came to it. */
static char *citation_of(Finder *f, guint first, guint last, GString *why) {
  g_autoptr(GPtrArray) words = words_of(f, first, last);
  gboolean small = FALSE;
  for (guint i = first; i <= last; i++)
    small = small || (token_at(f, i)->flags & TL_TOKEN_CAPITAL) == 0;
  char *citation = tl_full_name_citation(f->names, (const char *const *)words->pdata, words->len, why);
  if (small)
    g_string_append(why, why->len ? ", written small" : "written small");
  return citation;
}

static TlumachName make_name(Finder *f, guint first, guint last) {
  g_autoptr(GString) why = g_string_new(NULL);
  g_autoptr(GString) latin = g_string_new(NULL);
  g_autofree char *citation = citation_of(f, first, last, why);
  romanize_name(f, citation, last - first + 1, latin, why);
  TlumachName name = {.citation = tl_arena_strdup(f->arena, citation),
                      .romanized = tl_arena_strdup(f->arena, latin->str),
                      .why = tl_arena_strdup(f->arena, why->str)};
  name.span.start = token_at(f, first)->span.start;
  name.span.end = token_at(f, last)->span.end;
  return name;
}

typedef void (*RunFunc)(Finder *f, guint first, guint last, gpointer user);

static void each_run(Finder *f, RunFunc run, gpointer user) {
  guint n = f->words->tokens->len, before = 0; /* behind the run before */
  for (guint i = 0; i < n; i++) {
    if (f->classes[i] != NAME)
      continue;
    guint first = i, last = i;
    while (first > before && extends(f, first - 1, first) && joined(f, first - 1))
      first--;
    while (last + 1 < n && joined(f, last) && (extends(f, last + 1, last) || f->classes[last + 1] == CAPITAL))
      last++;
    g_autoptr(GPtrArray) words = words_of(f, first, last);
    last = first + tl_full_name_end(f->names, (const char *const *)words->pdata, words->len) - 1;
    run(f, first, last, user);
    i = MAX(i, last);
    before = last + 1;
  }
}

static void note_chinese(Finder *f, guint first, guint last, gpointer user) {
  (void)user;
  g_autoptr(GString) why = g_string_new(NULL);
  g_autofree char *citation = citation_of(f, first, last, why);
  learn_chinese(f, citation);
}

static void keep_name(Finder *f, guint first, guint last, gpointer user) {
  TlumachName name = make_name(f, first, last);
  g_array_append_val((GArray *)user, name);
}

void tl_find_names(const TlumachSession *session, const TlWordsOfText *words, TlArena *arena, GArray *names,
                   GArray *misspelt) {
  g_autoptr(TlNames) known = tl_names_new(session->lexicon, &session->lists);
  g_autoptr(GHashTable) inside = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) chinese = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_autofree guint8 *classes = g_new0(guint8, words->tokens->len + 1);
  Finder f = {session, words, arena, known, classes, inside, chinese};
  classify_all(&f);
  settle_starts(&f);
  settle_chinese(&f);
  each_run(&f, note_chinese, NULL);
  each_run(&f, keep_name, names);
  for (guint i = 0; i < words->tokens->len; i++)
    if (classes[i] == WRONG)
      g_array_append_val(misspelt, *token_at(&f, i));
}

GArray *tl_tokens_of(const TlumachDocument *document) {
  GArray *tokens = g_array_new(FALSE, FALSE, sizeof(TlToken));
  guint n;
  const TlumachBlock *blocks = tlumach_document_blocks(document, &n);
  const char *text = tlumach_document_text(document, NULL);
  for (guint i = 0; i < n; i++) {
    TlScanner scanner;
    TlToken token;
    tl_scanner_init(&scanner, text, blocks[i].span);
    while (tl_scanner_next(&scanner, &token))
      g_array_append_val(tokens, token);
  }
  return tokens;
}

void tlumach_unknown(const TlumachSession *session, const TlumachDocument *document, const TlumachHit *hits,
                     guint n_hits, TlumachNameFunc named, TlumachWordFunc misspelt, gpointer user) {
  g_autoptr(TlArena) arena = tl_arena_new();
  g_autoptr(GArray) names = g_array_new(FALSE, FALSE, sizeof(TlumachName));
  g_autoptr(GArray) wrong = g_array_new(FALSE, FALSE, sizeof(TlToken));
  g_autoptr(GArray) terms = g_array_sized_new(FALSE, FALSE, sizeof(TlumachHit), n_hits);
  g_autoptr(GArray) tokens = tl_tokens_of(document);
  size_t length;
  const char *text = tlumach_document_text(document, &length);
  if (n_hits > 0)
    g_array_append_vals(terms, hits, n_hits);
  TlWordsOfText words = {text, length, tokens, terms, NULL};
  tl_find_names(session, &words, arena, names, wrong);
  for (guint i = 0; i < names->len; i++)
    named(&g_array_index(names, TlumachName, i), user);
  for (guint i = 0; i < wrong->len; i++)
    misspelt(g_array_index(wrong, TlToken, i).span, user);
}
