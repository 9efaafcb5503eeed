/* Which suffixes a stem takes its last letters tell, but how many of them depends on the letters: of thousands of rules
 * few are left after two. So a paradigm has a tree of letters, the last one first, and a branch of it ends where every
 * rule that is left is decided. */
#include "lang/frozen/tails.h"

#include <string.h>

#include "base/intern.h"
#include "lang/frozen/format.h"

#define LETTER_WORK 8u /* a letter is looked up in a table that no cache holds, a rule is not */

typedef struct Node {
  GArray *suffixes; /* guint32: rules that the letters so far allow */
  guint reach;      /* how many letters the rules look at */
  guint cut;
  guint32 state;     /* + 1; 0: not made yet */
  guint32 *children; /* nodes by letter, 0: not made yet; NULL when they are not needed */
} Node;

struct TlTails {
  const TlAffixRun *runs;
  TlAutomaton *automaton;
  GArray *transforms;
  TlInterner *transform_ids;
  GArray *nodes; /* Node; the first is none */
  GArray *paths; /* TlAutomatonPath, of the tail that is being made */
  GByteArray *letters;
  guint work;
};

TlTails *tl_tails_new(const TlAffixRun *runs, TlAutomaton *automaton, GArray *transforms) {
  TlTails *tails = g_new0(TlTails, 1);
  tails->runs = runs;
  tails->automaton = automaton;
  tails->transforms = transforms;
  tails->transform_ids = tl_interner_new(NULL);
  tails->nodes = g_array_set_size(g_array_new(FALSE, TRUE, sizeof(Node)), 1);
  tails->paths = g_array_new(FALSE, FALSE, sizeof(TlAutomatonPath));
  tails->letters = g_byte_array_new();
  return tails;
}

void tl_tails_free(TlTails *tails) {
  for (guint i = 1; i < tails->nodes->len; i++) {
    g_array_unref(g_array_index(tails->nodes, Node, i).suffixes);
    g_free(g_array_index(tails->nodes, Node, i).children);
  }
  g_array_unref(tails->nodes);
  g_array_unref(tails->paths);
  g_byte_array_unref(tails->letters);
  tl_interner_free(tails->transform_ids);
  g_free(tails);
}

guint tl_tails_work(const TlTails *tails) {
  return tails->work;
}

guint16 tl_tails_element(TlTails *tails, const TlParadigm *paradigm, guint prefix, guint suffix) {
  const TlAffixRun *p = prefix ? &tails->runs[prefix - 1] : NULL, *s = suffix ? &tails->runs[suffix - 1] : NULL;
  if (paradigm->ask || (p && p->rule->continued) || (s && s->rule->continued))
    return TL_ELEMENT_ASK;
  if (!p && !s)
    return (guint16)(TL_ELEMENT_ENTRY | paradigm->id);
  TlFrozenTransform transform = {(guint16)(p ? p->index : 0), (guint16)(s ? s->index : 0)};
  guint id = tl_interner_add(tails->transform_ids, &transform, sizeof transform);
  if (id == tails->transforms->len)
    g_array_append_val(tails->transforms, transform);
  return (guint16)MIN(id, TL_ELEMENT_ASK);
}

static guint32 add_node(TlTails *tails, GArray *suffixes) {
  Node node = {.suffixes = suffixes};
  for (guint i = 0; i < suffixes->len; i++) {
    const TlAffixRun *run = &tails->runs[g_array_index(suffixes, guint32, i)];
    node.reach = MAX(node.reach, run->reach);
    node.cut = MAX(node.cut, run->n_strip);
  }
  g_array_append_val(tails->nodes, node);
  return tails->nodes->len - 1;
}

static guint32 add_root(TlTails *tails, const TlParadigm *paradigm, guint prefix) {
  if (!prefix)
    return add_node(tails, g_array_ref(paradigm->suffixes));
  const TlAffixRun *before = &tails->runs[g_array_index(paradigm->prefixes, guint32, prefix - 1)];
  GArray *crossing = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint i = 0; before->rule->cross && i < paradigm->suffixes->len; i++) {
    guint32 which = g_array_index(paradigm->suffixes, guint32, i);
    if (tails->runs[which].rule->cross)
      g_array_append_val(crossing, which);
  }
  tails->work += paradigm->suffixes->len;
  return add_node(tails, crossing);
}

/* The rules that a node has when `letter` stands before its letters, 0: when nothing does. */
static guint32 add_child(TlTails *tails, guint32 parent, guint depth, guint8 letter) {
  const GArray *all = g_array_index(tails->nodes, Node, parent).suffixes;
  GArray *left = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint i = 0; i < all->len; i++) {
    guint32 which = g_array_index(all, guint32, i);
    if (letter ? tl_affix_allows(&tails->runs[which], depth, letter) : tails->runs[which].reach <= depth)
      g_array_append_val(left, which);
  }
  tails->work += all->len;
  return add_node(tails, left);
}

static guint32 child_of(TlTails *tails, guint32 parent, guint depth, guint8 letter) {
  guint32 *children = g_array_index(tails->nodes, Node, parent).children;
  if (!children) {
    g_array_index(tails->nodes, Node, parent).children = children = g_new0(guint32, TL_LETTERS_MAX + 1);
    tails->work += TL_LETTERS_MAX;
  }
  if (!children[letter])
    children[letter] = add_child(tails, parent, depth, letter);
  return children[letter];
}

/* `end`: the letters that are in the tail. */
static guint32 make_state(TlTails *tails, const TlParadigm *paradigm, guint prefix, const Node *node,
                          const guint8 *end) {
  g_array_set_size(tails->paths, 0);
  g_byte_array_set_size(tails->letters, 0);
  guint before = prefix ? g_array_index(paradigm->prefixes, guint32, prefix - 1) + 1 : 0;
  for (guint i = 0; i <= node->suffixes->len; i++) {
    guint which = i ? g_array_index(node->suffixes, guint32, i - 1) + 1 : 0;
    const TlAffixRun *run = i ? &tails->runs[which - 1] : NULL;
    guint kept = node->cut - (i ? run->n_strip : 0u), n_add = i ? run->n_add : 0;
    TlAutomatonPath path = {.letters = tails->letters->len, .n = kept + n_add};
    path.state = tl_automaton_end(tails->automaton, tl_tails_element(tails, paradigm, before, which));
    g_byte_array_append(tails->letters, end, kept);
    if (n_add)
      g_byte_array_append(tails->letters, run->add, n_add);
    g_array_append_val(tails->paths, path);
  }
  tails->work += tails->paths->len + LETTER_WORK * tails->letters->len;
  return tl_automaton_join(tails->automaton, tails->letters->data, (TlAutomatonPath *)(void *)tails->paths->data,
                           tails->paths->len);
}

TlTail tl_tails_of(TlTails *tails, const TlParadigm *paradigm, guint prefix, const guint8 *stem, guint n) {
  if (!paradigm->tails[prefix])
    paradigm->tails[prefix] = add_root(tails, paradigm, prefix);
  guint32 at = paradigm->tails[prefix];
  for (guint depth = 0; g_array_index(tails->nodes, Node, at).reach > depth; depth++)
    at = child_of(tails, at, depth, depth < n ? stem[n - 1 - depth] : 0);
  Node *node = &g_array_index(tails->nodes, Node, at);
  if (!node->state)
    node->state = make_state(tails, paradigm, prefix, node, stem + n - node->cut) + 1;
  return (TlTail){(const guint32 *)(const void *)node->suffixes->data, node->suffixes->len, node->cut, node->state - 1};
}
