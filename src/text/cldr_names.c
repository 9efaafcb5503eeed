#include "text/cldr_names.h"

#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/unumberformatter.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

#include "base/error.h"

#define TEXT_MAX 256

typedef struct Names {
  const char *languages[2];
  TlCldrFunc found;
  gpointer user;
} Names;

/* NULL for what is no text. Free with g_free. */
static char *utf8(const UChar *text, int32_t length) {
  return length > 0 ? g_utf16_to_utf8((const gunichar2 *)text, length, NULL, NULL, NULL) : NULL;
}

static void put(const Names *n, const char *code, char *const names[2], char *const shorts[2], const char *forms) {
  const TlCldrName name = {code, {names[0], names[1]}, {shorts[0], shorts[1]}, forms};
  if (names[0] && names[1])
    n->found(&name, n->user);
}

static void free_pair(char *pair[2]) {
  g_free(pair[0]);
  g_free(pair[1]);
}

/* -- territories, languages, scripts -- */

typedef int32_t (*DisplayFunc)(const ULocaleDisplayNames *names, const char *code, UChar *into, int32_t size,
                               UErrorCode *status);

/* NULL where ICU has no name but the code itself. */
static char *display_name(const char *language, UDisplayContext length, DisplayFunc display, const char *code) {
  UDisplayContext contexts[] = {length, UDISPCTX_NO_SUBSTITUTE};
  UErrorCode status = U_ZERO_ERROR;
  UChar text[TEXT_MAX];
  ULocaleDisplayNames *names = uldn_openForContext(language, contexts, G_N_ELEMENTS(contexts), &status);
  int32_t size = U_SUCCESS(status) ? display(names, code, text, TEXT_MAX, &status) : 0;
  char *name = U_SUCCESS(status) && size < TEXT_MAX ? utf8(text, size) : NULL;
  uldn_close(names);
  if (name && strcmp(name, code) == 0)
    g_clear_pointer(&name, g_free);
  return name;
}

static void put_display(const Names *n, DisplayFunc display, const char *const *codes) {
  for (; *codes; codes++) {
    char *names[2], *shorts[2];
    for (guint i = 0; i < 2; i++) {
      names[i] = display_name(n->languages[i], UDISPCTX_LENGTH_FULL, display, *codes);
      shorts[i] = display_name(n->languages[i], UDISPCTX_LENGTH_SHORT, display, *codes);
      if (g_strcmp0(names[i], shorts[i]) == 0)
        g_clear_pointer(&shorts[i], g_free);
    }
    put(n, *codes, names, shorts, NULL);
    free_pair(names);
    free_pair(shorts);
  }
}

static void put_territories(const Names *n) {
  put_display(n, uldn_regionDisplayName, uloc_getISOCountries());
}

static void put_languages(const Names *n) {
  put_display(n, uldn_languageDisplayName, uloc_getISOLanguages());
}

/* -- currencies -- */

static char *currency_name(const char *language, const char *code, UCurrNameStyle style) {
  UChar wide[4];
  UErrorCode status = U_ZERO_ERROR;
  UBool choice;
  int32_t length = 0;
  u_charsToUChars(code, wide, 4);
  const UChar *name = ucurr_getName(wide, language, style, &choice, &length, &status);
  char *text = U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING ? utf8(name, length) : NULL;
  if (text && strcmp(text, code) == 0)
    g_clear_pointer(&text, g_free);
  return text;
}

static void put_currencies(const Names *n) {
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *codes = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
  for (const char *code; U_SUCCESS(status) && (code = uenum_next(codes, NULL, &status));) {
    char *names[2], *shorts[2] = {NULL, NULL};
    for (guint i = 0; i < 2; i++)
      names[i] = currency_name(n->languages[i], code, UCURR_LONG_NAME);
    put(n, code, names, shorts, NULL);
    free_pair(names);
  }
  uenum_close(codes);
}

/* -- units -- */

/* What stands behind the number when so many of the unit are written out; NULL: the number is not what comes first. */
static char *unit_form(const char *language, const char *unit, const char *width, int64_t number) {
  g_autofree char *skeleton = g_strdup_printf("measure-unit/%s unit-width-%s", unit, width);
  UChar wide[TEXT_MAX], text[TEXT_MAX];
  UErrorCode status = U_ZERO_ERROR;
  u_uastrncpy(wide, skeleton, TEXT_MAX);
  UNumberFormatter *formatter = unumf_openForSkeletonAndLocale(wide, -1, language, &status);
  UFormattedNumber *result = unumf_openResult(&status);
  unumf_formatInt(formatter, number, result, &status);
  int32_t length = unumf_resultToString(result, text, TEXT_MAX, &status);
  unumf_closeResult(result);
  unumf_close(formatter);
  g_autofree char *whole = U_SUCCESS(status) && length < TEXT_MAX ? utf8(text, length) : NULL;
  if (!whole || !g_ascii_isdigit(*whole))
    return NULL;
  const char *rest = whole + strspn(whole, "0123456789");
  gunichar space = g_utf8_get_char(rest);
  if (!g_unichar_isspace(space))
    return NULL;
  return g_strdup(g_utf8_next_char(rest));
}

/* How the source language counts it, where that is not always alike. */
static char *counted_forms(const char *language, const char *unit) {
  static const struct {
    const char *name;
    int64_t number;
  } counts[] = {{"1", 1}, {"2", 2}, {"5", 5}};
  g_autoptr(GString) forms = g_string_new(NULL);
  g_autofree char *first = unit_form(language, unit, "full-name", 1);
  gboolean differ = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(counts); i++) {
    g_autofree char *form = unit_form(language, unit, "full-name", counts[i].number);
    g_string_append_printf(forms, "%s%s %s", i ? ", " : "", counts[i].name, form ? form : "?");
    differ = differ || g_strcmp0(form, first) != 0;
  }
  return differ ? g_string_free(g_steal_pointer(&forms), FALSE) : NULL;
}

static void put_unit(const Names *n, const char *group, const char *key) {
  g_autofree char *unit = g_strdup_printf("%s-%s", group, key);
  char *names[2], *shorts[2];
  for (guint i = 0; i < 2; i++) {
    names[i] = unit_form(n->languages[i], unit, "full-name", 1);
    shorts[i] = unit_form(n->languages[i], unit, "short", 1);
    if (g_strcmp0(names[i], shorts[i]) == 0)
      g_clear_pointer(&shorts[i], g_free);
  }
  g_autofree char *forms = names[0] && names[1] ? counted_forms(n->languages[0], unit) : NULL;
  put(n, unit, names, shorts, forms);
  free_pair(names);
  free_pair(shorts);
}

/* The units are listed in English, which has all of them: a table of groups, each a table of units. */
static void put_units(const Names *n) {
  UErrorCode status = U_ZERO_ERROR;
  UResourceBundle *bundle = ures_open(U_ICUDATA_NAME "-unit", "en", &status),
                  *groups = ures_getByKey(bundle, "units", NULL, &status);
  while (U_SUCCESS(status) && ures_hasNext(groups)) {
    UResourceBundle *group = ures_getNextResource(groups, NULL, &status);
    const char *name = ures_getKey(group);
    while (U_SUCCESS(status) && name && strcmp(name, "compound") != 0 && ures_hasNext(group)) {
      UResourceBundle *unit = ures_getNextResource(group, NULL, &status);
      if (ures_getType(unit) == URES_TABLE)
        put_unit(n, name, ures_getKey(unit));
      ures_close(unit);
    }
    ures_close(group);
  }
  ures_close(groups);
  ures_close(bundle);
}

/* -- the table of kinds -- */

static const struct {
  const char *name, *about;
  void (*put)(const Names *n);
} kinds[] = {{"territories", "countries and territories, by ISO 3166", put_territories},
             {"languages", "languages, by ISO 639", put_languages},
             {"currencies", "currencies in use, by ISO 4217", put_currencies},
             {"units", "units of measurement, with how they are counted", put_units}};

const char *tl_cldr_kind(guint i, const char **about) {
  if (i >= G_N_ELEMENTS(kinds))
    return NULL;
  if (about)
    *about = kinds[i].about;
  return kinds[i].name;
}

/* ICU answers in some other language for one that it does not know. */
static gboolean is_known(const char *language) {
  UErrorCode status = U_ZERO_ERROR;
  UResourceBundle *bundle = ures_open(NULL, language, &status);
  gboolean known = U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING;
  ures_close(bundle);
  return known;
}

gboolean tl_cldr_names(const char *kind, const char *source, const char *target, TlCldrFunc found, gpointer user,
                       GError **error) {
  const Names names = {{source, target}, found, user};
  for (guint i = 0; i < 2; i++)
    if (!is_known(names.languages[i])) {
      tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "ICU has no data for the language \"%s\"",
                  names.languages[i]);
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (strcmp(kinds[i].name, kind) == 0) {
      kinds[i].put(&names);
      return TRUE;
    }
  tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "there is no kind \"%s\"", kind);
  return FALSE;
}
