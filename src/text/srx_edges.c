/* ICU's regular expressions (its User Guide, "Regular Expressions") taken apart as far as is needed for their edges:
 * alternatives, groups, sets, escapes, quantifiers. What looks at more than characters, or is not understood, gives up.
 */
#include "text/srx_edges.h"

#include <string.h>

#define DEPTH_MAX 50
#define CHARACTER 3u /* units that one character of a pattern may match: two, or three by the folding of case */

/* Of a piece of a pattern: alternatives for its first and its last character. */
typedef struct Edges {
  GString *first, *last;
  gboolean nullable; /* it may match nothing */
  guint longest;     /* UTF-16 units that it may match, TL_SRX_UNBOUNDED at most */
} Edges;

typedef struct Parser {
  const char *at;
  guint depth;
  gboolean caseless, lost; /* `lost`: not understood */
} Parser;

static void clear(Edges *edges) {
  g_string_free(edges->first, TRUE);
  g_string_free(edges->last, TRUE);
}

static Edges edges_of(const char *characters, gsize length, gboolean nullable) {
  return (Edges){g_string_new_len(characters, (gssize)length), g_string_new_len(characters, (gssize)length), nullable,
                 length > 0 ? CHARACTER : 0};
}

static void unite(GString *into, const GString *other) {
  if (into->len > 0 && other->len > 0)
    g_string_append_c(into, '|');
  g_string_append_len(into, other->str, (gssize)other->len);
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
  return edges_of(start, (gsize)(parser->at - start), FALSE);
}

static Edges parse_escape(Parser *parser) {
  const char *start = parser->at++;
  char c = *parser->at;
  if (c && strchr("bBAzZG", c)) {
    Edges place = edges_of("", 0, TRUE);
    place.longest = c == 'b' || c == 'B' ? 0 : TL_SRX_UNBOUNDED; /* A: looks for the text's start */
    parser->at++;
    return place;
  }
  if (!c || (g_ascii_isalnum(c) && !strchr("dDsSwWhHvVpPnrtfe", c))) {
    parser->lost = TRUE;
    return edges_of("", 0, TRUE);
  }
  parser->at = g_utf8_next_char(parser->at);
  if (c == 'p' || c == 'P') {
    const char *close = *parser->at == '{' ? strchr(parser->at, '}') : NULL;
    parser->lost = parser->lost || !close;
    parser->at = close ? close + 1 : parser->at;
  }
  return edges_of(start, (gsize)(parser->at - start), FALSE);
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
  else if (g_str_has_prefix(parser->at, "(?")) /* named, a comment, flags */
    parser->lost = TRUE;
  else
    parser->at++;
  return FALSE;
}

static Edges parse_group(Parser *parser) {
  if (g_str_has_prefix(parser->at, "(?i)")) {
    parser->at += 4;
    parser->caseless = TRUE;
    return edges_of("", 0, TRUE);
  }
  gboolean looks = open_group(parser);
  if (parser->lost || ++parser->depth > DEPTH_MAX) {
    parser->lost = TRUE;
    return edges_of("", 0, TRUE);
  }
  Edges inside = parse_alternatives(parser);
  parser->depth--;
  parser->lost = parser->lost || *parser->at != ')';
  parser->at += *parser->at ? 1 : 0;
  if (looks) {
    clear(&inside);
    return edges_of("", 0, TRUE);
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
    Edges place = edges_of("", 0, TRUE);
    place.longest = TL_SRX_UNBOUNDED;
    parser->at++;
    return place;
  }
  case '*':
  case '+':
  case '?':
  case '{':
    parser->lost = TRUE;
    return edges_of("", 0, TRUE);
  default:
    parser->at = g_utf8_next_char(start);
    return edges_of(start, (gsize)(parser->at - start), FALSE);
  }
}

static guint sum(guint a, guint b) {
  return MIN(a + b, TL_SRX_UNBOUNDED);
}

/* {n}, {n,}, {n,m}: how often at most. */
static guint most_of(const char *braces) {
  const char *comma = braces + 1 + strspn(braces + 1, "0123456789");
  guint64 most = g_ascii_strtoull(*comma == ',' ? comma + 1 : braces + 1, NULL, 10);
  return most == 0 ? TL_SRX_UNBOUNDED : (guint)MIN(most, TL_SRX_UNBOUNDED);
}

/* What a quantifier, if there is one, makes of the atom before it. */
static void parse_quantifier(Parser *parser, Edges *atom) {
  char kind = *parser->at;
  guint most = kind == '?' ? 1 : TL_SRX_UNBOUNDED;
  if (kind == '{') {
    const char *close = strchr(parser->at, '}');
    most = most_of(parser->at);
    atom->nullable = atom->nullable || !g_ascii_isdigit(parser->at[1]) || parser->at[1] == '0';
    parser->lost = parser->lost || !close;
    parser->at = close ? close + 1 : parser->at;
  } else if (kind && strchr("?*+", kind)) {
    atom->nullable = atom->nullable || kind != '+';
    parser->at++;
  } else {
    return;
  }
  atom->longest = MIN(atom->longest * most, TL_SRX_UNBOUNDED);
  parser->at += *parser->at == '?' || *parser->at == '+' ? 1 : 0;
}

static Edges parse_sequence(Parser *parser) {
  Edges all = edges_of("", 0, TRUE);
  while (*parser->at && *parser->at != '|' && *parser->at != ')' && !parser->lost) {
    Edges atom = parse_atom(parser);
    parse_quantifier(parser, &atom);
    all.longest = sum(all.longest, atom.longest);
    if (all.nullable)
      unite(all.first, atom.first);
    if (!atom.nullable)
      g_string_truncate(all.last, 0);
    unite(all.last, atom.last);
    all.nullable = all.nullable && atom.nullable;
    clear(&atom);
  }
  return all;
}

static Edges parse_alternatives(Parser *parser) {
  Edges all = parse_sequence(parser);
  while (*parser->at == '|' && !parser->lost) {
    parser->at++;
    Edges other = parse_sequence(parser);
    unite(all.first, other.first);
    unite(all.last, other.last);
    all.nullable = all.nullable || other.nullable;
    all.longest = MAX(all.longest, other.longest);
    clear(&other);
  }
  return all;
}

static char *edge(const char *pattern, gboolean last) {
  Parser parser = {.at = pattern};
  Edges edges = parse_alternatives(&parser);
  const GString *own = last ? edges.last : edges.first;
  gboolean known = !parser.lost && !*parser.at && !edges.nullable && own->len > 0;
  char *found = known ? g_strdup_printf("%s(?:%s)", parser.caseless ? "(?i)" : "", own->str) : NULL;
  clear(&edges);
  return found;
}

guint tl_srx_longest(const char *pattern) {
  Parser parser = {.at = pattern};
  Edges edges = parse_alternatives(&parser);
  guint longest = parser.lost || *parser.at ? TL_SRX_UNBOUNDED : edges.longest;
  clear(&edges);
  return longest;
}

char *tl_srx_first(const char *pattern) {
  return edge(pattern, FALSE);
}

char *tl_srx_last(const char *pattern) {
  return edge(pattern, TRUE);
}
