/* What each word of a text is as part of a name; the ground that name_spans.c builds on. */
#ifndef TL_SESSION_NAME_CLASSES_H
#define TL_SESSION_NAME_CLASSES_H

#include "base/arena.h"
#include "lang/names.h"
#include "session/name_spans.h"
#include "session/session_private.h"
#include "text/fold.h"

typedef enum TlNameClass {
  TL_NAME_OTHER,
  TL_NAME_TERM,           /* inside a term */
  TL_NAME_WRONG,          /* unknown, and no name */
  TL_NAME_SURE,           /* surely part of a name */
  TL_NAME_MAYBE,          /* unknown, capitalised, at the start of a sentence */
  TL_NAME_MAYBE_OR_OTHER, /* the same of a name that is a rare word, too */
  TL_NAME_BESIDE,         /* part of a name when beside one: short, or a name that is a word, too (Віра) */
  TL_NAME_CAPITAL, /* an ordinary word, written large inside a sentence: part of a name behind one (Остап Верхолаз), and
                      an adjective before one (Верхня Лугава) */
  TL_NAME_START,    /* a name that is a word, too, at the start of a sentence: part of one when it is somebody's and
                       agrees with what is behind it (Надія Гривняк) */
  TL_NAME_FIRST,    /* an ordinary word at the start of a sentence: a name when the text has one whole that ends so */
  TL_NAME_SMALL,    /* a name that is a word, too, written small (сергія): beside a name written small */
  TL_NAME_PARTICLE, /* written small between the words of one name: ван, бін */
  TL_NAME_INITIAL   /* one capital letter, or Дж. */
} TlNameClass;

/* One text being looked through. */
typedef struct TlNameFinder {
  const TlumachSession *session;
  const TlWordsOfText *words;
  TlArena *arena;
  TlNames *names;
  guint8 *classes;      /* TlNameClass of each token */
  GHashTable *inside;   /* citation forms of unknown names inside sentences */
  GHashTable *met;      /* citation forms of surnames that the text has behind given names */
  GHashTable *capitals; /* numbers of words in capitals that are read as if they had one */
  GHashTable *chinese;  /* citation form of one word of a Chinese name -> its pinyin */
} TlNameFinder;

static inline const TlToken *tl_name_token(const TlNameFinder *f, guint i) {
  return &g_array_index(f->words->tokens, TlToken, i);
}

/* The words from `first` to `last` as lang/full_name.h wants them: an initial with its point. */
GPtrArray *tl_name_words(const TlNameFinder *f, guint first, guint last);

/* Do the words from `first` to `last` agree as those of one name do? */
gboolean tl_name_agrees(const TlNameFinder *f, guint first, guint last);

/* The word as the names are asked for it: folded, Cyrillic, its first letter large. */
gboolean tl_name_word(const TlNameFinder *f, guint i, char out[TL_WORD_MAX]);

/* Fills `classes`; words inside terms are TL_NAME_OTHER. */
void tl_name_classify(TlNameFinder *f);

#endif
