/* tlumach eval: how well the term bases' terms are found in a text where a person said where they stand: marks in the
 * text, [[ради безпеки]], or a table beside it. */
#include <stdio.h>

#include "base/binary.h"
#include "base/charset.h"
#include "base/file.h"
#include "commands/gold.h"
#include "commands/options.h"
#include "commands/records.h"

typedef struct Found {
  GArray *hits;      /* TlGold */
  gboolean concepts; /* which concept it is, matters, too */
} Found;

static void keep(const TlumachHit *hit, gpointer user) {
  const Found *found = user;
  TlGold one = {hit->span, found->concepts ? g_strdup(hit->term->concept->id) : NULL};
  g_array_append_val(found->hits, one);
}

/* Each place once, in the order of the text. */
static void tidy(GArray *places) {
  tl_gold_sort(places);
  for (guint i = places->len; i > 1; i--)
    if (tl_gold_compare(&g_array_index(places, TlGold, i - 1), &g_array_index(places, TlGold, i - 2)) == 0)
      g_array_remove_index(places, i - 1);
}

/* Does some of `places` (sorted) stand there, and is one of the two of any concept, or both of the same? */
static gboolean stands_in(const GArray *places, const TlGold *one) {
  TlGold first = {one->span, NULL};
  guint low = 0, high = places->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (tl_gold_compare(&g_array_index(places, TlGold, middle), &first) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < places->len; low++) {
    const TlGold *other = &g_array_index(places, TlGold, low);
    if (other->span.start != one->span.start || other->span.end != one->span.end)
      break;
    if (!one->concept || !other->concept || g_str_equal(one->concept, other->concept))
      return TRUE;
  }
  return FALSE;
}

/* Those of `a` that are not in `b`, said one a line. Returns how many there are. */
static guint say_rest(const TlRecords *records, const GArray *a, const GArray *b, const char *what) {
  guint rest = 0;
  for (guint i = 0; i < a->len; i++) {
    const TlGold *one = &g_array_index(a, TlGold, i);
    if (stands_in(b, one))
      continue;
    rest++;
    tl_record_prefix(records, one->span);
    tl_output_puts(records->output, what);
    tl_record_text(records, one->span);
    if (one->concept)
      tl_output_printf(records->output, " (%s)", one->concept);
    tl_output_putc(records->output, '\n');
  }
  return rest;
}

static double ratio(guint part, guint whole) {
  return whole ? (double)part / whole : 1.0;
}

static gboolean names_concepts(const GArray *gold) {
  for (guint i = 0; i < gold->len; i++)
    if (g_array_index(gold, TlGold, i).concept)
      return TRUE;
  return FALSE;
}

/* The text without its marks, which are read once it is decoded. */
static TlumachDocument *open_marked(const TlOptions *options, const char *path, TlumachDocumentOptions how,
                                    GArray *gold, GError **error) {
  g_autoptr(GBytes) raw = tl_file_read(path, 0, error);
  g_autoptr(TlDecoded) decoded =
      raw && tl_is_text(path, raw, how.encoding, error) ? tl_decode(path, raw, how.encoding, error) : NULL;
  if (!decoded)
    return NULL;
  size_t length;
  const char *text = tl_decoded_text(decoded, &length);
  g_autoptr(GBytes) marked = g_bytes_new_static(text, length), bare = tl_gold_unmark(path, marked, gold, error);
  how.encoding = "UTF-8";
  TlumachDocument *document = bare ? tlumach_document_new(path, bare, &how, error) : NULL;
  if (document)
    tl_options_tell_odd(options, document);
  return document;
}

/* The text to look through, its places of terms in `gold`. */
static TlumachDocument *open_text(const TlOptions *options, const char *table, GArray *gold, GError **error) {
  const char *path = options->files ? options->files[0] : "-";
  TlumachDocumentOptions how = {0};
  if (tl_options_bilingual(options, path)) {
    g_set_error(error, TLUMACH_ERROR, TLUMACH_ERROR_USAGE, "%s: eval looks at a text, and this is a bilingual file",
                path);
    return NULL;
  }
  if (!tl_options_document_options(options, &how, error))
    return NULL;
  g_autoptr(TlumachDocument) document =
      table ? tl_options_document(options, path, &how, error) : open_marked(options, path, how, gold, error);
  if (!document)
    return NULL;
  size_t length;
  const char *text = tlumach_document_text(document, &length);
  if (table && !tl_gold_read(table, path, text, length, gold, error))
    return NULL;
  return g_steal_pointer(&document);
}

int tl_cmd_eval(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  g_autofree char *table = NULL, *overlaps = NULL;
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {
      {"gold", 0, 0, G_OPTION_ARG_FILENAME, &table, "Table of where terms stand: line, column, text, concept", "FILE"},
      {"overlaps", 0, 0, G_OPTION_ARG_STRING, &overlaps, "longest (default) or all", "WHICH"},
      G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  if (options.files && options.files[1]) {
    fputs("tlumach: eval looks at one text; name one\n", stderr);
    return TL_EXIT_ERROR;
  }
  TlumachOverlaps which;
  if (!tl_options_only_text(&options, &error) || !tl_options_overlaps(overlaps, &which, &error))
    return tl_fail(error);
  g_autoptr(GArray) gold = tl_gold_new(), hits = tl_gold_new();
  g_autoptr(TlumachDocument) document = open_text(&options, table, gold, &error);
  g_autoptr(TlumachSession) session = document ? tl_options_session(&options, &error) : NULL;
  TlOutput *output = session ? tl_options_report_output(&options, &error) : NULL;
  if (!output)
    return tl_fail(error);
  Found found = {hits, names_concepts(gold)};
  tlumach_find(session, document, which, keep, &found);
  tidy(gold);
  tidy(hits);
  TlRecords records = {output, document, TLUMACH_COLUMN_CHARACTER};
  guint missed = say_rest(&records, gold, hits, "missed: ");
  guint extra = say_rest(&records, hits, gold, "not marked: ");
  tl_output_printf(output, "precision %.4f  recall %.4f  (marked %u, found %u)\n", ratio(hits->len - extra, hits->len),
                   ratio(gold->len - missed, gold->len), gold->len, hits->len);
  return tl_finish(output, missed + extra > 0 ? TL_EXIT_FINDINGS : TL_EXIT_CLEAN);
}
