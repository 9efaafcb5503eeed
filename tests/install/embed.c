/* A program of somebody else, with the installed library: terms of a text, one a line. */
#include <stdio.h>
#include <tlumach.h>

static void print_hit(const TlumachHit *hit, gpointer document) {
  size_t length;
  const char *slice = tlumach_document_slice(document, hit->span, &length);
  printf("%.*s: %s\n", (int)length, slice, hit->term->text);
}

int main(int argc, char **argv) {
  TlumachSessionOptions options = TLUMACH_SESSION_OPTIONS_INIT;
  const char *const glossaries[] = {argc > 1 ? argv[1] : NULL, NULL};
  g_autoptr(GError) error = NULL;
  options.glossaries = glossaries;
  g_autoptr(TlumachSession) session = tlumach_session_new(&options, &error);
  g_autoptr(TlumachDocument) document = session ? tlumach_document_open("-", NULL, &error) : NULL;
  if (!document) {
    fprintf(stderr, "%s\n", error->message);
    return 1;
  }
  tlumach_find(session, document, TLUMACH_OVERLAPS_LONGEST, print_hit, document);
  return 0;
}
