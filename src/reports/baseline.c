/* Findings that are known: the records of an earlier run, met again by what they say and not by where they stand. */
#include <jansson.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "tlumach/check.h"

struct TlumachBaseline {
  GHashTable *left; /* key -> how many findings it still answers for */
};

/* What makes a finding the same: check, source segment, the words meant on both sides. NUL stands in none of them. */
static char *key_of(const char *id, const char *segment, const char *source, const char *target) {
  return g_strdup_printf("%s\x1F%s\x1F%s\x1F%s", id, segment, source, target);
}

static const char *text_at(const json_t *record, const char *side) {
  const char *text = json_string_value(json_object_get(json_object_get(record, side), "text"));
  return text ? text : "";
}

static void add(TlumachBaseline *baseline, char *key) {
  guint n = GPOINTER_TO_UINT(g_hash_table_lookup(baseline->left, key));
  g_hash_table_insert(baseline->left, key, GUINT_TO_POINTER(n + 1));
}

static gboolean take_line(TlumachBaseline *baseline, const char *path, size_t line, const char *text, size_t length,
                          GError **error) {
  json_error_t fault;
  size_t blank = 0;
  while (blank < length && strchr(" \t\r", text[blank]) && text[blank])
    blank++;
  if (blank == length)
    return TRUE;
  json_t *record = json_loadb(text, length, 0, &fault);
  const char *id = json_string_value(json_object_get(record, "id")),
             *segment = json_string_value(json_object_get(record, "source_text"));
  if (id && segment)
    add(baseline, key_of(id, segment, text_at(record, "source"), text_at(record, "target")));
  else
    tl_error_at(error, TLUMACH_ERROR_FORMAT, path, line, 0,
                "is no record of a finding; a baseline is what \"tlumach check -f jsonl\" writes");
  gboolean good = id && segment;
  json_decref(record);
  return good;
}

TlumachBaseline *tlumach_baseline_open(const char *path, GError **error) {
  g_autoptr(GBytes) raw = tl_file_read(path, 0, error);
  if (!raw)
    return NULL;
  g_autoptr(TlumachBaseline) baseline = g_new0(TlumachBaseline, 1);
  baseline->left = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  gsize length;
  const char *text = g_bytes_get_data(raw, &length);
  size_t line = 1;
  for (size_t at = 0; at < length; line++) {
    const char *end = memchr(text + at, '\n', length - at);
    size_t n = end ? (size_t)(end - text) - at : length - at;
    if (!take_line(baseline, path, line, text + at, n, error))
      return NULL;
    at += n + 1;
  }
  return g_steal_pointer(&baseline);
}

void tlumach_baseline_free(TlumachBaseline *baseline) {
  if (!baseline)
    return;
  g_hash_table_unref(baseline->left);
  g_free(baseline);
}

/* As records have it: what is no UTF-8 is U+FFFD there. */
static char *slice(const TlumachBitext *bitext, guint side, TlumachSpan span) {
  const char *text = tlumach_document_text(bitext->document[side], NULL);
  return span.end > span.start ? g_utf8_make_valid(text + span.start, (gssize)(span.end - span.start)) : g_strdup("");
}

gboolean tlumach_baseline_take(TlumachBaseline *baseline, const TlumachBitext *bitext, const TlumachFinding *finding) {
  g_autofree char *segment = slice(bitext, TLUMACH_SOURCE, bitext->pairs[finding->pair].span[TLUMACH_SOURCE]);
  g_autofree char *source = slice(bitext, TLUMACH_SOURCE, finding->span[TLUMACH_SOURCE]);
  g_autofree char *target = slice(bitext, TLUMACH_TARGET, finding->span[TLUMACH_TARGET]);
  g_autofree char *key = key_of(finding->check->id, segment, source, target);
  guint n = GPOINTER_TO_UINT(g_hash_table_lookup(baseline->left, key));
  if (n == 0)
    return FALSE;
  g_hash_table_insert(baseline->left, g_steal_pointer(&key), GUINT_TO_POINTER(n - 1));
  return TRUE;
}
