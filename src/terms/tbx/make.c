#include "terms/tbx/make.h"

#include <string.h>

#include "base/error.h"
#include "terms/new_id.h"
#include "terms/tbx/write.h"

/* The head, up to <body>: each style has its own; a file of version 2 names the set of categories that it uses. */
static gboolean write_head(TlTbxStyle style, TlTbxDialect dialect, const TlumachConceptFormat *options, GString *out,
                           GError **error) {
  gboolean two = style == TL_TBX_V2;
  const char *source = options->source ? options->source : "uk";
  g_string_append(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  if (two)
    g_string_append_printf(out, "<martif type=\"TBX\" xml:lang=\"%s\">\n  <martifHeader>\n", source);
  else {
    g_string_append_printf(out, "<tbx type=\"%s\" style=\"%s\" xml:lang=\"%s\" xmlns=\"" TL_TBX_CORE_NAMESPACE "\"",
                           tl_tbx_dialect_name(dialect), style == TL_TBX_DCT ? "dct" : "dca", source);
    if (style == TL_TBX_DCT && dialect >= TL_DIALECT_MIN)
      g_string_append(out, "\n     xmlns:min=\"" TL_TBX_MODULE_NAMESPACE "min\"");
    if (style == TL_TBX_DCT && dialect >= TL_DIALECT_BASIC)
      g_string_append(out, " xmlns:basic=\"" TL_TBX_MODULE_NAMESPACE "basic\"");
    if (style == TL_TBX_DCT && dialect >= TL_DIALECT_LINGUIST)
      g_string_append(out, " xmlns:ling=\"" TL_TBX_MODULE_NAMESPACE "linguist\"");
    g_string_append(out, ">\n  <tbxHeader>\n");
  }
  g_string_append(out, "    <fileDesc>\n      <sourceDesc>\n        <p>");
  if (!tl_tbx_write_text(options->about ? options->about : "Written by tlumach.", out, error))
    return FALSE;
  g_string_append(out, "</p>\n      </sourceDesc>\n    </fileDesc>\n");
  if (two)
    g_string_append(out, "    <encodingDesc>\n      <p type=\"XCSURI\">TBXXCSV02.xcs</p>\n    </encodingDesc>\n");
  g_string_append_printf(out, "  </%s>\n  <text>\n    <body>", two ? "martifHeader" : "tbxHeader");
  return TRUE;
}

/* An id for a concept that has none, or one that another had before. */
static char *need_id(const TlumachConcept *concept, TlIds *taken) {
  const char *own = concept->id;
  char *id = own && !tl_ids_has(taken, own) ? g_strdup(own) : tl_named_id(taken, own ? own : concept->terms[0].text);
  tl_ids_add(taken, id);
  return id;
}

gboolean tl_tbx_make(const GPtrArray *concepts, TlTbxStyle style, TlTbxDialect dialect,
                     const TlumachConceptFormat *options, GString *out, GError **error) {
  const TlTbxManner manner = tl_tbx_manner_usual(style, dialect);
  g_autoptr(TlIds) taken = tl_ids_new(NULL);
  if (!write_head(style, dialect, options, out, error))
    return FALSE;
  for (guint i = 0; i < concepts->len; i++) {
    TlumachConcept concept = *(const TlumachConcept *)g_ptr_array_index(concepts, i);
    if (concept.n_terms == 0)
      continue;
    g_autofree char *id = need_id(&concept, taken);
    concept.id = id;
    tl_tbx_write_break(&manner, TRUE, 0, out);
    if (!tl_tbx_write_entry(&manner, &concept, NULL, out, error))
      return FALSE;
  }
  g_string_append_printf(out, "\n    </body>\n  </text>\n</%s>\n", style == TL_TBX_V2 ? "martif" : "tbx");
  return TRUE;
}

TlTbxStyle tl_tbx_format_style(const char *format) {
  return strcmp(format, "tbx") == 0 ? TL_TBX_DCT : strcmp(format, "tbx-dca") == 0 ? TL_TBX_DCA : TL_TBX_V2;
}

gboolean tl_tbx_format_dialect(const TlumachConceptFormat *options, TlTbxDialect *dialect, GError **error) {
  TlTbxDialect wanted = options->dialect ? tl_tbx_dialect(options->dialect) : TL_DIALECT_OPEN;
  if (wanted != TL_DIALECT_OPEN)
    *dialect = wanted;
  else if (options->dialect)
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0,
                "no dialect is called \"%s\"; there is TBX-Core, TBX-Min, TBX-Basic, TBX-Linguist", options->dialect);
  return wanted != TL_DIALECT_OPEN || !options->dialect;
}
