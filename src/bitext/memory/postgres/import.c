/* Units in and out. An import is one transaction: its units go by COPY into a temporary table, and those that are new
 * from there into the memory and its index. */
#include "bitext/memory/postgres/import.h"

#include <string.h>

#include "bitext/memory/keys.h"
#include "bitext/memory/postgres/lists.h"

#define LINES_MAX (1u << 20) /* bytes that are gathered for a COPY */

gboolean tl_postgres_begin(gpointer data, GError **error) {
  TlPostgres *store = data;
  store->order = 0;
  g_string_truncate(store->lines, 0);
  g_array_set_size(store->dropped, 0);
  return tl_postgres_execute(store,
                             "BEGIN; LOCK TABLE tlumach_unit IN SHARE ROW EXCLUSIVE MODE; "
                             "CREATE TEMP TABLE incoming(sequence bigint, source text, target text, source_xml text, "
                             "target_xml text, key bigint, before bigint, after bigint, origin bigint, length integer, "
                             "frame text, words integer[]) ON COMMIT DROP",
                             error);
}

gboolean tl_postgres_origin(gpointer data, const char *name, const char *head, gint64 *number, GError **error) {
  PGresult *result =
      tl_postgres_ask(data,
                      "INSERT INTO tlumach_origin(name, head) VALUES($1, $2) ON CONFLICT(name) DO UPDATE "
                      "SET head = coalesce(EXCLUDED.head, tlumach_origin.head) RETURNING id",
                      (const char *[]){name, head}, 2, error);
  result = tl_postgres_expect(data, result, 1, 1, error);
  *number = result ? g_ascii_strtoll(PQgetvalue(result, 0, 0), NULL, 10) : 0;
  PQclear(result);
  return result != NULL;
}

/* A value of COPY's text format. */
static void put_value(GString *line, const char *value) {
  static const char special[] = "\\\t\n\r", letters[] = "\\tnr";
  g_string_append_c(line, '\t');
  if (!value) {
    g_string_append(line, "\\N");
    return;
  }
  while (*value) {
    size_t plain = strcspn(value, special);
    g_string_append_len(line, value, (gssize)plain);
    value += plain;
    if (*value) {
      g_string_append_c(line, '\\');
      g_string_append_c(line, letters[strchr(special, *value++) - special]);
    }
  }
}

static gboolean send_lines(TlPostgres *store, GError **error) {
  if (store->lines->len == 0)
    return TRUE;
  if (!tl_postgres_execute(store, "COPY incoming FROM STDIN", error))
    return FALSE;
  gboolean sent = PQputCopyData(store->connection, store->lines->str, (int)store->lines->len) == 1 &&
                  PQputCopyEnd(store->connection, NULL) == 1;
  g_string_truncate(store->lines, 0);
  for (PGresult *result; (result = PQgetResult(store->connection)); PQclear(result))
    sent = sent && PQresultStatus(result) == PGRES_COMMAND_OK;
  return sent || tl_postgres_fail(store, error);
}

/* Whether it is known is seen at the end. */
gboolean tl_postgres_put(gpointer data, const TlMemoryUnit *unit, const guint32 *words, guint n, gboolean *known,
                         GError **error) {
  TlPostgres *store = data;
  GString *line = store->lines;
  g_autofree char *array = tl_postgres_array(words, n);
  const char *texts[] = {unit->source, unit->target, unit->source_xml, unit->target_xml};
  *known = FALSE;
  g_string_append_printf(line, "%" G_GINT64_FORMAT, store->order++);
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
    put_value(line, texts[i]);
  g_string_append_printf(
      line, "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%u",
      (gint64)unit->key, (gint64)unit->before, (gint64)unit->after, unit->origin, tl_memory_count_words(words, n));
  put_value(line, unit->frame);
  put_value(line, array);
  g_string_append_c(line, '\n');
  return line->len < LINES_MAX || send_lines(store, error);
}

gboolean tl_postgres_drop(gpointer data, gint64 unit, const guint32 *words, guint n, GError **error) {
  char id[24];
  g_snprintf(id, sizeof id, "%" G_GINT64_FORMAT, unit);
  PGresult *result = tl_postgres_ask(data, "DELETE FROM tlumach_unit WHERE id = $1", (const char *[]){id}, 1, error);
  PQclear(result);
  return result && tl_postgres_lists_drop(data, unit, words, n, error);
}

/* Which of the temporary table the memory has not, each once, and what number each of them gets; then all of that into
 * the memory. Bytes are compared, whatever order of letters the database has. *added: how many. */
static gboolean take_over(TlPostgres *store, gint64 *added, GError **error) {
  PGresult *result =
      tl_postgres_execute(
          store,
          "SET LOCAL work_mem = '64MB'; ANALYZE incoming; CREATE TEMP TABLE fresh ON COMMIT DROP AS SELECT "
          "coalesce((SELECT max(id) + 1 FROM tlumach_unit), 0) + row_number() OVER (ORDER BY sequence) - 1 AS id, "
          "sequence FROM (SELECT DISTINCT ON (key, source COLLATE \"C\", target COLLATE \"C\", source_xml COLLATE "
          "\"C\", target_xml COLLATE \"C\") sequence, key, source, target, source_xml, target_xml FROM incoming "
          "ORDER BY key, source COLLATE \"C\", target COLLATE \"C\", source_xml COLLATE \"C\", target_xml COLLATE "
          "\"C\", sequence) i WHERE NOT EXISTS (SELECT FROM tlumach_unit u WHERE u.key = i.key AND u.source = "
          "i.source AND u.target = i.target AND u.source_xml IS NOT DISTINCT FROM i.source_xml AND u.target_xml IS NOT "
          "DISTINCT FROM i.target_xml); ANALYZE fresh",
          error)
          ? tl_postgres_ask(store,
                            "INSERT INTO tlumach_unit SELECT id, source, target, source_xml, target_xml, key, before, "
                            "after, origin, frame FROM fresh JOIN incoming USING(sequence) ORDER BY id",
                            NULL, 0, error)
          : NULL;
  *added = result ? g_ascii_strtoll(PQcmdTuples(result), NULL, 10) : 0;
  PQclear(result);
  return result && tl_postgres_lists_extend(store, error);
}

gboolean tl_postgres_end(gpointer data, gboolean keep, guint64 *known, GError **error) {
  TlPostgres *store = data;
  gint64 added = 0;
  gboolean done = keep && send_lines(store, error) && (store->order == 0 || take_over(store, &added, error)) &&
                  tl_postgres_lists_flush(store, error) &&
                  tl_postgres_execute(store,
                                      "UPDATE tlumach_memory SET value = (value::bigint + 1)::text "
                                      "WHERE name = 'changes'; COMMIT",
                                      error);
  *known = done ? (guint64)(store->order - added) : 0;
  tl_postgres_execute(store, done ? "ANALYZE tlumach_unit, tlumach_list, tlumach_length" : "ROLLBACK", NULL);
  return done || !keep;
}
