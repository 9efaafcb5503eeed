#include "session/stale.h"

#include <string.h>

#include "session/session_private.h"
#include "tlumach/check.h"

/* The matches as a table of pairs: what is wrong with their terms, the check of terminology says. */
static TlumachBitext *as_bitext(const TlumachSession *session, const GArray *matches) {
  g_autoptr(GString) rows = g_string_new("source\ttarget\n");
  for (guint i = 0; i < matches->len; i++) {
    const TlumachMemoryMatch *match = &g_array_index(matches, TlumachMemoryMatch, i);
    const char *cells[] = {match->source, "\t", match->target, "\n"};
    for (guint j = 0; j < G_N_ELEMENTS(cells); j++) {
      size_t at = rows->len;
      g_string_append(rows, cells[j]);
      for (; j % 2 == 0 && at < rows->len; at++)
        if (strchr("\t\r\n\\", rows->str[at]))
          rows->str[at] = ' ';
    }
  }
  g_autoptr(GBytes) raw = g_bytes_new(rows->str, rows->len);
  return tlumach_bitext_new("", raw, &(TlumachBitextOptions){session->source, session->target, "tsv", "UTF-8"}, NULL);
}

typedef struct Marking {
  const TlumachBitext *bitext;
  GPtrArray **clauses; /* of each match, char * of the arena; NULL: none yet */
  TlArena *arena;
} Marking;

static void on_finding(const TlumachFinding *finding, gpointer user) {
  Marking *marking = user;
  const char *text = tlumach_document_text(marking->bitext->document[TLUMACH_SOURCE], NULL);
  TlumachSpan span = finding->span[TLUMACH_SOURCE];
  if (!*finding->suggestions || span.end == span.start)
    return;
  g_autofree char *term = g_strndup(text + span.start, span.end - span.start);
  g_autofree char *clause = g_strdup_printf("%s = %s", term, finding->suggestions[0]);
  GPtrArray **clauses = &marking->clauses[finding->pair];
  if (!*clauses)
    *clauses = g_ptr_array_new();
  g_ptr_array_add(*clauses, tl_arena_strdup(marking->arena, clause));
}

void tl_mark_stale(const TlumachSession *session, GArray *matches, TlArena *arena) {
  static const char *const only[] = {"terminology", NULL};
  const TlumachCheckOptions options = {.only = only, .agreed = TRUE};
  g_autoptr(TlumachBitext) bitext = matches->len ? as_bitext(session, matches) : NULL;
  if (!bitext || bitext->n_pairs != matches->len)
    return;
  g_autofree GPtrArray **clauses = g_new0(GPtrArray *, matches->len);
  Marking marking = {bitext, clauses, arena};
  tlumach_check(session, bitext, &options, on_finding, &marking, NULL);
  for (guint i = 0; i < matches->len; i++)
    if (clauses[i]) {
      g_ptr_array_add(clauses[i], NULL);
      g_array_index(matches, TlumachMemoryMatch, i).stale =
          tl_arena_memdup(arena, clauses[i]->pdata, clauses[i]->len * sizeof(gpointer));
      g_ptr_array_unref(clauses[i]);
    }
}
