/* Building the minimal automaton from words in sorted order. */
#ifndef TL_LANG_AUTOMATON_H
#define TL_LANG_AUTOMATON_H

#include <glib.h>

typedef struct TlAutomaton TlAutomaton;

TlAutomaton *tl_automaton_new(void);
/* `codes`: `length` letter codes, none 0; words must come in rising byte order, each once. */
void tl_automaton_add(TlAutomaton *automaton, const guint8 *codes, guint length, guint32 value);
/* The arcs (frozen_format.h), and the root's index; frees the automaton. NULL when it outgrew the arc's 23 bits. */
GArray *tl_automaton_finish(TlAutomaton *automaton, guint32 *root);

#endif
