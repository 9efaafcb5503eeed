/* tlumach annotate --check: the file of a translation as it is, with what check says put in behind the places. Take
 * that away, and every byte is as it was. */
#include <string.h>

#include "base/charset.h"
#include "base/file.h"
#include "commands/annotate.h"
#include "commands/check.h"

/* What goes in, and where: bytes of the file. */
typedef struct Insertion {
  size_t at;
  guint order;
  char *text;
} Insertion;

typedef struct Gathering {
  const TlAnnotateMarks *marks;
  const TlumachBitext *bitext;
  GArray *insertions;
} Gathering;

static void insertion_clear(gpointer data) {
  g_free(((Insertion *)data)->text);
}

static gint by_place(gconstpointer a, gconstpointer b) {
  const Insertion *left = a, *right = b;
  if (left->at != right->at)
    return left->at < right->at ? -1 : 1;
  return left->order < right->order ? -1 : 1;
}

/* Text stays text in markup, in a quoted string of PO, in a cell of a table. */
static void append_safe(GString *out, const char *format, const char *text) {
  gboolean markup = strcmp(format, "tmx") == 0 || strcmp(format, "xliff") == 0 || strcmp(format, "html") == 0;
  if (markup) {
    g_autofree char *escaped = g_markup_escape_text(text, -1);
    g_string_append(out, escaped);
    return;
  }
  for (; *text; text++) {
    if (strcmp(format, "po") == 0 && (*text == '"' || *text == '\\'))
      g_string_append_c(out, '\\');
    g_string_append_c(out, *text == '\t' || *text == '\n' || *text == '\r' ? ' ' : *text);
  }
}

/* Behind its place; one without a place, behind the segment. */
static void keep(const TlumachFinding *finding, gpointer user) {
  Gathering *gathering = user;
  const TlumachDocument *document = gathering->bitext->document[TLUMACH_TARGET];
  const TlumachPair *pair = &gathering->bitext->pairs[finding->pair];
  TlumachSpan span = finding->span[TLUMACH_TARGET];
  if (finding->waived)
    return;
  if (span.end <= span.start)
    span = pair->span[TLUMACH_TARGET];
  if (span.end <= span.start)
    span = (TlumachSpan){pair->place[TLUMACH_TARGET], pair->place[TLUMACH_TARGET]};
  GString *text = g_string_new(gathering->marks->open);
  g_autofree char *message = tlumach_finding_message(finding),
                  *note = g_strdup_printf("%s: %s", finding->check->id, message);
  append_safe(text, tlumach_document_format(document), note);
  g_string_append(text, gathering->marks->close);
  Insertion insertion = {tlumach_document_raw_span(document, span, NULL).end, gathering->insertions->len,
                         g_string_free(text, FALSE)};
  g_array_append_val(gathering->insertions, insertion);
}

static gboolean write_with(const Gathering *gathering, GBytes *raw, TlOutput *output, GError **error) {
  gsize length, written = 0;
  const char *bytes = g_bytes_get_data(raw, &length),
             *encoding = tlumach_document_encoding(gathering->bitext->document[TLUMACH_TARGET]);
  g_array_sort(gathering->insertions, by_place);
  for (guint i = 0; i < gathering->insertions->len; i++) {
    const Insertion *one = &g_array_index(gathering->insertions, Insertion, i);
    g_autoptr(GBytes) own = tl_encode(one->text, strlen(one->text), encoding, error);
    if (!own)
      return FALSE;
    tl_output_write(output, bytes + written, one->at - written);
    tl_output_write(output, g_bytes_get_data(own, NULL), g_bytes_get_size(own));
    written = one->at;
  }
  tl_output_write(output, bytes + written, length - written);
  return TRUE;
}

static gboolean annotate_one(const TlCheckFiles *files, guint i, const TlAnnotateMarks *marks, TlOutput *output,
                             GError **error) {
  g_autoptr(GBytes) raw = tl_file_read(tl_check_target_path(files, i), 0, error);
  g_autoptr(TlumachBitext) bitext = raw ? tl_check_from_bytes(files, i, raw, error) : NULL;
  if (!bitext)
    return FALSE;
  Gathering gathering = {marks, bitext, g_array_new(FALSE, FALSE, sizeof(Insertion))};
  g_array_set_clear_func(gathering.insertions, insertion_clear);
  gboolean good = tlumach_check(files->session, bitext, files->how, keep, &gathering, error) &&
                  write_with(&gathering, raw, output, error);
  g_array_unref(gathering.insertions);
  return good;
}

int tl_annotate_check(const TlOptions *options, const TlAnnotateMarks *marks) {
  static char *standard_input[] = {(char *)"-", NULL};
  g_autoptr(GError) error = NULL;
  TlOptions own = *options; /* borrows */
  own.files = options->files ? options->files : standard_input;
  g_auto(GStrv) common = tl_check_common(own.glossaries);
  const TlumachCheckOptions how = {.agreed = own.glossaries != NULL,
                                   .common = (const char *const *)common,
                                   .waivers = (const char *const *)own.waivers};
  g_autoptr(TlumachSession) session = tl_options_session(&own, &error);
  TlOutput *output = session ? tl_options_text_output(&own, &error) : NULL;
  if (!output)
    return tl_fail(error);
  const TlCheckFiles files = {&own, session, &how, tl_check_is_texts(own.files), NULL};
  guint n = files.texts ? 1 : g_strv_length(own.files);
  gboolean good = TRUE;
  for (guint i = 0; i < n && good; i++)
    good = annotate_one(&files, i, marks, output, &error);
  int code = good ? TL_EXIT_CLEAN : tl_fail(error);
  return tl_finish(output, code);
}
