/* memory_times MEMORY QUERIES [all]: how long a search takes, segment by segment: milliseconds, median, 95th
 * percentile, longest. With `all` instead how often it finds what comparing with every unit finds, a line for each kind
 * of segment: kind, found, there. QUERIES has a segment a line, behind its kind and a tab. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "tlumach.h"

static gint by_number(gconstpointer a, gconstpointer b) {
  gint64 left = *(const gint64 *)a, right = *(const gint64 *)b;
  return left < right ? -1 : left > right;
}

static int fail(const GError *error) {
  fprintf(stderr, "memory_times: %s\n", error->message);
  return 2;
}

static const char *text_of(const char *line) {
  const char *tab = strchr(line, '\t');
  return tab ? tab + 1 : line;
}

static guint best(TlumachSearch *search, const char *text) {
  const GArray *matches = tlumach_search(search, &(TlumachAsked){text, NULL, NULL}, NULL);
  return matches && matches->len ? g_array_index(matches, TlumachMemoryMatch, 0).score : 0;
}

/* Microseconds: of the processor, so that what else the machine does is left out; for a server, which works for us,
 * of the clock. */
static gint64 now(gboolean server) {
  struct timespec time;
  clock_gettime(server ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64)time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

static void measure(TlumachSearch *search, char **lines, gboolean server) {
  g_autoptr(GArray) times = g_array_new(FALSE, FALSE, sizeof(gint64));
  for (char **line = lines; *line && **line; line++) {
    gint64 start = now(server);
    best(search, text_of(*line));
    gint64 spent = now(server) - start;
    g_array_append_val(times, spent);
  }
  g_array_sort(times, by_number);
  const guint places[] = {times->len / 2, times->len * 95 / 100, times->len - 1};
  for (guint i = 0; i < G_N_ELEMENTS(places) && times->len; i++)
    printf("%.3f%c", (double)g_array_index(times, gint64, places[i]) / 1000, i < 2 ? ' ' : '\n');
}

typedef struct Recall {
  char kind[16];
  guint found, there;
} Recall;

static void compare(TlumachSearch *search, TlumachSearch *all, char **lines) {
  Recall kinds[16] = {{"", 0, 0}};
  guint n = 0;
  for (char **line = lines; *line && **line; line++) {
    guint real = best(all, text_of(*line)), k = 0;
    size_t length = MIN(strcspn(*line, "\t"), sizeof kinds->kind - 1);
    while (k < n && (strncmp(kinds[k].kind, *line, length) != 0 || kinds[k].kind[length]))
      k++;
    if (k == G_N_ELEMENTS(kinds))
      continue;
    if (k == n)
      memcpy(kinds[n++].kind, *line, length);
    kinds[k].there += real > 0;
    kinds[k].found += real > 0 && best(search, text_of(*line)) == real;
  }
  for (guint k = 0; k < n; k++)
    printf("%s %u %u\n", kinds[k].kind, kinds[k].found, kinds[k].there);
}

int main(int argc, char **argv) {
  g_autoptr(GError) error = NULL;
  g_autofree char *cache = g_build_filename(g_get_user_cache_dir(), "tlumach", NULL), *text = NULL;
  g_autofree char *data = g_canonicalize_filename("dictionaries", NULL); /* as the program names it: the same lexicon */
  TlumachSessionOptions options = TLUMACH_SESSION_OPTIONS_INIT;
  options.data = data;
  options.cache = cache;
  if (argc < 3 || !g_file_get_contents(argv[2], &text, NULL, &error))
    return error ? fail(error) : 2;
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  g_autoptr(TlumachSession) session = tlumach_session_new(&options, &error);
  const TlumachMemoryOptions asked = {.source = "uk", .target = "en", .cache = cache, .modules = "build/modules"};
  g_autoptr(TlumachMemory) memory = session ? tlumach_memory_open(argv[1], &asked, &error) : NULL;
  if (!memory)
    return fail(error);
  const TlumachSearchOptions usual = {.most = 1}, every = {.most = 1, .all = TRUE};
  g_autoptr(TlumachSearch) search = tlumach_search_new(session, &memory, NULL, 1, &usual);
  g_autoptr(TlumachSearch) all = tlumach_search_new(session, &memory, NULL, 1, &every);
  if (argc > 3)
    compare(search, all, lines);
  else
    measure(search, lines, g_str_has_prefix(argv[1], "postgresql:"));
  return 0;
}
