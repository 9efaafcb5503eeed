/* tlumach term stats: how much of what is there. */
#include <string.h>

#include "base/json.h"
#include "commands/term.h"

static const char *status_name(guint status) {
  const char *name = tlumach_status_name((TlumachStatus)status);
  return name ? name : "none";
}

static void write_languages(TlOutput *out, const TlumachTermCounts *counts) {
  tl_json_array(out, "languages");
  for (guint i = 0; i < counts->languages->len; i++) {
    const TlumachLanguageCount *language = &g_array_index(counts->languages, TlumachLanguageCount, i);
    tl_json_object(out, NULL);
    tl_json_string(out, "language", language->language, -1);
    tl_json_uint(out, "concepts", language->concepts);
    tl_json_uint(out, "terms", language->terms);
    for (guint s = 0; s < TLUMACH_N_STATUSES; s++)
      tl_json_uint(out, status_name(s), language->by_status[s]);
    tl_json_object_end(out);
  }
  tl_json_array_end(out);
}

static GList *subjects_of(const TlumachTermCounts *counts) {
  return g_list_sort(g_hash_table_get_keys(counts->subjects), (GCompareFunc)strcmp);
}

static void write_jsonl(TlOutput *out, const char *file, const TlumachTermCounts *counts) {
  g_autoptr(GList) subjects = subjects_of(counts);
  tl_json_begin(out);
  tl_json_string(out, "file", file, -1);
  tl_json_uint(out, "concepts", counts->concepts);
  tl_json_uint(out, "terms", counts->terms);
  tl_json_uint(out, "with_definition", counts->with_definition);
  tl_json_uint(out, "with_note", counts->with_note);
  tl_json_uint(out, "without_id", counts->without_id);
  tl_json_uint(out, "without_domain", counts->without_subject);
  write_languages(out, counts);
  tl_json_object(out, "domains");
  for (GList *subject = subjects; subject; subject = subject->next) {
    tl_json_data_key(out, subject->data);
    tl_output_uint(out, GPOINTER_TO_UINT(g_hash_table_lookup(counts->subjects, subject->data)));
  }
  tl_json_object_end(out);
  tl_json_end(out);
}

static void write_text(TlOutput *out, const char *file, const TlumachTermCounts *counts) {
  tl_output_printf(
      out, "%s: %u concepts, %u terms; %u with a definition, %u with a note, %u without a domain, %u without an id\n",
      file, counts->concepts, counts->terms, counts->with_definition, counts->with_note, counts->without_subject,
      counts->without_id);
  for (guint i = 0; i < counts->languages->len; i++) {
    const TlumachLanguageCount *language = &g_array_index(counts->languages, TlumachLanguageCount, i);
    tl_output_printf(out, "  %s: %u terms of %u concepts", *language->language ? language->language : "?",
                     language->terms, language->concepts);
    const char *before = "; ";
    for (guint s = 1; s < TLUMACH_N_STATUSES; s++)
      if (language->by_status[s] > 0) {
        tl_output_printf(out, "%s%u %s", before, language->by_status[s], status_name(s));
        before = ", ";
      }
    tl_output_putc(out, '\n');
  }
}

static void write_domains(TlOutput *out, const TlumachTermCounts *counts) {
  g_autoptr(GList) subjects = subjects_of(counts);
  for (GList *subject = subjects; subject; subject = subject->next) {
    tl_output_printf(out, "  %6u  ", GPOINTER_TO_UINT(g_hash_table_lookup(counts->subjects, subject->data)));
    tl_output_safe(out, subject->data, -1);
    tl_output_putc(out, '\n');
  }
}

int tl_cmd_term_stats(const TlCommand *command, int argc, char **argv) {
  static const char *const formats[] = {"text", "jsonl", NULL};
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  gboolean domains = FALSE;
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {
      {"domains", 0, 0, G_OPTION_ARG_NONE, &domains, "Count the concepts of each domain, too", NULL},
      G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  const char *format = tl_term_choice(&options, formats, &error);
  g_autoptr(GPtrArray) bases = format ? tl_term_open_all(&options, TRUE, &error) : NULL;
  if (!bases)
    return tl_fail(error);
  g_autoptr(TlumachTermCounts) all = tlumach_term_counts_new();
  g_autoptr(GString) text = g_string_new(NULL);
  TlOutput *out = tl_output_memory(text);
  for (guint i = 0; i < bases->len; i++) {
    const TlumachTermbase *base = g_ptr_array_index(bases, i);
    g_autoptr(TlumachTermCounts) counts = tlumach_term_counts_new();
    tlumach_term_counts_add(counts, base);
    tlumach_term_counts_add(all, base);
    (format == formats[1] ? write_jsonl : write_text)(out, tlumach_termbase_path(base), counts);
    if (domains && format == formats[0])
      write_domains(out, counts);
  }
  if (bases->len > 1 && format == formats[0])
    write_text(out, "all", all);
  tl_output_close(out, NULL);
  return tl_term_write(&options, text, TL_EXIT_CLEAN);
}
