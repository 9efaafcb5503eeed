/* The vocabulary of TBX: what its elements are, and its data categories.
 *
 * Versions and styles differ in names only. Version 2 says termEntry, langSet, tig; version 3 conceptEntry, langSec,
 * termSec. With the data category as attribute (DCA) a category stands in `type`: <descrip type="definition">; with the
 * category as tag (DCT) it is the element, in the namespace of its module: <basic:definition>. The tables here make one
 * thing of them.
 */
#ifndef TL_TERMS_TBX_NAMES_H
#define TL_TERMS_TBX_NAMES_H

#include "base/intern.h"
#include "tlumach/terms.h"

#define TL_TBX_CORE_NAMESPACE "urn:iso:std:iso:30042:ed-2"
#define TL_TBX_MODULE_NAMESPACE "http://www.tbxinfo.net/ns/" /* followed by the module: min, basic, linguist */
#define TL_TBX_OWN_NAMESPACE "urn:tlumach:tbx:1"

/* What an element of the core is for the reader. */
typedef enum TlTbxKind {
  TL_TBX_OTHER, /* of the core, but nothing that a concept keeps: header, date, termGrp, … */
  TL_TBX_BODY,
  TL_TBX_ENTRY,
  TL_TBX_LANGUAGE,
  TL_TBX_SECTION, /* of one term: tig, ntig, termSec */
  TL_TBX_TERM,
  TL_TBX_NOTE,
  TL_TBX_META,     /* its category is in the type attribute */
  TL_TBX_GROUP,    /* a category with notes about it, which are not notes of the concept */
  TL_TBX_ASIDE,    /* what is said in it is not said of the term: the parts of a compound */
  TL_TBX_CODE,     /* inline codes: their content is not text */
  TL_TBX_NOTE_KEY, /* TBX-Min 2 */
  TL_TBX_DATA,     /* not in the table: an element that is a data category, or not known */
} TlTbxKind;

/* What a data category tells the reader. */
typedef enum TlTbxTells {
  TL_TELLS_NOTHING,
  TL_TELLS_SUBJECT,
  TL_TELLS_DEFINITION,
  TL_TELLS_NOTE,
  TL_TELLS_STATUS,
  TL_TELLS_POS,
  TL_TELLS_TYPE,
  TL_TELLS_WORDS
} TlTbxTells;

/* Dialects of version 3, each holding the one before it; TL_DIALECT_OPEN: any other, about whose categories nothing is
 * known. */
typedef enum TlTbxDialect {
  TL_DIALECT_CORE,
  TL_DIALECT_MIN,
  TL_DIALECT_BASIC,
  TL_DIALECT_LINGUIST,
  TL_DIALECT_OPEN
} TlTbxDialect;

enum { TL_LEVEL_ENTRY = 1, TL_LEVEL_LANGUAGE = 2, TL_LEVEL_TERM = 4, TL_LEVEL_ANY = 7 };

typedef struct TlTbxCategory {
  const char *name, *element; /* `element`: its meta element in DCA */
  TlTbxDialect dialect;       /* the first that has it */
  guint levels;               /* where it may stand; a level of the entry */
  TlTbxTells tells;
  guint rank;         /* of statuses: which of two tells */
  const char *values; /* those that version 3 allows, with blanks between them; NULL: any */
} TlTbxCategory;

/* The names, to be found by hash. */
typedef struct TlTbxNames TlTbxNames;
TlTbxNames *tl_tbx_names_new(void);
void tl_tbx_names_free(TlTbxNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlTbxNames, tl_tbx_names_free)

TlTbxKind tl_tbx_kind(const TlTbxNames *names, const char *local);
/* The same for the names of one parse, which are one address each: what was found is kept. */
typedef struct TlTbxKindsMet {
  struct {
    const char *local;
    TlTbxKind kind;
  } slots[64];
} TlTbxKindsMet;
TlTbxKind tl_tbx_kind_met(const TlTbxNames *names, TlTbxKindsMet *met, const char *local);
const TlTbxCategory *tl_tbx_category(const TlTbxNames *names, const char *name); /* NULL: not known */

/* "TBX-Basic" and the like; TL_DIALECT_OPEN for what is not one of the public four. */
TlTbxDialect tl_tbx_dialect(const char *name);
const char *tl_tbx_dialect_name(TlTbxDialect dialect);
gboolean tl_tbx_value_allowed(const TlTbxCategory *category, const char *value);

#endif
