/* tlumach eval: how well the term bases' terms are found in a text where a person marked them: [[ради безпеки]]. */
#include <string.h>

#include "base/file.h"
#include "commands/options.h"
#include "commands/records.h"

/* The text without its marks, and the spans that were marked. */
static GBytes *unmark(const char *name, GBytes *raw, GArray *gold, GError **error) {
  gsize length;
  const char *text = g_bytes_get_data(raw, &length);
  g_autoptr(GByteArray) plain = g_byte_array_sized_new((guint)length + 1);
  gssize open = -1;
  guint line = 1;
  for (gsize i = 0; i < length; i++) {
    gboolean two = i + 1 < length && text[i] == text[i + 1];
    if (two && text[i] == '[' && open < 0) {
      open = plain->len;
      i++;
    } else if (two && text[i] == ']' && open >= 0) {
      TlumachSpan span = {(size_t)open, plain->len};
      g_array_append_val(gold, span);
      open = -1;
      i++;
    } else {
      line += text[i] == '\n';
      g_byte_array_append(plain, (const guint8 *)text + i, 1);
    }
  }
  if (open >= 0) {
    g_set_error(error, TLUMACH_ERROR, TLUMACH_ERROR_FORMAT, "%s:%u: a \"[[\" is never closed", name, line);
    return NULL;
  }
  return g_byte_array_free_to_bytes(g_steal_pointer(&plain));
}

static void keep(const TlumachHit *hit, gpointer user) {
  GArray *hits = user;
  if (hits->len == 0 || memcmp(&g_array_index(hits, TlumachSpan, hits->len - 1), &hit->span, sizeof hit->span) != 0)
    g_array_append_val(hits, hit->span);
}

/* Those of `a` that are not in `b`, said one a line. Returns how many there are. */
static guint say_rest(const TlRecords *records, const GArray *a, const GArray *b, const char *what) {
  guint rest = 0;
  for (guint i = 0; i < a->len; i++) {
    gboolean found = FALSE;
    for (guint k = 0; k < b->len && !found; k++)
      found = memcmp(&g_array_index(a, TlumachSpan, i), &g_array_index(b, TlumachSpan, k), sizeof(TlumachSpan)) == 0;
    if (found)
      continue;
    rest++;
    tl_record_prefix(records, g_array_index(a, TlumachSpan, i));
    tl_output_puts(records->output, what);
    tl_record_text(records, g_array_index(a, TlumachSpan, i));
    tl_output_putc(records->output, '\n');
  }
  return rest;
}

static double ratio(guint part, guint whole) {
  return whole ? (double)part / whole : 1.0;
}

int tl_cmd_eval(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  int code = TL_EXIT_CLEAN;
  if (!tl_options_parse(command, argc, argv, NULL, &options, &code))
    return code;
  if (!tl_options_only_text(&options, &error))
    return tl_fail(error);
  const char *path = options.files ? options.files[0] : "-";
  g_autoptr(GArray) gold = g_array_new(FALSE, FALSE, sizeof(TlumachSpan));
  g_autoptr(GArray) hits = g_array_new(FALSE, FALSE, sizeof(TlumachSpan));
  g_autoptr(GBytes) raw = tl_file_read(path, 0, &error);
  g_autoptr(GBytes) plain = raw ? unmark(path, raw, gold, &error) : NULL;
  g_autoptr(TlumachSession) session = plain ? tl_options_session(&options, &error) : NULL;
  TlumachDocumentOptions plain_text = {.format = "plain", .encoding = "UTF-8"};
  g_autoptr(TlumachDocument) document = session ? tlumach_document_new(path, plain, &plain_text, &error) : NULL;
  TlOutput *output = document ? tl_options_report_output(&options, &error) : NULL;
  if (!output)
    return tl_fail(error);
  tlumach_find(session, document, TLUMACH_OVERLAPS_LONGEST, keep, hits);
  TlRecords records = {output, document, TLUMACH_COLUMN_CHARACTER};
  guint missed = say_rest(&records, gold, hits, "missed: ");
  guint extra = say_rest(&records, hits, gold, "not marked: ");
  guint right = gold->len - missed;
  tl_output_printf(output, "precision %.4f  recall %.4f  (marked %u, found %u)\n", ratio(right, right + extra),
                   ratio(right, gold->len), gold->len, hits->len);
  return tl_finish(output, missed + extra > 0 ? TL_EXIT_FINDINGS : TL_EXIT_CLEAN);
}
