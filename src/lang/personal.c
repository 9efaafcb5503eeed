/* Words are kept as the dictionary would be asked for them (text/fold.h), and once more in capitals; the file keeps
 * them as they were written. */
#include "lang/personal.h"

#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "lang/inflect.h"
#include "text/fold.h"

#define FILE_MAX (64u << 20)
#define LOCK_SECONDS 5u

struct TlumachPersonal {
  char *path;        /* NULL: in memory alone */
  char *identity;    /* of the file as it was read; NULL: it was not there */
  GHashTable *words; /* folded */
  GHashTable *capitals;
  GPtrArray *lines;           /* of the file: words as they were written */
  GPtrArray *added, *removed; /* not saved yet */
};

char *tlumach_personal_path(const char *language) {
  g_autofree char *data = tl_file_user_folder("XDG_DATA_HOME", ".local/share");
  g_autofree char *name = g_strdup_printf("personal-%.*s.txt", (int)strcspn(language, "_-."), language);
  return g_build_filename(data, "tlumach", name, NULL);
}

static void know(TlumachPersonal *personal, const char *word, size_t length) {
  char folded[TL_WORD_MAX], upper[TL_WORD_MAX];
  size_t n = tl_fold_word(word, length, folded);
  if (n == 0)
    return;
  g_hash_table_add(personal->words, g_strdup(folded));
  if (tl_upper_word(folded, n, upper))
    g_hash_table_add(personal->capitals, g_strdup(upper));
}

/* The word of a line of the file: without a model, no comment, no first line of aspell. Its length; 0: there is none.
 */
static size_t word_of(const char *line) {
  if (*line == '#' || g_str_has_prefix(line, "personal_ws-") || g_str_has_prefix(line, "personal_repl-"))
    return 0;
  const char *slash = strchr(line, '/');
  return slash ? (size_t)(slash - line) : strlen(line);
}

static void forget_all(TlumachPersonal *personal) {
  g_hash_table_remove_all(personal->words);
  g_hash_table_remove_all(personal->capitals);
}

/* Everything that is known, anew: the file's words but for those removed, and those added. */
static void index_words(TlumachPersonal *personal) {
  forget_all(personal);
  for (guint i = 0; i < personal->lines->len; i++) {
    const char *line = g_ptr_array_index(personal->lines, i);
    size_t length = word_of(line);
    g_autofree char *word = g_strndup(line, length);
    if (!g_ptr_array_find_with_equal_func(personal->removed, word, g_str_equal, NULL))
      know(personal, line, length);
  }
  for (guint i = 0; i < personal->added->len; i++)
    know(personal, g_ptr_array_index(personal->added, i), strlen(g_ptr_array_index(personal->added, i)));
}

static void take_lines(TlumachPersonal *personal, const char *text) {
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  g_ptr_array_set_size(personal->lines, 0);
  for (char **line = lines; *line; line++)
    if (*g_strstrip(*line) && word_of(*line) > 0 && g_utf8_validate(*line, -1, NULL))
      g_ptr_array_add(personal->lines, g_strdup(*line));
}

/* What the file has now; "" while it is not there. */
static char *read_text(const char *path, GError **error) {
  if (!g_file_test(path, G_FILE_TEST_EXISTS))
    return g_strdup("");
  g_autoptr(GBytes) bytes = tl_file_read(path, FILE_MAX, error);
  gsize length = 0;
  const char *data = bytes ? g_bytes_get_data(bytes, &length) : NULL;
  if (length > 0 && memchr(data, '\0', length)) {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, path, 0, 0, "has zero bytes: it is no list of words");
    return NULL;
  }
  return bytes ? g_strndup(data ? data : "", length) : NULL;
}

static gboolean read_file(TlumachPersonal *personal, GError **error) {
  g_free(personal->identity);
  personal->identity = tl_file_identity(personal->path);
  g_autofree char *text = read_text(personal->path, error);
  if (!text)
    return FALSE;
  take_lines(personal, text);
  index_words(personal);
  return TRUE;
}

TlumachPersonal *tlumach_personal_open(const char *path, GError **error) {
  g_autoptr(TlumachPersonal) personal = g_new0(TlumachPersonal, 1);
  personal->path = g_strdup(path);
  personal->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  personal->capitals = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  personal->lines = g_ptr_array_new_with_free_func(g_free);
  personal->added = g_ptr_array_new_with_free_func(g_free);
  personal->removed = g_ptr_array_new_with_free_func(g_free);
  return !path || read_file(personal, error) ? g_steal_pointer(&personal) : NULL;
}

void tlumach_personal_free(TlumachPersonal *personal) {
  if (!personal)
    return;
  g_hash_table_unref(personal->words);
  g_hash_table_unref(personal->capitals);
  g_ptr_array_unref(personal->lines);
  g_ptr_array_unref(personal->added);
  g_ptr_array_unref(personal->removed);
  g_free(personal->identity);
  g_free(personal->path);
  g_free(personal);
}

gboolean tlumach_personal_knows(const TlumachPersonal *personal, const char *word, gssize length) {
  char folded[TL_WORD_MAX], other[TL_WORD_MAX], title[TL_WORD_MAX];
  if (g_hash_table_size(personal->words) == 0)
    return FALSE;
  size_t n = tl_fold_word(word, length < 0 ? strlen(word) : (size_t)length, folded);
  if (n == 0)
    return FALSE;
  if (g_hash_table_contains(personal->words, folded))
    return TRUE;
  if (tl_upper_word(folded, n, other) && strcmp(folded, other) == 0)
    return g_hash_table_contains(personal->capitals, folded);
  return tl_lower_word(folded, n, other) && tl_title_word(other, strlen(other), title) && strcmp(folded, title) == 0 &&
         g_hash_table_contains(personal->words, other);
}

static void drop(GPtrArray *words, const char *word) {
  guint at;
  while (g_ptr_array_find_with_equal_func(words, word, g_str_equal, &at))
    g_ptr_array_remove_index(words, at);
}

gboolean tlumach_personal_add(TlumachPersonal *personal, const char *word) {
  char folded[TL_WORD_MAX];
  if (!g_utf8_validate(word, -1, NULL) || strpbrk(word, " \t\r\n/") || *word == '#' ||
      !tl_fold_word(word, strlen(word), folded))
    return FALSE;
  drop(personal->removed, word);
  if (!g_ptr_array_find_with_equal_func(personal->added, word, g_str_equal, NULL))
    g_ptr_array_add(personal->added, g_strdup(word));
  know(personal, word, strlen(word));
  return TRUE;
}

void tlumach_personal_remove(TlumachPersonal *personal, const char *word) {
  drop(personal->added, word);
  drop(personal->removed, word);
  g_ptr_array_add(personal->removed, g_strdup(word));
  index_words(personal);
}

/* The file's text with what is to be taken out and put in. */
static char *changed(const TlumachPersonal *personal, const char *text) {
  g_autoptr(GString) out = g_string_new(NULL);
  g_autoptr(GHashTable) there = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const char *line = text, *end; *line; line = end) {
    end = line + strcspn(line, "\n");
    end += *end == '\n';
    g_autofree char *own = g_strndup(line, (gsize)(end - line));
    g_strstrip(own);
    g_autofree char *word = g_strndup(own, word_of(own));
    if (*word && g_ptr_array_find_with_equal_func(personal->removed, word, g_str_equal, NULL))
      continue;
    g_string_append_len(out, line, end - line);
    g_hash_table_add(there, g_steal_pointer(&word));
  }
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c(out, '\n');
  for (guint i = 0; i < personal->added->len; i++)
    if (!g_hash_table_contains(there, g_ptr_array_index(personal->added, i)))
      g_string_append_printf(out, "%s\n", (const char *)g_ptr_array_index(personal->added, i));
  return g_string_free(g_steal_pointer(&out), FALSE);
}

gboolean tlumach_personal_save(TlumachPersonal *personal, GError **error) {
  if (!personal->path || (personal->added->len == 0 && personal->removed->len == 0))
    return TRUE;
  g_autofree char *folder = g_path_get_dirname(personal->path);
  g_mkdir_with_parents(folder, 0700); /* the basedir spec's mode; what is wrong, locking will say */
  g_autoptr(TlFileLock) lock = tl_file_lock(personal->path, LOCK_SECONDS, error);
  if (!lock)
    return FALSE;
  g_autofree char *text = read_text(personal->path, error);
  if (!text)
    return FALSE;
  g_autofree char *wanted = changed(personal, text);
  g_autoptr(GBytes) bytes = g_bytes_new(wanted, strlen(wanted));
  if (strcmp(text, wanted) != 0 && !tl_file_save(personal->path, bytes, NULL, error))
    return FALSE;
  g_ptr_array_set_size(personal->added, 0);
  g_ptr_array_set_size(personal->removed, 0);
  return read_file(personal, error);
}

gboolean tlumach_personal_refresh(TlumachPersonal *personal) {
  g_autofree char *now = personal->path ? tl_file_identity(personal->path) : NULL;
  return g_strcmp0(now, personal->identity) != 0 && read_file(personal, NULL);
}

char **tlumach_personal_words(const TlumachPersonal *personal) {
  g_autoptr(GPtrArray) out = g_ptr_array_new();
  for (guint i = 0; i < personal->lines->len; i++) {
    char *word = g_strndup(g_ptr_array_index(personal->lines, i), word_of(g_ptr_array_index(personal->lines, i)));
    if (g_ptr_array_find_with_equal_func(personal->removed, word, g_str_equal, NULL))
      g_free(word);
    else
      g_ptr_array_add(out, word);
  }
  for (guint i = 0; i < personal->added->len; i++)
    g_ptr_array_add(out, g_strdup(g_ptr_array_index(personal->added, i)));
  g_ptr_array_add(out, NULL);
  return (char **)g_ptr_array_free(g_steal_pointer(&out), FALSE);
}

void tl_personal_inflect(TlumachPersonal *personal, const TlLexicon *lexicon) {
  for (guint i = 0; i < personal->lines->len; i++) {
    const char *line = g_ptr_array_index(personal->lines, i), *slash = strchr(line, '/');
    char word[TL_WORD_MAX], model[TL_WORD_MAX];
    if (!slash || !tl_fold_word(line, (size_t)(slash - line), word) ||
        !tl_fold_word(slash + 1, strlen(slash + 1), model))
      continue;
    g_autoptr(GPtrArray) forms = g_ptr_array_new_with_free_func(g_free);
    tl_inflect(lexicon, word, model, forms);
    for (guint f = 0; f < forms->len; f++)
      know(personal, g_ptr_array_index(forms, f), strlen(g_ptr_array_index(forms, f)));
  }
}
