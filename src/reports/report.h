/* What `prepare` found, whole, for the writers: files, their units, and all that is known of each unit. */
#ifndef TL_REPORTS_REPORT_H
#define TL_REPORTS_REPORT_H

#include "base/output.h"
#include "tlumach/document.h"
#include "tlumach/report.h"

/* A way to write a report. One line a format, in the table of writers.c. */
typedef struct TlWriter {
  const char *name;    /* for --format */
  const char *endings; /* ".tmx" or ".html .htm": how -o guesses it */
  const char *about;   /* one line for --help */
  gboolean (*write)(const TlumachReport *report, TlOutput *output, GError **error);
} TlWriter;

/* By name, or by the ending of a file name; NULL when there is none. */
const TlWriter *tl_writer_named(const char *name);
const TlWriter *tl_writer_for_file(const char *path);
/* The table, ended by a NULL name. */
extern const TlWriter tl_writers[];
/* Name and `about` of each by turns, ended by NULL. */
extern const char *const tl_writer_list[];

/* The functions of the table, each in its file. */
gboolean tl_write_html(const TlumachReport *report, TlOutput *output, GError **error);
gboolean tl_write_tmx(const TlumachReport *report, TlOutput *output, GError **error);
gboolean tl_write_xliff(const TlumachReport *report, TlOutput *output, GError **error);
gboolean tl_write_xliff2(const TlumachReport *report, TlOutput *output, GError **error);
gboolean tl_write_tsv(const TlumachReport *report, TlOutput *output, GError **error);
gboolean tl_write_markdown(const TlumachReport *report, TlOutput *output, GError **error);
gboolean tl_write_jsonl(const TlumachReport *report, TlOutput *output, GError **error);
gboolean tl_write_text(const TlumachReport *report, TlOutput *output, GError **error);
gboolean tl_write_same(const TlumachReport *report, TlOutput *output, GError **error);
gboolean tl_write_ansi(const TlumachReport *report, TlOutput *output, GError **error);

#endif
