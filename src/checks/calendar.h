/* Months and weekdays, and the adjectives of them: "червневий", "щоп'ятниці". */
#ifndef TL_CHECKS_CALENDAR_H
#define TL_CHECKS_CALENDAR_H

#include "checks/numbers.h"

/* Words in small letters. 1 to 12; 0: no month. */
guint tl_month(const char *word, TlNumberLanguage language);
/* The days that the one before the first of a month may be: 31, 30, of February two; `month` 0: any. Ends with 0. */
const guint *tl_days_before_first(guint month);
/* 1 Monday to 7 Sunday; 0: none. */
guint tl_weekday(const char *word, TlNumberLanguage language);

#endif
