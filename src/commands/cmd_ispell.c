/* tlumach-ispell: what its clients may ask, and the sessions behind the pipe; the pipe itself is the editors' floor. */
#include <errno.h>
#include <string.h>

#include "base/error.h"
#include "commands/ispell_options.h"
#include "commands/places.h"
#include "editors/ispell/ispell.h"

#define EXIT_FAULT 1 /* as the programs whose names it bears */

static int fail(const GError *error) {
  fprintf(stderr, "tlumach-ispell: %s\n", error->message);
  return EXIT_FAULT;
}

static void complain(const char *message, gpointer user) {
  (void)user;
  fprintf(stderr, "tlumach-ispell: %s\n", message);
}

/* The person's own words are the pipe's own business: they change while it runs. */
static TlumachSession *open_session(guint dictionary, gpointer user, GError **error) {
  const TlIspellOptions *asked = user;
  g_autofree char *source = tl_ispell_language(asked->dictionaries[dictionary]);
  TlOptions options = asked->common;
  options.source = source;
  options.target = (char *)(strcmp(source, "en") == 0 ? "uk" : "en");
  options.dictionary = asked->dictionaries[dictionary];
  options.isolated = TRUE;
  return tl_options_session(&options, error);
}

/* A name without a folder is looked for here, then at home, as hunspell(1) does. */
static TlumachPersonal *open_personal(const TlIspellOptions *asked, const char *language) {
  g_autoptr(GError) error = NULL;
  const char *name = asked->personal && *asked->personal ? asked->personal : NULL;
  g_autofree char *path = !name ? tlumach_personal_path(language)
                          : strchr(name, '/') || g_file_test(name, G_FILE_TEST_EXISTS)
                              ? g_strdup(name)
                              : g_build_filename(g_get_home_dir(), name, NULL);
  TlumachPersonal *personal = !name && asked->common.isolated ? NULL : tlumach_personal_open(path, &error);
  if (error)
    complain(error->message, NULL);
  return personal ? personal : tlumach_personal_open(NULL, NULL);
}

static gboolean serve_files(const TlIspell *ispell, const GPtrArray *files, TlOutput *out, GError **error) {
  for (guint i = 0; i < files->len; i++) {
    const char *path = g_ptr_array_index(files, i);
    FILE *in = fopen(path, "re");
    if (!in) {
      tl_error_errno(error, path, errno, "cannot open");
      return FALSE;
    }
    gboolean done = tl_ispell_serve(ispell, in, out, error);
    fclose(in);
    if (!done)
      return FALSE;
  }
  return files->len > 0 || tl_ispell_serve(ispell, stdin, out, error);
}

static int serve(TlIspellOptions *asked) {
  g_autoptr(GError) error = NULL;
  if (!tl_ispell_options_open(asked, &error))
    return fail(error);
  g_autofree char *language = tl_ispell_language(asked->dictionaries[0]);
  g_autoptr(TlumachPersonal) personal = open_personal(asked, language);
  TlIspell ispell = {.personality = asked->personality,
                     .version = TLUMACH_VERSION,
                     .language = language,
                     .n_dictionaries = g_strv_length(asked->dictionaries),
                     .open = open_session,
                     .complain = complain,
                     .user = asked,
                     .personal = personal,
                     .encoding = asked->encoding,
                     .markup = asked->markup,
                     .byte_offsets = asked->byte_offsets,
                     .list = asked->task == TL_ISPELL_LIST};
  TlOutput *out = tl_output_stdout();
  int code = serve_files(&ispell, asked->arguments, out, &error) ? TL_EXIT_CLEAN : fail(error);
  return tl_finish(out, code);
}

/* Where editors may look: our own file when there is one for the dictionary (editors/ispell/README.md). */
static char *shown_base(const char *base) {
  g_autofree char *folder = tl_data_folder("editors/ispell"), *name = g_path_get_basename(base);
  g_autofree char *ours = folder ? g_build_filename(folder, name, NULL) : NULL;
  g_autofree char *aff = ours ? g_strconcat(ours, ".aff", NULL) : NULL;
  return aff && g_file_test(aff, G_FILE_TEST_EXISTS) ? g_steal_pointer(&ours) : g_strdup(base);
}

/* On standard error, as hunspell -D has it; readers take lines that begin with / for dictionaries, and the one with
 * .aff for the usual one. */
static int show_dictionaries(TlIspellOptions *asked) {
  g_autoptr(GError) error = NULL;
  if (!tl_ispell_options_open(asked, &error))
    return fail(error);
  g_auto(GStrv) all = tlumach_dictionaries();
  fputs("SEARCH PATH:\n.::", stderr);
  g_autofree char *before = NULL;
  for (char **base = all; *base; base++) {
    g_autofree char *folder = g_path_get_dirname(*base);
    if (g_strcmp0(folder, before) != 0)
      fprintf(stderr, "%s%s", before ? ":" : "", folder);
    g_free(before);
    before = g_steal_pointer(&folder);
  }
  fputs("\nAVAILABLE DICTIONARIES (path is not mandatory for -d option):\n", stderr);
  for (char **base = all; *base; base++) {
    g_autofree char *shown = shown_base(*base);
    fprintf(stderr, "%s\n", shown);
  }
  g_autofree char *usual = shown_base(asked->dictionaries[0]);
  fprintf(stderr, "LOADED DICTIONARY:\n%s.aff\n%s.dic\n", usual, asked->dictionaries[0]);
  return TL_EXIT_CLEAN;
}

/* aspell dicts: languages, then names. */
static int show_dicts(void) {
  g_auto(GStrv) all = tlumach_dictionaries();
  g_autofree char *before = NULL;
  for (char **base = all; *base; base++) {
    g_autofree char *name = g_path_get_basename(*base), *language = tl_ispell_language(*base);
    if (g_strcmp0(language, before) != 0 && strcmp(language, name) != 0)
      puts(language);
    puts(name);
    g_free(before);
    before = g_steal_pointer(&language);
  }
  return tl_finish_stdout(TL_EXIT_CLEAN);
}

static int show_config(TlIspellOptions *asked) {
  g_autoptr(GError) error = NULL;
  const char *key = asked->arguments->len > 0 ? g_ptr_array_index(asked->arguments, 0) : "";
  g_ptr_array_set_size(asked->arguments, 0);
  if (!tl_ispell_options_open(asked, &error))
    return fail(error);
  g_autofree char *language = tl_ispell_language(asked->dictionaries[0]), *folder = tl_data_folder("editors/ispell");
  const char *value = strcmp(key, "dict-dir") == 0 || strcmp(key, "data-dir") == 0 ? folder
                      : strcmp(key, "lang") == 0                                   ? language
                      : strcmp(key, "encoding") == 0                               ? "utf-8"
                                                                                   : NULL;
  if (!value) {
    fprintf(stderr, "tlumach-ispell: config \"%s\" is not known: dict-dir, data-dir, lang, encoding\n", key);
    return EXIT_FAULT;
  }
  puts(value);
  return tl_finish_stdout(TL_EXIT_CLEAN);
}

static int usage(FILE *to, int code) {
  fputs("Usage: tlumach-ispell -a | -l [-d DICTIONARY]\nspeaks the ispell protocol on standard input and output; see "
        "tlumach-ispell(1)\n",
        to);
  return code;
}

static int run(TlIspellOptions *asked) {
  switch (asked->task) {
  case TL_ISPELL_PIPE:
  case TL_ISPELL_LIST:
    return serve(asked);
  case TL_ISPELL_DICTIONARIES:
    return show_dictionaries(asked);
  case TL_ISPELL_DICTS:
    return show_dicts();
  case TL_ISPELL_CONFIG:
    return show_config(asked);
  case TL_ISPELL_HELP:
    return tl_finish_stdout(usage(stdout, TL_EXIT_CLEAN));
  case TL_ISPELL_VERSION: {
    g_autofree char *banner = tl_ispell_banner(asked->personality, TLUMACH_VERSION);
    fputs(banner, stdout);
    return tl_finish_stdout(TL_EXIT_CLEAN);
  }
  case TL_ISPELL_NONE:
    break;
  }
  return usage(stderr, TL_EXIT_ERROR);
}

int tl_ispell_main(int argc, char **argv) {
  g_autoptr(GError) error = NULL;
  TlIspellOptions asked;
  int code = tl_ispell_options_parse(argc, argv, &asked, &error) ? run(&asked) : fail(error);
  tl_ispell_options_clear(&asked);
  return code;
}
