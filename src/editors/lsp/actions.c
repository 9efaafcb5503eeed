/* textDocument/codeAction and workspace/executeCommand. What is wrong is looked up anew at the range of the request:
 * the ranges of the diagnostics that a client sends back are in bytes in some (Neovim before 0.10), and are not looked
 * at. */
#include <string.h>

#include "editors/lsp/server.h"

#define WORDS_MAX 3u /* of a selection */
#define SUGGESTIONS_MAX 5u
#define TERM_MAX 400u /* bytes */

json_t *tl_lsp_edit(const TlServer *server, const TlLspDocument *document, json_t *range, const char *text) {
  json_t *edits = json_pack("[{s:o, s:o}]", "range", range, "newText", tl_lsp_text_json(text, -1));
  if (!server->client.document_changes) {
    json_t *changes = json_object();
    json_object_set_new(changes, document->uri, edits);
    return json_pack("{s:o}", "changes", changes);
  }
  json_t *version = document->version >= 0 ? json_integer(document->version) : json_null();
  return json_pack("{s:[{s:{s:s, s:o}, s:o}]}", "documentChanges", "textDocument", "uri", document->uri, "version",
                   version, "edits", edits);
}

typedef struct Actions {
  const TlServer *server;
  const TlLspDocument *document;
  const json_t *only; /* kinds that the client wants; NULL: all */
  json_t *list;
} Actions;

/* Kinds are hierarchical: "refactor" asks for "refactor.rewrite" as well (3.17, CodeActionKind). */
static gboolean wanted(const Actions *actions, const char *kind) {
  size_t i;
  json_t *one;
  if (!json_is_array(actions->only))
    return TRUE;
  json_array_foreach(actions->only, i, one) {
    const char *asked = json_string_value(one);
    size_t n = asked ? strlen(asked) : 0;
    if (asked && strncmp(kind, asked, n) == 0 && (n == 0 || kind[n] == '\0' || kind[n] == '.'))
      return TRUE;
  }
  return FALSE;
}

static json_t *command(const char *title, const char *name, json_t *arguments) {
  return json_pack("{s:o, s:s, s:o}", "title", tl_lsp_text_json(title, -1), "command", name, "arguments", arguments);
}

static void add_replacement(Actions *actions, TlumachSpan span, const char *title, const char *text, const char *kind,
                            json_t *diagnostic, gboolean best) {
  json_t *range = tl_lsp_range(actions->document, span);
  if (!actions->server->client.code_action_literals) {
    json_t *arguments = json_pack("[s, I, o, o]", actions->document->uri, (json_int_t)actions->document->version, range,
                                  tl_lsp_text_json(text, -1));
    json_array_append_new(actions->list, command(title, TL_LSP_REPLACE, arguments));
    return;
  }
  json_t *action = json_pack("{s:o, s:s, s:o}", "title", tl_lsp_text_json(title, -1), "kind", kind, "edit",
                             tl_lsp_edit(actions->server, actions->document, range, text));
  if (diagnostic)
    json_object_set_new(action, "diagnostics", json_pack("[O]", diagnostic));
  if (best)
    json_object_set_new(action, "isPreferred", json_true());
  json_array_append_new(actions->list, action);
}

static void add_command(Actions *actions, const char *title, const char *name, json_t *arguments, json_t *diagnostic) {
  json_t *what = command(title, name, arguments);
  if (actions->server->client.code_action_literals)
    what = json_pack("{s:O, s:s, s:o}", "title", json_object_get(what, "title"), "kind",
                     diagnostic ? "quickfix" : "refactor.rewrite", "command", what);
  if (actions->server->client.code_action_literals && diagnostic)
    json_object_set_new(what, "diagnostics", json_pack("[O]", diagnostic));
  json_array_append_new(actions->list, what);
}

/* The word as a list of words has it: in small letters, where it is no name. Inside a sentence a word with a capital is
 * one; what is none has it from the sentence's beginning. */
static char *listed_word(const TlLspDocument *document, const TlLspMark *mark, const char *word) {
  guint n;
  const char *rest = g_utf8_next_char(word);
  g_autofree char *small = g_utf8_strdown(rest, -1);
  tl_lsp_marks_at(document->names, mark->span, FALSE, &n);
  if (n > 0 || strcmp(small, rest) != 0)
    return g_strdup(word);
  return g_utf8_strdown(word, -1);
}

static void add_for_word(Actions *actions, const TlLspMark *mark) {
  const TlServer *server = actions->server;
  g_autofree char *word = tl_lsp_word(actions->document, mark);
  g_auto(GStrv) list = mark->markup ? g_new0(char *, 1) : tlumach_suggest(server->session, word, SUGGESTIONS_MAX);
  json_t *diagnostic =
      tl_lsp_diagnostic(server, actions->document, mark, "spelling", MAX(server->settings.spelling, 1));
  for (guint i = 0; list[i]; i++)
    add_replacement(actions, mark->span, list[i], list[i], "quickfix", diagnostic, list[1] == NULL);
  g_autofree char *listed = listed_word(actions->document, mark, word);
  g_autofree char *mine = g_strdup_printf("Add “%s” to my words", listed),
                  *ours = g_strdup_printf("Add “%s” to the project's words", listed);
  g_autofree char *ignore = g_strdup_printf("Ignore “%s” in this text", word);
  add_command(actions, mine, TL_LSP_ADD_WORD, json_pack("[s, s]", listed, "own"), diagnostic);
  if (server->project)
    add_command(actions, ours, TL_LSP_ADD_WORD, json_pack("[s, s]", listed, "project"), diagnostic);
  add_command(actions, ignore, TL_LSP_IGNORE_WORD, json_pack("[s, s]", actions->document->uri, word), diagnostic);
  json_decref(diagnostic);
}

static void add_for_term(Actions *actions, const TlLspMark *mark) {
  g_autoptr(GPtrArray) terms = tl_lsp_equivalents(actions->server, mark, FALSE);
  for (guint i = 0; i < terms->len && i < SUGGESTIONS_MAX && !mark->markup; i++) {
    const TlumachTerm *term = g_ptr_array_index(terms, i);
    g_autofree char *title = g_strdup_printf("%s → %s", mark->hit.term->text, term->text);
    add_replacement(actions, mark->span, title, term->text, "refactor.rewrite", NULL, FALSE);
  }
}

/* What is wrong in a translation: what might stand there, or that it may stay. */
static void add_for_fault(Actions *actions, const TlLspFinding *finding) {
  json_t *diagnostic = tl_lsp_fault_diagnostic(actions->server, actions->document, finding);
  for (guint i = 0; finding->exact && finding->suggestions[i] && i < SUGGESTIONS_MAX; i++) {
    g_autofree char *text = tl_lsp_written(actions->document, finding->suggestions[i]);
    add_replacement(actions, finding->span, finding->suggestions[i], text, "quickfix", diagnostic,
                    finding->suggestions[1] == NULL);
  }
  if (finding->fix && !(finding->exact && finding->suggestions[0])) {
    g_autofree char *text = tl_lsp_written(actions->document, finding->fix);
    g_autofree char *mend = g_strdup_printf("Mend: “%s”", finding->fix);
    add_replacement(actions, finding->fix_span, mend, text, "quickfix", diagnostic, TRUE);
  }
  g_autofree char *here = g_strdup_printf("Leave it be: %s", finding->message);
  add_command(actions, here, TL_LSP_WAIVE,
              json_pack("[s, o, s]", actions->document->uri, tl_lsp_text_json(finding->key, -1), "text"), diagnostic);
  if (finding->exact) {
    g_autofree char *words = tl_lsp_text_at(actions->document, finding->span);
    g_autofree char *everywhere = g_strdup_printf("Leave it be in the project: %s at “%s”", finding->check, words);
    add_command(actions, everywhere, TL_LSP_WAIVE,
                json_pack("[s, o, s]", actions->document->uri, tl_lsp_text_json(finding->key, -1), "project"),
                diagnostic);
  }
  json_decref(diagnostic);
}

static void add_faults(Actions *actions, TlumachSpan span) {
  for (guint i = 0, done = 0; i < actions->document->findings->len && done < WORDS_MAX; i++) {
    const TlLspFinding *finding = &g_array_index(actions->document->findings, TlLspFinding, i);
    if (finding->span.start > span.end || finding->span.end < span.start ||
        tl_lsp_is_waived(actions->document, finding))
      continue;
    add_for_fault(actions, finding);
    done++;
  }
}

static void add_new_term(Actions *actions, const char *term, const char *equivalent) {
  g_autofree char *title = g_strdup_printf("Add “%s = %s” to the term base", term, equivalent);
  add_command(actions, title, TL_LSP_ADD_TERM,
              json_pack("[o, o]", tl_lsp_text_json(term, -1), tl_lsp_text_json(equivalent, -1)), NULL);
}

/* "збройні сили = armed forces", selected. */
static void add_selected_term(Actions *actions, TlumachSpan span) {
  if (span.end - span.start > TERM_MAX)
    return;
  g_autofree char *text = tl_lsp_text_at(actions->document, span);
  g_auto(GStrv) sides = g_regex_split_simple("\\s*[=\t]\\s*", text, 0, 0);
  if (g_strv_length(sides) == 2 && *g_strstrip(sides[0]) && *g_strstrip(sides[1]) && !strpbrk(text, "\r\n"))
    add_new_term(actions, sides[0], sides[1]);
}

static void add_terms(Actions *actions, TlumachSpan span) {
  const TlLspDocument *document = actions->document;
  guint n, first = tl_lsp_marks_at(document->terms, span, TRUE, &n);
  /* In a bilingual file the source stays as it is. */
  for (guint i = first; !document->bilingual && i < first + n && i < first + WORDS_MAX; i++)
    add_for_term(actions, &g_array_index(document->terms, TlLspMark, i));
  if (!actions->server->lsp->add_term)
    return;
  first = tl_lsp_marks_at(document->names, span, TRUE, &n);
  for (guint i = first; i < first + n && i < first + WORDS_MAX; i++) {
    const TlLspMark *mark = &g_array_index(document->names, TlLspMark, i);
    add_new_term(actions, mark->citation, mark->romanized);
  }
  add_selected_term(actions, span);
}

json_t *tl_lsp_code_action(TlServer *server, const json_t *params, TlLspFault *fault) {
  TlumachSpan span;
  guint n, first;
  TlLspDocument *document = tl_lsp_document_in(server, params, &span, fault);
  if (!document || !tl_lsp_analyse(server, document))
    return NULL;
  Actions actions = {server, document, tl_lsp_at(params, "context.only"), json_array()};
  first = tl_lsp_marks_at(document->misspelt, span, TRUE, &n);
  for (guint i = first, done = 0; wanted(&actions, "quickfix") && i < first + n && done < WORDS_MAX; i++) {
    const TlLspMark *mark = &g_array_index(document->misspelt, TlLspMark, i);
    if (tl_lsp_is_accepted(server, document, mark))
      continue;
    add_for_word(&actions, mark);
    done++;
  }
  if (wanted(&actions, "quickfix")) {
    tl_lsp_find_faults(server, document);
    add_faults(&actions, span);
  }
  if (wanted(&actions, "refactor.rewrite"))
    add_terms(&actions, span);
  return actions.list;
}
