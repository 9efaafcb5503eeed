/* A Hunspell .aff file, as far as expanding a dictionary needs it (hunspell(5)). */
#ifndef TL_LANG_AFFIX_H
#define TL_LANG_AFFIX_H

#include <glib.h>

/* One strip/add rule. Texts are UTF-8, owned by the TlAffixes. */
typedef struct TlAffixRule {
  guint32 flag;
  gboolean prefix;
  gboolean cross;     /* may combine with an affix on the other side */
  gboolean continued; /* has flags of its own: what follows is not expanded */
  const char *strip, *add, *condition;
} TlAffixRule;

typedef struct TlAffixes {
  char *encoding;       /* SET; ISO8859-1 without one */
  GArray *rules;        /* TlAffixRule, those of one flag beside each other */
  GHashTable *by_flag;  /* flag -> index of its first rule + 1 */
  GHashTable *doubtful; /* flags whose words only Hunspell can judge (NEEDAFFIX, FORBIDDENWORD, KEEPCASE, …) */
  GPtrArray *aliases;   /* AF lines */
  GPtrArray *breaks;    /* BREAK patterns; the default three without a BREAK line */
  GPtrArray *iconv;     /* ICONV pairs, from and to by turns */
  char *ignore;         /* IGNORE letters or NULL */
  gboolean complete;    /* suffixes only, nothing that could make a word outside the expansion */
  GStringChunk *strings;
  int flag_form; /* how flags are written: see affix.c */
} TlAffixes;

/* Parses the bytes of a .aff file. Unknown lines are passed over as Hunspell does; malformed ones fail. */
TlAffixes *tl_affixes_parse(const char *name, GBytes *data, GError **error);
void tl_affixes_free(TlAffixes *affixes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlAffixes, tl_affixes_free)

/* The flags written after a word's slash, sorted, each once. `flags` (element guint32) is emptied first. FALSE when
 * they are malformed. */
gboolean tl_affixes_flags(const TlAffixes *affixes, const char *text, GArray *flags);

#endif
