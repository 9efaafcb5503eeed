/* Building the minimal automaton: out of parts that it has already.
 *
 * A state stands for the words that lead from it to an end, and equal states are one. What an entry may end in is so
 * built once for all entries that end alike, and the dictionary is put together from such states: forms are never
 * written out.
 */
#ifndef TL_LANG_AUTOMATON_H
#define TL_LANG_AUTOMATON_H

#include <glib.h>

typedef struct TlAutomaton TlAutomaton;

/* Letters that lead to a state. */
typedef struct TlAutomatonPath {
  guint32 letters; /* where the codes stand in the bytes given; none of them 0 */
  guint32 n;
  guint32 state;
} TlAutomatonPath;

TlAutomaton *tl_automaton_new(void);
void tl_automaton_free(TlAutomaton *automaton);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlAutomaton, tl_automaton_free)

/* The state that ends a word, its set one element. */
guint32 tl_automaton_end(TlAutomaton *automaton, guint16 element);
/* The state from which all these paths go out, one at least; they change places. */
guint32 tl_automaton_join(TlAutomaton *automaton, const guint8 *bytes, TlAutomatonPath *paths, guint n);

/* It outgrew what an arc can say, or took too much work: what is made of it from now on means nothing. */
gboolean tl_automaton_outgrown(const TlAutomaton *automaton);

/* What stands in the file (format.h): the states that the root leads to, the sets that they end in. */
typedef struct TlAutomatonArrays {
  GArray *arcs, *sets, *elements;
  guint32 root;
  guint32 words; /* how many lead from the root to an end */
} TlAutomatonArrays;
/* FALSE when the automaton is empty or outgrown. */
gboolean tl_automaton_finish(const TlAutomaton *automaton, guint32 root, TlAutomatonArrays *arrays);
void tl_automaton_arrays_clear(TlAutomatonArrays *arrays);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TlAutomatonArrays, tl_automaton_arrays_clear)

#endif
