/* Which of the known spelling programs a client takes us for: what it looks for in the first line, and the few commands
 * that differ. */
#ifndef TL_EDITORS_PERSONALITY_H
#define TL_EDITORS_PERSONALITY_H

#include <glib.h>

typedef struct TlPersonality {
  const char *name;
  const char *banner; /* the first line, up to our own name */
  gboolean list;      /* -l alone is what it does without being told */
  gboolean language;  /* -l LANG is a language, not the list mode; `dicts`, `config` */
  gboolean remove;    /* _word and /word take words back */
} TlPersonality;

/* By its name ("aspell"), or NULL. */
const TlPersonality *tl_personality_named(const char *name);
/* By the name that the program was called by: "/usr/local/bin/aspell", "tlumach-ispell". NULL: by none of ours. */
const TlPersonality *tl_personality_of_program(const char *path);
/* All names, for messages; NULL-terminated. Free with g_free. */
const char **tl_personality_names(void);

#endif
