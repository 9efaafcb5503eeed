/* How often the index finds the best match that comparing with every unit finds. */
#include <math.h>

#include "../unit.h"
#include "bitext/memory/search.h"

#define UNITS 3000
#define QUERIES 250

/* By Zipf's law: the inverse of the sum of 1/rank is an exponential. The number of a word, in letters that no ending
 * is made of; then an ending. */
static char *word(GRand *rand) {
  static const char *const letters[] = {"б", "в", "ґ", "д", "ж", "з", "к", "л", "н", "п", "р", "с", "т", "ф", "ц", "ш"};
  static const char *const endings[] = {"", "а", "у", "ом", "ами"};
  GString *text = g_string_new(NULL);
  for (guint number = (guint)pow(20000, g_rand_double(rand)), i = 0; i < 4; number /= 16, i++)
    g_string_append_printf(text, "%s%s", letters[number % 16], i == 1 ? "о" : "");
  g_string_append(text, endings[g_rand_int_range(rand, 0, G_N_ELEMENTS(endings))]);
  return g_string_free(text, FALSE);
}

static GPtrArray *sentence(GRand *rand) {
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  for (gint i = g_rand_int_range(rand, 4, 18); i > 0; i--)
    g_ptr_array_add(words,
                    g_rand_int_range(rand, 0, 10) ? word(rand) : g_strdup_printf("%d", g_rand_int_range(rand, 1, 300)));
  return words;
}

/* One of some sentences that differ in their numbers alone, as reports of every day do. */
static GPtrArray *report(GRand *rand) {
  g_autoptr(GRand) fixed = g_rand_new_with_seed(1000 + (guint32)g_rand_int_range(rand, 0, 5));
  GPtrArray *words = sentence(fixed);
  for (guint i = 2; i < words->len; i += 3) {
    g_free(words->pdata[i]);
    words->pdata[i] = g_strdup_printf("%d", g_rand_int_range(rand, 1, 300));
  }
  return words;
}

static char *join(GPtrArray *words) {
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf(text, "%s%s", i ? " " : "", (const char *)words->pdata[i]);
  return g_string_free(text, FALSE);
}

/* What is done to a word: another one in its place, none, one before it, another form, another place. */
static void edit(GRand *rand, GPtrArray *words) {
  gint at = g_rand_int_range(rand, 0, (gint)words->len), n = (gint)words->len;
  switch (g_rand_int_range(rand, 0, 5)) {
  case 0:
    g_free(words->pdata[at]);
    words->pdata[at] = word(rand);
    break;
  case 1:
    if (words->len > 2)
      g_ptr_array_remove_index(words, (guint)at);
    break;
  case 2:
    g_ptr_array_insert(words, at, word(rand));
    break;
  case 3: {
    char *form = g_strconcat(words->pdata[at], "ою", NULL);
    g_free(words->pdata[at]);
    words->pdata[at] = form;
    break;
  }
  default:
    g_ptr_array_insert(words, g_rand_int_range(rand, 0, n), g_ptr_array_steal_index(words, (guint)at));
  }
}

static guint best(TlMemorySearch *search, const char *text) {
  g_autoptr(GError) error = NULL;
  const GArray *matches = tl_memory_search(search, &(TlumachAsked){text, NULL, NULL}, &error);
  assert_no_error(error);
  return matches->len ? g_array_index(matches, TlumachMemoryMatch, 0).score : 0;
}

static TlumachMemory *fill(const char *folder, GRand *rand, GPtrArray *kept) {
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename(folder, "m.tlm", NULL), *table = g_build_filename(folder, "t.tsv", NULL);
  g_autoptr(GString) rows = g_string_new(NULL);
  for (guint i = 0; i < UNITS; i++) {
    GPtrArray *words = i % 5 ? sentence(rand) : report(rand);
    g_autofree char *text = join(words);
    g_string_append_printf(rows, "%s\ttranslation %u\n", text, i);
    g_ptr_array_add(kept, words);
  }
  file_write(table, rows->str);
  TlumachImportCounts counts;
  TlumachMemory *memory =
      tlumach_memory_open(path, &(TlumachMemoryOptions){.source = "uk", .target = "en", .create = TRUE}, &error);
  assert_no_error(error);
  tlumach_memory_import(memory, table, &(TlumachBitextOptions){.format = NULL}, &counts, NULL, NULL, &error);
  assert_no_error(error);
  return memory;
}

static void test_recall(UNUSED_STATE) {
  static const TlWordLists no_lists = {.irregulars = NULL};
  char *folder = folder_make();
  g_autoptr(GRand) rand = g_rand_new_with_seed(5);
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
  g_autoptr(TlumachMemory) memory = fill(folder, rand, kept);
  TlLexicon *lexicon = tl_lexicon_none();
  const TlumachSearchOptions usual = {.most = 1}, every = {.most = 1, .all = TRUE};
  TlMemorySearch *search = tl_memory_search_new(&memory, NULL, 1, lexicon, &no_lists, &usual);
  TlMemorySearch *all = tl_memory_search_new(&memory, NULL, 1, lexicon, &no_lists, &every);
  guint found = 0, there = 0;
  for (guint i = 0; i < QUERIES; i++) {
    GPtrArray *words = i % 5 ? kept->pdata[i * UNITS / QUERIES] : report(rand);
    for (gint times = i % 5 ? g_rand_int_range(rand, 1, 4) : 0; times > 0; times--)
      edit(rand, words);
    g_autofree char *text = join(words);
    guint real = best(all, text);
    there += real > 0;
    found += real > 0 && best(search, text) == real;
    if (i % 5 == 0)
      g_ptr_array_unref(words);
  }
  print_message("%u of %u\n", found, there);
  assert_true(there >= 200);
  assert_true(found * 100 >= there * 99);
  tl_memory_search_free(search);
  tl_memory_search_free(all);
  tl_lexicon_free(lexicon);
  folder_remove(folder);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_recall)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
