/* What the files of the reader share: where in a TBX file it is, and what it has read of the open entry. */
#ifndef TL_TERMS_TBX_READ_PRIVATE_H
#define TL_TERMS_TBX_READ_PRIVATE_H

#include "base/xml_read.h"
#include "terms/tbx/names.h"
#include "terms/termbase_build.h"

#define TL_TBX_DEPTH_MAX 256 /* more than base/xml_read lets through */

typedef struct TlTbxLeaf {
  guint depth; /* of the open leaf; 0: none is open */
  guint muted; /* depth of the element in it whose text is not of it; 0: none */
  gboolean cut;
  TlTbxKind kind;                /* term, note, or data */
  const TlTbxCategory *category; /* of data */
  TlPlace place;
  GString *text;
} TlTbxLeaf;

typedef struct TlTbxReader {
  TlumachTermbase *base;
  const char *name;
  TlTbxNames *names;
  TlTbxKindsMet met;
  char *core;      /* the namespace of the root, or NULL */
  gboolean direct; /* TBX-Min 2: categories are elements without a namespace */
  TlTbxDialect dialect;
  guint8 kinds[TL_TBX_DEPTH_MAX];
  guint aside;  /* depth of the element that is passed over; 0: none */
  guint groups; /* open */
  guint level;  /* TL_LEVEL_…; 0: in no entry */
  TlTbxLeaf leaf;

  TlumachConcept concept;
  guint definition_level; /* where the definition kept so far stands */
  GString *id, *subject, *concept_note;
  const char *language;
  GArray *terms; /* TlumachTerm, of the open entry */

  TlumachTerm term;
  guint status_rank;
  GString *term_note;
  TlPlace section;

  gboolean forgets; /* entries are counted only */
  guint forgotten;
} TlTbxReader;

static inline TlPlace tl_tbx_place(const TlXmlElement *element) {
  return (TlPlace){.positions = element->positions, .offset = element->tag.start};
}

/* -- read_levels: FALSE: the levels are broken ------------------------------------------------------------------- */

gboolean tl_tbx_open_root(TlTbxReader *reader, const TlXmlElement *root, GError **error);
gboolean tl_tbx_open_entry(TlTbxReader *reader, const TlXmlElement *element, GError **error);
void tl_tbx_close_entry(TlTbxReader *reader, const TlXmlElement *element);
gboolean tl_tbx_open_language(TlTbxReader *reader, const TlXmlElement *element, GError **error);
gboolean tl_tbx_open_section(TlTbxReader *reader, const TlXmlElement *element, GError **error);
void tl_tbx_close_section(TlTbxReader *reader);

/* -- read_leaf --------------------------------------------------------------------------------------------------- */

void tl_tbx_open_leaf(TlTbxReader *reader, const TlXmlElement *element, TlTbxKind kind, const TlTbxCategory *category);
void tl_tbx_open_term(TlTbxReader *reader, const TlXmlElement *element);
void tl_tbx_open_data(TlTbxReader *reader, const TlXmlElement *element, TlTbxKind kind, gboolean core);
void tl_tbx_fill_leaf(TlTbxReader *reader, const char *text, size_t length);
void tl_tbx_close_leaf(TlTbxReader *reader);

#endif
