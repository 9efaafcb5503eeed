/* PO files of GNU gettext: an entry is a pair; of a plural entry each form of the translation is one, the first with
 * the singular, the rest with the plural. The header (the entry of the empty msgid) and obsolete entries (#~) are
 * passed over.
 */
#include <string.h>

#include "base/charset.h"
#include "base/error.h"
#include "base/position.h"
#include "bitext/bitext.h"

typedef enum Field { NONE, CONTEXT, ID, PLURAL, STR, N_FIELDS } Field;

/* A string of an entry: its literals, which stand on lines one below the other. */
typedef struct Literals {
  GArray *spans; /* between the quotes */
  guint number;  /* of msgstr[number] */
} Literals;

typedef struct Po {
  TlBitextMaker *maker;
  const char *text;
  size_t length;
  GArray *fields[N_FIELDS]; /* TlumachSpan of literals: of msgctxt, msgid, msgid_plural */
  GArray *forms;            /* Literals of msgstr */
  GString *notes;
  guint flags;
  Field last;
} Po;

static char meant_by(char c) {
  static const char letters[] = "ntr\"\\abfv", bytes[] = "\n\t\r\"\\\a\b\f\v";
  const char *at = c ? strchr(letters, c) : NULL;
  return at ? bytes[at - letters] : '\0';
}

static void put(const Po *po, TlDraft *draft, TlumachSide side, const GArray *spans) {
  for (guint k = 0; k < spans->len; k++) {
    TlumachSpan span = g_array_index(spans, TlumachSpan, k);
    size_t plain = span.start;
    for (size_t i = span.start; i + 1 < span.end; i++) {
      char meant = po->text[i] == '\\' ? meant_by(po->text[i + 1]) : '\0';
      if (!meant)
        continue;
      tl_draft_copy(draft, side, (TlumachSpan){plain, i});
      tl_draft_replace(draft, side, (TlumachSpan){i, i + 2}, &meant, 1);
      plain = ++i + 1;
    }
    tl_draft_copy(draft, side, (TlumachSpan){plain, span.end});
  }
}

static gboolean is_empty(const GArray *spans) {
  for (guint i = 0; i < spans->len; i++) {
    TlumachSpan span = g_array_index(spans, TlumachSpan, i);
    if (span.end > span.start)
      return FALSE;
  }
  return TRUE;
}

static size_t start_of(const GArray *spans) {
  return spans->len ? g_array_index(spans, TlumachSpan, 0).start : 0;
}

static void clear(Po *po) {
  for (guint i = 0; i < N_FIELDS; i++)
    g_array_set_size(po->fields[i], 0);
  for (guint i = 0; i < po->forms->len; i++)
    g_array_unref(g_array_index(po->forms, Literals, i).spans);
  g_array_set_size(po->forms, 0);
  g_string_truncate(po->notes, 0);
  po->flags = 0;
  po->last = NONE;
}

static gboolean close_entry(Po *po, GError **error) {
  g_autofree char *context = NULL;
  if (po->fields[CONTEXT]->len) {
    TlumachSpan span = g_array_index(po->fields[CONTEXT], TlumachSpan, 0);
    context = g_strndup(po->text + span.start, span.end - span.start);
  }
  gboolean header = is_empty(po->fields[ID]);
  for (guint i = 0; !header && i < po->forms->len; i++) {
    const Literals *form = &g_array_index(po->forms, Literals, i);
    const GArray *source = form->number > 0 && po->fields[PLURAL]->len ? po->fields[PLURAL] : po->fields[ID];
    TlDraft *draft = tl_draft_new(po->maker, context);
    tl_draft_present(draft, TLUMACH_SOURCE, start_of(source));
    tl_draft_present(draft, TLUMACH_TARGET, start_of(form->spans));
    put(po, draft, TLUMACH_SOURCE, source);
    put(po, draft, TLUMACH_TARGET, form->spans);
    tl_draft_note(draft, po->notes->str);
    tl_draft_flag(draft, po->flags);
    if (form->number == 0 && po->fields[PLURAL]->len)
      tl_draft_flag(draft, TLUMACH_PAIR_SINGULAR);
  }
  clear(po);
  return tl_maker_close_all(po->maker, error);
}

static gboolean refuse(const Po *po, size_t at, const char *what, GError **error) {
  size_t line, column;
  tl_locate(po->text, po->length, at, &line, &column);
  tl_error_at(error, TLUMACH_ERROR_FORMAT, tl_maker_name(po->maker), line, column, "%s", what);
  return FALSE;
}

/* A literal in [at, end): quotes at both ends, blanks around them. */
static gboolean take_literal(Po *po, size_t at, size_t end, GError **error) {
  while (at < end && (po->text[at] == ' ' || po->text[at] == '\t'))
    at++;
  while (end > at && g_ascii_isspace(po->text[end - 1]))
    end--;
  if (po->last == NONE)
    return refuse(po, at, "a string that belongs to no keyword", error);
  if (end - at < 2 || po->text[at] != '"' || po->text[end - 1] != '"')
    return refuse(po, at, "a string in double quotes is missing here", error);
  TlumachSpan span = {at + 1, end - 1};
  GArray *into = po->last == STR ? g_array_index(po->forms, Literals, po->forms->len - 1).spans : po->fields[po->last];
  g_array_append_val(into, span);
  return TRUE;
}

static gboolean begin_form(Po *po, guint number) {
  g_array_append_val(po->forms, ((Literals){g_array_new(FALSE, FALSE, sizeof(TlumachSpan)), number}));
  po->last = STR;
  return TRUE;
}

static gboolean starts(const Po *po, size_t at, size_t end, const char *word) {
  size_t n = strlen(word);
  return end - at >= n && memcmp(po->text + at, word, n) == 0;
}

static gboolean take_keyword(Po *po, size_t at, size_t end, GError **error) {
  static const struct {
    const char *word;
    Field field;
  } words[] = {{"msgctxt", CONTEXT}, {"msgid_plural", PLURAL}, {"msgid", ID}};
  if (starts(po, at, end, "msgstr[")) {
    const char *close = memchr(po->text + at, ']', end - at);
    if (!close)
      return refuse(po, at, "\"]\" is missing behind the number of the form", error);
    begin_form(po, (guint)g_ascii_strtoull(po->text + at + 7, NULL, 10));
    return take_literal(po, (size_t)(close + 1 - po->text), end, error);
  }
  if (starts(po, at, end, "msgstr")) {
    begin_form(po, 0);
    return take_literal(po, at + 6, end, error);
  }
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (starts(po, at, end, words[i].word)) {
      if (po->last == STR && !close_entry(po, error)) /* no blank line between two entries */
        return FALSE;
      po->last = words[i].field;
      return take_literal(po, at + strlen(words[i].word), end, error);
    }
  return refuse(po, at, "is no line of a PO file", error);
}

gboolean tl_bitext_po_is_ours(const char *text, size_t length) {
  static const char *const kinds[] = {"term: ", "name: ", "misspelt: ", "memory: "};
  const size_t n = strlen(TL_PO_OURS);
  if (length < n || memcmp(text, TL_PO_OURS, n) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (length - n >= strlen(kinds[i]) && memcmp(text + n, kinds[i], strlen(kinds[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean take_comment(Po *po, size_t at, size_t end, GError **error) {
  if (po->last == STR && !close_entry(po, error))
    return FALSE;
  if (starts(po, at, end, "#,") && memmem(po->text + at, end - at, "fuzzy", 5))
    po->flags |= TLUMACH_PAIR_FUZZY;
  if (tl_bitext_po_is_ours(po->text + at, end - at))
    return TRUE;
  if (starts(po, at, end, "# ") || starts(po, at, end, "#.")) {
    at += 2;
    while (po->notes->len == 0 && at < end && g_ascii_isspace(po->text[at]))
      at++;
    if (at < end && po->notes->len > 0)
      g_string_append_c(po->notes, '\n');
    g_string_append_len(po->notes, po->text + at, (gssize)(end - at));
  }
  return TRUE;
}

static gboolean take_line(Po *po, size_t at, size_t end, GError **error) {
  while (end > at && g_ascii_isspace(po->text[end - 1]))
    end--;
  if (at == end)
    return close_entry(po, error);
  if (po->text[at] == '#')
    return take_comment(po, at, end, error);
  return po->text[at] == '"' ? take_literal(po, at, end, error) : take_keyword(po, at, end, error);
}

static gboolean read_po(TlBitextMaker *maker, GError **error) {
  Po po = {.maker = maker, .notes = g_string_new(NULL), .forms = g_array_new(FALSE, FALSE, sizeof(Literals))};
  po.text = tl_maker_text(maker, &po.length);
  for (guint i = 0; i < N_FIELDS; i++)
    po.fields[i] = g_array_new(FALSE, FALSE, sizeof(TlumachSpan));
  gboolean good = TRUE;
  for (size_t at = tl_bom_length(po.text, po.length); good && at < po.length;) {
    const char *line = memchr(po.text + at, '\n', po.length - at);
    size_t end = line ? (size_t)(line - po.text) : po.length;
    good = take_line(&po, at, end, error);
    at = end + 1;
  }
  good = good && close_entry(&po, error);
  clear(&po);
  for (guint i = 0; i < N_FIELDS; i++)
    g_array_unref(po.fields[i]);
  g_array_unref(po.forms);
  g_string_free(po.notes, TRUE);
  return good;
}

static gboolean recognise_po(const char *text, size_t length) {
  const char *id = memmem(text, MIN(length, 1u << 16), "msgid \"", 7);
  return id && (id == text || id[-1] == '\n');
}

const TlBitextFormat tl_bitext_po = {"po", ".po .pot", FALSE, recognise_po, read_po};
