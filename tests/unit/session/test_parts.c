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
static TlumachDocument *long_document(guint n) {
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < n; i++) {
    for (guint k = 0; k < 1 + i % 7 * 40; k++)
      g_string_append(text, "слово ☃ ");
    g_string_append(text, i % 3 ? "\r\n\r\n" : "\r\r");
  }
  g_autoptr(GBytes) raw = g_string_free_to_bytes(text);
  g_autoptr(GError) error = NULL;
  TlumachDocument *document = tlumach_document_new("x.txt", raw, NULL, &error);
  assert_no_error(error);
  return document;
}

typedef struct Seen {
  TlumachDocument *document;
  GThread *caller;
  guint workers, parts, next;
  guint first, longest; /* blocks of a part */
} Seen;

typedef struct Range {
  guint first, end;
  size_t line, column; /* of the last block */
} Range;

static gpointer begin(gpointer user) {
  Seen *seen = user;
  assert_ptr_equal(g_thread_self(), seen->caller);
  seen->workers++;
  return tlumach_document_view(seen->document);
}

static gpointer work(gpointer worker, guint first, guint end, gpointer user) {
  Range range = {.first = first, .end = end};
  guint n;
  (void)user;
  tlumach_document_locate(worker, tlumach_document_blocks(worker, &n)[end - 1].span.start + 4, TLUMACH_COLUMN_CHARACTER,
                          &range.line, &range.column);
  return g_memdup2(&range, sizeof range);
}

static void done(gpointer result, gpointer user) {
  g_autofree Range *range = result;
  Seen *seen = user;
  assert_ptr_equal(g_thread_self(), seen->caller);
  assert_int_equal(range->first, seen->next);
  assert_true(range->end > range->first);
  assert_int_equal(range->line, 2 * range->end - 1);
  assert_int_equal(range->column, 3);
  seen->next = range->end;
  seen->first = seen->parts ? seen->first : range->end - range->first;
  seen->longest = MAX(seen->longest, range->end - range->first);
  seen->parts++;
}

static void end(gpointer worker, gpointer user) {
  ((Seen *)user)->workers--;
  tlumach_document_free(worker);
}

static const TlumachPartWork how = {begin, work, done, end};

static void test_order(UNUSED_STATE) {
  g_autoptr(TlumachDocument) document = long_document(700);
  for (guint jobs = 1; jobs < 8; jobs += 2) {
    g_autoptr(TlumachSession) session = with_jobs(jobs);
    Seen seen = {.document = document, .caller = g_thread_self()};
    tlumach_each_part(session, document, &how, &seen);
    assert_int_equal(seen.next, 700);
    assert_true(seen.parts > 4);
    assert_true(seen.first * 8 <= seen.longest); /* the first one soon, then longer and longer ones */
    assert_int_equal(seen.workers, 0);
  }
}

static void test_nothing(UNUSED_STATE) {
  g_autoptr(TlumachDocument) document = long_document(0);
  g_autoptr(TlumachSession) session = with_jobs(4);
  Seen seen = {.document = document, .caller = g_thread_self()};
  tlumach_each_part(session, document, &how, &seen);
  assert_int_equal(seen.parts, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_order), cmocka_unit_test(test_nothing)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
