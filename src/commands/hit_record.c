#include "commands/hit_record.h"

#include "base/arena.h"
#include "base/json.h"

#define TERMS_MAX 200000u /* written terms that are remembered */

/* What a record says of the term, before and behind what it says of the place. */
typedef struct Written {
  const char *head, *tail;
  size_t n_head, n_tail;
} Written;

struct TlHitRecords {
  const TlumachSession *session;
  TlumachFinder *finder;
  GPtrArray *terms; /* Written, by the number of the term; NULL: not yet */
  guint n_written;
  TlArena *arena;
  GString *scratch;
};

TlHitRecords *tl_hit_records_new(const TlumachSession *session, TlumachFinder *finder) {
  TlHitRecords *records = g_new0(TlHitRecords, 1);
  records->session = session;
  records->finder = finder;
  records->terms = g_ptr_array_new();
  records->arena = tl_arena_new();
  records->scratch = g_string_new(NULL);
  return records;
}

void tl_hit_records_free(TlHitRecords *records) {
  if (!records)
    return;
  g_ptr_array_unref(records->terms);
  tl_arena_free(records->arena);
  g_string_free(records->scratch, TRUE);
  g_free(records);
}

typedef void (*Part)(const TlHitRecords *records, const TlumachTerm *term, TlOutput *out);

static void put_head(const TlHitRecords *records, const TlumachTerm *term, TlOutput *out) {
  (void)records;
  tl_json_string(out, "term", term->text, -1);
  tl_json_string(out, "concept", term->concept->id, -1);
}

static void put_targets(const TlHitRecords *records, const TlumachTerm *term, TlOutput *out) {
  g_autoptr(GPtrArray) targets = tlumach_equivalents(records->session, term);
  tl_json_array(out, "targets");
  for (guint i = 0; i < targets->len; i++) {
    const TlumachTerm *target = g_ptr_array_index(targets, i);
    tl_json_object(out, NULL);
    tl_json_string(out, "text", target->text, -1);
    tl_json_string(out, "status", tlumach_status_name(target->status), -1);
    tl_json_object_end(out);
  }
  tl_json_array_end(out);
}

/* A part of the record as text, with the comma that goes before it. */
static const char *write_part(TlHitRecords *records, Part part, const TlumachTerm *term, size_t *n) {
  g_string_truncate(records->scratch, 0);
  TlOutput *out = tl_output_memory(records->scratch);
  tl_json_begin(out); /* its brace becomes the comma */
  part(records, term, out);
  tl_output_close(out, NULL);
  records->scratch->str[0] = ',';
  *n = records->scratch->len;
  return tl_arena_strndup(records->arena, records->scratch->str, *n);
}

static void forget(TlHitRecords *records) {
  g_ptr_array_set_size(records->terms, 0);
  tl_arena_reset(records->arena);
  records->n_written = 0;
}

static const Written *written(TlHitRecords *records, const TlumachHit *hit) {
  Written *known = hit->number < records->terms->len ? g_ptr_array_index(records->terms, hit->number) : NULL;
  if (known)
    return known;
  if (records->n_written++ >= TERMS_MAX)
    forget(records);
  if (hit->number >= records->terms->len)
    g_ptr_array_set_size(records->terms, (gint)hit->number + 1); /* NULLs between */
  known = tl_arena_new0(records->arena, Written, 1);
  known->head = write_part(records, put_head, hit->term, &known->n_head);
  known->tail = write_part(records, put_targets, hit->term, &known->n_tail);
  g_ptr_array_index(records->terms, hit->number) = known;
  return known;
}

void tl_hit_records_write(TlHitRecords *records, const TlRecords *to, const TlumachHit *hit) {
  const Written *term = written(records, hit);
  tl_json_begin(to->output);
  tl_record_place(to, hit->span);
  tl_output_write(to->output, term->head, term->n_head);
  tl_json_string(to->output, "match", tlumach_match_name(hit->match), -1);
  tl_json_string(to->output, "why", tlumach_finder_explain(records->finder, to->document, hit), -1);
  tl_output_write(to->output, term->tail, term->n_tail);
  tl_json_end(to->output);
}
