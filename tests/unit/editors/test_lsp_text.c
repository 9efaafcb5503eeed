/* editors/lsp/text: positions in three units, and edits beside a model that keeps its text as lines of characters. */
#include "editors/lsp/text.h"

#include "../unit.h"

static void assert_place(const char *bytes, TlumachColumnUnit unit, size_t offset, size_t line, size_t column) {
  TlLspText text;
  tl_lsp_text_init(&text, bytes, strlen(bytes), unit);
  TlLspPlace place = tl_lsp_text_place(&text, offset);
  assert_int_equal(place.line, line);
  assert_int_equal(place.column, column);
  assert_int_equal(tl_lsp_text_offset(&text, place), offset);
  tl_lsp_text_clear(&text);
}

static void one_place_in_three_units(UNUSED_STATE) {
  static const char text[] = "а\n😀 рада";
  assert_place(text, TLUMACH_COLUMN_UTF16, 8, 1, 3);
  assert_place(text, TLUMACH_COLUMN_CHARACTER, 8, 1, 2);
  assert_place(text, TLUMACH_COLUMN_BYTE, 8, 1, 5);
}

static void line_ends(UNUSED_STATE) {
  static const char text[] = "a\nb\r\nc\rd\n";
  assert_place(text, TLUMACH_COLUMN_UTF16, 2, 1, 0);
  assert_place(text, TLUMACH_COLUMN_UTF16, 5, 2, 0);
  assert_place(text, TLUMACH_COLUMN_UTF16, 7, 3, 0);
  assert_place(text, TLUMACH_COLUMN_UTF16, 9, 4, 0);
  assert_place("\xEF\xBB\xBFб", TLUMACH_COLUMN_UTF16, 3, 0, 1);
  assert_place("", TLUMACH_COLUMN_UTF16, 0, 0, 0);
}

static void places_that_are_none(UNUSED_STATE) {
  static const struct {
    size_t line, column, offset;
  } places[] = {{0, 99, 4}, {0, 1, 0}, {0, 2, 4}, {1, 5, 6}, {7, 0, 7}, {G_MAXINT32, G_MAXINT32, 7}};
  TlLspText text;
  tl_lsp_text_init(&text, "😀\nb\n", 7, TLUMACH_COLUMN_UTF16);
  for (guint i = 0; i < G_N_ELEMENTS(places); i++)
    assert_int_equal(tl_lsp_text_offset(&text, (TlLspPlace){places[i].line, places[i].column}), places[i].offset);
  tl_lsp_text_replace(&text, (TlLspPlace){1, 1}, (TlLspPlace){0, 0}, "x", 1); /* the end before the start */
  assert_string_equal(text.bytes->str, "😀\nbx\n");
  tl_lsp_text_set(&text, "нове", strlen("нове"));
  assert_string_equal(text.bytes->str, "нове");
  tl_lsp_text_clear(&text);
}

/* -- the model: code points, counted from the start each time -- */

static size_t units_of(gunichar c, TlumachColumnUnit unit) {
  return unit == TLUMACH_COLUMN_UTF16  ? (c > 0xFFFF ? 2 : 1)
         : unit == TLUMACH_COLUMN_BYTE ? (size_t)g_unichar_to_utf8(c, NULL)
                                       : 1;
}

/* The place before the character at `index`. */
static TlLspPlace model_place(const GArray *characters, guint index, TlumachColumnUnit unit) {
  TlLspPlace place = {0, 0};
  for (guint i = 0; i < index; i++) {
    gunichar c = g_array_index(characters, gunichar, i);
    gboolean pair = c == '\r' && i + 1 < characters->len && g_array_index(characters, gunichar, i + 1) == '\n';
    if (c == '\n' || (c == '\r' && !pair))
      place = (TlLspPlace){place.line + 1, 0};
    else
      place.column += units_of(c, unit);
  }
  return place;
}

static gunichar random_character(GRand *random) {
  static const gunichar some[] = {'a',  0x430, 0x456, 0x2019, 0x301,  0x1F600, '\n',
                                  '\r', '\n',  ' ',   0xAD,   0x2028, 0x10FFFF};
  return some[g_rand_int_range(random, 0, G_N_ELEMENTS(some))];
}

/* Is it between CR and LF? No client can name that place. */
static gboolean inside_crlf(const GArray *characters, guint index) {
  return index > 0 && index < characters->len && g_array_index(characters, gunichar, index - 1) == '\r' &&
         g_array_index(characters, gunichar, index) == '\n';
}

static void edit_both(GArray *characters, TlLspText *text, GRand *random) {
  guint start = (guint)g_rand_int_range(random, 0, (gint)characters->len + 1), end = start;
  if (g_rand_boolean(random))
    end = start + (guint)g_rand_int_range(random, 0, 12);
  end = MIN(end, characters->len);
  start -= inside_crlf(characters, start) ? 1 : 0;
  end -= inside_crlf(characters, end) ? 1 : 0;
  TlLspPlace from = model_place(characters, start, text->unit), to = model_place(characters, end, text->unit);
  g_autoptr(GString) insert = g_string_new(NULL);
  g_autoptr(GArray) added = g_array_new(FALSE, FALSE, sizeof(gunichar));
  for (gint n = characters->len > 400 ? 0 : g_rand_int_range(random, 0, 10); n > 0; n--) {
    gunichar c = random_character(random);
    g_array_append_val(added, c);
    g_string_append_unichar(insert, c);
  }
  g_array_remove_range(characters, start, end - start);
  g_array_insert_vals(characters, start, added->data, added->len);
  tl_lsp_text_replace(text, from, to, insert->str, insert->len);
}

static void assert_same(const GArray *characters, const TlLspText *text, guint seed, guint round) {
  g_autofree char *bytes =
      g_ucs4_to_utf8((const gunichar *)(const void *)characters->data, characters->len, NULL, NULL, NULL);
  if (strcmp(bytes ? bytes : "", text->bytes->str) != 0)
    fail_msg("seed %u, edit %u: the texts differ", seed, round);
}

static void random_edits(UNUSED_STATE) {
  static const TlumachColumnUnit units[] = {TLUMACH_COLUMN_UTF16, TLUMACH_COLUMN_BYTE, TLUMACH_COLUMN_CHARACTER};
  for (guint seed = 0; seed < 12; seed++) {
    GRand *random = g_rand_new_with_seed(seed);
    g_autoptr(GArray) characters = g_array_new(TRUE, TRUE, sizeof(gunichar));
    TlLspText text;
    tl_lsp_text_init(&text, "", 0, units[seed % 3]);
    for (guint round = 0; round < 8500; round++) {
      edit_both(characters, &text, random);
      assert_same(characters, &text, seed, round);
    }
    tl_lsp_text_clear(&text);
    g_rand_free(random);
  }
}

/* Every place that the text has leads back to itself. */
static void places_and_offsets_are_inverse(UNUSED_STATE) {
  GRand *random = g_rand_new_with_seed(99);
  for (guint round = 0; round < 300; round++) {
    g_autoptr(GString) bytes = g_string_new(NULL);
    for (gint n = g_rand_int_range(random, 0, 60); n > 0; n--)
      g_string_append_unichar(bytes, random_character(random));
    TlLspText text;
    tl_lsp_text_init(&text, bytes->str, bytes->len,
                     (TlumachColumnUnit)(round % 2 ? TLUMACH_COLUMN_UTF16 : TLUMACH_COLUMN_BYTE));
    for (const char *p = bytes->str;; p = g_utf8_next_char(p)) {
      size_t offset = (size_t)(p - bytes->str);
      if (!(offset > 0 && p[0] == '\n' && p[-1] == '\r'))
        assert_int_equal(tl_lsp_text_offset(&text, tl_lsp_text_place(&text, offset)), offset);
      if (!*p)
        break;
    }
    tl_lsp_text_clear(&text);
  }
  g_rand_free(random);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_place_in_three_units),       cmocka_unit_test(line_ends),
      cmocka_unit_test(places_that_are_none),           cmocka_unit_test(random_edits),
      cmocka_unit_test(places_and_offsets_are_inverse),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
