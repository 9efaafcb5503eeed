/* tlumach lsp: a language server on standard input and output. What it opens is what the other commands open; the
 * client's settings come before the configuration file. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "commands/check.h"
#include "commands/config.h"
#include "commands/options.h"
#include "editors/lsp/lsp.h"

#define WAIT 2 /* seconds for another writer of the term base: somebody waits for us */

typedef struct Server {
  const TlOptions *given; /* the command line */
  FILE *log;
} Server;

static void put(char **slot, const char *text) {
  if (!text)
    return;
  g_free(*slot);
  *slot = g_strdup(text);
}

/* The command line, the client's settings, the configuration file, in that order. */
static gboolean options_for(const Server *server, const TlLspSettings *settings, TlOptions *options, GError **error) {
  *options = (TlOptions){.glossaries = g_strdupv(server->given->glossaries),
                         .personal = g_strdupv(server->given->personal),
                         .config = g_strdup(server->given->config),
                         .isolated = server->given->isolated,
                         .quiet = TRUE};
  if (!options->glossaries && settings->glossaries)
    options->glossaries = g_strdupv(settings->glossaries);
  put(&options->dictionary, settings->dictionary);
  put(&options->source, settings->source);
  put(&options->target, settings->target);
  put(&options->dictionary, server->given->dictionary);
  put(&options->source, server->given->source);
  put(&options->target, server->given->target);
  if (!tl_config_apply(options, error))
    return FALSE;
  tl_options_settle(options);
  return TRUE;
}

/* One term base that cannot be read does not take away the others, nor the spelling: somebody is writing. */
static char *leave_out_unreadable(TlOptions *options) {
  g_autoptr(GString) faults = g_string_new(NULL);
  g_autoptr(GPtrArray) readable = g_ptr_array_new();
  for (char **path = options->glossaries; path && *path; path++) {
    g_autoptr(GError) error = NULL;
    g_autoptr(TlumachTermbase) base = tlumach_termbase_open(*path, options->source, options->target, &error);
    if (base)
      g_ptr_array_add(readable, g_strdup(*path));
    else
      g_string_append_printf(faults, "%s%s", faults->len ? "\n" : "", error->message);
  }
  if (faults->len == 0)
    return NULL;
  g_ptr_array_add(readable, NULL);
  g_strfreev(options->glossaries);
  options->glossaries = (char **)g_ptr_array_free(g_steal_pointer(&readable), FALSE);
  return g_string_free(g_steal_pointer(&faults), FALSE);
}

static TlumachSession *open_session(const TlLspSettings *settings, gpointer user, char **left_out, GError **error) {
  g_auto(TlOptions) options = {0};
  if (!options_for(user, settings, &options, error))
    return NULL;
  options.isolated = TRUE; /* the person's own words are the server's business: they change while it runs */
  g_clear_pointer(&options.personal, g_strfreev);
  for (gboolean retried = FALSE;; retried = TRUE) {
    g_autoptr(GError) fault = NULL;
    TlumachSession *session = tl_options_session(&options, &fault);
    if (!session && !retried && (*left_out = leave_out_unreadable(&options)))
      continue;
    if (fault)
      g_propagate_error(error, g_steal_pointer(&fault));
    return session;
  }
}

static char *personal(gboolean project, gpointer user) {
  static const TlLspSettings none = {0};
  g_auto(TlOptions) options = {0};
  if (!options_for(user, &none, &options, NULL))
    return NULL;
  if (project)
    return options.personal ? g_strdup(options.personal[0]) : NULL;
  return options.isolated ? NULL : tlumach_personal_path(options.source);
}

/* The first TBX of the settings or of the configuration; NULL with an error. */
static const char *own_termbase(const TlOptions *options, GError **error) {
  for (char **path = options->glossaries; path && *path; path++)
    if (g_str_has_suffix(*path, ".tbx"))
      return *path;
  tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0,
              "there is no term base to add to: name one of TBX in tlumach.conf, as in: glossary = terms.tbx");
  return NULL;
}

static gboolean has_equivalent(const TlumachConcept *concept, const char *equivalent) {
  for (guint i = 0; i < concept->n_terms; i++)
    if (strcmp(concept->terms[i].text, equivalent) == 0)
      return TRUE;
  return FALSE;
}

static gboolean is_there(const TlumachTermbase *base, const char *term, const char *equivalent, GError **error) {
  g_autoptr(GPtrArray) found = g_ptr_array_new();
  tlumach_concepts_named(base, term, found);
  for (guint i = 0; i < found->len; i++) {
    const TlumachConcept *concept = g_ptr_array_index(found, i);
    if (!has_equivalent(concept, equivalent))
      continue;
    tl_error_at(error, TLUMACH_ERROR_USAGE, tlumach_termbase_path(base), concept->line, 0, "%s = %s is there already",
                term, equivalent);
    return TRUE;
  }
  return FALSE;
}

static gboolean add_term(const TlLspSettings *settings, const char *term, const char *equivalent, gpointer user,
                         GError **error) {
  g_auto(TlOptions) options = {0};
  if (!options_for(user, settings, &options, error))
    return FALSE;
  const char *path = own_termbase(&options, error);
  g_autoptr(TlumachTermFile) file = path ? tlumach_term_file_open(path, WAIT, error) : NULL;
  TlumachTerm terms[] = {{.text = (char *)term, .language = options.source},
                         {.text = (char *)equivalent, .language = options.target}};
  const TlumachConcept concept = {.terms = terms, .n_terms = G_N_ELEMENTS(terms)};
  return file && !is_there(tlumach_term_file_base(file), term, equivalent, error) &&
         tlumach_term_file_add(file, &concept, error) && tlumach_term_file_save(file, TRUE, error);
}

static void check(const TlLspSettings *settings, const TlumachSession *session, const TlumachBitext *bitext,
                  TlumachFindingFunc found, gpointer data, gpointer user) {
  g_auto(TlOptions) options = {0};
  if (!options_for(user, settings, &options, NULL)) /* told when the session was opened */
    return;
  g_auto(GStrv) common = tl_check_common(options.glossaries);
  const TlumachCheckOptions how = {.agreed = options.glossaries != NULL,
                                   .common = (const char *const *)common,
                                   .waivers = (const char *const *)options.waivers};
  tlumach_check(session, bitext, &how, found, data, NULL);
}

static gboolean waive(const TlLspSettings *settings, const char *check, const char *text, gpointer user,
                      GError **error) {
  g_auto(TlOptions) options = {0};
  if (!options_for(user, settings, &options, error))
    return FALSE;
  g_autoptr(GDateTime) now = g_date_time_new_now_local();
  g_autofree char *reason = g_date_time_format(now, "accepted in the editor, %F");
  g_autofree char *waiver = tlumach_waiver_write(check, text, reason);
  if (!waiver)
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "there are no words to know such findings by");
  return waiver && tl_config_add(&options, "waive", waiver, error);
}

static void write_log(const char *message, gpointer user) {
  const Server *server = user;
  if (!server->log)
    return;
  g_autoptr(GDateTime) now = g_date_time_new_now_utc();
  g_autofree char *time = g_date_time_format(now, "%Y-%m-%dT%H:%M:%SZ");
  fprintf(server->log, "%s %s\n", time, message);
  fflush(server->log);
}

int tl_cmd_lsp(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_autofree char *path = NULL;
  gboolean standard = FALSE;
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {
      {"log", 0, 0, G_OPTION_ARG_FILENAME, &path, "Write what happens to a file", "FILE"},
      {"stdio", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &standard, NULL, NULL}, /* some clients send it */
      G_OPTION_ENTRY_NULL};
  if (!tl_options_parse_line(command, argc, argv, own, &options, &code))
    return code;
  Server server = {.given = &options, .log = path ? fopen(path, "ae") : NULL};
  if (path && !server.log) {
    fprintf(stderr, "tlumach: %s: cannot open\n", path);
    return TL_EXIT_ERROR;
  }
  TlLsp lsp = {.version = TLUMACH_VERSION,
               .open = open_session,
               .personal = personal,
               .add_term = add_term,
               .waive = waive,
               .check = check,
               .log = write_log,
               .user = &server};
  code = tl_lsp_serve(&lsp, STDIN_FILENO, STDOUT_FILENO);
  if (code != 0)
    fputs("tlumach: lsp: the editor closed its end without a shutdown; this command is for editors to start\n", stderr);
  if (server.log)
    fclose(server.log);
  return code;
}
