/* Commands: the first character says which. None has an answer but aspell's questions ($$).
 *
 *     *word &word @word #      mine, mine in small letters, right for now, save
 *     ! %                      only wrong words, all; `: with the word itself
 *     + - ~                    markup by name, none, character sets
 *     _word /word              take back (enchant)
 *     $$ra wrong,right …       aspell; see questions[]
 */
#include <string.h>

#include "editors/ispell/pipe.h"

static void own(TlPipe *pipe, const char *word) {
  if (*word)
    tlumach_personal_add(pipe->ispell->personal, word);
}

static void save(TlPipe *pipe) {
  g_autoptr(GError) error = NULL;
  if (!tlumach_personal_save(pipe->ispell->personal, &error))
    pipe->ispell->complain(error->message, pipe->ispell->user);
}

static void say(TlPipe *pipe, const char *text) {
  tl_pipe_write(pipe, text, strlen(text));
  tl_pipe_write(pipe, "\n", 1);
}

/* "2: one, two" */
static void list_words(TlPipe *pipe, const TlumachPersonal *personal) {
  g_auto(GStrv) words = tlumach_personal_words(personal);
  g_autofree char *joined = g_strjoinv(", ", words);
  g_autofree char *line = g_strdup_printf("%u: %s", g_strv_length(words), joined);
  say(pipe, line);
}

static void replacement(TlPipe *pipe, const char *value) {
  g_auto(GStrv) pair = g_strsplit(value, ",", 2);
  if (pair[0] && pair[1] && *g_strstrip(pair[0]) && *g_strstrip(pair[1]))
    tl_pipe_prefer(pipe, pair[0], pair[1]);
}

static void configure(TlPipe *pipe, const char *value) {
  if (g_str_has_prefix(value, "mode,"))
    pipe->markup = tl_markup_named(value + strlen("mode,"), -1);
}

static void configured(TlPipe *pipe, const char *key) {
  static const char *const modes[] = {"none", "html", "tex", "nroff", "markdown"};
  const TlIspell *ispell = pipe->ispell;
  say(pipe, strcmp(key, "lang") == 0 || strcmp(key, "master") == 0 ? ispell->language
            : strcmp(key, "encoding") == 0                         ? (ispell->encoding ? ispell->encoding : "utf-8")
            : strcmp(key, "mode") == 0                             ? modes[pipe->markup]
                                                                   : "");
}

static void language(TlPipe *pipe, const char *value) {
  (void)value;
  say(pipe, pipe->ispell->language);
}

static void personal_words(TlPipe *pipe, const char *value) {
  (void)value;
  list_words(pipe, pipe->ispell->personal);
}

static void accepted_words(TlPipe *pipe, const char *value) {
  (void)value;
  list_words(pipe, pipe->accepted);
}

static void word_characters(TlPipe *pipe, const char *value) {
  (void)value;
  say(pipe, "-'`ʼ’");
}

static const struct {
  const char name[3];
  void (*ask)(TlPipe *pipe, const char *value);
} questions[] = {{"ra", replacement},    {"cs", configure},      {"cr", configured},     {"l", language},
                 {"pp", personal_words}, {"ps", accepted_words}, {"wc", word_characters}};

/* "$$cr lang". Real text may begin with $$, so only what is known is a command. */
static gboolean ask(TlPipe *pipe, const char *line) {
  size_t name = strcspn(line, " ");
  for (guint i = 0; i < G_N_ELEMENTS(questions); i++)
    if (strlen(questions[i].name) == name && strncmp(line, questions[i].name, name) == 0) {
      g_autofree char *value = g_strstrip(g_strdup(line + name));
      questions[i].ask(pipe, value);
      return TRUE;
    }
  return FALSE;
}

static gboolean obey_word(TlPipe *pipe, char command, const char *word) {
  g_autofree char *small = NULL;
  if (command == '*')
    own(pipe, word);
  else if (command == '&')
    own(pipe, small = g_utf8_strdown(word, -1));
  else if (command == '@')
    tlumach_personal_add(pipe->accepted, word);
  else if (pipe->ispell->personality->remove && command == '_')
    tlumach_personal_remove(pipe->ispell->personal, word);
  else if (pipe->ispell->personality->remove && command == '/')
    tlumach_personal_remove(pipe->accepted, word);
  else
    return FALSE;
  return TRUE;
}

static gboolean obey_mode(TlPipe *pipe, char command, const char *rest) {
  switch (command) {
  case '!':
  case '%':
    pipe->terse = command == '!';
    pipe->verbose = FALSE;
    return TRUE;
  case '`':
    pipe->verbose = TRUE;
    pipe->terse = FALSE;
    return TRUE;
  case '+': /* alone it is ispell's TeX mode */
    pipe->markup = *rest ? tl_markup_named(rest, -1) : TL_MARKUP_TEX;
    return TRUE;
  case '-':
    pipe->markup = TL_MARKUP_NONE;
    return TRUE;
  case '#':
    save(pipe);
    return TRUE;
  case '~':
    return TRUE;
  default:
    return FALSE;
  }
}

gboolean tl_pipe_obey(TlPipe *pipe, const char *line, size_t length) {
  if (length == 0 || !strchr("*&@_/!%`+-#~$", line[0]) || !line[0])
    return FALSE;
  g_autofree char *rest = g_strstrip(g_utf8_make_valid(line + 1, (gssize)length - 1));
  if (line[0] == '$')
    return rest[0] == '$' && ask(pipe, rest + 1);
  return obey_word(pipe, line[0], rest) || obey_mode(pipe, line[0], rest);
}
