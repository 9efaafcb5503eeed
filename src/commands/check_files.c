/* The files of tlumach check: opened, and mended in place. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/binary.h"
#include "base/error.h"
#include "base/file.h"
#include "commands/check.h"
#include "commands/places.h"

#define LOCK_SECONDS 5u
#define PASSES 4u /* a fix may make room for another one */

gboolean tl_check_is_texts(char *const *files) {
  return files[0] && files[1] && !files[2] && !tlumach_is_bilingual_name(files[0]) &&
         !tlumach_is_bilingual_name(files[1]);
}

static TlumachBitext *open_texts(const TlCheckFiles *files, GBytes *target_raw, GError **error) {
  const TlOptions *options = files->options;
  TlumachDocumentOptions how;
  if (!tl_options_document_options(options, &how, error))
    return NULL;
  TlumachDocument *source = tlumach_document_open(options->files[0], &how, error);
  TlumachDocument *target = source && tl_is_text(options->files[1], target_raw, options->encoding, error)
                                ? tlumach_document_new(options->files[1], target_raw, &how, error)
                                : NULL;
  if (target)
    return tlumach_bitext_align(files->session, source, target, error);
  tlumach_document_free(source);
  return NULL;
}

const char *tl_check_target_path(const TlCheckFiles *files, guint i) {
  return files->options->files[files->texts ? 1 : i];
}

TlumachBitext *tl_check_from_bytes(const TlCheckFiles *files, guint i, GBytes *raw, GError **error) {
  const TlOptions *options = files->options;
  const TlumachBitextOptions how = {options->source, options->target, options->input_format, options->encoding};
  return files->texts ? open_texts(files, raw, error)
                      : tlumach_bitext_new(tl_check_target_path(files, i), raw, &how, error);
}

TlumachBitext *tl_check_open(const TlCheckFiles *files, guint i, GError **error) {
  g_autoptr(GBytes) raw = tl_file_read(tl_check_target_path(files, i), 0, error);
  TlumachBitext *bitext = raw ? tl_check_from_bytes(files, i, raw, error) : NULL;
  for (guint side = 0; bitext && side < 2; side++)
    tl_options_tell_odd(files->options, bitext->document[side]);
  return bitext;
}

/* -- options ---------------------------------------------------------------------------------------------------- */

char **tl_check_common(char **glossaries) {
  g_autoptr(GPtrArray) common = g_ptr_array_new();
  g_autofree char *folder = tl_data_folder("glossaries");
  for (char **path = glossaries; path && *path && folder; path++) {
    g_autofree char *whole = g_canonicalize_filename(*path, NULL);
    g_autofree char *own = g_path_get_dirname(whole);
    if (strcmp(own, folder) == 0)
      g_ptr_array_add(common, g_strdup(*path));
  }
  g_ptr_array_add(common, NULL);
  return (char **)g_ptr_array_free(g_steal_pointer(&common), FALSE);
}

gboolean tl_check_report(const TlOptions *options, const TlumachSession *session, TlumachReport *report,
                         GError **error) {
  g_auto(GStrv) common = tl_check_common(options->glossaries);
  const TlumachCheckOptions how = {.agreed = options->glossaries != NULL,
                                   .common = (const char *const *)common,
                                   .waivers = (const char *const *)options->waivers};
  return tlumach_report_check(session, report, &how, error);
}

/* -- mending --------------------------------------------------------------------------------------------------- */

typedef struct Mending {
  const TlCheckFiles *files;
  guint i, n_pairs;
  GArray *fixes; /* TlumachFix, texts in `chunk` */
  GStringChunk *chunk;
  const TlumachBitext *bitext; /* of this pass … */
  TlumachBaseline *baseline;   /* … and the findings that are known; NULL: none */
} Mending;

static void keep(const TlumachFinding *finding, gpointer user) {
  Mending *mending = user;
  if (!finding->waived && mending->baseline && tlumach_baseline_take(mending->baseline, mending->bitext, finding))
    return;
  for (guint i = 0; i < finding->n_fixes && !finding->waived; i++) {
    TlumachFix fix = {finding->fixes[i].span, g_string_chunk_insert_const(mending->chunk, finding->fixes[i].text)};
    g_array_append_val(mending->fixes, fix);
  }
}

/* The file once mended; `*n`: in how many places. */
static GBytes *mend(Mending *mending, GBytes *raw, guint *n, GError **error) {
  g_autoptr(TlumachBitext) bitext = tl_check_from_bytes(mending->files, mending->i, raw, error);
  const char *known = mending->files->baseline;
  g_array_set_size(mending->fixes, 0);
  if (!bitext || (known && !(mending->baseline = tlumach_baseline_open(known, error))))
    return NULL;
  mending->bitext = bitext;
  gboolean checked = tlumach_check(mending->files->session, bitext, mending->files->how, keep, mending, error);
  tlumach_baseline_free(mending->baseline);
  mending->baseline = NULL;
  if (!checked)
    return NULL;
  mending->n_pairs = bitext->n_pairs;
  return tlumach_fix(bitext, raw, (const TlumachFix *)(const void *)mending->fixes->data, mending->fixes->len, n,
                     error);
}

/* Does what was written read as as many pairs? */
static gboolean verify(GBytes *written, gpointer user, GError **error) {
  const Mending *mending = user;
  g_autoptr(TlumachBitext) bitext = tl_check_from_bytes(mending->files, mending->i, written, error);
  if (!bitext || mending->files->texts || bitext->n_pairs == mending->n_pairs)
    return bitext != NULL;
  tl_error_at(error, TLUMACH_ERROR_FORMAT, tl_check_target_path(mending->files, mending->i), 0, 0,
              "not saved: %u pairs would be in it, and %u should", bitext->n_pairs, mending->n_pairs);
  return FALSE;
}

static gboolean mend_file(Mending *mending, const char *path, GError **error) {
  g_autofree char *identity = tl_file_identity(path);
  g_autoptr(GBytes) raw = tl_file_read(path, 0, error);
  guint all = 0, n = 1;
  for (guint pass = 0; raw && n && pass < PASSES; pass++, all += n) {
    GBytes *mended = mend(mending, raw, &n, error);
    g_bytes_unref(raw);
    raw = mended;
  }
  if (!raw || all == 0)
    return raw != NULL;
  g_autofree char *now = tl_file_identity(path);
  if (g_strcmp0(now, identity) != 0) {
    tl_error_at(error, TLUMACH_ERROR_BUSY, path, 0, 0, "not saved: another program changed it meanwhile; try again");
    return FALSE;
  }
  const TlFileSave how = {.backup = TRUE, .verify = verify, .user = mending, .locked = TRUE};
  if (!tl_file_save(path, raw, &how, error))
    return FALSE;
  if (!mending->files->options->quiet)
    fprintf(stderr, "tlumach: %s: mended in %u place%s\n", tl_check_target_path(mending->files, mending->i), all,
            all == 1 ? "" : "s");
  return TRUE;
}

gboolean tl_check_fix(const TlCheckFiles *files, guint i, GError **error) {
  const char *path = tl_check_target_path(files, i);
  if (strcmp(path, "-") == 0) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "--fix: standard input cannot be mended; name a file");
    return FALSE;
  }
  char *real = realpath(path, NULL); /* who comes by a symbolic link must meet the same lock */
  Mending mending = {
      .files = files, .i = i, .fixes = g_array_new(FALSE, FALSE, sizeof(TlumachFix)), .chunk = g_string_chunk_new(256)};
  g_autoptr(TlFileLock) lock = real ? tl_file_lock(real, LOCK_SECONDS, error) : NULL;
  gboolean done = (lock || !real) && !(error && *error) && mend_file(&mending, real ? real : path, error);
  g_array_unref(mending.fixes);
  g_string_chunk_free(mending.chunk);
  free(real);
  return done;
}
