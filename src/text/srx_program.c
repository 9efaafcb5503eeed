/* A rule fits at a place when its beforebreak matches text that ends there and its afterbreak text that begins there.
 * So
 * `(?:before)(?=after)`, searched in a region that ends at the place and anchored to the region's end, with bounds that
 * the lookahead can see through. Adjacent rules of one kind are asked as one alternation: which of them it was matters
 * only to who asks why. */
#include "text/srx_program.h"

#include <string.h>
#include <unicode/uregex.h>
#include <unicode/ustring.h>

#include "base/error.h"

#define TIME_LIMIT 200            /* of ICU's steps of work, about a millisecond each */
#define STACK_LIMIT (1024 * 1024) /* bytes of backtracking */
#define BACKWARD 64               /* UTF-16 units before a place that a beforebreak can see */

typedef struct Expression {
  URegularExpression *regex;
  const TlSrxRule *rule; /* the first of the run */
} Expression;

struct TlSrxProgram {
  char *name;
  GPtrArray *rules;
  GArray *runs;     /* Expression, of adjacent rules of one kind, ending at the place */
  GArray *singles;  /* Expression, a rule each, compiled when somebody asks why */
  GArray *breakers; /* Expression, the breaking rules, each searched for candidates */
  const UChar *text;
  gint32 length;
};

static void clear_expression(gpointer data) {
  uregex_close(((Expression *)data)->regex);
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

static gboolean compile(const TlSrxProgram *program, const GString *pattern, const TlSrxRule *rule, GArray *into,
                        GError **error) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where;
  g_autofree UChar *wide = g_new(UChar, pattern->len + 1);
  u_strFromUTF8(wide, (int32_t)pattern->len + 1, NULL, pattern->str, (int32_t)pattern->len, &status);
  Expression expression = {uregex_open(wide, -1, 0, &where, &status), rule};
  if (U_FAILURE(status))
    return fail(program, rule, status, error);
  uregex_setTimeLimit(expression.regex, TIME_LIMIT, &status);
  uregex_setStackLimit(expression.regex, STACK_LIMIT, &status);
  uregex_useTransparentBounds(expression.regex, TRUE, &status);
  uregex_useAnchoringBounds(expression.regex, TRUE, &status);
  g_array_append_val(into, expression);
  return TRUE;
}

static void append_rule(GString *pattern, const TlSrxRule *rule) {
  g_string_append_printf(pattern, "(?:%s)", rule->before);
  if (*rule->after)
    g_string_append_printf(pattern, "(?=%s)", rule->after);
}

/* \1 means another group once rules are joined. */
static gboolean has_back_reference(const TlSrxRule *rule) {
  for (const char *texts[] = {rule->before, rule->after}, **text = texts; text < texts + 2; text++)
    for (const char *at = strchr(*text, '\\'); at && at[1]; at = strchr(at + 2, '\\'))
      if (at[1] >= '1' && at[1] <= '9')
        return TRUE;
  return FALSE;
}

static gboolean compile_range(TlSrxProgram *program, guint first, guint end, GArray *into, GError **error) {
  g_autoptr(GString) pattern = g_string_new("(?:");
  for (guint i = first; i < end; i++) {
    g_string_append(pattern, i > first ? "|" : "");
    append_rule(pattern, program->rules->pdata[i]);
  }
  g_string_append(pattern, ")\\z");
  return compile(program, pattern, program->rules->pdata[first], into, error);
}

static gboolean compile_all(TlSrxProgram *program, GError **error) {
  for (guint i = 0, end; i < program->rules->len; i = end) {
    const TlSrxRule *first = program->rules->pdata[i];
    for (end = i + 1; end < program->rules->len && !has_back_reference(first); end++) {
      const TlSrxRule *next = program->rules->pdata[end];
      if (next->breaks != first->breaks || has_back_reference(next))
        break;
    }
    if (!compile_range(program, i, end, program->runs, error))
      return FALSE;
  }
  for (guint i = 0; i < program->rules->len; i++) {
    const TlSrxRule *rule = program->rules->pdata[i];
    g_autoptr(GString) pattern = g_string_new(NULL);
    append_rule(pattern, rule);
    if (rule->breaks && !compile(program, pattern, rule, program->breakers, error))
      return FALSE;
  }
  return TRUE;
}

TlSrxProgram *tl_srx_program_new(const TlSrx *srx, const char *language, GError **error) {
  GPtrArray *rules = tl_srx_rules(srx, language, error);
  if (!rules)
    return NULL;
  TlSrxProgram *program = g_new0(TlSrxProgram, 1);
  program->name = g_strdup(tl_srx_name(srx));
  program->rules = rules;
  GArray **arrays[] = {&program->runs, &program->singles, &program->breakers};
  for (guint i = 0; i < G_N_ELEMENTS(arrays); i++) {
    *arrays[i] = g_array_new(FALSE, FALSE, sizeof(Expression));
    g_array_set_clear_func(*arrays[i], clear_expression);
  }
  if (compile_all(program, error))
    return program;
  tl_srx_program_free(program);
  return NULL;
}

void tl_srx_program_free(TlSrxProgram *program) {
  if (!program)
    return;
  g_free(program->name);
  g_ptr_array_unref(program->rules);
  g_array_unref(program->runs);
  g_array_unref(program->singles);
  g_array_unref(program->breakers);
  g_free(program);
}

static gboolean set_text(const TlSrxProgram *program, const GArray *expressions, GError **error) {
  for (guint i = 0; i < expressions->len; i++) {
    const Expression *e = &g_array_index(expressions, Expression, i);
    UErrorCode status = U_ZERO_ERROR;
    uregex_setText(e->regex, program->text, program->length, &status);
    if (U_FAILURE(status))
      return fail(program, e->rule, status, error);
  }
  return TRUE;
}

gboolean tl_srx_program_text(TlSrxProgram *program, const UChar *text, gint32 length, GError **error) {
  program->text = text;
  program->length = length;
  return set_text(program, program->runs, error) && set_text(program, program->singles, error) &&
         set_text(program, program->breakers, error);
}

static gint by_place(gconstpointer a, gconstpointer b) {
  gint32 x = *(const gint32 *)a, y = *(const gint32 *)b;
  return x < y ? -1 : x > y;
}

gboolean tl_srx_program_candidates(TlSrxProgram *program, gint32 from, gint32 to, GArray *places, GError **error) {
  for (guint i = 0; i < program->breakers->len; i++) {
    const Expression *e = &g_array_index(program->breakers, Expression, i);
    UErrorCode status = U_ZERO_ERROR;
    gint32 at = MAX(from - BACKWARD, 0);
    while (at <= to && uregex_find(e->regex, at, &status) && U_SUCCESS(status)) {
      gint32 place = uregex_end(e->regex, 0, &status);
      if (place >= from && place < to)
        g_array_append_val(places, place);
      at = uregex_start(e->regex, 0, &status) + 1;
      if (at > program->length)
        break;
    }
    if (U_FAILURE(status))
      return fail(program, e->rule, status, error);
  }
  g_array_sort(places, by_place);
  guint kept = 0;
  for (guint i = 0; i < places->len; i++)
    if (i == 0 || g_array_index(places, gint32, i) != g_array_index(places, gint32, kept - 1))
      g_array_index(places, gint32, kept++) = g_array_index(places, gint32, i);
  g_array_set_size(places, kept);
  return TRUE;
}

static gboolean fits(const Expression *e, gint32 place, UErrorCode *status) {
  uregex_setRegion(e->regex, MAX(place - BACKWARD, 0), place, status);
  return uregex_findNext(e->regex, status) && U_SUCCESS(*status);
}

static gboolean find_single(TlSrxProgram *program, gint32 place, const TlSrxRule **rule, GError **error) {
  if (program->singles->len == 0) {
    for (guint i = 0; i < program->rules->len; i++)
      if (!compile_range(program, i, i + 1, program->singles, error))
        return FALSE;
    if (!set_text(program, program->singles, error))
      return FALSE;
  }
  *rule = NULL;
  for (guint i = 0; i < program->singles->len && !*rule; i++) {
    const Expression *e = &g_array_index(program->singles, Expression, i);
    UErrorCode status = U_ZERO_ERROR;
    if (fits(e, place, &status))
      *rule = e->rule;
    if (U_FAILURE(status))
      return fail(program, e->rule, status, error);
  }
  return TRUE;
}

gboolean tl_srx_program_decide(TlSrxProgram *program, gint32 place, gboolean *breaks, const TlSrxRule **rule,
                               GError **error) {
  *breaks = FALSE;
  for (guint i = 0; i < program->runs->len; i++) {
    const Expression *e = &g_array_index(program->runs, Expression, i);
    UErrorCode status = U_ZERO_ERROR;
    if (fits(e, place, &status)) {
      *breaks = e->rule->breaks;
      break;
    }
    if (U_FAILURE(status))
      return fail(program, e->rule, status, error);
  }
  return !rule || find_single(program, place, rule, error);
}
