/* hunspell-uk 5–7 keeps one meaning a flag: a flag declines words of one kind in one number (the flag's name is
 * arbitrary, so it is a table). Within it, the case endings of the Ukrainian declensions (orthography of 2019, §§
 * 82–105) say what a form can be. */
#include "lang/grammar.h"

#include <string.h>

typedef enum Kind { KIND_NONE, MASCULINE, FEMININE, NEUTER, PLURAL, ADJECTIVE, VERB } Kind;

static const struct {
  const char *flags;
  Kind kind;
} uk_flags[] = {{"1:x3`4\"2@0u6zK8HB*IiVg", MASCULINE},
                {"%hA-DFsW!l>OA9", FEMININE},
                {"QTv[.\\aUfr&b", NEUTER},
                {"$d(w;<mS{pnoc", PLURAL},
                {"jeE_+", ADJECTIVE},
                {"XytNYP'JLZk]=M^?7)", VERB}};

static Kind kind_of_flag(guint32 flag) {
  for (guint i = 0; flag < 0x80 && flag && i < G_N_ELEMENTS(uk_flags); i++)
    if (strchr(uk_flags[i].flags, (int)flag))
      return uk_flags[i].kind;
  return KIND_NONE;
}

typedef struct Ending {
  const char *text;
  guint8 singular, plural;
} Ending;

#define NOM TL_CASE_NOM
#define GEN TL_CASE_GEN
#define DAT TL_CASE_DAT
#define ACC TL_CASE_ACC
#define INS TL_CASE_INS
#define LOC TL_CASE_LOC
#define VOC TL_CASE_VOC

/* Longest first within a table; "" is any other ending. */
#define PLURAL_ENDINGS                                                                                                 \
  {"ами", 0, INS}, {"ями", 0, INS}, {"ам", 0, DAT}, {"ям", 0, DAT}, {"ах", 0, LOC}, {"ях", 0, LOC},                    \
      {"ів", 0, GEN | ACC}, {"їв", 0, GEN | ACC}, {                                                                    \
    "ей", 0, GEN | ACC                                                                                                 \
  }
static const Ending masculine[] = {PLURAL_ENDINGS,
                                   {"ові", DAT | LOC, 0},
                                   {"еві", DAT | LOC, 0},
                                   {"єві", DAT | LOC, 0},
                                   {"ом", INS, 0},
                                   {"ем", INS, 0},
                                   {"єм", INS, 0},
                                   {"а", GEN | ACC, NOM},
                                   {"я", GEN | ACC, NOM},
                                   {"у", GEN | DAT | LOC | VOC, 0},
                                   {"ю", GEN | DAT | LOC | VOC, 0},
                                   {"і", LOC, NOM | ACC | VOC},
                                   {"ї", LOC, NOM | ACC | VOC},
                                   {"и", 0, NOM | ACC | VOC},
                                   {"е", VOC | LOC, 0},
                                   {"", VOC, GEN | ACC}};
static const Ending feminine[] = {PLURAL_ENDINGS,
                                  {"ою", INS, 0},
                                  {"ею", INS, 0},
                                  {"єю", INS, 0},
                                  {"и", GEN | DAT | LOC, NOM | ACC | VOC},
                                  {"і", GEN | DAT | LOC, NOM | ACC | VOC},
                                  {"ї", GEN | DAT | LOC, NOM | ACC | VOC},
                                  {"у", ACC, 0},
                                  {"ю", ACC | INS | VOC, 0},
                                  {"", VOC, GEN | ACC}};
static const Ending neuter[] = {PLURAL_ENDINGS,
                                {"ом", INS, 0},
                                {"ем", INS, 0},
                                {"єм", INS, 0},
                                {"а", GEN, NOM | ACC},
                                {"я", GEN, NOM | ACC},
                                {"у", DAT | LOC, 0},
                                {"ю", DAT | LOC, 0},
                                {"і", LOC | DAT, 0},
                                {"ї", LOC | DAT, 0},
                                {"", TL_CASE_ANY, TL_CASE_ANY}};
static const Ending plural[] = {{"ами", 0, INS},
                                {"ями", 0, INS},
                                {"има", 0, INS},
                                {"ьми", 0, INS},
                                {"ам", 0, DAT},
                                {"ям", 0, DAT},
                                {"ах", 0, LOC},
                                {"ях", 0, LOC},
                                {"и", 0, NOM | ACC | VOC},
                                {"і", 0, NOM | ACC | VOC},
                                {"ї", 0, NOM | ACC | VOC},
                                {"а", 0, NOM | ACC | VOC},
                                {"я", 0, NOM | ACC | VOC},
                                {"", 0, GEN | ACC}};

/* Adjectives (§§ 106–110): the gender comes with the ending. */
static const struct {
  const char *text;
  guint8 singular, plural, gender;
} adjective[] = {{"ого", GEN | ACC, 0, 5},
                 {"ього", GEN | ACC, 0, 5},
                 {"його", GEN | ACC, 0, 5},
                 {"ому", DAT | LOC, 0, 5},
                 {"ьому", DAT | LOC, 0, 5},
                 {"йому", DAT | LOC, 0, 5},
                 {"ими", 0, INS, 0},
                 {"іми", 0, INS, 0},
                 {"їми", 0, INS, 0},
                 {"ої", GEN, 0, 2},
                 {"ьої", GEN, 0, 2},
                 {"йої", GEN, 0, 2},
                 {"ою", INS, 0, 2},
                 {"ьою", INS, 0, 2},
                 {"йою", INS, 0, 2},
                 {"их", 0, GEN | LOC | ACC, 0},
                 {"іх", 0, GEN | LOC | ACC, 0},
                 {"їх", 0, GEN | LOC | ACC, 0},
                 {"им", INS, DAT, 5},
                 {"ім", LOC | INS, DAT, 5},
                 {"їм", LOC | INS, DAT, 5},
                 {"ий", NOM | ACC | VOC, 0, 1},
                 {"ій", NOM | ACC | VOC | DAT | LOC, 0, 3},
                 {"їй", NOM | ACC | VOC | DAT | LOC, 0, 3},
                 {"а", NOM | VOC, 0, 2},
                 {"я", NOM | VOC, 0, 2},
                 {"у", ACC, 0, 2},
                 {"ю", ACC, 0, 2},
                 {"е", NOM | ACC | VOC, 0, 4},
                 {"є", NOM | ACC | VOC, 0, 4},
                 {"і", 0, NOM | ACC | VOC, 0},
                 {"ї", 0, NOM | ACC | VOC, 0}};

static TlMorph adjective_form(const char *form) {
  TlMorph morph = {.pos = TL_POS_ADJECTIVE, .singular = TL_CASE_ANY, .plural = TL_CASE_ANY, .gender = TL_GENDER_ANY};
  for (guint i = 0; i < G_N_ELEMENTS(adjective); i++)
    if (g_str_has_suffix(form, adjective[i].text)) {
      morph.singular = adjective[i].singular;
      morph.plural = adjective[i].plural;
      morph.gender = adjective[i].gender;
      break;
    }
  return morph;
}

/* What the rule added is the ending; a rule that adds nothing leaves the stem. */
static TlMorph noun_form(const Ending *endings, guint8 gender, const char *added) {
  while (*endings->text && !g_str_has_suffix(added, endings->text))
    endings++;
  return (TlMorph){.pos = TL_POS_NOUN, .singular = endings->singular, .plural = endings->plural, .gender = gender};
}

static gboolean ends_in_a(const char *word) {
  return g_str_has_suffix(word, "а") || g_str_has_suffix(word, "я");
}

static gboolean first_declension(const TlReadings *readings, guint i) {
  return ends_in_a(tl_reading_stem(readings, i));
}

/* An entry itself: the citation form of what its flags decline. */
static TlMorph entry_form(const TlFrozen *frozen, const char *form, guint paradigm) {
  guint n;
  const guint32 *flags = tl_frozen_paradigm(frozen, paradigm, &n);
  guint kinds = 0;
  for (guint i = 0; i < n; i++)
    kinds |= 1u << kind_of_flag(flags[i]);
  if (kinds & 1u << VERB)
    return (TlMorph){.pos = TL_POS_VERB};
  if (kinds & 1u << ADJECTIVE)
    return adjective_form(form);
  TlMorph noun = {.pos = TL_POS_NOUN, .singular = NOM};
  if (kinds & 1u << MASCULINE)
    noun.gender = TL_GENDER_M, noun.singular = NOM | ACC;
  else if (kinds & 1u << FEMININE && ends_in_a(form))
    noun.gender = TL_GENDER_M | TL_GENDER_F, noun.singular = NOM;
  else if (kinds & 1u << FEMININE)
    noun.gender = TL_GENDER_F, noun.singular = NOM | ACC;
  else if (kinds & 1u << NEUTER && g_str_has_suffix(form, "я")) /* завдання: one form for three cases and the plural */
    noun.gender = TL_GENDER_N, noun.singular = NOM | ACC | GEN, noun.plural = NOM | ACC | VOC;
  else if (kinds & 1u << NEUTER)
    noun.gender = TL_GENDER_N, noun.singular = NOM | ACC;
  else if (kinds & 1u << PLURAL)
    noun.singular = 0, noun.plural = NOM | ACC;
  else
    noun.pos = TL_POS_UNKNOWN, noun.singular = noun.plural = TL_CASE_ANY, noun.gender = TL_GENDER_ANY;
  return noun;
}

TlMorph tl_grammar(const TlLexicon *lexicon, const char *form, const TlReadings *readings, guint i) {
  static const TlMorph unknown = {TL_POS_UNKNOWN, TL_CASE_ANY, TL_CASE_ANY, TL_GENDER_ANY};
  const TlFrozen *frozen = tl_lexicon_frozen(lexicon);
  const TlReading *reading = &readings->items[i];
  if (!frozen || !g_str_has_prefix(tl_lexicon_name(lexicon), "uk"))
    return unknown;
  if (reading->paradigm > 0)
    return entry_form(frozen, form, reading->paradigm - 1u);
  guint n;
  const TlFrozenRule *rules = tl_frozen_rules(frozen, &n);
  if (reading->rule == 0 || reading->rule >= n)
    return unknown;
  const char *added = tl_frozen_string(frozen, rules[reading->rule].add);
  switch (kind_of_flag(rules[reading->rule].flag)) {
  case MASCULINE:
    return noun_form(masculine, TL_GENDER_M, added);
  case FEMININE: /* міський голова: men may be called by such nouns, too */
    return noun_form(feminine, first_declension(readings, i) ? TL_GENDER_M | TL_GENDER_F : TL_GENDER_F, added);
  case NEUTER:
    return noun_form(neuter, TL_GENDER_N, added);
  case PLURAL:
    return noun_form(plural, 0, form);
  case ADJECTIVE:
    return adjective_form(form);
  case VERB:
    return (TlMorph){.pos = TL_POS_VERB};
  default:
    return unknown;
  }
}

gboolean tl_grammar_agree(TlMorph a, TlMorph b) {
  if (a.pos == TL_POS_UNKNOWN || b.pos == TL_POS_UNKNOWN)
    return TRUE;
  return (a.singular & b.singular && a.gender & b.gender) || (a.plural & b.plural);
}

gboolean tl_grammar_nominal(const TlLexicon *lexicon, const TlReadings *readings, guint i) {
  const TlFrozen *frozen = tl_lexicon_frozen(lexicon);
  const char *stem = tl_reading_stem(readings, i);
  guint n = 0;
  if (!frozen || readings->items[i].paradigm == 0 || tl_grammar(lexicon, stem, readings, i).pos != TL_POS_ADJECTIVE)
    return FALSE;
  const guint32 *flags = tl_frozen_paradigm(frozen, readings->items[i].paradigm - 1u, &n);
  for (guint f = 0; f < n; f++)
    if (flags[f] == 'E' || flags[f] == 'e' || flags[f] == '_') /* hunspell-uk: nouns of adjectival declension */
      return TRUE;
  return FALSE;
}
