/* Our own small tables of words, where the dictionary is silent or says too much.
 *
 *   irregulars   form<TAB>lemma            pairs that the dictionary does not join: людей, людина
 *   homographs   form<TAB>lemma lemma …    the readings that a form of running text usually has (тому: none of том);
 * nothing after the tab: a function word, none of its dictionary readings is a term
 *   prefixes     part<TAB>noun adjective   first parts of words that are built freely (lang/built_words.h)
 *   abbreviations  word                  what is right before a point alone: чол., ім.
 *   families     name<TAB>word word …      words that belong to a name and do not look like it (France: French)
 *   old          lang/old_spelling.h
 * `#` begins a comment line.
 */
#ifndef TL_LANG_WORD_LISTS_H
#define TL_LANG_WORD_LISTS_H

#include "lang/old_spelling.h"
#include "tlumach/base.h"

typedef struct TlWordList TlWordList; /* immutable */

typedef struct TlWordLists { /* each may be NULL */
  TlWordList *irregulars, *homographs, *prefixes, *abbreviations, *families;
  TlOldSpelling *old;
} TlWordLists;

/* Lines of a word, a tab and words; a word may stand on several lines. */
TlWordList *tl_word_list_parse(const char *name, GBytes *data, GError **error);
void tl_word_list_free(TlWordList *list);
void tl_word_lists_clear(TlWordLists *lists);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TlWordLists, tl_word_lists_clear)

/* What stands behind a word, NULL-terminated; NULL when it is not in the list, or `list` is NULL. */
const char *const *tl_word_list_get(const TlWordList *list, const char *word);
/* Has it this word in any casing? FALSE is certain. */
gboolean tl_word_list_may_have(const TlWordList *list, const char *word, size_t length);
/* Calls `found` for each word that has a line; a list that is NULL has none. */
void tl_word_list_each(const TlWordList *list, void (*found)(const char *word, size_t length, gpointer user),
                       gpointer user);

/* Lemmas of an irregular form, NULL-terminated; NULL when it is none. */
const char *const *tl_irregular_lemmas(const TlWordList *list, const char *form);
/* Appends the irregular forms of a lemma (const char *, owned by the list). */
void tl_irregular_forms(const TlWordList *list, const char *lemma, GPtrArray *forms);
/* The usual readings of a form in any casing, NULL-terminated; NULL when all are. */
const char *const *tl_homographs_usual(const TlWordList *list, const char *form);
gboolean tl_homographs_allow(const char *const *usual, const char *stem);

#endif
