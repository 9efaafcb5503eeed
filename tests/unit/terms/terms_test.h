/* What the tests of this folder share: term bases from text, and looking into them. */
#ifndef TERMS_TEST_H
#define TERMS_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <glib.h>

#include "terms/tables/read.h"
#include "terms/tbx/read.h"
#include "terms/termbase.h"

static inline TlumachTermbase *read_tbx(const char *text, GError **error) {
  g_autoptr(GBytes) raw = g_bytes_new_static(text, strlen(text));
  return tl_tbx_read("t.tbx", raw, error);
}

/* The term base of a text that must be readable. */
static inline TlumachTermbase *tbx(const char *text) {
  g_autoptr(GError) error = NULL;
  TlumachTermbase *base = read_tbx(text, &error);
  if (base == NULL)
    fail_msg("%s", error->message);
  return base;
}

static inline const TlumachConcept *concept(const TlumachTermbase *base, guint i) {
  guint n = 0;
  const TlumachConcept *concepts = tlumach_termbase_concepts(base, &n);
  assert_true(i < n);
  return &concepts[i];
}

static inline guint count(const TlumachTermbase *base) {
  guint n = 0;
  tlumach_termbase_concepts(base, &n);
  return n;
}

static inline const TlumachTerm *term(const TlumachTermbase *base, guint i, guint j) {
  assert_true(j < concept(base, i)->n_terms);
  return &concept(base, i)->terms[j];
}

static inline const char *warning(const TlumachTermbase *base, guint i) {
  const GPtrArray *warnings = tlumach_termbase_warnings(base);
  assert_true(i < warnings->len);
  return warnings->pdata[i];
}

static inline void assert_warnings(const TlumachTermbase *base, guint n) {
  const GPtrArray *warnings = tlumach_termbase_warnings(base);
  if (warnings->len != n)
    fail_msg("%u warnings, not %u; the first: %s", warnings->len, n,
             warnings->len == 0 ? "-" : (const char *)warnings->pdata[0]);
}

static inline void assert_contains(const char *text, const char *part) {
  if (text == NULL || strstr(text, part) == NULL)
    fail_msg("“%s” does not contain “%s”", text == NULL ? "(null)" : text, part);
}

/* What `text` is refused with. */
static inline void assert_refused(const char *text, const char *part) {
  g_autoptr(GError) error = NULL;
  g_autoptr(TlumachTermbase) base = read_tbx(text, &error);
  assert_null(base);
  assert_non_null(error);
  assert_contains(error->message, part);
}

#define V3(type, body)                                                                                                 \
  "<tbx type=\"" type "\" style=\"dca\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\""                          \
  " xmlns:min=\"http://www.tbxinfo.net/ns/min\" xmlns:basic=\"http://www.tbxinfo.net/ns/basic\""                       \
  " xmlns:ling=\"http://www.tbxinfo.net/ns/linguist\"><tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc>"          \
  "</fileDesc></tbxHeader><text><body>" body "</body></text></tbx>"
#define V2(body)                                                                                                       \
  "<martif type=\"TBX\" xml:lang=\"en\"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc>"          \
  "</martifHeader><text><body>" body "</body></text></martif>"

#endif
