/* Millions of words are compared, few are alike. So both sides are sorted: by the class of the first letter, which must
 * be one, by length, which tells how much may differ, and by letters: what a word shares with the one before at its
 * beginning is not compared again. And a word is compared with LANES others at once, which processors are quick at. */
#include "bitext/align/sounds.h"

#include <math.h>
#include <string.h>

#include "bitext/align/sound.h"

#define LANES 8u
#define SOUND_MAX TL_ALIGN_SOUND_MAX
#define LETTERS 128u /* a sound is ASCII */

/* One cost for each word, as GCC and Clang keep them in a register. */
typedef gint16 Lanes __attribute__((vector_size(LANES * sizeof(gint16))));

static inline Lanes least_of(Lanes a, Lanes b) {
  Lanes less = a < b;
  return (a & less) | (b & ~less);
}

typedef struct Entry {
  const char *sound;
  guint32 number;
  guint8 class, length;
  guint8 common; /* letters that it begins with as the entry before, where that has its length */
} Entry;

struct TlAlignSounds {
  GArray *entries; /* Entry, by class, length and sound once sorted */
};

/* Words of the other side, all of one class and length, beside each other. */
typedef struct Block {
  const Entry *entries;
  guint n, length;
  Lanes change[LETTERS][SOUND_MAX]; /* cost of that letter changed for the words', by place */
  Lanes drop[SOUND_MAX];            /* … of the words' dropped */
  gboolean ready[LETTERS];
} Block;

TlAlignSounds *tl_align_sounds_new(void) {
  TlAlignSounds *sounds = g_new0(TlAlignSounds, 1);
  sounds->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
  return sounds;
}

void tl_align_sounds_free(TlAlignSounds *sounds) {
  if (!sounds)
    return;
  g_array_unref(sounds->entries);
  g_free(sounds);
}

void tl_align_sounds_add(TlAlignSounds *sounds, const char *sound, guint32 number) {
  Entry entry = {sound, number, (guint8)tl_align_sound_class(sound), (guint8)MIN(strlen(sound), SOUND_MAX), 0};
  g_array_append_val(sounds->entries, entry);
}

static const Entry *entry_at(const TlAlignSounds *sounds, guint i) {
  return &g_array_index(sounds->entries, Entry, i);
}

static gint by_shape(const Entry *a, guint class, guint length) {
  return a->class != class ? (a->class < class ? -1 : 1) : (a->length > length) - (a->length < length);
}

static gint by_sound(gconstpointer a, gconstpointer b) {
  const Entry *x = a, *y = b;
  gint order = by_shape(x, y->class, y->length);
  return order ? order : strncmp(x->sound, y->sound, SOUND_MAX);
}

static void sort(TlAlignSounds *sounds) {
  g_array_sort(sounds->entries, by_sound);
  for (guint i = 1; i < sounds->entries->len; i++) {
    const Entry *before = entry_at(sounds, i - 1);
    Entry *entry = &g_array_index(sounds->entries, Entry, i);
    for (entry->common = 0; entry->common < entry->length && by_shape(before, entry->class, entry->length) == 0 &&
                            entry->sound[entry->common] == before->sound[entry->common];)
      entry->common++;
  }
}

/* The first entry of a class and length, or what stands where it would. */
static guint first_of(const TlAlignSounds *sounds, guint class, guint length) {
  guint from = 0, to = sounds->entries->len;
  while (from < to) {
    guint middle = from + (to - from) / 2;
    if (by_shape(entry_at(sounds, middle), class, length) < 0)
      from = middle + 1;
    else
      to = middle;
  }
  return from;
}

/* Empty lanes repeat the first word. */
static const Entry *in_lane(const Block *block, guint lane) {
  return &block->entries[lane < block->n ? lane : 0];
}

static void block_init(Block *block, const TlAlignSounds *sounds, guint first) {
  block->entries = entry_at(sounds, first);
  block->length = block->entries->length;
  for (block->n = 1; block->n < LANES && first + block->n < sounds->entries->len; block->n++)
    if (by_shape(entry_at(sounds, first + block->n), block->entries->class, block->length) != 0)
      break;
  for (guint j = 0; j < block->length; j++)
    for (guint lane = 0; lane < LANES; lane++)
      block->drop[j][lane] = (gint16)tl_align_sound_drop(in_lane(block, lane)->sound[j]);
  memset(block->ready, 0, sizeof block->ready);
}

static void prepare(Block *block, guint letter) {
  for (guint j = 0; j < block->length && !block->ready[letter]; j++)
    for (guint lane = 0; lane < LANES; lane++)
      block->change[letter][j][lane] = (gint16)tl_align_sound_change((char)letter, in_lane(block, lane)->sound[j]);
  block->ready[letter] = TRUE;
}

typedef Lanes Row[SOUND_MAX + 1];

static void first_row(const Block *block, Row row) {
  row[0] = (Lanes){0};
  for (guint j = 0; j < block->length; j++)
    row[j + 1] = row[j] + block->drop[j];
}

/* What letters cost at least where so many more of them are left on one side than on the other. */
static gint16 differ(guint left, guint rest) {
  return (gint16)(TL_ALIGN_SOUND_CHEAPEST * (left > rest ? left - rest : rest - left));
}

/* A row of the matrices of costs, for one letter of the word. Gives what the best of them will cost at least if `rest`
 * letters follow. */
static gint next_row(Block *block, guint letter, guint rest, Row above, Row row) {
  gint16 dropped = (gint16)tl_align_sound_drop((char)letter), best = G_MAXINT16;
  prepare(block, letter);
  row[0] = above[0] + dropped;
  Lanes least = row[0] + differ(block->length, rest);
  for (guint j = 0; j < block->length; j++) {
    Lanes changed = above[j] + block->change[letter][j], gone = above[j + 1] + dropped, come = row[j] + block->drop[j];
    row[j + 1] = least_of(changed, least_of(gone, come));
    least = least_of(least, row[j + 1] + differ(block->length - j - 1, rest));
  }
  for (guint lane = 0; lane < LANES; lane++)
    best = MIN(best, least[lane]);
  return best;
}

typedef struct Comparing {
  double least;
  TlAlignAlike alike;
  gpointer data;
  Block block;
  Row rows[SOUND_MAX + 1];
} Comparing;

static void tell(const Comparing *c, const Entry *entry) {
  for (guint lane = 0; lane < c->block.n; lane++) {
    guint cost = (guint)c->rows[entry->length][c->block.length][lane];
    double likeness = tl_align_sound_likeness(cost, MAX(entry->length, c->block.length), c->least);
    if (likeness > 0)
      c->alike(entry->number, c->block.entries[lane].number, likeness, c->data);
  }
}

/* Entries of one class and length with the words of the block. */
static void compare(Comparing *c, const Entry *entries, guint n) {
  guint hopeless = G_MAXUINT; /* so many letters of the entry before cost too much with whatever follows */
  for (guint k = 0; k < n; k++) {
    const Entry *entry = &entries[k];
    gint most = (gint)tl_align_sound_most(MAX(entry->length, c->block.length), c->least);
    guint i = k ? entry->common : 0;
    if (i >= hopeless)
      continue;
    for (hopeless = G_MAXUINT; i < entry->length && hopeless == G_MAXUINT; i++)
      if (next_row(&c->block, (guint8)entry->sound[i] % LETTERS, entry->length - i - 1, c->rows[i], c->rows[i + 1]) >
          most)
        hopeless = i + 1;
    if (hopeless == G_MAXUINT)
      tell(c, entry);
  }
}

void tl_align_sounds_compare(TlAlignSounds *a, TlAlignSounds *b, double least, TlAlignAlike alike, gpointer data) {
  g_autofree Comparing *c = g_new(Comparing, 1);
  double ratio = least * TL_ALIGN_LENGTHS_APART;
  c->least = least;
  c->alike = alike;
  c->data = data;
  sort(a);
  sort(b);
  for (guint first = 0; first < b->entries->len; first += c->block.n) {
    block_init(&c->block, b, first);
    first_row(&c->block, c->rows[0]);
    guint class = c->block.entries->class, length = c->block.length;
    for (guint n = (guint)ceil(length * ratio); n <= SOUND_MAX && n * ratio <= length; n++) {
      guint from = first_of(a, class, n);
      compare(c, &g_array_index(a->entries, Entry, from), first_of(a, class, n + 1) - from);
    }
  }
}
