/* A memory in a PostgreSQL database. An import is one transaction: its units go by COPY into a temporary table, and
 * those that are new from there into the memory. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "bitext/memory/keys.h"
#include "bitext/memory/module.h"
#include "bitext/memory/postgres/rows.h"

#define LINES_MAX (1u << 20) /* bytes that are gathered for a COPY */
#define GIVEN "64"           /* likely units that are given to be compared */
#define LOOKED_MAX 1000u     /* units with a rare word that are looked at … */
#define WORDS_LEAST 3        /* … unless fewer words than these were asked for */

static const char schema[] =
    "CREATE EXTENSION IF NOT EXISTS intarray;"
    "CREATE TABLE IF NOT EXISTS tlumach_memory(name text PRIMARY KEY, value text);"
    "CREATE TABLE IF NOT EXISTS tlumach_origin(id bigserial PRIMARY KEY, name text UNIQUE NOT NULL, head text);"
    "CREATE TABLE IF NOT EXISTS tlumach_unit(id bigserial PRIMARY KEY, source text NOT NULL, target text NOT NULL, "
    "source_xml text, target_xml text, key bigint NOT NULL, before bigint, after bigint, origin bigint, frame text, "
    "words integer[] NOT NULL);"
    "CREATE INDEX IF NOT EXISTS tlumach_unit_key ON tlumach_unit(key);"
    "CREATE INDEX IF NOT EXISTS tlumach_unit_words ON tlumach_unit USING gin(words gin__int_ops);"
    "CREATE TABLE IF NOT EXISTS tlumach_word(word integer PRIMARY KEY, units bigint NOT NULL)";

/* -- opening --------------------------------------------------------------------------------------------------- */

static void close_store(gpointer data) {
  TlPostgres *store = data;
  if (!store)
    return;
  PQfinish(store->connection);
  g_string_free(store->lines, TRUE);
  g_free(store->name);
  g_free(store);
}

static char *value_of(TlPostgres *store, const char *name, GError **error) {
  PGresult *result =
      tl_postgres_ask(store, "SELECT value FROM tlumach_memory WHERE name = $1", (const char *[]){name}, 1, error);
  char *value = result && PQntuples(result) > 0 ? g_strdup(PQgetvalue(result, 0, 0)) : NULL;
  PQclear(result);
  return value;
}

static gboolean set_languages(TlPostgres *store, const TlumachMemoryOptions *options, GError **error) {
  PGresult *result =
      tl_postgres_ask(store, "INSERT INTO tlumach_memory VALUES('source', $1), ('target', $2) ON CONFLICT DO NOTHING",
                      (const char *[]){options->source, options->target}, 2, error);
  PQclear(result);
  return result != NULL;
}

static gboolean check_languages(TlPostgres *store, const TlumachMemoryOptions *options, GError **error) {
  PGresult *result = tl_postgres_ask(store, "SELECT to_regclass('tlumach_memory') IS NOT NULL", NULL, 0, error);
  gboolean there = result && *PQgetvalue(result, 0, 0) == 't';
  PQclear(result);
  if (!result)
    return FALSE;
  if (!there) {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, store->name, 0, 0,
                "has no memory yet; make one: tlumach memory import -m %s FILE.tmx", store->name);
    return FALSE;
  }
  g_autofree char *source = value_of(store, "source", error),
                  *target = source ? value_of(store, "target", error) : NULL;
  if (!target)
    return FALSE;
  if (strcmp(source, options->source) == 0 && strcmp(target, options->target) == 0)
    return TRUE;
  tl_error_at(error, TLUMACH_ERROR_USAGE, store->name, 0, 0,
              "is a memory from %s to %s, not from %s to %s; say so with --source and --target", source, target,
              options->source, options->target);
  return FALSE;
}

static gpointer open_store(const char *name, const TlumachMemoryOptions *options, GError **error) {
  TlPostgres *store = g_new0(TlPostgres, 1);
  store->lines = g_string_new(NULL);
  store->connection = PQconnectdb(name);
  const char *host = PQhost(store->connection), *database = PQdb(store->connection);
  store->name = g_strdup_printf("postgresql://%s/%s", host && *host != '/' ? host : "", database ? database : "");
  gboolean good = PQstatus(store->connection) == CONNECTION_OK || tl_postgres_fail(store, error);
  good = good && tl_postgres_execute(store, "SET client_min_messages = warning; SET client_encoding = 'UTF8'", error);
  if (good && options->create)
    good = tl_postgres_execute(store, schema, error) && set_languages(store, options, error);
  if (good && check_languages(store, options, error))
    return store;
  close_store(store);
  return NULL;
}

/* -- writing --------------------------------------------------------------------------------------------------- */

static gboolean begin(gpointer data, GError **error) {
  TlPostgres *store = data;
  store->order = 0;
  g_string_truncate(store->lines, 0);
  return tl_postgres_execute(store,
                             "BEGIN; LOCK TABLE tlumach_unit IN SHARE ROW EXCLUSIVE MODE; "
                             "CREATE TEMP TABLE incoming(sequence bigint, source text, target text, source_xml text, "
                             "target_xml text, key bigint, before bigint, after bigint, origin bigint, frame text, "
                             "words integer[]) ON COMMIT DROP",
                             error);
}

static gboolean origin(gpointer data, const char *name, const char *head, gint64 *number, GError **error) {
  PGresult *result =
      tl_postgres_ask(data,
                      "INSERT INTO tlumach_origin(name, head) VALUES($1, $2) ON CONFLICT(name) DO UPDATE "
                      "SET head = coalesce(EXCLUDED.head, tlumach_origin.head) RETURNING id",
                      (const char *[]){name, head}, 2, error);
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
static gboolean put(gpointer data, const TlMemoryUnit *unit, const guint32 *words, guint n, gboolean *known,
                    GError **error) {
  TlPostgres *store = data;
  GString *line = store->lines;
  g_autofree char *array = tl_postgres_array(words, n);
  const char *texts[] = {unit->source, unit->target, unit->source_xml, unit->target_xml};
  *known = FALSE;
  g_string_append_printf(line, "%" G_GINT64_FORMAT, store->order++);
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
    put_value(line, texts[i]);
  g_string_append_printf(line, "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT,
                         (gint64)unit->key, (gint64)unit->before, (gint64)unit->after, unit->origin);
  put_value(line, unit->frame);
  put_value(line, array);
  g_string_append_c(line, '\n');
  return line->len < LINES_MAX || send_lines(store, error);
}

static gboolean drop(gpointer data, gint64 unit, const guint32 *words, guint n, GError **error) {
  char id[24];
  (void)words, (void)n; /* they stand in its row */
  g_snprintf(id, sizeof id, "%" G_GINT64_FORMAT, unit);
  PGresult *result =
      tl_postgres_ask(data,
                      "WITH gone AS (DELETE FROM tlumach_unit WHERE id = $1 RETURNING words) "
                      "UPDATE tlumach_word w SET units = w.units - 1 FROM gone WHERE w.word = ANY(gone.words)",
                      (const char *[]){id}, 1, error);
  PQclear(result);
  return result != NULL;
}

/* Those of the temporary table that the memory has not, each once; then how frequent words are. *added: how many. */
static gboolean take_over(TlPostgres *store, gint64 *added, GError **error) {
  PGresult *result = tl_postgres_ask(
      store,
      "INSERT INTO tlumach_unit(source, target, source_xml, target_xml, key, before, after, origin, frame, words) "
      "SELECT source, target, source_xml, target_xml, key, before, after, origin, frame, words FROM "
      "(SELECT DISTINCT ON (key, source, target, source_xml, target_xml) * FROM incoming "
      "ORDER BY key, source, target, source_xml, target_xml, sequence) i WHERE NOT EXISTS (SELECT FROM tlumach_unit u "
      "WHERE u.key = i.key AND u.source = i.source AND u.target = i.target AND u.source_xml IS NOT DISTINCT FROM "
      "i.source_xml AND u.target_xml IS NOT DISTINCT FROM i.target_xml) ORDER BY sequence",
      NULL, 0, error);
  *added = result ? g_ascii_strtoll(PQcmdTuples(result), NULL, 10) : 0;
  PQclear(result);
  return result && tl_postgres_execute(store,
                                       "INSERT INTO tlumach_word SELECT word, count(*) FROM (SELECT unnest(words) word "
                                       "FROM incoming) w GROUP BY word ON CONFLICT(word) DO UPDATE SET units = "
                                       "tlumach_word.units + EXCLUDED.units; COMMIT",
                                       error);
}

static gboolean end(gpointer data, gboolean keep, guint64 *known, GError **error) {
  TlPostgres *store = data;
  gint64 added = 0;
  gboolean done = keep && send_lines(store, error) && take_over(store, &added, error);
  if (done) {
    tl_postgres_execute(store, "ANALYZE tlumach_unit", NULL);
    *known = (guint64)(store->order - added);
  } else {
    tl_postgres_execute(store, "ROLLBACK", NULL);
  }
  return done || !keep;
}

/* -- asking ---------------------------------------------------------------------------------------------------- */

/* The rarest words of the query as an array, numbers (negative keys) behind all words: a text that resembles it seldom
 * has none of the three rarest, and each row that is looked at costs the server some microseconds. */
static char *rare_words(TlPostgres *store, const char *all, GError **error) {
  PGresult *result =
      tl_postgres_ask(store, "SELECT word, units FROM tlumach_word WHERE word = ANY($1) ORDER BY word < 0, units",
                      (const char *[]){all}, 1, error);
  if (!result)
    return NULL;
  int rows = PQntuples(result);
  guint64 looked = 0;
  g_autofree guint32 *rare = g_new(guint32, (gsize)rows + 1);
  guint taken = 0;
  for (int i = 0; i < rows; i++) {
    looked += g_ascii_strtoull(PQgetvalue(result, i, 1), NULL, 10);
    if (i >= WORDS_LEAST && looked > LOOKED_MAX)
      break;
    rare[taken++] = (guint32)g_ascii_strtoll(PQgetvalue(result, i, 0), NULL, 10);
  }
  PQclear(result);
  return tl_postgres_array(rare, taken);
}

/* Likeness as the SQLite engine has it: a number weighs half a word, and units have as many numbers as the query. */
static gboolean candidates(gpointer data, const TlMemoryQuery *query, TlMemoryUnitFunc found, gpointer user,
                           GError **error) {
  TlPostgres *store = data;
  char key[24], words[16], numbers[16];
  guint n = tl_memory_count_words(query->words, query->n_words);
  gboolean enough = FALSE;
  g_snprintf(key, sizeof key, "%" G_GINT64_FORMAT, (gint64)query->key);
  g_snprintf(words, sizeof words, "%u", n);
  g_snprintf(numbers, sizeof numbers, "%u", query->n_words - n);
  if (!tl_postgres_each_unit(
          store, "SELECT " TL_POSTGRES_UNIT " FROM tlumach_unit u WHERE key = $1 ORDER BY id DESC LIMIT " GIVEN,
          (const char *[]){key}, 1, found, user, &enough, error))
    return FALSE;
  if (enough || query->n_words == 0)
    return TRUE;
  g_autofree char *all = tl_postgres_array(query->words, query->n_words);
  g_autofree char *of_words = tl_postgres_array(query->words, n);
  g_autofree char *rare = rare_words(store, all, error);
  return rare && tl_postgres_each_unit(
                     store,
                     "SELECT " TL_POSTGRES_UNIT ", l.likeness FROM (SELECT id, least(100, (icount(words & $1::int[]) + "
                     "icount(words & $5::int[])) * 100 / (2 * greatest(icount(words) - $4::int, $3::int) + $4::int)) "
                     "AS likeness FROM tlumach_unit WHERE words && $2::int[] "
                     "ORDER BY likeness DESC, id DESC LIMIT " GIVEN ") l JOIN tlumach_unit u ON u.id = l.id "
                     "ORDER BY l.likeness DESC, u.id DESC",
                     (const char *[]){all, rare, words, numbers, of_words}, 5, found, user, NULL, error);
}

static gboolean containing(gpointer data, const guint32 *words, const guint *n, guint n_groups, TlMemoryUnitFunc found,
                           gpointer user, GError **error) {
  g_autoptr(GString) sql = g_string_new("SELECT " TL_POSTGRES_UNIT " FROM tlumach_unit u WHERE true");
  for (guint group = 0; group < n_groups; words += n[group], group++) {
    g_autofree char *array = tl_postgres_array(words, n[group]); /* numbers alone: nothing to quote */
    g_string_append_printf(sql, " AND words && '%s'::int[]", array);
  }
  g_string_append(sql, " ORDER BY id DESC");
  return tl_postgres_each_unit(data, sql->str, NULL, 0, found, user, NULL, error);
}

static gboolean each(gpointer data, gboolean newest, TlMemoryUnitFunc found, gpointer user, GError **error) {
  return tl_postgres_each_unit(data,
                               newest ? "SELECT " TL_POSTGRES_UNIT " FROM tlumach_unit u ORDER BY id DESC"
                                      : "SELECT " TL_POSTGRES_UNIT " FROM tlumach_unit u ORDER BY id",
                               NULL, 0, found, user, NULL, error);
}

static char *head_of(gpointer data) {
  PGresult *result =
      tl_postgres_ask(data,
                      "SELECT head FROM tlumach_origin o WHERE head IS NOT NULL ORDER BY (SELECT count(*) "
                      "FROM tlumach_unit u WHERE u.origin = o.id) DESC, id LIMIT 1",
                      NULL, 0, NULL);
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
  if (!result)
    return FALSE;
  stats->units = count_at(result, 0, 0);
  stats->sources = count_at(result, 0, 1);
  stats->with_tags = count_at(result, 0, 2);
  PQclear(result);
  result = tl_postgres_ask(data,
                           "SELECT o.name, count(u.id) FROM tlumach_origin o LEFT JOIN tlumach_unit u ON u.origin = "
                           "o.id GROUP BY o.id ORDER BY o.id",
                           NULL, 0, error);
  for (int i = 0; result && i < PQntuples(result); i++) {
    TlumachOriginCount *count = g_new0(TlumachOriginCount, 1);
    count->name = g_strdup(PQgetvalue(result, i, 0));
    count->units = count_at(result, i, 1);
    g_ptr_array_add(stats->origins, count);
  }
  PQclear(result);
  return result != NULL;
}

static const TlMemoryEngine postgres = {"PostgreSQL", open_store, close_store, begin, origin,  put,     drop,
                                        end,          candidates, containing,  each,  head_of, stats_of};

TLUMACH_API extern const TlMemoryModule tlumach_memory_module;
const TlMemoryModule tlumach_memory_module = {TL_MODULE_VERSION, &postgres};
