#include "bitext/align/edges.h"

#include <math.h>
#include <string.h>

#define BELIEF 12.0 /* beads that what is usual counts for, of each kind */
#define USUAL 0.4   /* how often an edge is kept as it is */
#define SURE 0.8
#define QUOTED 10u /* is added to a kind when quotes stand around it */

#define QUOTATION_MAX 6u /* sentences of a quotation; beyond, somebody forgot to close it */
#define QUOTING_BELIEF 40.0
/* A bead seldom ends inside of a quotation of one side alone. */
static const double quoting_usual[2][2] = {{1, 0.35}, {0.35, 1.5}};

static gboolean is_quote(gunichar c) {
  return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A || c == '\'';
}

static gunichar char_before(const char *text, size_t start, size_t *at) {
  size_t end = *at;
  do
    --*at;
  while (*at > start && ((guint8)text[*at] & 0xC0) == 0x80);
  gunichar c = g_utf8_get_char_validated(text + *at, (gssize)(end - *at));
  return c >= (gunichar)-2 ? 0xFFFD : c;
}

static guint8 kind_of_end(const char *text, TlumachSpan span) {
  guint8 quoted = 0;
  for (size_t at = span.end; at > span.start;) {
    gunichar c = char_before(text, span.start, &at);
    if (is_quote(c))
      quoted = QUOTED;
    if (c == ' ' || c == ')' || c == ']' || is_quote(c))
      continue;
    const char *marks = ".?!:;,", *mark = c < 0x80 ? strchr(marks, (int)c) : NULL;
    return (guint8)(quoted + (c == 0x2026                              ? 7
                              : mark && c                              ? 1 + (mark - marks)
                              : c == '-' || c == 0x2013 || c == 0x2014 ? 8
                                                                       : 0));
  }
  return 9;
}

static guint8 kind_of_beginning(const char *text, TlumachSpan span) {
  guint8 quoted = 0;
  for (size_t at = span.start; at < span.end;) {
    gunichar c = g_utf8_get_char_validated(text + at, (gssize)(span.end - at));
    if (c >= (gunichar)-2)
      return 9;
    at += (size_t)(g_utf8_next_char(text + at) - (text + at));
    if (is_quote(c))
      quoted = QUOTED;
    else if (c == '-' || c == 0x2013 || c == 0x2014)
      return (guint8)(quoted + 4);
    else if (c != ' ' && c != '(')
      return (guint8)(quoted + (g_unichar_islower(c) ? 1 : g_unichar_isdigit(c) ? 2 : g_unichar_isalpha(c) ? 3 : 5));
  }
  return 9;
}

/* What a quotation mark does: 1, opens; -1, closes; 0, can't be told. The marks' own directions differ between
 * languages („…“, “…”, »…«), what stands around them does not. */
static int direction(gunichar before, gunichar c, gunichar after) {
  gboolean loose_before = g_unichar_isspace(before) || strchr("(-[", before < 0x80 ? (int)before : 'x') ||
                          before == 0x2013 || before == 0x2014;
  gboolean loose_after = g_unichar_isspace(after) || (g_unichar_ispunct(after) && !is_quote(after));
  if (loose_before != loose_after)
    return loose_before ? 1 : -1;
  return c == 0xAB || c == 0x201E ? 1 : c == 0xBB || c == 0x201D ? -1 : 0;
}

/* Is a quotation open at the end of the span that was `open` at its beginning? */
static gboolean quotes(const char *text, TlumachSpan span, gboolean open) {
  gunichar before = ' ';
  for (size_t at = span.start; at < span.end;) {
    gunichar c = g_utf8_get_char_validated(text + at, (gssize)(span.end - at));
    at += c >= (gunichar)-2 ? 1 : (size_t)(g_utf8_next_char(text + at) - (text + at));
    gunichar after = at < span.end ? g_utf8_get_char_validated(text + at, (gssize)(span.end - at)) : ' ';
    after = after >= (gunichar)-2 ? 0xFFFD : after;
    if (c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F)) {
      int way = direction(before, c, after);
      open = way ? way > 0 : !open;
    }
    before = c >= (gunichar)-2 ? 0xFFFD : c;
  }
  return open;
}

void tl_align_edges(const char *text, TlumachSpan span, const TlAlignSentence *before, TlAlignSentence *sentence) {
  sentence->begins = kind_of_beginning(text, span);
  sentence->ends = kind_of_end(text, span);
  guint8 since = before ? before->quoting : 0;
  gboolean open = quotes(text, span, since > 0 && since < QUOTATION_MAX);
  sentence->quoting = (guint8)(open ? since + 1 : 0);
}

static gboolean sure(const TlumachBead *bead) {
  return bead->n_source && bead->n_target && bead->score >= SURE;
}

static const TlAlignSentence *last(const TlAlignText *text, guint first, guint n) {
  return tl_align_sentence(text, first + n - 1);
}

/* From counts of pairs to logs of ratios. */
static void weigh(const double counts[TL_EDGES][TL_EDGES], const double chance[TL_EDGES],
                  double out[TL_EDGES][TL_EDGES]) {
  for (guint s = 0; s < TL_EDGES; s++) {
    double sum = 0;
    for (guint t = 0; t < TL_EDGES; t++)
      sum += counts[s][t];
    for (guint t = 0; t < TL_EDGES; t++) {
      double usual =
          USUAL * (s == t ? 0.7 : 0) + USUAL * (s % QUOTED == t % QUOTED ? 0.3 : 0) + (1 - USUAL) * chance[t];
      out[s][t] = log((counts[s][t] + BELIEF * usual) / (sum + BELIEF) / chance[t]);
    }
  }
}

/* Sentences after which a quotation goes on, as a share. */
static double share_quoting(const TlAlignText *text) {
  double n = 0.5;
  for (guint i = 0; i < text->sentences->len; i++)
    n += tl_align_sentence(text, i)->quoting > 0;
  return n / (text->sentences->len + 1);
}

static void learn_quoting(TlAlignEdges *edges, const TlAlignText *source, const TlAlignText *target,
                          const GArray *beads) {
  double counts[2][2] = {{0}}, n = 0;
  for (guint i = 0; beads && i < beads->len; i++) {
    const TlumachBead *bead = &g_array_index(beads, TlumachBead, i);
    if (!sure(bead))
      continue;
    n++;
    counts[last(source, bead->source, bead->n_source)->quoting > 0]
          [last(target, bead->target, bead->n_target)->quoting > 0]++;
  }
  double source_share = share_quoting(source), target_share = share_quoting(target);
  for (guint s = 0; s < 2; s++)
    for (guint t = 0; t < 2; t++) {
      double chance = (s ? source_share : 1 - source_share) * (t ? target_share : 1 - target_share);
      edges->quoting[s][t] =
          log((counts[s][t] + QUOTING_BELIEF * quoting_usual[s][t] * chance) / (n + QUOTING_BELIEF) / chance);
    }
}

void tl_align_edges_learn(TlAlignEdges *edges, const TlAlignText *source, const TlAlignText *target,
                          const GArray *beads) {
  double begins[TL_EDGES][TL_EDGES] = {{0}}, ends[TL_EDGES][TL_EDGES] = {{0}}, begin_chance[TL_EDGES],
         end_chance[TL_EDGES];
  guint m = target->sentences->len;
  for (guint t = 0; t < TL_EDGES; t++)
    begin_chance[t] = end_chance[t] = 0.5 / (m + 0.5 * TL_EDGES);
  for (guint j = 0; j < m; j++) {
    begin_chance[tl_align_sentence(target, j)->begins] += 1 / (m + 0.5 * TL_EDGES);
    end_chance[tl_align_sentence(target, j)->ends] += 1 / (m + 0.5 * TL_EDGES);
  }
  for (guint i = 0; beads && i < beads->len; i++) {
    const TlumachBead *bead = &g_array_index(beads, TlumachBead, i);
    if (!sure(bead))
      continue;
    begins[tl_align_sentence(source, bead->source)->begins][tl_align_sentence(target, bead->target)->begins]++;
    ends[last(source, bead->source, bead->n_source)->ends][last(target, bead->target, bead->n_target)->ends]++;
  }
  weigh(begins, begin_chance, edges->begins);
  weigh(ends, end_chance, edges->ends);
  learn_quoting(edges, source, target, beads);
}
