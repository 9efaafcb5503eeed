/* hunspell-uk 5–7 keeps one meaning a flag: a flag declines words of one kind in one number (the flag's name is
 * arbitrary, so it is a table). Within it, the case endings of the Ukrainian declensions (orthography of 2019, §§
 * 82–103) say what a form can be. */
#include "lang/grammar.h"

#include <string.h>

typedef enum Kind { KIND_NONE, MASCULINE, FEMININE, NEUTER, PLURAL, ADJECTIVE, SURNAME, VERB } Kind;

static const struct {
  const char *flags;
  Kind kind;
} uk_flags[] = {{"1:x3`4\"2@0u6zK8HB*IiVg", MASCULINE},
                {"%hA-DFsW!l>OA9", FEMININE},
                {"QTv[.\\aUfr&b", NEUTER},
                {"$d(w;<mS{pnoc", PLURAL},
                {"jeE_+", ADJECTIVE},
                {"C", SURNAME},
                {"XytNYP'JLZk]=M^?7)", VERB}};

static Kind kind_of_flag(guint32 flag) {
  for (guint i = 0; flag < 0x80 && flag && i < G_N_ELEMENTS(uk_flags); i++)
    if (strchr(uk_flags[i].flags, (int)flag))
      return uk_flags[i].kind;
  return KIND_NONE;
}

#define E(ending) ending, sizeof(ending) - 1

typedef struct Ending {
  const char *text;
  guint8 size;
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
  {E("ами"), 0, INS}, {E("ями"), 0, INS}, {E("ам"), 0, DAT}, {E("ям"), 0, DAT}, {E("ах"), 0, LOC}, {E("ях"), 0, LOC},  \
      {E("ів"), 0, GEN | ACC}, {E("їв"), 0, GEN | ACC}, {                                                              \
    E("ей"), 0, GEN | ACC                                                                                              \
  }
static const Ending masculine[] = {PLURAL_ENDINGS,
                                   {E("ові"), DAT | LOC, 0},
                                   {E("еві"), DAT | LOC, 0},
                                   {E("єві"), DAT | LOC, 0},
                                   {E("ом"), INS, 0},
                                   {E("ем"), INS, 0},
                                   {E("єм"), INS, 0},
                                   {E("а"), GEN | ACC, NOM},
                                   {E("я"), GEN | ACC, NOM},
                                   {E("у"), GEN | DAT | LOC | VOC, 0},
                                   {E("ю"), GEN | DAT | LOC | VOC, 0},
                                   {E("і"), LOC, NOM | ACC | VOC},
                                   {E("ї"), LOC, NOM | ACC | VOC},
                                   {E("и"), 0, NOM | ACC | VOC},
                                   {E("е"), VOC | LOC, 0},
                                   {E(""), VOC, GEN | ACC}};
static const Ending feminine[] = {PLURAL_ENDINGS,
                                  {E("ою"), INS, 0},
                                  {E("ею"), INS, 0},
                                  {E("єю"), INS, 0},
                                  {E("и"), GEN | DAT | LOC, NOM | ACC | VOC},
                                  {E("і"), GEN | DAT | LOC, NOM | ACC | VOC},
                                  {E("ї"), GEN | DAT | LOC, NOM | ACC | VOC},
                                  {E("у"), ACC, 0},
                                  {E("ю"), ACC | INS | VOC, 0},
                                  {E("о"), VOC, 0},
                                  {E("е"), VOC, 0},
                                  {E("є"), VOC, 0},
                                  {E(""), VOC, GEN | ACC}};
static const Ending neuter[] = {PLURAL_ENDINGS,
                                {E("ом"), INS, 0},
                                {E("ем"), INS, 0},
                                {E("єм"), INS, 0},
                                {E("а"), GEN, NOM | ACC},
                                {E("я"), GEN, NOM | ACC},
                                {E("у"), DAT | LOC, 0},
                                {E("ю"), DAT | LOC, 0},
                                {E("і"), LOC | DAT, 0},
                                {E("ї"), LOC | DAT, 0},
                                {E(""), TL_CASE_ANY, TL_CASE_ANY}};
static const Ending plural[] = {{E("ами"), 0, INS},
                                {E("ями"), 0, INS},
                                {E("има"), 0, INS},
                                {E("ьми"), 0, INS},
                                {E("ам"), 0, DAT},
                                {E("ям"), 0, DAT},
                                {E("ах"), 0, LOC},
                                {E("ях"), 0, LOC},
                                {E("и"), 0, NOM | ACC | VOC},
                                {E("і"), 0, NOM | ACC | VOC},
                                {E("ї"), 0, NOM | ACC | VOC},
                                {E("а"), 0, NOM | ACC | VOC},
                                {E("я"), 0, NOM | ACC | VOC},
                                {E(""), 0, GEN | ACC}};

/* Where the gender comes with the ending. */
typedef struct GenderedEnding {
  const char *text;
  guint8 size, singular, plural, gender;
} GenderedEnding;

/* Adjectives (§§ 101–103). */
static const GenderedEnding adjective[] = {{E("ого"), GEN | ACC, 0, 5},
                                           {E("ього"), GEN | ACC, 0, 5},
                                           {E("його"), GEN | ACC, 0, 5},
                                           {E("ому"), DAT | LOC, 0, 5},
                                           {E("ьому"), DAT | LOC, 0, 5},
                                           {E("йому"), DAT | LOC, 0, 5},
                                           {E("ими"), 0, INS, 0},
                                           {E("іми"), 0, INS, 0},
                                           {E("їми"), 0, INS, 0},
                                           {E("ої"), GEN, 0, 2},
                                           {E("ьої"), GEN, 0, 2},
                                           {E("йої"), GEN, 0, 2},
                                           {E("ою"), INS, 0, 2},
                                           {E("ьою"), INS, 0, 2},
                                           {E("йою"), INS, 0, 2},
                                           {E("их"), 0, GEN | LOC | ACC, 0},
                                           {E("іх"), 0, GEN | LOC | ACC, 0},
                                           {E("їх"), 0, GEN | LOC | ACC, 0},
                                           {E("им"), INS, DAT, 5},
                                           {E("ім"), LOC | INS, DAT, 5},
                                           {E("їм"), LOC | INS, DAT, 5},
                                           {E("ий"), NOM | ACC | VOC, 0, 1},
                                           {E("ій"), NOM | ACC | VOC | DAT | LOC, 0, 3},
                                           {E("їй"), NOM | ACC | VOC | DAT | LOC, 0, 3},
                                           {E("а"), NOM | VOC, 0, 2},
                                           {E("я"), NOM | VOC, 0, 2},
                                           {E("у"), ACC, 0, 2},
                                           {E("ю"), ACC, 0, 2},
                                           {E("е"), NOM | ACC | VOC, 0, 4},
                                           {E("є"), NOM | ACC | VOC, 0, 4},
                                           {E("і"), 0, NOM | ACC | VOC, 0},
                                           {E("ї"), 0, NOM | ACC | VOC, 0},
                                           {E(""), TL_CASE_ANY, TL_CASE_ANY, TL_GENDER_ANY}};

/* Surnames in -ов, -ев, -ін, -ин (§ 142), his and hers. */
static const GenderedEnding surname[] = {{E("ого"), GEN | ACC, 0, 1},
                                         {E("ому"), DAT | LOC, 0, 1},
                                         {E("ими"), 0, INS, 0},
                                         {E("ої"), GEN, 0, 2},
                                         {E("ою"), INS, 0, 2},
                                         {E("ій"), DAT | LOC, 0, 2},
                                         {E("их"), 0, GEN | LOC | ACC, 0},
                                         {E("им"), INS, DAT, 1},
                                         {E("ім"), LOC, 0, 1},
                                         {E("а"), NOM | VOC | GEN | ACC, 0, 3},
                                         {E("у"), ACC | DAT | LOC, 0, 3},
                                         {E("і"), DAT | LOC, 0, 1},
                                         {E("е"), VOC | LOC, 0, 1},
                                         {E("и"), 0, NOM | VOC, 0},
                                         {E(""), NOM, 0, 1}};

static gboolean ends_in(const char *word, size_t length, const char *ending, size_t size) {
  return size == 0 ||
         (length >= size && word[length - 1] == ending[size - 1] && memcmp(word + length - size, ending, size) == 0);
}

/* The last of the endings is none, which every form has. */
static TlMorph gendered_form(const GenderedEnding *endings, TlPos pos, const char *form) {
  size_t length = strlen(form);
  while (!ends_in(form, length, endings->text, endings->size))
    endings++;
  return (TlMorph){(guint8)pos, endings->singular, endings->plural, endings->gender};
}

static TlMorph adjective_form(const char *form) {
  return gendered_form(adjective, TL_POS_ADJECTIVE, form);
}

/* What the rule added is the ending; a rule that adds nothing leaves the stem. */
static TlMorph noun_form(const Ending *endings, guint8 gender, const char *added) {
  size_t length = strlen(added);
  while (!ends_in(added, length, endings->text, endings->size))
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
  if (kinds & 1u << SURNAME)
    return gendered_form(surname, TL_POS_NOUN, "");
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

/* Зеленській is hers: his in -ій would be an entry, and no rule makes it. Of ordinary words people write зворотній for
 * зворотний. */
static TlMorph derived_adjective(const char *form, const char *added, const char *stem) {
  TlMorph morph = adjective_form(form);
  if ((g_str_has_suffix(added, "ій") || g_str_has_suffix(added, "їй")) && g_unichar_isupper(g_utf8_get_char(stem))) {
    morph.singular = DAT | LOC;
    morph.gender = TL_GENDER_F;
  }
  return morph;
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
    return derived_adjective(form, added, tl_reading_stem(readings, i));
  case SURNAME:
    return gendered_form(surname, TL_POS_NOUN, added);
  case VERB:
    return (TlMorph){.pos = TL_POS_VERB};
  default:
    return unknown;
  }
}

/* Endings that he and she share in different cases: новій, Панова, Панову. */
static const struct {
  guint8 both, his, hers;
} shared[] = {{NOM | ACC | VOC | DAT | LOC, NOM | ACC | VOC, DAT | LOC},
              {NOM | VOC | GEN | ACC, GEN | ACC, NOM | VOC},
              {ACC | DAT | LOC, DAT | LOC, ACC}};

guint8 tl_morph_cases(const TlMorph *morph, TlConcord concord) {
  if (concord == TL_CONCORD_PLURAL)
    return morph->plural;
  if (!(morph->gender & 1 << concord))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS(shared); i++)
    if (morph->gender == (TL_GENDER_M | TL_GENDER_F) && morph->singular == shared[i].both)
      return concord == TL_CONCORD_M ? shared[i].his : shared[i].hers;
  return morph->singular;
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
