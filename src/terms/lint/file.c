/* A file that is looked at: what the reader said of it, what the grammar of its version says. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "terms/lint/lint.h"
#include "terms/tbx-basic-dct.h"
#include "terms/tbx-dca.h"
#include "terms/tbx-dct.h"
#include "terms/tbx-min2.h"
#include "terms/tbx-v2.h"
#include "terms/tbx/manner.h"
#include "terms/termbase_build.h"

void tl_lint_file_free(gpointer data) {
  TlLintFile *file = data;
  if (!file->tbx)
    tlumach_termbase_free(file->base);
  tl_positions_free(file->positions);
  tl_tbx_file_free(file->tbx);
  g_array_unref(file->terms);
  g_free(file->path);
  g_free(file);
}

/* "path:12:5: message": where it is, and the message. */
static const char *split_place(const char *text, const char *path, size_t *line, size_t *column) {
  *line = *column = 0;
  if (g_str_has_prefix(text, path))
    text += strlen(path);
  size_t *numbers[] = {line, column};
  for (guint i = 0; i < 2 && *text == ':' && g_ascii_isdigit(text[1]); i++) {
    char *end;
    *numbers[i] = strtoul(text + 1, &end, 10);
    text = end;
  }
  return g_str_has_prefix(text, ": ") ? text + 2 : text;
}

gboolean tl_lint_open(TlLint *lint, const char *path, GError **error) {
  g_autoptr(GBytes) raw = tl_file_read(path, 0, error);
  g_autoptr(GError) fault = NULL;
  if (!raw)
    return FALSE;
  TlLintFile *file = g_new0(TlLintFile, 1);
  file->path = g_strdup(path);
  file->number = lint->files->len;
  file->terms = g_array_new(FALSE, FALSE, sizeof(TlTermPlace));
  g_ptr_array_add(lint->files, file);
  if (tl_termbase_is_tbx(path, raw)) {
    file->tbx = tl_tbx_file_read(path, raw, &fault);
    file->base = file->tbx ? file->tbx->base : NULL;
    file->positions = file->tbx ? tl_positions_new(file->tbx->text, file->tbx->length) : NULL;
  } else
    file->base = tl_termbase_read(path, raw, lint->options.source, lint->options.target, &fault);
  if (!file->base) {
    size_t line, column;
    const char *message = split_place(fault->message, path, &line, &column);
    tl_lint_report_at(lint, file, line, column, "unreadable", "%s", message);
  }
  return TRUE;
}

/* -- what the reader said -- */

/* Rules for some of its sentences; a test of each sentence keeps the two together. */
static const char *rule_for(const char *message) {
  static const char *const known[][2] = {{"a conflict of a merge", "conflict"}, {"language “", "language"},
                                         {"is not a language tag", "language"}, {"without xml:lang", "language"},
                                         {"is also that of", "duplicate-id"},   {"is not a status", "status"},
                                         {"but the term is also", "status"}};
  for (guint i = 0; i < G_N_ELEMENTS(known); i++)
    if (strstr(message, known[i][0]))
      return known[i][1];
  return "structure";
}

static void pass_on_warnings(TlLint *lint, const TlLintFile *file, GHashTable *lines) {
  const GPtrArray *warnings = tlumach_termbase_warnings(file->base);
  for (guint i = 0; i < warnings->len; i++) {
    size_t line, column;
    const char *message = split_place(g_ptr_array_index(warnings, i), file->path, &line, &column);
    tl_lint_report_at(lint, file, line, line && !column ? 1 : column, rule_for(message), "%s", message);
    g_hash_table_add(lines, GSIZE_TO_POINTER(line));
  }
}

/* -- what the grammar says -- */

static const char *grammar_for(const TlTbxFile *file, const char **name) {
  g_autoptr(TlArena) arena = tl_arena_new();
  const TlTbxManner *manner = tl_tbx_manner(file, G_MAXUINT, arena);
  static const char *const names[] = {"version 3 of TBX with categories as tags", "version 3 of TBX",
                                      "version 2 of TBX", "TBX-Min 2"};
  static const char *const grammars[] = {grammar_tbx_dct, grammar_tbx_dca, grammar_tbx_v2, grammar_tbx_min2};
  gboolean basic = manner->style == TL_TBX_DCT && manner->dialect == TL_DIALECT_BASIC;
  *name = basic ? "TBX-Basic" : names[manner->style];
  return basic ? grammar_tbx_basic_dct : grammars[manner->style];
}

/* libxml2 says of one fault several things: of a line one, and rather what stands wrong than that something is. */
static gboolean is_vague(const char *message) {
  return strstr(message, "failed to validate") != NULL;
}

/* What it says of an interleave has no line; what it says next has. A reference to nothing has none. */
static size_t line_of(const GPtrArray *findings, guint i) {
  size_t line = 0;
  if (strstr(g_ptr_array_index(findings, i), "IDREF"))
    return 0;
  for (; i < findings->len && line == 0; i++)
    line = strtoul(g_ptr_array_index(findings, i), NULL, 10);
  return line;
}

static void validate(TlLint *lint, const TlLintFile *file, GHashTable *told) {
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
  const char *name, *grammar = grammar_for(file->tbx, &name);
  if (!tl_lint_wants(lint, "grammar") ||
      !tl_xml_validate(file->path, file->tbx->text, file->tbx->length, grammar, findings, NULL))
    return;
  for (guint vague = 0; vague < 2; vague++)
    for (guint i = 0; i < findings->len; i++) {
      const char *text = g_ptr_array_index(findings, i), *message = strchr(text, ' ');
      size_t line = line_of(findings, i);
      if (!message || is_vague(message) != (vague == 1) ||
          (!g_hash_table_add(told, GSIZE_TO_POINTER(line)) && line > 0))
        continue;
      size_t offset = tl_positions_offset(file->positions, line, 1, TLUMACH_COLUMN_CHARACTER);
      size_t column = line > 0 ? 1 + strspn(file->tbx->text + offset, " \t") : 0;
      tl_lint_report_at(lint, file, line, column, "grammar", "%s, by the grammar of %s", message + 1, name);
    }
}

void tl_lint_structure(TlLint *lint, TlLintFile *file) {
  g_autoptr(GHashTable) lines = g_hash_table_new(NULL, NULL);
  if (file->base)
    pass_on_warnings(lint, file, lines);
  if (file->tbx)
    validate(lint, file, lines);
}
