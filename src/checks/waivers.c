#include "checks/waivers.h"

#include <string.h>

#include "base/error.h"
#include "base/nearest.h"

#define NOTE_BEGINS "tlumach:"

static void waiver_clear(gpointer data) {
  TlWaiver *waiver = data;
  g_free(waiver->text);
  g_free(waiver->reason);
}

GArray *tl_waivers_new(void) {
  GArray *waivers = g_array_new(FALSE, TRUE, sizeof(TlWaiver));
  g_array_set_clear_func(waivers, waiver_clear);
  return waivers;
}

/* -- reading --------------------------------------------------------------------------------------------------- */

/* Where the reason begins: behind " -- " or a dash. */
static const char *reason_of(const char *line, size_t *before) {
  static const char *const dashes[] = {"--", "\xE2\x80\x94", "\xE2\x80\x93"};
  for (guint i = 0; i < G_N_ELEMENTS(dashes); i++) {
    const char *at = strstr(line, dashes[i]);
    if (!at)
      continue;
    *before = (size_t)(at - line);
    at += strlen(dashes[i]);
    return at + strspn(at, " \t");
  }
  return NULL;
}

static const TlumachCheckInfo *check_named(const char *id, GError **error) {
  const char *names[TL_CHECKS_MAX + 1] = {NULL};
  for (guint i = 0; tl_checks[i]; i++) {
    if (strcmp(tl_checks[i]->info.id, id) == 0)
      return &tl_checks[i]->info;
    names[i] = tl_checks[i]->info.id;
  }
  g_autofree char *meant = tl_did_you_mean(id, names, FALSE);
  tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "no check is called \"%s\"%s", id, meant);
  return NULL;
}

static gboolean parse(const char *line, TlWaiver *waiver, GError **error) {
  size_t before = strlen(line);
  const char *reason = reason_of(line, &before);
  g_autofree char *what = g_strstrip(g_strndup(line, before));
  size_t id_length = strcspn(what, " \t:");
  g_autofree char *id = g_strndup(what, id_length);
  const TlumachCheckInfo *check = check_named(id, error);
  if (!check)
    return FALSE;
  if (!reason || !*reason) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "a waiver of \"%s\" without a reason: \"%s -- why it stands\"",
                id, what);
    return FALSE;
  }
  const char *text = what + id_length;
  text += strspn(text, " \t:");
  *waiver = (TlWaiver){check, *text ? g_utf8_strdown(text, -1) : NULL, g_strdup(reason)};
  return TRUE;
}

gboolean tl_waivers_parse(const char *const *lines, GArray *waivers, GError **error) {
  for (; lines && *lines; lines++) {
    TlWaiver waiver;
    if (!parse(*lines, &waiver, error))
      return FALSE;
    g_array_append_val(waivers, waiver);
  }
  return TRUE;
}

gboolean tlumach_waiver_check(const char *waiver, GError **error) {
  g_autoptr(GArray) waivers = tl_waivers_new();
  return tl_waivers_parse((const char *const[]){waiver, NULL}, waivers, error);
}

char *tlumach_waiver_write(const char *check, const char *text, const char *reason) {
  size_t length = strcspn(text, "\r\n;"); /* a semicolon begins a comment in the configuration */
  g_autofree char *line = g_strndup(text, length);
  size_t before = length;
  if (reason_of(line, &before))
    line[before] = '\0';
  g_strstrip(line);
  return *line ? g_strdup_printf("%s %s -- %s", check, line, reason) : NULL;
}

static void take_line(char *line, GArray *waivers, TlWaiverFault fault, gpointer user) {
  line = g_strstrip(line);
  if (!g_str_has_prefix(line, NOTE_BEGINS))
    return;
  line = g_strchug(line + strlen(NOTE_BEGINS));
  g_autoptr(GError) error = NULL;
  TlWaiver waiver;
  if (!g_str_has_prefix(line, "waive "))
    tl_error_at(&error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "expected \"" NOTE_BEGINS " waive ID -- reason\"");
  else if (parse(g_strchug(line + strlen("waive ")), &waiver, &error))
    g_array_append_val(waivers, waiver);
  if (error && fault)
    fault(error->message, user);
}

void tl_waivers_of_note(const char *note, GArray *waivers, TlWaiverFault fault, gpointer user) {
  if (!note || !strstr(note, NOTE_BEGINS))
    return;
  g_auto(GStrv) lines = g_strsplit(note, "\n", -1);
  for (char **line = lines; *line; line++)
    take_line(*line, waivers, fault, user);
}

/* -- answering ------------------------------------------------------------------------------------------------- */

static gboolean has(const char *text, size_t length, const char *lower) {
  g_autofree char *valid = g_utf8_make_valid(text, (gssize)length);
  g_autofree char *own = g_utf8_strdown(valid, -1);
  return strstr(own, lower) != NULL;
}

static gboolean names(const TlumachBitext *bitext, const TlumachFinding *finding, const char *lower) {
  for (guint side = 0; side < 2; side++) {
    TlumachSpan span = finding->span[side];
    const char *text = tlumach_document_text(bitext->document[side], NULL);
    if (span.end > span.start && has(text + span.start, span.end - span.start, lower))
      return TRUE;
  }
  for (guint i = 0; finding->suggestions[i]; i++)
    if (has(finding->suggestions[i], strlen(finding->suggestions[i]), lower))
      return TRUE;
  return FALSE;
}

static const char *look(const TlumachBitext *bitext, const TlumachFinding *finding, const TlWaiver *waivers, guint n) {
  for (guint i = 0; i < n; i++)
    if (waivers[i].check == finding->check && (!waivers[i].text || names(bitext, finding, waivers[i].text)))
      return waivers[i].reason;
  return NULL;
}

const char *tl_waived(TlChecker *checker, const TlumachFinding *finding) {
  const TlCheckHouse *house = &checker->house;
  if (finding->check == &tl_check_waivers.info)
    return NULL;
  const char *reason = look(house->bitext, finding, house->waivers, house->n_waivers);
  if (reason)
    return reason;
  g_autoptr(GArray) own = tl_waivers_new();
  tl_waivers_of_note(house->bitext->pairs[finding->pair].note, own, NULL, NULL);
  reason = look(house->bitext, finding, (const TlWaiver *)(const void *)own->data, own->len);
  return reason ? tl_arena_strdup(checker->arena, reason) : NULL;
}
