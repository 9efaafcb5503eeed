/* Units out: TMX as it came, tables, records. */
#include <string.h>

#include "base/error.h"
#include "base/json.h"
#include "base/xml_write.h"
#include "bitext/memory/filter.h"
#include "bitext/memory/frame.h"
#include "bitext/memory/memory.h"
#include "bitext/memory/tmx_read.h"

typedef struct Exporting {
  const TlumachMemory *memory;
  const TlumachMemoryFilter *filter;
  void (*write)(struct Exporting *exporting, const TlMemoryUnit *unit);
  TlOutput *output; /* into `text` */
  GString *text;
  TlumachPutFunc put;
  gpointer user;
  guint64 count;
} Exporting;

static void write_segment(TlOutput *output, const char *text, const char *xml) {
  if (xml)
    tl_output_puts(output, xml);
  else
    tl_xml_write_text(output, text, -1);
}

static void write_variant(TlOutput *output, const char *language, const char *text, const char *xml) {
  tl_output_puts(output, "<tuv xml:lang=\"");
  tl_xml_write_attribute(output, language, -1);
  tl_output_puts(output, "\"><seg>");
  write_segment(output, text, xml);
  tl_output_puts(output, "</seg></tuv>\n");
}

static void write_tmx(Exporting *exporting, const TlMemoryUnit *unit) {
  TlOutput *output = exporting->output;
  static const char marks[] = {TL_FRAME_SOURCE, TL_FRAME_TARGET, '\0'};
  if (!unit->frame) {
    tl_output_puts(output, "<tu>\n");
    write_variant(output, exporting->memory->source, unit->source, unit->source_xml);
    write_variant(output, exporting->memory->target, unit->target, unit->target_xml);
    tl_output_puts(output, "</tu>\n");
    return;
  }
  for (const char *at = unit->frame; *at;) {
    size_t n = strcspn(at, marks);
    tl_output_write(output, at, n);
    at += n;
    if (*at == TL_FRAME_SOURCE)
      write_segment(output, unit->source, unit->source_xml);
    else if (*at == TL_FRAME_TARGET)
      write_segment(output, unit->target, unit->target_xml);
    at += *at ? 1 : 0;
  }
  tl_output_putc(output, '\n');
}

/* As the tables that `prepare` writes. */
static void write_cell(TlOutput *output, const char *text) {
  static const char special[] = "\t\n\r\\", letters[] = "tnr\\";
  while (*text) {
    size_t plain = strcspn(text, special);
    tl_output_write(output, text, plain);
    text += plain;
    if (*text)
      tl_output_write(output, (char[]){'\\', letters[strchr(special, *text++) - special]}, 2);
  }
}

static void write_tsv(Exporting *exporting, const TlMemoryUnit *unit) {
  write_cell(exporting->output, unit->source);
  tl_output_putc(exporting->output, '\t');
  write_cell(exporting->output, unit->target);
  tl_output_putc(exporting->output, '\n');
}

static void write_jsonl(Exporting *exporting, const TlMemoryUnit *unit) {
  TlOutput *output = exporting->output;
  g_autofree char *id = tl_memory_unit_id(unit);
  tl_json_begin(output);
  tl_json_string(output, "id", id, -1);
  tl_json_string(output, "source", unit->source, -1);
  tl_json_string(output, "target", unit->target, -1);
  tl_json_string(output, "source_markup", unit->source_xml, -1);
  tl_json_string(output, "target_markup", unit->target_xml, -1);
  tl_json_string(output, "origin", unit->origin_name, -1);
  tl_json_end(output);
}

static gboolean flush(Exporting *exporting) {
  tl_output_flush(exporting->output, NULL);
  gboolean more = exporting->put(exporting->text->str, exporting->text->len, exporting->user);
  g_string_truncate(exporting->text, 0);
  return more;
}

static gboolean on_unit(const TlMemoryUnit *unit, gpointer user, GError **error) {
  Exporting *exporting = user;
  (void)error;
  if (!tl_memory_filter_lets(exporting->filter, unit))
    return TRUE;
  exporting->count++;
  exporting->write(exporting, unit);
  return flush(exporting);
}

/* Where the start tag that begins the text ends. */
static TlumachSpan start_tag(const char *text) {
  char quote = '\0';
  const char *at = text;
  for (; *at && (quote || *at != '>'); at++)
    quote = quote ? (*at == quote ? '\0' : quote) : *at == '"' || *at == '\'' ? *at : '\0';
  return (TlumachSpan){0, (size_t)(at - text) + (*at ? 1 : 0)};
}

/* The header of the file that most units came from, with what TMX 1.4b demands and it lacks; what it said of the
 * version of the format stands in <tmx>. */
static void write_head(Exporting *exporting) {
  const TlumachMemory *memory = exporting->memory;
  TlOutput *output = exporting->output;
  const char *const demanded[][2] = {{"creationtool", "tlumach"}, {"creationtoolversion", TLUMACH_VERSION},
                                     {"segtype", "sentence"},     {"o-tmf", "tlumach"},
                                     {"adminlang", "en"},         {"srclang", memory->source},
                                     {"datatype", "plaintext"}};
  g_autofree char *theirs = memory->engine->head(memory->store);
  const char *head = theirs && g_str_has_prefix(theirs, "<header") ? theirs : "<header/>";
  TlumachSpan tag = start_tag(head), value;
  size_t at = tag.end - (tag.end > 1 && head[tag.end - 2] == '/' ? 2 : 1);
  tl_output_puts(output, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n");
  tl_output_write(output, head, at);
  for (guint i = 0; i < G_N_ELEMENTS(demanded); i++) {
    if (tl_xml_tag_attribute(head, tag, demanded[i][0], &value))
      continue;
    tl_output_printf(output, " %s=\"", demanded[i][0]);
    tl_xml_write_attribute(output, demanded[i][1], -1);
    tl_output_putc(output, '"');
  }
  tl_output_puts(output, head + at);
  tl_output_puts(output, "\n<body>\n");
}

static const struct {
  const char *name;
  void (*write)(Exporting *exporting, const TlMemoryUnit *unit);
} formats[] = {{"tmx", write_tmx}, {"tsv", write_tsv}, {"jsonl", write_jsonl}};

gboolean tlumach_memory_export(TlumachMemory *memory, const char *format, const TlumachMemoryFilter *filter,
                               TlumachPutFunc put, gpointer user, guint64 *count, GError **error) {
  Exporting exporting = {.memory = memory, .filter = filter, .put = put, .user = user};
  for (guint i = 0; i < G_N_ELEMENTS(formats); i++)
    if (strcmp(formats[i].name, format) == 0)
      exporting.write = formats[i].write;
  if (!exporting.write) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "no format is called \"%s\": there is tmx, tsv, jsonl", format);
    return FALSE;
  }
  g_autoptr(GString) text = g_string_new(NULL);
  exporting.text = text;
  exporting.output = tl_output_memory(text);
  if (exporting.write == write_tmx)
    write_head(&exporting);
  else if (exporting.write == write_tsv)
    tl_output_puts(exporting.output, "source\ttarget\n");
  gboolean good = memory->engine->each(memory->store, FALSE, on_unit, &exporting, error);
  if (good && exporting.write == write_tmx)
    tl_output_puts(exporting.output, "</body>\n</tmx>\n");
  if (good)
    flush(&exporting);
  tl_output_close(exporting.output, NULL);
  if (count)
    *count = exporting.count;
  return good;
}
