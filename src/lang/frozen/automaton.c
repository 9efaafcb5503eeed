/* States are built from their ends and hash-consed (Daciuk et al., Computational Linguistics 26:1, 2000, call the table
 * of them the register): one is appended only when none stands there that is equal. Two states are united arc by arc,
 * each pair once. */
#include "lang/frozen/automaton.h"

#include <string.h>

#include "base/hash.h"
#include "base/intern.h"
#include "lang/frozen/format.h"

#define NONE 0xFFFFFFFFu
#define FEW 24u
#define UNIONS_MAX 2000000u /* of two states; the largest dictionaries need a fiftieth */
#define UNITED_MAX 8000000u /* arcs and elements of such unions */

struct TlAutomaton {
  GArray *arcs;   /* guint32: states, each behind those that it leads to */
  guint32 *slots; /* the register: first arc + 1 of each state, open addressing */
  guint32 n_slots, n_states;
  TlInterner *sets;  /* guint16 elements in rising order */
  TlInterner *pairs; /* two states that were united */
  GArray *united;    /* guint32, beside `pairs` */
  guint n_united;    /* arcs and elements that were put into a union */
  gboolean outgrown;
};

/* Arcs that are to be a state, in the order of their labels. */
typedef struct Fan {
  guint32 arcs[256];
  guint n;
} Fan;

TlAutomaton *tl_automaton_new(void) {
  TlAutomaton *a = g_new0(TlAutomaton, 1);
  a->arcs = g_array_new(FALSE, FALSE, sizeof(guint32));
  a->n_slots = 1u << 16;
  a->slots = g_new0(guint32, a->n_slots);
  a->sets = tl_interner_new(NULL);
  a->pairs = tl_interner_new(NULL);
  a->united = g_array_new(FALSE, FALSE, sizeof(guint32));
  return a;
}

void tl_automaton_free(TlAutomaton *a) {
  if (!a)
    return;
  g_array_unref(a->arcs);
  g_free(a->slots);
  tl_interner_free(a->sets);
  tl_interner_free(a->pairs);
  g_array_unref(a->united);
  g_free(a);
}

static const guint32 *arcs_of(const TlAutomaton *a, guint32 state) {
  return &g_array_index(a->arcs, guint32, state);
}

static guint32 hash_arcs(const guint32 *arcs, guint n) {
  guint64 h = TL_HASH_START;
  for (guint i = 0; i < n; i++)
    h = tl_hash_step(h, arcs[i]);
  return (guint32)h;
}

static guint state_size(const guint32 *arcs) {
  guint n = 1;
  while (!(arcs[n - 1] & TL_ARC_LAST))
    n++;
  return n;
}

static void grow_register(TlAutomaton *a) {
  guint32 *old = a->slots, old_n = a->n_slots;
  a->n_slots *= 2;
  a->slots = g_new0(guint32, a->n_slots);
  for (guint32 i = 0; i < old_n; i++) {
    if (!old[i])
      continue;
    const guint32 *arcs = arcs_of(a, old[i] - 1);
    guint32 slot = hash_arcs(arcs, state_size(arcs)) & (a->n_slots - 1);
    while (a->slots[slot])
      slot = (slot + 1) & (a->n_slots - 1);
    a->slots[slot] = old[i];
  }
  g_free(old);
}

/* Where the state with these arcs stands, appended if none does. */
static guint32 state_of(TlAutomaton *a, guint32 *arcs, guint n) {
  arcs[n - 1] |= TL_ARC_LAST;
  guint32 slot = hash_arcs(arcs, n) & (a->n_slots - 1);
  for (; a->slots[slot]; slot = (slot + 1) & (a->n_slots - 1)) {
    guint32 first = a->slots[slot] - 1;
    if (first + n <= a->arcs->len && memcmp(arcs_of(a, first), arcs, n * sizeof *arcs) == 0)
      return first;
  }
  guint32 first = a->arcs->len;
  if (first + n > TL_ARC_TARGET_MAX) {
    a->outgrown = TRUE;
    return 0;
  }
  g_array_append_vals(a->arcs, arcs, n);
  a->slots[slot] = first + 1;
  if (++a->n_states * 2 > a->n_slots)
    grow_register(a);
  return first;
}

static guint32 arc_to(guint label, guint32 target) {
  return (guint32)label << 24 | target;
}

static guint32 set_of(TlAutomaton *a, const guint16 *elements, guint n) {
  guint32 set = tl_interner_add(a->sets, elements, n * sizeof *elements);
  a->outgrown = a->outgrown || set > TL_ARC_TARGET_MAX;
  return set & TL_ARC_TARGET_MAX;
}

guint32 tl_automaton_end(TlAutomaton *a, guint16 element) {
  guint32 arc = arc_to(0, set_of(a, &element, 1));
  return state_of(a, &arc, 1);
}

static guint32 unite_sets(TlAutomaton *a, guint32 one, guint32 two) {
  size_t n_x, n_y;
  guint n = 0;
  const guint16 *x = tl_interner_bytes(a->sets, one, &n_x), *y = tl_interner_bytes(a->sets, two, &n_y);
  a->n_united += (guint)((n_x + n_y) / sizeof *x);
  a->outgrown = a->outgrown || a->n_united > UNITED_MAX;
  if (a->outgrown)
    return one;
  const guint16 *x_end = x + n_x / sizeof *x, *y_end = y + n_y / sizeof *y;
  g_autofree guint16 *all = g_malloc(n_x + n_y);
  while (x < x_end || y < y_end) {
    guint16 least = y == y_end || (x < x_end && *x < *y) ? *x : *y;
    x += x < x_end && *x == least;
    y += y < y_end && *y == least;
    all[n++] = least;
  }
  return set_of(a, all, n);
}

static guint32 unite(TlAutomaton *a, guint32 one, guint32 two);

/* What two arcs with one label lead to together. */
static guint32 unite_targets(TlAutomaton *a, guint label, guint32 one, guint32 two) {
  return label ? unite(a, one, two) : unite_sets(a, one, two);
}

/* The state that has the words of both. */
static guint32 unite(TlAutomaton *a, guint32 one, guint32 two) {
  if (one == two || a->outgrown)
    return one;
  guint32 pair[2] = {MIN(one, two), MAX(one, two)};
  guint known = tl_interner_size(a->pairs), number = tl_interner_add(a->pairs, pair, sizeof pair);
  if (number < known)
    return g_array_index(a->united, guint32, number);
  a->outgrown = number > UNIONS_MAX || a->n_united > UNITED_MAX;
  g_array_set_size(a->united, number + 1);
  Fan fan;
  fan.n = 0;
  gboolean more_x = TRUE, more_y = TRUE;
  while (more_x || more_y) { /* `arcs` may move while its states are united */
    guint32 x = more_x ? *arcs_of(a, one) : NONE, y = more_y ? *arcs_of(a, two) : NONE;
    gboolean of_x = more_x && (!more_y || TL_ARC_LABEL(x) <= TL_ARC_LABEL(y));
    gboolean of_y = more_y && (!more_x || TL_ARC_LABEL(y) <= TL_ARC_LABEL(x));
    guint label = TL_ARC_LABEL(of_x ? x : y);
    guint32 target =
        of_x && of_y ? unite_targets(a, label, TL_ARC_TARGET(x), TL_ARC_TARGET(y)) : TL_ARC_TARGET(of_x ? x : y);
    fan.arcs[fan.n++] = arc_to(label, target);
    more_x = more_x && !(of_x && x & TL_ARC_LAST);
    more_y = more_y && !(of_y && y & TL_ARC_LAST);
    one += of_x ? 1 : 0;
    two += of_y ? 1 : 0;
  }
  a->n_united += fan.n;
  guint32 state = state_of(a, fan.arcs, fan.n);
  g_array_index(a->united, guint32, number) = state;
  return state;
}

typedef struct Join {
  TlAutomaton *automaton;
  const guint8 *bytes;
  TlAutomatonPath *paths, *room; /* as many */
} Join;

/* 0: the path ends there. */
static guint letter_at(const Join *join, const TlAutomatonPath *path, guint depth) {
  return depth < path->n ? join->bytes[path->letters + depth] : 0;
}

/* By one letter, in the order of codes; those that are few by insertion. */
static void sort_paths(const Join *join, guint low, guint high, guint depth) {
  TlAutomatonPath *paths = join->paths;
  for (guint i = low + 1; high - low <= FEW && i < high; i++) {
    TlAutomatonPath path = paths[i];
    guint letter = letter_at(join, &path, depth), k = i;
    for (; k > low && letter_at(join, &paths[k - 1], depth) > letter; k--)
      paths[k] = paths[k - 1];
    paths[k] = path;
  }
  if (high - low <= FEW)
    return;
  guint places[257] = {0};
  for (guint i = low; i < high; i++)
    places[letter_at(join, &paths[i], depth) + 1]++;
  for (guint i = 1; i < 257; i++)
    places[i] += places[i - 1];
  for (guint i = low; i < high; i++)
    join->room[places[letter_at(join, &paths[i], depth)]++] = paths[i];
  memcpy(paths + low, join->room, (high - low) * sizeof *paths);
}

/* A path that shares nothing with others any more. */
static guint32 join_one(const Join *join, const TlAutomatonPath *path, guint depth) {
  guint32 state = path->state;
  for (guint at = path->n; at > depth && !join->automaton->outgrown; at--) {
    guint32 arc = arc_to(letter_at(join, path, at - 1), state);
    state = state_of(join->automaton, &arc, 1);
  }
  return state;
}

/* The paths from `low` up to `high`, which have their first `depth` letters in common, and the words of `state`. */
static guint32 join_paths(const Join *join, guint low, guint high, guint depth, guint32 state) {
  TlAutomaton *a = join->automaton;
  const TlAutomatonPath *paths = join->paths;
  if (high - low == 1 && state == NONE)
    return join_one(join, &paths[low], depth);
  sort_paths(join, low, high, depth);
  for (; low < high && paths[low].n == depth; low++)
    state = state == NONE ? paths[low].state : unite(a, state, paths[low].state);
  if (low == high || a->outgrown)
    return state == NONE ? 0 : state;
  Fan fan;
  fan.n = 0;
  gboolean more = state != NONE;
  while ((low < high || more) && !a->outgrown) {
    guint32 arc = more ? *arcs_of(a, state) : 0;
    guint label = low < high ? letter_at(join, &paths[low], depth) : 256, of_state = more ? TL_ARC_LABEL(arc) : 256;
    if (of_state < label) {
      fan.arcs[fan.n++] = arc & ~TL_ARC_LAST;
    } else {
      guint next = low + 1;
      while (next < high && letter_at(join, &paths[next], depth) == label)
        next++;
      guint32 target = join_paths(join, low, next, depth + 1, of_state == label ? TL_ARC_TARGET(arc) : NONE);
      fan.arcs[fan.n++] = arc_to(label, target);
      low = next;
    }
    if (of_state <= label) {
      more = more && !(arc & TL_ARC_LAST);
      state++;
    }
  }
  return state_of(a, fan.arcs, fan.n);
}

guint32 tl_automaton_join(TlAutomaton *a, const guint8 *bytes, TlAutomatonPath *paths, guint n) {
  g_autofree TlAutomatonPath *room = g_new(TlAutomatonPath, n);
  Join join = {a, bytes, paths, room};
  return join_paths(&join, 0, n, 0, NONE);
}

gboolean tl_automaton_outgrown(const TlAutomaton *a) {
  return a->outgrown;
}

/* For each arc that begins a state which `root` leads to: its place among such states alone + 1. */
static guint32 *places_of(const TlAutomaton *a, guint32 root, guint32 *n) {
  const guint32 *arcs = arcs_of(a, 0);
  guint32 *places = g_new0(guint32, root + 1), at = 0;
  places[root] = 1;
  for (guint32 state = root + 1; state-- > 0;) /* a state stands behind those that it leads to */
    for (const guint32 *arc = arcs + state; places[state]; arc++) {
      if (TL_ARC_LABEL(*arc))
        places[TL_ARC_TARGET(*arc)] = 1;
      if (*arc & TL_ARC_LAST)
        break;
    }
  for (guint32 state = 0; state <= root; state++)
    if (places[state]) {
      places[state] = at + 1;
      at += state_size(arcs + state);
    }
  *n = at;
  return places;
}

static guint32 move_set(const TlAutomaton *a, guint32 set, TlInterner *to) {
  size_t n;
  gconstpointer elements = tl_interner_bytes(a->sets, set, &n);
  return tl_interner_add(to, elements, n);
}

static void put_sets(const TlInterner *sets, TlAutomatonArrays *out) {
  out->sets = g_array_new(FALSE, FALSE, sizeof(guint32));
  out->elements = g_array_new(FALSE, FALSE, sizeof(guint16));
  for (guint i = 0; i < tl_interner_size(sets); i++) {
    size_t n;
    gconstpointer elements = tl_interner_bytes(sets, i, &n);
    g_array_append_val(out->sets, out->elements->len);
    g_array_append_vals(out->elements, elements, (guint)(n / sizeof(guint16)));
  }
  g_array_append_val(out->sets, out->elements->len);
}

gboolean tl_automaton_finish(const TlAutomaton *a, guint32 root, TlAutomatonArrays *out) {
  if (a->outgrown || a->arcs->len == 0)
    return FALSE;
  guint32 n = 0;
  g_autofree guint32 *places = places_of(a, root, &n);
  g_autofree guint64 *words = g_new0(guint64, n);
  g_autoptr(TlInterner) sets = tl_interner_new(NULL);
  out->arcs = g_array_set_size(g_array_new(FALSE, FALSE, sizeof(guint32)), n);
  guint32 *arcs = (guint32 *)(void *)out->arcs->data, at = 0;
  for (guint32 state = 0; state <= root; state++)
    for (guint32 i = state, first = at; places[state]; i++) {
      guint32 arc = *arcs_of(a, i), target = TL_ARC_TARGET(arc);
      target = TL_ARC_LABEL(arc) ? places[target] - 1 : move_set(a, target, sets);
      words[first] += TL_ARC_LABEL(arc) ? words[target] : 1;
      arcs[at++] = (arc & ~TL_ARC_TARGET_MAX) | target;
      if (arc & TL_ARC_LAST)
        break;
    }
  out->root = places[root] - 1;
  out->words = (guint32)MIN(words[out->root], G_MAXUINT32); /* of a real dictionary they are some millions */
  put_sets(sets, out);
  return TRUE;
}

void tl_automaton_arrays_clear(TlAutomatonArrays *arrays) {
  g_clear_pointer(&arrays->arcs, g_array_unref);
  g_clear_pointer(&arrays->sets, g_array_unref);
  g_clear_pointer(&arrays->elements, g_array_unref);
}
