/* An OmegaT project, usable as it is: a folder with omegat.project, which says where texts, term bases and memories
 * are. */
#ifndef TL_COMMANDS_PROJECT_H
#define TL_COMMANDS_PROJECT_H

#include <glib.h>

/* Paths begin with the folder as it was named; lists are sorted and end with NULL. */
typedef struct TlProject {
  char *folder;
  char *source, *target; /* languages, "uk", "EN-US" */
  char **texts;          /* in the source folder, in formats that we read */
  char **unread;         /* there, too, and in others */
  char **glossaries;
  char **memories; /* of the tm folder */
  char *saved;     /* omegat/project_save.tmx, where what is translated is kept; NULL: not there yet */
} TlProject;

gboolean tl_is_project(const char *path);
TlProject *tl_project_open(const char *folder, GError **error);
void tl_project_free(TlProject *project);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlProject, tl_project_free)

#endif
