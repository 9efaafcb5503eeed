/* Opening and checking: descriptors first, then questions to them, so that what was checked is what Hunspell reads.
 * The limits and the word count rule (a word and its line end take two bytes) are ours; the lines looked at are
 * hunspell(5)'s. */
#include "lang/dictionary_files.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"

enum { BLOCK = 64 << 10 }; /* also the longest line of a .dic; the packaged ones stay under 2,000 bytes */

static const char BOM[] = "\xef\xbb\xbf";

static int open_checked(const char *path, size_t limit, GError **error) {
  /* O_NONBLOCK: a FIFO opens at once and is refused below. */
  int low = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  int fd = low < 0 ? -1 : fcntl(low, F_DUPFD_CLOEXEC, 3); /* 0 to 2 are /dev/null in the worker */
  int problem = errno;
  if (low >= 0)
    close(low);
  if (fd < 0) {
    tl_error_at(error, TLUMACH_ERROR_DICTIONARY, path, 0, 0, "cannot be opened: %s", g_strerror(problem));
    return -1;
  }
  struct stat status;
  if (fstat(fd, &status) != 0)
    tl_error_errno(error, path, errno, "cannot be looked at");
  else if (!S_ISREG(status.st_mode))
    tl_error_at(error, TLUMACH_ERROR_DICTIONARY, path, 0, 0, "not a regular file");
  else if (status.st_size == 0)
    tl_error_at(error, TLUMACH_ERROR_DICTIONARY, path, 0, 0, "empty file");
  else if ((guint64)status.st_size > limit)
    tl_error_at(error, TLUMACH_ERROR_LIMIT, path, 0, 0, "%" G_GUINT64_FORMAT " bytes; a dictionary file may have %zu",
                (guint64)status.st_size, limit);
  else
    return fd;
  close(fd);
  return -1;
}

/* Up to `size` bytes from `offset`; fewer only at the end of the file. */
static ssize_t read_at(int fd, char *buffer, size_t size, off_t offset) {
  size_t got = 0;
  while (got < size) {
    ssize_t n = pread(fd, buffer + got, size - got, offset + (off_t)got);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return -1;
    if (n == 0)
      break;
    got += (size_t)n;
  }
  return (ssize_t)got;
}

/* The single-byte tables that Hunspell 1.7 has (csutil.cxx), by names without punctuation as it compares them, and
 * iconv's names. */
static const char *charset_named(const char *name) {
  static const struct {
    const char *set, *iconv;
  } known[] = {
      {"iso88591", "ISO-8859-1"},   {"iso88592", "ISO-8859-2"},   {"iso88593", "ISO-8859-3"},
      {"iso88594", "ISO-8859-4"},   {"iso88595", "ISO-8859-5"},   {"iso88596", "ISO-8859-6"},
      {"iso88597", "ISO-8859-7"},   {"iso88598", "ISO-8859-8"},   {"iso88599", "ISO-8859-9"},
      {"iso885910", "ISO-8859-10"}, {"iso885911", "TIS-620"},     {"iso885913", "ISO-8859-13"},
      {"iso885914", "ISO-8859-14"}, {"iso885915", "ISO-8859-15"}, {"koi8r", "KOI8-R"},
      {"koi8u", "KOI8-U"},          {"cp1251", "CP1251"},         {"microsoftcp1251", "CP1251"},
      {"tis620", "TIS-620"},        {"tis6202533", "TIS-620"},
  };
  if (strcmp(name, "UTF-8") == 0) /* Hunspell takes no other spelling of it */
    return "UTF-8";
  g_autoptr(GString) plain = g_string_new(NULL);
  for (const char *c = name; *c; c++)
    if (g_ascii_isalnum(*c))
      g_string_append_c(plain, g_ascii_tolower(*c));
  for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
    if (strcmp(plain->str, known[i].set) == 0)
      return known[i].iconv;
  return NULL;
}

/* The charset of an .aff. Hunspell reads the file twice, once keeping the first SET and once the last: two must agree.
 */
static char *read_charset(int fd, const char *path, GError **error) {
  struct stat status;
  size_t size = fstat(fd, &status) == 0 ? MIN((size_t)status.st_size, TL_DICTIONARY_AFF_MAX) : 0;
  g_autofree char *text = g_malloc(size + 1);
  ssize_t got = read_at(fd, text, size, 0);
  if (got < 0) {
    tl_error_errno(error, path, errno, "cannot be read");
    return NULL;
  }
  const char *charset = NULL, *end = text + got;
  size_t line = 0;
  for (const char *start = text, *stop; start < end; start = stop + 1) {
    stop = memchr(start, '\n', (size_t)(end - start));
    stop = stop ? stop : end;
    if (++line == 1 && stop - start >= 3 && memcmp(start, BOM, 3) == 0)
      start += 3;
    if (stop - start < 3 || memcmp(start, "SET", 3) != 0 || (stop - start > 3 && !g_ascii_isspace(start[3])))
      continue;
    g_autofree char *value = g_strstrip(g_strndup(start + 3, (size_t)(stop - start - 3)));
    g_autofree char *shown = g_strescape(value, NULL);
    const char *named = charset_named(value);
    if (!named || (charset && strcmp(named, charset) != 0)) {
      tl_error_at(error, TLUMACH_ERROR_DICTIONARY, path, line, 0,
                  named ? "SET %.64s: an earlier line said %s" : "SET %.64s: not a character set that Hunspell knows",
                  shown, charset);
      return NULL;
    }
    charset = named;
  }
  return g_strdup(charset ? charset : "ISO-8859-1");
}

/* The number in the first line; Hunspell makes room for so many words before it reads one. */
static gboolean read_count(int fd, const char *path, guint64 *count, GError **error) {
  char head[64] = "";
  struct stat status;
  ssize_t got = read_at(fd, head, sizeof head - 1, 0);
  if (got < 0 || fstat(fd, &status) != 0) {
    tl_error_errno(error, path, errno, "cannot be read");
    return FALSE;
  }
  const char *start = g_str_has_prefix(head, BOM) ? head + 3 : head;
  start += strspn(start, " \t");
  *count = g_ascii_isdigit(*start) ? g_ascii_strtoull(start, NULL, 10) : 0;
  if (*count == 0) {
    tl_error_at(error, TLUMACH_ERROR_DICTIONARY, path, 1, 0, "the first line must be the number of words");
    return FALSE;
  }
  if (*count > (guint64)status.st_size / 2) {
    tl_error_at(error, TLUMACH_ERROR_DICTIONARY, path, 1, 0,
                "announces %" G_GUINT64_FORMAT " words, and a file of %" G_GUINT64_FORMAT " bytes cannot hold them",
                *count, (guint64)status.st_size);
    return FALSE;
  }
  return TRUE;
}

TlDictionaryFiles *tl_dictionary_open(const char *base, const char *const *additions, GError **error) {
  size_t n = additions ? g_strv_length((char **)additions) : 0;
  g_autoptr(TlDictionaryFiles) files = g_new0(TlDictionaryFiles, 1);
  files->base = g_strdup(base);
  files->dics = g_new0(int, n + 1);
  files->paths = g_new0(char *, n + 2);
  g_autofree char *aff = g_strconcat(base, ".aff", NULL);
  files->aff = open_checked(aff, TL_DICTIONARY_AFF_MAX, error);
  if (files->aff < 0)
    return NULL;
  files->charset = read_charset(files->aff, aff, error);
  if (!files->charset)
    return NULL;
  for (size_t i = 0; i <= n; i++) {
    files->paths[i] = i ? g_strdup(additions[i - 1]) : g_strconcat(base, ".dic", NULL);
    files->dics[i] = open_checked(files->paths[i], TL_DICTIONARY_DIC_MAX, error);
    if (files->dics[i] < 0)
      return NULL;
    files->n_dics++;
    guint64 count;
    if (!read_count(files->dics[i], files->paths[i], &count, error))
      return NULL;
  }
  return g_steal_pointer(&files);
}

void tl_dictionary_close(TlDictionaryFiles *files) {
  if (!files)
    return;
  if (files->aff >= 0)
    close(files->aff);
  for (size_t i = 0; i < files->n_dics; i++)
    close(files->dics[i]);
  g_strfreev(files->paths);
  g_free(files->dics);
  g_free(files->charset);
  g_free(files->base);
  g_free(files);
}

/* How much of a line is the word: up to an unescaped slash or a tab. Flags behind it may be any bytes (hunspell(5),
 * FLAG). */
static size_t word_length(const char *line, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (line[i] == '\t' || (line[i] == '/' && i > 0 && line[i - 1] != '\\'))
      return i;
  return length;
}

static gboolean read_one_through(const TlDictionaryFiles *files, size_t which, GPtrArray *warnings, GError **error) {
  const char *path = files->paths[which];
  guint64 count, lines = 0;
  if (!read_count(files->dics[which], path, &count, error))
    return FALSE;
  gboolean utf8 = strcmp(files->charset, "UTF-8") == 0, ended = TRUE;
  g_autofree char *block = g_malloc(BLOCK);
  off_t offset = 0;
  for (;;) {
    ssize_t got = read_at(files->dics[which], block, BLOCK, offset);
    if (got < 0) {
      tl_error_errno(error, path, errno, "cannot be read");
      return FALSE;
    }
    if (got == 0)
      break;
    const char *start = block, *end = block + got, *stop;
    for (; start < end; start = stop + 1) {
      stop = memchr(start, '\n', (size_t)(end - start));
      if (!stop && (got == BLOCK)) /* the rest of this line is in the next block */
        break;
      ended = stop != NULL;
      stop = stop ? stop : end;
      size_t skip = lines == 0 && stop - start >= 3 && memcmp(start, BOM, 3) == 0 ? 3 : 0,
             length = (size_t)(stop - start) - skip;
      lines++;
      if (utf8 && !g_utf8_validate_len(start + skip, word_length(start + skip, length), NULL)) {
        tl_error_at(error, TLUMACH_ERROR_DICTIONARY, path, lines, 0, "not UTF-8, though %s.aff says SET UTF-8",
                    files->base);
        return FALSE;
      }
    }
    if (start == block && got == BLOCK) {
      tl_error_at(error, TLUMACH_ERROR_LIMIT, path, lines + 1, 0, "a line of more than %d bytes", BLOCK);
      return FALSE;
    }
    if (start >= end && got < BLOCK)
      break;
    offset += MIN(start, end) - block;
  }
  /* Packaged dictionaries miscount by up to 2 %, so only more than that, or a last line without an end, speaks of a
   * cut. */
  guint64 words = lines - 1;
  if (words < count && (!ended || words + count / 20 < count))
    g_ptr_array_add(warnings, g_strdup_printf("%s: announces %" G_GUINT64_FORMAT " words and has %" G_GUINT64_FORMAT
                                              ": it may have been cut short",
                                              path, count, words));
  return TRUE;
}

gboolean tl_dictionary_read_through(const TlDictionaryFiles *files, GPtrArray *warnings, GError **error) {
  for (size_t i = 0; i < files->n_dics; i++)
    if (!read_one_through(files, i, warnings, error))
      return FALSE;
  return TRUE;
}

char *tl_dictionary_identity(const char *base) {
  g_autoptr(GString) key = g_string_new(NULL);
  static const char *const endings[] = {".aff", ".dic"};
  for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
    g_autofree char *path = g_strconcat(base, endings[i], NULL);
    g_autofree char *identity = tl_file_identity(path);
    if (!identity)
      return NULL;
    g_string_append_printf(key, "%s%s", i ? "_" : "", identity);
  }
  return g_string_free(g_steal_pointer(&key), FALSE);
}
