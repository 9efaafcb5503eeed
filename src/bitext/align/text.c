#include "bitext/align/text.h"

#include <string.h>

#include "bitext/align/edges.h"
#include "bitext/align/forms.h"
#include "bitext/align/sound.h"
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

static guint32 intern(TlAlignText *text, const char *name, TlAlignKind kind, const char *sound) {
  gpointer known = g_hash_table_lookup(text->numbers, name);
  if (known)
    return GPOINTER_TO_UINT(known) - 1;
  TlAlignType type = {
      .text = tl_arena_strdup(text->arena, name), .sound = tl_arena_strdup(text->arena, sound), .kind = (guint8)kind};
  g_array_append_val(text->types, type);
  g_hash_table_insert(text->numbers, (gpointer)type.text, GUINT_TO_POINTER(text->types->len));
  return text->types->len - 1;
}

guint32 tl_align_text_type(const TlAlignText *text, const char *word) {
  gpointer known = g_hash_table_lookup(text->numbers, word);
  return known ? GPOINTER_TO_UINT(known) - 1 : TL_ALIGN_NONE;
}

const GArray *tl_align_text_others(const TlAlignText *text, const char *word) {
  return g_hash_table_lookup(text->others, word);
}

static void add_other(TlAlignText *text, const char *lemma, guint32 type) {
  GArray *types = g_hash_table_lookup(text->others, lemma);
  if (!types) {
    types = g_array_new(FALSE, FALSE, sizeof(guint32));
    g_hash_table_insert(text->others, (gpointer)lemma, types);
  }
  for (guint i = 0; i < types->len; i++)
    if (g_array_index(types, guint32, i) == type)
      return;
  g_array_append_val(types, type);
}

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
  add_token(reader->out, intern(reader->out, digits, TL_ALIGN_NUMBER, digits) | NO_WORD);
}

static void add_word(Reader *reader, const char *word, size_t length, gboolean starts) {
  if (g_ascii_isdigit(word[0]))
    add_number(reader, word, length);
  else
    add_token(reader->out, tl_align_forms_add(reader->forms, word, length, starts));
}

/* English words that are shorter beside an apostrophe: behind it, and before n't. */
typedef struct Shortened {
  const char *text, *whole;
} Shortened;
static const Shortened behind[] = {{"ll", "will"}, {"m", "am"}, {"re", "are"}, {"ve", "have"}, {NULL, NULL}},
                       negated[] = {{"ca", "can"}, {"wo", "will"}, {NULL, NULL}};

static void add_whole(Reader *reader, const Shortened *table, const char *word, size_t length, gboolean starts) {
  while (table->text && (strlen(table->text) != length || g_ascii_strncasecmp(word, table->text, length) != 0))
    table++;
  if (table->text)
    add_word(reader, table->whole, strlen(table->whole), starts);
  else
    add_word(reader, word, length, starts);
}

static gboolean is_apostrophe(gunichar c) {
  return c == '\'' || c == 0x2019 || c == 0x2BC;
}

/* A word of Latin letters is several where it has an apostrophe (l'homme, I'll, don't); elsewhere, as in Ukrainian, the
 * apostrophe is a letter like others. */
static void add_apostrophes(Reader *reader, const char *word, size_t length, gboolean starts) {
  static const Shortened none = {NULL, NULL};
  const Shortened *table = &none;
  const char *from = word, *end = word + length;
  gunichar before = 0;
  for (const char *at = word; at < end;) {
    gunichar c = g_utf8_get_char(at);
    const char *next = g_utf8_next_char(at);
    if (is_apostrophe(c) && at > from && before < 0x250) {
      gboolean is_not = end - next == 1 && *next == 't' && before == 'n' && at - from > 1;
      add_whole(reader, is_not ? negated : table, from, (size_t)(at - from) - (is_not ? 1 : 0), starts);
      if (is_not) {
        add_word(reader, "not", strlen("not"), FALSE);
        return;
      }
      from = next;
      table = behind;
      starts = FALSE;
    }
    before = c;
    at = next;
  }
  if (end > from)
    add_whole(reader, table, from, (size_t)(end - from), starts);
}

/* Parts of a word around its hyphens. */
static void add_parts(Reader *reader, TlumachSpan span, gboolean starts) {
  size_t from = span.start;
  for (size_t at = span.start; at < span.end;) {
    gunichar c = g_utf8_get_char(reader->text + at);
    size_t next = at + (size_t)(g_utf8_next_char(reader->text + at) - (reader->text + at));
    if (c == '-' || c == 0x2010 || c == 0x2011) {
      if (at > from)
        add_apostrophes(reader, reader->text + from, at - from, starts);
      from = next;
      starts = FALSE;
    }
    at = next;
  }
  if (span.end > from)
    add_apostrophes(reader, reader->text + from, span.end - from, starts);
}

/* One name for the marks that do the same; NULL: tells nothing. */
static const char *mark_name(gunichar c) {
  switch (c) {
  case '"':
  case 0xAB:
  case 0xBB:
  case 0x201C:
  case 0x201D:
  case 0x201E:
  case 0x2039:
  case 0x203A:
    return "\"";
  case '?':
  case 0x37E:
    return "?";
  case '!':
    return "!";
  case 0x2026:
    return "…";
  case ':':
    return ":";
  case ';':
    return ";";
  case '(':
  case '[':
    return "(";
  case '%':
    return "%";
  case '$':
    return "$";
  case 0x20AC:
    return "€";
  case 0xA3:
    return "£";
  case 0x2013:
  case 0x2014:
    return "—";
  default:
    return NULL;
  }
}

/* Marks between two words. Of quotes, which come in pairs, every second counts. */
static void add_marks(Reader *reader, size_t from, size_t to, guint *quotes) {
  for (size_t at = from; at < to;) {
    gunichar c = g_utf8_get_char_validated(reader->text + at, (gssize)(to - at));
    if (c == (gunichar)-1 || c == (gunichar)-2) {
      at++;
      continue;
    }
    const char *name = mark_name(c);
    if (c == '.' && to - at >= 3 && memcmp(reader->text + at, "...", 3) == 0)
      name = "…", at += 2;
    at += (size_t)(g_utf8_next_char(reader->text + at) - (reader->text + at));
    if (name && (name[0] != '"' || (*quotes)++ % 2 == 0))
      add_token(reader->out, intern(reader->out, name, TL_ALIGN_MARK, NULL) | NO_WORD);
  }
}

/* Does another sentence of the segment begin with this word? After a mark that ends one, in a capital, and not after an
 * abbreviation. */
static gboolean begins_part(const Reader *reader, size_t done, const TlToken *token, size_t length_before) {
  size_t gap = token->span.start - done;
  char mark = gap > 1 ? reader->text[done] : ' ';
  gboolean ends = mark == '?' || mark == '!' || (mark == '.' && length_before > ABBREVIATION_MAX) ||
                  (gap > 3 && memcmp(reader->text + done, "…", 3) == 0);
  return ends && token->gap == TL_GAP_OTHER && token->flags & TL_TOKEN_CAPITAL &&
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
    add_parts(reader, token.span, first || token.starts);
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
  tl_align_edges(reader->text, segment->span, before && before->block == segment->block ? before : NULL, &sentence);
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
    *token = intern(out, form->chosen, TL_ALIGN_WORD, sound->str);
    if (name && tl_align_type(out, *token)->kind == TL_ALIGN_WORD)
      tl_align_type(out, *token)->kind = TL_ALIGN_NAME;
    for (const char **lemma = form->lemmas; *lemma; lemma++)
      if (strcmp(*lemma, form->chosen) != 0)
        add_other(out, *lemma, *token);
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

TlAlignText *tl_align_text_new(const char *text, const TlumachSegment *segments, guint n,
                               const TlAlignLanguage *language) {
  TlAlignText *out = g_new0(TlAlignText, 1);
  out->arena = tl_arena_new();
  out->types = g_array_new(FALSE, FALSE, sizeof(TlAlignType));
  out->tokens = g_array_new(FALSE, FALSE, sizeof(guint32));
  out->sentences = g_array_new(FALSE, FALSE, sizeof(TlAlignSentence));
  out->numbers = g_hash_table_new(g_str_hash, g_str_equal);
  out->others = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_array_unref);
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

void tl_align_text_free(TlAlignText *text) {
  if (!text)
    return;
  g_hash_table_unref(text->numbers);
  g_hash_table_unref(text->others);
  g_array_unref(text->types);
  g_array_unref(text->tokens);
  g_array_unref(text->sentences);
  tl_arena_free(text->arena);
  g_free(text);
}

void tl_align_places_init(TlAlignPlaces *places, const TlAlignText *text) {
  guint n = text->types->len;
  places->starts = g_new0(guint32, n + 2);
  places->tokens = g_new(guint32, text->tokens->len + 1);
  places->sentence = g_new(guint32, text->tokens->len + 1);
  for (guint i = 0; i < text->tokens->len; i++)
    if (tl_align_token(text, i) + 2 < n + 2)
      places->starts[tl_align_token(text, i) + 2]++;
  for (guint t = 2; t < n + 2; t++)
    places->starts[t] += places->starts[t - 1];
  for (guint i = 0; i < text->sentences->len; i++)
    for (guint k = tl_align_sentence(text, i)->first; k < tl_align_sentence(text, i)->end; k++) {
      places->sentence[k] = i;
      places->tokens[places->starts[tl_align_token(text, k) + 1]++] = k;
    }
}

void tl_align_places_clear(TlAlignPlaces *places) {
  g_clear_pointer(&places->starts, g_free);
  g_clear_pointer(&places->tokens, g_free);
  g_clear_pointer(&places->sentence, g_free);
}
