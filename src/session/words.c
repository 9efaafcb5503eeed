/* Single words: suggestions, lemmas, romanisation. */
#include "session/words.h"

#include <string.h>

#include "base/file.h"
#include "lang/analysis.h"
#include "lang/built_words.h"
#include "lang/grammar.h"
#include "lang/guess.h"
#include "lang/name_listed.h"
#include "lang/suggest.h"
#include "text/document.h"
#include "text/romanize.h"

#define NEAR_MAX 20000u /* words: a megabyte */

static gpointer load_usual(gpointer user) {
  const TlumachSession *session = user;
  g_autoptr(GBytes) bytes = session->usual_path && g_file_test(session->usual_path, G_FILE_TEST_EXISTS)
                                ? tl_file_read(session->usual_path, 0, NULL)
                                : NULL;
  return bytes ? tl_usual_parse(bytes) : NULL;
}

const TlUsual *tl_session_usual(const TlumachSession *session) {
  return g_once((GOnce *)&session->usual, load_usual, (gpointer)session);
}

static guint usual_word(const char *word, gpointer user) {
  TlumachSession *session = user;
  const TlUsual *usual = g_once(&session->usual, load_usual, session);
  return usual ? tl_usual(usual, session->lexicon, word) : 0;
}

gboolean tl_is_usual(const TlumachSession *session, const char *word) {
  return usual_word(word, (gpointer)session) > 0;
}

/* An old spelling as it is written now, in the word's casing; NULL: it is none. */
static char *mended(const TlumachSession *session, const char *folded) {
  char small[TL_WORD_MAX];
  size_t hyphen = tl_odd_hyphen(session->lexicon, session->lists.prefixes, folded);
  size_t n = tl_lower_word(folded, strlen(folded), small);
  g_autofree char *joined = hyphen ? g_strdup_printf("%.*s%s", (int)hyphen, small, small + hyphen + 1) : NULL;
  char *now = n > 0 ? tl_new_spelling(session->lists.old, joined ? joined : small) : NULL;
  if (!now && !joined)
    return NULL;
  g_autofree char *word = now ? now : g_steal_pointer(&joined);
  return tl_in_casing_of(folded, word);
}

/* At most `most` of `list`, `first` before them; old spellings and the word itself, which parts that are right alone
 * may make up (ЗСУ-шник), are left out. */
static char **put_first(const TlumachSession *session, const char *written, char *first, char **list, guint most) {
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func(g_free);
  if (first)
    g_ptr_array_add(out, first);
  for (char **word = list; *word; word++)
    if (strcmp(written, *word) != 0 && (!first || strcmp(first, *word) != 0) &&
        !tl_is_outdated(session, *word, strlen(*word)))
      g_ptr_array_add(out, g_strdup(*word));
  g_strfreev(list);
  g_ptr_array_set_size(out, (gint)MIN(out->len, most));
  g_ptr_array_add(out, NULL);
  g_ptr_array_set_free_func(out, NULL);
  return (char **)g_ptr_array_free(g_steal_pointer(&out), FALSE);
}

char **tlumach_suggest(const TlumachSession *session, const char *word, guint most) {
  char folded[TL_WORD_MAX];
  if (tl_fold_word(word, strlen(word), folded) == 0)
    return g_new0(char *, 1);
  const TlFrozen *frozen = tl_lexicon_frozen(session->lexicon);
  char **suggestions = frozen ? tl_suggest(frozen, folded, most, usual_word, (gpointer)session)
                              : tl_lexicon_suggest(session->lexicon, folded, 500);
  if (!frozen)
    tl_suggest_rank(folded, suggestions, usual_word, (gpointer)session);
  char *now = session->any_orthography ? NULL : mended(session, folded);
  return put_first(session, folded, now, suggestions, most);
}

gboolean tl_has_suggestion(const TlumachSession *shared, const char *folded) {
  TlumachSession *session = (TlumachSession *)shared; /* what is remembered changes no answer */
  gpointer has;
  g_mutex_lock(&session->near_lock);
  gboolean known = g_hash_table_lookup_extended(session->near, folded, NULL, &has);
  g_mutex_unlock(&session->near_lock);
  if (known)
    return GPOINTER_TO_INT(has);
  g_auto(GStrv) near = tlumach_suggest(session, folded, 1);
  g_mutex_lock(&session->near_lock);
  if (g_hash_table_size(session->near) >= NEAR_MAX)
    g_hash_table_remove_all(session->near);
  g_hash_table_replace(session->near, g_strdup(folded), GINT_TO_POINTER(near[0] != NULL));
  g_mutex_unlock(&session->near_lock);
  return near[0] != NULL;
}

void tlumach_words(const TlumachDocument *document, TlumachWordFunc found, gpointer user) {
  guint n;
  const TlumachBlock *blocks = tlumach_document_blocks(document, &n);
  const char *text = tlumach_document_text(document, NULL);
  for (guint i = 0; i < n; i++) {
    TlScanner scanner;
    TlToken token;
    tl_scanner_init(&scanner, text, blocks[i].span);
    while (tl_scanner_next(&scanner, &token))
      if (token.flags & TL_TOKEN_LETTERS)
        found(token.span, user);
  }
}

static void clear_lemma(gpointer data) {
  TlumachLemma *lemma = data;
  g_free(lemma->lemma);
  g_free(lemma->why);
}

static void add_lemma(GArray *lemmas, const char *text, const char *why, gboolean guessed) {
  for (guint i = 0; i < lemmas->len; i++)
    if (strcmp(g_array_index(lemmas, TlumachLemma, i).lemma, text) == 0)
      return;
  TlumachLemma lemma = {g_strdup(text), g_strdup(why), guessed};
  g_array_append_val(lemmas, lemma);
}

/* Seldom meant in running text. A form without usual readings is a verb or a function word: its nouns are rare. */
static gboolean is_rare(const TlAnalysis *a, guint i, const char *const *usual) {
  if (!usual || tl_homographs_allow(usual, tl_reading_stem(&a->readings, i)))
    return FALSE;
  return *usual || a->morphs[i].pos == TL_POS_NOUN || a->morphs[i].pos == TL_POS_ADJECTIVE;
}

static const char *say(const TlAnalysis *a, guint i, const char *const *usual) {
  if (a->irregular[i])
    return "irregular";
  if (is_rare(a, i, usual))
    return "dictionary; seldom this word in running text";
  static const char *const tried[] = {"dictionary", "dictionary, in small letters", "dictionary, capitalised"};
  return tried[a->tried[i]];
}

/* A reading, and what it is sorted by. */
typedef struct Ranked {
  guint reading, usual;
  const char *stem;
} Ranked;

/* By the casing that gave them, usual words first, then by their letters: Hunspell, live and frozen, has them in no
 * order that says anything. */
static int by_casing(gconstpointer x, gconstpointer y, gpointer analysis) {
  const TlAnalysis *a = analysis;
  const Ranked *r = x, *s = y;
  if (a->tried[r->reading] != a->tried[s->reading] || a->irregular[r->reading] != a->irregular[s->reading])
    return r->reading < s->reading ? -1 : 1;
  return r->usual != s->usual ? (r->usual > s->usual ? -1 : 1) : strcmp(r->stem, s->stem);
}

static guint rank(const TlumachSession *session, const TlAnalysis *a, Ranked ranked[TL_READINGS_MAX]) {
  guint n = a->readings.n;
  for (guint i = 0; i < n; i++) {
    const char *stem = tl_reading_stem(&a->readings, i);
    ranked[i] = (Ranked){i, n > 1 ? usual_word(stem, (gpointer)session) : 0, stem};
  }
  g_qsort_with_data(ranked, (gint)n, sizeof *ranked, by_casing, (gpointer)a);
  return n;
}

/* A form that the dictionary has by itself, without endings, is no citation form where the irregular pairs know one
 * (людьми, of людина), or where the dictionary has that, too (Путіним, of Путін). `name`: such a word with its
 * capital, or NULL. */
static gboolean is_bare_form(const TlAnalysis *a, guint i, const char *folded, const char *name) {
  const char *stem = tl_reading_stem(&a->readings, i);
  gboolean paired = name != NULL;
  for (guint k = 0; k < a->readings.n; k++)
    paired = paired || a->irregular[k];
  return paired && !a->irregular[i] && a->morphs[i].pos == TL_POS_UNKNOWN &&
         (strcmp(stem, folded) == 0 || g_strcmp0(stem, name) == 0);
}

GArray *tlumach_lemma(const TlumachSession *session, const char *word) {
  GArray *lemmas = g_array_new(FALSE, FALSE, sizeof(TlumachLemma));
  g_array_set_clear_func(lemmas, clear_lemma);
  char folded[TL_WORD_MAX];
  size_t n = tl_fold_word(word, strlen(word), folded);
  if (n == 0)
    return lemmas;
  TlAnalysis a;
  tl_analyse(session->lexicon, &session->lists, folded, n, &a);
  const char *const *usual = tl_homographs_usual(session->lists.homographs, folded);
  char large[TL_WORD_MAX]; /* a name, however it is written */
  gboolean name_alone = !a.known_small && tl_title_word(folded, n, large) > 0;
  g_autofree char *listed = name_alone ? tl_listed_citation(session->lexicon, large) : NULL;
  const char *form_of = listed && tl_is_listed_form(session->lexicon, listed, large) ? large : NULL;
  Ranked ranked[TL_READINGS_MAX];
  guint n_readings = rank(session, &a, ranked);
  for (int pass = 0; pass < 2; pass++) /* unusual readings last */
    for (guint k = 0; k < n_readings; k++) {
      guint i = ranked[k].reading;
      const char *stem = ranked[k].stem;
      gboolean rare = is_rare(&a, i, usual);
      gboolean name = a.tried[i] == TL_TRIED_CAPITAL && a.casing == TL_CASING_SMALL && a.known_as_is;
      if (rare == (pass == 1) && !name && !is_bare_form(&a, i, folded, form_of))
        add_lemma(lemmas, stem, say(&a, i, usual), FALSE);
    }
  if (listed)
    add_lemma(lemmas, listed, "dictionary, form by form", FALSE);
  if (lemmas->len == 0 && !g_ascii_isdigit(*folded)) { /* 3-х is no word like others */
    g_autoptr(GArray) guesses = tl_guesses_new();
    tl_guess_citations(session->lexicon, folded, guesses);
    for (guint i = 0; i < guesses->len && i < 3; i++)
      if (g_array_index(guesses, TlGuess, i).score >= 150)
        add_lemma(lemmas, g_array_index(guesses, TlGuess, i).citation, "unknown to the dictionary; by analogy", TRUE);
  }
  return lemmas;
}

void tlumach_romanize(const char *text, gsize length, GString *out) {
  tl_romanize(text, length, out);
}

typedef struct Romanizing {
  const char *text; /* of the whole document */
  const TlumachBlock *blocks;
  guint n, block; /* the first block that ends behind what was romanised */
  GString *out;
} Romanizing;

/* An entity that is no letter of ours stays an entity; an apostrophe inside a word is one. */
static void romanize_stretch(const char *source, size_t length, const char *text, size_t text_length, gpointer user) {
  Romanizing *whole = user;
  GString *out = whole->out;
  gsize before = out->len;
  if (text) {
    size_t start = (size_t)(text - whole->text), end = start + text_length;
    while (whole->block < whole->n && whole->blocks[whole->block].span.end <= start)
      whole->block++;
    size_t from = whole->block > 0 ? whole->blocks[whole->block - 1].span.end : 0;
    size_t to = whole->block < whole->n ? MAX(whole->blocks[whole->block].span.end, end) : end;
    from = MIN(from, start);
    tl_romanize_part(whole->text + from, to - from, start - from, end - from, out);
  }
  if (!text || (out->len - before == text_length && memcmp(out->str + before, text, text_length) == 0)) {
    g_string_truncate(out, before);
    g_string_append_len(out, source, (gssize)length);
  }
}

void tlumach_romanize_document(const TlumachDocument *document, GString *out) {
  Romanizing whole = {.out = out};
  whole.text = tlumach_document_text(document, NULL);
  whole.blocks = tlumach_document_blocks(document, &whole.n);
  tl_document_each_stretch(document, romanize_stretch, &whole);
}
