#include "bitext/align/reader.h"

#include <string.h>

#include "bitext/align/marks.h"
#include "bitext/align/sound.h"
#include "bitext/align/words.h"
#include "text/token.h"

/* Tokens while forms are counted: the number of a form, or of a type that is no word. */
#define NO_WORD 0x80000000u
#define PARTS_MAX 20
#define ABBREVIATION_MAX 4u /* bytes of a word whose point may not end a sentence */

typedef struct Reader {
  TlAlignText *out;
  TlAlignForms *forms;
  const char *text;
} Reader;

static void add_token(TlAlignText *text, guint32 token) {
  g_array_append_val(text->tokens, token);
}

/* A number is its digits, whatever is written to it (1930-х, 1930s, 13th). */
static void add_number(Reader *reader, const char *word, size_t length) {
  char digits[64];
  size_t n = 0;
  for (size_t i = 0; i < length && g_ascii_isdigit(word[i]) && n + 1 < sizeof digits; i++)
    digits[n++] = word[i];
  digits[n] = '\0';
  add_token(reader->out, tl_align_text_intern(reader->out, digits, TL_ALIGN_NUMBER, digits) | NO_WORD);
}

static void add_word(const char *word, size_t length, gboolean starts, gpointer user) {
  Reader *reader = user;
  if (g_ascii_isdigit(word[0]))
    add_number(reader, word, length);
  else
    add_token(reader->out, tl_align_forms_add(reader->forms, word, length, starts));
}

/* Marks between two words. Of quotes, which come in pairs, every second counts. */
static void add_marks(Reader *reader, size_t from, size_t to, guint *quotes) {
  for (size_t at = from; at < to;) {
    gunichar c = g_utf8_get_char_validated(reader->text + at, (gssize)(to - at));
    if (c == (gunichar)-1 || c == (gunichar)-2) {
      at++;
      continue;
    }
    const char *name = tl_align_mark_name(c);
    if (c == '.' && to - at >= 3 && memcmp(reader->text + at, "...", 3) == 0)
      name = "…", at += 2;
    at += (size_t)(g_utf8_next_char(reader->text + at) - (reader->text + at));
    if (name && (name[0] != '"' || (*quotes)++ % 2 == 0))
      add_token(reader->out, tl_align_text_intern(reader->out, name, TL_ALIGN_MARK, NULL) | NO_WORD);
  }
}

/* Does another sentence of the segment begin with this word? After a mark that ends one, in a capital, and not after an
 * abbreviation. */
static gboolean begins_part(const Reader *reader, size_t done, const TlToken *token, size_t length_before) {
  size_t gap = token->span.start - done;
  char mark = gap > 1 ? reader->text[done] : ' ';
  gboolean ends = mark == '?' || mark == '!' || (mark == '.' && length_before > ABBREVIATION_MAX) ||
                  (gap > 3 && memcmp(reader->text + done, "…", 3) == 0);
  return ends && token->gap != TL_GAP_SPACE && token->flags & TL_TOKEN_CAPITAL &&
         g_ascii_isspace(reader->text[token->span.start - 1]);
}

static void read_sentence(Reader *reader, const TlumachSegment *segment) {
  TlAlignSentence sentence = {.first = reader->out->tokens->len, .block = segment->block};
  TlScanner scanner;
  TlToken token;
  size_t done = segment->span.start;
  guint quotes = 0;
  size_t length_before = 0;
  tl_scanner_init(&scanner, reader->text, segment->span);
  sentence.parts = 1;
  for (gboolean first = TRUE; tl_scanner_next(&scanner, &token); first = FALSE) {
    add_marks(reader, done, token.span.start, &quotes);
    sentence.parts = (guint8)(sentence.parts + (!first && sentence.parts < PARTS_MAX &&
                                                begins_part(reader, done, &token, length_before)));
    length_before = token.span.end - token.span.start;
    tl_align_words(reader->text + token.span.start, token.span.end - token.span.start, first || token.starts, add_word,
                   reader);
    done = token.span.end;
  }
  add_marks(reader, done, segment->span.end, &quotes);
  for (size_t i = segment->span.start; i < segment->span.end; i++) {
    guint8 byte = (guint8)reader->text[i];
    sentence.length += (byte & 0xC0) != 0x80 && byte > ' ';
  }
  sentence.length = MAX(sentence.length, 1.0f);
  const TlAlignSentence *before =
      reader->out->sentences->len ? tl_align_sentence(reader->out, reader->out->sentences->len - 1) : NULL;
  tl_align_mark_edges(reader->text, segment->span, before && before->block == segment->block ? before : NULL,
                      &sentence);
  sentence.end = reader->out->tokens->len;
  g_array_append_val(reader->out->sentences, sentence);
}

/* From forms to types, now that their lemmas are chosen. */
static void name_types(Reader *reader) {
  TlAlignText *out = reader->out;
  g_autoptr(GString) sound = g_string_new(NULL);
  for (guint i = 0; i < out->tokens->len; i++) {
    guint32 *token = &g_array_index(out->tokens, guint32, i);
    if (*token & NO_WORD) {
      *token &= ~NO_WORD;
      continue;
    }
    const TlAlignForm *form = tl_align_forms_get(reader->forms, *token);
    gboolean name = form->capital > 0 && 2 * form->capital > form->inside;
    g_string_truncate(sound, 0);
    tl_align_sound(form->chosen, sound);
    *token = tl_align_text_intern(out, form->chosen, TL_ALIGN_WORD, sound->str);
    if (name && tl_align_type(out, *token)->kind == TL_ALIGN_WORD)
      tl_align_type(out, *token)->kind = TL_ALIGN_NAME;
    for (const char **lemma = form->lemmas; *lemma; lemma++)
      if (strcmp(*lemma, form->chosen) != 0)
        tl_align_text_add_other(out, *lemma, *token);
  }
}

/* A text of one paragraph has no borders. */
static void find_borders(TlAlignText *text) {
  guint n = text->sentences->len;
  for (guint i = 0; i < n; i++) {
    guint32 next = tl_align_sentence(text, (i + 1) % n)->block; /* behind the last one, the first */
    TlAlignSentence *sentence = &g_array_index(text->sentences, TlAlignSentence, i);
    sentence->ends_block = next != sentence->block;
  }
}

static void count_types(TlAlignText *text) {
  g_autofree guint32 *last = g_new0(guint32, text->types->len + 1);
  for (guint i = 0; i < text->sentences->len; i++)
    for (guint k = tl_align_sentence(text, i)->first; k < tl_align_sentence(text, i)->end; k++) {
      guint32 number = tl_align_token(text, k);
      TlAlignType *type = tl_align_type(text, number);
      type->count++;
      type->sentences += last[number] != i + 1;
      last[number] = i + 1;
    }
}

TlAlignText *tl_align_read(const char *text, const TlumachSegment *segments, guint n, const TlAlignLanguage *language) {
  TlAlignText *out = tl_align_text_new();
  g_autoptr(TlAlignForms) forms = tl_align_forms_new(out->arena, language);
  Reader reader = {out, forms, text};
  for (guint i = 0; i < n; i++)
    read_sentence(&reader, &segments[i]);
  tl_align_forms_choose(forms);
  name_types(&reader);
  find_borders(out);
  count_types(out);
  return out;
}
