/* A memory in a PostgreSQL database: opened, asked for units. */
#include <string.h>

#include "base/error.h"
#include "bitext/memory/module.h"
#include "bitext/memory/postgres/import.h"
#include "bitext/memory/postgres/lists.h"
#include "bitext/memory/postgres/rows.h"

#define VERSION "2" /* of the tables */

/* One makes them, whoever else is about to. */
static const char schema[] =
    "BEGIN; SELECT pg_advisory_xact_lock(hashtext('tlumach_memory'));"
    "CREATE TABLE IF NOT EXISTS tlumach_memory(name text PRIMARY KEY, value text);"
    "INSERT INTO tlumach_memory VALUES('version', '" VERSION "'), ('changes', '0') ON CONFLICT DO NOTHING;"
    "CREATE TABLE IF NOT EXISTS tlumach_origin(id bigserial PRIMARY KEY, name text UNIQUE NOT NULL, head text);"
    "CREATE TABLE IF NOT EXISTS tlumach_unit(id bigint PRIMARY KEY, source text NOT NULL, target text NOT NULL, "
    "source_xml text, target_xml text, key bigint NOT NULL, before bigint, after bigint, origin bigint, frame text);"
    "CREATE INDEX IF NOT EXISTS tlumach_unit_key ON tlumach_unit(key);" TL_POSTGRES_LIST_TABLES "COMMIT";

/* -- opening --------------------------------------------------------------------------------------------------- */

static void close_store(gpointer data) {
  TlPostgres *store = data;
  if (!store)
    return;
  PQfinish(store->connection);
  g_string_free(store->lines, TRUE);
  g_array_unref(store->dropped);
  g_free(store->name);
  g_free(store);
}

static gboolean is_there(TlPostgres *store, gboolean *there, GError **error) {
  PGresult *result = tl_postgres_expect(
      store, tl_postgres_ask(store, "SELECT to_regclass('tlumach_memory') IS NOT NULL", NULL, 0, error), 1, 1, error);
  *there = result && *PQgetvalue(result, 0, 0) == 't';
  PQclear(result);
  return result != NULL;
}

static gboolean make(TlPostgres *store, const TlumachMemoryOptions *options, GError **error) {
  if (!tl_postgres_execute(store, schema, error))
    return FALSE;
  PGresult *result =
      tl_postgres_ask(store, "INSERT INTO tlumach_memory VALUES('source', $1), ('target', $2) ON CONFLICT DO NOTHING",
                      (const char *[]){options->source, options->target}, 2, error);
  PQclear(result);
  return result != NULL;
}

/* "": it says nothing. */
static const char *value_in(const PGresult *values, const char *name) {
  for (int i = 0; i < PQntuples(values); i++)
    if (strcmp(PQgetvalue(values, i, 0), name) == 0)
      return PQgetvalue(values, i, 1);
  return "";
}

static gboolean is_good(const TlPostgres *store, const PGresult *values, const TlumachMemoryOptions *options,
                        GError **error) {
  const char *source = value_in(values, "source"), *target = value_in(values, "target");
  if (strcmp(value_in(values, "version"), VERSION) != 0)
    tl_error_at(error, TLUMACH_ERROR_FORMAT, store->name, 0, 0,
                "is a memory of another version of tlumach's; import its TMX files into a new database");
  else if (strcmp(source, options->source) != 0 || strcmp(target, options->target) != 0)
    tl_error_at(error, TLUMACH_ERROR_USAGE, store->name, 0, 0,
                "is a memory from %s to %s, not from %s to %s; say so with --source and --target", source, target,
                options->source, options->target);
  else
    return TRUE;
  return FALSE;
}

static gboolean check(TlPostgres *store, const TlumachMemoryOptions *options, GError **error) {
  gboolean there;
  if (!is_there(store, &there, error))
    return FALSE;
  if (!there && !options->create) {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, store->name, 0, 0,
                "has no memory yet; make one: tlumach memory import -m %s FILE.tmx", store->name);
    return FALSE;
  }
  if (!there && !make(store, options, error))
    return FALSE;
  PGresult *values = tl_postgres_expect(
      store, tl_postgres_ask(store, "SELECT name, value FROM tlumach_memory", NULL, 0, error), 2, 0, error);
  gboolean good = values && is_good(store, values, options, error);
  PQclear(values);
  return good;
}

static gpointer open_store(const char *name, const TlumachMemoryOptions *options, GError **error) {
  TlPostgres *store = g_new0(TlPostgres, 1);
  store->lines = g_string_new(NULL);
  store->dropped = g_array_new(FALSE, FALSE, sizeof(TlPosting));
  store->connection = PQconnectdb(name);
  const char *host = PQhost(store->connection), *database = PQdb(store->connection);
  store->name = g_strdup_printf("postgresql://%s/%s", host && *host != '/' ? host : "", database ? database : "");
  gboolean good = PQstatus(store->connection) == CONNECTION_OK || tl_postgres_fail(store, error);
  good = good && tl_postgres_execute(store, "SET client_min_messages = warning; SET client_encoding = 'UTF8'", error);
  if (good && check(store, options, error))
    return store;
  close_store(store);
  return NULL;
}

/* -- asking ---------------------------------------------------------------------------------------------------- */

static gboolean same(gpointer data, guint64 key, TlMemoryUnitFunc found, gpointer user, GError **error) {
  char number[24];
  g_snprintf(number, sizeof number, "%" G_GINT64_FORMAT, (gint64)key);
  return tl_postgres_units(data,
                           "SELECT " TL_POSTGRES_UNIT
                           " FROM tlumach_unit u WHERE key = $1 ORDER BY id DESC LIMIT " G_STRINGIFY(TL_MEMORY_GIVEN),
                           number, found, user, error);
}

static gboolean units_of(gpointer data, const gint64 *numbers, guint n, TlMemoryUnitFunc found, gpointer user,
                         GError **error) {
  g_autoptr(GString) array = g_string_new("{");
  for (guint i = 0; i < n; i++)
    g_string_append_printf(array, "%s%" G_GINT64_FORMAT, i ? "," : "", numbers[i]);
  g_string_append_c(array, '}');
  return tl_postgres_units(data,
                           "SELECT " TL_POSTGRES_UNIT " FROM unnest($1::bigint[]) WITH ORDINALITY n(id, place) "
                           "JOIN tlumach_unit u ON u.id = n.id ORDER BY place",
                           array->str, found, user, error);
}

static gboolean each(gpointer data, gboolean newest, TlMemoryUnitFunc found, gpointer user, GError **error) {
  return tl_postgres_each_unit(data,
                               newest ? "SELECT " TL_POSTGRES_UNIT " FROM tlumach_unit u ORDER BY id DESC"
                                      : "SELECT " TL_POSTGRES_UNIT " FROM tlumach_unit u ORDER BY id",
                               found, user, error);
}

static char *head_of(gpointer data) {
  PGresult *result =
      tl_postgres_ask(data,
                      "SELECT head FROM tlumach_origin o WHERE head IS NOT NULL ORDER BY (SELECT count(*) "
                      "FROM tlumach_unit u WHERE u.origin = o.id) DESC, id LIMIT 1",
                      NULL, 0, NULL);
  result = tl_postgres_expect(data, result, 1, 0, NULL);
  char *head = result && PQntuples(result) > 0 ? g_strdup(PQgetvalue(result, 0, 0)) : NULL;
  PQclear(result);
  return head;
}

static guint64 count_at(const PGresult *result, int row, int column) {
  return g_ascii_strtoull(PQgetvalue(result, row, column), NULL, 10);
}

static gboolean stats_of(gpointer data, TlumachMemoryStats *stats, GError **error) {
  PGresult *result = tl_postgres_ask(
      data, "SELECT count(*), count(DISTINCT key), count(coalesce(source_xml, target_xml)) FROM tlumach_unit", NULL, 0,
      error);
  if (!(result = tl_postgres_expect(data, result, 3, 1, error)))
    return FALSE;
  stats->units = count_at(result, 0, 0);
  stats->sources = count_at(result, 0, 1);
  stats->with_tags = count_at(result, 0, 2);
  PQclear(result);
  result = tl_postgres_ask(data,
                           "SELECT o.name, count(u.id) FROM tlumach_origin o LEFT JOIN tlumach_unit u ON u.origin = "
                           "o.id GROUP BY o.id ORDER BY o.id",
                           NULL, 0, error);
  result = tl_postgres_expect(data, result, 2, 0, error);
  for (int i = 0; result && i < PQntuples(result); i++) {
    TlumachOriginCount *count = g_new0(TlumachOriginCount, 1);
    count->name = g_strdup(PQgetvalue(result, i, 0));
    count->units = count_at(result, i, 1);
    g_ptr_array_add(stats->origins, count);
  }
  PQclear(result);
  return result != NULL;
}

static const TlMemoryEngine postgres = {
    .name = "PostgreSQL",
    .open = open_store,
    .close = close_store,
    .begin = tl_postgres_begin,
    .origin = tl_postgres_origin,
    .put = tl_postgres_put,
    .drop = tl_postgres_drop,
    .end = tl_postgres_end,
    .same = same,
    .units = units_of,
    .each = each,
    .version = tl_postgres_version,
    .lengths = tl_postgres_lengths,
    .lists = tl_postgres_lists,
    .head = head_of,
    .stats = stats_of,
};

TLUMACH_API extern const TlMemoryModule tlumach_memory_module;
const TlMemoryModule tlumach_memory_module = {TL_MODULE_VERSION, &postgres};
