/* A unit waits until the next one is there: it is the context behind it. */
#include "bitext/memory/import.h"

#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "base/xml_read.h"
#include "base/xml_write.h"
#include "bitext/memory/keys.h"
#include "bitext/memory/tmx_read.h"

#define TOLD_MAX 1000u
#define PROGRESS_UNITS 1000u

enum { SOURCE, TARGET, SOURCE_XML, TARGET_XML, FRAME, N_TEXTS };

typedef struct Importing {
  const TlImportTarget *into;
  const char *path;
  TlumachImportCounts *counts;
  GPtrArray *told; /* char *: told when all is well, for a file may be read twice */
  TlMemoryWords *words;
  GArray *keys;
  gint64 origin;
  gboolean waiting;
  TlMemoryUnit unit; /* that waits; its strings are `text` */
  GString *text[N_TEXTS];
  guint64 last; /* key of the unit before, 0 behind one that was left out */
  gboolean after_known;
} Importing;

static void tell(const Importing *importing, const char *format, ...) G_GNUC_PRINTF(2, 3);
static void tell(const Importing *importing, const char *format, ...) {
  if (importing->told->len >= TOLD_MAX)
    return; /* the rest is counted */
  va_list arguments;
  va_start(arguments, format);
  g_ptr_array_add(importing->told, g_strdup_vprintf(format, arguments));
  va_end(arguments);
}

static void count_read(const Importing *importing) {
  guint64 read = ++importing->counts->read;
  if (importing->into->progress && read % PROGRESS_UNITS == 0)
    importing->into->progress(read, importing->into->progress_user);
}

static gboolean put_waiting(Importing *importing, GError **error) {
  const TlImportTarget *into = importing->into;
  gboolean known;
  if (!importing->waiting)
    return TRUE;
  importing->waiting = FALSE;
  tl_memory_words(importing->words, importing->unit.source, importing->text[SOURCE]->len, importing->keys);
  if (!into->engine->put(into->store, &importing->unit, (const guint32 *)(const void *)importing->keys->data,
                         importing->keys->len, &known, error))
    return FALSE;
  *(known ? &importing->counts->known : &importing->counts->added) += 1;
  return TRUE;
}

static const char *keep(GString *into, const char *text) {
  if (!text)
    return NULL;
  g_string_assign(into, text);
  return into->str;
}

/* `before`, `after`: keys of neighbours that the file names, 0: none. */
static gboolean take(Importing *importing, const TlMemoryUnit *unit, GError **error) {
  guint64 key = tl_memory_key(unit->source, strlen(unit->source));
  if (importing->waiting && !importing->after_known)
    importing->unit.after = key;
  if (!put_waiting(importing, error))
    return FALSE;
  GString **text = importing->text;
  importing->unit = (TlMemoryUnit){.source = keep(text[SOURCE], unit->source),
                                   .target = keep(text[TARGET], unit->target),
                                   .source_xml = keep(text[SOURCE_XML], unit->source_xml),
                                   .target_xml = keep(text[TARGET_XML], unit->target_xml),
                                   .frame = keep(text[FRAME], unit->frame),
                                   .key = key,
                                   .before = unit->before ? unit->before : importing->last,
                                   .after = unit->after,
                                   .origin = importing->origin};
  importing->after_known = unit->after != 0;
  importing->waiting = TRUE;
  importing->last = key;
  return TRUE;
}

/* -- TMX ------------------------------------------------------------------------------------------------------- */

static gboolean on_head(gpointer user, const char *header, GError **error) {
  Importing *importing = user;
  return importing->into->engine->origin(importing->into->store, importing->path, header, &importing->origin, error);
}

static gboolean on_unit(gpointer user, const TlTmxUnit *unit, GError **error) {
  Importing *importing = user;
  count_read(importing);
  if (unit->fault) {
    importing->counts->skipped++;
    importing->last = 0;
    tell(importing, "%s:%zu:%zu: unit %" G_GUINT64_FORMAT "%s%s%s %s", importing->path, unit->line, unit->column,
         unit->number, unit->id ? " (" : "", unit->id ? unit->id : "", unit->id ? ")" : "", unit->fault);
    return put_waiting(importing, error);
  }
  const TlMemoryUnit taken = {.source = unit->source,
                              .target = unit->target,
                              .source_xml = unit->source_xml,
                              .target_xml = unit->target_xml,
                              .frame = unit->frame,
                              .before = unit->before ? tl_memory_key(unit->before, strlen(unit->before)) : 0,
                              .after = unit->after ? tl_memory_key(unit->after, strlen(unit->after)) : 0};
  return take(importing, &taken, error);
}

typedef gboolean (*FillFunc)(Importing *importing, gconstpointer data, GError **error);

typedef struct TmxData {
  const char *data;
  size_t length;
  const GArray *bad;
} TmxData;

static gboolean fill_from_tmx(Importing *importing, gconstpointer data, GError **error) {
  static const TlTmxHandler handler = {on_head, on_unit};
  const TmxData *tmx = data;
  const TlumachBitextOptions languages = {importing->into->source, importing->into->target, NULL, NULL};
  return tl_tmx_read(importing->path, tmx->data, tmx->length, &languages, tmx->bad, &handler, importing, error);
}

/* -- everything else ------------------------------------------------------------------------------------------- */

/* What a memory keeps, TMX must be able to hold. */
static gboolean is_clean(const char *text) {
  if (!g_utf8_validate(text, -1, NULL))
    return FALSE;
  while (*text && tl_xml_can_hold(g_utf8_get_char(text)))
    text = g_utf8_next_char(text);
  return *text == '\0';
}

static const char *fault_of(const TlumachPair *pair, char *const text[2]) {
  if (!*text[TLUMACH_TARGET] || (pair->flags & TLUMACH_PAIR_UNTRANSLATED))
    return "is not translated";
  if (pair->flags & TLUMACH_PAIR_FUZZY)
    return "is marked as fuzzy";
  return is_clean(text[0]) && is_clean(text[1]) ? NULL : TL_TMX_UNCLEAN;
}

static gboolean take_pair(Importing *importing, const TlumachBitext *bitext, guint i, GError **error) {
  const TlumachPair *pair = &bitext->pairs[i];
  g_autofree char *source = NULL, *target = NULL;
  size_t line, column, length;
  const char *from = tlumach_pair_text(bitext, pair, TLUMACH_SOURCE, &length);
  source = g_strndup(from, length);
  from = tlumach_pair_text(bitext, pair, TLUMACH_TARGET, &length);
  target = g_strndup(from, length);
  count_read(importing);
  const char *fault = fault_of(pair, (char *[]){source, target});
  if (!fault)
    return take(importing, &(TlMemoryUnit){.source = source, .target = target}, error);
  importing->counts->skipped++;
  importing->last = 0;
  tlumach_document_locate(bitext->document[0], pair->span[0].start, TLUMACH_COLUMN_CHARACTER, &line, &column);
  tell(importing, "%s:%zu:%zu: unit %u %s", importing->path, line, column, i + 1, fault);
  return put_waiting(importing, error);
}

static gboolean fill_from_bitext(Importing *importing, gconstpointer data, GError **error) {
  const TlumachBitext *bitext = data;
  for (guint i = 0; i < bitext->n_skipped; i++) {
    count_read(importing);
    importing->counts->skipped++;
    tell(importing, "%s", bitext->skipped[i]);
  }
  for (guint i = 0; i < bitext->n_pairs; i++)
    if (!take_pair(importing, bitext, i, error))
      return FALSE;
  return TRUE;
}

/* -- both ------------------------------------------------------------------------------------------------------ */

static gboolean run(Importing *importing, FillFunc fill, gconstpointer data, GError **error) {
  const TlImportTarget *into = importing->into;
  *importing->counts = (TlumachImportCounts){0};
  g_ptr_array_set_size(importing->told, 0);
  importing->waiting = FALSE;
  importing->last = 0;
  if (!into->engine->begin(into->store, error))
    return FALSE;
  gboolean good = into->engine->origin(into->store, importing->path, NULL, &importing->origin, error) &&
                  fill(importing, data, error) && put_waiting(importing, error);
  guint64 known = 0;
  if (!into->engine->end(into->store, good, &known, error) || !good)
    return FALSE;
  importing->counts->known += known;
  importing->counts->added -= known;
  return TRUE;
}

typedef gboolean (*TmxFunc)(const TmxData *tmx, gpointer user, GError **error);

/* Once as it is; when that is not well-formed, without what XML cannot have. */
static gboolean read_tmx(const char *path, GBytes *raw, TmxFunc read, gpointer user, GError **error) {
  TmxData tmx = {NULL, 0, NULL};
  g_autoptr(TlDecoded) decoded = tl_xml_decode(path, raw, error);
  GError *own = NULL;
  if (!decoded)
    return FALSE;
  tmx.data = tl_decoded_text(decoded, &tmx.length);
  if (read(&tmx, user, &own))
    return TRUE;
  g_autoptr(GArray) bad = g_array_new(FALSE, FALSE, sizeof(size_t));
  g_autofree char *mended =
      g_error_matches(own, TLUMACH_ERROR, TLUMACH_ERROR_FORMAT) ? tl_tmx_mend(tmx.data, tmx.length, bad) : NULL;
  if (!mended) {
    g_propagate_error(error, own);
    return FALSE;
  }
  g_clear_error(&own);
  return read(&(TmxData){mended, tmx.length, bad}, user, error);
}

static gboolean import_tmx(const TmxData *tmx, gpointer importing, GError **error) {
  return run(importing, fill_from_tmx, tmx, error);
}

static gboolean import_other(Importing *importing, GBytes *raw, const TlumachBitextOptions *bitext, GError **error) {
  const TlumachBitextOptions options = {importing->into->source, importing->into->target, bitext->format,
                                        bitext->encoding};
  g_autoptr(TlumachBitext) pairs = tlumach_bitext_new(importing->path, raw, &options, error);
  return pairs && run(importing, fill_from_bitext, pairs, error);
}

/* A memory, whoever's it is, is no file of pairs. */
static GBytes *read_file(const char *path, GError **error) {
  static const char sqlite[] = "SQLite format 3"; /* sqlite.org/fileformat2.html §1.3.1, with its NUL */
  g_autoptr(GBytes) raw = tl_file_read(path, 0, error);
  gsize size = 0;
  const char *bytes = raw ? g_bytes_get_data(raw, &size) : NULL;
  if (size < sizeof sqlite || memcmp(bytes, sqlite, sizeof sqlite) != 0)
    return g_steal_pointer(&raw);
  tl_error_at(error, TLUMACH_ERROR_FORMAT, path, 0, 0,
              "is a database; a memory is brought in by way of TMX: tlumach memory export -m %s -o FILE.tmx", path);
  return NULL;
}

static gboolean is_tmx(const char *path, GBytes *raw, const TlumachBitextOptions *bitext) {
  gsize size;
  const char *bytes = g_bytes_get_data(raw, &size);
  if (bitext->format)
    return strcmp(bitext->format, "tmx") == 0;
  g_autofree char *lower = g_ascii_strdown(path, -1);
  return g_str_has_suffix(lower, ".tmx") ||
         (!tlumach_is_bilingual_name(path) && memmem(bytes, MIN(size, 4096), "<tmx", 4));
}

gboolean tl_memory_import(const TlImportTarget *into, const char *path, const TlumachBitextOptions *bitext,
                          TlumachImportCounts *counts, TlumachToldFunc told, gpointer user, GError **error) {
  g_autoptr(GBytes) raw = read_file(path, error);
  if (!raw)
    return FALSE;
  g_autoptr(TlMemoryWords) words = tl_memory_words_new();
  g_autoptr(GArray) keys = g_array_new(FALSE, FALSE, sizeof(guint32));
  g_autoptr(GPtrArray) messages = g_ptr_array_new_with_free_func(g_free);
  Importing importing = {.into = into, .path = path, .counts = counts, .told = messages, .words = words, .keys = keys};
  for (guint i = 0; i < N_TEXTS; i++)
    importing.text[i] = g_string_new(NULL);
  gboolean good = is_tmx(path, raw, bitext) ? read_tmx(path, raw, import_tmx, &importing, error)
                                            : import_other(&importing, raw, bitext, error);
  for (guint i = 0; i < N_TEXTS; i++)
    g_string_free(importing.text[i], TRUE);
  for (guint i = 0; good && told && i < messages->len; i++)
    told(messages->pdata[i], user);
  return good;
}

/* -- only looked at -------------------------------------------------------------------------------------------- */

typedef struct Trying {
  const char *path;
  const TlumachBitextOptions *languages;
  guint64 units, faults;
  char *fault; /* of the first unit that has one */
} Trying;

static void trying_clear(Trying *trying) {
  g_free(trying->fault);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Trying, trying_clear)

static gboolean pass_head(gpointer user, const char *header, GError **error) {
  (void)user, (void)header, (void)error;
  return TRUE;
}

static gboolean try_unit(gpointer user, const TlTmxUnit *unit, GError **error) {
  Trying *trying = user;
  (void)error;
  trying->units++;
  trying->faults += unit->fault ? 1 : 0;
  if (unit->fault && !trying->fault)
    trying->fault = g_strdup(unit->fault);
  return TRUE;
}

static gboolean try_tmx(const TmxData *tmx, gpointer user, GError **error) {
  static const TlTmxHandler handler = {pass_head, try_unit};
  Trying *trying = user;
  trying->units = trying->faults = 0;
  return tl_tmx_read(trying->path, tmx->data, tmx->length, trying->languages, tmx->bad, &handler, trying, error);
}

/* Mostly it is of other languages than those that were said. */
static gboolean gives_some(const Trying *trying, GError **error) {
  if (trying->units == 0 || trying->faults < trying->units)
    return TRUE;
  tl_error_at(error, TLUMACH_ERROR_USAGE, trying->path, 0, 0,
              "none of its units can be taken from %s to %s: the first one %s; other languages are named with --source "
              "and --target",
              trying->languages->source, trying->languages->target, trying->fault);
  return FALSE;
}

gboolean tlumach_memory_try(const char *path, const TlumachBitextOptions *bitext, GError **error) {
  g_autoptr(GBytes) raw = read_file(path, error);
  g_auto(Trying) trying = {.path = path, .languages = bitext};
  if (!raw)
    return FALSE;
  if (is_tmx(path, raw, bitext))
    return read_tmx(path, raw, try_tmx, &trying, error) && gives_some(&trying, error);
  g_autoptr(TlumachBitext) pairs = tlumach_bitext_new(path, raw, bitext, error);
  return pairs != NULL;
}
