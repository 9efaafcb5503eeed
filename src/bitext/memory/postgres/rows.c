#include "bitext/memory/postgres/rows.h"

#include <string.h>

#include "base/error.h"

enum { ID, SOURCE, TARGET, SOURCE_XML, TARGET_XML, KEY, BEFORE, AFTER, ORIGIN, FRAME, NAME };

gboolean tl_postgres_fail(const TlPostgres *store, GError **error) {
  g_autofree char *said = g_strdup(PQerrorMessage(store->connection));
  g_strstrip(said);
  for (char *at = said; *at; at++)
    if (g_ascii_isspace(*at))
      *at = ' ';
  tl_error_at(error, TLUMACH_ERROR_IO, store->name, 0, 0, "%s", *said ? said : "the server does not answer");
  return FALSE;
}

gboolean tl_postgres_execute(TlPostgres *store, const char *sql, GError **error) {
  PGresult *result = PQexec(store->connection, sql);
  ExecStatusType status = PQresultStatus(result);
  gboolean good = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_COPY_IN;
  PQclear(result);
  return good || tl_postgres_fail(store, error);
}

static PGresult *ask(TlPostgres *store, const char *sql, const char *const *values, int n, int format, GError **error) {
  PGresult *result = PQexecParams(store->connection, sql, n, NULL, values, NULL, NULL, format);
  ExecStatusType status = PQresultStatus(result);
  if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
    return result;
  PQclear(result);
  tl_postgres_fail(store, error);
  return NULL;
}

PGresult *tl_postgres_ask(TlPostgres *store, const char *sql, const char *const *values, int n, GError **error) {
  return ask(store, sql, values, n, 0, error);
}

PGresult *tl_postgres_ask_binary(TlPostgres *store, const char *sql, const char *const *values, int n, GError **error) {
  return ask(store, sql, values, n, 1, error);
}

PGresult *tl_postgres_damaged(const TlPostgres *store, PGresult *result, GError **error) {
  PQclear(result);
  tl_error_at(error, TLUMACH_ERROR_FORMAT, store->name, 0, 0,
              "is damaged, or no memory; import its TMX files into a new database");
  return NULL;
}

PGresult *tl_postgres_expect(const TlPostgres *store, PGresult *result, int columns, int rows, GError **error) {
  if (!result || (PQnfields(result) == columns && PQntuples(result) >= rows))
    return result;
  return tl_postgres_damaged(store, result, error);
}

static const char *text_at(const PGresult *rows, int row, int column) {
  return PQgetisnull(rows, row, column) ? NULL : PQgetvalue(rows, row, column);
}

static gint64 number_at(const PGresult *rows, int row, int column) {
  const char *text = text_at(rows, row, column);
  return text ? g_ascii_strtoll(text, NULL, 10) : 0;
}

/* Texts are UTF-8 and units have both of them; rows of anything else are not ours. */
static gboolean is_unit(const PGresult *rows, int row) {
  if (PQnfields(rows) != NAME + 1 || PQgetisnull(rows, row, SOURCE) || PQgetisnull(rows, row, TARGET))
    return FALSE;
  for (int column = 0; column <= NAME; column++)
    if (!g_utf8_validate(PQgetvalue(rows, row, column), -1, NULL))
      return FALSE;
  return TRUE;
}

static gboolean give(const TlPostgres *store, const PGresult *rows, int row, TlMemoryUnitFunc found, gpointer user,
                     GError **error) {
  if (!is_unit(rows, row))
    return tl_postgres_damaged(store, NULL, error) != NULL;
  const TlMemoryUnit unit = {.id = number_at(rows, row, ID),
                             .source = text_at(rows, row, SOURCE),
                             .target = text_at(rows, row, TARGET),
                             .source_xml = text_at(rows, row, SOURCE_XML),
                             .target_xml = text_at(rows, row, TARGET_XML),
                             .key = (guint64)number_at(rows, row, KEY),
                             .before = (guint64)number_at(rows, row, BEFORE),
                             .after = (guint64)number_at(rows, row, AFTER),
                             .origin = number_at(rows, row, ORIGIN),
                             .frame = text_at(rows, row, FRAME),
                             .origin_name = text_at(rows, row, NAME)};
  return found(&unit, user, error);
}

gboolean tl_postgres_units(TlPostgres *store, const char *sql, const char *value, TlMemoryUnitFunc found, gpointer user,
                           GError **error) {
  GError *own = NULL;
  PGresult *rows = tl_postgres_ask(store, sql, (const char *[]){value}, 1, error);
  for (int i = 0; rows && i < PQntuples(rows) && give(store, rows, i, found, user, &own); i++)
    ;
  PQclear(rows);
  if (own)
    g_propagate_error(error, own);
  return rows && !own;
}

/* What is still to come of a question that needs no further answer. */
static void stop(TlPostgres *store) {
  char ignored[256];
  PGcancel *cancel = PQgetCancel(store->connection);
  if (cancel)
    PQcancel(cancel, ignored, sizeof ignored);
  PQfreeCancel(cancel);
}

gboolean tl_postgres_each_unit(TlPostgres *store, const char *sql, TlMemoryUnitFunc found, gpointer user,
                               GError **error) {
  GError *own = NULL;
  gboolean more = TRUE;
  if (!PQsendQuery(store->connection, sql))
    return tl_postgres_fail(store, error);
  PQsetSingleRowMode(store->connection);
  for (PGresult *row; (row = PQgetResult(store->connection)); PQclear(row)) {
    ExecStatusType status = PQresultStatus(row);
    if (status == PGRES_FATAL_ERROR && more && !own)
      tl_postgres_fail(store, &own);
    else if (status == PGRES_SINGLE_TUPLE && more && !own && !give(store, row, 0, found, user, &own)) {
      more = FALSE;
      stop(store);
    }
  }
  if (own)
    g_propagate_error(error, own);
  return own == NULL;
}

char *tl_postgres_array(const guint32 *numbers, guint n) {
  GString *text = g_string_new("{");
  for (guint i = 0; i < n; i++)
    g_string_append_printf(text, "%s%d", i ? "," : "", (gint32)numbers[i]);
  g_string_append_c(text, '}');
  return g_string_free(text, FALSE);
}
