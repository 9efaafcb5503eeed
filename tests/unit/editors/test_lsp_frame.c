/* editors/lsp/frame: messages out of a stream of bytes. */
#include "editors/lsp/frame.h"

#include "../unit.h"

/* What comes out of `bytes`, fed `step` at a time: "<message>" and "!fault", in order. Free with g_free. */
static char *read_all(const char *bytes, size_t length, size_t step) {
  TlFrames frames;
  g_autoptr(GString) out = g_string_new(NULL);
  tl_frames_init(&frames);
  for (size_t at = 0; at < length; at += step) {
    const char *body, *fault;
    size_t n;
    tl_frames_feed(&frames, bytes + at, MIN(step, length - at));
    for (TlFrame frame; (frame = tl_frames_next(&frames, &body, &n, &fault)) != TL_FRAME_NONE;) {
      if (frame == TL_FRAME_MESSAGE)
        g_string_append_printf(out, "<%.*s>", (int)n, body);
      else
        g_string_append_printf(out, "!%s", fault);
    }
    assert_true(frames.bytes->len <= TL_FRAME_MAX + TL_FRAME_HEADER_MAX + step);
  }
  tl_frames_clear(&frames);
  return g_string_free(g_steal_pointer(&out), FALSE);
}

/* The same however the bytes come. */
static void assert_reads(const char *bytes, const char *messages) {
  static const size_t steps[] = {1, 2, 3, 7, 1000000};
  for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
    g_autofree char *found = read_all(bytes, strlen(bytes), steps[i]);
    assert_string_equal(found, messages);
  }
}

static void messages(UNUSED_STATE) {
  assert_reads("Content-Length: 2\r\n\r\n{}", "<{}>");
  assert_reads("Content-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\n[1]", "<{}><[1]>");
  assert_reads("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:2\r\n\r\n{}", "<{}>");
  assert_reads("Content-Length: 4\r\n\r\n\"я\"Content-Length: 0\r\n\r\n", "<\"я\"><>");
  assert_reads("Content-Length: 2\n\n{}", "<{}>");
  assert_reads("Content-Length: 20\r\n\r\n{}", "");
  assert_reads("Content-Length: 2", "");
  assert_reads("", "");
}

static void what_is_no_header_is_passed_over(UNUSED_STATE) {
  assert_reads("GET / HTTP/1.1\r\nHost: a\r\n\r\nContent-Length: 2\r\n\r\n{}", "!a header without Content-Length<{}>");
  assert_reads("Content-Length: -5\r\n\r\nContent-Length: 2\r\n\r\n{}",
               "!Content-Length is no length of a message<{}>");
  assert_reads("Content-Length: 99999999999999999999\r\n\r\nContent-Length: 2\r\n\r\n{}",
               "!Content-Length is no length of a message<{}>");
  assert_reads("Content-Length: 2x\r\n\r\nContent-Length: 2\r\n\r\n{}",
               "!Content-Length is no length of a message<{}>");
  assert_reads("Content-Length: 2\r\nContent-Type: x; charset=utf-16\r\n\r\nContent-Length: 2\r\n\r\n{}",
               "!the charset of a message must be utf-8<{}>");
}

/* Behind a message that was longer than it said, the next header is found. */
static void a_lie_costs_little(UNUSED_STATE) {
  assert_reads("Content-Length: 2\r\n\r\n{\"a\": 1}Content-Length: 2\r\n\r\n{}", "<{\"><{}>");
}

static void too_long(UNUSED_STATE) {
  g_autofree char *head = g_strdup_printf("Content-Length: %u\r\n\r\n", TL_FRAME_MAX + 1000);
  g_autoptr(GString) bytes = g_string_new(head);
  g_autofree char *body = g_strnfill(TL_FRAME_MAX + 1000, 'x');
  g_string_append(bytes, body);
  g_string_append(bytes, "Content-Length: 2\r\n\r\n{}");
  g_autofree char *found = read_all(bytes->str, bytes->len, 1 << 16);
  assert_string_equal(found, "!the message is too long<{}>");
}

static void no_end_of_a_header(UNUSED_STATE) {
  g_autofree char *rubbish = g_strnfill(100000, 'x');
  g_autofree char *bytes = g_strconcat(rubbish, "\r\n\r\nContent-Length: 2\r\n\r\n{}", NULL);
  g_autofree char *found = read_all(bytes, strlen(bytes), 1000);
  assert_true(g_str_has_prefix(found, "!a header without an end"));
  assert_true(g_str_has_suffix(found, "<{}>"));
}

/* Any bytes: nothing is read beyond the end. */
static void any_bytes(UNUSED_STATE) {
  static const char *const pieces[] = {
      "Content-Length: ", "\r\n", "\n", "2", "999", "{}", "\r", ":", "-", "\xff", "x", "charset=", "Content-Type:"};
  GRand *random = g_rand_new_with_seed(3);
  for (guint round = 0; round < 3000; round++) {
    g_autoptr(GString) bytes = g_string_new(NULL);
    for (gint i = g_rand_int_range(random, 0, 30); i > 0; i--)
      g_string_append(bytes, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
    g_autofree char *once = read_all(bytes->str, bytes->len, 10000), *slowly = read_all(bytes->str, bytes->len, 1);
    assert_string_equal(once, slowly);
  }
  g_rand_free(random);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(messages),           cmocka_unit_test(what_is_no_header_is_passed_over),
      cmocka_unit_test(a_lie_costs_little), cmocka_unit_test(too_long),
      cmocka_unit_test(no_end_of_a_header), cmocka_unit_test(any_bytes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
