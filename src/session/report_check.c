/* The translations of a prepared text through the checks: they are made a document, a unit a line, beside the one that
 * the report is of. */
#include <string.h>

#include "session/session_private.h"
#include "tlumach/check.h"

typedef struct Checking {
  TlumachBitext bitext;
  TlArena *arena;
  TlumachUnit *const *units; /* of the pairs */
  GArray *findings;          /* TlumachUnitFinding, of the unit `at` */
  guint at;
} Checking;

static void hand_over(Checking *checking) {
  const GArray *found = checking->findings;
  if (found->len) {
    TlumachUnit *unit = checking->units[checking->at];
    unit->findings = tl_arena_memdup(checking->arena, found->data, found->len * sizeof(TlumachUnitFinding));
    unit->n_findings = found->len;
  }
  g_array_set_size(checking->findings, 0);
}

static const char *message_of(Checking *checking, const TlumachFinding *finding) {
  g_autofree char *message = tlumach_finding_message(finding), *valid = g_utf8_make_valid(message, -1);
  return tl_arena_strdup(checking->arena, valid);
}

static void keep(const TlumachFinding *finding, gpointer user) {
  Checking *checking = user;
  if (finding->waived)
    return;
  if (finding->pair != checking->at) {
    hand_over(checking);
    checking->at = finding->pair;
  }
  TlumachUnitFinding own = {finding->span[TLUMACH_TARGET], finding->severity, finding->check->id,
                            message_of(checking, finding)};
  size_t start = checking->bitext.pairs[finding->pair].span[TLUMACH_TARGET].start;
  if (own.span.end > own.span.start)
    own.span = (TlumachSpan){own.span.start - start, own.span.end - start};
  else
    own.span = (TlumachSpan){0, 0};
  g_array_append_val(checking->findings, own);
}

/* One line for each unit that has a translation; what it is a pair with. */
static void gather(const TlumachReportFile *file, GString *text, GArray *pairs, GPtrArray *units) {
  for (guint i = 0; i < file->n_units; i++) {
    TlumachUnit *unit = (TlumachUnit *)&file->units[i];
    unit->findings = NULL;
    unit->n_findings = 0;
    if (!unit->target || !*unit->target)
      continue;
    TlumachPair pair = {.flags = unit->pair ? unit->pair->flags : 0, .note = unit->pair ? unit->pair->note : NULL};
    pair.span[TLUMACH_SOURCE] = unit->segment.span;
    pair.span[TLUMACH_TARGET].start = text->len;
    g_string_append(text, unit->target);
    pair.span[TLUMACH_TARGET].end = text->len;
    for (guint side = 0; side < 2; side++)
      pair.place[side] = pair.span[side].start;
    g_string_append_c(text, '\n');
    g_array_append_val(pairs, pair);
    g_ptr_array_add(units, unit);
  }
}

static gboolean check_file(const TlumachSession *session, const TlumachReportFile *file, TlArena *arena,
                           const TlumachCheckOptions *options, GError **error) {
  const TlumachDocumentOptions plain = {"plain", "UTF-8", TLUMACH_NEWLINE_PARAGRAPH};
  g_autoptr(GString) text = g_string_new(NULL);
  g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(TlumachPair));
  g_autoptr(GPtrArray) units = g_ptr_array_new();
  gather(file, text, pairs, units);
  if (units->len == 0)
    return TRUE;
  g_autoptr(GBytes) raw = g_bytes_new(text->str, text->len);
  g_autoptr(TlumachDocument) target = tlumach_document_new("translation", raw, &plain, error);
  if (!target)
    return FALSE;
  Checking checking = {.bitext = {.document = {file->document, target},
                                  .pairs = (const TlumachPair *)(const void *)pairs->data,
                                  .n_pairs = pairs->len},
                       .arena = arena,
                       .units = (TlumachUnit *const *)units->pdata,
                       .findings = g_array_new(FALSE, FALSE, sizeof(TlumachUnitFinding))};
  gboolean good = tlumach_check(session, &checking.bitext, options, keep, &checking, error);
  hand_over(&checking);
  g_array_unref(checking.findings);
  return good;
}

gboolean tlumach_report_check(const TlumachSession *session, TlumachReport *report, const TlumachCheckOptions *options,
                              GError **error) {
  for (guint i = 0; i < report->n_files; i++)
    if (!check_file(session, &report->files[i], tl_report_arena(report), options, error))
      return FALSE;
  return TRUE;
}
