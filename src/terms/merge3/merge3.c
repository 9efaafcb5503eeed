/* Entry by entry: what one side alone changed is taken as its bytes; only entries that both changed are taken apart. */
#include "terms/merge3/merge3.h"

#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "base/splice.h"
#include "terms/merge3/plan.h"
#include "terms/merge3/private.h"
#include "terms/new_id.h"
#include "terms/tbx/convert.h"
#include "terms/tbx/make.h"
#include "terms/tbx/nodes.h"
#include "terms/tbx/read.h"
#include "terms/tbx/write.h"
#include "terms/termbase.h"

enum { BASE, OURS, THEIRS };

typedef struct Side {
  TlTbxFile *file; /* NULL: an empty file, of the base only */
  const TlumachConcept *concepts;
  guint n;
  TlTbxManner *manner;
} Side;

typedef struct Merge {
  TlMerge3 m;
  Side sides[3];
  TlArena *arena, *trees;
  GHashTable *new_ids; /* number of an entry of theirs -> char * */
  TlSplices *splices;
  guint expected; /* concepts of the result */
} Merge;

/* -- opening -- */

static gboolean take_bytes(Merge *merge, guint i, const char *name, GBytes *raw, GError **error) {
  Side *side = &merge->sides[i];
  if (!tl_termbase_is_tbx(name, raw)) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, name, 0, 0, "is no TBX, and only that can be merged so");
    return FALSE;
  }
  if (!(side->file = tl_tbx_file_read(name, raw, error)))
    return FALSE;
  side->concepts = tlumach_termbase_concepts(side->file->base, &side->n);
  side->manner = tl_tbx_manner(side->file, G_MAXUINT, merge->arena);
  return TRUE;
}

/* git gives versions names of its own: what they are versions of tells more. */
static gboolean open_side(Merge *merge, guint i, const char *path, const char *name, GError **error) {
  static const char *const whose[] = {"base", "ours", "theirs"};
  g_autoptr(GBytes) raw = tl_file_read(path, 0, error);
  if (!raw || (i == BASE && g_bytes_get_size(raw) == 0))
    return raw != NULL;
  g_autofree char *told = name ? g_strdup_printf("%s (%s)", name, whose[i]) : g_strdup(path);
  return take_bytes(merge, i, told, raw, error);
}

static gboolean is_like(const Side *side, const Side *other) {
  return side->manner->style == other->manner->style && strcmp(side->manner->core, other->manner->core) == 0;
}

/* One side told the file again in another version or style: then all are, so that the rest can be compared. */
static gboolean agree(Merge *merge, GError **error) {
  Side *base = &merge->sides[BASE], *ours = &merge->sides[OURS], *theirs = &merge->sides[THEIRS];
  if (is_like(ours, theirs) && (!base->file || is_like(ours, base)))
    return TRUE;
  const TlTbxManner *into = base->file && is_like(ours, base) ? theirs->manner : ours->manner;
  if (into->style == TL_TBX_MIN2 || *into->core) {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, theirs->file->path, 0, 0,
                "the versions are not in one version and style of TBX; convert them to one, then merge");
    return FALSE;
  }
  for (guint i = 0; i < 3; i++) {
    Side *side = &merge->sides[i];
    if (!side->file || (side->manner->style == into->style && strcmp(side->manner->core, into->core) == 0))
      continue;
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func(g_free);
    if (!tl_tbx_convert(side->file, into->style, into->dialect, text, told, error))
      return FALSE;
    g_autofree char *name = g_strdup(side->file->path);
    g_autoptr(GBytes) raw = g_bytes_new(text->str, text->len);
    g_clear_pointer(&side->file, tl_tbx_file_free);
    if (!take_bytes(merge, i, name, raw, error))
      return FALSE;
  }
  return TRUE;
}

/* -- pieces -- */

/* Behind the XML declaration, which is ours: the encoding is. */
static size_t head_start(const TlTbxFile *file) {
  size_t bom = tl_bom_length(file->text, file->length);
  gboolean declared = file->length - bom >= 5 && memcmp(file->text + bom, "<?xml", 5) == 0;
  const char *end = declared ? g_strstr_len(file->text, (gssize)file->length, "?>") : NULL;
  return end ? (size_t)(end + 2 - file->text) : bom;
}

static TlUnit piece(const TlTbxFile *file, size_t start, size_t end) {
  return (TlUnit){.text = file->text + start, .length = end - start, .lead = "", .source = file->text};
}

static size_t last_end(const Side *side) {
  return side->n > 0 ? side->concepts[side->n - 1].file_span.end : side->file->body.end;
}

/* An entry with what stands before it; not taken apart. */
static TlUnit entry_unit(const Side *side, guint i) {
  TlumachSpan span = side->concepts[i].file_span;
  size_t before = i > 0 ? side->concepts[i - 1].file_span.end : side->file->body.end;
  TlUnit unit = piece(side->file, span.start, span.end);
  unit.lead = side->file->text + before;
  unit.lead_length = span.start - before;
  unit.source = unit.text;
  return unit;
}

static gboolean take_apart(Merge *merge, const Side *side, guint i, TlUnit *unit, GError **error) {
  unit->node = tl_tbx_file_entry(side->file, i, merge->trees, error);
  if (unit->node)
    merge->m.core = unit->node->uri;
  return unit->node != NULL;
}

static void splice(Merge *merge, size_t start, size_t end, const GString *with) {
  const TlTbxFile *ours = merge->sides[OURS].file;
  if (end - start == with->len && memcmp(ours->text + start, with->str, with->len) == 0)
    return;
  tl_splices_add(merge->splices, (TlumachSpan){start, end}, g_strndup(with->str, with->len));
}

/* -- which entries are the same -- */

/* Entries that both put in; what the base has is no matter of theirs. */
static guint *pair_new(const Merge *merge, const TlPairing *pairing, const guint *ours_of, const guint *theirs_of) {
  const Side *ours = &merge->sides[OURS], *theirs = &merge->sides[THEIRS];
  guint *of = tl_pair_concepts(pairing, ours->file->base, theirs->file->base);
  g_autofree gboolean *old = g_new0(gboolean, ours->n + 1), *their_old = g_new0(gboolean, theirs->n + 1);
  for (guint b = 0; b < merge->sides[BASE].n; b++) {
    if (ours_of[b] != TL_NOBODY)
      old[ours_of[b]] = TRUE;
    if (theirs_of[b] != TL_NOBODY)
      their_old[theirs_of[b]] = TRUE;
  }
  for (guint o = 0; o < ours->n; o++)
    if (of[o] != TL_NOBODY && (old[o] || their_old[of[o]]))
      of[o] = TL_NOBODY;
  return of;
}

static guint *pair_old(const Merge *merge, const TlPairing *pairing, guint side) {
  return merge->sides[BASE].file
             ? tl_pair_concepts(pairing, merge->sides[BASE].file->base, merge->sides[side].file->base)
             : g_new0(guint, 1);
}

static GArray *plan_entries(const Merge *merge, const TlPairing *pairing) {
  g_autofree guint *ours_of = pair_old(merge, pairing, OURS), *theirs_of = pair_old(merge, pairing, THEIRS),
                   *new_of = pair_new(merge, pairing, ours_of, theirs_of);
  return tl_merge_plan(merge->sides[BASE].n, merge->sides[OURS].n, merge->sides[THEIRS].n, ours_of, theirs_of, new_of);
}

/* One side removed it, and the other left it as it was. */
static gboolean goes(const Merge *merge, const TlPlanItem *item) {
  if (item->base == TL_NOBODY || (item->ours != TL_NOBODY) == (item->theirs != TL_NOBODY))
    return FALSE;
  TlUnit base = entry_unit(&merge->sides[BASE], item->base),
         stays = item->ours != TL_NOBODY ? entry_unit(&merge->sides[OURS], item->ours)
                                         : entry_unit(&merge->sides[THEIRS], item->theirs);
  return tl_units_same(&base, &stays);
}

static GHashTable *ids_that_stay(const Merge *merge, const GArray *plan) {
  GHashTable *ids = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < plan->len; i++) {
    const TlPlanItem *item = &g_array_index(plan, TlPlanItem, i);
    const char *id = item->ours != TL_NOBODY ? merge->sides[OURS].concepts[item->ours].id : NULL;
    if (id && !goes(merge, item))
      g_hash_table_add(ids, (gpointer)id);
  }
  return ids;
}

/* Both sides counted on from the same id, or one gave the id of a concept that it removed to another: what theirs has
 * and ours has not gets the next one. */
static void give_ids(Merge *merge, const GArray *plan) {
  const Side *ours = &merge->sides[OURS], *theirs = &merge->sides[THEIRS];
  g_autoptr(TlIds) ids = tl_ids_new(ours->file->base);
  for (guint t = 0; t < theirs->n; t++)
    if (theirs->concepts[t].id)
      tl_ids_add(ids, theirs->concepts[t].id);
  g_autoptr(GHashTable) used = ids_that_stay(merge, plan);
  for (guint i = 0; i < plan->len; i++) {
    const TlPlanItem *item = &g_array_index(plan, TlPlanItem, i);
    const TlumachConcept *concept = item->ours == TL_NOBODY ? &theirs->concepts[item->theirs] : NULL;
    if (!concept || !concept->id || !g_hash_table_contains(used, concept->id) || goes(merge, item))
      continue;
    g_autofree char *id = tl_new_id(ids, concept->n_terms > 0 ? concept->terms[0].text : "");
    char *kept = tl_arena_strdup(merge->arena, id);
    tl_ids_add(ids, kept);
    g_hash_table_insert(merge->new_ids, GUINT_TO_POINTER(item->theirs), kept);
    g_hash_table_insert(merge->m.renamed, (gpointer) concept->id, kept);
    const TlumachMergeConflict told = {
        .concept = kept, .field = "id", .ours = concept->id, .theirs = kept, .settled = TRUE};
    if (merge->m.told)
      merge->m.told(&told, merge->m.user);
  }
}

/* -- the merge -- */

static gboolean same_bytes(const TlUnit *a, const TlUnit *b) {
  return a->length == b->length && a->lead_length == b->lead_length && memcmp(a->text, b->text, a->length) == 0 &&
         memcmp(a->lead, b->lead, a->lead_length) == 0;
}

static const char *id_of(const Merge *merge, const TlPlanItem *item) {
  const char *own = item->ours != TL_NOBODY ? merge->sides[OURS].concepts[item->ours].id : NULL;
  return item->ours != TL_NOBODY ? own : merge->sides[THEIRS].concepts[item->theirs].id;
}

/* The merged entry into `out`, nothing where it is gone. */
static gboolean merge_entry(Merge *merge, const TlPlanItem *item, GString *out, GError **error) {
  const guint numbers[3] = {item->base, item->ours, item->theirs};
  TlUnit units[3], *given[3] = {NULL, NULL, NULL};
  g_autofree char *renamed = NULL;
  for (guint i = 0; i < 3; i++)
    if (numbers[i] != TL_NOBODY) {
      units[i] = entry_unit(&merge->sides[i], numbers[i]);
      given[i] = &units[i];
    }
  const char *id = given[OURS] ? NULL : g_hash_table_lookup(merge->new_ids, GUINT_TO_POINTER(item->theirs));
  if (id) {
    g_autofree char *whole = g_strndup(units[THEIRS].text, units[THEIRS].length);
    renamed = tl_tbx_with_id(whole, id);
    units[THEIRS].text = renamed;
    units[THEIRS].length = strlen(renamed);
  }
  merge->m.concept_id = id ? id : id_of(merge, item);
  tl_arena_reset(merge->trees);
  for (guint i = 0; i < 3; i++)
    if (given[i] && !take_apart(merge, &merge->sides[i], numbers[i], &units[i], error))
      return FALSE;
  tl_merge_unit(&merge->m, given[BASE], given[OURS], given[THEIRS], out);
  return TRUE;
}

/* Nothing to do for an entry that theirs has as the base has it, and for one that is ours alone. */
static gboolean is_left_alone(const Merge *merge, const TlPlanItem *item) {
  if (item->ours == TL_NOBODY || item->theirs == TL_NOBODY)
    return item->ours != TL_NOBODY && item->base == TL_NOBODY;
  TlUnit ours = entry_unit(&merge->sides[OURS], item->ours), theirs = entry_unit(&merge->sides[THEIRS], item->theirs);
  if (same_bytes(&ours, &theirs) || item->base == TL_NOBODY)
    return same_bytes(&ours, &theirs);
  TlUnit base = entry_unit(&merge->sides[BASE], item->base);
  return same_bytes(&base, &theirs);
}

static gboolean merge_entries(Merge *merge, const GArray *plan, size_t *at, GString *new, GError **error) {
  for (guint i = 0; i < plan->len; i++) {
    const TlPlanItem *item = &g_array_index(plan, TlPlanItem, i);
    g_autoptr(GString) text = g_string_new(NULL);
    gboolean alone = is_left_alone(merge, item);
    if (!alone && !merge_entry(merge, item, text, error))
      return FALSE;
    merge->expected += alone || text->len > 0;
    if (item->ours == TL_NOBODY) {
      g_string_append(new, text->str);
      continue;
    }
    splice(merge, *at, *at, new);
    g_string_truncate(new, 0);
    size_t start = *at;
    *at = merge->sides[OURS].concepts[item->ours].file_span.end;
    if (!alone)
      splice(merge, start, *at, text);
  }
  return TRUE;
}

/* The head, up to where entries stand, and what follows the last one. */
static void merge_around(Merge *merge, const char *field, gboolean head, GString *marks, GString *out) {
  TlUnit pieces[3];
  for (guint i = 0; i < 3; i++) {
    const Side *side = &merge->sides[i];
    if (side->file)
      pieces[i] = head ? piece(side->file, head_start(side->file), side->file->body.end)
                       : piece(side->file, last_end(side), side->file->length);
  }
  merge->m.concept_id = NULL;
  const TlUnit *base = merge->sides[BASE].file ? &pieces[BASE] : &pieces[THEIRS]; /* without a base ours stays */
  tl_merge_text(&merge->m, field, base, &pieces[OURS], &pieces[THEIRS], marks, out);
}

static gboolean merge_files(Merge *merge, const GArray *plan, GError **error) {
  const TlTbxFile *ours = merge->sides[OURS].file;
  g_autoptr(GString) head = g_string_new(NULL), new = g_string_new(NULL), marks = g_string_new(NULL),
                     tail = g_string_new(NULL), tail_marks = g_string_new(NULL);
  size_t at = ours->body.end;
  gboolean empty = ours->body_empty; /* <body/>: there is nothing behind it to hold a mark */
  merge_around(merge, "header", TRUE, marks, head);
  if (!empty) {
    g_string_append(head, marks->str);
    splice(merge, head_start(ours), at, head);
  }
  if (!merge_entries(merge, plan, &at, new, error))
    return FALSE;
  if (empty) {
    g_autofree char *opened = new->len > 0 ? tl_tbx_open_body(ours, new->str, merge->m.newline) : NULL;
    g_string_assign(new, opened ? opened : "/>");
    splice(merge, ours->body.end - 2, ours->body.end, new);
    return TRUE;
  }
  merge_around(merge, "end", FALSE, tail_marks, tail);
  g_string_append(new, tail_marks->str);
  g_string_append(new, tail->str);
  splice(merge, at, ours->length, new);
  return TRUE;
}

/* Does the result read, with as many concepts as there must be? */
static gboolean verify(const Merge *merge, const char *name, GBytes *bytes, GError **error) {
  g_autoptr(TlumachTermbase) base = tl_tbx_read(name, bytes, error);
  guint n = 0;
  if (!base) {
    g_prefix_error(error, "the merged file would not be readable; nothing was written: ");
    return FALSE;
  }
  tlumach_termbase_concepts(base, &n);
  if (n != merge->expected)
    tl_error_at(error, TLUMACH_ERROR_FORMAT, name, 0, 0, "not merged: %u concepts would be in it, and %u should", n,
                merge->expected);
  return n == merge->expected;
}

static void clear(Merge *merge) {
  for (guint i = 0; i < 3; i++)
    tl_tbx_file_free(merge->sides[i].file);
  tl_tbx_names_free(merge->m.names);
  g_hash_table_unref(merge->m.renamed);
  g_hash_table_unref(merge->new_ids);
  tl_splices_free(merge->splices);
  tl_arena_free(merge->arena);
  tl_arena_free(merge->trees);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Merge, clear)

GBytes *tl_term_merge3(const char *const paths[3], const char *name, const TlPairing *pairing,
                       TlumachMergeConflictFunc told, gpointer user, GError **error) {
  g_auto(Merge) merge = {.m = {.names = tl_tbx_names_new(),
                               .renamed = g_hash_table_new(g_str_hash, g_str_equal),
                               .told = told,
                               .user = user},
                         .arena = tl_arena_new(),
                         .trees = tl_arena_new(),
                         .new_ids = g_hash_table_new(NULL, NULL),
                         .splices = tl_splices_new()};
  for (guint i = 0; i < 3; i++)
    if (!open_side(&merge, i, paths[i], strcmp(name, paths[OURS]) == 0 ? NULL : name, error))
      return NULL;
  if (!agree(&merge, error))
    return NULL;
  const TlTbxFile *ours = merge.sides[OURS].file;
  merge.m.newline = merge.sides[OURS].manner->newline;
  g_autoptr(GArray) plan = plan_entries(&merge, pairing);
  give_ids(&merge, plan);
  if (!merge_files(&merge, plan, error))
    return NULL;
  g_autoptr(GBytes) bytes = tl_splices_apply(merge.splices, ours->decoded, TRUE, error);
  return bytes && verify(&merge, name, bytes, error) ? g_steal_pointer(&bytes) : NULL;
}
