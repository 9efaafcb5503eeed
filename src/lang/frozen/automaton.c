/* Incremental construction of a minimal acyclic automaton from sorted words (Daciuk, Mihov, Watson & Watson,
 * Computational Linguistics 26:1, 2000, algorithm 1): only the path of the last word is open; what the next word
 * does not share is closed, each state either found in the register or appended. */
#include "lang/frozen/automaton.h"

#include <string.h>

#include "lang/frozen/format.h"

typedef struct State {
  guint32 arcs[256];
  guint n;
} State;

struct TlAutomaton {
  GArray *arcs;   /* guint32: closed states */
  guint32 *slots; /* register: first arc + 1 of each closed state, open addressing */
  guint32 n_slots, n_states;
  GArray *path; /* State: open states, root first */
  guint8 *last; /* the word before */
  guint last_length, last_room;
  gboolean overflow;
};

TlAutomaton *tl_automaton_new(void) {
  TlAutomaton *a = g_new0(TlAutomaton, 1);
  a->arcs = g_array_new(FALSE, FALSE, sizeof(guint32));
  a->n_slots = 1u << 16;
  a->slots = g_new0(guint32, a->n_slots);
  a->path = g_array_new(FALSE, TRUE, sizeof(State));
  g_array_set_size(a->path, 1);
  return a;
}

static guint32 hash_arcs(const guint32 *arcs, guint n) {
  guint64 h = 0x9E3779B97F4A7C15u;
  for (guint i = 0; i < n; i++)
    h = (h ^ arcs[i]) * 0xFF51AFD7ED558CCDu, h ^= h >> 32;
  return (guint32)h;
}

static guint state_size(const TlAutomaton *a, guint32 first) {
  guint n = 1;
  while (!(g_array_index(a->arcs, guint32, first + n - 1) & TL_ARC_LAST))
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
    const guint32 *arcs = &g_array_index(a->arcs, guint32, old[i] - 1);
    guint32 slot = hash_arcs(arcs, state_size(a, old[i] - 1)) & (a->n_slots - 1);
    while (a->slots[slot])
      slot = (slot + 1) & (a->n_slots - 1);
    a->slots[slot] = old[i];
  }
  g_free(old);
}

/* Where the state stands, appended if no equal one does. */
static guint32 close_state(TlAutomaton *a, State *state) {
  state->arcs[state->n - 1] |= TL_ARC_LAST;
  if ((a->n_states + 1) * 2 > a->n_slots)
    grow_register(a);
  guint32 slot = hash_arcs(state->arcs, state->n) & (a->n_slots - 1);
  for (; a->slots[slot]; slot = (slot + 1) & (a->n_slots - 1)) {
    guint32 first = a->slots[slot] - 1;
    if (first + state->n <= a->arcs->len &&
        memcmp(&g_array_index(a->arcs, guint32, first), state->arcs, state->n * sizeof(guint32)) == 0)
      return first;
  }
  guint32 first = a->arcs->len;
  if (first + state->n > TL_ARC_TARGET_MAX) {
    a->overflow = TRUE;
    return 0;
  }
  g_array_append_vals(a->arcs, state->arcs, state->n);
  a->slots[slot] = first + 1;
  a->n_states++;
  return first;
}

/* Closes the open states deeper than `depth`. */
static void close_below(TlAutomaton *a, guint depth) {
  for (guint d = a->path->len - 1; d > depth; d--) {
    State *state = &g_array_index(a->path, State, d);
    State *parent = &g_array_index(a->path, State, d - 1);
    parent->arcs[parent->n - 1] |= close_state(a, state);
  }
  g_array_set_size(a->path, depth + 1);
}

void tl_automaton_add(TlAutomaton *a, const guint8 *codes, guint length, guint32 value) {
  guint common = 0;
  while (common < length && common < a->last_length && codes[common] == a->last[common])
    common++;
  close_below(a, common);
  for (guint d = common; d < length; d++) {
    State *state = &g_array_index(a->path, State, d);
    state->arcs[state->n++] = (guint32)codes[d] << 24;
    g_array_set_size(a->path, d + 2);
    g_array_index(a->path, State, d + 1).n = 0;
  }
  State *end = &g_array_index(a->path, State, length);
  end->arcs[end->n++] = value; /* label 0: first in order, since longer words come later */
  a->overflow = a->overflow || value > TL_ARC_TARGET_MAX;
  if (length > a->last_room)
    a->last = g_realloc(a->last, a->last_room = length + 64);
  memcpy(a->last, codes, length);
  a->last_length = length;
}

GArray *tl_automaton_finish(TlAutomaton *a, guint32 *root) {
  close_below(a, 0);
  State *first = &g_array_index(a->path, State, 0);
  *root = first->n > 0 ? close_state(a, first) : 0;
  GArray *arcs = a->overflow || first->n == 0 ? NULL : g_array_ref(a->arcs);
  g_array_unref(a->arcs);
  g_array_unref(a->path);
  g_free(a->slots);
  g_free(a->last);
  g_free(a);
  return arcs;
}
