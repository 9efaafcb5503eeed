#include "commands/mining.h"

#include <string.h>

static gboolean open_one(TlOptions *options, const char *path, TlumachMiningText *text, GError **error) {
  TlumachDocumentOptions how;
  if (tl_options_bilingual(options, path)) {
    TlumachBitext *bitext = tl_options_bitext(options, path, error);
    *text = (TlumachMiningText){bitext ? bitext->document[TLUMACH_SOURCE] : NULL, bitext};
  } else if (tl_options_document_options(options, &how, error))
    *text = (TlumachMiningText){tl_options_document(options, path, &how, error), NULL};
  return text->document != NULL;
}

gboolean tl_mining_open(TlOptions *options, TlMiningTexts *texts, GError **error) {
  static char *const standard_input[] = {(char *)"-", NULL};
  char *const *files = options->files && *options->files ? options->files : standard_input;
  texts->items = g_new0(TlumachMiningText, g_strv_length((char **)files));
  for (; *files; files++) {
    if (!open_one(options, *files, &texts->items[texts->n], error))
      return FALSE;
    texts->n++;
  }
  return TRUE;
}

void tl_mining_clear(TlMiningTexts *texts) {
  for (guint i = 0; i < texts->n; i++)
    if (texts->items[i].bitext)
      tlumach_bitext_free((TlumachBitext *)texts->items[i].bitext);
    else
      tlumach_document_free(texts->items[i].document);
  g_free(texts->items);
}

const char *tl_mining_format(const TlOptions *options, GError **error) {
  static const char *const formats[] = {"text", "tsv", "jsonl", "tbx", NULL};
  return tl_options_format(options, formats, error);
}
