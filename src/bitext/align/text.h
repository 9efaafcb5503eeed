/* One side of a pair of texts as the aligner sees it: sentences of numbered word types.
 *
 * A type is a lemma where a dictionary knows the word, else a stem learned from the text itself; a number; a mark
 * (question, quotes …). Types of the two sides are numbered apart.
 */
#ifndef TL_BITEXT_ALIGN_TEXT_H
#define TL_BITEXT_ALIGN_TEXT_H

#include "base/arena.h"
#include "tlumach/document.h"

typedef enum TlAlignKind {
  TL_ALIGN_WORD,
  TL_ALIGN_NAME, /* a word that has a capital inside sentences, too */
  TL_ALIGN_NUMBER,
  TL_ALIGN_MARK
} TlAlignKind;

typedef struct TlAlignType {
  const char *text;  /* small letters */
  const char *sound; /* in Latin letters, to be compared with words of other spellings (sound.h); NULL for marks */
  guint32 count;     /* tokens */
  guint32 sentences; /* that have it */
  guint8 kind;       /* TlAlignKind */
} TlAlignType;

typedef struct TlAlignSentence {
  guint32 first, end;  /* its tokens */
  float length;        /* characters that are no space */
  guint32 block;       /* paragraph */
  guint8 begins, ends; /* what kinds of character stand there (marks.h) */
  guint8 quoting;      /* 1: a quotation goes on after it (marks.h) */
  guint8 parts;        /* sentences that the segment seems to hold */
  guint8 ends_block;   /* 1: the last of its paragraph, in a text that has several */
} TlAlignSentence;

typedef struct TlAlignText {
  TlArena *arena;
  GArray *types;       /* TlAlignType */
  GArray *tokens;      /* guint32, types */
  GArray *sentences;   /* TlAlignSentence */
  GHashTable *numbers; /* text of a type -> its number + 1 */
  GHashTable *others;  /* lemma -> GArray of guint32: types of other lemmas whose forms may be its forms as well */
} TlAlignText;

TlAlignText *tl_align_text_new(void);
void tl_align_text_free(TlAlignText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlAlignText, tl_align_text_free)

/* The number of a type, which is made when the text has none of that name. */
guint32 tl_align_text_intern(TlAlignText *text, const char *name, TlAlignKind kind, const char *sound);
/* A form of the type may be one of the lemma as well, which lives as long as the text. */
void tl_align_text_add_other(TlAlignText *text, const char *lemma, guint32 type);
/* The type of a word, lemma or mark in small letters; TL_ALIGN_NONE when the text has no such. */
#define TL_ALIGN_NONE G_MAXUINT32
guint32 tl_align_text_type(const TlAlignText *text, const char *word);
/* Types of other words with forms that may be forms of this one, too ("пила" of "пити"); NULL: none. */
const GArray *tl_align_text_others(const TlAlignText *text, const char *word);

/* Where each type stands: its tokens, rising. */
typedef struct TlAlignPlaces {
  guint32 *starts, *tokens; /* of type t: tokens[starts[t]] … tokens[starts[t + 1] - 1] */
  guint32 *sentence;        /* of each token of the text */
} TlAlignPlaces;
void tl_align_places_init(TlAlignPlaces *places, const TlAlignText *text);
void tl_align_places_clear(TlAlignPlaces *places);
/* The first place in `tokens` of a type where its sentence is this one or a later one; else where the next type begins.
 */
guint32 tl_align_places_from(const TlAlignPlaces *places, guint32 type, guint32 sentence);

static inline const TlAlignSentence *tl_align_sentence(const TlAlignText *text, guint i) {
  return &g_array_index(text->sentences, TlAlignSentence, i);
}

static inline guint32 tl_align_token(const TlAlignText *text, guint i) {
  return g_array_index(text->tokens, guint32, i);
}

static inline TlAlignType *tl_align_type(const TlAlignText *text, guint i) {
  return &g_array_index(text->types, TlAlignType, i);
}

#endif
