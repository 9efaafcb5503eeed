/* Beads of small texts, and what a text teaches the aligner about itself. */
#include "bitext_test.h"

#include <math.h>

#include "bitext/align/shapes.h"

static TlPairList *pairs_of(const char *table) {
  g_autoptr(GBytes) bytes = g_bytes_new(table, strlen(table));
  TlPairList *list = tl_pair_list_new();
  assert_true(tl_pair_list_read(list, "t", bytes, FALSE, NULL));
  return list;
}

/* Beads as "sources-targets" with spaces between them. */
static void assert_beads(const char *source, const char *target, TlPairList *pairs, const char *expected) {
  g_autoptr(GArray) s = lines_of(source), t = lines_of(target);
  TlAlignInput input = {{source, (const TlumachSegment *)(const void *)s->data, s->len, NULL, NULL},
                        {target, (const TlumachSegment *)(const void *)t->data, t->len, NULL, NULL},
                        pairs};
  g_autoptr(GArray) beads = tl_align(&input);
  g_autoptr(GString) got = g_string_new(NULL);
  guint at_source = 0, at_target = 0;
  for (guint i = 0; i < beads->len; i++) {
    const TlumachBead *bead = &g_array_index(beads, TlumachBead, i);
    assert_int_equal(bead->source, at_source); /* no gap, no overlap */
    assert_int_equal(bead->target, at_target);
    assert_true(bead->score >= 0 && bead->score <= 1 + 1e-6);
    at_source += bead->n_source;
    at_target += bead->n_target;
    g_string_append_printf(got, "%s%u-%u", i ? " " : "", bead->n_source, bead->n_target);
  }
  assert_int_equal(at_source, s->len);
  assert_int_equal(at_target, t->len);
  assert_string_equal(got->str, expected);
}

#define PLAIN_SOURCE "У 1991 році Іван Франко приїхав до Львова.\nЧому?\nНіхто не знав.\nМинуло 25 років."
#define PLAIN_TARGET "In 1991 Ivan Franko came to Lviv.\nWhy?\nNobody knew.\n25 years passed."

static void test_without_words(UNUSED_STATE) {
  assert_beads(PLAIN_SOURCE, PLAIN_TARGET, NULL, "1-1 1-1 1-1 1-1");
  assert_beads(PLAIN_SOURCE, "", NULL, "1-0 1-0 1-0 1-0");
  assert_beads("", "", NULL, "");
}

static void test_sentence_cut_in_two(UNUSED_STATE) {
  assert_beads(PLAIN_SOURCE, "In 1991 Ivan Franko came to Lviv.\nWhy? Nobody knew.\n25 years passed.", NULL,
               "1-1 2-1 1-1");
}

static const char words[] = "хліб\tbread\nсонце\tsun\nвогонь\tfire\nсіль\tsalt\nвода\twater\n"
                            "ліс\tforest\nрічка\triver\nгора\tmountain\nполе\tfield\nморе\tsea\n"
                            "вовк\twolf\nлис\tfox\nзаєць\thare\nкінь\thorse\nптах\tbird\n"
                            "рука\thand\nнога\tleg\nоко\teye\nвухо\tear\nніс\tnose\n"
                            "стіл\ttable\nдвері\tdoor\nвікно\twindow\nпіч\tstove\nдах\troof\n"
                            "невістка\tdaughter-in-law\nзять\tson-in-law\nсвекор\tfather-in-law\nтеща\tmother-in-law\n";
#define FAMILY "Прийшла невістка, потому зять, потому свекор, потому теща.\n"
#define IN_LAWS "Daughter-in-law, son-in-law, father-in-law, mother-in-law.\n"
#define BREAD "Хліб, сонце, вогонь, сіль, вода.\n"
#define REST                                                                                                                                                                                \
  "Ліс, річка, гора, поле, море.\nВовк, лис, заєць, кінь, птах.\nРука, нога, око, вухо, ніс.\nСтіл, двері, вікно, " \
  "піч, дах."
#define REST_TARGET                                                                                                    \
  "Forest, river, mountain, field, sea.\nWolf, fox, hare, horse, bird.\nHand, leg, eye, ear, nose.\n"                  \
  "Table, door, window, stove, roof."

/* What was left out is found, whichever of two sentences of one length it was; a word with hyphens is its parts. */
static void test_listed_words(UNUSED_STATE) {
  g_autoptr(TlPairList) pairs = pairs_of(words);
  assert_beads(FAMILY BREAD REST, "Bread, sun, fire, salt, water.\n" REST_TARGET, pairs, "1-0 1-1 1-1 1-1 1-1 1-1");
  assert_beads(FAMILY BREAD REST, IN_LAWS REST_TARGET, pairs, "1-1 1-0 1-1 1-1 1-1 1-1");
}

static double share(const TlAlignShape *shapes, guint source, guint target) {
  for (guint i = 0; i < TL_ALIGN_SHAPES; i++)
    if (shapes[i].source == source && shapes[i].target == target)
      return exp(shapes[i].prior);
  return 0;
}

static void test_shapes_are_learned(UNUSED_STATE) {
  TlAlignShape usual[TL_ALIGN_SHAPES], learned[TL_ALIGN_SHAPES];
  double expected[TL_ALIGN_SHAPES] = {0}, sum = 0;
  tl_align_shapes(usual, NULL);
  for (guint i = 0; i < TL_ALIGN_SHAPES; i++)
    if (usual[i].source == 2 && usual[i].target == 1)
      expected[i] = 50;
  tl_align_shapes(learned, expected);
  for (guint i = 0; i < TL_ALIGN_SHAPES; i++)
    sum += exp(learned[i].prior);
  assert_float_equal(sum, 1, 0.02);
  assert_true(share(learned, 2, 1) > 3 * share(usual, 2, 1));
  assert_true(share(learned, 1, 2) < share(usual, 1, 2));
  assert_true(share(learned, 1, 1) > 0.2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_without_words),
      cmocka_unit_test(test_sentence_cut_in_two),
      cmocka_unit_test(test_listed_words),
      cmocka_unit_test(test_shapes_are_learned),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
