/* Spellings of one word brought together.
 *
 * tl_fold_word: canonical composition (NFC), apostrophes to U+0027, hyphens to U+002D, stress (U+0301 after a
 * Cyrillic vowel), soft hyphens and zero-width characters dropped. Case is kept: lower-casing loses names (`київ` stems
 * to `кий`). Buffers hold TL_WORD_MAX bytes; a longer word is not folded and gives 0 (no dictionary has it).
 */
#ifndef TL_TEXT_FOLD_H
#define TL_TEXT_FOLD_H

#include <glib.h>
#include <stddef.h>

#define TL_WORD_MAX 512

/* Each writes a NUL-terminated string and returns its length in bytes, 0 when it does not fit. */
size_t tl_fold_word(const char *word, size_t length, char folded[TL_WORD_MAX]);
size_t tl_lower_word(const char *word, size_t length, char lower[TL_WORD_MAX]);
size_t tl_upper_word(const char *word, size_t length, char upper[TL_WORD_MAX]);
/* First letter upper, the rest lower; after a hyphen as given. */
size_t tl_title_word(const char *word, size_t length, char title[TL_WORD_MAX]);
/* A number for a folded word, the same for all its casings; FALSE when it has other letters than those of ASCII and of
 * the Cyrillic alphabets from U+0400 to U+045F. */
gboolean tl_small_hash(const char *word, size_t length, guint64 *hash);
/* Latin letters that look like Cyrillic ones to Cyrillic (C-300 and С-300 meet), or the other way. Returns 0 when some
 * letter has no look-alike. */
size_t tl_lookalike_word(const char *word, size_t length, gboolean to_cyrillic, char out[TL_WORD_MAX]);

#endif
