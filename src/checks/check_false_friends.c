/* Words that look alike and mean different things: both stand in the pair, the Ukrainian one and the English one that
 * it is not. Only pairs in which the English word is hardly ever right. */
#include <string.h>

#include "checks/check.h"
#include "checks/english.h"

typedef struct Friend {
  const char *ukrainian;       /* how it begins in all its forms: at most three letters follow */
  const char *english, *meant; /* those of one key stand together */
} Friend;

typedef struct Friends {
  GHashTable *first; /* key -> number of the first with it + 1 */
  guint32 *keys;
} Friends;

static const Friend friends[] = {{"актуальн", "actual", "topical, relevant"},
                                 {"декад", "decade", "ten days"},
                                 {"магазин", "magazine", "shop"},
                                 {"мільярд", "milliard", "billion"},
                                 {"симпатичн", "sympathetic", "nice, attractive"},
                                 {"перспективн", "perspective", "promising"},
                                 {"академік", "academic", "academician"},
                                 {"фабрик", "fabric", "factory"},
                                 {"інтелігентн", "intelligent", "cultured, educated"},
                                 {"інтелігенці", "intelligence", "intelligentsia"},
                                 {"рецепт", "receipt", "recipe, prescription"},
                                 {"принципов", "principal", "of principle"},
                                 {"ефектн", "effective", "spectacular"},
                                 {"евентуальн", "eventual", "possible"},
                                 {"конкурс", "concourse", "competition"},
                                 {"гімназі", "gymnasium", "grammar school"},
                                 {"патетичн", "pathetic", "solemn, passionate"},
                                 {"бензин", "benzine", "petrol"},
                                 {"гонорар", "honorary", "fee"},
                                 {"репетиці", "repetition", "rehearsal"},
                                 {"ангін", "angina", "tonsillitis"},
                                 {"диверсі", "diversion", "sabotage"},
                                 {"облігаці", "obligation", "bond"},
                                 {"проспект", "prospect", "avenue"},
                                 {"реалізаці", "realization", "implementation, sale"},
                                 {"спирт", "spirit", "alcohol"},
                                 {"маніфестаці", "manifestation", "demonstration"},
                                 {"трансляці", "translation", "broadcast"},
                                 {"фізик", "physician", "physicist"},
                                 {"лунатик", "lunatic", "sleepwalker"},
                                 {"новел", "novel", "short story"},
                                 {"ревізі", "revision", "audit, inspection"},
                                 {"транспарант", "transparent", "banner"},
                                 {"фракці", "fraction", "faction, parliamentary group"},
                                 {"претензі", "pretension", "claim"},
                                 {"бланк", "blank", "form"},
                                 {"акуратн", "accurate", "neat, careful"},
                                 {"солідн", "solid", "reputable, sizeable"},
                                 {"композитор", "compositor", "composer"},
                                 {"рекламаці", "reclamation", "complaint"},
                                 {"енергетичн", "energetic", "energy, power"},
                                 {"енергети", "energetics", "energy sector, energy industry"}};

static gboolean stands(const TlCheckUnit *unit, const Friend *friend, TlumachSpan *place) {
  size_t n = strlen(friend->ukrainian);
  for (guint i = 0; i < unit->n_tokens[TLUMACH_SOURCE]; i++) {
    TlumachSpan span = unit->tokens[TLUMACH_SOURCE][i].span;
    if (span.end - span.start < n || span.end - span.start > n + 8)
      continue;
    g_autofree char *lower = g_utf8_strdown(unit->text[TLUMACH_SOURCE] + span.start, (gssize)(span.end - span.start));
    if (g_str_has_prefix(lower, friend->ukrainian) && g_utf8_strlen(lower + n, -1) <= 3) {
      *place = span;
      return TRUE;
    }
  }
  return FALSE;
}

static gpointer begin(TlChecker *checker) {
  Friends *state = g_new(Friends, 1);
  guint flags;
  state->first = g_hash_table_new(NULL, NULL);
  state->keys = g_new(guint32, G_N_ELEMENTS(friends));
  for (guint i = G_N_ELEMENTS(friends); i-- > 0;) {
    state->keys[i] = tl_english_key(checker->english, friends[i].english, strlen(friends[i].english), &flags);
    g_hash_table_insert(state->first, GUINT_TO_POINTER(state->keys[i]), GUINT_TO_POINTER(i + 1));
  }
  return state;
}

/* One of those whose English word it may be stands in the source; NULL: none does. */
static const Friend *friend_of(const Friends *all, const TlCheckUnit *unit, guint32 key, TlumachSpan *place) {
  guint first = GPOINTER_TO_UINT(g_hash_table_lookup(all->first, GUINT_TO_POINTER(key)));
  for (guint i = first; i > 0 && i <= G_N_ELEMENTS(friends) && all->keys[i - 1] == key; i++)
    if (stands(unit, &friends[i - 1], place))
      return &friends[i - 1];
  return NULL;
}

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  for (guint w = 0; w < unit->n_words; w++) {
    TlumachSpan place;
    const Friend *found = friend_of(state, unit, unit->words[w].key, &place);
    if (found)
      tl_found(checker, unit, place, unit->words[w].span, (const char *const[]){found->meant, NULL},
               "“%.*s” is hardly “%s”", (int)(place.end - place.start), unit->text[TLUMACH_SOURCE] + place.start,
               found->english);
  }
}

static void end(TlChecker *checker, gpointer state) {
  Friends *all = state;
  (void)checker;
  g_hash_table_unref(all->first);
  g_free(all->keys);
  g_free(all);
}

const TlCheck tl_check_false_friends = {
    .info = {"false-friends", TLUMACH_WARNING, TRUE,
             "An English word that looks like the Ukrainian one and means something else.",
             "Це актуальне питання.\tThis is an actual question."},
    .begin = begin,
    .pair = pair,
    .end = end};
