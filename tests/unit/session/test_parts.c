/* A document in parts: every block once, in order, whatever the number of threads. */
#include "../unit.h"

#include "tlumach/session.h"

static TlumachSession *with_jobs(guint jobs) {
  TlumachSessionOptions options = TLUMACH_SESSION_OPTIONS_INIT;
  g_autoptr(GError) error = NULL;
  options.source = "xx";
  options.any_language = TRUE;
  options.jobs = jobs;
  TlumachSession *session = tlumach_session_new(&options, &error);
  assert_no_error(error);
  return session;
}

/* Paragraphs of very different lengths, each in a line of its own. */
static TlumachDocument *long_document(const char *name, guint n) {
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < n; i++) {
    for (guint k = 0; k < 1 + i % 7 * 40; k++)
      g_string_append(text, "слово ☃ ");
    g_string_append(text, i % 3 ? "\r\n\r\n" : "\r\r");
  }
  g_autoptr(GBytes) raw = g_string_free_to_bytes(text);
  g_autoptr(GError) error = NULL;
  TlumachDocument *document = tlumach_document_new(name, raw, NULL, &error);
  assert_no_error(error);
  return document;
}

typedef struct Seen {
  GThread *caller;
  guint workers, parts, blocks;
  guint next;           /* block of a document */
  guint first, longest; /* blocks of a part */
  guint enough;         /* parts; 0: it never is */
  GString *names;       /* of documents */
} Seen;

typedef struct Range {
  const char *document;
  guint first, end;
  gboolean last;
  size_t line, column; /* of the last block */
} Range;

static gpointer begin(gpointer user) {
  Seen *seen = user;
  assert_ptr_equal(g_thread_self(), seen->caller);
  seen->workers++;
  return seen;
}

static gpointer work(gpointer worker, TlumachDocument *document, guint first, guint end, gpointer user) {
  Range range = {.document = tlumach_document_name(document), .first = first, .end = end};
  guint n;
  assert_ptr_equal(worker, user);
  const TlumachBlock *blocks = tlumach_document_blocks(document, &n);
  range.last = end == n;
  tlumach_document_locate(document, blocks[end - 1].span.start + 4, TLUMACH_COLUMN_CHARACTER, &range.line,
                          &range.column);
  return g_memdup2(&range, sizeof range);
}

static gboolean done(gpointer result, gpointer user) {
  g_autofree Range *range = result;
  Seen *seen = user;
  assert_ptr_equal(g_thread_self(), seen->caller);
  assert_int_equal(range->first, seen->next);
  assert_true(range->end > range->first);
  assert_int_equal(range->line, 2 * range->end - 1);
  assert_int_equal(range->column, 3);
  seen->next = range->last ? 0 : range->end;
  seen->blocks += range->end - range->first;
  seen->first = seen->parts ? seen->first : range->end - range->first;
  seen->longest = MAX(seen->longest, range->end - range->first);
  seen->parts++;
  g_string_append(seen->names, range->first == 0 ? range->document : "");
  return seen->parts != seen->enough;
}

static void end(gpointer worker, gpointer user) {
  assert_ptr_equal(worker, user);
  ((Seen *)user)->workers--;
}

static const TlumachPartWork how = {begin, work, done, end};

static void test_order(UNUSED_STATE) {
  g_autoptr(TlumachDocument) document = long_document("x", 700);
  for (guint jobs = 1; jobs < 8; jobs += 2) {
    g_autoptr(TlumachSession) session = with_jobs(jobs);
    g_autoptr(GString) names = g_string_new(NULL);
    Seen seen = {.caller = g_thread_self(), .names = names};
    tlumach_each_part(session, document, &how, &seen);
    assert_int_equal(seen.blocks, 700);
    assert_true(seen.parts > 4);
    assert_true(seen.first * 8 <= seen.longest); /* the first one soon, then longer and longer ones */
    assert_int_equal(seen.workers, 0);
    assert_string_equal(names->str, "x");
  }
}

/* Documents that are made when they are asked for. */
typedef struct Making {
  const guint *sizes; /* in blocks, up to G_MAXUINT */
  guint made;
  gboolean fails; /* behind the last one */
} Making;

static TlumachDocument *make_next(gpointer from, GError **error) {
  Making *making = from;
  guint n = making->sizes[making->made];
  if (n == G_MAXUINT) {
    if (making->fails)
      g_set_error_literal(error, TLUMACH_ERROR, TLUMACH_ERROR_IO, "no more");
    return NULL;
  }
  g_autofree char *name = g_strdup_printf("%c", 'a' + making->made++);
  return long_document(name, n);
}

static const guint sizes[] = {1, 0, 300, 1, 1, 500, 2, 0, G_MAXUINT};

static void test_several(UNUSED_STATE) {
  for (guint jobs = 1; jobs < 8; jobs++) {
    g_autoptr(TlumachSession) session = with_jobs(jobs);
    g_autoptr(GString) names = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    Making making = {.sizes = sizes, .fails = jobs % 2};
    Seen seen = {.caller = g_thread_self(), .names = names};
    gboolean good = tlumach_each_part_of(session, make_next, &making, &how, &seen, &error);
    assert_int_equal(seen.blocks, 805);
    assert_int_equal(seen.workers, 0);
    assert_string_equal(names->str, "acdefg");
    assert_int_equal(good, !making.fails);
    if (making.fails)
      assert_failed(&error, TLUMACH_ERROR_IO, "no more");
  }
}

/* What comes is neither read to its end nor worked on. */
static void test_enough(UNUSED_STATE) {
  guint many[1001];
  for (guint i = 0; i < 1000; i++)
    many[i] = 100;
  many[1000] = G_MAXUINT;
  for (guint jobs = 1; jobs < 8; jobs++) {
    g_autoptr(TlumachSession) session = with_jobs(jobs);
    g_autoptr(GString) names = g_string_new(NULL);
    Making making = {.sizes = many};
    Seen seen = {.caller = g_thread_self(), .names = names, .enough = 30};
    assert_true(tlumach_each_part_of(session, make_next, &making, &how, &seen, NULL));
    assert_in_range(seen.parts, 30, 30 + 4 * jobs);
    assert_true(making.made < 500);
    assert_int_equal(seen.workers, 0);
  }
}

static void test_nothing(UNUSED_STATE) {
  g_autoptr(TlumachDocument) document = long_document("x", 0);
  g_autoptr(TlumachSession) session = with_jobs(4);
  Seen seen = {.caller = g_thread_self()};
  tlumach_each_part(session, document, &how, &seen);
  assert_int_equal(seen.parts, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_order), cmocka_unit_test(test_several),
                                     cmocka_unit_test(test_enough), cmocka_unit_test(test_nothing)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
