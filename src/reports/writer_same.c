#include <string.h>

#include "base/error.h"
#include "base/xml_write.h"
#include "bitext/bitext.h"
#include "reports/report.h"
#include "reports/same.h"

const TlumachUnit *tl_same_unit(const TlSame *same, size_t at) {
  return g_hash_table_lookup(same->units, GSIZE_TO_POINTER(at));
}

/* A file may have the source stand for a translation, and say that it is none. */
static gboolean is_untranslated(const TlumachBitext *bitext, const TlumachPair *pair) {
  size_t n[2];
  const char *source = tlumach_pair_text(bitext, pair, TLUMACH_SOURCE, &n[TLUMACH_SOURCE]),
             *target = tlumach_pair_text(bitext, pair, TLUMACH_TARGET, &n[TLUMACH_TARGET]);
  return n[TLUMACH_TARGET] == 0 || ((pair->flags & TLUMACH_PAIR_UNTRANSLATED) &&
                                    n[TLUMACH_SOURCE] == n[TLUMACH_TARGET] && memcmp(source, target, n[0]) == 0);
}

const char *tl_same_translation(const TlSame *same, const TlumachUnit *unit) {
  return is_untranslated(same->file->bitext, unit->pair) ? unit->target : NULL;
}

/* -- XML -------------------------------------------------------------------------------------------------------- */

static char *escape(void (*write)(TlOutput *output, const char *text, gssize length), const char *text) {
  GString *out = g_string_new(NULL);
  TlOutput *output = tl_output_memory(out);
  write(output, text, -1);
  tl_output_close(output, NULL);
  return g_string_free(out, FALSE);
}

char *tl_same_text(const char *text) {
  return escape(tl_xml_write_text, text);
}

char *tl_same_attribute(const char *text) {
  return escape(tl_xml_write_attribute, text);
}

static gboolean is_blank(const char *text) {
  return text[strspn(text, " \t\r\n")] == '\0';
}

/* Elements whose content is code of the original (XLIFF 1.2 §2.4, TMX "Content Elements"). */
static gboolean is_code(const TlXmlNode *node) {
  static const char *const names[] = {"bpt", "ept", "it", "ph", "ut"};
  for (guint i = 0; i < G_N_ELEMENTS(names); i++)
    if (strcmp(node->local, names[i]) == 0)
      return TRUE;
  return FALSE;
}

typedef struct Inside {
  guint texts, tags;       /* texts that are not blank; elements that stand for something of the original */
  TlumachSpan first, last; /* of the texts */
} Inside;

static void look_inside(const TlXmlNode *node, Inside *inside) {
  for (const TlXmlNode *child = node->first; child; child = child->next) {
    if (child->kind == TL_XML_TEXT && !is_blank(child->text)) {
      inside->first = inside->texts++ ? inside->first : child->tag;
      inside->last = child->tag;
    }
    if (child->kind != TL_XML_ELEMENT)
      continue;
    inside->tags += strcmp(child->local, "mrk") != 0 && strcmp(child->local, "hi") != 0;
    if (!is_code(child))
      look_inside(child, inside);
  }
}

static gboolean is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

char *tl_same_content(const TlSame *same, const TlXmlNode *source, const char *translation) {
  Inside inside = {0};
  look_inside(source, &inside);
  if (inside.texts == 0 || (inside.tags > 0 && inside.texts > 1))
    return NULL;
  TlumachSpan whole = tl_xml_node_content(source), text = {inside.first.start, inside.last.end};
  if (inside.tags == 0)
    text = whole; /* marks of terms are of the source alone */
  while (text.start < text.end && is_space(same->data[text.start]))
    text.start++;
  while (text.end > text.start && is_space(same->data[text.end - 1]))
    text.end--;
  g_autofree char *escaped = tl_same_text(translation);
  return g_strdup_printf("%.*s%s%.*s", (int)(text.start - whole.start), same->data + whole.start, escaped,
                         (int)(whole.end - text.end), same->data + text.end);
}

char *tl_same_tag(const TlXmlNode *like, const char *local) {
  return g_strconcat(like->prefix ? like->prefix : "", like->prefix ? ":" : "", local, NULL);
}

void tl_same_set_content(TlSame *same, const TlXmlNode *node, const char *content) {
  if (!tl_xml_node_empty(node)) {
    tl_splices_add(same->splices, tl_xml_node_content(node), g_strdup(content));
    return;
  }
  g_autofree char *name = tl_same_tag(node, node->local);
  tl_splices_add(same->splices, (TlumachSpan){node->tag.end - 2, node->tag.end},
                 g_strdup_printf(">%s</%s>", content, name));
}

void tl_same_set_attribute(TlSame *same, TlumachSpan tag, const char *name, const char *value) {
  TlumachSpan span;
  g_autofree char *escaped = tl_same_attribute(value);
  if (tl_xml_tag_attribute(same->data, tag, name, &span)) {
    tl_splices_add(same->splices, span, g_steal_pointer(&escaped));
    return;
  }
  size_t at = tag.end - (same->data[tag.end - 2] == '/' ? 2 : 1);
  tl_splices_add(same->splices, (TlumachSpan){at, at}, g_strdup_printf(" %s=\"%s\"", name, escaped));
}

void tl_same_put_behind(TlSame *same, const TlXmlNode *node, GPtrArray *elements) {
  TlumachSpan span = tl_xml_node_span(node);
  for (guint i = 0; i < elements->len; i++)
    tl_splices_add(same->splices, (TlumachSpan){span.end, span.end},
                   tl_like_neighbour(same->data, span.start, elements->pdata[i]));
  g_ptr_array_unref(elements);
}

void tl_same_take_away(TlSame *same, const TlXmlNode *node) {
  TlumachSpan span = tl_xml_node_span(node);
  span.start = tl_removal_start(same->data, span.start);
  tl_splices_add(same->splices, span, g_strdup(""));
}

/* -- the file --------------------------------------------------------------------------------------------------- */

static const struct {
  const char *format;
  gboolean (*write)(TlSame *same, GError **error);
  gboolean xml;
} ways[] = {{"xliff", tl_same_xliff, TRUE}, {"tmx", tl_same_tmx, TRUE}, {"po", tl_same_po, FALSE}};

static GHashTable *units_by_place(const TlumachReportFile *file) {
  GHashTable *units = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < file->n_units; i++) {
    size_t at = tl_bitext_place(file->bitext, file->units[i].pair, TLUMACH_SOURCE);
    g_hash_table_insert(units, GSIZE_TO_POINTER(at), (gpointer)&file->units[i]);
  }
  return units;
}

static gboolean write_file(TlSame *same, guint way, TlOutput *output, GError **error) {
  g_autoptr(TlDecoded) decoded = tl_bitext_decode(same->file->bitext, error);
  if (!decoded)
    return FALSE;
  same->data = tl_decoded_text(decoded, &same->length);
  g_autoptr(TlSplices) splices = same->splices = tl_splices_new();
  g_autoptr(GHashTable) units = units_by_place(same->file);
  same->units = units;
  g_autoptr(GBytes) bytes =
      ways[way].write(same, error) ? tl_splices_apply(splices, decoded, ways[way].xml, error) : NULL;
  if (!bytes)
    return FALSE;
  gsize size;
  const char *data = g_bytes_get_data(bytes, &size);
  tl_output_write(output, data, size);
  return TRUE;
}

gboolean tl_write_same(const TlumachReport *report, TlOutput *output, GError **error) {
  TlSame same = {.report = report, .file = report->files};
  const char *format = report->n_files == 1 ? tlumach_document_format(report->files->document) : "";
  for (guint way = 0; way < G_N_ELEMENTS(ways) && report->n_files == 1 && report->files->bitext; way++)
    if (strcmp(format, ways[way].format) == 0)
      return write_file(&same, way, output, error);
  tl_error_at(error, TLUMACH_ERROR_USAGE, report->n_files == 1 ? tlumach_document_name(report->files->document) : NULL,
              0, 0,
              report->n_files == 1 ? "is no XLIFF, PO or TMX file that could be written back as it was"
                                   : "one file at a time can be written back as it was");
  return FALSE;
}
