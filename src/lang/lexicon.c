/* Frozen first; live Hunspell for what that cannot decide. */
#include "lang/lexicon.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "lang/dictionary_files.h"
#include "lang/frozen/freeze.h"
#include "lang/frozen/spell.h"
#include "lang/live.h"

struct TlLexicon {
  char *name, *identity;
  TlFrozen *frozen;
  TlLive *live; /* NULL: there is no dictionary */
};

static char *cache_path(const char *base, TlAdditions additions, const char *cache) {
  g_autofree char *name = g_path_get_basename(base);
  g_autofree char *added = additions ? g_strjoinv("\n", (char **)additions) : NULL;
  g_autofree char *key = g_strdup_printf("%s\n%s", base, added ? added : "");
  g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, key, -1);
  g_autofree char *file = g_strdup_printf("lexicon-%s-%.8s.v%u", name, sum, TL_FROZEN_VERSION);
  return g_build_filename(cache, file, NULL);
}

/* Of the dictionary's state and the additions'. NULL when it is not there. */
static char *identity_of(const char *base, TlAdditions additions) {
  g_autofree char *own = tl_dictionary_identity(base);
  if (!own)
    return NULL;
  g_autoptr(GString) all = g_string_new(own);
  for (; additions && *additions; additions++) {
    g_autofree char *identity = tl_file_identity(*additions);
    g_string_append_printf(all, "_%s", identity ? identity : "");
  }
  return g_string_free(g_steal_pointer(&all), FALSE);
}

/* Only our own cache is mapped: it is replaced by rename alone. */
static TlFrozen *open_cache(const char *base, TlAdditions additions, const char *cache, const char *identity) {
  g_autofree char *path = cache_path(base, additions, cache);
  g_autoptr(GMappedFile) map = g_mapped_file_new(path, FALSE, NULL);
  if (!map || !identity)
    return NULL;
  g_autoptr(GBytes) data = g_mapped_file_get_bytes(map);
  return tl_frozen_open(data, identity, NULL);
}

static GBytes *freeze(const char *base, TlAdditions additions, const char *identity, GError **error) {
  g_autofree char *aff_path = g_strconcat(base, ".aff", NULL), *dic_path = g_strconcat(base, ".dic", NULL);
  g_autoptr(GBytes) aff = tl_file_read(aff_path, 8u << 20, error);
  g_autoptr(GBytes) dic = aff ? tl_file_read(dic_path, 64u << 20, error) : NULL;
  g_autoptr(GBytes) added = dic ? tl_additions_read(additions, error) : NULL;
  return added ? tl_freeze(base, aff, dic, added, identity, error) : NULL;
}

/* Made in our own memory, and kept when that can be done. NULL: it is of a kind that cannot be frozen; a file beside
 * the cache then has the identity, and until that changes nobody tries again. */
static TlFrozen *make_frozen(const char *base, TlAdditions additions, const char *cache, const char *identity) {
  g_autofree char *path = cache && identity ? cache_path(base, additions, cache) : NULL;
  g_autofree char *marker = path ? g_strconcat(path, ".refused", NULL) : NULL, *refused = NULL;
  if (marker && g_file_get_contents(marker, &refused, NULL, NULL) && strcmp(refused, identity) == 0)
    return NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) data = freeze(base, additions, identity ? identity : "", &error);
  if (path && data)
    tl_cache_save(path, data);
  if (marker && g_error_matches(error, TLUMACH_ERROR, TLUMACH_ERROR_LIMIT)) {
    g_autoptr(GBytes) mark = g_bytes_new(identity, strlen(identity));
    tl_cache_save(marker, mark);
  }
  return data ? tl_frozen_open(data, NULL, NULL) : NULL;
}

static TlLexicon *open_live(const char *base, TlAdditions additions, GError **error) {
  TlLive *live = tl_live_new(base, additions, error);
  if (!live)
    return NULL;
  TlLexicon *lexicon = g_new0(TlLexicon, 1);
  lexicon->name = g_path_get_basename(base);
  lexicon->live = live;
  return lexicon;
}

TlLexicon *tl_lexicon_open(const char *dictionary, TlAdditions additions, const char *cache, GError **error) {
  g_autofree char *base = NULL;
  g_autoptr(TlLexicon) lexicon =
      tl_dictionary_find(dictionary, &base, error) ? open_live(base, additions, error) : NULL;
  if (!lexicon)
    return NULL;
  lexicon->identity = identity_of(base, additions);
  lexicon->frozen = cache ? open_cache(base, additions, cache, lexicon->identity) : NULL;
  if (!lexicon->frozen)
    lexicon->frozen = make_frozen(base, additions, cache, lexicon->identity);
  return g_steal_pointer(&lexicon);
}

TlLexicon *tl_lexicon_open_live(const char *dictionary, TlAdditions additions, GError **error) {
  g_autofree char *base = NULL;
  return tl_dictionary_find(dictionary, &base, error) ? open_live(base, additions, error) : NULL;
}

TlLexicon *tl_lexicon_none(void) {
  TlLexicon *lexicon = g_new0(TlLexicon, 1);
  lexicon->name = g_strdup("none");
  return lexicon;
}

void tl_lexicon_free(TlLexicon *lexicon) {
  if (!lexicon)
    return;
  tl_frozen_free(lexicon->frozen);
  tl_live_free(lexicon->live);
  g_free(lexicon->name);
  g_free(lexicon->identity);
  g_free(lexicon);
}

char *tl_lexicon_build(const char *dictionary, TlAdditions additions, const char *cache, GError **error) {
  g_autofree char *base = NULL;
  if (!tl_dictionary_find(dictionary, &base, error))
    return NULL;
  g_autofree char *identity = identity_of(base, additions);
  g_autoptr(GBytes) frozen = freeze(base, additions, identity ? identity : "", error);
  if (!frozen)
    return NULL;
  if (g_mkdir_with_parents(cache, 0700) != 0) {
    tl_error_errno(error, cache, errno, "cannot make the cache folder");
    return NULL;
  }
  g_autofree char *path = cache_path(base, additions, cache);
  return tl_file_save(path, frozen, NULL, error) ? g_steal_pointer(&path) : NULL;
}

const char *tl_lexicon_name(const TlLexicon *lexicon) {
  return lexicon->name;
}

const char *tl_lexicon_identity(const TlLexicon *lexicon) {
  return lexicon->identity;
}

const TlFrozen *tl_lexicon_frozen(const TlLexicon *lexicon) {
  return lexicon->frozen;
}

const char *tl_lexicon_trouble(const TlLexicon *lexicon) {
  return lexicon->live ? tl_live_trouble(lexicon->live) : NULL;
}

static gboolean is_for_live(const TlLexicon *lexicon, TlKnown known) {
  return known == TL_ASK || (known == TL_UNKNOWN && !tl_frozen_complete(lexicon->frozen));
}

TlKnown tl_lexicon_readings(TlLexicon *lexicon, const char *word, size_t length, TlReadings *readings) {
  if (!lexicon->frozen)
    return lexicon->live ? tl_live_stems(lexicon->live, word, length, readings) : TL_UNKNOWN;
  TlKnown known = tl_frozen_readings(lexicon->frozen, word, length, readings);
  return is_for_live(lexicon, known) ? tl_live_stems(lexicon->live, word, length, readings) : known;
}

void tl_lexicon_expect(TlLexicon *lexicon, const char *const *words, guint n) {
  g_autoptr(GPtrArray) unsure = g_ptr_array_new();
  for (guint i = 0; i < n; i++)
    if (!lexicon->frozen || is_for_live(lexicon, tl_frozen_knows(lexicon->frozen, words[i], strlen(words[i]))))
      g_ptr_array_add(unsure, (gpointer)words[i]);
  if (lexicon->live && unsure->len > 0)
    tl_live_expect(lexicon->live, (const char *const *)unsure->pdata, unsure->len);
}

gboolean tl_lexicon_spell(TlLexicon *lexicon, const char *word, size_t length) {
  if (!lexicon->frozen)
    return !lexicon->live || tl_live_spell(lexicon->live, word, length);
  TlKnown known = tl_frozen_spell(lexicon->frozen, word, length);
  return is_for_live(lexicon, known) ? tl_live_spell(lexicon->live, word, length) : known == TL_KNOWN;
}

char **tl_lexicon_suggest(TlLexicon *lexicon, const char *word, guint milliseconds) {
  return lexicon->live ? tl_live_suggest(lexicon->live, word, milliseconds) : g_new0(char *, 1);
}
