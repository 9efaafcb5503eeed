/* Names in a text, gathered in all their forms and given one citation form.
 *
 * Each word of a name has several readings (name_reading.h). Of those the citation form that most of the text's forms
 * lead to is the likeliest; beside other words only what agrees with them counts (full_name.h).
 */
#ifndef TL_LANG_NAMES_H
#define TL_LANG_NAMES_H

#include "lang/name_reading.h"

typedef struct TlNames TlNames;

TlNames *tl_names_new(TlLexicon *lexicon, const TlWordLists *lists);
void tl_names_free(TlNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlNames, tl_names_free)

/* First pass: tells of a word (folded, capitalised) of some name of the text. */
void tl_names_note(TlNames *names, const char *word);

/* Tells that the text has the name of this citation form, however its words may be read. */
void tl_names_know(TlNames *names, const char *citation);

/* After it: tells that the word was taken in this reading, beside other words that leave less to choose. */
void tl_names_took(TlNames *names, const char *word, const TlNameReading *reading);

/* The readings of a word, TlNameReading, noted or not; owned by `names`. */
const GArray *tl_names_readings(TlNames *names, const char *word);
/* How likely a reading is in this text. */
gdouble tl_names_weight(const TlNames *names, const TlNameReading *reading);
/* Is there enough behind a reading of a word without other words beside it? */
gboolean tl_names_believes(const TlNames *names, const TlNameReading *reading, const char *word);
/* The likeliest reading of a word by itself. */
const TlNameReading *tl_names_reading(TlNames *names, const char *word);
const char *tl_names_citation(TlNames *names, const char *word);
/* Why a word has this reading, a clause in words. Free with g_free. */
char *tl_names_why(const TlNames *names, const char *word, const TlNameReading *reading);

/* May the word be a given name of the dictionary? */
gboolean tl_names_given(TlNames *names, const char *word);

#endif
