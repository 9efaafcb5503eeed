#include "terms/match/behaviour.h"

#include <string.h>

#include "text/fold.h"
#include "text/token.h"

#define SEPARATORS " \t\n,;"
#define ALL_NAMES "head, inflects, frozen, literal, like:WORD, case-exact, gap:1 to gap:9, no-match"

/* "безпеки=frozen+gap:1" */
typedef struct Piece {
  const char *text, *values; /* `values` NULL: no sign of equality */
  gsize length, word_length;
} Piece;

/* Moves `*at` behind the piece. */
static gboolean next_piece(const char *said, gsize *at, Piece *piece) {
  const char *text = said + *at;
  text += strspn(text, SEPARATORS);
  gsize length = strcspn(text, SEPARATORS);
  const char *equals = memchr(text, '=', length);
  *piece = (Piece){text, equals ? equals + 1 : NULL, length, equals ? (gsize)(equals - text) : length};
  *at = (gsize)(text + length - said);
  return length > 0;
}

static gboolean is_of_all(const Piece *piece) {
  return piece->word_length == 1 && *piece->text == '*';
}

static gboolean form_of(const char *word, gsize length, char form[TL_WORD_MAX]) {
  char folded[TL_WORD_MAX];
  gsize n = tl_fold_word(word, length, folded);
  return n > 0 && tl_lower_word(folded, n, form) > 0;
}

static gboolean is_of_form(const Piece *piece, const char *form) {
  char own[TL_WORD_MAX];
  return form_of(piece->text, piece->word_length, own) && strcmp(own, form) == 0;
}

/* -- values -- */

static gboolean is(const char *value, gsize length, const char *name) {
  return length == strlen(name) && memcmp(value, name, length) == 0;
}

static gboolean begins(const char *value, gsize length, const char *name) {
  return length > strlen(name) && memcmp(value, name, strlen(name)) == 0;
}

/* A word has one role; FALSE when it has another already. */
static gboolean take_role(TlBehaviour *b, TlRole role) {
  gboolean is_free = b->role == TL_ROLE_UNSAID || b->role == role;
  b->role = role;
  return is_free;
}

static gboolean take_model(TlBehaviour *b, const char *model, gsize length) {
  b->model = model;
  b->model_length = length;
  return take_role(b, TL_ROLE_MODELLED);
}

static gboolean take_gap(TlBehaviour *b, const char *digit, gsize length) {
  b->gap = length == 1 && g_ascii_isdigit(*digit) ? (guint)(*digit - '0') : 0;
  return b->gap > 0;
}

static gboolean take_value(TlBehaviour *b, const char *value, gsize length) {
  if (is(value, length, "head"))
    return b->head = TRUE;
  if (is(value, length, "case-exact"))
    return b->case_exact = TRUE;
  if (is(value, length, "no-match"))
    return b->no_match = TRUE;
  if (is(value, length, "inflects"))
    return take_role(b, TL_ROLE_INFLECTS);
  if (is(value, length, "frozen"))
    return take_role(b, TL_ROLE_FROZEN);
  if (is(value, length, "literal"))
    return take_role(b, TL_ROLE_LITERAL);
  if (begins(value, length, "like:"))
    return take_model(b, value + strlen("like:"), length - strlen("like:"));
  return begins(value, length, "gap:") && take_gap(b, value + strlen("gap:"), length - strlen("gap:"));
}

/* What is said in the piece goes before what `b` has; all of it or nothing. NULL, or the value at fault. */
static const char *read_piece(const Piece *piece, TlBehaviour *b, gsize *length) {
  TlBehaviour own = *b;
  own.role = TL_ROLE_UNSAID;
  const char *end = piece->text + piece->length;
  for (const char *value = piece->values; value <= end; value += *length + 1) {
    const char *plus = memchr(value, '+', (gsize)(end - value));
    *length = (gsize)((plus ? plus : end) - value);
    if (!take_value(&own, value, *length))
      return value;
  }
  own.role = own.role == TL_ROLE_UNSAID ? b->role : own.role;
  *b = own;
  return NULL;
}

TlBehaviour tl_behaviour_said(const char *said, const char *form) {
  TlBehaviour b = {0};
  for (gboolean all = TRUE; said; all = FALSE) {
    Piece piece;
    gsize length;
    for (gsize at = 0; next_piece(said, &at, &piece);)
      if (piece.values && is_of_all(&piece) == all && (all || is_of_form(&piece, form)))
        read_piece(&piece, &b, &length);
    if (!all)
      break;
  }
  return b;
}

gboolean tl_behaviour_minds_case(const char *said, const char *text) {
  TlScanner scanner;
  TlToken token;
  tl_scanner_init(&scanner, text, (TlumachSpan){0, strlen(text)});
  while (said && tl_scanner_next(&scanner, &token)) {
    char form[TL_WORD_MAX];
    TlBehaviour b = {0};
    if (form_of(text + token.span.start, token.span.end - token.span.start, form))
      b = tl_behaviour_said(said, form);
    if (b.case_exact || b.role == TL_ROLE_LITERAL)
      return TRUE;
  }
  return FALSE;
}

/* -- faults -- */

/* How many words the term has; `*first`: whether the first of them is the piece's, `*met`: whether any is. */
static guint look_for(const Piece *piece, const char *text, gboolean *first, gboolean *met) {
  TlScanner scanner;
  TlToken token;
  guint n = 0;
  *first = *met = FALSE;
  tl_scanner_init(&scanner, text, (TlumachSpan){0, strlen(text)});
  for (; tl_scanner_next(&scanner, &token); n++) {
    char form[TL_WORD_MAX];
    gboolean same =
        form_of(text + token.span.start, token.span.end - token.span.start, form) && is_of_form(piece, form);
    *met = *met || same;
    *first = *first || (same && n == 0);
  }
  return n;
}

static char *fault_of(const Piece *piece, const char *text, guint *heads) {
  TlBehaviour b = {0};
  gboolean first, met;
  gsize length;
  guint n = look_for(piece, text, &first, &met);
  int word = (int)piece->word_length;
  if (!piece->values)
    return g_strdup("write = and how the word behaves behind it: " ALL_NAMES);
  const char *value = read_piece(piece, &b, &length);
  if (value && take_value(&(TlBehaviour){0}, value, length))
    return g_strdup_printf("“%.*s” cannot be, too: a word does one of inflects, frozen, literal, like:WORD",
                           (int)length, value);
  if (value)
    return g_strdup_printf("“%.*s” is not how a word can behave; there is " ALL_NAMES, (int)length, value);
  if (is_of_all(piece) ? (b.head || b.model) && n > 1 : !met)
    return is_of_all(piece) ? g_strdup("head and like: are said of one word, not of all")
                            : g_strdup_printf("“%.*s” is no word of the term", word, piece->text);
  if (b.gap > 0 && (n == 1 || (first && !is_of_all(piece))))
    return g_strdup_printf("“%.*s”: no word of the term stands before it, so there is no gap", word, piece->text);
  if (b.head && (*heads)++ > 0)
    return g_strdup("a term has one head");
  return NULL;
}

char *tl_behaviour_fault(const char *said, const char *text, gsize *at, gsize *length) {
  guint heads = 0;
  Piece piece;
  for (gsize next = 0; said && next_piece(said, &next, &piece);) {
    gboolean asked = (gsize)(piece.text - said) >= *at;
    char *fault = fault_of(&piece, text, &heads);
    if (fault && asked) {
      *at = (gsize)(piece.text - said);
      *length = piece.length;
      return fault;
    }
    g_free(fault);
  }
  return NULL;
}

/* -- telling -- */

void tl_behaviour_tell(const TlBehaviour *b, char *const *stems, GString *out) {
  static const char *const names[] = {"", "inflects", "guessed", "like:", "frozen", "literal"};
  g_string_append(out, b->head ? "head, " : "");
  g_string_append(out, b->case_exact ? "case-exact, " : "");
  g_string_append(out, b->no_match ? "no-match, " : "");
  if (b->gap > 0)
    g_string_append_printf(out, "gap:%u, ", b->gap);
  g_string_append(out, names[b->role]);
  if (b->role == TL_ROLE_MODELLED)
    g_string_append_len(out, b->model, (gssize)b->model_length);
  for (guint i = 0; b->role == TL_ROLE_INFLECTS && stems[i]; i++)
    g_string_append_printf(out, "%s%s", i ? ", " : ": ", stems[i]);
}
