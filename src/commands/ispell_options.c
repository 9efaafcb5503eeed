/* What each letter means is in ispell(1), aspell(1) and hunspell(1). Where they differ (-l, -w, -P, -L) the personality
 * or the next argument decides; editors pass empty arguments, which mean nothing. */
#include "commands/ispell_options.h"

#include <string.h>

#include "base/charset.h"
#include "base/error.h"
#include "base/nearest.h"
#include "commands/config.h"

typedef struct Parser {
  TlIspellOptions *options;
  char **argv;
  int argc, at;
  GError **error;
} Parser;

/* The value of an option: what is attached to it, else the next argument. */
static const char *value(Parser *parser, const char *attached) {
  if (attached && *attached)
    return attached;
  return parser->at + 1 < parser->argc ? parser->argv[++parser->at] : "";
}

static void put(char **slot, const char *text) {
  g_free(*slot);
  *slot = g_strdup(text);
}

static void task(Parser *parser, TlIspellTask wanted) {
  TlIspellTask *now = &parser->options->task;
  if (*now <= TL_ISPELL_LIST || wanted >= TL_ISPELL_VERSION)
    *now = *now == TL_ISPELL_PIPE && wanted == TL_ISPELL_LIST ? TL_ISPELL_PIPE : wanted;
}

static void mode(Parser *parser, const char *name) {
  parser->options->markup = tl_markup_named(name, -1);
}

static gboolean personality(Parser *parser, const char *name) {
  parser->options->personality = tl_personality_named(name);
  if (parser->options->personality)
    return TRUE;
  g_autofree const char **names = tl_personality_names();
  g_autofree char *meant = tl_did_you_mean(name, names, TRUE);
  tl_error_at(parser->error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "--personality: unknown value \"%s\"%s", name, meant);
  return FALSE;
}

/* --name=value, --name value. */
static gboolean long_option(Parser *parser, const char *name) {
  static const char *const with_value[] = {"mode",        "encoding",    "lang",     "master",   "personal",
                                           "personality", "glossary",    "config",   "sug-mode", "filter",
                                           "add-filter",  "extra-dicts", "dict-dir", "data-dir", "home-dir",
                                           "size",        "ignore",      "repl",     NULL};
  TlIspellOptions *o = parser->options;
  const char *equals = strchr(name, '=');
  g_autofree char *own = g_strndup(name, equals ? (gsize)(equals - name) : strlen(name));
  const char *is = equals ? equals + 1 : g_strv_contains(with_value, own) ? value(parser, NULL) : NULL;
  if (strcmp(own, "personality") == 0)
    return personality(parser, is);
  if (strcmp(own, "lang") == 0 || strcmp(own, "master") == 0)
    put(&o->asked, is ? is : "");
  else if (strcmp(own, "encoding") == 0)
    put(&o->encoding, is ? is : "");
  else if (strcmp(own, "personal") == 0)
    put(&o->personal, is ? is : "");
  else if (strcmp(own, "config") == 0)
    put(&o->common.config, is ? is : "");
  else if (strcmp(own, "mode") == 0)
    mode(parser, is ? is : "");
  else if (strcmp(own, "byte-offsets") == 0)
    o->byte_offsets = TRUE;
  else if (strcmp(own, "isolated") == 0)
    o->common.isolated = TRUE;
  else if (strcmp(own, "version") == 0)
    task(parser, TL_ISPELL_VERSION);
  else if (strcmp(own, "help") == 0)
    task(parser, TL_ISPELL_HELP);
  else if (strcmp(own, "glossary") == 0) {
    guint n = o->common.glossaries ? g_strv_length(o->common.glossaries) : 0;
    o->common.glossaries = g_renew(char *, o->common.glossaries, n + 2);
    o->common.glossaries[n] = g_strdup(is);
    o->common.glossaries[n + 1] = NULL;
  }
  return TRUE;
}

/* ispell's -w, -L, -T and -P have a value, hunspell's -w and -L have none. */
static void maybe_value(Parser *parser, const char *attached) {
  const char *next = parser->at + 1 < parser->argc ? parser->argv[parser->at + 1] : NULL;
  if (!*attached && next && *next != '-' && strcmp(next, "list") != 0 && strcmp(next, "pipe") != 0)
    parser->at++;
}

static gboolean short_option(Parser *parser, const char *option) {
  TlIspellOptions *o = parser->options;
  const char *attached = option + 1;
  switch (*option) {
  case 'a':
    task(parser, TL_ISPELL_PIPE);
    break;
  case 'D':
    task(parser, TL_ISPELL_DICTIONARIES);
    break;
  case 'v':
    task(parser, TL_ISPELL_VERSION);
    break;
  case 'h':
    task(parser, TL_ISPELL_HELP);
    break;
  case 'd':
    put(&o->asked, value(parser, attached));
    break;
  case 'i':
    put(&o->encoding, value(parser, attached));
    break;
  case 'p':
    put(&o->personal, value(parser, attached));
    break;
  case 'g':
    return long_option(parser, "glossary");
  case 'l':
    if (o->personality->language)
      put(&o->asked, value(parser, attached));
    else
      task(parser, TL_ISPELL_LIST);
    break;
  case 't':
    mode(parser, "tex");
    break;
  case 'n':
    mode(parser, "nroff");
    break;
  case 'H':
  case 'X':
    mode(parser, "html");
    break;
  case 'T':
    mode(parser, *attached ? attached : parser->at + 1 < parser->argc ? parser->argv[parser->at + 1] : "");
    maybe_value(parser, attached);
    break;
  case 'w':
  case 'L':
  case 'P':
  case 'W':
    maybe_value(parser, attached);
    break;
  default:
    break;
  }
  return TRUE;
}

/* aspell's actions, and files. */
static void argument(Parser *parser, char *text) {
  static const struct {
    const char *name;
    TlIspellTask task;
  } actions[] = {
      {"pipe", TL_ISPELL_PIPE}, {"list", TL_ISPELL_LIST}, {"dicts", TL_ISPELL_DICTS}, {"config", TL_ISPELL_CONFIG}};
  TlIspellOptions *o = parser->options;
  for (guint i = 0; o->arguments->len == 0 && i < G_N_ELEMENTS(actions); i++)
    if (strcmp(text, actions[i].name) == 0 && (actions[i].task <= TL_ISPELL_LIST || o->personality->language)) {
      task(parser, actions[i].task);
      return;
    }
  g_ptr_array_add(o->arguments, text);
}

/* The personality first: it says what the other options mean. */
static gboolean find_personality(Parser *parser) {
  parser->options->personality = tl_personality_of_program(parser->argv[0]);
  if (!parser->options->personality)
    parser->options->personality = tl_personality_named("hunspell");
  for (int i = 1; i < parser->argc; i++)
    if (g_str_has_prefix(parser->argv[i], "--personality=") && !personality(parser, strchr(parser->argv[i], '=') + 1))
      return FALSE;
  return TRUE;
}

gboolean tl_ispell_options_parse(int argc, char **argv, TlIspellOptions *options, GError **error) {
  Parser parser = {options, argv, argc, 0, error};
  *options = (TlIspellOptions){.task = TL_ISPELL_NONE, .arguments = g_ptr_array_new()};
  if (!find_personality(&parser))
    return FALSE;
  for (parser.at = 1; parser.at < argc; parser.at++) {
    char *text = argv[parser.at];
    if (g_str_has_prefix(text, "--") ? !long_option(&parser, text + 2)
                                     : *text == '-' && text[1] && !short_option(&parser, text + 1))
      return FALSE;
    if (*text && *text != '-')
      argument(&parser, text);
  }
  if (options->task == TL_ISPELL_NONE && options->personality->list)
    options->task = TL_ISPELL_LIST;
  return TRUE;
}

char *tl_ispell_language(const char *dictionary) {
  g_autofree char *name = g_path_get_basename(dictionary);
  return g_strndup(name, strcspn(name, "_-."));
}

/* "uk_UA", "uk-UA", "uk", "ukrainian", a path: to the path of the dictionary. */
static char *find_dictionary(const char *name, GError **error) {
  static const char *const names[][2] = {
      {"ukrainian", "uk_UA"}, {"english", "en_US"}, {"american", "en_US"}, {"british", "en_GB"}, {"russian", "ru_RU"},
      {"polish", "pl_PL"},    {"german", "de_DE"},  {"deutsch", "de_DE"},  {"francais", "fr"},   {"default", "uk_UA"}};
  g_autofree char *own = g_strdelimit(g_strdup(name), strchr(name, '/') ? "" : "-", '_');
  for (guint i = 0; i < G_N_ELEMENTS(names); i++)
    if (g_ascii_strcasecmp(name, names[i][0]) == 0)
      put(&own, names[i][1]);
  char *path = tlumach_dictionary_find(own, NULL);
  const char *usual = tlumach_usual_dictionary(own);
  if (!path && usual && strcmp(usual, own) != 0)
    path = tlumach_dictionary_find(usual, NULL);
  return path ? path : tlumach_dictionary_find(own, error);
}

static gboolean find_dictionaries(TlIspellOptions *options, GError **error) {
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
  g_auto(GStrv) names = g_strsplit(options->asked, ",", -1);
  for (char **name = names; *name; name++) {
    if (!*g_strstrip(*name))
      continue;
    char *path = find_dictionary(*name, error);
    if (!path)
      return FALSE;
    g_ptr_array_add(found, path);
  }
  if (found->len == 0)
    return tlumach_dictionary_find("", error) != NULL;
  g_ptr_array_add(found, NULL);
  options->dictionaries = g_strdupv((char **)found->pdata);
  return TRUE;
}

/* Only encodings whose lines end with the byte that our lines end with. */
static gboolean check_encoding(TlIspellOptions *options, GError **error) {
  const char *name = options->encoding;
  if (!name || !*name || g_ascii_strcasecmp(name, "UTF-8") == 0 || g_ascii_strcasecmp(name, "UTF8") == 0 ||
      g_ascii_strcasecmp(name, "none") == 0) {
    g_clear_pointer(&options->encoding, g_free);
    return TRUE;
  }
  g_autoptr(GBytes) bytes = g_bytes_new_static("a", 1);
  g_autoptr(TlDecoded) decoded = tl_decode("-i", bytes, name, error);
  if (!decoded)
    return FALSE;
  size_t length;
  const char *text = tl_decoded_text(decoded, &length);
  g_autofree char *back = g_convert("a\n", 2, name, "UTF-8", NULL, NULL, NULL);
  if (length == 1 && *text == 'a' && back && strcmp(back, "a\n") == 0)
    return TRUE;
  tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "-i %s: lines of that encoding cannot be told apart; use UTF-8",
              name);
  return FALSE;
}

gboolean tl_ispell_options_open(TlIspellOptions *options, GError **error) {
  TlOptions *common = &options->common;
  if (!tl_config_apply(common, error) || !check_encoding(options, error))
    return FALSE;
  if (!options->asked)
    options->asked = g_strdup(common->dictionary ? common->dictionary : common->source ? common->source : "uk");
  tl_options_settle(common);
  common->quiet = TRUE;
  return find_dictionaries(options, error);
}

void tl_ispell_options_clear(TlIspellOptions *options) {
  tl_options_clear(&options->common);
  g_strfreev(options->dictionaries);
  g_free(options->asked);
  g_free(options->personal);
  g_free(options->encoding);
  if (options->arguments)
    g_ptr_array_unref(options->arguments);
}
