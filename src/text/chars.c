/* Character classes from ICU's properties. The table in chars_table.c is this function's answers for the first 2,048
 * code points, so that Latin and Cyrillic text never calls ICU; tests/unit/text/test_chars.c holds them equal. */
#include "text/chars.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

guint8 tl_chars_lookup(guint32 codepoint) {
  UChar32 c = (UChar32)codepoint;
  if (tl_is_dropped(codepoint))
    return TL_CHAR_MARK;
  if (tl_is_apostrophe(codepoint) || tl_is_hyphen(codepoint))
    return TL_CHAR_JOINER;
  guint32 mask = U_GET_GC_MASK(c);
  if (mask & (U_GC_MN_MASK | U_GC_MC_MASK | U_GC_ME_MASK))
    return TL_CHAR_MARK;
  if (mask & U_GC_ND_MASK)
    return TL_CHAR_DIGIT;
  if (mask & U_GC_L_MASK) {
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript(c, &status);
    guint8 class = TL_CHAR_LETTER;
    if (mask & (U_GC_LU_MASK | U_GC_LT_MASK))
      class |= TL_CHAR_UPPER;
    if (script == USCRIPT_CYRILLIC)
      class |= TL_CHAR_CYRILLIC;
    else if (script == USCRIPT_LATIN)
      class |= TL_CHAR_LATIN;
    return class;
  }
  return u_isUWhiteSpace(c) ? TL_CHAR_SPACE : 0;
}
