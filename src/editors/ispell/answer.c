/* Words of a line: every dictionary judges them, the person's own words come on top, and each gets its answer. */
#include <string.h>

#include "base/position.h"
#include "editors/ispell/pipe.h"

#define SUGGESTIONS_MAX 15u   /* as hunspell(1) */
#define REMEMBERED_MAX 20000u /* words whose suggestions are kept */

typedef struct Word {
  TlumachSpan span;
  TlumachVerdict verdict;
  guint session; /* that said so */
} Word;

typedef struct Judges {
  GArray *words; /* Word */
  guint session, at;
} Judges;

static void judged(TlumachSpan span, TlumachVerdict verdict, gpointer user) {
  Judges *judges = user;
  Word word = {span, verdict, judges->session};
  if (judges->session == 0) {
    g_array_append_val(judges->words, word);
    return;
  }
  Word *known = &g_array_index(judges->words, Word, judges->at++); /* words are the same whatever the dictionary */
  if (known->verdict != TLUMACH_WORD_RIGHT && (verdict == TLUMACH_WORD_RIGHT || known->verdict == TLUMACH_WORD_PASSED))
    *known = word;
}

void tl_pipe_prefer(TlPipe *pipe, const char *wrong, const char *right) {
  g_hash_table_insert(pipe->preferred, g_strdup(wrong), g_strdup(right));
  g_hash_table_remove(pipe->suggested, wrong);
}

/* What the person chose before comes first. */
static char **with_preferred(TlPipe *pipe, const char *text, char **list) {
  const char *right = g_hash_table_lookup(pipe->preferred, text);
  if (!right)
    return list;
  GPtrArray *out = g_ptr_array_new();
  g_ptr_array_add(out, g_strdup(right));
  for (char **one = list; *one && out->len < SUGGESTIONS_MAX; one++)
    if (strcmp(*one, right) != 0)
      g_ptr_array_add(out, g_strdup(*one));
  g_ptr_array_add(out, NULL);
  g_strfreev(list);
  return (char **)g_ptr_array_free(out, FALSE);
}

static char *const *suggestions(TlPipe *pipe, const char *text, guint session) {
  char **known = g_hash_table_lookup(pipe->suggested, text);
  if (known)
    return known;
  if (g_hash_table_size(pipe->suggested) >= REMEMBERED_MAX)
    g_hash_table_remove_all(pipe->suggested);
  known =
      with_preferred(pipe, text, tlumach_suggest(g_ptr_array_index(pipe->sessions, session), text, SUGGESTIONS_MAX));
  g_hash_table_insert(pipe->suggested, g_strdup(text), known);
  return known;
}

/* `& word count offset: a, b`, or `# word offset` when there is nothing to suggest. */
static void add_wrong(TlPipe *pipe, const char *text, guint session, size_t offset, GString *out) {
  char *const *list = suggestions(pipe, text, session);
  guint n = g_strv_length((char **)list);
  if (n == 0) {
    g_string_append_printf(out, "# %s %zu\n", text, offset);
    return;
  }
  g_string_append_printf(out, "& %s %u %zu:", text, n, offset);
  for (guint i = 0; i < n; i++)
    g_string_append_printf(out, "%s %s", i ? "," : "", list[i]);
  g_string_append_c(out, '\n');
}

static const char *next_letter(const char *text) {
  while (*text && (!g_unichar_isalpha(g_utf8_get_char(text)) || g_utf8_get_char(text) == 0x2BC /* ʼ */))
    text = g_utf8_next_char(text);
  return text;
}

/* Are they the same but for capitals, apostrophes and marks? */
static gboolean same_letters(const char *a, const char *b) {
  for (;;) {
    a = next_letter(a);
    b = next_letter(b);
    if (!*a || !*b || g_unichar_tolower(g_utf8_get_char(a)) != g_unichar_tolower(g_utf8_get_char(b)))
      return !*a && !*b;
    a = g_utf8_next_char(a);
    b = g_utf8_next_char(b);
  }
}

/* `*`, or `+ lemma` when the word is a form of another. */
static void add_right(TlPipe *pipe, const char *text, const Word *word, GString *out) {
  const char *lemma = NULL;
  g_autoptr(GArray) lemmas = NULL;
  if (word->verdict == TLUMACH_WORD_RIGHT && g_utf8_validate(text, -1, NULL)) {
    lemmas = tlumach_lemma(g_ptr_array_index(pipe->sessions, word->session), text);
    for (guint i = 0; i < lemmas->len; i++) {
      const TlumachLemma *one = &g_array_index(lemmas, TlumachLemma, i);
      gboolean same = one->guessed || same_letters(one->lemma, text);
      lemma = same ? NULL : lemma ? lemma : one->lemma;
      if (same)
        break;
    }
  }
  const char *shown = pipe->verbose ? text : "";
  if (lemma)
    g_string_append_printf(out, "+ %s%s%s\n", shown, *shown ? " " : "", lemma);
  else
    g_string_append_printf(out, "*%s%s\n", *shown ? " " : "", shown);
}

/* How far into what the client sent a word begins, as the client counts. Words come in order: a line may have
 * megabytes, and is counted once. */
typedef struct Counter {
  const TlPipe *pipe;
  const TlLine *line;
  size_t at, characters;
} Counter;

static size_t count_to(Counter *counter, size_t start) {
  const TlLine *line = counter->line;
  if (counter->pipe->ispell->byte_offsets)
    return line->decoded ? tl_decoded_raw_offset(line->decoded, line->prefix + start) : line->prefix + start;
  counter->characters += tl_utf8_measure(line->text + counter->at, start - counter->at, TLUMACH_COLUMN_CHARACTER);
  counter->at = start;
  return line->prefix + counter->characters;
}

static gboolean is_wrong(const TlPipe *pipe, const Word *word, const char *text) {
  return word->verdict == TLUMACH_WORD_WRONG && !tlumach_personal_knows(pipe->accepted, text, -1) &&
         !tlumach_personal_knows(pipe->ispell->personal, text, -1);
}

static void write_answers(TlPipe *pipe, const TlLine *line, const GArray *words) {
  g_autoptr(GString) out = g_string_new(NULL);
  Counter counter = {pipe, line, 0, 0};
  for (guint i = 0; i < words->len; i++) {
    const Word *word = &g_array_index(words, Word, i);
    g_autofree char *text = g_strndup(line->text + word->span.start, word->span.end - word->span.start);
    gboolean wrong = is_wrong(pipe, word, text);
    if (pipe->ispell->list)
      g_string_append_printf(out, "%s%s", wrong ? text : "", wrong ? "\n" : "");
    else if (wrong)
      add_wrong(pipe, text, word->session, count_to(&counter, word->span.start), out);
    else if (!pipe->terse)
      add_right(pipe, text, word, out);
  }
  if (!pipe->ispell->list)
    g_string_append_c(out, '\n');
  tl_pipe_write(pipe, out->str, out->len);
}

void tl_pipe_write(TlPipe *pipe, const char *text, size_t length) {
  if (!pipe->ispell->encoding) {
    tl_output_write(pipe->out, text, length);
    return;
  }
  gsize written = 0;
  g_autofree char *encoded =
      g_convert_with_fallback(text, (gssize)length, pipe->ispell->encoding, "UTF-8", "?", NULL, &written, NULL);
  if (encoded)
    tl_output_write(pipe->out, encoded, written);
  else
    tl_output_putc(pipe->out, '\n'); /* still one empty line a line */
}

gboolean tl_pipe_check(TlPipe *pipe, const TlLine *line, GError **error) {
  static const TlumachDocumentOptions plain = {
      .format = "plain", .encoding = "UTF-8", .newline = TLUMACH_NEWLINE_PARAGRAPH};
  if (!tl_pipe_need_sessions(pipe, error))
    return FALSE;
  tlumach_personal_refresh(pipe->ispell->personal);
  char *masked = g_malloc(line->length + 1);
  memcpy(masked, line->text, line->length);
  gboolean open = pipe->ispell->list && pipe->in_tag;
  tl_mask(masked, line->length, pipe->markup, &open);
  pipe->in_tag = open;
  g_autoptr(GBytes) bytes = g_bytes_new_take(masked, line->length);
  g_autoptr(TlumachDocument) document = tlumach_document_new("-", bytes, &plain, error);
  if (!document)
    return FALSE;
  g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(Word));
  Judges judges = {.words = words};
  for (guint i = 0; i < pipe->sessions->len; i++) {
    judges.session = i;
    judges.at = 0;
    tlumach_judge(g_ptr_array_index(pipe->sessions, i), document, judged, &judges);
  }
  if (!tl_pipe_healthy(pipe, error))
    return FALSE;
  write_answers(pipe, line, words);
  return TRUE;
}
