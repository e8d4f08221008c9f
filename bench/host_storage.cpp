// What it costs to keep the customers behind a table of C functions: our own SQLite storage, direct and wrapped into gx_storage_vtable.
// The functions give rows as a host over SQLite has them: values borrowed from the statement, which the library copies, as the storage itself does.
#include "benchmarks.h"
#include "capi/door/backend.h"
#include "capi/door/query.h"
#include "crm/store_access.h"
#include "sample.h"
#include "store/sqlite/keyset.h"
#include "store/sqlite/scan.h"
#include "store/sqlite/sqlite_storage.h"
#include "store/sqlite/storage.h"

namespace guanxi::bench {
namespace {

using store::Query;
using store::Reads;
using store::Storage;

struct Inner {
  std::unique_ptr<Storage> storage;
  store::ReaderPool readers;
  std::shared_ptr<const Schema> schema = Schema::builtin();
};

// A snapshot on a connection of its own, which lasts as long as one of its queries stands; read as SqliteReader does.
class Looking {
 public:
  Looking(Inner& of, std::unique_ptr<store::Session> session) : of_(of), session_(std::move(session)), reads_(*session_, of.schema) {}
  ~Looking() {
    row_.reset();
    pin_.reset();
    of_.readers.give_back(std::move(session_));
  }
  Looking(const Looking&) = delete;
  Looking& operator=(const Looking&) = delete;

  Result<Reads*> reads() {
    if (pin_) return &reads_;
    GUANXI_ASSIGN(Query pin, reads_.connection().query("SELECT 1 FROM sqlite_schema"));
    GUANXI_CHECK(pin.next());
    pin_.emplace(std::move(pin));
    row_.reset();
    return &reads_;
  }

  Result<bool> get(const EntityType& type, const Id& id, gx_storage_rows* out) {
    if (pin_ || row_) GUANXI_CHECK(reads());
    GUANXI_ASSIGN(Query query, reads_.find(type, id));
    GUANXI_ASSIGN(const bool found, query.next());
    store::Shape shape(reads_.tables().of(type), type);
    if (found) {
      GUANXI_CHECK(shape.view(query));
      give(out, query, shape);
    }
    if (found && !pin_) row_.emplace(std::move(query));
    if (!found) GUANXI_CHECK(reads());
    return found;
  }

  static bool give(gx_storage_rows* out, const Query& query, const store::Shape& shape) {
    const auto values = shape.values();
    const gx_storage_row row{sizeof row, 0, query.number(0), static_cast<std::int64_t>(values.size()), reinterpret_cast<const gx_value*>(values.data()), {nullptr, 0}};
    return gx_storage_rows_add(out, &row) == GX_OK;
  }
  // The row that shows that there are more.
  static void give_last(gx_storage_rows* out) {
    const gx_storage_row row{sizeof row, 0, 0, 0, nullptr, {nullptr, 0}};
    (void)gx_storage_rows_add(out, &row);
  }

 private:
  Inner& of_;
  std::unique_ptr<store::Session> session_;
  Reads reads_;
  std::optional<Query> row_{}, pin_{};
};

// A view or a transaction of the inner storage.
struct At {
  std::optional<Looking> view;
  std::unique_ptr<store::WriteTransaction> tx;
  std::vector<int> marks;
};

Inner& inner(void* data) { return *static_cast<Inner*>(data); }
store::Writer& writer(void* tx) { return static_cast<At*>(tx)->tx->writer(); }

template <class T>
std::int32_t code_of(const Result<T>& result, gx_error** err) {
  if (result) return GX_OK;
  *err = gx_error_create(static_cast<std::int32_t>(result.error().code()), result.error().text().c_str(), -1);
  return static_cast<std::int32_t>(result.error().code());
}

// Runs `work` on what is to be read; what is committed needs a view of its own.
template <class Work>
std::int32_t reading(void* data, void* at, gx_error** err, Work&& work) {
  if (at != nullptr && static_cast<At*>(at)->tx) return code_of(work(writer(at)), err);
  std::optional<Looking> own;
  if (at == nullptr) own.emplace(inner(data), need(inner(data).readers.take()));
  auto reads = (at == nullptr ? *own : *static_cast<At*>(at)->view).reads();
  return reads ? code_of(work(**reads), err) : code_of(reads, err);
}

AnyRecord record_of(const EntityType& type, std::int64_t rid, std::int64_t count, const gx_value* values) {
  AnyRecord row(type.number(), static_cast<std::uint16_t>(count));
  for (std::int64_t slot = 0; slot < count; ++slot) {
    Value value;
    std::memcpy(static_cast<void*>(&value), &values[slot], sizeof value);
    if (value.state != State::absent) row.put(static_cast<std::uint16_t>(slot), value);
  }
  row.set_rid(rid);
  return row;
}

std::vector<Key> keys_of(const gx_storage_key* keys, std::int64_t count) {
  std::vector<Key> out(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].space = keys[i].space;
    std::memcpy(static_cast<void*>(&out[i].value), &keys[i].value, sizeof out[i].value);
  }
  return out;
}

std::string_view view_of(const gx_str& text) { return {text.ptr == nullptr ? "" : text.ptr, static_cast<std::size_t>(text.len)}; }

std::int32_t give(gx_storage_rows* out, const AnyRecord& row) {
  const gx_storage_row given{sizeof given, 0, row.rid(), row.slots(), door::values_of(row), {nullptr, 0}};
  return gx_storage_rows_add(out, &given);
}

std::int32_t begin(void* data, void** tx, gx_error** err) {
  auto begun = inner(data).storage->begin_write();
  if (begun) *tx = new At{std::nullopt, std::move(begun).value(), {}};
  return code_of(begun, err);
}
std::int32_t commit(void*, void* tx, gx_error** err) {
  const std::unique_ptr<At> at(static_cast<At*>(tx));
  return code_of(at->tx->commit(), err);
}
void rollback(void*, void* tx) { delete static_cast<At*>(tx); }

std::int32_t put(void* data, void* tx, const gx_storage_put* from, std::int64_t* out_rid, gx_error** err) {
  const EntityType& type = *inner(data).schema->find(static_cast<std::uint16_t>(from->entity));
  AnyRecord after = record_of(type, from->rid, from->count, from->values);
  const std::optional<AnyRecord> before =
      from->rid == 0 ? std::nullopt : std::optional<AnyRecord>(record_of(type, from->rid, from->before_count, from->before));
  const std::vector<Key> added = keys_of(from->added, from->added_count), removed = keys_of(from->removed, from->removed_count);
  store::Put one{&type, &after, before ? &*before : nullptr, added, removed, view_of(from->search_before), view_of(from->search)};
  const auto done = writer(tx).put({&one, 1});
  *out_rid = after.rid();
  return code_of(done, err);
}

std::int32_t get(void* data, void* at, std::uint32_t entity, const std::uint8_t* id16, std::int64_t rid, gx_storage_rows* out, gx_error** err) {
  const EntityType& type = *inner(data).schema->find(static_cast<std::uint16_t>(entity));
  if (At* view = static_cast<At*>(at); id16 != nullptr && view != nullptr && view->view) return code_of(view->view->get(type, Id::from_bytes(id16), out), err);
  return reading(data, at, err, [&](auto& reader) {
    AnyRecord row = type.record();
    Result<bool> found = id16 != nullptr ? reader.get(type, Id::from_bytes(id16), row) : reader.get(type, rid, row);
    if (found && *found) (void)give(out, row);
    return found;
  });
}

std::vector<std::uint16_t> slots_of(const EntityType& type, const std::uint32_t* fields, std::int64_t count) {
  std::vector<std::uint16_t> slots;
  for (std::int64_t i = 0; i < count; ++i) slots.push_back(type.find(static_cast<std::uint16_t>(fields[i]))->slot);
  return slots;
}

// In a transaction, where the writer gives records.
Result<store::ScanEnd> rows_of(store::Writer& reader, const Inner&, const store::Scan& request, gx_storage_rows* out) {
  return reader.scan(request, [&](AnyRecord& row) { return give(out, row) == GX_OK; });
}
// In a view, where the statement does.
Result<store::ScanEnd> rows_of(Reads& reads, const Inner& of, const store::Scan& request, gx_storage_rows* out) {
  const store::Table& table = reads.tables().of(*request.type);
  const store::RowSource source(table, *request.type, *of.schema, request.filter);
  GUANXI_ASSIGN(const store::Keyset keyset, store::Keyset::of(*request.type, request.order));
  store::Shape shape(table, *request.type, request.slots);
  Sql sql;
  sql.text.reserve(2048);
  SqlWriter writer(sql, source.names());
  sql.text += "SELECT ";
  sql.text += shape.list();
  GUANXI_CHECK(source.append(sql, writer));
  sql.text += " ORDER BY ";
  sql.text += keyset.order_by({source.names(), source.rid()});
  if (request.limit != 0) {
    sql.text += " LIMIT ";
    writer.parameter(Codec<Int>::pack(static_cast<std::int64_t>(request.limit)));
  }
  GUANXI_ASSIGN(Query query, store::query_of(reads.connection(), sql));
  for (std::size_t given = 1;; ++given) {
    GUANXI_ASSIGN(const bool found, query.next());
    if (!found) return store::ScanEnd{};
    if (given == request.limit) return Looking::give_last(out), store::ScanEnd{};
    GUANXI_CHECK(shape.view(query));
    if (!Looking::give(out, query, shape)) return store::ScanEnd{};
  }
}

std::int32_t scan(void* data, void* at, const gx_storage_scan* asked, gx_storage_rows* out, gx_error** err) {
  const Schema& schema = *inner(data).schema;
  const EntityType& type = *schema.find(static_cast<std::uint16_t>(asked->entity));
  return reading(data, at, err, [&](auto& reader) -> Result<store::ScanEnd> {
    GUANXI_ASSIGN(const Expr filter, door::condition_in(schema, type, asked->terms, asked->terms_count));
    std::vector<OrderTerm> order;
    for (std::int64_t i = 0; i < asked->order_count; ++i)
      order.push_back({static_cast<std::uint16_t>(asked->order[i].field), asked->order[i].descending != 0});
    const std::vector<std::uint16_t> slots = slots_of(type, asked->fields, asked->fields_count);
    const bool whole = asked->after_rid == 0;  // the place to go on from is left to the library
    gx_storage_rows_did(out, whole ? GX_SCAN_FILTERED | GX_SCAN_ORDERED : GX_SCAN_FILTERED);
    const std::size_t limit = whole ? static_cast<std::size_t>(asked->limit) : 0;
    return rows_of(reader, inner(data), {.type = &type, .filter = &filter, .order = order, .limit = limit, .slots = slots}, out);
  });
}

std::int32_t append(void*, void* tx, const gx_storage_change* from, std::int64_t* out_seq, gx_error** err) {
  store::Change change;
  change.set = from->set;
  change.at = Instant{from->at_us};
  change.actor = Id::from_bytes(from->actor);
  change.on_behalf = Id::from_bytes(from->on_behalf);
  change.record = Id::from_bytes(from->record);
  change.entity = static_cast<std::uint16_t>(from->entity);
  change.rid = from->rid;
  change.kind = static_cast<store::ChangeKind>(from->kind);
  change.command = view_of(from->command);
  change.reason = view_of(from->reason);
  change.delta = view_of(from->delta);
  const auto seq = writer(tx).append(change);
  if (seq) *out_seq = *seq;
  return code_of(seq, err);
}

std::int32_t changes(void* data, void* at, const gx_storage_changes* asked, gx_storage_log* out, gx_error** err) {
  store::ChangeQuery query{.after = asked->after, .newest_first = asked->newest_first != 0, .limit = static_cast<std::size_t>(asked->limit)};
  if (asked->set != 0) query.set = asked->set;
  if (asked->rid != 0) query.record = {static_cast<std::uint16_t>(asked->entity), asked->rid};
  return reading(data, at, err, [&](auto& reader) {
    return reader.changes(query, [&](store::Change& change) {
      gx_storage_change given{};
      given.struct_size = sizeof given;
      given.seq = change.seq;
      given.set = change.set;
      given.at_us = change.at.us;
      given.entity = change.entity;
      given.rid = change.rid;
      given.kind = static_cast<std::int32_t>(change.kind);
      std::memcpy(given.record, change.record.bytes.data(), 16);
      std::memcpy(given.actor, change.actor.bytes.data(), 16);
      std::memcpy(given.on_behalf, change.on_behalf.bytes.data(), 16);
      given.command = door::str(change.command);
      given.reason = door::str(change.reason);
      given.delta = door::str(change.delta);
      return gx_storage_log_add(out, &given) == GX_OK;
    });
  });
}

// What is forgotten is kept as nothing; everything else has a byte before it.
std::int32_t save(void*, void* tx, const char* name, std::int64_t name_len, const void* bytes, std::int64_t len, gx_error** err) {
  std::string kept = bytes == nullptr ? "" : "=";
  if (bytes != nullptr) kept.append(static_cast<const char*>(bytes), static_cast<std::size_t>(len));
  return code_of(writer(tx).set_meta({name, static_cast<std::size_t>(name_len)}, kept), err);
}
std::int32_t load(void* data, void* at, const char* name, std::int64_t name_len, gx_storage_bytes* out, gx_error** err) {
  return reading(data, at, err, [&](auto& reader) {
    auto kept = reader.meta({name, static_cast<std::size_t>(name_len)});
    if (kept && *kept && !(*kept)->empty()) (void)gx_storage_bytes_give(out, (*kept)->data() + 1, static_cast<std::int64_t>((*kept)->size()) - 1);
    return kept;
  });
}

std::int32_t savepoint(void*, void* tx, std::int32_t mark, gx_error** err) {
  auto made = writer(tx).savepoint();
  auto& marks = static_cast<At*>(tx)->marks;
  marks.resize(static_cast<std::size_t>(mark));
  if (made) marks.back() = *made;
  return code_of(made, err);
}
std::int32_t release(void*, void* tx, std::int32_t mark, gx_error** err) {
  return code_of(writer(tx).release(static_cast<At*>(tx)->marks[static_cast<std::size_t>(mark) - 1]), err);
}
std::int32_t rollback_to(void*, void* tx, std::int32_t mark, gx_error** err) {
  return code_of(writer(tx).rollback_to(static_cast<At*>(tx)->marks[static_cast<std::size_t>(mark) - 1]), err);
}

std::int32_t open_view(void* data, void** view, gx_error** err) {
  auto session = inner(data).readers.take();
  if (session) *view = new At{std::optional<Looking>(std::in_place, inner(data), std::move(session).value()), nullptr, {}};
  return code_of(session, err);
}
void close_view(void*, void* view) { delete static_cast<At*>(view); }

std::int32_t probe(void* data, void* at, const gx_storage_key* keys, std::int64_t count, gx_storage_hits* out, gx_error** err) {
  const std::vector<Key> asked = keys_of(keys, count);
  return reading(data, at, err, [&](auto& reader) {
    return reader.probe(asked, [&](const store::KeyHit& hit) {
      return gx_storage_hits_add(out, static_cast<std::int64_t>(hit.key), &keys[hit.key], hit.entity, hit.rid) == GX_OK;
    });
  });
}

std::int32_t count(void* data, void* at, const gx_storage_count* asked, gx_storage_groups* out, gx_error** err) {
  const Schema& schema = *inner(data).schema;
  const EntityType& type = *schema.find(static_cast<std::uint16_t>(asked->entity));
  return reading(data, at, err, [&](auto& reader) -> Result<void> {
    GUANXI_ASSIGN(const Expr filter, door::condition_in(schema, type, asked->terms, asked->terms_count));
    store::Aggregate request{.type = &type, .filter = &filter, .groups = {}, .sums = slots_of(type, asked->sums, asked->sums_count)};
    for (std::int64_t i = 0; i < asked->groupings_count; ++i)
      request.groups.push_back(slots_of(type, asked->groupings[i].fields, asked->groupings[i].count));
    return reader.aggregate(request, [&](const store::AggregateRow& row) {
      (void)gx_storage_groups_add(out, static_cast<std::int64_t>(row.group), reinterpret_cast<const gx_value*>(row.values.data()), row.count,
                                  row.sums.data());
    });
  });
}

gx_storage_vtable wrap(Inner* of) {
  gx_storage_vtable table;
  gx_options_init(&table, sizeof table);
  table.user_data = of;
  table.destroy = [](void* data) { delete static_cast<Inner*>(data); };
  table.flags = GX_STORAGE_CONCURRENT;
  table.begin = begin;
  table.commit = commit;
  table.rollback = rollback;
  table.put = put;
  table.get = get;
  table.scan = scan;
  table.append = append;
  table.changes = changes;
  table.save = save;
  table.load = load;
  table.savepoint = savepoint;
  table.release = release;
  table.rollback_to = rollback_to;
  table.open_view = open_view;
  table.close_view = close_view;
  table.probe = probe;
  table.count = count;
  return table;
}

Store open_wrapped(const std::string& path) {
  const store::SqliteOptions options{.path = path, .create = true, .durability = Durability::normal};
  store::ConnectionOptions reading;
  reading.path = path;
  reading.read_only = true;
  reading.cache_kib = options.reader_cache_kib;
  reading.mmap_bytes = options.mmap_bytes;
  auto* of = new Inner{need(store::open_sqlite(options)), {reading, options.idle_readers}};
  need(of->storage->prepare(of->schema));
  const gx_storage_vtable given = wrap(of);
  door::Table<gx_storage_vtable> table;
  need(door::take_storage(&given, table));
  const Administrator administrator{"Sample Admin", "admin"};
  return need(StoreAccess::over(door::make_storage(std::move(table)), &administrator, {}));
}

// A store with its session and the accounts in it.
struct Side {
  explicit Side(Store&& made) : store(std::move(made)), session(need(store.session("admin"))) {}

  void create(std::uint64_t from, std::uint64_t count) {
    for (std::uint64_t i = from; i < from + count; ++i) {
      auto row = sample_account(i);
      need(session.create(row, {.on_duplicate = OnDuplicate::allow}));
      ids.push_back(row.id());
    }
  }

  Store store;
  Session session;
  std::vector<Id> ids{};
};

}  // namespace

void host_storage(Table& table) {
  constexpr int rounds = 9, many_rounds = 61;  // short ones in turn: whatever else the machine does meets both
  constexpr std::uint64_t batch = 300, reads = 600, pages = 25;
  Folder folder;
  Side wrapped(open_wrapped(folder.file("wrapped.gx")));
  Side direct(need(Store::create(folder.file("direct.gx"), {"Sample Admin", "admin"}, {.durability = Durability::normal})));
  const auto create = [&](Side& side) { return [&](int round) { side.create(static_cast<std::uint64_t>(round) * batch, batch); }; };
  table.add("account created through a host's table of storage functions", compare(rounds, batch, create(wrapped), create(direct)), "the same storage, direct", "≤ 1.05");
  const auto get = [&](Side& side) {
    return [&](int) {
      for (std::uint64_t i = 0; i < reads; ++i) need(side.session.get(number_of(Account), side.ids[i * 7919 % side.ids.size()]));
    };
  };
  table.add("account read by id, the same way", compare(many_rounds, reads, get(wrapped), get(direct)), "the same storage, direct", "≤ 1.05");
  const auto page = [&](Side& side) {
    return [&](int) {
      const FindOptions options{.order = {descending(Account.updated_at)}, .limit = 50};
      for (std::uint64_t i = 0; i < pages; ++i) need(side.session.find(number_of(Account), Account.employees > 100, options));
    };
  };
  const auto counted = [&](Side& side) {
    return [&](int) {
      for (std::uint64_t i = 0; i < pages; ++i) need(side.session.count(number_of(Account), Account.employees > 100));
    };
  };
  table.add("count under a condition, the same way", compare(many_rounds, pages, counted(wrapped), counted(direct)), "the same storage, direct", "≤ 1.05");
  table.add("page of 50 under a condition, the same way", compare(many_rounds, pages, page(wrapped), page(direct)), "the same storage, direct", "≤ 1.05");
}

}  // namespace guanxi::bench
