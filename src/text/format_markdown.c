/* Markdown by md4c, which hands out pieces of the source itself: where a piece stands is pointer arithmetic. */
#include <md4c.h>
#include <string.h>

#include "base/error.h"
#include "base/xml_html.h"
#include "text/formats.h"

typedef struct Reading {
  TlDocumentBuilder *builder;
  const char *text;
  size_t length;
  size_t last; /* behind the last piece */
  guint skip;  /* inside blocks that are not for translation */
  TlumachBlockKind kind;
} Reading;

static TlumachBlockKind kind_of(MD_BLOCKTYPE type) {
  return type == MD_BLOCK_H                           ? TLUMACH_BLOCK_HEADING
         : type == MD_BLOCK_LI                        ? TLUMACH_BLOCK_ITEM
         : type == MD_BLOCK_TH || type == MD_BLOCK_TD ? TLUMACH_BLOCK_CELL
                                                      : TLUMACH_BLOCK_PARAGRAPH;
}

static guint is_skipped(MD_BLOCKTYPE type) {
  return type == MD_BLOCK_CODE || type == MD_BLOCK_HTML;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *user) {
  Reading *reading = user;
  (void)detail;
  tl_builder_end_block(reading->builder, reading->kind);
  reading->kind = kind_of(type);
  reading->skip += is_skipped(type);
  return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *user) {
  Reading *reading = user;
  (void)detail;
  tl_builder_end_block(reading->builder, reading->kind == TLUMACH_BLOCK_PARAGRAPH ? kind_of(type) : reading->kind);
  reading->kind = TLUMACH_BLOCK_PARAGRAPH;
  reading->skip -= is_skipped(type);
  return 0;
}

static int pass_span(MD_SPANTYPE type, void *detail, void *user) {
  (void)type, (void)detail, (void)user;
  return 0;
}

/* A line end inside a paragraph: md4c's own string, standing for the next line end of the source. */
static void line_end(Reading *reading) {
  size_t at = reading->last;
  while (at < reading->length && reading->text[at] != '\n' && reading->text[at] != '\r')
    at++;
  size_t end = MIN(at + 1, reading->length);
  tl_builder_replace(reading->builder, (TlumachSpan){MIN(at, end), end}, "\n", 1);
  reading->last = end;
}

/* <br>, <br/>, <BR />: md4c hands out each tag as one piece. */
static gboolean is_break_tag(const MD_CHAR *piece, MD_SIZE size) {
  return size >= 4 && g_ascii_strncasecmp(piece, "<br", 3) == 0 && strchr(" \t/>", piece[3]);
}

static int text_piece(MD_TEXTTYPE type, const MD_CHAR *piece, MD_SIZE size, void *user) {
  Reading *reading = user;
  if (reading->skip || (type == MD_TEXT_HTML && !is_break_tag(piece, size)))
    return 0;
  if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
    line_end(reading);
    return 0;
  }
  if (piece < reading->text || piece + size > reading->text + reading->length)
    return 0; /* indentation and the like, made up by md4c */
  TlumachSpan source = {(size_t)(piece - reading->text), (size_t)(piece - reading->text) + size};
  char decoded[8];
  size_t n = type == MD_TEXT_ENTITY ? tl_html_entity(piece, size, decoded) : 0;
  if (type == MD_TEXT_HTML)
    tl_builder_replace(reading->builder, source, "\n", 1);
  else if (n > 0)
    tl_builder_replace(reading->builder, source, decoded, n);
  else
    tl_builder_copy(reading->builder, source);
  reading->last = source.end;
  return 0;
}

/* Bytes of a front matter (a line of three hyphens, anything, the same line again), which md4c does not know. */
static size_t front_matter(const char *text, size_t length) {
  if (length < 4 || memcmp(text, "---", 3) != 0 || (text[3] != '\n' && text[3] != '\r'))
    return 0;
  const char *end = memmem(text + 3, length - 3, "\n---", 4);
  const char *after = end ? memchr(end + 1, '\n', length - (size_t)(end + 1 - text)) : NULL;
  return after && strspn(end + 4, " \r") == (size_t)(after - end - 4) ? (size_t)(after + 1 - text) : 0;
}

static gboolean read_markdown(TlDocumentBuilder *builder, const char *name, const char *text, size_t length,
                              TlumachNewline newline, GError **error) {
  static const MD_PARSER parser = {.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH,
                                   .enter_block = enter_block,
                                   .leave_block = leave_block,
                                   .enter_span = pass_span,
                                   .leave_span = pass_span,
                                   .text = text_piece};
  (void)newline;
  Reading reading = {.builder = builder, .text = text, .length = length};
  size_t skipped = front_matter(text, length);
  if (length > G_MAXUINT32 / 2 || md_parse(text + skipped, (MD_SIZE)(length - skipped), &parser, &reading) != 0) {
    tl_error_at(error, TLUMACH_ERROR_LIMIT, name, 0, 0, "is too large for Markdown; --input-format plain reads it");
    return FALSE;
  }
  return TRUE;
}

const TlFormat tl_format_markdown = {
    .name = "markdown", .endings = ".md .markdown .mkd", .marked_up = TRUE, .read = read_markdown};
