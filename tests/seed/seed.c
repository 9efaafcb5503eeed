/* seed [-v] [-c] CLEAN.tsv TERMS…: how many faults that are put into a good translation tlumach check finds.
 *
 * Each operator (README.md of this folder) changes one segment at a time; the change is found when the check that
 * claims it says something of that segment that it did not say of the clean text. The choices follow from a fixed seed.
 * Prints a line an operator, what was missed with -v, and at the end the findings of the clean text; with -c nobody has
 * agreed on the term bases, as on those that come with the program. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tlumach.h"

#define SEED 20260311u
#define STEP 10u /* segments between two that are changed at the same time */

typedef struct Row {
  char *source, *target;
} Row;

typedef struct Seeding {
  TlumachSession *session, *english;
  GArray *rows;
  GHashTable *clean;   /* "pair check message" of the clean text */
  GHashTable *spelled; /* capitalised words of the targets -> how often */
  GRand *random;
  gboolean verbose, common; /* common: nobody has agreed on the term bases */
} Seeding;

/* Puts a fault into row `i`: the new target, or NULL where there is no place for one. */
typedef char *(*Operator)(Seeding *seeding, guint i);

typedef struct Kind {
  const char *name, *check;
  Operator apply;
} Kind;

/* -- checking -------------------------------------------------------------------------------------------------- */

typedef struct Looking {
  const Seeding *seeding;
  const char *check;
  gboolean *found; /* by pair */
  GHashTable *all; /* of the clean text: filled */
} Looking;

static void look(const TlumachFinding *finding, gpointer user) {
  Looking *looking = user;
  char *said = g_strdup_printf("%u %s %s", finding->pair, finding->check->id, finding->message);
  if (looking->all) {
    g_hash_table_add(looking->all, said);
    return;
  }
  if (strcmp(finding->check->id, looking->check) == 0 && !g_hash_table_contains(looking->seeding->clean, said))
    looking->found[finding->pair] = TRUE;
  g_free(said);
}

/* `targets`: those that are changed, NULL for the others. */
static void check(const Seeding *seeding, char *const *targets, Looking *looking) {
  g_autoptr(GString) table = g_string_new("source\ttarget\n");
  g_autoptr(GError) error = NULL;
  for (guint i = 0; i < seeding->rows->len; i++) {
    const Row *row = &g_array_index(seeding->rows, Row, i);
    g_string_append_printf(table, "%s\t%s\n", row->source, targets && targets[i] ? targets[i] : row->target);
  }
  g_autoptr(GBytes) raw = g_bytes_new(table->str, table->len);
  const TlumachBitextOptions options = {"uk", "en", "tsv", "UTF-8"};
  const char *const only[] = {looking->check, NULL};
  const TlumachCheckOptions how = {.only = looking->check ? only : NULL, .agreed = !seeding->common};
  g_autoptr(TlumachBitext) bitext = tlumach_bitext_new("seeded.tsv", raw, &options, &error);
  if (!bitext || !tlumach_check(seeding->session, bitext, &how, look, looking, &error)) {
    fprintf(stderr, "seed: %s\n", error->message);
    exit(2);
  }
}

/* -- places ---------------------------------------------------------------------------------------------------- */

static guint pick(Seeding *seeding, guint n) {
  return (guint)g_rand_int_range(seeding->random, 0, (gint32)n);
}

static gboolean letter(char c) {
  return g_ascii_isalpha(c) || c == '\'' || (guchar)c >= 0x80;
}

/* Words of a text: spans. */
static GArray *words_of(const char *text) {
  GArray *words = g_array_new(FALSE, FALSE, sizeof(TlumachSpan));
  for (size_t at = 0; text[at];) {
    size_t start = at;
    while (letter(text[at]))
      at++;
    if (at > start)
      g_array_append_val(words, ((TlumachSpan){start, at}));
    else
      at++;
  }
  return words;
}

static char *replaced(const char *text, TlumachSpan span, const char *with) {
  return g_strdup_printf("%.*s%s%s", (int)span.start, text, with, text + span.end);
}

typedef struct Hits {
  const Seeding *seeding;
  const char *target;
  GArray *places; /* TlumachSpan of equivalents in the target */
  char *bad;      /* the target with a deprecated term */
} Hits;

/* An equivalent of the term that stands in the target word for word, and once only. */
static void place_of(const TlumachHit *hit, gpointer user) {
  Hits *hits = user;
  g_autoptr(GPtrArray) targets = tlumach_targets(hits->seeding->session, hit->term->concept);
  g_autofree char *lower = g_ascii_strdown(hits->target, -1);
  guint places = 0;
  TlumachSpan place = {0, 0};
  for (guint i = 0; i < targets->len; i++) {
    const TlumachTerm *term = g_ptr_array_index(targets, i);
    g_autofree char *text = g_ascii_strdown(term->text, -1);
    size_t n = strlen(text);
    for (const char *at = lower; (at = strstr(at, text)); at++)
      if ((at == lower || !letter(at[-1])) && (at[n] == 's' || !letter(at[n]))) {
        size_t start = (size_t)(at - lower), end = start + n + (at[n] == 's');
        if (place.end == 0 || start < place.start || end > place.end) {
          place = (TlumachSpan){start, end};
          places++;
        }
      }
  }
  if (places == 1)
    g_array_append_val(hits->places, place);
}

static void find_terms(const Seeding *seeding, const Row *row, TlumachHitFunc each, Hits *hits) {
  g_autoptr(GBytes) raw = g_bytes_new(row->source, strlen(row->source));
  const TlumachDocumentOptions options = {"plain", "UTF-8", TLUMACH_NEWLINE_PARAGRAPH};
  g_autoptr(TlumachDocument) document = tlumach_document_new("row", raw, &options, NULL);
  tlumach_find(seeding->session, document, TLUMACH_OVERLAPS_LONGEST, each, hits);
}

static GArray *equivalents(Seeding *seeding, const Row *row) {
  Hits hits = {.seeding = seeding, .target = row->target, .places = g_array_new(FALSE, FALSE, sizeof(TlumachSpan))};
  find_terms(seeding, row, place_of, &hits);
  return hits.places;
}

/* -- operators ------------------------------------------------------------------------------------------------- */

/* One word of an equivalent becomes another word. */
static char *replace_equivalent(Seeding *seeding, guint i) {
  static const char *const others[] = {"orchard", "lantern", "saddle",  "meadow",
                                       "violin",  "pebble",  "harvest", "blanket"};
  const Row *row = &g_array_index(seeding->rows, Row, i);
  g_autoptr(GArray) places = equivalents(seeding, row);
  if (places->len == 0)
    return NULL;
  TlumachSpan place = g_array_index(places, TlumachSpan, pick(seeding, places->len));
  g_autofree char *term = g_strndup(row->target + place.start, place.end - place.start);
  g_autoptr(GArray) words = words_of(term);
  for (guint w = 0; w < words->len && words->len > 1;) { /* not "of" */
    TlumachSpan one = g_array_index(words, TlumachSpan, w);
    if (one.end - one.start < 4)
      g_array_remove_index(words, w);
    else
      w++;
  }
  TlumachSpan word = g_array_index(words, TlumachSpan, pick(seeding, words->len));
  word.start += place.start;
  word.end += place.start;
  return replaced(row->target, word, others[pick(seeding, G_N_ELEMENTS(others))]);
}

/* An equivalent is left out. */
static char *drop_equivalent(Seeding *seeding, guint i) {
  const Row *row = &g_array_index(seeding->rows, Row, i);
  g_autoptr(GArray) places = equivalents(seeding, row);
  if (places->len == 0)
    return NULL;
  TlumachSpan place = g_array_index(places, TlumachSpan, pick(seeding, places->len));
  if (row->target[place.end] == ' ')
    place.end++;
  return replaced(row->target, place, "");
}

/* One digit becomes another. */
static char *change_number(Seeding *seeding, guint i) {
  const Row *row = &g_array_index(seeding->rows, Row, i);
  g_autoptr(GArray) digits = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint at = 0; row->target[at]; at++)
    if (g_ascii_isdigit(row->target[at]))
      g_array_append_val(digits, at);
  if (digits->len == 0)
    return NULL;
  guint at = g_array_index(digits, guint, pick(seeding, digits->len));
  char other[2] = {(char)('1' + pick(seeding, 9)), '\0'};
  while (other[0] == row->target[at])
    other[0] = (char)('1' + pick(seeding, 9));
  return replaced(row->target, (TlumachSpan){at, at + 1}, other);
}

static gboolean is_name(Seeding *seeding, const char *word) {
  g_autofree char *lower = g_ascii_strdown(word, -1);
  return strlen(word) >= 5 && g_ascii_isupper(word[0]) && g_ascii_islower(word[1]) &&
         GPOINTER_TO_UINT(g_hash_table_lookup(seeding->spelled, word)) >= 2 &&
         !tlumach_spell_word(seeding->english, lower, -1);
}

/* A name that the text has more than once: two inner letters change places, one is doubled, or a vowel becomes another.
 */
static char *respell_name(Seeding *seeding, guint i) {
  const Row *row = &g_array_index(seeding->rows, Row, i);
  g_autoptr(GArray) words = words_of(row->target);
  for (guint w = 0; w < words->len; w++) {
    TlumachSpan span = g_array_index(words, TlumachSpan, w);
    g_autofree char *word = g_strndup(row->target + span.start, span.end - span.start);
    if (!is_name(seeding, word))
      continue;
    g_autoptr(GString) other = g_string_new(word);
    guint at = 2 + pick(seeding, (guint)other->len - 3), how = pick(seeding, 3);
    if (how == 0 && other->str[at] != other->str[at - 1]) {
      char left = other->str[at - 1];
      other->str[at - 1] = other->str[at];
      other->str[at] = left;
    } else if (how == 1) {
      g_string_insert_c(other, at, other->str[at]);
    } else {
      size_t vowel = strcspn(other->str + 1, "aeiou") + 1;
      if (vowel >= other->len)
        continue;
      other->str[vowel] = other->str[vowel] == 'a' ? 'o' : 'a';
    }
    return replaced(row->target, span, other->str);
  }
  return NULL;
}

/* A Latin letter becomes the Cyrillic one that looks like it. */
static char *put_cyrillic(Seeding *seeding, guint i) {
  static const char latin[] = "aceiopxy";
  static const char *const cyrillic[] = {"а", "с", "е", "і", "о", "р", "х", "у"};
  const Row *row = &g_array_index(seeding->rows, Row, i);
  g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint at = 0; row->target[at]; at++)
    if (strchr(latin, row->target[at]))
      g_array_append_val(places, at);
  if (places->len == 0)
    return NULL;
  guint at = g_array_index(places, guint, pick(seeding, places->len));
  return replaced(row->target, (TlumachSpan){at, at + 1}, cyrillic[strchr(latin, row->target[at]) - latin]);
}

static char *leave_untranslated(Seeding *seeding, guint i) {
  const Row *row = &g_array_index(seeding->rows, Row, i);
  return g_strdup(pick(seeding, 2) ? row->source : "");
}

/* A word loses a letter or has one twice, in small letters; it is no word then. */
static char *misspell(Seeding *seeding, guint i) {
  const Row *row = &g_array_index(seeding->rows, Row, i);
  g_autoptr(GArray) words = words_of(row->target);
  for (guint tries = 0; tries < 20 && words->len; tries++) {
    TlumachSpan span = g_array_index(words, TlumachSpan, pick(seeding, words->len));
    if (span.end - span.start < 7 || !g_ascii_islower(row->target[span.start]))
      continue;
    g_autoptr(GString) word = g_string_new_len(row->target + span.start, (gssize)(span.end - span.start));
    guint at = 1 + pick(seeding, (guint)word->len - 3);
    if (pick(seeding, 2))
      g_string_erase(word, at, 1);
    else
      g_string_insert_c(word, at, word->str[at]);
    if (!tlumach_spell_word(seeding->english, word->str, -1))
      return replaced(row->target, span, word->str);
  }
  return NULL;
}

/* A weekday or month becomes another one, where the source names it, too. */
static char *change_date(Seeding *seeding, guint i) {
  static const char *const names[] = {"Monday", "Tuesday",   "Wednesday", "Thursday", "Friday",  "Saturday",
                                      "Sunday", "January",   "February",  "April",    "June",    "July",
                                      "August", "September", "October",   "November", "December"};
  static const char *const stems[] = {"понеділ", "вівтор", "серед", "четвер",   "п'ятниц", "субот",
                                      "неділ",   "січ",    "лют",   "квіт",     "черв",    "лип",
                                      "серп",    "верес",  "жовт",  "листопад", "груд"};
  const Row *row = &g_array_index(seeding->rows, Row, i);
  g_autofree char *lower = g_utf8_strdown(row->source, -1);
  for (guint k = 0; k < G_N_ELEMENTS(names); k++) {
    const char *at = strstr(row->target, names[k]);
    if (!at || !strstr(lower, stems[k]))
      continue;
    guint from = k < 7 ? 0 : 7, n = k < 7 ? 7 : (guint)G_N_ELEMENTS(names) - 7, other = from + pick(seeding, n);
    size_t start = (size_t)(at - row->target);
    return strstr(row->target, names[other])
               ? NULL
               : replaced(row->target, (TlumachSpan){start, start + strlen(names[k])}, names[other]);
  }
  return NULL;
}

/* A space is doubled, or stands before a mark. */
static char *put_space(Seeding *seeding, guint i) {
  const Row *row = &g_array_index(seeding->rows, Row, i);
  g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint at = 1; row->target[at] && row->target[at + 1]; at++)
    if (row->target[at] == ' ' || (row->target[at] == ',' && row->target[at + 1] == ' '))
      g_array_append_val(places, at);
  if (places->len == 0)
    return NULL;
  guint at = g_array_index(places, guint, pick(seeding, places->len));
  return replaced(row->target, (TlumachSpan){at, at}, " ");
}

/* An equivalent becomes one that the term base deprecates. */
static void deprecated_of(const TlumachHit *hit, gpointer user) {
  Hits *hits = user;
  g_autoptr(GPtrArray) targets = tlumach_targets(hits->seeding->session, hit->term->concept);
  for (guint i = 0; i < targets->len && !hits->bad; i++) {
    const TlumachTerm *term = g_ptr_array_index(targets, i);
    const char *at = strstr(hits->target, ((TlumachTerm *)targets->pdata[0])->text);
    size_t start = at ? (size_t)(at - hits->target) : 0, n = strlen(((TlumachTerm *)targets->pdata[0])->text);
    if (at && term->status == TLUMACH_STATUS_DEPRECATED && !letter(at[n]) && (at == hits->target || !letter(at[-1])) &&
        !strstr(at + n, ((TlumachTerm *)targets->pdata[0])->text))
      hits->bad = replaced(hits->target, (TlumachSpan){start, start + n}, term->text);
  }
}

static char *put_deprecated(Seeding *seeding, guint i) {
  const Row *row = &g_array_index(seeding->rows, Row, i);
  Hits hits = {.seeding = seeding, .target = row->target};
  find_terms(seeding, row, deprecated_of, &hits);
  return hits.bad;
}

static const Kind kinds[] = {{"equivalent replaced", "terminology", replace_equivalent},
                             {"equivalent dropped", "terminology", drop_equivalent},
                             {"number changed", "numbers", change_number},
                             {"name respelled", "names", respell_name},
                             {"Cyrillic letter", "cyrillic", put_cyrillic},
                             {"left untranslated", "untranslated", leave_untranslated},
                             {"word misspelt", "spelling", misspell},
                             {"date changed", "numbers", change_date},
                             {"space put in", "punctuation", put_space},
                             {"deprecated term", "forbidden", put_deprecated}};

/* -- the run --------------------------------------------------------------------------------------------------- */

/* Puts the fault into every STEPth segment from `first` on, where there is a place for it. */
static void seed_some(Seeding *seeding, const Kind *kind, guint first, guint *seeded, guint *found) {
  guint n = seeding->rows->len;
  g_autofree char **targets = g_new0(char *, n + 1);
  g_autofree gboolean *seen = g_new0(gboolean, n + 1);
  for (guint i = first; i < n; i += STEP)
    targets[i] = kind->apply(seeding, i);
  Looking looking = {seeding, kind->check, seen, NULL};
  check(seeding, targets, &looking);
  for (guint i = first; i < n; i += STEP) {
    if (targets[i] && strcmp(targets[i], g_array_index(seeding->rows, Row, i).target) != 0) {
      ++*seeded;
      *found += seen[i] ? 1 : 0;
      if (!seen[i] && seeding->verbose)
        printf("  missed: %s\n", targets[i]);
    }
    g_free(targets[i]);
  }
}

static gboolean seed_kind(Seeding *seeding, const Kind *kind) {
  guint seeded = 0, found = 0;
  for (guint first = 0; first < STEP; first++)
    seed_some(seeding, kind, first, &seeded, &found);
  printf("%-20s %-13s seeded %4u  found %4u  %5.1f %%\n", kind->name, kind->check, seeded, found,
         seeded ? 100.0 * found / seeded : 100.0);
  return found * 100 >= seeded * 95;
}

static void count_names(Seeding *seeding) {
  for (guint i = 0; i < seeding->rows->len; i++) {
    const char *target = g_array_index(seeding->rows, Row, i).target;
    g_autoptr(GArray) words = words_of(target);
    for (guint w = 0; w < words->len; w++) {
      TlumachSpan span = g_array_index(words, TlumachSpan, w);
      char *word = g_strndup(target + span.start, span.end - span.start);
      guint n = GPOINTER_TO_UINT(g_hash_table_lookup(seeding->spelled, word));
      g_hash_table_insert(seeding->spelled, word, GUINT_TO_POINTER(n + 1));
    }
  }
}

static void read_rows(Seeding *seeding, const char *path) {
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  if (!g_file_get_contents(path, &text, NULL, &error)) {
    fprintf(stderr, "seed: %s\n", error->message);
    exit(2);
  }
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line; line++) {
    g_auto(GStrv) cells = g_strsplit(*line, "\t", 3);
    if (!cells[0] || !cells[1] || strcmp(cells[0], "source") == 0)
      continue;
    g_array_append_val(seeding->rows, ((Row){g_strdup(cells[0]), g_strdup(cells[1])}));
  }
}

static TlumachSession *open_session(const char *source, const char *target, const char *const *glossaries) {
  TlumachSessionOptions options = TLUMACH_SESSION_OPTIONS_INIT;
  g_autoptr(GError) error = NULL;
  g_autofree char *cache = g_build_filename(g_get_user_cache_dir(), "tlumach", NULL);
  options.source = source;
  options.target = target;
  options.glossaries = glossaries;
  g_autofree char *data = g_canonicalize_filename("dictionaries", NULL);
  options.data = data;
  options.cache = cache;
  TlumachSession *session = tlumach_session_new(&options, &error);
  if (!session) {
    fprintf(stderr, "seed: %s\n", error->message);
    exit(2);
  }
  return session;
}

static void seeding_clear(Seeding *seeding) {
  for (guint i = 0; i < seeding->rows->len; i++) {
    g_free(g_array_index(seeding->rows, Row, i).source);
    g_free(g_array_index(seeding->rows, Row, i).target);
  }
  g_array_unref(seeding->rows);
  g_hash_table_unref(seeding->clean);
  g_hash_table_unref(seeding->spelled);
  g_rand_free(seeding->random);
  tlumach_session_free(seeding->session);
  tlumach_session_free(seeding->english);
}

int main(int argc, char **argv) {
  gboolean verbose = argc > 1 && strcmp(argv[1], "-v") == 0;
  gboolean common = argc > 1 + verbose && strcmp(argv[1 + verbose], "-c") == 0;
  char **files = argv + 1 + verbose + common;
  if (argc < 3 + verbose + common) {
    fputs("usage: seed [-v] [-c] CLEAN.tsv TERMS…, from the root of the source tree\n", stderr);
    return 2;
  }
  Seeding seeding = {.verbose = verbose,
                     .common = common,
                     .rows = g_array_new(FALSE, FALSE, sizeof(Row)),
                     .random = g_rand_new_with_seed(SEED)};
  seeding.clean = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  seeding.spelled = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  seeding.session = open_session("uk", "en", (const char *const *)(files + 1));
  seeding.english = open_session("en", "uk", NULL);
  read_rows(&seeding, files[0]);
  count_names(&seeding);
  Looking clean = {.seeding = &seeding, .all = seeding.clean};
  check(&seeding, NULL, &clean);
  guint passed = 0;
  for (guint k = 0; k < G_N_ELEMENTS(kinds); k++)
    passed += seed_kind(&seeding, &kinds[k]) ? 1 : 0;
  guint findings = g_hash_table_size(seeding.clean), segments = seeding.rows->len;
  printf("%-20s %u findings in %u segments\n", "clean text", findings, segments);
  passed += findings * 50 <= segments ? 1 : 0;
  printf("seed: %u passed, %u failed\n", passed, (guint)G_N_ELEMENTS(kinds) + 1 - passed);
  seeding_clear(&seeding);
  return passed == G_N_ELEMENTS(kinds) + 1 ? 0 : 1;
}
