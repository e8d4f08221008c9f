/* How it works. All that the library stores has a key of bytes, and one array holds all keys in order:
 *
 *   r entity rid            a row             i entity id             the rid of the row with this id
 *   k space value entity rid  an exact key    l seq                   a change of the log
 *   n name                  bytes
 *
 * An entry has a committed value and, while a transaction has changed it, a pending one. A reader of the transaction sees the
 * pending one, everybody else the committed one. The journal knows what was pending before each change: a savepoint is
 * a place in it, and undoing is reading it backwards. */
#include "sorted_storage.h"

#include <stdlib.h>
#include <string.h>

enum { longest_key = 1024, longest_text = 512 };

struct key {
  size_t size;
  unsigned char bytes[longest_key];
};

struct value {
  void *block; /* NULL: none */
  size_t size;
};

struct entry {
  struct value committed, pending;
  int changed; /* the pending value counts */
  size_t size;
  unsigned char bytes[1];
};

struct undo {
  struct entry *entry;
  struct value pending;
  int changed;
};

struct storage {
  struct entry **entries;
  size_t count, room;
  struct undo *journal;
  size_t undos, undo_room;
  size_t marks[64];
  int64_t bytes;
  uint32_t *fields; /* entity << 16 | field, slot by slot */
  size_t *slots;
  size_t field_count;
};

/* ---- Keys ---- */

static void key_number(struct key *key, uint64_t number, int size) {
  for (int i = size - 1; i >= 0; --i) key->bytes[key->size++] = (unsigned char)(number >> (8 * i));
}

static int key_bytes(struct key *key, const void *bytes, size_t size) {
  if (size > longest_key - 32 - key->size) return 0;
  if (size > 0) memcpy(key->bytes + key->size, bytes, size);
  key->size += size;
  return 1;
}

static struct key key_of(char kind) {
  struct key key;
  key.size = 1;
  key.bytes[0] = (unsigned char)kind;
  return key;
}

static struct key row_key(uint32_t entity, int64_t rid) {
  struct key key = key_of('r');
  key_number(&key, entity, 2);
  key_number(&key, (uint64_t)rid, 8);
  return key;
}

static struct key id_key(uint32_t entity, const uint8_t *id16) {
  struct key key = key_of('i');
  key_number(&key, entity, 2);
  key_bytes(&key, id16, 16);
  return key;
}

static uint64_t hash_of(const char *bytes, size_t size) {
  uint64_t hash = 14695981039346656037u; /* FNV-1a */
  for (size_t i = 0; i < size; ++i) hash = (hash ^ (unsigned char)bytes[i]) * 1099511628211u;
  return hash;
}

/* The beginning that all rows under an exact key share; a long text is cut, and told from others by its hash. */
static struct key exact_key(const gx_storage_key *from) {
  struct key key = key_of('k');
  const size_t size = from->value.type >= GX_TYPE_TEXT ? from->value.length : 0;
  key_number(&key, (uint32_t)from->space, 4);
  key_number(&key, from->value.type, 2);
  key_number(&key, from->value.length, 4);
  if (from->value.type < GX_TYPE_TEXT) key_number(&key, (uint64_t)from->value.as.integer, 8);
  key_bytes(&key, from->value.as.bytes, size < longest_text ? size : longest_text);
  if (size > longest_text) key_number(&key, hash_of(from->value.as.bytes, size), 8);
  return key;
}

static int compare(const struct entry *entry, const struct key *key) {
  const size_t size = entry->size < key->size ? entry->size : key->size;
  const int order = memcmp(entry->bytes, key->bytes, size);
  if (order != 0) return order;
  return entry->size < key->size ? -1 : entry->size > key->size;
}

static int begins(const struct entry *entry, const struct key *prefix) {
  return entry->size >= prefix->size && memcmp(entry->bytes, prefix->bytes, prefix->size) == 0;
}

static uint64_t number_at(const struct entry *entry, size_t at, int size) {
  uint64_t number = 0;
  for (int i = 0; i < size; ++i) number = number << 8 | entry->bytes[at + (size_t)i];
  return number;
}

/* ---- The array ---- */

/* Where a key stands, or would stand. */
static size_t place_of(const struct storage *s, const struct key *key) {
  size_t low = 0, high = s->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (compare(s->entries[middle], key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

static const struct value *value_of(const struct entry *entry, const void *at) {
  const struct value *value = at != NULL && entry->changed ? &entry->pending : &entry->committed;
  return value->block == NULL ? NULL : value;
}

static const void *find(const struct storage *s, const void *at, const struct key *key) {
  const size_t place = place_of(s, key);
  const struct value *value = place < s->count && compare(s->entries[place], key) == 0 ? value_of(s->entries[place], at) : NULL;
  return value == NULL ? NULL : value->block;
}

/* The last entry that begins so and has a value; NULL: none. */
static const struct entry *last_with(const struct storage *s, const void *at, struct key prefix) {
  const size_t size = prefix.size;
  memset(prefix.bytes + size, 0xff, 32);
  prefix.size = size + 32;
  for (size_t place = place_of(s, &prefix); place > 0; --place) {
    const struct entry *entry = s->entries[place - 1];
    if (entry->size < size || memcmp(entry->bytes, prefix.bytes, size) != 0) return NULL;
    if (value_of(entry, at) != NULL) return entry;
  }
  return NULL;
}

static void drop(struct storage *s, struct value *value) {
  s->bytes -= (int64_t)value->size;
  free(value->block);
  value->block = NULL;
  value->size = 0;
}

static int grow(void **array, size_t *room, size_t count, size_t item) {
  if (count < *room) return 1;
  const size_t wanted = *room == 0 ? 256 : 2 * *room;
  void *bigger = realloc(*array, wanted * item);
  if (bigger == NULL) return 0;
  *array = bigger;
  *room = wanted;
  return 1;
}

static struct entry *entry_at(struct storage *s, const struct key *key) {
  const size_t place = place_of(s, key);
  if (place < s->count && compare(s->entries[place], key) == 0) return s->entries[place];
  if (!grow((void **)&s->entries, &s->room, s->count, sizeof *s->entries)) return NULL;
  struct entry *entry = calloc(1, sizeof *entry + key->size);
  if (entry == NULL) return NULL;
  entry->size = key->size;
  memcpy(entry->bytes, key->bytes, key->size);
  memmove(s->entries + place + 1, s->entries + place, (s->count - place) * sizeof *s->entries);
  s->entries[place] = entry;
  ++s->count;
  return entry;
}

/* Makes `block` (NULL: nothing) the pending value; it is the storage's from here on, also where this fails. */
static int32_t set(struct storage *s, const struct key *key, void *block, size_t size) {
  struct entry *entry = NULL;
  if (grow((void **)&s->journal, &s->undo_room, s->undos, sizeof *s->journal)) entry = entry_at(s, key);
  if (entry == NULL) {
    free(block);
    return GX_E_MEMORY;
  }
  const struct undo before = {entry, entry->pending, entry->changed};
  s->journal[s->undos++] = before;
  entry->pending.block = block;
  entry->pending.size = size;
  entry->changed = 1;
  s->bytes += (int64_t)size;
  return GX_OK;
}

static void undo_to(struct storage *s, size_t place) {
  while (s->undos > place) {
    const struct undo *undo = &s->journal[--s->undos];
    drop(s, &undo->entry->pending);
    undo->entry->pending = undo->pending;
    undo->entry->changed = undo->changed;
  }
}

/* Takes out the entries that have no value any more. */
static void sweep(struct storage *s) {
  size_t kept = 0;
  for (size_t i = 0; i < s->count; ++i) {
    if (s->entries[i]->committed.block == NULL && !s->entries[i]->changed) free(s->entries[i]);
    else s->entries[kept++] = s->entries[i];
  }
  s->count = kept;
}

/* ---- Transactions ---- */

static int32_t begin(void *data, void **tx, gx_error **err) {
  (void)err;
  *tx = data;
  return GX_OK;
}

static int32_t commit(void *data, void *tx, gx_error **err) {
  struct storage *s = data;
  int removed = 0;
  (void)tx;
  (void)err;
  for (size_t i = s->undos; i-- > 0;) {
    struct entry *entry = s->journal[i].entry;
    if (entry->changed) {
      drop(s, &entry->committed);
      entry->committed = entry->pending;
      entry->pending.block = NULL;
      entry->pending.size = 0;
      entry->changed = 0;
      removed = removed || entry->committed.block == NULL;
    }
    drop(s, &s->journal[i].pending);
  }
  s->undos = 0;
  if (removed) sweep(s);
  return GX_OK;
}

static void rollback(void *data, void *tx) {
  struct storage *s = data;
  (void)tx;
  undo_to(s, 0);
  sweep(s);
}

static int32_t savepoint(void *data, void *tx, int32_t mark, gx_error **err) {
  struct storage *s = data;
  (void)tx;
  (void)err;
  if (mark < 1 || mark > (int32_t)(sizeof s->marks / sizeof *s->marks)) return GX_E_LIMIT;
  s->marks[mark - 1] = s->undos;
  return GX_OK;
}

static int32_t release(void *data, void *tx, int32_t mark, gx_error **err) {
  (void)data;
  (void)tx;
  (void)mark;
  (void)err;
  return GX_OK;
}

static int32_t rollback_to(void *data, void *tx, int32_t mark, gx_error **err) {
  struct storage *s = data;
  (void)tx;
  (void)err;
  undo_to(s, s->marks[mark - 1]);
  return GX_OK;
}

/* ---- Rows ---- */

/* A block that begins with the row, whose values and texts follow in it. */
static gx_storage_row *copy_row(const gx_storage_put *put, int64_t rid, size_t *size) {
  *size = sizeof(gx_storage_row) + (size_t)put->count * sizeof(gx_value) + (size_t)put->search.len;
  for (int64_t i = 0; i < put->count; ++i)
    if (put->values[i].state == GX_STATE_SET && put->values[i].type >= GX_TYPE_TEXT) *size += put->values[i].length;
  gx_storage_row *row = malloc(*size);
  if (row == NULL) return NULL;
  gx_value *values = (gx_value *)(row + 1);
  char *text = (char *)(values + put->count);
  for (int64_t i = 0; i < put->count; ++i) {
    values[i] = put->values[i];
    if (values[i].state != GX_STATE_SET || values[i].type < GX_TYPE_TEXT) continue;
    if (values[i].length > 0) memcpy(text, values[i].as.bytes, values[i].length);
    values[i].as.bytes = text;
    text += values[i].length;
  }
  if (put->search.len > 0) memcpy(text, put->search.ptr, (size_t)put->search.len);
  row->struct_size = sizeof *row;
  row->reserved = 0;
  row->rid = rid;
  row->count = put->count;
  row->values = values;
  row->search.ptr = text;
  row->search.len = put->search.len;
  return row;
}

/* An exact key is kept with what it was made of, so that it can be told again. */
struct kept_key {
  gx_storage_key key;
  uint32_t entity;
  int64_t rid;
};

static int32_t set_key(struct storage *s, const gx_storage_key *from, uint32_t entity, int64_t rid, int present) {
  const size_t text = from->value.type >= GX_TYPE_TEXT ? from->value.length : 0;
  struct key key = exact_key(from);
  struct kept_key *kept = NULL;
  key_number(&key, entity, 2);
  key_number(&key, (uint64_t)rid, 8);
  if (present) {
    kept = malloc(sizeof *kept + text);
    if (kept == NULL) return GX_E_MEMORY;
    kept->key = *from;
    kept->entity = entity;
    kept->rid = rid;
    if (text > 0) memcpy(kept + 1, from->value.as.bytes, text);
    if (from->value.type >= GX_TYPE_TEXT) kept->key.value.as.bytes = (const char *)(kept + 1);
  }
  return set(s, &key, kept, present ? sizeof *kept + text : 0);
}

static int32_t set_row(struct storage *s, const gx_storage_put *put, int64_t rid) {
  struct key key = row_key(put->entity, rid);
  size_t size = 0;
  gx_storage_row *row = copy_row(put, rid, &size);
  int32_t code = row == NULL ? GX_E_MEMORY : set(s, &key, row, size);
  for (int64_t i = 0; code == GX_OK && i < put->removed_count; ++i) code = set_key(s, &put->removed[i], put->entity, rid, 0);
  for (int64_t i = 0; code == GX_OK && i < put->added_count; ++i) code = set_key(s, &put->added[i], put->entity, rid, 1);
  return code;
}

static int32_t put_row(void *data, void *tx, const gx_storage_put *put, int64_t *out_rid, gx_error **err) {
  struct storage *s = data;
  struct key key = key_of('r');
  (void)err;
  if (put->rid != 0) {
    const struct key old = row_key(put->entity, put->rid);
    const gx_storage_row *row = find(s, tx, &old);
    if (row == NULL || row->values[1].as.integer != put->before_revision) return GX_E_CONFLICT;
    return set_row(s, put, put->rid);
  }
  const struct key id = id_key(put->entity, put->id);
  if (find(s, tx, &id) != NULL) return GX_E_DUPLICATE;
  key_number(&key, put->entity, 2);
  const struct entry *last = last_with(s, tx, key);
  *out_rid = last == NULL ? 1 : (int64_t)number_at(last, 3, 8) + 1;
  int64_t *rid = malloc(sizeof *rid);
  if (rid == NULL) return GX_E_MEMORY;
  *rid = *out_rid;
  const int32_t code = set(s, &id, rid, sizeof *rid);
  return code == GX_OK ? set_row(s, put, *out_rid) : code;
}

static int32_t get_row(void *data, void *at, uint32_t entity, const uint8_t *id16, int64_t rid, gx_storage_rows *out, gx_error **err) {
  struct storage *s = data;
  (void)err;
  if (id16 != NULL) {
    const struct key id = id_key(entity, id16);
    const int64_t *found = find(s, at, &id);
    if (found == NULL) return GX_OK;
    rid = *found;
  }
  const struct key key = row_key(entity, rid);
  const gx_storage_row *row = rid < 1 ? NULL : find(s, at, &key);
  return row == NULL ? GX_OK : gx_storage_rows_add(out, row);
}

/* ---- Conditions: what can be seen at a glance is left out, the library looks at the rest ---- */

static const gx_value *field_of(const struct storage *s, const gx_term *term, const gx_storage_row *row) {
  for (size_t i = 0; i < s->field_count; ++i)
    if (s->fields[i] == ((uint32_t)term->entity << 16 | term->field)) return (int64_t)s->slots[i] < row->count ? &row->values[s->slots[i]] : NULL;
  return NULL;
}

/* 1: the row cannot meet the condition that begins at `term`. */
static int fails(const struct storage *s, const gx_term *term, const gx_storage_row *row) {
  const gx_value *value;
  switch (term->op) {
    case GX_OP_ALL:
      for (const gx_term *one = term + 1; one < term + term->size; one += one->size)
        if (fails(s, one, row)) return 1;
      return 0;
    case GX_OP_IS_NULL:
      value = field_of(s, term, row);
      return value != NULL && value->state == GX_STATE_SET;
    case GX_OP_EQUAL:
      value = field_of(s, term, row);
      if (value == NULL) return 0;
      if (value->state != GX_STATE_SET) return 1;
      if (value->type < GX_TYPE_TEXT) return value->type == GX_TYPE_INTEGER && value->as.integer != term->literal.as.integer;
      return value->length != term->literal.length || memcmp(value->as.bytes, term->literal.as.bytes, value->length) != 0;
    default:
      return 0;
  }
}

static int32_t scan_rows(void *data, void *at, const gx_storage_scan *scan, gx_storage_rows *out, gx_error **err) {
  struct storage *s = data;
  struct key prefix = key_of('r');
  (void)err;
  key_number(&prefix, scan->entity, 2);
  struct key from = prefix;
  if (scan->order_count == 0) {
    gx_storage_rows_did(out, GX_SCAN_ORDERED);
    key_number(&from, (uint64_t)scan->after_rid + 1, 8);
  }
  for (size_t i = place_of(s, &from); i < s->count && begins(s->entries[i], &prefix); ++i) {
    const struct value *value = value_of(s->entries[i], at);
    if (value == NULL || (scan->terms_count > 0 && fails(s, scan->terms, value->block))) continue;
    const int32_t code = gx_storage_rows_add(out, value->block);
    if (code != GX_OK) return code;
  }
  return GX_OK;
}

static int32_t give_keys(struct storage *s, const void *at, int64_t index, const struct key *prefix, gx_storage_hits *out) {
  for (size_t i = place_of(s, prefix); i < s->count && begins(s->entries[i], prefix); ++i) {
    const struct value *value = value_of(s->entries[i], at);
    if (value == NULL || (index >= 0 && s->entries[i]->size != prefix->size + 10)) continue;
    const struct kept_key *kept = value->block;
    const int32_t code = gx_storage_hits_add(out, index, &kept->key, kept->entity, kept->rid);
    if (code != GX_OK) return code;
  }
  return GX_OK;
}

static int32_t probe(void *data, void *at, const gx_storage_key *keys, int64_t count, gx_storage_hits *out, gx_error **err) {
  (void)err;
  for (int64_t i = 0; i < count; ++i) {
    const struct key key = exact_key(&keys[i]);
    const int32_t code = give_keys(data, at, i, &key, out);
    if (code < 0) return code;
  }
  return GX_OK;
}

static int32_t all_keys(void *data, void *at, gx_storage_hits *out, gx_error **err) {
  const struct key prefix = key_of('k');
  (void)err;
  return give_keys(data, at, -1, &prefix, out);
}

/* ---- The log, and bytes under names ---- */

static char *copy_text(gx_str *to, const gx_str *from, char *place) {
  to->ptr = place;
  to->len = from->len;
  if (from->len > 0) memcpy(place, from->ptr, (size_t)from->len);
  return place + from->len;
}

static int32_t append(void *data, void *tx, const gx_storage_change *change, int64_t *out_seq, gx_error **err) {
  struct storage *s = data;
  struct key key = key_of('l');
  const struct entry *last = last_with(s, tx, key);
  const size_t size = sizeof *change + (size_t)(change->command.len + change->reason.len + change->delta.len);
  gx_storage_change *kept = malloc(size);
  (void)err;
  if (kept == NULL) return GX_E_MEMORY;
  *kept = *change;
  kept->seq = last == NULL ? 1 : (int64_t)number_at(last, 1, 8) + 1;
  if (kept->set == 0) kept->set = kept->seq;
  char *text = (char *)(kept + 1);
  text = copy_text(&kept->command, &change->command, text);
  text = copy_text(&kept->reason, &change->reason, text);
  copy_text(&kept->delta, &change->delta, text);
  *out_seq = kept->seq;
  key_number(&key, (uint64_t)kept->seq, 8);
  return set(s, &key, kept, size);
}

static int wanted(const gx_storage_changes *asked, const gx_storage_change *change) {
  if (asked->set != 0 && asked->set != change->set) return 0;
  return asked->rid == 0 || (asked->rid == change->rid && asked->entity == change->entity);
}

static int32_t changes(void *data, void *at, const gx_storage_changes *asked, gx_storage_log *out, gx_error **err) {
  struct storage *s = data;
  const struct key prefix = key_of('l');
  struct key from = prefix;
  (void)err;
  if (asked->newest_first) key_number(&from, asked->after == 0 ? UINT64_MAX : (uint64_t)asked->after, 8);
  else key_number(&from, (uint64_t)asked->after + 1, 8);
  size_t place = place_of(s, &from);
  for (int64_t given = 0; given < asked->limit;) {
    if (asked->newest_first ? place == 0 : place >= s->count) break;
    const struct entry *entry = s->entries[asked->newest_first ? --place : place++];
    if (!begins(entry, &prefix)) break;
    const struct value *value = value_of(entry, at);
    if (value == NULL || !wanted(asked, value->block)) continue;
    const int32_t code = gx_storage_log_add(out, value->block);
    if (code != GX_OK) return code;
    ++given;
  }
  return GX_OK;
}

struct named {
  size_t size;
  char bytes[1];
};

static int32_t save(void *data, void *tx, const char *name, int64_t name_len, const void *bytes, int64_t len, gx_error **err) {
  struct key key = key_of('n');
  struct named *kept = NULL;
  (void)tx;
  (void)err;
  if (!key_bytes(&key, name, (size_t)name_len)) return GX_E_LIMIT;
  if (bytes != NULL) {
    kept = malloc(sizeof *kept + (size_t)len);
    if (kept == NULL) return GX_E_MEMORY;
    kept->size = (size_t)len;
    memcpy(kept->bytes, bytes, (size_t)len);
  }
  return set(data, &key, kept, bytes == NULL ? 0 : sizeof *kept + (size_t)len);
}

static int32_t load(void *data, void *at, const char *name, int64_t name_len, gx_storage_bytes *out, gx_error **err) {
  struct key key = key_of('n');
  (void)err;
  if (!key_bytes(&key, name, (size_t)name_len)) return GX_E_LIMIT;
  const struct named *kept = find(data, at, &key);
  return kept == NULL ? GX_OK : gx_storage_bytes_give(out, kept->bytes, (int64_t)kept->size);
}

/* ---- The table ---- */

static int32_t prepare(void *data, const gx_storage_entity *entities, int64_t count, gx_error **err) {
  struct storage *s = data;
  size_t total = 0, at = 0;
  (void)err;
  for (int64_t e = 0; e < count; ++e) total += (size_t)entities[e].count;
  uint32_t *fields = malloc((total + 1) * sizeof *fields);
  size_t *slots = malloc((total + 1) * sizeof *slots);
  if (fields == NULL || slots == NULL) {
    free(fields);
    free(slots);
    return GX_E_MEMORY;
  }
  for (int64_t e = 0; e < count; ++e) {
    for (int64_t f = 0; f < entities[e].count; ++f) {
      fields[at] = entities[e].number << 16 | entities[e].fields[f].number;
      slots[at++] = (size_t)f;
    }
  }
  free(s->fields);
  free(s->slots);
  s->fields = fields;
  s->slots = slots;
  s->field_count = total;
  return GX_OK;
}

static int32_t info(void *data, gx_storage_info *out, gx_error **err) {
  const struct storage *s = data;
  (void)err;
  out->bytes = s->bytes + (int64_t)(s->count * sizeof(struct entry));
  return GX_OK;
}

static void destroy(void *data) {
  struct storage *s = data;
  undo_to(s, 0);
  for (size_t i = 0; i < s->count; ++i) {
    free(s->entries[i]->committed.block);
    free(s->entries[i]);
  }
  free(s->entries);
  free(s->journal);
  free(s->fields);
  free(s->slots);
  free(s);
}

int sorted_storage(gx_storage_vtable *table) {
  struct storage *s = calloc(1, sizeof *s);
  if (s == NULL || gx_options_init(table, sizeof *table) != GX_OK) {
    free(s);
    return 0;
  }
  table->user_data = s;
  table->destroy = destroy;
  table->name.ptr = "sorted";
  table->name.len = 6;
  table->begin = begin;
  table->commit = commit;
  table->rollback = rollback;
  table->put = put_row;
  table->get = get_row;
  table->scan = scan_rows;
  table->append = append;
  table->changes = changes;
  table->save = save;
  table->load = load;
  table->savepoint = savepoint;
  table->release = release;
  table->rollback_to = rollback_to;
  table->probe = probe;
  table->keys = all_keys;
  table->prepare = prepare;
  table->info = info;
  return 1;
}
