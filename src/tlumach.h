/* libtlumach: terms, names, spelling and segments of Ukrainian texts for those who translate them into English.
 *
 * An umbrella: each part is a page of its own.
 */
#ifndef TLUMACH_H
#define TLUMACH_H

#include "tlumach/base.h"
#include "tlumach/bitext.h"
#include "tlumach/check.h"
#include "tlumach/document.h"
#include "tlumach/memory.h"
#include "tlumach/mining.h"
#include "tlumach/pairs.h"
#include "tlumach/personal.h"
#include "tlumach/report.h"
#include "tlumach/session.h"
#include "tlumach/termbase.h"
#include "tlumach/terms.h"

#endif
