#include "terms/tbx/file.h"

#include <string.h>

#include "base/error.h"
#include "terms/tbx/names.h"
#include "terms/tbx/read.h"

/* -- what stands around the entries -- */

#define AROUND_MAX 16u

typedef struct Head {
  TlTbxFile *file;
  TlTbxNames *names;
  TlXmlElement open[AROUND_MAX]; /* only their spans are used */
  char *closing[AROUND_MAX];
  guint depth;
  gboolean found; /* what entries stand in */
} Head;

static char *qualified(const TlXmlElement *element) {
  return element->prefix ? g_strdup_printf("%s:%s", element->prefix, element->local) : g_strdup(element->local);
}

/* Called at the first entry, and at <body>, in case there is none. */
static void keep_around(Head *head) {
  TlTbxFile *file = head->file;
  g_string_truncate(file->before, 0);
  g_string_truncate(file->after, 0);
  file->n_around = head->depth;
  for (guint i = 0; i < head->depth; i++) {
    TlumachSpan tag = head->open[i].tag;
    gboolean empty = file->text[tag.end - 2] == '/';
    g_string_append_len(file->before, file->text + tag.start, (gssize)(tag.end - tag.start - (empty ? 2 : 1)));
    g_string_append_c(file->before, '>');
    g_autofree char *end = g_strdup_printf("</%s>", head->closing[i]);
    g_string_prepend(file->after, end);
    file->body = tag;
    file->body_empty = empty;
  }
  head->found = TRUE;
}

static gboolean on_start(gpointer user, const TlXmlElement *element, GError **error) {
  Head *head = user;
  TlTbxKind kind = tl_tbx_kind(head->names, element->local);
  if (kind == TL_TBX_ENTRY && head->depth > 0) {
    keep_around(head);
    g_set_error_literal(error, TLUMACH_ERROR, TLUMACH_ERROR_USAGE, ""); /* seen enough */
    return FALSE;
  }
  if (head->depth == AROUND_MAX)
    return TRUE;
  head->open[head->depth] = *element;
  head->closing[head->depth++] = qualified(element);
  if (kind == TL_TBX_BODY)
    keep_around(head);
  return TRUE;
}

static gboolean on_end(gpointer user, const TlXmlElement *element, GError **error) {
  (void)error;
  Head *head = user;
  if (element->depth <= head->depth)
    g_free(head->closing[--head->depth]);
  return TRUE;
}

static void read_head(TlTbxFile *file) {
  static const TlXmlHandler handler = {.start = on_start, .end = on_end};
  g_autoptr(TlTbxNames) names = tl_tbx_names_new();
  Head head = {.file = file, .names = names};
  tl_xml_parse(file->path, file->text, file->length, &handler, &head, NULL);
  while (head.depth > 0)
    g_free(head.closing[--head.depth]);
}

TlTbxFile *tl_tbx_file_read(const char *path, GBytes *raw, GError **error) {
  g_autoptr(TlTbxFile) file = g_new0(TlTbxFile, 1);
  file->path = g_strdup(path);
  file->before = g_string_new(NULL);
  file->after = g_string_new(NULL);
  file->decoded = tl_xml_decode(path, raw, error);
  file->base = file->decoded ? tl_tbx_read(path, raw, error) : NULL;
  if (!file->base)
    return NULL;
  file->text = tl_decoded_text(file->decoded, &file->length);
  read_head(file);
  if (file->n_around == 0) {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, path, 0, 0, "has no <body> for entries to stand in");
    return NULL;
  }
  return g_steal_pointer(&file);
}

void tl_tbx_file_free(TlTbxFile *file) {
  if (!file)
    return;
  tlumach_termbase_free(file->base);
  if (file->decoded)
    tl_decoded_free(file->decoded);
  g_string_free(file->before, TRUE);
  g_string_free(file->after, TRUE);
  g_free(file->path);
  g_free(file);
}

/* -- entries as trees -- */

static void shift(TlXmlNode *node, size_t by) {
  TlumachSpan *spans[] = {&node->tag, &node->end_tag};
  for (guint i = 0; i < G_N_ELEMENTS(spans); i++)
    if (spans[i]->end >= by)
      *spans[i] = (TlumachSpan){spans[i]->start - by, spans[i]->end - by};
  for (TlXmlNode *child = node->first; child; child = child->next)
    shift(child, by);
}

static TlXmlNode *first_element(TlXmlNode *node) {
  TlXmlNode *child = node->first;
  while (child && child->kind != TL_XML_ELEMENT)
    child = child->next;
  return child;
}

TlXmlNode *tl_tbx_file_tree(const TlTbxFile *file, const char *entry, size_t length, TlArena *arena, GError **error) {
  g_autoptr(GString) whole = g_string_new_len(file->before->str, (gssize)file->before->len);
  g_string_append_len(whole, entry, (gssize)length);
  g_string_append(whole, file->after->str);
  TlXmlNode *node = tl_xml_tree(file->path, whole->str, whole->len, arena, error);
  for (guint i = 0; node && i < file->n_around; i++)
    node = first_element(node);
  if (node)
    shift(node, file->before->len);
  return node;
}

TlXmlNode *tl_tbx_file_entry(const TlTbxFile *file, guint i, TlArena *arena, GError **error) {
  guint n;
  TlumachSpan span = tlumach_termbase_concepts(file->base, &n)[i].file_span;
  return tl_tbx_file_tree(file, file->text + span.start, span.end - span.start, arena, error);
}

/* The attributes of the tags around are read off their text: the tags are known to be well-formed. The innermost
 * declaration counts. */
char *tl_tbx_file_prefix(const TlTbxFile *file, const char *uri) {
  char *prefix = NULL;
  for (const char *at = file->before->str; (at = strstr(at, "xmlns"));) {
    gboolean begins = at > file->before->str && g_ascii_isspace(at[-1]);
    at += strlen("xmlns");
    size_t name = *at == ':' ? strcspn(at + 1, "= \t\r\n") : 0;
    const char *value = at + (*at == ':' ? 1 + name : 0);
    value += strspn(value, " \t\r\n=");
    if (!begins || (*value != '"' && *value != '\''))
      continue;
    size_t length = strcspn(value + 1, *value == '"' ? "\"" : "'");
    if (strlen(uri) == length && memcmp(value + 1, uri, length) == 0) {
      g_free(prefix);
      prefix = name > 0 ? g_strdup_printf("%.*s:", (int)name, at + 1) : g_strdup("");
    }
    at = value + 1 + length;
  }
  return prefix;
}
