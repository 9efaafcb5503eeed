/* ICU's regular expressions (its User Guide, "Regular Expressions") taken apart as far as is needed for their edges:
 * alternatives, groups, sets, escapes, quantifiers. What looks at more than characters, or is not understood, gives up.
 */
#include "text/srx_edges.h"

#include <string.h>

#define DEPTH_MAX 50
#define CHARACTER 3u /* units that one character of a pattern may match: two, or three by the folding of case */

/* Of a piece of a pattern: what its characters can be, counted from the start and from the end; alternatives. */
typedef struct Edges {
  GPtrArray *first[TL_SRX_EDGE], *last[TL_SRX_EDGE]; /* NULL: nothing */
  guint least, most;                                 /* characters that it matches; `most` TL_SRX_UNBOUNDED at most */
  guint longest;                                     /* UTF-16 units, likewise */
} Edges;

typedef struct Parser {
  const char *at;
  guint depth;
  gboolean caseless, lost; /* `lost`: not understood */
} Parser;

static Edges nothing(void) {
  return (Edges){.least = 0};
}

static void clear(Edges *edges) {
  for (guint k = 0; k < TL_SRX_EDGE; k++) {
    g_clear_pointer(&edges->first[k], g_ptr_array_unref);
    g_clear_pointer(&edges->last[k], g_ptr_array_unref);
  }
}

static void add(GPtrArray **alternatives, const char *one) {
  if (!*alternatives)
    *alternatives = g_ptr_array_new_with_free_func(g_free);
  if (!g_ptr_array_find_with_equal_func(*alternatives, one, g_str_equal, NULL))
    g_ptr_array_add(*alternatives, g_strdup(one));
}

static void unite(GPtrArray **into, GPtrArray *other) {
  for (guint i = 0; other && i < other->len; i++)
    add(into, other->pdata[i]);
}

/* One character, of a set or itself. */
static Edges character(const char *pattern, gsize length) {
  g_autofree char *one = g_strndup(pattern, length);
  Edges edges = nothing();
  add(&edges.first[0], one);
  add(&edges.last[0], one);
  edges.least = edges.most = 1;
  edges.longest = CHARACTER;
  return edges;
}

static guint sum(guint a, guint b) {
  return MIN(a + b, TL_SRX_UNBOUNDED);
}

/* The characters of `near`, and behind as many of them as it can have, those of `far`. */
static void follow(GPtrArray *const near[], guint least, guint most, GPtrArray *const far[], GPtrArray *into[]) {
  for (guint k = 0; k < TL_SRX_EDGE; k++) {
    unite(&into[k], near[k]);
    for (guint taken = least; taken <= MIN(most, k); taken++)
      unite(&into[k], far[k - taken]);
  }
}

/* Puts `b` behind `a`. */
static void append(Edges *a, const Edges *b) {
  Edges both = nothing();
  follow(a->first, a->least, a->most, b->first, both.first);
  follow(b->last, b->least, b->most, a->last, both.last);
  both.least = sum(a->least, b->least);
  both.most = sum(a->most, b->most);
  both.longest = sum(a->longest, b->longest);
  clear(a);
  *a = both;
}

/* [a[b-c]&&[^d]]: to the bracket that closes it. */
static Edges parse_set(Parser *parser) {
  const char *start = parser->at;
  guint open = 0;
  do {
    if (*parser->at == '\\' && parser->at[1])
      parser->at++;
    else if (*parser->at == '[')
      open++;
    else if (*parser->at == ']')
      open--;
    parser->lost = parser->lost || !*parser->at;
    parser->at += *parser->at ? 1 : 0;
  } while (open > 0 && !parser->lost);
  return character(start, (gsize)(parser->at - start));
}

static Edges parse_escape(Parser *parser) {
  const char *start = parser->at++;
  char c = *parser->at;
  if (c && strchr("bBAzZG", c)) {
    Edges place = nothing();
    place.longest = c == 'b' || c == 'B' ? 0 : TL_SRX_UNBOUNDED; /* A: looks for the text's start */
    parser->at++;
    return place;
  }
  if (!c || (g_ascii_isalnum(c) && !strchr("dDsSwWhHvVpPnrtfe", c))) {
    parser->lost = TRUE;
    return nothing();
  }
  parser->at = g_utf8_next_char(parser->at);
  if (c == 'p' || c == 'P') {
    const char *close = *parser->at == '{' ? strchr(parser->at, '}') : NULL;
    parser->lost = parser->lost || !close;
    parser->at = close ? close + 1 : parser->at;
  }
  return character(start, (gsize)(parser->at - start));
}

static Edges parse_alternatives(Parser *parser);

/* What opens a group is passed over; TRUE when the group looks on and matches nothing itself. */
static gboolean open_group(Parser *parser) {
  static const char *const looks[] = {"(?=", "(?!", "(?<=", "(?<!"};
  for (guint i = 0; i < G_N_ELEMENTS(looks); i++)
    if (g_str_has_prefix(parser->at, looks[i])) {
      parser->at += strlen(looks[i]);
      return TRUE;
    }
  if (g_str_has_prefix(parser->at, "(?:") || g_str_has_prefix(parser->at, "(?>"))
    parser->at += 3;
  else if (g_str_has_prefix(parser->at, "(?i:")) {
    parser->at += 4;
    parser->caseless = TRUE;
  } else if (g_str_has_prefix(parser->at, "(?")) /* named, a comment, flags */
    parser->lost = TRUE;
  else
    parser->at++;
  return FALSE;
}

static Edges parse_group(Parser *parser) {
  if (g_str_has_prefix(parser->at, "(?i)")) {
    parser->at += 4;
    parser->caseless = TRUE;
    return nothing();
  }
  gboolean looks = open_group(parser);
  if (parser->lost || ++parser->depth > DEPTH_MAX) {
    parser->lost = TRUE;
    return nothing();
  }
  Edges inside = parse_alternatives(parser);
  parser->depth--;
  parser->lost = parser->lost || *parser->at != ')';
  parser->at += *parser->at ? 1 : 0;
  if (looks) {
    clear(&inside);
    return nothing();
  }
  return inside;
}

static Edges parse_atom(Parser *parser) {
  const char *start = parser->at;
  switch (*start) {
  case '[':
    return parse_set(parser);
  case '\\':
    return parse_escape(parser);
  case '(':
    return parse_group(parser);
  case '^':
  case '$': {
    Edges place = nothing();
    place.longest = TL_SRX_UNBOUNDED;
    parser->at++;
    return place;
  }
  case '*':
  case '+':
  case '?':
  case '{':
    parser->lost = TRUE;
    return nothing();
  default:
    parser->at = g_utf8_next_char(start);
    return character(start, (gsize)(parser->at - start));
  }
}

/* {n}, {n,}, {n,m}: how often at most. */
static guint most_of(const char *braces) {
  const char *comma = braces + 1 + strspn(braces + 1, "0123456789");
  guint64 most = g_ascii_strtoull(*comma == ',' ? comma + 1 : braces + 1, NULL, 10);
  return most == 0 ? TL_SRX_UNBOUNDED : (guint)MIN(most, TL_SRX_UNBOUNDED);
}

/* `atom`, from `least` to `most` times. */
static void repeat(Edges *atom, guint least, guint most) {
  for (guint k = TL_SRX_EDGE - 1; k > 0 && most > 1; k--) /* the k-th of all may be an earlier one of a later time */
    for (guint earlier = 0; earlier < k; earlier++) {
      unite(&atom->first[k], atom->first[earlier]);
      unite(&atom->last[k], atom->last[earlier]);
    }
  atom->least = MIN(atom->least * least, TL_SRX_UNBOUNDED);
  atom->most = MIN(atom->most * most, TL_SRX_UNBOUNDED);
  atom->longest = MIN(atom->longest * most, TL_SRX_UNBOUNDED);
}

/* What a quantifier, if there is one, makes of the atom before it. */
static void parse_quantifier(Parser *parser, Edges *atom) {
  char kind = *parser->at;
  if (kind == '{') {
    const char *close = strchr(parser->at, '}');
    guint64 least = g_ascii_strtoull(parser->at + 1, NULL, 10); /* none: 0 */
    parser->lost = parser->lost || !close;
    repeat(atom, (guint)MIN(least, TL_SRX_UNBOUNDED), most_of(parser->at));
    parser->at = close ? close + 1 : parser->at;
  } else if (kind && strchr("?*+", kind)) {
    repeat(atom, kind == '+', kind == '?' ? 1 : TL_SRX_UNBOUNDED);
    parser->at++;
  } else {
    return;
  }
  parser->at += *parser->at == '?' || *parser->at == '+' ? 1 : 0;
}

static Edges parse_sequence(Parser *parser) {
  Edges all = nothing();
  while (*parser->at && *parser->at != '|' && *parser->at != ')' && !parser->lost) {
    Edges atom = parse_atom(parser);
    parse_quantifier(parser, &atom);
    append(&all, &atom);
    clear(&atom);
  }
  return all;
}

static Edges parse_alternatives(Parser *parser) {
  Edges all = parse_sequence(parser);
  while (*parser->at == '|' && !parser->lost) {
    parser->at++;
    Edges other = parse_sequence(parser);
    for (guint k = 0; k < TL_SRX_EDGE; k++) {
      unite(&all.first[k], other.first[k]);
      unite(&all.last[k], other.last[k]);
    }
    all.least = MIN(all.least, other.least);
    all.most = MAX(all.most, other.most);
    all.longest = MAX(all.longest, other.longest);
    clear(&other);
  }
  return all;
}

static char **taken(GPtrArray **alternatives) {
  GPtrArray *all = g_steal_pointer(alternatives);
  g_ptr_array_add(all, NULL);
  return (char **)g_ptr_array_free(all, FALSE);
}

TlSrxEdges tl_srx_edges(const char *pattern) {
  TlSrxEdges found = {.longest = TL_SRX_UNBOUNDED};
  Parser parser = {.at = pattern};
  Edges edges = parse_alternatives(&parser);
  gboolean understood = !parser.lost && !*parser.at;
  for (guint k = 0; understood && k < MIN(edges.least, TL_SRX_EDGE); k++) {
    found.first[k] = taken(&edges.first[k]);
    found.last[k] = taken(&edges.last[k]);
  }
  found.caseless = parser.caseless;
  if (understood)
    found.longest = edges.longest;
  clear(&edges);
  return found;
}

guint32 tl_srx_literal(const char *pattern) {
  if (*pattern == '[' || *pattern == '.' || (*pattern == '\\' && g_ascii_isalnum(pattern[1])))
    return 0;
  return g_utf8_get_char(*pattern == '\\' ? pattern + 1 : pattern);
}

void tl_srx_edges_clear(TlSrxEdges *edges) {
  for (guint k = 0; k < TL_SRX_EDGE; k++) {
    g_strfreev(edges->first[k]);
    g_strfreev(edges->last[k]);
  }
}
