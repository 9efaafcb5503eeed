/* tlumach term log: which commits changed a concept, and how. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/json.h"
#include "base/nearest.h"
#include "commands/file_history.h"
#include "commands/term.h"
#include "commands/term_change.h"

typedef struct Log {
  const TlOptions *options;
  const char *path, *name;
  char *id; /* what the concept is looked for by: its id, else its name */
  TlFileHistory *history;
  GHashTable *states; /* blob → TlumachConceptState of `owned`, NULL where none is known */
  GPtrArray *owned;
  TlOutput *output;
  gboolean jsonl;
  guint count;
  const TlCommit *commit; /* the one that is looked at */
  const char *change;
} Log;

static void log_clear(Log *log) {
  g_free(log->id);
  tl_file_history_free(log->history);
  g_clear_pointer(&log->states, g_hash_table_unref);
  g_clear_pointer(&log->owned, g_ptr_array_unref);
}

/* -- which concept -- */

/* The newest version that can be read. */
static TlumachTermbase *newest_base(const Log *log, GError **error) {
  TlumachTermbase *base = NULL;
  for (guint i = 0; !base && i < log->history->commits->len; i++) {
    const TlCommit *commit = g_ptr_array_index(log->history->commits, i);
    const char *blob = tl_blob_is_none(commit->after) ? commit->before[0] : commit->after;
    g_clear_error(error);
    g_autoptr(GBytes) bytes = tl_file_history_blob(log->history, blob, error);
    if (bytes)
      base = tlumach_termbase_read(log->path, bytes, log->options->source, log->options->target, error);
  }
  if (base)
    g_clear_error(error);
  return base;
}

/* A concept that the newest version has not may be in older ones. */
static gboolean find_id(Log *log, const TlumachTermbase *newest, GError **error) {
  g_autoptr(GPtrArray) found = g_ptr_array_new();
  tlumach_concepts_named(newest, log->name, found);
  if (found->len > 1) {
    g_autoptr(GString) ids = g_string_new(NULL);
    for (guint i = 0; i < found->len; i++) {
      const TlumachConcept *concept = g_ptr_array_index(found, i);
      g_string_append_printf(ids, "%s%s", i ? ", " : "", concept->id ? concept->id : "one without an id");
    }
    tl_error_at(error, TLUMACH_ERROR_USAGE, log->path, 0, 0, "\"%s\" may mean %u concepts: %s; say which by its id",
                log->name, found->len, ids->str);
    return FALSE;
  }
  const TlumachConcept *concept = found->len > 0 ? g_ptr_array_index(found, 0) : NULL;
  log->id = g_strdup(concept && concept->id ? concept->id : log->name);
  return TRUE;
}

static void unknown(const Log *log, const TlumachTermbase *newest, GError **error) {
  guint n;
  const TlumachConcept *concepts = tlumach_termbase_concepts(newest, &n);
  g_autoptr(GPtrArray) ids = g_ptr_array_new();
  for (guint i = 0; i < n; i++)
    if (concepts[i].id)
      g_ptr_array_add(ids, (gpointer)concepts[i].id);
  g_ptr_array_add(ids, NULL);
  g_autofree char *meant = tl_did_you_mean(log->name, (const char *const *)ids->pdata, FALSE);
  tl_error_at(error, TLUMACH_ERROR_USAGE, log->path, 0, 0, "no concept has or had the id or the term \"%s\"%s",
              log->name, meant);
}

/* -- what became of it -- */

static const TlCommit *commit_that_made(const Log *log, const char *blob) {
  for (guint i = 0; i < log->history->commits->len; i++) {
    const TlCommit *commit = g_ptr_array_index(log->history->commits, i);
    if (strcmp(commit->after, blob) == 0)
      return commit;
  }
  return NULL;
}

/* A version that nobody can read is told of once, and taken for the one before it. NULL: nor is there one before it. */
static const TlumachConceptState *state_of(Log *log, const char *blob) {
  gpointer known = NULL;
  if (g_hash_table_lookup_extended(log->states, blob, NULL, &known))
    return known;
  g_autoptr(GError) error = NULL;
  gboolean none = tl_blob_is_none(blob);
  g_autoptr(GBytes) bytes = none ? NULL : tl_file_history_blob(log->history, blob, &error);
  TlumachConceptState *own = NULL;
  if (bytes || none)
    own = tlumach_concept_state_read(log->path, bytes, log->id, log->options->source, log->options->target, &error);
  g_hash_table_insert(log->states, (gpointer)blob, own);
  if (own) {
    g_ptr_array_add(log->owned, own);
    return own;
  }
  const TlCommit *maker = commit_that_made(log, blob);
  if (!log->options->quiet)
    fprintf(stderr, "tlumach: warning: passed over in commit %.10s: %s\n", (maker ? maker : log->commit)->hash,
            error->message);
  const TlumachConceptState *older = maker ? state_of(log, maker->before[0]) : NULL;
  g_hash_table_insert(log->states, (gpointer)blob, (gpointer)older);
  return older;
}

static void write_commit(const TlumachConceptChange *change, gpointer user) {
  Log *log = user;
  const TlCommit *commit = log->commit;
  TlOutput *out = log->output;
  log->count++;
  if (!log->jsonl) {
    const char mark = *log->change == 'a' ? '+' : *log->change == 'r' ? '-' : '~';
    tl_output_printf(out, "%c %.10s %.10s ", mark, commit->hash, commit->date);
    tl_output_safe(out, commit->author, -1);
    tl_output_puts(out, ": ");
    tl_output_safe(out, commit->subject, -1);
    tl_output_putc(out, '\n');
    tl_term_change_write(out, change);
    return;
  }
  tl_json_begin(out);
  tl_json_string(out, "commit", commit->hash, -1);
  tl_json_string(out, "date", commit->date, -1);
  tl_json_string(out, "author", commit->author, -1);
  tl_json_string(out, "subject", commit->subject, -1);
  tl_json_string(out, "concept", log->id, -1);
  tl_json_string(out, "change", log->change, -1);
  tl_term_change_json(out, change);
  tl_json_end(out);
}

/* -- merges -- */

typedef struct Probe {
  const TlumachTermDifference *wanted;
  gboolean met;
} Probe;

static void probe(const TlumachConceptChange *change, gpointer user) {
  Probe *p = user;
  for (guint i = 0; i < change->n; i++) {
    const TlumachTermDifference *d = &change->differences[i];
    if (strcmp(d->field, p->wanted->field) == 0 && g_strcmp0(d->language, p->wanted->language) == 0 &&
        g_strcmp0(d->term, p->wanted->term) == 0 && g_strcmp0(d->after, p->wanted->after) == 0)
      p->met = TRUE;
  }
}

/* A merge changed what none of its parents has so already. */
static void write_own(const TlumachConceptChange *change, gpointer user) {
  Log *log = user;
  const TlumachConceptState *after = state_of(log, log->commit->after);
  g_autoptr(GArray) own = g_array_new(FALSE, FALSE, sizeof(TlumachTermDifference));
  for (guint i = 0; i < change->n; i++) {
    gboolean everywhere = TRUE;
    for (char **blob = log->commit->before + 1; *blob && everywhere; blob++) {
      Probe p = {&change->differences[i], FALSE};
      tlumach_concept_state_diff(state_of(log, *blob), after, probe, &p);
      everywhere = p.met;
    }
    if (everywhere)
      g_array_append_val(own, change->differences[i]);
  }
  const TlumachConceptChange left = {.differences = (const TlumachTermDifference *)(const void *)own->data,
                                     .n = own->len};
  if (left.n > 0)
    write_commit(&left, log);
}

static void look_at(Log *log, const TlCommit *commit) {
  log->commit = commit;
  const TlumachConceptState *before = state_of(log, commit->before[0]), *after = state_of(log, commit->after);
  log->change = !tlumach_concept_state_exists(before)  ? "added"
                : !tlumach_concept_state_exists(after) ? "removed"
                                                       : "changed";
  tlumach_concept_state_diff(before, after, write_own, log);
}

static gboolean run(Log *log, GError **error) {
  log->history = tl_file_history_read(log->path, error);
  g_autoptr(TlumachTermbase) newest = log->history ? newest_base(log, error) : NULL;
  if (!newest || !find_id(log, newest, error))
    return FALSE;
  log->states = g_hash_table_new(g_str_hash, g_str_equal);
  log->owned = g_ptr_array_new_with_free_func((GDestroyNotify)tlumach_concept_state_free);
  for (guint i = 0; i < log->history->commits->len; i++)
    look_at(log, g_ptr_array_index(log->history->commits, i));
  if (log->count == 0)
    unknown(log, newest, error);
  return log->count > 0;
}

int tl_cmd_term_log(const TlCommand *command, int argc, char **argv) {
  static const char *const formats[] = {"text", "jsonl", NULL};
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  int code = TL_EXIT_CLEAN;
  if (!tl_options_parse(command, argc, argv, NULL, &options, &code))
    return code;
  if (!options.files || g_strv_length(options.files) != 1) {
    fputs("tlumach: say which concept, and of which file: tlumach term log CONCEPT -g FILE\n", stderr);
    return TL_EXIT_ERROR;
  }
  const char *path = tl_term_only_path(&options, &error),
             *format = path ? tl_term_choice(&options, formats, &error) : NULL;
  if (!format)
    return tl_fail(error);
  g_autoptr(GString) text = g_string_new(NULL);
  Log log = {.options = &options,
             .path = path,
             .name = options.files[0],
             .output = tl_output_memory(text),
             .jsonl = format == formats[1]};
  gboolean done = run(&log, &error);
  tl_output_close(log.output, NULL);
  log_clear(&log);
  return done ? tl_term_write(&options, text, TL_EXIT_CLEAN) : tl_fail(error);
}
