/* editors/ispell/mask: what of a line is no text. */
#include "editors/ispell/mask.h"

#include "../unit.h"

static void assert_masked(TlMarkup markup, const char *line, const char *left) {
  g_autofree char *copy = g_strdup(line);
  gboolean open = FALSE;
  tl_mask(copy, strlen(copy), markup, &open);
  assert_int_equal(strlen(copy), strlen(line));
  g_auto(GStrv) words = g_strsplit(copy, " ", -1);
  g_autoptr(GString) found = g_string_new(NULL);
  for (char **word = words; *word; word++)
    if (**word)
      g_string_append_printf(found, "%s%s", found->len ? " " : "", *word);
  assert_string_equal(found->str, left);
}

static void html(UNUSED_STATE) {
  assert_masked(TL_MARKUP_HTML, "<p class=\"а\">слово</p> &amp; &#x410; a<b & c", "слово a");
  assert_masked(TL_MARKUP_HTML, "a < b > c &", "a < b > c &");
  assert_masked(TL_MARKUP_HTML, "слово <", "слово <");
}

static void a_tag_goes_on_in_the_next_line(UNUSED_STATE) {
  gboolean open = FALSE;
  char first[] = "a <img", second[] = "alt='б'> c";
  tl_mask(first, strlen(first), TL_MARKUP_HTML, &open);
  assert_true(open);
  assert_string_equal(first, "a     ");
  tl_mask(second, strlen(second), TL_MARKUP_HTML, &open);
  assert_false(open);
  assert_string_equal(second, "          c");
}

static void tex_nroff_markdown(UNUSED_STATE) {
  assert_masked(TL_MARKUP_TEX, "\\section{Слово} 5\\% так % коментар", "{Слово} 5 так");
  assert_masked(TL_MARKUP_NROFF, ".SH Слово", "Слово");
  assert_masked(TL_MARKUP_NROFF, "\\fBтак\\fP \\(em \\*x ні\\", "так ні");
  assert_masked(TL_MARKUP_MARKDOWN, "слово `код` і `ще", "слово і `ще");
  assert_masked(TL_MARKUP_NONE, "слово `код`", "слово `код`");
}

static void names(UNUSED_STATE) {
  assert_int_equal(tl_markup_named("HTML", -1), TL_MARKUP_HTML);
  assert_int_equal(tl_markup_named("texture", 3), TL_MARKUP_TEX);
  assert_int_equal(tl_markup_named("url", -1), TL_MARKUP_NONE);
  assert_int_equal(tl_markup_named("", -1), TL_MARKUP_NONE);
}

/* Every byte may stand anywhere: nothing is read beyond the end, no more than spaces are put in. */
static void any_bytes(UNUSED_STATE) {
  GRand *random = g_rand_new_with_seed(7);
  static const char alphabet[] = "<>&;\\%.'`@/~:wa. \xd1\x8f\xff\0#!-(*f";
  for (guint round = 0; round < 20000; round++) {
    size_t length = (size_t)g_rand_int_range(random, 0, 24);
    g_autofree char *line = g_malloc(length), *before = NULL;
    for (size_t i = 0; i < length; i++)
      line[i] = alphabet[g_rand_int_range(random, 0, sizeof alphabet - 1)];
    before = g_memdup2(line, length);
    gboolean open = round % 2 != 0;
    tl_mask(line, length, (TlMarkup)(round % 5), &open);
    for (size_t i = 0; i < length; i++)
      assert_true(line[i] == before[i] || line[i] == ' ');
  }
  g_rand_free(random);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(html),
      cmocka_unit_test(a_tag_goes_on_in_the_next_line),
      cmocka_unit_test(tex_nroff_markdown),
      cmocka_unit_test(names),
      cmocka_unit_test(any_bytes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
