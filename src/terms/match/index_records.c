/* Terms lie in their order; keys in the order in which they were met, and behind all others those that are guesses,
 * which a text seldom asks for. */
#include "terms/match/index_draft.h"

static guint32 place_keys(const TlIndexDraft *draft, gboolean guesses, guint32 at) {
  for (guint i = 0; i < draft->keys->len; i++) {
    TlDraftKey *key = tl_draft_key(draft, i);
    if ((key->record.kind == TL_KEY_GUESS) != guesses)
      continue;
    key->place = at;
    at += TL_INDEX_KEY_SIZE + tl_index_text_size(key->record.length) + key->record.n;
  }
  return at;
}

static guint32 size_of(const TlIndexDraft *draft, const TlDraftTerm *term) {
  guint32 size = TL_INDEX_TERM_SIZE + term->record.n_words * TL_INDEX_WORD_SIZE;
  const TlIndexWord *words = tl_draft_words(draft, term);
  for (guint i = 0; i < term->record.n_words; i++)
    size += words[i].n_keys == 1 ? 0u : words[i].n_keys;
  return size;
}

static void place_terms(const TlIndexDraft *draft) {
  guint32 at = 0;
  for (guint i = 0; i < draft->terms->len; i++) {
    TlDraftTerm *term = tl_draft_term(draft, i);
    term->place = at;
    at += size_of(draft, term);
  }
}

static void put_record(const TlIndexDraft *draft, const TlDraftTerm *term, GArray *records) {
  guint32 size = TL_INDEX_TERM_SIZE + term->record.n_words * TL_INDEX_WORD_SIZE;
  const TlIndexWord *words = tl_draft_words(draft, term);
  g_array_append_vals(records, &term->record, TL_INDEX_TERM_SIZE);
  for (guint i = 0; i < term->record.n_words; i++) {
    TlIndexWord word = words[i];
    word.form = tl_draft_key(draft, word.form)->place;
    word.keys = word.n_keys == 1 ? tl_draft_key(draft, *tl_draft_word_keys(draft, &words[i]))->place : size;
    size += word.n_keys == 1 ? 0u : word.n_keys;
    g_array_append_vals(records, &word, TL_INDEX_WORD_SIZE);
  }
  for (guint i = 0; i < term->record.n_words; i++)
    for (guint k = 0; words[i].n_keys != 1 && k < words[i].n_keys; k++)
      g_array_append_val(records, tl_draft_key(draft, tl_draft_word_keys(draft, &words[i])[k])->place);
}

static void put_terms(const TlIndexDraft *draft, TlSectionsWriter *writer, guint first) {
  g_autoptr(GArray) records = g_array_new(FALSE, FALSE, sizeof(guint32));
  g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(TlIndexPlace));
  for (guint i = 0; i < draft->terms->len; i++) {
    const TlDraftTerm *term = tl_draft_term(draft, i);
    TlIndexPlace place = {term->place, term->number};
    g_array_append_val(places, place);
    put_record(draft, term, records);
  }
  tl_sections_put_array(writer, first + TL_INDEX_TERMS, places);
  tl_sections_put_array(writer, first + TL_INDEX_RECORDS, records);
}

static void put_keys(const TlIndexDraft *draft, guint32 size, const GArray *rows, TlSectionsWriter *writer,
                     guint section) {
  g_autofree guint32 *all = g_new0(guint32, size + 1), *next = g_new(guint32, draft->keys->len + 1);
  for (guint i = 0; i < draft->keys->len; i++) {
    const TlDraftKey *key = tl_draft_key(draft, i);
    memcpy(all + key->place, &key->record, sizeof key->record);
    memcpy(all + key->place + TL_INDEX_KEY_SIZE, key->text + 1, key->record.length);
    next[i] = key->place + TL_INDEX_KEY_SIZE + tl_index_text_size(key->record.length);
  }
  for (guint i = 0; i < rows->len; i++) {
    const guint32 *row = &g_array_index(rows, guint32, 2 * i); /* an element is two numbers */
    gboolean guess = tl_draft_key(draft, row[0])->record.kind == TL_KEY_GUESS;
    all[next[row[0]]++] = guess ? tl_draft_key(draft, row[1])->place : tl_draft_term(draft, row[1])->place;
  }
  tl_sections_put(writer, section, all, ((gsize)size + 1) * sizeof *all);
}

/* Two thirds of the slots at most are taken. */
static void put_slots(const TlIndexDraft *draft, TlSectionsWriter *writer, guint section) {
  guint32 n = 64;
  while (draft->keys->len * 3 > n * 2)
    n *= 2;
  g_autofree TlIndexSlot *slots = g_new0(TlIndexSlot, n);
  for (guint i = 0; i < draft->keys->len; i++) {
    const TlDraftKey *key = tl_draft_key(draft, i);
    guint32 hash = tl_index_hash((TlKeyKind)key->record.kind, key->text + 1, key->record.length), at = hash & (n - 1);
    while (slots[at].key)
      at = (at + 1) & (n - 1);
    slots[at] = (TlIndexSlot){hash, key->place + 1};
  }
  tl_sections_put(writer, section, slots, n * sizeof *slots);
}

void tl_draft_put_records(const TlIndexDraft *draft, const GArray *rows, TlSectionsWriter *writer, guint first) {
  place_terms(draft);
  guint32 size = place_keys(draft, TRUE, place_keys(draft, FALSE, 0));
  put_terms(draft, writer, first);
  put_keys(draft, size, rows, writer, first + TL_INDEX_KEYS);
  put_slots(draft, writer, first + TL_INDEX_SLOTS);
}
