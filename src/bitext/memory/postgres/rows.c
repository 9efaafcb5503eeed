#include "bitext/memory/postgres/rows.h"

#include <string.h>

#include "base/error.h"

enum { ID, SOURCE, TARGET, SOURCE_XML, TARGET_XML, KEY, BEFORE, AFTER, ORIGIN, FRAME, NAME, LIKENESS };

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

PGresult *tl_postgres_ask(TlPostgres *store, const char *sql, const char *const *values, int n, GError **error) {
  PGresult *result = PQexecParams(store->connection, sql, n, NULL, values, NULL, NULL, 0);
  ExecStatusType status = PQresultStatus(result);
  if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
    return result;
  PQclear(result);
  tl_postgres_fail(store, error);
  return NULL;
}

static const char *text_at(const PGresult *row, int column) {
  return PQgetisnull(row, 0, column) ? NULL : PQgetvalue(row, 0, column);
}

static gint64 number_at(const PGresult *row, int column) {
  const char *text = text_at(row, column);
  return text ? g_ascii_strtoll(text, NULL, 10) : 0;
}

static gboolean give(const PGresult *row, TlMemoryUnitFunc found, gpointer user, GError **error) {
  const TlMemoryUnit unit = {.id = number_at(row, ID),
                             .source = text_at(row, SOURCE),
                             .target = text_at(row, TARGET),
                             .source_xml = text_at(row, SOURCE_XML),
                             .target_xml = text_at(row, TARGET_XML),
                             .key = (guint64)number_at(row, KEY),
                             .before = (guint64)number_at(row, BEFORE),
                             .after = (guint64)number_at(row, AFTER),
                             .origin = number_at(row, ORIGIN),
                             .frame = text_at(row, FRAME),
                             .origin_name = text_at(row, NAME)};
  guint likeness = PQnfields(row) > LIKENESS ? (guint)number_at(row, LIKENESS) : 100;
  return found(&unit, likeness, user, error);
}

/* What is still to come of a question that needs no further answer. */
static void stop(TlPostgres *store) {
  char ignored[256];
  PGcancel *cancel = PQgetCancel(store->connection);
  if (cancel)
    PQcancel(cancel, ignored, sizeof ignored);
  PQfreeCancel(cancel);
}

gboolean tl_postgres_each_unit(TlPostgres *store, const char *sql, const char *const *values, int n,
                               TlMemoryUnitFunc found, gpointer user, gboolean *enough, GError **error) {
  GError *own = NULL;
  gboolean more = TRUE;
  if (!PQsendQueryParams(store->connection, sql, n, NULL, values, NULL, NULL, 0))
    return tl_postgres_fail(store, error);
  PQsetSingleRowMode(store->connection);
  for (PGresult *row; (row = PQgetResult(store->connection)); PQclear(row)) {
    ExecStatusType status = PQresultStatus(row);
    if (status == PGRES_FATAL_ERROR && more && !own)
      tl_postgres_fail(store, &own);
    else if (status == PGRES_SINGLE_TUPLE && more && !own && !give(row, found, user, &own)) {
      more = FALSE;
      stop(store);
    }
  }
  if (enough)
    *enough = !more;
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
