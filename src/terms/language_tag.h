/* Language tags as files have them: any case, with or without a region, and the usual mistakes.
 *
 * A tag is matched by rule and never by its place in the file: "uk", "UK", "uk-UA" and "uk_UA" are Ukrainian by BCP 47;
 * "ukr" (ISO 639-2) and "ua" (the country) are too, and the reader of a term base says so.
 */
#ifndef TL_TERMS_LANGUAGE_TAG_H
#define TL_TERMS_LANGUAGE_TAG_H

#include <glib.h>

/* Is `tag` of the language `wanted`? The languages must be the same; the regions too where both name one: "en" meets
 * "en-GB" and is met by it, "en-US" and "en-GB" do not meet. A script counts like a region. */
gboolean tl_language_matches(const char *tag, const char *wanted);

typedef enum TlTagFault {
  TL_TAG_GOOD,
  TL_TAG_ALIAS,    /* understood, but not the tag of BCP 47: "ukr", "ua", "uk_UA" */
  TL_TAG_MALFORMED /* no language tag at all */
} TlTagFault;
/* What is wrong with `tag`. For an alias `*code` (may be NULL) is the language subtag it should have. */
TlTagFault tl_language_fault(const char *tag, const char **code);

/* Is it written in Cyrillic letters? */
gboolean tl_language_is_cyrillic(const char *tag);

/* The subtag of a language that a table's header names in words, "Ukrainian" or "українська"; NULL: not known. */
const char *tl_language_by_name(const char *name);

#endif
