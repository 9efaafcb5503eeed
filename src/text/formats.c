#include "text/formats.h"

#include <string.h>

#include "base/error.h"
#include "base/nearest.h"

static const TlFormat *const formats[] = {&tl_format_plain, &tl_format_markdown, &tl_format_html};

const TlFormat *tl_format_named(const char *name, GError **error) {
  const char *names[G_N_ELEMENTS(formats) + 1] = {NULL};
  for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
    names[i] = formats[i]->name;
    if (strcmp(name, names[i]) == 0)
      return formats[i];
  }
  g_autofree char *meant = tl_did_you_mean(name, names, TRUE);
  tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "unknown input format \"%s\"%s", name, meant);
  return NULL;
}

static gboolean ends_like(const char *name, const char *endings) {
  g_auto(GStrv) each = g_strsplit(endings, " ", -1);
  g_autofree char *lower = g_ascii_strdown(name, -1);
  for (char **ending = each; *ending; ending++)
    if (g_str_has_suffix(lower, *ending))
      return TRUE;
  return FALSE;
}

const TlFormat *tl_format_guess(const char *name, const char *text, size_t length) {
  for (guint i = 0; name && i < G_N_ELEMENTS(formats); i++)
    if (ends_like(name, formats[i]->endings))
      return formats[i];
  for (guint i = 0; i < G_N_ELEMENTS(formats); i++)
    if (formats[i]->recognise && formats[i]->recognise(text, length))
      return formats[i];
  return &tl_format_plain;
}
