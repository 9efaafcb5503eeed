/* Each check finds the example that it gives. What needs more than one pair has its own lines here. */
#include "tlumach/check.h"

#include "../unit.h"

typedef struct Looking {
  const char *id;
  gboolean found;
} Looking;

static void look(const TlumachFinding *finding, gpointer user) {
  Looking *looking = user;
  looking->found = looking->found || strcmp(finding->check->id, looking->id) == 0;
}

/* The whole file for an example. */
static char *table_of(const TlumachCheckInfo *info) {
  if (strcmp(info->id, "consistency") == 0)
    return g_strdup_printf("%s\n%s", info->example, "Переговори тривали до пізньої ночі.\tThey talked until late.\n");
  if (strcmp(info->id, "waivers") == 0)
    return g_strdup_printf("source\ttarget\tnote\nТак.\tYes.\t%s\n", info->example);
  return g_strdup_printf("%s\n", info->example);
}

static const char *const terms = "рада безпеки\tSecurity Council\n";

static TlumachSession *open_session(const char *folder) {
  TlumachSessionOptions options = TLUMACH_SESSION_OPTIONS_INIT;
  g_autofree char *path = g_build_filename(folder, "terms.tsv", NULL);
  g_autofree char *data = g_canonicalize_filename("dictionaries", NULL);
  const char *const glossaries[] = {path, "glossaries/geography.tbx", NULL};
  g_autoptr(GError) error = NULL;
  assert_true(g_file_set_contents(path, terms, -1, NULL));
  options.source = "uk";
  options.target = "en";
  options.glossaries = glossaries;
  options.data = data;
  TlumachSession *session = tlumach_session_new(&options, &error);
  assert_no_error(error);
  return session;
}

static void test_examples(UNUSED_STATE) {
  char *folder = folder_make();
  g_autoptr(TlumachSession) session = open_session(folder);
  const TlumachCheckInfo *info;
  for (guint i = 0; (info = tlumach_checks(i)); i++) {
    if (strcmp(info->id, "tags") == 0) /* of XML: tests/spec/check.txt */
      continue;
    g_autofree char *table = table_of(info);
    g_autoptr(GBytes) raw = g_bytes_new(table, strlen(table));
    g_autoptr(GError) error = NULL;
    const TlumachBitextOptions how = {"uk", "en", "tsv", "UTF-8"};
    g_autoptr(TlumachBitext) bitext = tlumach_bitext_new("x.tsv", raw, &how, &error);
    assert_no_error(error);
    const TlumachCheckOptions all = {.strict = TRUE, .agreed = TRUE};
    Looking looking = {info->id, FALSE};
    assert_true(tlumach_check(session, bitext, &all, look, &looking, &error));
    if (!looking.found)
      fail_msg("%s does not find its example: %s", info->id, info->example);
  }
  folder_remove(folder);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_examples)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
