/* Forms of a text, each once, and the lemma or stem that stands for each. */
#ifndef TL_BITEXT_ALIGN_FORMS_H
#define TL_BITEXT_ALIGN_FORMS_H

#include "base/arena.h"
#include "lang/lexicon.h"
#include "lang/word_lists.h"

/* What is known of the words of a language; everything may be NULL. */
typedef struct TlAlignLanguage {
  TlLexicon *lexicon;
  const TlWordLists *lists;
  GHashTable *preferred; /* lemmas that pairs are known of: they win over other readings of a word */
} TlAlignLanguage;

typedef struct TlAlignForm {
  const char *text;    /* folded, small letters */
  const char *cased;   /* folded, as first seen */
  const char **lemmas; /* what it may be a form of, NULL-terminated; none when unknown */
  const char *chosen;
  guint count;
  guint inside, capital; /* times it stood inside a sentence, and had a capital there */
} TlAlignForm;

typedef struct TlAlignForms TlAlignForms;

TlAlignForms *tl_align_forms_new(TlArena *arena, const TlAlignLanguage *language);
void tl_align_forms_free(TlAlignForms *forms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlAlignForms, tl_align_forms_free)

/* Counts a word and gives the number of its form. `starts`: a sentence begins with it. */
guint tl_align_forms_add(TlAlignForms *forms, const char *word, size_t length, gboolean starts);
/* When all words are counted: chooses a lemma for each, the one that explains most of the text's words; unknown forms
 * that begin alike get a common stem. */
void tl_align_forms_choose(TlAlignForms *forms);
const TlAlignForm *tl_align_forms_get(const TlAlignForms *forms, guint number);

#endif
