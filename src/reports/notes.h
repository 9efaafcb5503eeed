/* What is known of a unit, in lines of words: for the formats that have notes, cells or lines rather than structure.
 */
#ifndef TL_REPORTS_NOTES_H
#define TL_REPORTS_NOTES_H

#include "tlumach/report.h"

/* Lines (char *), each once, in text order. They hold whatever the text holds; writers escape. */
typedef struct TlNotes {
  GPtrArray *terms;        /* "рада безпеки = Security Council; safety board (deprecated)" */
  GPtrArray *names;        /* "Прахазка = Prakhazka" */
  GPtrArray *misspellings; /* "обладнаня = обладнання; обладнана" */
  GPtrArray *memory;       /* "87% Equipment (same except 3 → 4) [old.tmx, olena, 2026-03-12]" */
  GPtrArray *differing;    /* those of `memory` that have something in brackets */
} TlNotes;

/* `text` is that of the unit's document. */
void tl_notes_init(TlNotes *notes, const TlumachUnit *unit, const char *text);
void tl_notes_clear(TlNotes *notes);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TlNotes, tl_notes_clear)

/* One such line. */
void tl_append_term(GString *out, const TlumachTermUse *use);
void tl_append_name(GString *out, const TlumachName *name);
void tl_append_misspelling(GString *out, const TlumachMisspelling *misspelling, const char *text);
void tl_append_suggestion(GString *out, const TlumachSuggestion *suggestion);
/* Where it is from, who changed it last, and when: "old.tmx, olena, 2026-03-12"; NULL when nobody says. Free with
 * g_free. */
char *tl_suggestion_origin(const TlumachSuggestion *suggestion);
/* What is different, and what is out of date: "same except 3 → 4; today: рада безпеки = Security Council"; nothing when
 * nothing is. */
void tl_append_remarks(GString *out, const TlumachSuggestion *suggestion);
/* Has some unit an earlier translation? */
gboolean tl_report_has_memory(const TlumachReport *report);
/* "Security Council; safety board (deprecated)"; nothing when the term has no equivalent. */
void tl_append_targets(GString *out, const TlumachTermUse *use);
/* TRUE for deprecated and superseded: known, and not to be used. */
gboolean tl_status_is_bad(TlumachStatus status);

#endif
