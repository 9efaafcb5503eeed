/* The same segment translated in two ways, or two segments alike. */
#include <string.h>

#include "checks/check.h"
#include "text/fold.h"

#define WORDS_MIN 4u /* shorter segments depend on what stands around them */

typedef struct Seen {
  guint pair;
  char *other; /* the other side: folded */
} Seen;

typedef struct Consistency {
  GHashTable *by[2]; /* folded text of a side -> Seen: its first place */
} Consistency;

static void seen_free(gpointer data) {
  g_free(((Seen *)data)->other);
  g_free(data);
}

static gpointer begin(TlChecker *checker) {
  (void)checker;
  Consistency *state = g_new0(Consistency, 1);
  for (guint side = 0; side < 2; side++)
    state->by[side] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, seen_free);
  return state;
}

/* Words in small letters: marks and spaces make no difference. */
static char *folded(const TlCheckUnit *unit, TlumachSide side) {
  char lower[TL_WORD_MAX];
  GString *out = g_string_sized_new(unit->span[side].end - unit->span[side].start + 1);
  for (guint i = 0; i < unit->n_tokens[side]; i++) {
    TlumachSpan span = unit->tokens[side][i].span;
    const char *word = unit->text[side] + span.start;
    size_t n = tl_lower_word(word, span.end - span.start, lower);
    g_string_append_len(out, n ? lower : word, (gssize)(n ? n : span.end - span.start));
    g_string_append_c(out, ' ');
  }
  return g_string_free(out, FALSE);
}

static void look(TlChecker *checker, const TlCheckUnit *unit, GHashTable *seen, TlumachSide side, char *const text[2]) {
  Seen *first = g_hash_table_lookup(seen, text[side]);
  if (!first) {
    first = g_new(Seen, 1);
    *first = (Seen){unit->number, g_strdup(text[1 - side])};
    g_hash_table_insert(seen, g_strdup(text[side]), first);
    return;
  }
  if (strcmp(first->other, text[1 - side]) == 0)
    return;
  const TlumachBitext *bitext = checker->house.bitext;
  size_t line, column, length;
  const TlumachPair *pair = &bitext->pairs[first->pair];
  tlumach_document_locate(bitext->document[TLUMACH_TARGET], pair->span[TLUMACH_TARGET].start, TLUMACH_COLUMN_CHARACTER,
                          &line, &column);
  const char *other = tlumach_pair_text(bitext, pair, TLUMACH_TARGET, &length);
  g_autofree char *suggestion = g_strndup(other, length);
  if (side == TLUMACH_SOURCE)
    tl_found(checker, unit, TL_NOWHERE, TL_NOWHERE, (const char *const[]){suggestion, NULL},
             "the same segment has another translation in line %zu", line);
  else
    tl_found(checker, unit, TL_NOWHERE, TL_NOWHERE, NULL, "another segment has the same translation in line %zu", line);
}

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  Consistency *seen = state;
  if (unit->n_tokens[0] < WORDS_MIN || unit->n_tokens[1] < WORDS_MIN)
    return;
  char *text[2] = {folded(unit, TLUMACH_SOURCE), folded(unit, TLUMACH_TARGET)};
  for (guint side = 0; side < 2; side++)
    look(checker, unit, seen->by[side], (TlumachSide)side, text);
  g_free(text[0]);
  g_free(text[1]);
}

static void end(TlChecker *checker, gpointer state) {
  Consistency *seen = state;
  (void)checker;
  g_hash_table_unref(seen->by[0]);
  g_hash_table_unref(seen->by[1]);
  g_free(seen);
}

const TlCheck tl_check_consistency = {
    .info = {"consistency", TLUMACH_WARNING, TRUE, "One segment is translated in two ways, or two segments alike.",
             "Переговори тривали до пізньої ночі.\tThe talks lasted late into the night."},
    .begin = begin,
    .pair = pair,
    .end = end};
