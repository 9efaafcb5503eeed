/* A bilingual file written back as it was, with what is known filled in: every byte that is not new stays.
 *
 * Translations go where the file has none; notes, earlier translations and glossary entries go where the format has a
 * place for them. What an earlier round put there is replaced, so that a second round changes nothing.
 */
#ifndef TL_REPORTS_SAME_H
#define TL_REPORTS_SAME_H

#include "base/splice.h"
#include "base/xml_tree.h"
#include "tlumach/report.h"

/* A file on its way. */
typedef struct TlSame {
  const TlumachReport *report;
  const TlumachReportFile *file;
  const char *data; /* decoded; spans are bytes of it */
  size_t length;
  GHashTable *units; /* place where a source begins -> TlumachUnit */
  TlSplices *splices;
  TlumachSpan silent; /* XLIFF: the tag that should say the language of the targets behind it, and does not; or empty */
} TlSame;

/* The unit whose source begins at this byte, or NULL. */
const TlumachUnit *tl_same_unit(const TlSame *same, size_t at);
/* Its translation where the file has none yet, else NULL. */
const char *tl_same_translation(const TlSame *same, const TlumachUnit *unit);

/* Adds splices for a whole file, one function a format. */
gboolean tl_same_xliff(TlSame *same, GError **error);
gboolean tl_same_tmx(TlSame *same, GError **error);
gboolean tl_same_po(TlSame *same, GError **error);

/* -- what the XML formats have in common ------------------------------------------------------------------------ */

/* The translation of `unit` as the content of an element whose source is `source`: escaped, in the inline elements that
 * the source stands in as a whole. NULL where some stand inside it, for nobody but a person knows their places. Free
 * with g_free. */
char *tl_same_content(const TlSame *same, const TlXmlNode *source, const char *translation);
/* A name of the same namespace as that of `like`: with its prefix. Free with g_free. */
char *tl_same_tag(const TlXmlNode *like, const char *local);
/* Replaces what stands between the tags of an element, <x/> opened for it. */
void tl_same_set_content(TlSame *same, const TlXmlNode *node, const char *content);
/* Sets an attribute that has no prefix, in a start tag. */
void tl_same_set_attribute(TlSame *same, TlumachSpan tag, const char *name, const char *value);
/* Puts elements (char *, taken over and freed) behind `node`, each as `node` stands. */
void tl_same_put_behind(TlSame *same, const TlXmlNode *node, GPtrArray *elements);
/* Takes an element away, with the line that it stands on. */
void tl_same_take_away(TlSame *same, const TlXmlNode *node);
/* Escaped. Free with g_free. */
char *tl_same_text(const char *text);
char *tl_same_attribute(const char *text);

/* A file that gets its first target must say the language of it: `attribute` of the `silent` tag. */
void tl_same_say_language(TlSame *same, const char *attribute);
/* The XLIFF versions; `unit` is a trans-unit or unit. */
void tl_same_unit_of_1(TlSame *same, const TlXmlNode *unit);
void tl_same_unit_of_2(TlSame *same, const TlXmlNode *unit);

#endif
