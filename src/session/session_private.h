/* What a session holds; seen by the files of this folder alone. */
#ifndef TL_SESSION_PRIVATE_H
#define TL_SESSION_PRIVATE_H

#include "base/arena.h"
#include "bitext/align/pair_list.h"
#include "lang/lexicon.h"
#include "lang/personal.h"
#include "lang/usual.h"
#include "lang/word_lists.h"
#include "terms/match/store.h"
#include "text/srx.h"
#include "tlumach/session.h"

struct TlumachSession {
  char *source, *target;
  guint jobs;
  gboolean any_orthography;
  char *data, *cache, *target_dictionary; /* as the options had them */
  TlLexicon *lexicon;                     /* of the source language; one that knows nothing when it has no dictionary */
  TlWordLists lists;
  GOnce names;          /* TlLexicon of Ukrainian, opened when a text of another language may have its names; or NULL */
  GPtrArray *personal;  /* TlumachPersonal, read and never changed */
  char *usual_path;     /* read when the first suggestion is asked for */
  GOnce usual;          /* TlUsual, or NULL */
  char *srx_path;       /* read when segments are asked for first */
  gboolean foreign_srx; /* not those that come with us */
  GMutex srx_lock;
  TlSrx *srx;
  GMutex near_lock;
  GHashTable *near;        /* folded word -> GINT_TO_POINTER: is there a suggestion for it? Asked for again and again */
  TlTermStore *store;      /* of all term bases */
  char **usual_glossaries; /* or NULL */
  GOnce usual_terms;       /* TlTermStore of them, opened when names are looked for; or NULL */
  const TlTermIndex *index; /* of their source terms */
  GPtrArray *warnings;
};

/* The word lists that the folder of data has for a language. */
gboolean tl_session_lists(const char *data, const char *language, TlWordLists *lists, GError **error);
/* The dictionary of a language with our additions; `name` NULL: the usual one. */
TlLexicon *tl_session_lexicon(const TlumachSession *session, const char *language, const char *name, GError **error);
/* How usual words of the source language are, read at the first call; NULL: there is no list. */
const TlUsual *tl_session_usual(const TlumachSession *session);
/* The term bases of which names alone count; NULL: none. */
const TlTermStore *tl_session_usual_terms(const TlumachSession *session);
/* Adds "pairs-uk-en.tsv" of the data folder, for either direction. */
gboolean tl_session_pairs(const TlumachSession *session, TlPairList *pairs, GError **error);
/* Segments of a document in a language; unless NULL, `places` gets every place where a rule spoke (TlBreak). */
GArray *tl_session_segment(const TlumachSession *session, const TlumachDocument *document, const char *language,
                           GArray *places, GError **error);
/* Where what belongs to a report lives (prepare.c). */
TlArena *tl_report_arena(TlumachReport *report);

#endif
