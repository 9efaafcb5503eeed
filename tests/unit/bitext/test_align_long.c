/* Long texts, which are not compared sentence by sentence: whatever one of them lacks, what is left must be found. The
 * texts are of invented words, some of which are known to translate each other. */
#include "bitext_test.h"

#define SENTENCES 1100u /* the matrix is larger than what is looked at as a whole (anchors.c) */
#define WORDS 3000
#define CHAPTER 300u
#define OTHER_TEXT 5000u /* numbers of sentences that the source has not */

static const char *const syllables[] = {"ba", "di", "fo", "gu", "ke", "la", "mi", "no", "pu", "re", "sa", "ti", "vo"};

/* A word of one language by its number; those of two languages have nothing in common. */
static void append_word(GString *out, guint language, guint word) {
  guint32 hash = (word + 1) * 2654435761u ^ (language + 7) * 40503u * (word + 11);
  for (guint i = 0; i < 3 + word % 2; i++, hash = hash * 1664525u + 1013904223u)
    g_string_append(out, syllables[(hash >> 16) % G_N_ELEMENTS(syllables)]);
  g_string_append_c(out, "sxzk"[language * 2 + word % 2]);
}

/* Sentence `number` of a text that goes on for ever, in one of the languages: the same words, the usual ones more
 * often; the second language has an eighth of them not, and some of its own. */
static void append_sentence(GString *out, guint language, guint number) {
  g_autoptr(GRand) same = g_rand_new_with_seed(number), own = g_rand_new_with_seed(number * 2 + language);
  guint n = (guint)g_rand_int_range(same, 3, 25);
  for (guint i = 0; i < n; i++) {
    double place = g_rand_double(same);
    guint word = (guint)(WORDS * place * place * place);
    gboolean free = language && g_rand_int_range(own, 0, 8) == 0;
    append_word(out, language, free ? (guint)g_rand_int_range(own, 0, WORDS) : word);
    g_string_append_c(out, i + 1 < n ? ' ' : '\n');
  }
}

static void append_sentences(GString *text, GArray *numbers, guint language, guint first, guint n) {
  for (guint i = first; i < first + n; i++) {
    append_sentence(text, language, i);
    g_array_append_val(numbers, i);
  }
}

/* Every third word is listed. */
static TlPairList *list_of_words(void) {
  g_autoptr(GString) table = g_string_new(NULL);
  for (guint i = 0; i < WORDS; i += 3) {
    append_word(table, 0, i);
    g_string_append_c(table, '\t');
    append_word(table, 1, i);
    g_string_append_c(table, '\n');
  }
  g_autoptr(GBytes) bytes = g_string_free_to_bytes(g_steal_pointer(&table));
  TlPairList *list = tl_pair_list_new();
  assert_true(tl_pair_list_read(list, "t", bytes, FALSE, NULL));
  return list;
}

typedef struct Long {
  GString *text[2];
  GArray *numbers[2];     /* guint: of each sentence, by which those of the two sides belong together */
  guint paired, alone[2]; /* what the beads have right: sentences of pairs; those that stand alone on their side */
} Long;

static void setup(Long *it) {
  *it = (Long){.paired = 0};
  for (guint side = 0; side < 2; side++) {
    it->text[side] = g_string_new(NULL);
    it->numbers[side] = g_array_new(FALSE, FALSE, sizeof(guint));
  }
}

static void teardown(Long *it) {
  for (guint side = 0; side < 2; side++) {
    g_string_free(it->text[side], TRUE);
    g_array_unref(it->numbers[side]);
  }
}

static void add(Long *it, guint side, guint first, guint n) {
  append_sentences(it->text[side], it->numbers[side], side, first, n);
}

static gboolean has(const GArray *numbers, guint number) {
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index(numbers, guint, i) == number)
      return TRUE;
  return FALSE;
}

static void count(Long *it, const TlumachBead *bead) {
  if (bead->n_source == 1 && bead->n_target == 1)
    it->paired +=
        g_array_index(it->numbers[0], guint, bead->source) == g_array_index(it->numbers[1], guint, bead->target);
  for (guint i = 0; i < bead->n_source && !bead->n_target; i++)
    it->alone[0] += !has(it->numbers[1], g_array_index(it->numbers[0], guint, bead->source + i));
  for (guint i = 0; i < bead->n_target && !bead->n_source; i++)
    it->alone[1] += !has(it->numbers[0], g_array_index(it->numbers[1], guint, bead->target + i));
}

/* Each sentence is in one bead, none crosses another. */
static void align(Long *it, TlPairList *pairs) {
  g_autoptr(GArray) s = lines_of(it->text[0]->str), t = lines_of(it->text[1]->str);
  TlAlignInput input = {{it->text[0]->str, (const TlumachSegment *)(const void *)s->data, s->len, NULL, NULL},
                        {it->text[1]->str, (const TlumachSegment *)(const void *)t->data, t->len, NULL, NULL},
                        pairs};
  g_autoptr(GArray) beads = tl_align(&input);
  guint source = 0, target = 0;
  for (guint i = 0; i < beads->len; i++) {
    const TlumachBead *bead = &g_array_index(beads, TlumachBead, i);
    assert_int_equal(bead->source, source);
    assert_int_equal(bead->target, target);
    assert_true(bead->n_source + bead->n_target > 0);
    source += bead->n_source;
    target += bead->n_target;
    count(it, bead);
  }
  assert_int_equal(source, it->numbers[0]->len);
  assert_int_equal(target, it->numbers[1]->len);
}

static void assert_most(guint got, guint all) {
  if (got < all - all / 25 || got > all)
    fail_msg("%u of %u", got, all);
}

static void test_whole(UNUSED_STATE) {
  g_autoptr(TlPairList) pairs = list_of_words();
  Long it;
  setup(&it);
  add(&it, 0, 0, SENTENCES);
  add(&it, 1, 0, SENTENCES);
  align(&it, pairs);
  assert_most(it.paired, SENTENCES);
  teardown(&it);
}

static void test_chapter_left_out(UNUSED_STATE) {
  g_autoptr(TlPairList) pairs = list_of_words();
  for (guint side = 0; side < 2; side++) {
    Long it;
    setup(&it);
    add(&it, side, 0, SENTENCES + CHAPTER);
    add(&it, 1 - side, 0, SENTENCES / 2);
    add(&it, 1 - side, SENTENCES / 2 + CHAPTER, SENTENCES / 2);
    align(&it, pairs);
    assert_most(it.paired, SENTENCES);
    assert_most(it.alone[side], CHAPTER);
    teardown(&it);
  }
}

static void test_half_of_a_text(UNUSED_STATE) {
  g_autoptr(TlPairList) pairs = list_of_words();
  for (guint half = 0; half < 2; half++) {
    Long it;
    setup(&it);
    add(&it, 0, 0, 2 * SENTENCES);
    add(&it, 1, half * SENTENCES, SENTENCES);
    align(&it, pairs);
    assert_most(it.paired, SENTENCES);
    assert_most(it.alone[0], SENTENCES);
    teardown(&it);
  }
}

/* Something else stands before the text and behind it. */
static void test_text_within_another(UNUSED_STATE) {
  g_autoptr(TlPairList) pairs = list_of_words();
  Long it;
  setup(&it);
  add(&it, 0, 0, SENTENCES);
  add(&it, 1, OTHER_TEXT, CHAPTER);
  add(&it, 1, 0, SENTENCES);
  add(&it, 1, OTHER_TEXT + CHAPTER, CHAPTER);
  align(&it, pairs);
  assert_most(it.paired, SENTENCES);
  assert_most(it.alone[1], 2 * CHAPTER);
  teardown(&it);
}

/* Beads cannot cross: of two chapters that changed places the longer one stays. */
static void test_chapter_moved(UNUSED_STATE) {
  g_autoptr(TlPairList) pairs = list_of_words();
  Long it;
  setup(&it);
  add(&it, 0, 0, SENTENCES);
  add(&it, 1, CHAPTER, SENTENCES - CHAPTER);
  add(&it, 1, 0, CHAPTER);
  align(&it, pairs);
  assert_most(it.paired, SENTENCES - CHAPTER);
  teardown(&it);
}

/* Without a word that is known, lengths show the way. */
static void test_no_anchors(UNUSED_STATE) {
  Long it;
  setup(&it);
  add(&it, 0, 0, SENTENCES);
  add(&it, 1, 0, SENTENCES);
  align(&it, NULL);
  assert_most(it.paired, SENTENCES);
  teardown(&it);
}

/* Two texts that have nothing to do with each other, and one that is very short. */
static void test_nothing_in_common(UNUSED_STATE) {
  g_autoptr(TlPairList) pairs = list_of_words();
  Long it;
  setup(&it);
  add(&it, 0, 0, SENTENCES);
  add(&it, 1, OTHER_TEXT, SENTENCES);
  align(&it, pairs);
  teardown(&it);
  setup(&it);
  add(&it, 0, 0, 2 * SENTENCES);
  add(&it, 1, SENTENCES, 3);
  align(&it, pairs);
  assert_int_equal(it.paired, 3);
  teardown(&it);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_whole),
      cmocka_unit_test(test_chapter_left_out),
      cmocka_unit_test(test_half_of_a_text),
      cmocka_unit_test(test_text_within_another),
      cmocka_unit_test(test_chapter_moved),
      cmocka_unit_test(test_no_anchors),
      cmocka_unit_test(test_nothing_in_common),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
