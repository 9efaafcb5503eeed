/* tlumach.conf: INI, found upward from the working folder (up to a folder with .git), then in
 * $XDG_CONFIG_HOME/tlumach/. */
#ifndef TL_COMMANDS_CONFIG_H
#define TL_COMMANDS_CONFIG_H

#include "commands/options.h"

/* Fills what the command line left open. FALSE: a key is unknown or a line malformed; file and line are named. */
gboolean tl_config_apply(TlOptions *options, GError **error);

/* Puts a line behind those of the configuration in force, and keeps the old version as NAME~. */
gboolean tl_config_add(const TlOptions *options, const char *key, const char *value, GError **error);

/* One value in force and where it came from, for `tlumach config`. */
typedef void (*TlConfigFunc)(const char *key, const char *value, const char *origin, gpointer user);
gboolean tl_config_each(const TlOptions *options, TlConfigFunc each, gpointer user, GError **error);

#endif
