/* The table of formats. A new one is a line here and a file writer_NAME.c. */
#include <string.h>

#include "reports/report.h"

#define WRITERS(X)                                                                                                     \
  X("html", ".html .htm", "a page to read and to translate in, whole in one file", tl_write_html)                      \
  X("tmx", ".tmx", "translation memory, TMX 1.4b", tl_write_tmx)                                                       \
  X("xliff", ".xlf .xliff", "XLIFF 1.2, terms marked in the source", tl_write_xliff)                                   \
  X("xliff2", ".xlf2 .xliff2", "XLIFF 2.1 with its glossary module", tl_write_xliff2)                                  \
  X("tsv", ".tsv .tab", "a table: source, target, terms, names, misspellings", tl_write_tsv)                           \
  X("md", ".md .markdown", "a bilingual table in Markdown", tl_write_markdown)                                         \
  X("jsonl", ".jsonl .ndjson", "an object a segment, for programs", tl_write_jsonl)                                    \
  X("text", ".txt .text", "for a terminal: each segment, what is known of it below", tl_write_text)                    \
  X("same", "", "an XLIFF, PO or TMX file as it was, with what is known filled in", tl_write_same)                     \
  X("ansi", "", "the same with colours", tl_write_ansi)

#define ROW(name, endings, about, write) {name, endings, about, write},
#define PAIR(name, endings, about, write) name, about,

const TlWriter tl_writers[] = {WRITERS(ROW){NULL, NULL, NULL, NULL}};
const char *const tl_writer_list[] = {WRITERS(PAIR) NULL};

const TlWriter *tl_writer_named(const char *name) {
  for (const TlWriter *writer = tl_writers; writer->name; writer++)
    if (strcmp(writer->name, name) == 0)
      return writer;
  return NULL;
}

/* Does `path` end with one of the blank-separated endings? Case aside: ".TMX" comes from other systems. */
static gboolean has_ending(const char *path, const char *endings) {
  size_t length = strlen(path);
  while (*endings) {
    size_t n = strcspn(endings, " ");
    if (n < length && g_ascii_strncasecmp(path + length - n, endings, n) == 0)
      return TRUE;
    endings += n + (endings[n] == ' ');
  }
  return FALSE;
}

const TlWriter *tl_writer_for_file(const char *path) {
  for (const TlWriter *writer = tl_writers; writer->name; writer++)
    if (has_ending(path, writer->endings))
      return writer;
  return NULL;
}
