/* A file is looked through as a whole; where the parser stops, the unit that it stopped in is blanked, and all units
 * behind it are looked through one by one, so that the whole is not parsed again for each. A good file costs one more
 * pass. */
#include "bitext/tmx_whole.h"

#include <string.h>

#include "base/error.h"
#include "base/xml_read.h"
#include "bitext/memory/tmx_read.h"

#define PASSES_MAX 20u /* faults between units are found one a pass */

typedef struct Whole {
  TlBitextMaker *maker;
  char *data;
  size_t length, of_file;
  gboolean closed; /* end tags were put behind it */
  /* of the pass at hand */
  gboolean in_unit, body_closed;
  guint depth;
  TlumachSpan around[2]; /* start tags of the root and of the body, which declare namespaces */
  size_t unit, last;     /* start of the unit that is open; end of the last tag that is in none */
} Whole;

static gboolean on_start(gpointer user, const TlXmlElement *e, GError **error) {
  (void)error;
  Whole *whole = user;
  whole->depth = e->depth;
  whole->last = e->depth < 3 ? e->tag.end : whole->last;
  if (e->depth < 3)
    whole->around[e->depth - 1] = e->tag;
  if (e->depth == 3 && strcmp(e->local, "tu") == 0) {
    whole->in_unit = TRUE;
    whole->unit = e->tag.start;
  }
  return TRUE;
}

static gboolean on_end(gpointer user, const TlXmlElement *e, GError **error) {
  (void)error;
  Whole *whole = user;
  whole->depth = e->depth - 1;
  whole->last = e->depth < 4 ? e->tag.end : whole->last;
  whole->in_unit = whole->in_unit && e->depth > 3;
  whole->body_closed = whole->body_closed || (e->depth == 2 && strcmp(e->local, "body") == 0);
  return TRUE;
}

/* Line ends stay, so that lines do. */
static void blank(Whole *whole, size_t from, size_t to) {
  for (size_t i = from; i < to; i++)
    if (whole->data[i] != '\n' && whole->data[i] != '\r')
      whole->data[i] = ' ';
}

/* Behind the end tag of the unit that holds `at`; 0: there is none. */
static size_t unit_end(const Whole *whole, size_t at) {
  const char *end = memmem(whole->data + at, whole->length - at, "</tu>", 5);
  return end ? (size_t)(end + 5 - whole->data) : 0;
}

/* The end tags that a file lacks are put behind it. */
static void close_early(Whole *whole, size_t from) {
  const char *closing = whole->depth > 1 ? "</body></tmx>" : "</tmx>";
  size_t n = strlen(closing);
  blank(whole, from, whole->length);
  whole->data = g_realloc(whole->data, whole->length + n);
  memcpy(whole->data + whole->length, closing, n);
  whole->length += n;
  whole->closed = TRUE;
}

/* What the error says behind the name of the file. */
static const char *reason(const Whole *whole, const GError *fault) {
  const char *name = tl_maker_name(whole->maker), *message = fault->message;
  return g_str_has_prefix(message, name) && message[strlen(name)] == ':' ? message + strlen(name) + 1 : message;
}

/* A message without "FILE:LINE:COLUMN: ", which is of a unit alone. */
static const char *without_place(const char *message) {
  const char *said = strstr(message, ": ");
  return said && strcspn(message, " ") > (size_t)(said - message) ? said + 2 : message;
}

/* Is a unit well-formed, in the root and body that the file has? */
static gboolean parses(const Whole *whole, size_t from, size_t end, GError **fault) {
  static const TlXmlHandler nothing = {0};
  const TlumachSpan pieces[] = {whole->around[0], whole->around[1], {from, end}};
  g_autoptr(GString) alone = g_string_new(NULL);
  for (guint i = 0; i < G_N_ELEMENTS(pieces); i++)
    g_string_append_len(alone, whole->data + pieces[i].start, (gssize)(pieces[i].end - pieces[i].start));
  for (guint i = 2; i-- > 0;) {
    const char *name = whole->data + pieces[i].start + 1;
    g_string_append_printf(alone, "</%.*s>", (int)strcspn(name, " \t\r\n/>"), name);
  }
  return tl_xml_parse("", alone->str, alone->len, &nothing, NULL, fault);
}

/* The next start tag of a unit from `at` on; NULL: there is none. */
static const char *next_unit(const Whole *whole, size_t at) {
  while (at + 3 < whole->length) {
    const char *start = memmem(whole->data + at, whole->length - 1 - at, "<tu", 3);
    if (!start || start[3] == '>' || g_ascii_isspace(start[3]))
      return start;
    at = (size_t)(start - whole->data) + 3; /* <tuv */
  }
  return NULL;
}

/* The units from `at` on that are not well-formed, but for one that the file ends in. */
static void take_out_units(Whole *whole, size_t at) {
  for (const char *start; (start = next_unit(whole, at));) {
    size_t from = (size_t)(start - whole->data), end = unit_end(whole, from);
    g_autoptr(GError) fault = NULL;
    if (end == 0)
      return;
    if (!parses(whole, from, end, &fault)) {
      tl_maker_skip(whole->maker, from, "a unit is left out: %s", without_place(fault->message));
      blank(whole, from, end);
    }
    at = end;
  }
}

/* FALSE: the fault is in no unit. */
static gboolean take_out(Whole *whole, const GError *fault) {
  size_t from = whole->in_unit ? whole->unit : whole->last, end = unit_end(whole, from);
  if (whole->closed || (!whole->in_unit && whole->depth < 2 && !whole->body_closed))
    return FALSE;
  if (end == 0) {
    tl_maker_skip(whole->maker, from, "the file ends here, in the middle: %s", reason(whole, fault));
    close_early(whole, from);
    return TRUE;
  }
  if (!whole->in_unit) /* something between two units, or a start tag that is broken */
    return FALSE;
  tl_maker_skip(whole->maker, from, "a unit is left out: %s", reason(whole, fault));
  blank(whole, from, end);
  take_out_units(whole, end);
  return TRUE;
}

static gboolean look_through(Whole *whole, GError **error) {
  static const TlXmlHandler handler = {.start = on_start, .end = on_end};
  for (guint pass = 1;; pass++) {
    g_autoptr(GError) fault = NULL;
    whole->in_unit = whole->body_closed = FALSE;
    whole->depth = 0;
    whole->last = 0;
    if (tl_xml_parse(tl_maker_name(whole->maker), whole->data, whole->length, &handler, whole, &fault))
      return TRUE;
    if (pass == PASSES_MAX || !take_out(whole, fault)) {
      g_propagate_error(error, g_steal_pointer(&fault));
      return FALSE;
    }
  }
}

/* The start tag of the unit that holds `at`, looked for no further back than `from`; NULL: it is in none. */
static const char *unit_start(const Whole *whole, size_t from, size_t at) {
  const char *start = g_strrstr_len(whole->data + from, (gssize)(at - from), "<tu");
  while (start && start[3] != '>' && !g_ascii_isspace(start[3])) /* <tuv */
    start = g_strrstr_len(whole->data + from, start - whole->data - (gssize)from, "<tu");
  return start;
}

/* Units with bytes that the mending took away; those outside of units do no harm. Each byte of the file is looked at a
 * few times at most, however many are bad. */
static void take_out_bad(Whole *whole, const GArray *bad) {
  size_t done = 0;
  for (guint i = 0; i < bad->len; i++) {
    size_t at = g_array_index(bad, size_t, i);
    const char *start = at > done ? unit_start(whole, done, at) : NULL;
    size_t from = start ? (size_t)(start - whole->data) : 0, end = start ? unit_end(whole, from) : 0;
    if (start && end == 0) /* the file ends in it: that is found later */
      return;
    if (start && end > at) {
      tl_maker_skip(whole->maker, at, "a unit is left out: a character here is none that XML can have");
      blank(whole, from, end);
    }
    done = MAX(MAX(done, at), end);
  }
}

char *tl_tmx_whole(TlBitextMaker *maker, size_t *length, GError **error) {
  g_autoptr(GArray) bad = g_array_new(FALSE, FALSE, sizeof(size_t));
  Whole whole = {.maker = maker};
  const char *text = tl_maker_text(maker, &whole.length);
  whole.data = tl_tmx_mend(text, whole.length, bad);
  if (!whole.data) { /* of an empty file, too, not NULL */
    whole.data = g_malloc(whole.length + 1);
    if (whole.length > 0)
      memcpy(whole.data, text, whole.length);
  }
  take_out_bad(&whole, bad);
  if (look_through(&whole, error)) {
    *length = whole.length;
    return whole.data;
  }
  g_free(whole.data);
  return NULL;
}
