/* Lines of a .aff file by their first word. What the expansion cannot follow (compounding, two-level affixes, words
 * that need an affix) does not stop the reading: it clears `complete` or marks its flag doubtful, and live Hunspell is
 * asked there. */
#include "lang/frozen/affix.h"

#include <string.h>

#include "base/error.h"

enum { FLAG_CHAR, FLAG_LONG, FLAG_NUM };

#define MAX_RULES 200000

typedef struct Reader {
  TlAffixes *affixes;
  const char *name;
  size_t line;
} Reader;

static gboolean fail(Reader *reader, GError **error, const char *why) {
  tl_error_at(error, TLUMACH_ERROR_DICTIONARY, reader->name, reader->line, 0, "%s", why);
  return FALSE;
}

static gboolean read_flag(const TlAffixes *affixes, const char **text, guint32 *flag) {
  const char *p = *text;
  switch (affixes->flag_form) {
  case FLAG_LONG:
    if (!p[0] || !p[1])
      return FALSE;
    *flag = ((guint32)(guchar)p[0] << 8) | (guchar)p[1];
    *text = p + 2;
    return TRUE;
  case FLAG_NUM: {
    char *end;
    guint64 n = g_ascii_strtoull(p, &end, 10);
    if (end == p || n == 0 || n > 65535)
      return FALSE;
    *flag = (guint32)n;
    *text = *end == ',' ? end + 1 : end;
    return TRUE;
  }
  default:
    *flag = g_utf8_get_char(p);
    *text = g_utf8_next_char(p);
    return TRUE;
  }
}

static int compare_flags(const void *a, const void *b) {
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;
  return x < y ? -1 : x > y;
}

gboolean tl_affixes_flags(const TlAffixes *affixes, const char *text, GArray *flags) {
  g_array_set_size(flags, 0);
  if (affixes->aliases->len > 0) {
    guint64 n = g_ascii_strtoull(text, NULL, 10);
    if (n == 0 || n > affixes->aliases->len)
      return FALSE;
    text = g_ptr_array_index(affixes->aliases, (guint)n - 1);
  }
  while (*text) {
    guint32 flag;
    if (!read_flag(affixes, &text, &flag))
      return FALSE;
    g_array_append_val(flags, flag);
  }
  g_array_sort(flags, compare_flags);
  guint kept = 0;
  for (guint i = 0; i < flags->len; i++)
    if (i == 0 || g_array_index(flags, guint32, i) != g_array_index(flags, guint32, kept - 1))
      g_array_index(flags, guint32, kept++) = g_array_index(flags, guint32, i);
  g_array_set_size(flags, kept);
  return TRUE;
}

/* "PFX/SFX flag strip add[/flags] condition"; the header line "SFX flag Y count" has no condition column. */
static gboolean read_affix(Reader *reader, char **words, guint n, gboolean *cross, guint32 *current, GError **error) {
  TlAffixes *affixes = reader->affixes;
  const char *text = words[1];
  guint32 flag;
  if (n < 4 || !read_flag(affixes, &text, &flag))
    return fail(reader, error, "malformed affix line");
  gboolean prefix = words[0][0] == 'P';
  if (flag != *current || (n == 4 && (strcmp(words[2], "Y") == 0 || strcmp(words[2], "N") == 0))) {
    *current = flag;
    *cross = strcmp(words[2], "Y") == 0;
    return TRUE;
  }
  if (affixes->rules->len >= MAX_RULES)
    return fail(reader, error, "more than 200,000 affix rules");
  char *slash = strchr(words[3], '/');
  if (slash)
    *slash = '\0';
  TlAffixRule rule = {.flag = flag, .prefix = prefix, .cross = *cross, .continued = slash != NULL};
  rule.strip = g_string_chunk_insert_const(affixes->strings, strcmp(words[2], "0") == 0 ? "" : words[2]);
  rule.add = g_string_chunk_insert_const(affixes->strings, strcmp(words[3], "0") == 0 ? "" : words[3]);
  rule.condition = g_string_chunk_insert_const(affixes->strings, n > 4 ? words[4] : ".");
  g_array_append_val(affixes->rules, rule);
  if (!g_hash_table_contains(affixes->by_flag, GUINT_TO_POINTER(flag)))
    g_hash_table_insert(affixes->by_flag, GUINT_TO_POINTER(flag), GUINT_TO_POINTER(affixes->rules->len));
  affixes->complete = affixes->complete && !prefix && !slash;
  return TRUE;
}

/* Options whose flag marks words that the expansion alone cannot judge. */
static gboolean is_doubtful(const char *option) {
  static const char *const options[] = {"NEEDAFFIX",          "PSEUDOROOT",   "FORBIDDENWORD", "KEEPCASE",
                                        "ONLYINCOMPOUND",     "CIRCUMFIX",    "COMPOUNDFLAG",  "COMPOUNDBEGIN",
                                        "COMPOUNDEND",        "COMPOUNDLAST", "COMPOUNDROOT",  "COMPOUNDMIDDLE",
                                        "COMPOUNDPERMITFLAG", "FORCEUCASE"};
  for (guint i = 0; i < G_N_ELEMENTS(options); i++)
    if (strcmp(option, options[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean read_option(Reader *reader, char **words, guint n, GError **error) {
  TlAffixes *affixes = reader->affixes;
  const char *option = words[0];
  if (strcmp(option, "FLAG") == 0 && n > 1) {
    affixes->flag_form = strcmp(words[1], "long") == 0  ? FLAG_LONG
                         : strcmp(words[1], "num") == 0 ? FLAG_NUM
                                                        : FLAG_CHAR;
  } else if (is_doubtful(option) && n > 1) {
    const char *text = words[1];
    guint32 flag;
    if (!read_flag(affixes, &text, &flag))
      return fail(reader, error, "malformed flag");
    g_hash_table_add(affixes->doubtful, GUINT_TO_POINTER(flag));
    affixes->complete = FALSE;
  } else if (strcmp(option, "AF") == 0 && n > 1) {
    char *end;
    guint64 count = g_ascii_strtoull(words[1], &end, 10);
    if (affixes->aliases->len > 0 || *end || count == 0 || affixes->flag_form == FLAG_LONG)
      g_ptr_array_add(affixes->aliases, g_string_chunk_insert_const(affixes->strings, words[1]));
    else
      g_ptr_array_add(affixes->aliases, NULL); /* the count line; taken off at the end */
  } else if (strcmp(option, "BREAK") == 0 && n > 1) {
    if (affixes->breaks->len == 0 && g_ascii_isdigit(words[1][0]))
      g_ptr_array_add(affixes->breaks, NULL); /* the count line: only what is listed breaks */
    else
      g_ptr_array_add(affixes->breaks, g_string_chunk_insert_const(affixes->strings, words[1]));
  } else if (strcmp(option, "ICONV") == 0 && n > 2) {
    g_ptr_array_add(affixes->iconv, g_string_chunk_insert_const(affixes->strings, words[1]));
    g_ptr_array_add(affixes->iconv, g_string_chunk_insert_const(affixes->strings, words[2]));
  } else if (strcmp(option, "IGNORE") == 0 && n > 1) {
    g_free(affixes->ignore);
    affixes->ignore = g_strdup(words[1]);
  } else if (g_str_has_prefix(option, "COMPOUND") || strcmp(option, "COMPLEXPREFIXES") == 0 ||
             strcmp(option, "CHECKSHARPS") == 0 || strcmp(option, "FULLSTRIP") == 0) {
    affixes->complete = FALSE;
  }
  return TRUE;
}

/* The body as UTF-8; a .aff file names its encoding on a line of its own, which is ASCII in all of them. */
static char *to_utf8(Reader *reader, GBytes *data, GError **error) {
  gsize size;
  const char *bytes = g_bytes_get_data(data, &size);
  const char *set = g_strstr_len(bytes, (gssize)size, "SET ");
  reader->affixes->encoding = g_strdup("ISO8859-1");
  if (set && (set == bytes || set[-1] == '\n' || (guchar)set[-1] == 0xBF)) {
    const char *end = set + 4;
    while (end < bytes + size && !g_ascii_isspace(*end))
      end++;
    g_free(reader->affixes->encoding);
    reader->affixes->encoding = g_strndup(set + 4, (gsize)(end - set - 4));
  }
  const char *encoding = reader->affixes->encoding;
  if (g_ascii_strncasecmp(encoding, "microsoft-", 10) == 0)
    encoding += 10;
  gsize written;
  g_autoptr(GError) local = NULL;
  char *text = g_convert(bytes, (gssize)size, "UTF-8", encoding, NULL, &written, &local);
  if (!text || !g_utf8_validate_len(text, written, NULL)) { /* glibc passes what is beyond U+10FFFF; NUL is none */
    g_free(text);
    tl_error_at(error, TLUMACH_ERROR_DICTIONARY, reader->name, 0, 0, "is not %s text as its SET line says", encoding);
    return NULL;
  }
  return text;
}

static void drop_count_line(GPtrArray *list) {
  if (list->len > 0 && !g_ptr_array_index(list, 0))
    g_ptr_array_remove_index(list, 0);
}

TlAffixes *tl_affixes_parse(const char *name, GBytes *data, GError **error) {
  g_autoptr(TlAffixes) affixes = g_new0(TlAffixes, 1);
  affixes->rules = g_array_new(FALSE, FALSE, sizeof(TlAffixRule));
  affixes->by_flag = g_hash_table_new(NULL, NULL);
  affixes->doubtful = g_hash_table_new(NULL, NULL);
  affixes->aliases = g_ptr_array_new();
  affixes->breaks = g_ptr_array_new();
  affixes->iconv = g_ptr_array_new();
  affixes->strings = g_string_chunk_new(4096);
  affixes->complete = TRUE;
  Reader reader = {.affixes = affixes, .name = name};
  g_autofree char *text = to_utf8(&reader, data, error);
  if (!text)
    return NULL;
  gboolean cross = FALSE, any_break = FALSE;
  guint32 current = 0;
  for (char *line = g_str_has_prefix(text, "\xEF\xBB\xBF") ? text + 3 : text; line;) {
    char *next = strchr(line, '\n');
    if (next)
      *next++ = '\0';
    reader.line++;
    g_auto(GStrv) words = NULL;
    GPtrArray *list = g_ptr_array_new();
    for (char *save = NULL, *word = strtok_r(line, " \t\r", &save); word; word = strtok_r(NULL, " \t\r", &save))
      g_ptr_array_add(list, g_strdup(word));
    guint n = list->len;
    g_ptr_array_add(list, NULL);
    words = (char **)g_ptr_array_free(list, FALSE);
    line = next;
    if (n == 0 || words[0][0] == '#')
      continue;
    any_break = any_break || strcmp(words[0], "BREAK") == 0;
    gboolean affix = strcmp(words[0], "SFX") == 0 || strcmp(words[0], "PFX") == 0;
    if (!(affix ? read_affix(&reader, words, n, &cross, &current, error) : read_option(&reader, words, n, error)))
      return NULL;
  }
  drop_count_line(affixes->breaks);
  drop_count_line(affixes->aliases);
  if (!any_break) {
    g_ptr_array_add(affixes->breaks, (gpointer) "-");
    g_ptr_array_add(affixes->breaks, (gpointer) "^-");
    g_ptr_array_add(affixes->breaks, (gpointer) "-$");
  }
  return g_steal_pointer(&affixes);
}

void tl_affixes_free(TlAffixes *affixes) {
  if (!affixes)
    return;
  g_free(affixes->encoding);
  g_free(affixes->ignore);
  g_array_unref(affixes->rules);
  g_hash_table_unref(affixes->by_flag);
  g_hash_table_unref(affixes->doubtful);
  g_ptr_array_unref(affixes->aliases);
  g_ptr_array_unref(affixes->breaks);
  g_ptr_array_unref(affixes->iconv);
  g_string_chunk_free(affixes->strings);
  g_free(affixes);
}
