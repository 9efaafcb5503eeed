#include "bitext/align/edges.h"

#include <math.h>
#include <string.h>

#define BELIEF 12.0 /* beads that what is usual counts for, of each kind */
#define USUAL 0.4   /* how often an edge is kept as it is */
#define SURE 0.8
#define QUOTED 10u /* is added to a kind when quotes stand around it */

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

void tl_align_edges(const char *text, TlumachSpan span, TlAlignSentence *sentence) {
  sentence->begins = kind_of_beginning(text, span);
  sentence->ends = kind_of_end(text, span);
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
    if (bead->n_source == 0 || bead->n_target == 0 || bead->score < SURE)
      continue;
    begins[tl_align_sentence(source, bead->source)->begins][tl_align_sentence(target, bead->target)->begins]++;
    ends[tl_align_sentence(source, bead->source + bead->n_source - 1)->ends]
        [tl_align_sentence(target, bead->target + bead->n_target - 1)->ends]++;
  }
  weigh(begins, begin_chance, edges->begins);
  weigh(ends, end_chance, edges->ends);
}
