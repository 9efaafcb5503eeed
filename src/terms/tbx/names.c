/* The tables of names.
 *
 * Elements: ISO 30042:2008 (martif) and ISO 30042:2019 (tbx), TBX-Min 2. Categories with a dialect: the Min, Basic and
 * Linguist modules of version 3 with their levels and pick lists; those of TL_DIALECT_OPEN are of the default set of
 * version 2 and of exports of IATE, MultiTerm and Microsoft, named here only when they tell the reader something.
 */
#include "terms/tbx/names.h"

#include <string.h>

static const struct {
  const char *name;
  TlTbxKind kind;
} kinds[] = {
    {"term", TL_TBX_TERM},
    {"termNote", TL_TBX_META},
    {"descrip", TL_TBX_META},
    {"conceptEntry", TL_TBX_ENTRY},
    {"termEntry", TL_TBX_ENTRY},
    {"entry", TL_TBX_ENTRY},
    {"langSec", TL_TBX_LANGUAGE},
    {"langSet", TL_TBX_LANGUAGE},
    {"langGroup", TL_TBX_LANGUAGE},
    {"termSec", TL_TBX_SECTION},
    {"tig", TL_TBX_SECTION},
    {"ntig", TL_TBX_SECTION},
    {"termGroup", TL_TBX_SECTION},
    {"termGrp", TL_TBX_OTHER},
    {"note", TL_TBX_NOTE},
    {"admin", TL_TBX_META},
    {"adminNote", TL_TBX_META},
    {"descripNote", TL_TBX_META},
    {"transac", TL_TBX_META},
    {"transacNote", TL_TBX_META},
    {"ref", TL_TBX_META},
    {"xref", TL_TBX_META},
    {"descripGrp", TL_TBX_GROUP},
    {"adminGrp", TL_TBX_GROUP},
    {"transacGrp", TL_TBX_GROUP},
    {"termNoteGrp", TL_TBX_GROUP},
    {"date", TL_TBX_OTHER},
    {"termCompList", TL_TBX_ASIDE},
    {"body", TL_TBX_BODY},
    {"text", TL_TBX_OTHER},
    {"hi", TL_TBX_OTHER},
    {"foreign", TL_TBX_OTHER},
    {"bpt", TL_TBX_CODE},
    {"ept", TL_TBX_CODE},
    {"it", TL_TBX_CODE},
    {"ph", TL_TBX_CODE},
    {"ut", TL_TBX_CODE},
    {"noteGrp", TL_TBX_OTHER},
    {"noteKey", TL_TBX_NOTE_KEY},
    {"noteValue", TL_TBX_OTHER},
};

enum { ENTRY = TL_LEVEL_ENTRY, LANGUAGE = TL_LEVEL_LANGUAGE, TERM = TL_LEVEL_TERM, ANY = TL_LEVEL_ANY };

static const TlTbxCategory categories[] = {
    {"partOfSpeech", "termNote", TL_DIALECT_MIN, TERM, TL_TELLS_POS, 0, "noun verb adjective adverb properNoun other"},
    {"administrativeStatus", "termNote", TL_DIALECT_MIN, TERM, TL_TELLS_STATUS, 3,
     "preferredTerm-admn-sts admittedTerm-admn-sts deprecatedTerm-admn-sts supersededTerm-admn-sts"},
    {"subjectField", "descrip", TL_DIALECT_MIN, ENTRY, TL_TELLS_SUBJECT, 0, NULL},
    {"customerSubset", "admin", TL_DIALECT_MIN, ENTRY | TERM, TL_TELLS_NOTHING, 0, NULL},
    {"externalCrossReference", "xref", TL_DIALECT_MIN, ANY, TL_TELLS_NOTHING, 0, NULL},
    {"definition", "descrip", TL_DIALECT_BASIC, ENTRY | LANGUAGE, TL_TELLS_DEFINITION, 0, NULL},
    {"termType", "termNote", TL_DIALECT_BASIC, TERM, TL_TELLS_TYPE, 0,
     "fullForm acronym abbreviation shortForm variant phrase"},
    {"context", "descrip", TL_DIALECT_BASIC, TERM, TL_TELLS_NOTHING, 0, NULL},
    {"crossReference", "ref", TL_DIALECT_BASIC, ENTRY | TERM, TL_TELLS_NOTHING, 0, NULL},
    {"geographicalUsage", "termNote", TL_DIALECT_BASIC, TERM, TL_TELLS_NOTHING, 0, NULL},
    {"grammaticalGender", "termNote", TL_DIALECT_BASIC, TERM, TL_TELLS_NOTHING, 0, "masculine feminine neuter other"},
    {"projectSubset", "admin", TL_DIALECT_BASIC, ENTRY | TERM, TL_TELLS_NOTHING, 0, NULL},
    {"responsibility", "transacNote", TL_DIALECT_BASIC, ANY, TL_TELLS_NOTHING, 0, NULL},
    {"source", "admin", TL_DIALECT_BASIC, ANY, TL_TELLS_NOTHING, 0, NULL},
    {"termLocation", "termNote", TL_DIALECT_BASIC, TERM, TL_TELLS_NOTHING, 0,
     "checkBox comboBox comboBoxElement dialogBox groupBox informativeMessage interactiveMessage menuItem "
     "progressBar pushButton radioButton slider spinBox tab tableText textBox toolTip user-definedType"},
    {"transactionType", "transac", TL_DIALECT_BASIC, ANY, TL_TELLS_NOTHING, 0, "origination modification"},
    {"xGraphic", "xref", TL_DIALECT_BASIC, ENTRY | LANGUAGE, TL_TELLS_NOTHING, 0, NULL},
    {"grammaticalNumber", "termNote", TL_DIALECT_LINGUIST, TERM, TL_TELLS_NOTHING, 0,
     "singular plural dual mass otherNumber"},
    {"reading", "admin", TL_DIALECT_LINGUIST, TERM, TL_TELLS_NOTHING, 0, NULL},
    {"readingNote", "adminNote", TL_DIALECT_LINGUIST, TERM, TL_TELLS_NOTHING, 0, NULL},
    {"register", "termNote", TL_DIALECT_LINGUIST, TERM, TL_TELLS_NOTHING, 0,
     "colloquialRegister neutralRegister technicalRegister in-houseRegister bench-levelRegister slangRegister "
     "vulgarRegister"},
    {"transferComment", "termNote", TL_DIALECT_LINGUIST, TERM, TL_TELLS_NOTHING, 0, NULL},
    {"normativeAuthorization", "termNote", TL_DIALECT_OPEN, TERM, TL_TELLS_STATUS, 2, NULL},
    {"usageStatus", "termNote", TL_DIALECT_OPEN, TERM, TL_TELLS_STATUS, 3, NULL}, /* TBX-Basic before 2008 */
    {"language-planningQualifier", "termNote", TL_DIALECT_OPEN, TERM, TL_TELLS_STATUS, 1, NULL},
    {"temporalQualifier", "termNote", TL_DIALECT_OPEN, TERM, TL_TELLS_STATUS, 1, NULL},
    {"termStatus", NULL, TL_DIALECT_OPEN, TERM, TL_TELLS_STATUS, 3, NULL}, /* TBX-Min 2 */
    {"customer", NULL, TL_DIALECT_OPEN, ANY, TL_TELLS_NOTHING, 0, NULL},   /* TBX-Min 2 */
    {"usageNote", "termNote", TL_DIALECT_OPEN, ANY, TL_TELLS_NOTE, 0, NULL},
    {"x-status", "termNote", TL_DIALECT_OPEN, TERM, TL_TELLS_STATUS, 1, NULL}, /* ours: proposed */
    {"x-words", "termNote", TL_DIALECT_OPEN, TERM, TL_TELLS_WORDS, 0, NULL},
};

struct TlTbxNames {
  TlArena *arena;
  TlInterner *kinds, *categories; /* numbered as the tables are */
};

TlTbxNames *tl_tbx_names_new(void) {
  TlTbxNames *names = g_new0(TlTbxNames, 1);
  names->arena = tl_arena_new();
  names->kinds = tl_interner_new(names->arena);
  names->categories = tl_interner_new(names->arena);
  for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
    tl_interner_add(names->kinds, kinds[i].name, strlen(kinds[i].name));
  for (size_t i = 0; i < G_N_ELEMENTS(categories); i++)
    tl_interner_add(names->categories, categories[i].name, strlen(categories[i].name));
  return names;
}

void tl_tbx_names_free(TlTbxNames *names) {
  if (names == NULL)
    return;
  tl_interner_free(names->kinds);
  tl_interner_free(names->categories);
  tl_arena_free(names->arena);
  g_free(names);
}

TlTbxKind tl_tbx_kind(const TlTbxNames *names, const char *local) {
  guint number = tl_interner_find(names->kinds, local, strlen(local));
  return number == TL_NOT_INTERNED ? TL_TBX_DATA : kinds[number].kind;
}

TlTbxKind tl_tbx_kind_met(const TlTbxNames *names, TlTbxKindsMet *met, const char *local) {
  guint slot = (guint)((gsize)local * 0x9E3779B1u >> 20) % G_N_ELEMENTS(met->slots);
  if (met->slots[slot].local != local) {
    met->slots[slot].local = local;
    met->slots[slot].kind = tl_tbx_kind(names, local);
  }
  return met->slots[slot].kind;
}

const TlTbxCategory *tl_tbx_category(const TlTbxNames *names, const char *name) {
  guint number = tl_interner_find(names->categories, name, strlen(name));
  return number == TL_NOT_INTERNED ? NULL : &categories[number];
}

static const char *const dialects[] = {"TBX-Core", "TBX-Min", "TBX-Basic", "TBX-Linguist"};

TlTbxDialect tl_tbx_dialect(const char *name) {
  for (size_t i = 0; i < G_N_ELEMENTS(dialects); i++)
    if (strcmp(name, dialects[i]) == 0)
      return (TlTbxDialect)i;
  return TL_DIALECT_OPEN;
}

const char *tl_tbx_dialect_name(TlTbxDialect dialect) {
  return dialect == TL_DIALECT_OPEN ? NULL : dialects[dialect];
}

gboolean tl_tbx_value_allowed(const TlTbxCategory *category, const char *value) {
  if (category->values == NULL)
    return TRUE;
  size_t length = strlen(value);
  for (const char *at = category->values;; at++) {
    size_t n = strcspn(at, " ");
    if (n == length && memcmp(at, value, n) == 0)
      return TRUE;
    at += n;
    if (*at == '\0')
      return FALSE;
  }
}
