/* Months and weekdays, and the adjectives of them: "червневий", "щоп'ятниці". */
#ifndef TL_CHECKS_CALENDAR_H
#define TL_CHECKS_CALENDAR_H

#include "checks/numbers.h"

/* Words in small letters. 1 to 12; 0: no month. */
guint tl_month(const char *word, TlNumberLanguage language);
/* 1 Monday to 7 Sunday; 0: none. */
guint tl_weekday(const char *word, TlNumberLanguage language);

#endif
