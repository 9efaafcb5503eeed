/* Versions are those of Debian 12. Emacs takes UTF-8 from a program only when it says (but really Hunspell X.Y.Z),
 * Aspell or Enchant (ispell.el, ispell-check-version), so ispell itself is answered for as hunspell. */
#include "editors/ispell/personality.h"

#include <string.h>

#define HUNSPELL "@(#) International Ispell Version 3.2.06 (but really Hunspell 1.7.1)"
#define ASPELL "@(#) International Ispell Version 3.1.20 (but really Aspell 0.60.8)"
#define ENCHANT "@(#) International Ispell Version 3.1.20 (but really Enchant 2.3.3)"

static const TlPersonality personalities[] = {
    {.name = "hunspell", .banner = HUNSPELL},
    {.name = "aspell", .banner = ASPELL, .language = TRUE},
    {.name = "enchant", .banner = ENCHANT, .remove = TRUE},
    {.name = "ispell", .banner = HUNSPELL},
    {.name = "spell", .banner = HUNSPELL, .list = TRUE},
};

const TlPersonality *tl_personality_named(const char *name) {
  for (guint i = 0; i < G_N_ELEMENTS(personalities); i++)
    if (strcmp(name, personalities[i].name) == 0)
      return &personalities[i];
  return NULL;
}

const TlPersonality *tl_personality_of_program(const char *path) {
  g_autofree char *name = g_path_get_basename(path);
  if (strcmp(name, "tlumach-ispell") == 0)
    return &personalities[0];
  if (strcmp(name, "enchant-2") == 0)
    return tl_personality_named("enchant");
  return tl_personality_named(g_str_has_prefix(name, "tlumach-") ? name + strlen("tlumach-") : name);
}

const char **tl_personality_names(void) {
  const char **names = g_new0(const char *, G_N_ELEMENTS(personalities) + 1);
  for (guint i = 0; i < G_N_ELEMENTS(personalities); i++)
    names[i] = personalities[i].name;
  return names;
}
