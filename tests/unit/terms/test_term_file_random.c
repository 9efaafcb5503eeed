/* Random changes of every sample of tests/cases/tbx/: outside the entry that was changed no byte moves, the rest reads
 * as before, and what is taken back leaves the file as it was. */
#include "terms_test.h"

#include "base/splice.h"
#include "terms/term_file_private.h"

#define ROUNDS 300

static const char *const texts[] = {"нове слово", "a & b < c > \"d\"",  "об’єкт",
                                    "x",          "рада  безпеки\tООН", "Ґ ї є – “лапки”"};

static GBytes *read_sample(const char *name) {
  g_autofree char *path = g_build_filename("tests/cases/tbx", name, NULL);
  char *bytes;
  gsize length;
  assert_true(g_file_get_contents(path, &bytes, &length, NULL));
  return g_bytes_new_take(bytes, length);
}

static TlumachTermFile *open_bytes(GBytes *raw) {
  g_autoptr(GError) error = NULL;
  TlumachTermFile *file = tl_term_file_from_bytes("sample.tbx", raw, &error);
  if (!file)
    fail_msg("%s", error->message);
  return file;
}

static GBytes *bytes_of(TlumachTermFile *file) {
  g_autoptr(GError) error = NULL;
  GBytes *bytes = tlumach_term_file_bytes(file, &error);
  if (!bytes)
    fail_msg("%s", error->message);
  return bytes;
}

static void assert_same(GBytes *a, GBytes *b, const char *what) {
  if (g_bytes_equal(a, b))
    return;
  gsize n, m;
  const char *x = g_bytes_get_data(a, &n), *y = g_bytes_get_data(b, &m);
  gsize at = 0;
  while (at < n && at < m && x[at] == y[at])
    at++;
  at -= MIN(at, 60);
  fail_msg("%s: at byte %zu\n--- %.*s\n+++ %.*s", what, at, (int)MIN(n - at, 200), x + at, (int)MIN(m - at, 200),
           y + at);
}

static gboolean same_text(const char *a, const char *b) {
  return g_strcmp0(a, b) == 0;
}

static void assert_same_concept(const TlumachConcept *a, const TlumachConcept *b) {
  assert_true(same_text(a->id, b->id) && same_text(a->subject, b->subject) && same_text(a->definition, b->definition) &&
              same_text(a->note, b->note));
  assert_int_equal(a->n_terms, b->n_terms);
  for (guint i = 0; i < a->n_terms; i++) {
    const TlumachTerm *x = &a->terms[i], *y = &b->terms[i];
    assert_true(same_text(x->text, y->text) && same_text(x->language, y->language) && same_text(x->pos, y->pos) &&
                same_text(x->type, y->type) && same_text(x->note, y->note) && same_text(x->words, y->words) &&
                same_text(x->id, y->id) && x->status == y->status);
  }
}

/* What stands before and behind entry `c` (with the line end before it) is in `new`, too, and the other concepts are
 * what they were. `c` of n: an entry came behind the last one. `gone`: entry `c` did not stay. */
static void assert_rest(TlumachTermFile *old, GBytes *bytes, guint c, gboolean gone, TlumachTermFile *new) {
  guint n, m;
  gsize size, now;
  const TlumachConcept *a = tlumach_termbase_concepts(old->tbx->base, &n),
                       *b = tlumach_termbase_concepts(new->tbx->base, &m);
  GBytes *raw = tl_decoded_raw(old->tbx->decoded);
  const char *x = g_bytes_get_data(raw, &size), *y = g_bytes_get_data(bytes, &now);
  TlumachSpan span = c < n ? a[c].file_span : (TlumachSpan){a[n - 1].file_span.end, a[n - 1].file_span.end};
  if (gone)
    span.start = tl_removal_start(old->tbx->text, span.start);
  size_t head = tl_decoded_raw_offset(old->tbx->decoded, span.start),
         tail = size - tl_decoded_raw_offset(old->tbx->decoded, span.end);
  assert_true(now >= head + tail);
  assert_memory_equal(x, y, head);
  assert_memory_equal(x + size - tail, y + now - tail, tail);
  assert_int_equal(m, gone ? n - 1 : c < n ? n : n + 1);
  for (guint i = 0; i < n; i++)
    if (i != c)
      assert_same_concept(&a[i], &b[i - (gone && i > c)]);
}

static const TlumachConcept *concept_of(TlumachTermFile *file, guint i) {
  guint n;
  return &tlumach_termbase_concepts(file->tbx->base, &n)[i];
}

/* -- one kind of change each; FALSE when the dialect has no such thing -- */

static gboolean add_and_remove(GRand *rand, TlumachTermFile *file, GBytes *raw) {
  guint n, m;
  TlumachTerm terms[] = {
      {.text = texts[g_rand_int_range(rand, 0, G_N_ELEMENTS(texts))], .language = "uk", .pos = "noun"},
      {.text = "thing",
       .language = "en",
       .status = (TlumachStatus)g_rand_int_range(rand, 0, 3),
       .note = g_rand_boolean(rand) ? "n" : NULL},
      {.text = "another", .language = "en"}};
  TlumachConcept fresh = {
      .subject = g_rand_boolean(rand) ? "s & t" : NULL, .terms = terms, .n_terms = (guint)g_rand_int_range(rand, 1, 4)};
  tlumach_termbase_concepts(file->tbx->base, &n);
  const char *id = tlumach_term_file_add(file, &fresh, NULL);
  assert_non_null(id);
  g_autoptr(GBytes) with = bytes_of(file);
  g_autoptr(TlumachTermFile) again = open_bytes(with);
  const TlumachConcept *concepts = tlumach_termbase_concepts(again->tbx->base, &m);
  assert_int_equal(m, n + 1);
  if (n > 0)
    assert_rest(file, with, n, FALSE, again);
  assert_string_equal(concepts[n].id, id);
  assert_int_equal(concepts[n].n_terms, fresh.n_terms);
  assert_int_equal(concepts[n].terms[fresh.n_terms - 1].status, terms[fresh.n_terms - 1].status);
  assert_true(tlumach_term_file_remove(again, &concepts[n], NULL));
  g_autoptr(GBytes) without = bytes_of(again);
  assert_same(raw, without, "added and removed");
  return TRUE;
}

static gboolean remove_one(GRand *rand, TlumachTermFile *file, GBytes *raw) {
  (void)raw;
  guint n;
  tlumach_termbase_concepts(file->tbx->base, &n);
  guint c = (guint)g_rand_int_range(rand, 0, (gint32)n);
  assert_true(tlumach_term_file_remove(file, concept_of(file, c), NULL));
  g_autoptr(GBytes) bytes = bytes_of(file);
  g_autoptr(TlumachTermFile) again = open_bytes(bytes);
  assert_rest(file, bytes, c, TRUE, again);
  return TRUE;
}

static gboolean put_and_drop_term(GRand *rand, TlumachTermFile *file, GBytes *raw) {
  static const char *const languages[] = {"uk", "en", "de", "uk-UA", "en-US"};
  guint n;
  tlumach_termbase_concepts(file->tbx->base, &n);
  guint c = (guint)g_rand_int_range(rand, 0, (gint32)n);
  const TlumachConcept *concept = concept_of(file, c);
  TlumachTerm fresh = {.text = "term nobody has",
                       .language = languages[g_rand_int_range(rand, 0, G_N_ELEMENTS(languages))],
                       .pos = "verb"};
  assert_true(tlumach_term_file_add_term(file, concept, &fresh, NULL));
  g_autoptr(GBytes) with = bytes_of(file);
  g_autoptr(TlumachTermFile) again = open_bytes(with);
  assert_rest(file, with, c, FALSE, again);
  const TlumachConcept *now = concept_of(again, c);
  assert_int_equal(now->n_terms, concept->n_terms + 1);
  for (guint i = 0; i < now->n_terms; i++)
    if (strcmp(now->terms[i].text, fresh.text) == 0)
      assert_true(tlumach_term_file_remove_term(again, now, &now->terms[i], NULL));
  g_autoptr(GBytes) without = bytes_of(again);
  assert_same(raw, without, "a term put in and taken out");
  return TRUE;
}

static const char *value_of(const TlumachConcept *concept, const TlumachTerm *term, TlumachTermField field) {
  switch (field) {
  case TLUMACH_FIELD_DOMAIN:
    return concept
    ->subject;
  case TLUMACH_FIELD_DEFINITION:
    return concept
    ->definition;
  case TLUMACH_FIELD_NOTE:
    return term ? term->note : concept
    ->note;
  case TLUMACH_FIELD_TEXT:
    return term->text;
  case TLUMACH_FIELD_POS:
    return term->pos;
  case TLUMACH_FIELD_TYPE:
    return term->type;
  case TLUMACH_FIELD_STATUS:
    return tlumach_status_name(term->status);
  case TLUMACH_FIELD_WORDS:
    return term->words;
  }
  return NULL;
}

static const char *random_value(GRand *rand, TlumachTermField field) {
  static const char *const statuses[] = {"preferred", "admitted", "deprecated", "superseded"},
                           *const poses[] = {"noun", "verb", "adjective"},
                           *const types[] = {"acronym", "fullForm", "variant"};
  if (field == TLUMACH_FIELD_STATUS)
    return statuses[g_rand_int_range(rand, 0, G_N_ELEMENTS(statuses))];
  if (field == TLUMACH_FIELD_POS)
    return poses[g_rand_int_range(rand, 0, G_N_ELEMENTS(poses))];
  return field == TLUMACH_FIELD_TYPE ? types[g_rand_int_range(rand, 0, G_N_ELEMENTS(types))]
                                     : texts[g_rand_int_range(rand, 0, G_N_ELEMENTS(texts))];
}

/* White space is collapsed by the reader. */
static char *collapsed(const char *text) {
  g_autoptr(GString) out = g_string_new(NULL);
  g_auto(GStrv) words = g_strsplit_set(text, " \t\n", -1);
  for (char **word = words; *word; word++)
    if (**word)
      g_string_append_printf(out, "%s%s", out->len ? " " : "", *word);
  return g_string_free(g_steal_pointer(&out), FALSE);
}

static gboolean set_and_set_back(GRand *rand, TlumachTermFile *file, GBytes *raw) {
  guint n;
  tlumach_termbase_concepts(file->tbx->base, &n);
  guint c = (guint)g_rand_int_range(rand, 0, (gint32)n);
  const TlumachConcept *concept = concept_of(file, c);
  TlumachTermField field = (TlumachTermField)g_rand_int_range(rand, 0, 8);
  gboolean of_term = field > TLUMACH_FIELD_NOTE || (field == TLUMACH_FIELD_NOTE && g_rand_boolean(rand));
  guint t = (guint)g_rand_int_range(rand, 0, (gint32) concept->n_terms);
  const TlumachTerm *term = of_term ? &concept->terms[t] : NULL;
  const char *old = value_of(concept, term, field), *value = random_value(rand, field);
  g_autoptr(GError) error = NULL;
  if (!tlumach_term_file_set(file, concept, term, field, value, &error)) {
    assert_int_equal(error->code, TLUMACH_ERROR_USAGE); /* the dialect has none */
    return FALSE;
  }
  g_autoptr(GBytes) with = bytes_of(file);
  g_autoptr(TlumachTermFile) again = open_bytes(with);
  assert_rest(file, with, c, FALSE, again);
  const TlumachConcept *now = concept_of(again, c);
  g_autofree char *expected = collapsed(value);
  const char *read = value_of(now, of_term ? &now->terms[t] : NULL, field);
  if (!same_text(read, expected))
    fail_msg("field %d of %s: “%s”, not “%s”", (int)field, now->id, read ? read : "(null)", expected);
  /* A value that was not there, and is taken away, leaves nothing behind; where <note/> stood, not even that. */
  gsize size;
  const char *bytes = g_bytes_get_data(raw, &size);
  if (!old && !(field == TLUMACH_FIELD_NOTE && memmem(bytes, size, "<note/>", 7))) {
    assert_true(tlumach_term_file_set(again, now, of_term ? &now->terms[t] : NULL, field, "", NULL));
    g_autoptr(GBytes) back = bytes_of(again);
    assert_same(raw, back, "set and taken away");
  }
  return TRUE;
}

static gboolean change_nothing(GRand *rand, TlumachTermFile *file, GBytes *raw) {
  (void)rand;
  guint n;
  tlumach_termbase_concepts(file->tbx->base, &n);
  for (guint c = 0; c < n; c++) {
    const TlumachConcept *concept = concept_of(file, c);
    for (guint i = 0; i < concept->n_terms; i++)
      for (guint field = TLUMACH_FIELD_NOTE; field <= TLUMACH_FIELD_WORDS; field++) {
        const char *value = value_of(concept, &concept->terms[i], (TlumachTermField)field);
        assert_true(tlumach_term_file_set(file, concept, &concept->terms[i], (TlumachTermField)field,
                                          value ? value : "", NULL));
      }
    for (guint field = 0; field <= TLUMACH_FIELD_NOTE; field++) {
      const char *value = value_of(concept, NULL, (TlumachTermField)field);
      assert_true(tlumach_term_file_set(file, concept, NULL, (TlumachTermField)field, value ? value : "", NULL));
    }
  }
  g_autoptr(GBytes) bytes = bytes_of(file);
  assert_same(raw, bytes, "nothing changed");
  return TRUE;
}

static void test_samples(void **state) {
  static gboolean (*const changes[])(GRand *, TlumachTermFile *, GBytes *) = {
      add_and_remove,   remove_one,       put_and_drop_term, set_and_set_back,
      set_and_set_back, set_and_set_back, change_nothing};
  const char *name = *state;
  g_autoptr(GBytes) raw = read_sample(name);
  g_autoptr(GRand) rand = g_rand_new_with_seed(20261124);
  guint done = 0;
  for (guint round = 0; round < ROUNDS; round++) {
    g_autoptr(TlumachTermFile) file = open_bytes(raw);
    done += changes[g_rand_int_range(rand, 0, G_N_ELEMENTS(changes))](rand, file, raw) ? 1 : 0;
  }
  assert_true(done > ROUNDS / 2);
}

/* Changes upon changes: each step is checked against the one before. */
static void test_drift(void **state) {
  g_autoptr(GBytes) raw = read_sample(*state);
  g_autoptr(GRand) rand = g_rand_new_with_seed(7);
  for (guint round = 0; round < 60; round++) {
    g_autoptr(TlumachTermFile) file = open_bytes(raw);
    guint n;
    tlumach_termbase_concepts(file->tbx->base, &n);
    guint c = (guint)g_rand_int_range(rand, 0, (gint32)n);
    const TlumachConcept *concept = concept_of(file, c);
    g_autofree char *text = g_strdup_printf("%s %u", texts[round % G_N_ELEMENTS(texts)], round);
    TlumachTerm fresh = {.text = text, .language = round % 2 ? "en" : "uk"};
    if (round % 3 == 0)
      assert_true(tlumach_term_file_add_term(file, concept, &fresh, NULL));
    else if (round % 3 == 1)
      assert_non_null(tlumach_term_file_add(file, &(TlumachConcept){.terms = &fresh, .n_terms = 1}, NULL));
    else if (!tlumach_term_file_set(file, concept, &concept->terms[0], TLUMACH_FIELD_STATUS,
                                    round % 2 ? "deprecated" : "none", NULL))
      continue; /* told by normativeAuthorization */
    GBytes *now = bytes_of(file);
    g_autoptr(TlumachTermFile) again = open_bytes(now);
    assert_rest(file, now, round % 3 == 1 ? n : c, FALSE, again);
    g_bytes_unref(raw);
    raw = now;
  }
}

#define SAMPLE(name)                                                                                                   \
  {"random: " name, test_samples, NULL, NULL, (void *)name}, {                                                         \
    "drift: " name, test_drift, NULL, NULL, (void *)name                                                               \
  }

int main(void) {
  const struct CMUnitTest tests[] = {SAMPLE("v3-basic-dct.tbx"), SAMPLE("v3-basic-dca-crlf.tbx"),
                                     SAMPLE("v3-min-dca.tbx"),   SAMPLE("v3-linguist-prefix.tbx"),
                                     SAMPLE("v2-basic-tig.tbx"), SAMPLE("v2-default-ntig.tbx"),
                                     SAMPLE("v2-min.tbx"),       SAMPLE("one-line.tbx"),
                                     SAMPLE("microsoft.tbx"),    SAMPLE("iate.tbx"),
                                     SAMPLE("windows-1251.tbx"), SAMPLE("utf-16.tbx")};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
