/* tlumach annotate: the file as it is, with equivalents put in after its terms. Take them away and every byte is as it
 * was. */
#include <stdio.h>
#include <string.h>

#include "base/binary.h"
#include "base/charset.h"
#include "base/file.h"
#include "commands/annotate.h"

typedef struct Annotating {
  const TlumachSession *session;
  TlOutput *output;
  TlumachDocument *document;
  GBytes *raw;
  size_t written; /* bytes of the file that are out */
  const TlAnnotateMarks *marks;
  gboolean quiet;
  GHashTable *seen; /* concepts, with --first */
  GError *error;
} Annotating;

static void write_raw(Annotating *a, size_t to) {
  const char *bytes = g_bytes_get_data(a->raw, NULL);
  tl_output_write(a->output, bytes + a->written, to - a->written);
  a->written = to;
}

/* In a web page, also inside an attribute (alt="…"), an equivalent stays text. */
static void append_target(Annotating *a, GString *text, const char *target) {
  if (strcmp(tlumach_document_format(a->document), "html") != 0) {
    g_string_append(text, target);
    return;
  }
  for (const char *p = target; *p; p++)
    switch (*p) {
    case '&':
      g_string_append(text, "&amp;");
      break;
    case '<':
      g_string_append(text, "&lt;");
      break;
    case '>':
      g_string_append(text, "&gt;");
      break;
    case '"':
      g_string_append(text, "&quot;");
      break;
    default:
      g_string_append_c(text, *p);
    }
}

static gboolean fits(const Annotating *a, const char *target) {
  g_autoptr(GBytes) bytes = tl_encode(target, strlen(target), tlumach_document_encoding(a->document), NULL);
  return bytes != NULL;
}

static void tell_left_out(const Annotating *a, const TlumachHit *hit, const char *target) {
  size_t line, column;
  if (a->quiet)
    return;
  tlumach_document_locate(a->document, hit->span.start, TLUMACH_COLUMN_CHARACTER, &line, &column);
  fprintf(stderr, "tlumach: warning: %s:%zu:%zu: %s cannot hold \"%s\", which is left out\n",
          tlumach_document_name(a->document), line, column, tlumach_document_encoding(a->document), target);
}

/* Equivalents that may be used, in the encoding of the file: those that it can hold. */
static GBytes *equivalents(Annotating *a, const TlumachHit *hit) {
  g_autoptr(GPtrArray) targets = tlumach_equivalents(a->session, hit->term);
  g_autoptr(GString) text = g_string_new(a->marks->open);
  guint n = 0;
  for (guint i = 0; i < targets->len; i++) {
    const TlumachTerm *target = g_ptr_array_index(targets, i);
    if (target->status == TLUMACH_STATUS_DEPRECATED || target->status == TLUMACH_STATUS_SUPERSEDED)
      continue;
    if (!fits(a, target->text)) {
      tell_left_out(a, hit, target->text);
      continue;
    }
    g_string_append(text, n++ ? a->marks->separator : "");
    append_target(a, text, target->text);
  }
  g_string_append(text, a->marks->close);
  return n ? tl_encode(text->str, text->len, tlumach_document_encoding(a->document), &a->error) : NULL;
}

static void annotate_hit(const TlumachHit *hit, gpointer user) {
  Annotating *a = user;
  TlumachSpan raw = tlumach_document_raw_span(a->document, hit->span, NULL);
  if (a->error || raw.end < a->written || (a->seen && !g_hash_table_add(a->seen, (gpointer)hit->term->concept)))
    return;
  g_autoptr(GBytes) insertion = equivalents(a, hit);
  if (!insertion)
    return;
  gsize length;
  const char *bytes = g_bytes_get_data(insertion, &length);
  write_raw(a, raw.end);
  tl_output_write(a->output, bytes, length);
}

/* Whatever fails, the rest of the input goes out unchanged: Vim's `%!` replaces the buffer even then. */
static gboolean annotate_file(Annotating *a, const TlOptions *options, const char *path,
                              const TlumachDocumentOptions *how, GError **error) {
  g_autoptr(GBytes) raw = tl_file_read(path, 0, error);
  if (!raw)
    return FALSE;
  a->raw = raw;
  a->written = 0;
  g_autoptr(TlumachDocument) document =
      a->session && tl_is_text(path, raw, options->encoding, error)
          ? tlumach_document_new(strcmp(path, "-") == 0 ? "<stdin>" : path, raw, how, error)
          : NULL;
  if (document) {
    tl_options_tell_odd(options, document);
    a->document = document;
    tlumach_find(a->session, document, TLUMACH_OVERLAPS_LONGEST, annotate_hit, a);
  }
  write_raw(a, g_bytes_get_size(raw));
  if (a->error)
    g_propagate_error(error, g_steal_pointer(&a->error));
  return document && !*error;
}

int tl_cmd_annotate(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  g_autofree char *open = NULL, *close = NULL, *separator = NULL;
  gboolean first = FALSE, checking = FALSE;
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {
      {"first", 0, 0, G_OPTION_ARG_NONE, &first, "Only the first occurrence of each concept", NULL},
      {"check", 0, 0, G_OPTION_ARG_NONE, &checking,
       "Findings of check, in the file of a translation: a bilingual file, or a text and its translation", NULL},
      {"open", 0, 0, G_OPTION_ARG_FILENAME, &open, "What stands before the equivalents (\" [\")", "TEXT"},
      {"close", 0, 0, G_OPTION_ARG_FILENAME, &close, "What stands after them (\"]\")", "TEXT"},
      {"separator", 0, 0, G_OPTION_ARG_FILENAME, &separator, "What stands between them (\"; \")", "TEXT"},
      G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return tl_pass_on(code);
  const TlAnnotateMarks marks = {open ? open : " [", close ? close : "]", separator ? separator : "; "};
  if (checking)
    return tl_annotate_check(&options, &marks);
  TlumachDocumentOptions document_options;
  if (!tl_options_only_text(&options, &error) || !tl_options_document_options(&options, &document_options, &error))
    return tl_pass_on(tl_fail(error));
  Annotating a = {.marks = &marks, .quiet = options.quiet};
  g_autoptr(TlumachSession) session = tl_options_term_session(&options, &error);
  if (!session)
    code = tl_fail(error);
  a.session = session;
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  a.seen = first ? seen : NULL;
  g_autoptr(GError) output_error = NULL;
  a.output = tl_options_text_output(&options, &output_error);
  if (!a.output)
    return tl_fail(output_error);
  static char *standard_input[] = {(char *)"-", NULL};
  for (char **file = options.files ? options.files : standard_input; *file; file++) {
    g_autoptr(GError) file_error = NULL;
    if (!annotate_file(&a, &options, *file, &document_options, &file_error)) {
      if (code == TL_EXIT_CLEAN || file_error)
        code = file_error ? tl_fail(file_error) : TL_EXIT_ERROR;
    }
  }
  g_autoptr(GError) close_error = NULL;
  return tl_output_close(a.output, &close_error) ? code : tl_fail(close_error);
}
