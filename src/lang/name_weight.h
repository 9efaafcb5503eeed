/* How likely a reading of a name's word is, by what news have sooner. */
#ifndef TL_LANG_NAME_WEIGHT_H
#define TL_LANG_NAME_WEIGHT_H

#include "lang/name_reading.h"

/* Of an entry of the dictionary, the word itself or one that the word is a form of. */
gdouble tl_name_entry_weight(const TlMorph *morph, gboolean itself);

/* How much likelier, or less, the reading of `word` as `citation` makes itself; `entry`: where it is from, as
 * `tried`. */
gdouble tl_name_bias(const char *word, TlTried tried, const TlNameReading *reading, const char *citation,
                     const char *entry, TlMorph morph);

#endif
