/* The SQLite engine: what an import leaves, what the index finds, damaged files. */
#include "../unit.h"
#include <sqlite3.h>

#include "bitext/memory/keys.h"
#include "bitext/memory/search.h"

static const TlWordLists no_lists = {.irregulars = NULL};

static TlumachMemory *open_memory(const char *path, gboolean create, GError **error) {
  const TlumachMemoryOptions options = {.source = "uk", .target = "en", .create = create};
  return tlumach_memory_open(path, &options, error);
}

static TlumachImportCounts bring_in(const char *memory_path, const char *path) {
  g_autoptr(GError) error = NULL;
  TlumachImportCounts counts;
  g_autoptr(TlumachMemory) memory = open_memory(memory_path, TRUE, &error);
  assert_no_error(error);
  tlumach_memory_import(memory, path, &(TlumachBitextOptions){.format = NULL}, &counts, NULL, NULL, &error);
  assert_no_error(error);
  return counts;
}

/* Sentences of common and rare words, the same in every run. */
static char *sentence(GRand *rand) {
  GString *text = g_string_new(NULL);
  gint n = g_rand_int_range(rand, 3, 14);
  for (gint i = 0; i < n; i++) {
    double place = g_rand_double(rand);
    g_string_append(text, i ? " " : "");
    g_string_append_unichar(text, 0x430 + (gunichar)(place * place * 25));
    g_string_append_unichar(text, 0x430 + (gunichar)(g_rand_double(rand) * place * 25));
    g_string_append(text, "слово");
  }
  return g_string_free(text, FALSE);
}

static void write_table(const char *path, guint n, guint32 seed) {
  g_autoptr(GRand) rand = g_rand_new_with_seed(seed);
  g_autoptr(GString) rows = g_string_new(NULL);
  for (guint i = 0; i < n; i++) {
    g_autofree char *text = sentence(rand);
    g_string_append_printf(rows, "%s\ttranslation %u\n", text, i);
  }
  file_write(path, rows->str);
}

static guint best(TlumachMemory *memory, const char *text, gboolean all) {
  g_autoptr(GError) error = NULL;
  TlLexicon *lexicon = tl_lexicon_none();
  const TlumachSearchOptions options = {.least = 50, .most = 1, .all = all};
  TlMemorySearch *search = tl_memory_search_new(&memory, NULL, 1, lexicon, &no_lists, &options);
  const GArray *matches = tl_memory_search(search, &(TlumachAsked){text, NULL, NULL}, &error);
  assert_no_error(error);
  guint score = matches->len ? g_array_index(matches, TlumachMemoryMatch, 0).score : 0;
  tl_memory_search_free(search);
  tl_lexicon_free(lexicon);
  return score;
}

/* The index finds what comparing with every unit finds, whether it was made at once or in many imports. */
static void test_index_misses_nothing(UNUSED_STATE) {
  char *folder = folder_make();
  g_autofree char *path = g_build_filename(folder, "m.tlm", NULL), *table = g_build_filename(folder, "t.tsv", NULL);
  for (guint32 seed = 1; seed <= 4; seed++) {
    write_table(table, 400, seed);
    TlumachImportCounts counts = bring_in(path, table);
    assert_int_equal(counts.read, 400);
    assert_int_equal(counts.skipped, 0);
  }
  g_autoptr(GError) error = NULL;
  g_autoptr(TlumachMemory) memory = open_memory(path, FALSE, &error);
  g_autoptr(GRand) rand = g_rand_new_with_seed(2); /* those of the second import, then others */
  guint missed = 0;
  for (guint i = 0; i < 600; i++) {
    g_autofree char *text = sentence(rand);
    guint found = best(memory, text, FALSE), there = best(memory, text, TRUE);
    assert_true(i >= 400 || found == 100);
    missed += found < there;
  }
  assert_in_range(missed, 0, 2);
  folder_remove(folder);
}

/* Of many that are as good as each other the newest are found. */
static void test_many_equals(UNUSED_STATE) {
  char *folder = folder_make();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename(folder, "m.tlm", NULL), *table = g_build_filename(folder, "t.tsv", NULL);
  g_autoptr(GString) rows = g_string_new("Рада безпеки ухвалила рішення.\tfirst\n");
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf(rows, "Міністр номер %u зустрівся з послом.\t%u\n", i, i);
  file_write(table, rows->str);
  bring_in(path, table);
  g_autoptr(TlumachMemory) memory = open_memory(path, FALSE, &error);
  assert_in_range(best(memory, "Міністр номер 12345 зустрівся з послом.", FALSE), 90, 99);
  assert_in_range(best(memory, "Міністр номер 12345 зустрівся з кимось.", FALSE), 70, 90);
  assert_in_range(best(memory, "Рада безпеки ухвалила рішення!", FALSE), 90, 99);
  folder_remove(folder);
}

static guint64 take_out(TlumachMemory *memory, const char *condition, gboolean keep) {
  g_autoptr(GError) error = NULL;
  guint64 count = 0;
  g_autoptr(TlumachMemoryFilter) filter = tlumach_memory_filter_new((const char *const[]){condition, NULL}, &error);
  assert_true(tlumach_memory_remove(memory, filter, keep, NULL, NULL, &count, &error));
  assert_no_error(error);
  return count;
}

/* Units of the file's first and last block go, and others come in their place: the index has what is there. */
static void test_remove(UNUSED_STATE) {
  char *folder = folder_make();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename(folder, "m.tlm", NULL), *table = g_build_filename(folder, "t.tsv", NULL);
  g_autofree char *second = g_build_filename(folder, "second.tsv", NULL);
  write_table(table, 66000, 1);
  bring_in(path, table);
  write_table(second, 500, 2);
  bring_in(path, second);
  g_autoptr(TlumachMemory) memory = open_memory(path, FALSE, &error);
  for (guint i = 0; i < 2; i++) /* nothing goes */
    assert_int_equal(take_out(memory, "target ~ translation 65", TRUE), 1 + 10 + 100 + 1000 + 1);
  guint64 gone = take_out(memory, "target ~ 7", FALSE);
  g_autofree char *condition = g_strconcat("origin = ", second, NULL);
  gone += take_out(memory, condition, FALSE);
  assert_int_equal(take_out(memory, "target ~ 7", FALSE), 0);
  g_autoptr(TlumachMemoryStats) stats = tlumach_memory_stats(memory, &error);
  assert_int_equal(stats->units + gone, 66500);
  write_table(second, 1000, 3);
  bring_in(path, second);
  g_autoptr(GRand) rand = g_rand_new_with_seed(1);
  for (guint i = 0; i < 60; i++) {
    g_autofree char *text = sentence(rand);
    gboolean out = strchr((char[]){(char)('0' + i / 10), (char)('0' + i % 10), 0}, '7') != NULL;
    assert_int_equal(best(memory, text, FALSE) == 100, !out);
  }
  g_autoptr(GRand) third = g_rand_new_with_seed(3);
  for (guint i = 0; i < 50; i++) {
    g_autofree char *text = sentence(third);
    assert_int_equal(best(memory, text, FALSE), 100);
    g_autofree char *like = g_strconcat(text, " невідоме", NULL);
    if (i % 10 == 0)
      assert_int_equal(best(memory, like, FALSE), best(memory, like, TRUE));
  }
  folder_remove(folder);
}

static void test_known_units(UNUSED_STATE) {
  char *folder = folder_make();
  g_autofree char *path = g_build_filename(folder, "m.tlm", NULL), *table = g_build_filename(folder, "t.tsv", NULL);
  file_write(table, "Один.\tOne.\nДва.\tTwo.\nОдин.\tOne.\nОдин.\tA single one.\n\tnothing\n");
  TlumachImportCounts counts = bring_in(path, table);
  assert_int_equal(counts.added, 3);
  assert_int_equal(counts.known, 1);
  counts = bring_in(path, table);
  assert_int_equal(counts.added, 0);
  assert_int_equal(counts.known, 4);
  folder_remove(folder);
}

/* An import that fails leaves every byte of what was there to be read. */
static void test_failed_import(UNUSED_STATE) {
  char *folder = folder_make();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename(folder, "m.tlm", NULL), *table = g_build_filename(folder, "t.tsv", NULL);
  g_autofree char *cut = g_build_filename(folder, "cut.tmx", NULL);
  file_write(table, "Один.\tOne.\n");
  file_write(cut, "<tmx version=\"1.4\"><header/><body><tu><tuv xml:lang=\"uk\"><seg>Два.</seg></tuv><tuv "
                  "xml:lang=\"en\"><seg>Two.</seg></tuv></tu><tu>");
  bring_in(path, table);
  TlumachMemory *memory = open_memory(path, TRUE, &error);
  TlumachImportCounts counts;
  assert_false(
      tlumach_memory_import(memory, cut, &(TlumachBitextOptions){.format = NULL}, &counts, NULL, NULL, &error));
  assert_failed(&error, TLUMACH_ERROR_FORMAT, "cut.tmx:1:");
  assert_int_equal(best(memory, "Два.", FALSE), 0);
  assert_int_equal(best(memory, "Один.", FALSE), 100);
  tlumach_memory_close(memory);
  folder_remove(folder);
}

static void note_progress(guint64 units, gpointer user) {
  g_string_append_printf(user, "%" G_GUINT64_FORMAT " ", units);
}

static void test_progress(UNUSED_STATE) {
  char *folder = folder_make();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename(folder, "m.tlm", NULL), *table = g_build_filename(folder, "t.tsv", NULL);
  g_autoptr(GString) told = g_string_new(NULL);
  write_table(table, 3500, 1);
  const TlumachMemoryOptions options = {
      .source = "uk", .target = "en", .create = TRUE, .progress = note_progress, .progress_user = told};
  g_autoptr(TlumachMemory) memory = tlumach_memory_open(path, &options, &error);
  TlumachImportCounts counts;
  tlumach_memory_import(memory, table, &(TlumachBitextOptions){.format = NULL}, &counts, NULL, NULL, &error);
  assert_no_error(error);
  assert_string_equal(told->str, "1000 2000 3000 ");
  folder_remove(folder);
}

static void test_two_writers(UNUSED_STATE) {
  char *folder = folder_make();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename(folder, "m.tlm", NULL), *table = g_build_filename(folder, "t.tsv", NULL);
  file_write(table, "Один.\tOne.\n");
  bring_in(path, table);
  g_autoptr(TlumachMemory) reader = open_memory(path, FALSE, &error);
  assert_int_equal(best(reader, "Два слова.", FALSE), 0);
  file_write(table, "Два слова.\tTwo words.\n");
  bring_in(path, table); /* while the reader has it open */
  assert_int_equal(best(reader, "Два слова.", FALSE), 100);
  assert_true(best(reader, "Два інші слова.", FALSE) > 60);
  folder_remove(folder);
}

/* On a disc, in a folder of somebody else. Root may write everywhere, so there is nothing to see then. */
static void test_read_only(UNUSED_STATE) {
  char *folder = folder_make();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename(folder, "m %?.tlm", NULL), *table = g_build_filename(folder, "t.tsv", NULL);
  file_write(table, "Один.\tOne.\n");
  bring_in(path, table);
  g_chmod(path, 0444);
  g_chmod(folder, 0555);
  g_autoptr(TlumachMemory) memory = open_memory(path, FALSE, &error);
  assert_no_error(error);
  assert_int_equal(best(memory, "Один.", FALSE), 100);
  g_chmod(folder, 0755);
  folder_remove(folder);
}

/* Whatever byte of a file is another one: an error or an answer, never a crash. */
static void test_damage(UNUSED_STATE) {
  char *folder = folder_make();
  g_autofree char *path = g_build_filename(folder, "m.tlm", NULL), *table = g_build_filename(folder, "t.tsv", NULL);
  g_autofree char *bytes = NULL;
  gsize length;
  write_table(table, 60, 7);
  bring_in(path, table);
  assert_true(g_file_get_contents(path, &bytes, &length, NULL));
  g_autoptr(GRand) rand = g_rand_new_with_seed(11);
  for (guint i = 0; i < 150; i++) {
    g_autofree char *damaged = g_memdup2(bytes, length);
    g_autoptr(GError) error = NULL;
    gsize cut = i % 3 ? length : (gsize)g_rand_int_range(rand, 0, (gint32)length);
    for (guint j = 0; j < 1 + i % 20; j++)
      damaged[g_rand_int_range(rand, 0, (gint32)length)] = (char)g_rand_int_range(rand, 0, 256);
    g_file_set_contents(path, damaged, (gssize)cut, NULL);
    g_autoptr(TlumachMemory) memory = open_memory(path, FALSE, &error);
    if (!memory)
      continue;
    TlLexicon *lexicon = tl_lexicon_none();
    TlMemorySearch *search = tl_memory_search_new(&memory, NULL, 1, lexicon, &no_lists, NULL);
    g_clear_error(&error);
    tl_memory_search(search, &(TlumachAsked){"ааслово абслово авслово баслово", NULL, NULL}, &error);
    tlumach_memory_stats_free(tlumach_memory_stats(memory, NULL));
    tl_memory_search_free(search);
    tl_lexicon_free(lexicon);
  }
  folder_remove(folder);
}

static void run_sql(const char *path, const char *sql) {
  sqlite3 *db = NULL;
  assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
  assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
  assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static void assert_search_fails(const char *path) {
  g_autoptr(GError) error = NULL;
  g_autoptr(TlumachMemory) memory = open_memory(path, FALSE, &error);
  assert_no_error(error);
  TlLexicon *lexicon = tl_lexicon_none();
  TlMemorySearch *search = tl_memory_search_new(&memory, NULL, 1, lexicon, &no_lists, NULL);
  assert_null(tl_memory_search(search, &(TlumachAsked){"Два слова", NULL, NULL}, &error));
  assert_true(g_error_matches(error, TLUMACH_ERROR, TLUMACH_ERROR_FORMAT));
  assert_non_null(strstr(error->message, "is damaged"));
  tl_memory_search_free(search);
  tl_lexicon_free(lexicon);
}

static void assert_import_fails(const char *path, const char *table) {
  g_autoptr(GError) error = NULL;
  TlumachImportCounts counts;
  g_autoptr(TlumachMemory) memory = open_memory(path, TRUE, &error);
  assert_no_error(error);
  const TlumachBitextOptions options = {.format = NULL};
  assert_false(tlumach_memory_import(memory, table, &options, &counts, NULL, NULL, &error));
  assert_true(g_error_matches(error, TLUMACH_ERROR, TLUMACH_ERROR_FORMAT));
}

/* An index that does not fit its units: not believed, for counters of two thousand million units would be made. */
static void test_index_misfit(UNUSED_STATE) {
  char *folder = folder_make();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename(folder, "m.tlm", NULL), *table = g_build_filename(folder, "t.tsv", NULL);
  file_write(table, "Два слова.\tTwo words.\nТри слова.\tThree words.\n");
  bring_in(path, table);
  run_sql(path, "INSERT INTO length VALUES(32000, x'0101')"); /* as removed units leave it: no unit, no block */
  TlumachMemory *memory = open_memory(path, FALSE, &error);
  assert_in_range(best(memory, "Два слова", FALSE), 80, 99);
  tlumach_memory_close(memory);
  run_sql(path, "UPDATE unit SET id = 32000 * 65536 + 1 WHERE id = 1");
  assert_search_fails(path);
  run_sql(path, "UPDATE unit SET id = 0x7FFFFFFFFFFFFFFF WHERE id > 1");
  assert_search_fails(path);
  assert_import_fails(path, table);
  run_sql(path, "UPDATE unit SET id = 1 WHERE id > 1; UPDATE length SET words = x'01' WHERE block = 0");
  assert_search_fails(path);
  assert_import_fails(path, table);
  run_sql(path, "DELETE FROM length");
  assert_search_fails(path);
  assert_import_fails(path, table);
  run_sql(path, "INSERT INTO length VALUES(0, x'0202'); UPDATE list SET units = zeroblob(131074)");
  assert_search_fails(path);
  run_sql(path, "DELETE FROM memory"); /* where its languages are */
  assert_null(open_memory(path, FALSE, &error));
  assert_non_null(strstr(error->message, "is damaged"));
  folder_remove(folder);
}

static gboolean count_unit(const TlMemoryUnit *unit, gpointer user, GError **error) {
  (void)unit, (void)error;
  ++*(guint *)user;
  return TRUE;
}

/* A unit counts whichever of many forms it has, and however many of them. */
static void test_many_forms(UNUSED_STATE) {
  enum { N = 600 };
  char *folder = folder_make();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename(folder, "m.tlm", NULL), *table = g_build_filename(folder, "t.tsv", NULL);
  g_autoptr(GString) rows = g_string_new("Перше слово.\tfirst\nОстаннє слово.\tlast\n");
  guint32 words[N + 1];
  guint n[] = {N, 1}, found = 0;
  for (guint i = 0; i < N; i++) {
    const gunichar letters[] = {0x431 + i % 4,      0x43A + i / 4 % 4, 0x43A + i / 16 % 4,
                                0x43A + i / 64 % 4, 0x43A + i / 256,   0};
    g_autofree char *word = g_ucs4_to_utf8(letters, -1, NULL, NULL, NULL);
    words[i] = tl_memory_word(word, strlen(word));
    if (i < 128) /* 256 is none in a byte */
      g_string_append_printf(rows, "%s%s", word, i == 127 ? " слово.\tmany\n" : " ");
  }
  words[N - 1] = tl_memory_word("останнє", strlen("останнє"));
  words[N] = tl_memory_word("слово", strlen("слово"));
  file_write(table, rows->str);
  bring_in(path, table);
  g_autoptr(TlumachMemory) memory = open_memory(path, FALSE, &error);
  assert_true(tl_memory_index_containing(memory->index, words, n, 2, count_unit, &found, &error));
  assert_int_equal(found, 2);
  folder_remove(folder);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_index_misses_nothing),
                                     cmocka_unit_test(test_many_equals),
                                     cmocka_unit_test(test_remove),
                                     cmocka_unit_test(test_known_units),
                                     cmocka_unit_test(test_failed_import),
                                     cmocka_unit_test(test_progress),
                                     cmocka_unit_test(test_two_writers),
                                     cmocka_unit_test(test_read_only),
                                     cmocka_unit_test(test_damage),
                                     cmocka_unit_test(test_index_misfit),
                                     cmocka_unit_test(test_many_forms)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
