/* A rule fits at a place when its beforebreak matches text that ends there and its afterbreak text that begins there.
 * So `(?:before)(?=after)`, searched in a region that ends at the place and anchored to the region's end, with bounds
 * that the lookahead can see through. Only the rules are asked that can end with the three characters before the place
 * and go on with the three behind it (srx_edges.c): at most places that is none, at the end of a sentence a few. */
#include "text/srx_program.h"

#include <string.h>
#include <unicode/uregex.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include "base/error.h"
#include "text/srx_edges.h"

#define TIME_LIMIT 200            /* of ICU's steps of work, about a millisecond each */
#define STACK_LIMIT (1024 * 1024) /* bytes of backtracking */
#define BACKWARD 64               /* UTF-16 units before a place that a beforebreak can see */

#define MASK_RULES 64u      /* rules of their own in a mask; those behind share the last bit */
#define UNITS_KNOWN 0x2100u /* units whose masks are remembered: letters in use, general punctuation */

typedef struct Expression {
  const TlSrxRule *rule;
  URegularExpression *regex;
  TlSrxEdges before, after; /* of the rule's two patterns */
  gint32 reach;             /* units before a place that it needs to see */
  guint stretch;            /* whose text it was given */
} Expression;

typedef enum Known { NOT_YET, KNOWN, SAYS_NOTHING } Known;

/* Which rules may have a unit at one of the places around a break. */
typedef struct Masks {
  guint64 rules[UNITS_KNOWN];
  guint8 known[UNITS_KNOWN]; /* Known */
} Masks;

struct TlSrxProgram {
  char *name;
  GPtrArray *rules;
  GArray *expressions; /* Expression, one a rule */
  guint64 breaking;
  GHashTable *edges;   /* patterns of single characters -> URegularExpression: many rules have the same */
  Masks *last, *first; /* TL_SRX_EDGE each, from the break on */
  const UChar *text;
  gint32 length;
  guint stretch; /* how many there were */
};

static void clear_expression(gpointer data) {
  Expression *e = data;
  uregex_close(e->regex);
  tl_srx_edges_clear(&e->before);
  tl_srx_edges_clear(&e->after);
}

static gboolean fail(const TlSrxProgram *program, const TlSrxRule *rule, UErrorCode status, GError **error) {
  tl_error_at(error,
              status == U_REGEX_TIME_OUT || status == U_REGEX_STACK_OVERFLOW ? TLUMACH_ERROR_LIMIT
                                                                             : TLUMACH_ERROR_FORMAT,
              program->name, rule->line, 0, "segmentation rule: %s",
              status == U_REGEX_TIME_OUT || status == U_REGEX_STACK_OVERFLOW ? "takes too long on this text"
                                                                             : u_errorName(status));
  return FALSE;
}

static URegularExpression *compile(const TlSrxProgram *program, const char *pattern, const TlSrxRule *rule,
                                   GError **error) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where;
  size_t length = strlen(pattern);
  g_autofree UChar *wide = g_new(UChar, length + 1);
  u_strFromUTF8(wide, (int32_t)length + 1, NULL, pattern, (int32_t)length, &status);
  URegularExpression *regex = uregex_open(wide, -1, 0, &where, &status);
  if (U_FAILURE(status)) {
    fail(program, rule, status, error);
    return NULL;
  }
  uregex_setTimeLimit(regex, TIME_LIMIT, &status);
  uregex_setStackLimit(regex, STACK_LIMIT, &status);
  uregex_useTransparentBounds(regex, TRUE, &status);
  uregex_useAnchoringBounds(regex, TRUE, &status);
  return regex;
}

static void add_rule(TlSrxProgram *program, const TlSrxRule *rule) {
  Expression expression = {.rule = rule, .before = tl_srx_edges(rule->before), .after = tl_srx_edges(rule->after)};
  expression.reach = (gint32)MIN(expression.before.longest, BACKWARD);
  if (rule->breaks)
    program->breaking |= (guint64)1 << MIN(program->expressions->len, MASK_RULES - 1);
  g_array_append_val(program->expressions, expression);
}

/* Compiles a rule when it is needed first: that takes a tenth of a millisecond or more, and a short text asks few. */
static gboolean need(const TlSrxProgram *program, Expression *e, GError **error) {
  if (e->regex)
    return TRUE;
  g_autofree char *after = *e->rule->after ? g_strdup_printf("(?=%s)", e->rule->after) : g_strdup("");
  g_autofree char *pattern = g_strdup_printf("(?:(?:%s)%s)\\z", e->rule->before, after);
  e->regex = compile(program, pattern, e->rule, error);
  return e->regex != NULL;
}

gboolean tl_srx_program_check(TlSrxProgram *program, GError **error) {
  for (guint i = 0; i < program->expressions->len; i++)
    if (!need(program, &g_array_index(program->expressions, Expression, i), error))
      return FALSE;
  return TRUE;
}

TlSrxProgram *tl_srx_program_new(const TlSrx *srx, const char *language, GError **error) {
  GPtrArray *rules = tl_srx_rules(srx, language, error);
  if (!rules)
    return NULL;
  TlSrxProgram *program = g_new0(TlSrxProgram, 1);
  program->name = g_strdup(tl_srx_name(srx));
  program->rules = rules;
  program->edges = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)uregex_close);
  program->last = g_new0(Masks, TL_SRX_EDGE);
  program->first = g_new0(Masks, TL_SRX_EDGE);
  program->expressions = g_array_new(FALSE, FALSE, sizeof(Expression));
  g_array_set_clear_func(program->expressions, clear_expression);
  for (guint i = 0; i < rules->len; i++)
    add_rule(program, rules->pdata[i]);
  return program;
}

void tl_srx_program_free(TlSrxProgram *program) {
  if (!program)
    return;
  g_free(program->name);
  g_ptr_array_unref(program->rules);
  g_hash_table_unref(program->edges);
  g_array_unref(program->expressions);
  g_free(program->last);
  g_free(program->first);
  g_free(program);
}

void tl_srx_program_text(TlSrxProgram *program, const UChar *text, gint32 length) {
  program->text = text;
  program->length = length;
  program->stretch++;
}

/* Does a pattern of single characters match the unit, for all that is known? */
static gboolean piece_fits(TlSrxProgram *program, const Expression *e, const char *piece, gboolean caseless,
                           const UChar *unit) {
  UErrorCode status = U_ZERO_ERROR;
  gpointer regex;
  guint32 literal = tl_srx_literal(piece);
  if (literal)
    return literal == *unit ||
           (caseless && u_foldCase((UChar32)literal, U_FOLD_CASE_DEFAULT) == u_foldCase(*unit, U_FOLD_CASE_DEFAULT));
  g_autofree char *pattern = g_strconcat(caseless ? "(?i)" : "", piece, NULL);
  if (!g_hash_table_lookup_extended(program->edges, pattern, NULL, &regex)) {
    regex = compile(program, pattern, e->rule, NULL);
    g_hash_table_insert(program->edges, g_steal_pointer(&pattern), regex);
  }
  if (!regex)
    return TRUE;
  uregex_setText(regex, unit, 1, &status);
  gboolean fits = uregex_matches(regex, 0, &status);
  return fits || U_FAILURE(status);
}

static gboolean edge_fits(TlSrxProgram *program, const Expression *e, gboolean before, guint k, const UChar *unit) {
  const TlSrxEdges *edges = before ? &e->before : &e->after;
  char **pieces = before ? edges->last[k] : edges->first[k];
  gboolean fits = !pieces; /* not known */
  for (; unit && pieces && *pieces && !fits; pieces++)
    fits = piece_fits(program, e, *pieces, edges->caseless, unit);
  return fits;
}

/* Half a character, or one that matches several where case does not matter (ß), says nothing: nor does what is farther
 * from the break. */
static gboolean says_nothing(UChar unit) {
  UChar folded[4];
  UErrorCode status = U_ZERO_ERROR;
  return U16_IS_SURROGATE(unit) ||
         u_strFoldCase(folded, G_N_ELEMENTS(folded), &unit, 1, U_FOLD_CASE_DEFAULT, &status) != 1;
}

/* Takes from `mask` the rules that cannot have the unit at the k-th place before a break, or behind it; `unit` NULL:
 * the text is shorter. FALSE: it says nothing. */
static gboolean ask(TlSrxProgram *program, gboolean before, guint k, const UChar *unit, guint64 *mask) {
  Masks *masks = before ? &program->last[k] : &program->first[k];
  gboolean remembered = unit && *unit < UNITS_KNOWN;
  if (remembered && masks->known[*unit] != NOT_YET) {
    *mask &= masks->rules[*unit];
    return masks->known[*unit] == KNOWN;
  }
  gboolean says = !unit || !says_nothing(*unit);
  guint64 fit = says ? 0 : ~(guint64)0;
  for (guint i = 0; i < program->expressions->len && says; i++) {
    const Expression *e = &g_array_index(program->expressions, Expression, i);
    if (edge_fits(program, e, before, k, unit))
      fit |= (guint64)1 << MIN(i, MASK_RULES - 1);
  }
  if (remembered) {
    masks->rules[*unit] = fit;
    masks->known[*unit] = says ? KNOWN : SAYS_NOTHING;
  }
  *mask &= fit;
  return says;
}

/* The rules that may fit at a place: what stands next to it tells most. */
static guint64 rules_at(TlSrxProgram *program, gint32 place) {
  guint64 mask = ~(guint64)0;
  gboolean before = TRUE, after = TRUE;
  for (gint32 k = 0; k < (gint32)TL_SRX_EDGE && mask; k++) {
    if (before)
      before = ask(program, TRUE, (guint)k, place > k ? &program->text[place - 1 - k] : NULL, &mask);
    if (after && mask)
      after = ask(program, FALSE, (guint)k, place + k < program->length ? &program->text[place + k] : NULL, &mask);
  }
  return mask;
}

void tl_srx_program_candidates(TlSrxProgram *program, gint32 from, gint32 to, GArray *places) {
  for (gint32 place = from; place < to; place++)
    if (rules_at(program, place) & program->breaking)
      g_array_append_val(places, place);
}

static gboolean fits(const TlSrxProgram *program, Expression *e, gint32 place, UErrorCode *status) {
  if (e->stretch != program->stretch) /* most rules are asked nothing about most stretches */
    uregex_setText(e->regex, program->text, program->length, status);
  e->stretch = program->stretch;
  uregex_setRegion(e->regex, MAX(place - e->reach, 0), place, status);
  return uregex_findNext(e->regex, status) && U_SUCCESS(*status);
}

/* The first rule that fits; with `breaking`, of the breaking ones. NULL in *rule: none. */
static gboolean find_rule(TlSrxProgram *program, gint32 place, gboolean breaking, const TlSrxRule **rule,
                          GError **error) {
  guint64 mask = rules_at(program, place);
  *rule = NULL;
  for (guint i = 0; i < program->expressions->len && !*rule; i++) {
    Expression *e = &g_array_index(program->expressions, Expression, i);
    UErrorCode status = U_ZERO_ERROR;
    if (!(mask >> MIN(i, MASK_RULES - 1) & 1) || (breaking && !e->rule->breaks))
      continue;
    if (!need(program, e, error))
      return FALSE;
    if (fits(program, e, place, &status))
      *rule = e->rule;
    if (U_FAILURE(status))
      return fail(program, e->rule, status, error);
  }
  return TRUE;
}

gboolean tl_srx_program_decide(TlSrxProgram *program, gint32 place, const TlSrxRule **rule, GError **error) {
  return find_rule(program, place, FALSE, rule, error);
}

gboolean tl_srx_program_may_break(TlSrxProgram *program, gint32 place, gboolean *breaks, GError **error) {
  const TlSrxRule *rule;
  gboolean done = find_rule(program, place, TRUE, &rule, error);
  *breaks = rule != NULL;
  return done;
}
