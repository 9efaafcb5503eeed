/* tlumach-ispell: the options of ispell, aspell and hunspell, as far as their clients use them; the pipe is the editors' floor. */
#include <string.h>

#include "commands/options.h"
#include "editors/ispell.h"

typedef struct Asked {
  TlOptions options;
  gboolean pipe, list, version, byte_offsets;
} Asked;

static TlumachSession *open_session(gpointer user, GError **error) {
  return tl_options_session(&((Asked *)user)->options, error);
}

/* "-d uk_UA" or "-duk_UA"; of "uk_UA,en_US" the first. */
static void take_dictionary(Asked *asked, const char *names) {
  g_auto(GStrv) each = g_strsplit(names, ",", 2);
  if (!each[0] || !*each[0])
    return;
  tl_options_clear(&asked->options);
  asked->options.dictionary = g_strdup(each[0]);
  asked->options.source = g_strndup(each[0], strcspn(each[0], "_-."));
}

static void parse(Asked *asked, int argc, char **argv) {
  static const char *const with_value[] = {"-d", "-p", "-i", "-P", "-w", "-T", "-L", NULL};
  for (int i = 1; i < argc; i++) {
    const char *argument = argv[i];
    if (g_str_has_prefix(argument, "--lang=") || g_str_has_prefix(argument, "--master="))
      take_dictionary(asked, strchr(argument, '=') + 1);
    else if (strcmp(argument, "-a") == 0 || strcmp(argument, "pipe") == 0)
      asked->pipe = TRUE;
    else if (strcmp(argument, "-l") == 0 || strcmp(argument, "list") == 0)
      asked->list = TRUE;
    else if (g_str_has_prefix(argument, "-v") || strcmp(argument, "--version") == 0)
      asked->version = TRUE;
    else if (strcmp(argument, "--byte-offsets") == 0)
      asked->byte_offsets = TRUE;
    else if (g_strv_contains(with_value, argument) && i + 1 < argc) {
      if (argument[1] == 'd')
        take_dictionary(asked, argv[i + 1]);
      i++;
    } else if (g_str_has_prefix(argument, "-d"))
      take_dictionary(asked, argument + 2);
  }
}

int tl_ispell_main(int argc, char **argv) {
  g_autoptr(GError) error = NULL;
  Asked asked = {.pipe = FALSE};
  parse(&asked, argc, argv);
  if (!asked.options.source)
    asked.options.source = g_strdup("uk");
  asked.options.target = g_strdup("en");
  asked.options.quiet = TRUE;
  if (asked.version) {
    printf("@(#) International Ispell Version 3.2.06 (but really Tlumach %s)\n", TLUMACH_VERSION);
    tl_options_clear(&asked.options);
    return tl_finish_stdout(TL_EXIT_CLEAN);
  }
  if (!asked.pipe && !asked.list) {
    fputs("Usage: tlumach-ispell -a | -l [-d DICTIONARY]\nspeaks the ispell protocol on standard input and output; see tlumach-ispell(1)\n", stderr);
    tl_options_clear(&asked.options);
    return TL_EXIT_ERROR;
  }
  TlOutput *out = tl_output_stdout();
  TlIspell ispell = {TLUMACH_VERSION, asked.byte_offsets, asked.list && !asked.pipe, open_session, &asked};
  int code = tl_ispell_serve(&ispell, stdin, out, &error) ? TL_EXIT_CLEAN : tl_fail(error);
  tl_options_clear(&asked.options);
  return tl_finish(out, code);
}
