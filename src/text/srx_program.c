/* A rule fits at a place when its beforebreak matches text that ends there and its afterbreak text that begins there.
 * So
 * `(?:before)(?=after)`, searched in a region that ends at the place and anchored to the region's end, with bounds that
 * the lookahead can see through. Only the rules are asked that can end with the character before the place and go on
 * with the one behind it (srx_edges.c): at most places that is none. */
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
  URegularExpression *last, *first; /* edges; NULL: not known */
  gint32 reach;                     /* units before a place that it needs to see */
} Expression;

/* Which rules may have a unit at their edge. */
typedef struct Masks {
  guint64 rules[UNITS_KNOWN];
  guint8 known[UNITS_KNOWN];
} Masks;

struct TlSrxProgram {
  char *name;
  GPtrArray *rules;
  GArray *expressions; /* Expression, one a rule */
  guint64 breaking;
  Masks last, first;
  const UChar *text;
  gint32 length;
};

static void clear_expression(gpointer data) {
  Expression *e = data;
  uregex_close(e->regex);
  uregex_close(e->last);
  uregex_close(e->first);
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

static gboolean add_rule(TlSrxProgram *program, const TlSrxRule *rule, GError **error) {
  g_autofree char *after = *rule->after ? g_strdup_printf("(?=%s)", rule->after) : g_strdup("");
  g_autofree char *pattern = g_strdup_printf("(?:(?:%s)%s)\\z", rule->before, after);
  g_autofree char *last = tl_srx_last(rule->before), *first = tl_srx_first(rule->after);
  Expression expression = {rule, compile(program, pattern, rule, error), NULL, NULL,
                           (gint32)MIN(tl_srx_longest(rule->before), BACKWARD)};
  if (!expression.regex)
    return FALSE;
  expression.last = last ? compile(program, last, rule, NULL) : NULL;
  expression.first = first ? compile(program, first, rule, NULL) : NULL;
  if (rule->breaks)
    program->breaking |= (guint64)1 << MIN(program->expressions->len, MASK_RULES - 1);
  g_array_append_val(program->expressions, expression);
  return TRUE;
}

TlSrxProgram *tl_srx_program_new(const TlSrx *srx, const char *language, GError **error) {
  GPtrArray *rules = tl_srx_rules(srx, language, error);
  if (!rules)
    return NULL;
  TlSrxProgram *program = g_new0(TlSrxProgram, 1);
  program->name = g_strdup(tl_srx_name(srx));
  program->rules = rules;
  program->expressions = g_array_new(FALSE, FALSE, sizeof(Expression));
  g_array_set_clear_func(program->expressions, clear_expression);
  for (guint i = 0; i < rules->len; i++)
    if (!add_rule(program, rules->pdata[i], error)) {
      tl_srx_program_free(program);
      return NULL;
    }
  return program;
}

void tl_srx_program_free(TlSrxProgram *program) {
  if (!program)
    return;
  g_free(program->name);
  g_ptr_array_unref(program->rules);
  g_array_unref(program->expressions);
  g_free(program);
}

gboolean tl_srx_program_text(TlSrxProgram *program, const UChar *text, gint32 length, GError **error) {
  program->text = text;
  program->length = length;
  for (guint i = 0; i < program->expressions->len; i++) {
    const Expression *e = &g_array_index(program->expressions, Expression, i);
    UErrorCode status = U_ZERO_ERROR;
    uregex_setText(e->regex, text, length, &status);
    if (U_FAILURE(status))
      return fail(program, e->rule, status, error);
  }
  return TRUE;
}

/* Does the edge match the unit, for all that is known? */
static gboolean edge_fits(URegularExpression *edge, const UChar *unit) {
  UErrorCode status = U_ZERO_ERROR;
  if (!edge)
    return TRUE;
  uregex_setText(edge, unit, 1, &status);
  gboolean fits = uregex_matches(edge, 0, &status);
  return fits || U_FAILURE(status);
}

/* The rules that may have the unit at an edge; half a character says nothing. NULL: the end of the text. */
static guint64 mask_of(TlSrxProgram *program, Masks *masks, const UChar *unit) {
  gboolean remembered = unit && *unit < UNITS_KNOWN;
  if (remembered && masks->known[*unit])
    return masks->rules[*unit];
  if (unit && U16_IS_SURROGATE(*unit))
    return ~(guint64)0;
  guint64 mask = 0;
  for (guint i = 0; i < program->expressions->len; i++) {
    const Expression *e = &g_array_index(program->expressions, Expression, i);
    URegularExpression *edge = masks == &program->last ? e->last : e->first;
    if (unit ? edge_fits(edge, unit) : !edge)
      mask |= (guint64)1 << MIN(i, MASK_RULES - 1);
  }
  if (remembered) {
    masks->rules[*unit] = mask;
    masks->known[*unit] = TRUE;
  }
  return mask;
}

static guint64 rules_at(TlSrxProgram *program, gint32 place) {
  guint64 last = mask_of(program, &program->last, place > 0 ? &program->text[place - 1] : NULL);
  if (!last)
    return 0;
  return last & mask_of(program, &program->first, place < program->length ? &program->text[place] : NULL);
}

void tl_srx_program_candidates(TlSrxProgram *program, gint32 from, gint32 to, GArray *places) {
  for (gint32 place = from; place < to; place++)
    if (rules_at(program, place) & program->breaking)
      g_array_append_val(places, place);
}

static gboolean fits(const Expression *e, gint32 place, UErrorCode *status) {
  uregex_setRegion(e->regex, MAX(place - e->reach, 0), place, status);
  return uregex_findNext(e->regex, status) && U_SUCCESS(*status);
}

/* The first rule that fits; with `breaking`, of the breaking ones. NULL in *rule: none. */
static gboolean find_rule(TlSrxProgram *program, gint32 place, gboolean breaking, const TlSrxRule **rule,
                          GError **error) {
  guint64 mask = rules_at(program, place);
  *rule = NULL;
  for (guint i = 0; i < program->expressions->len && !*rule; i++) {
    const Expression *e = &g_array_index(program->expressions, Expression, i);
    UErrorCode status = U_ZERO_ERROR;
    if (!(mask >> MIN(i, MASK_RULES - 1) & 1) || (breaking && !e->rule->breaks))
      continue;
    if (fits(e, place, &status))
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
