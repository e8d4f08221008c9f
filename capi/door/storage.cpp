// The storage over a host's table, and what such a table lacks.
#include <algorithm>

#include "base/json_text.h"
#include "capi/door/opening.h"
#include "capi/door/storage_access.h"
#include "crm/store_access.h"
#include "store/fallback/check.h"
#include "store/write_queue.h"

namespace guanxi::door {
namespace {

constexpr Message no_function{"storage.no_function", "The storage lacks its function {0}: set it. {1}", "存储缺少函数 {0}：请设置。{1}"};
constexpr Message half_group{"storage.half_group", "The storage sets only some of the functions {0}: set all of them, or none.", "存储只设置了 {0} 中的一部分：请全部设置，或全部不设置。"};
constexpr Message inside{"storage.reentered", "The storage was used from within its own function {0}: its functions may not call the store, unless it is GX_STORAGE_CONCURRENT.",
                         "在存储自身的函数 {0} 内又使用了该存储：除非声明 GX_STORAGE_CONCURRENT，否则存储函数中不能调用程序库。"};
constexpr Message no_copy{"storage.no_backup", "This storage has no backup to {0} (its function backup is NULL): use the host's own.", "该存储不支持备份到 {0}（backup 为 NULL）：请使用宿主自身的备份。"};

constexpr std::size_t group_limit = 64;  // writers whose changes are committed together

struct Part {
  const char* name;
  bool (*present)(const gx_storage_vtable& table);
  bool needed;
  const char* english;
  const char* chinese;
};

#define GX_PART(function) #function, [](const gx_storage_vtable& table) { return table.function != nullptr; }

// What follows where a function is missing, in the order of the table.
constexpr Part parts[] = {
    {GX_PART(begin), true, "Nothing can be written.", "无法写入。"},
    {GX_PART(commit), true, "Nothing can be written.", "无法写入。"},
    {GX_PART(rollback), true, "Nothing can be written.", "无法写入。"},
    {GX_PART(put), true, "No row can be kept.", "无法保存记录。"},
    {GX_PART(get), true, "No row can be read.", "无法读取记录。"},
    {GX_PART(scan), true, "No row can be found.", "无法查找记录。"},
    {GX_PART(append), true, "No change can be recorded.", "无法记录变更。"},
    {GX_PART(changes), true, "There is no history.", "没有历史记录。"},
    {GX_PART(save), true, "No setting can be kept.", "无法保存设置。"},
    {GX_PART(load), true, "No setting can be read.", "无法读取设置。"},
    {GX_PART(savepoint), false, "Every command is committed by itself; a command that fails halfway within a transaction undoes all of the transaction.",
     "每条命令单独提交；事务中某条命令中途失败时，整个事务将被撤销。"},
    {GX_PART(open_view), false, "A reader sees what is committed at each call, not one state.", "读取时看到的是每次调用时已提交的内容，而不是同一时刻的状态。"},
    {GX_PART(probe), false, "Every check for duplicates reads all rows.", "每次查重都要读取全部记录。"},
    {GX_PART(keys), false, "The check of integrity finds missing keys, but none that are too many.", "完整性检查只能发现缺少的键，不能发现多余的键。"},
    {GX_PART(search), false, "Every search reads all rows of its entity.", "每次搜索都要读取该对象的全部记录。"},
    {GX_PART(count), false, "Every count and statistic reads all rows of its entity.", "每次计数和统计都要读取该对象的全部记录。"},
    {GX_PART(prepare), false, "The storage is not told of fields: it must keep values by their place, and only for as long as the process lives.",
     "存储不会得知字段信息：只能按位置保存值，且仅在进程存续期间有效。"},
    {GX_PART(info), false, "The size of the store is given as 0.", "存储大小显示为 0。"},
    {GX_PART(version), false, "No other process may change what is stored.", "其他进程不得修改所存数据。"},
    {GX_PART(backup), false, "There is no backup by the library.", "程序库不提供备份。"},
    {GX_PART(bulk), false, "The storage is not told of large imports.", "存储不会得知大批量导入。"},
};

#undef GX_PART

// Functions that make sense only together.
bool whole(std::initializer_list<bool> present) {
  return std::all_of(present.begin(), present.end(), [](bool p) { return p; }) || std::none_of(present.begin(), present.end(), [](bool p) { return p; });
}

Result<void> check_table(const gx_storage_vtable& table) {
  for (const Part& part : parts)
    if (part.needed && !part.present(table)) return Error(Code::misuse, no_function, {part.name, in_both(part.chinese, part.english)});
  if (!whole({table.savepoint != nullptr, table.release != nullptr, table.rollback_to != nullptr}))
    return Error(Code::misuse, half_group, {"savepoint, release, rollback_to"});
  if (!whole({table.open_view != nullptr, table.close_view != nullptr})) return Error(Code::misuse, half_group, {"open_view, close_view"});
  return {};
}

// The open transaction of a group, as the queue drives it.
class Target final : public store::WriteTarget {
 public:
  explicit Target(const Backend& backend) noexcept : writer_(backend) {}

  HostWriter& writer() noexcept { return writer_; }
  Result<void> begin() override { return writer_.begin(); }
  Result<void> mark() override {
    GUANXI_ASSIGN(mark_, writer_.savepoint());
    return {};
  }
  Result<void> keep() override { return writer_.release(mark_); }
  Result<void> undo() override {
    GUANXI_CHECK(writer_.rollback_to(mark_));
    return keep();
  }
  Result<void> commit() override { return writer_.commit(); }
  void rollback() noexcept override { writer_.rollback(); }
  Result<void> intact() override { return {}; }

 private:
  HostWriter writer_;
  int mark_ = 0;
};

// Gives the writers' turn back when it goes, unless it is kept.
class TurnHolder {
 public:
  explicit TurnHolder(store::WriteQueue& queue) noexcept : queue_(&queue) {}
  TurnHolder(const TurnHolder&) = delete;
  TurnHolder& operator=(const TurnHolder&) = delete;
  ~TurnHolder() {
    if (queue_ != nullptr) queue_->release();
  }
  void keep() noexcept { queue_ = nullptr; }

 private:
  store::WriteQueue* queue_;
};

class HostTransaction final : public store::WriteTransaction {
 public:
  HostTransaction(const Backend& backend, store::WriteQueue& queue) noexcept : queue_(queue), writer_(backend) {}
  ~HostTransaction() override { rollback(); }

  Result<void> begin() { return writer_.begin(); }
  store::Writer& writer() override { return writer_; }
  Result<void> commit() override {
    if (!writer_.open()) return writer_.check_open();
    const TurnHolder turn(queue_);
    return writer_.commit();
  }
  void rollback() noexcept override {
    if (!writer_.open()) return;
    writer_.rollback();
    queue_.release();
  }

 private:
  store::WriteQueue& queue_;
  HostWriter writer_;
};

// All entities with their fields, as the host is told of them.
struct Told {
  explicit Told(const Schema& schema) {
    fields.reserve(schema.entities().size());
    for (const auto& type : schema.entities()) {
      std::vector<gx_storage_field>& own = fields.emplace_back();
      for (const AnyField* field : type->fields())
        own.push_back({field->number, static_cast<std::uint16_t>(field->type), static_cast<std::uint16_t>(field->has(indexed) ? 1 : 0), str(field->name)});
      entities.push_back({sizeof(gx_storage_entity), type->number(), str(type->name()), static_cast<std::int64_t>(own.size()), own.data()});
    }
  }
  std::vector<std::vector<gx_storage_field>> fields;
  std::vector<gx_storage_entity> entities;
};

class HostStorage final : public store::Storage {
 public:
  explicit HostStorage(Table<gx_storage_vtable> table)
      : backend_(std::move(table)), target_(backend_), queue_(target_, backend_.calls().savepoint == nullptr ? 1 : group_limit, store::WriteQueue::Threads::each_its_own) {}

  store::Capabilities capabilities() const noexcept override {
    return {.snapshot_reads = backend_.calls().open_view != nullptr, .filters = true, .aggregates = true, .searches = true,
            .backups = backend_.calls().backup != nullptr, .shared = backend_.calls().version != nullptr};
  }

  Result<store::Info> info() override {
    store::Info out;
    const gx_str& name = backend_.calls().name;
    GUANXI_ASSIGN(const std::string_view said, text_in(name));
    out.backend = said.empty() ? "host" : said;
    if (backend_.calls().info == nullptr) return out;
    gx_storage_info info{};
    info.struct_size = sizeof info;
    GUANXI_CHECK(backend_.ask("storage.info", [&](gx_error** err) { return backend_.calls().info(backend_.user(), &info, err); }));
    out.bytes = info.bytes;
    out.log_bytes = info.log_bytes;
    return out;
  }

  Result<void> prepare(std::shared_ptr<const Schema> schema) override {
    store::Turn turn(queue_);
    GUANXI_CHECK(turn.take());
    if (backend_.calls().prepare != nullptr) {
      const Told told(*schema);
      GUANXI_CHECK(backend_.ask("storage.prepare", [&](gx_error** err) {
        return backend_.calls().prepare(backend_.user(), told.entities.data(), static_cast<std::int64_t>(told.entities.size()), err);
      }));
    }
    backend_.set_schema(std::move(schema));
    return {};
  }

  Result<void> write(FunctionRef<Result<void>(store::Writer&)> work, FunctionRef<void()> committed, store::Runs runs) override {
    return queue_.run([&] { return work(target_.writer()); }, committed, runs);
  }

  Result<std::unique_ptr<store::WriteTransaction>> begin_write() override {
    auto transaction = std::make_unique<HostTransaction>(backend_, queue_);
    GUANXI_CHECK(queue_.acquire());
    TurnHolder turn(queue_);
    GUANXI_CHECK(transaction->begin());
    turn.keep();
    return std::unique_ptr<store::WriteTransaction>(std::move(transaction));
  }

  Result<std::unique_ptr<store::Reader>> begin_read() override {
    auto reader = std::make_unique<HostReader>(backend_);
    GUANXI_CHECK(reader->open());
    return std::unique_ptr<store::Reader>(std::move(reader));
  }

  Result<std::int64_t> foreign_commits() override {
    std::int64_t version = 0;
    if (backend_.calls().version == nullptr) return version;
    GUANXI_CHECK(backend_.ask("storage.version", [&](gx_error** err) { return backend_.calls().version(backend_.user(), &version, err); }));
    return version;
  }

  Result<void> bulk_begin() override { return bulk(1); }
  Result<void> bulk_end(const Progress&) override { return bulk(0); }

  Result<void> backup(const std::string& path, const Progress& progress) override {
    if (backend_.calls().backup == nullptr) return Error(Code::unsupported, no_copy, {path});
    const auto forward = [](void* data, std::int64_t done, std::int64_t total) noexcept -> std::int32_t {
      const auto& ask = *static_cast<const Progress*>(data);
      try {
        return !ask || ask(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(total)) ? 1 : 0;
      } catch (...) {
        return 0;
      }
    };
    void* data = const_cast<Progress*>(&progress);
    return backend_.ask("storage.backup", [&](gx_error** err) {
      return backend_.calls().backup(backend_.user(), path.data(), static_cast<std::int64_t>(path.size()), forward, data, err);
    });
  }

  Result<void> integrity(const Progress& progress, FunctionRef<void(std::string_view)> report) override {
    const std::shared_ptr<const Schema> schema = backend_.schema();
    HostReader reader(backend_);
    GUANXI_CHECK(reader.open());
    store::fallback::Check check(reader, *schema, progress, report);
    GUANXI_CHECK(tell_keys(reader, check));
    for (const auto& type : schema->entities()) GUANXI_CHECK(check_rows(reader, *type, check));
    check.finish();
    return {};
  }

 private:
  Result<void> bulk(std::int32_t begins) {
    if (backend_.calls().bulk == nullptr) return {};
    return backend_.ask("storage.bulk", [&](gx_error** err) { return backend_.calls().bulk(backend_.user(), begins, err); });
  }

  Result<void> tell_keys(HostReader& reader, store::fallback::Check& check) {
    if (backend_.calls().keys == nullptr) return {};
    check.keys_known();
    return reader.keys([&](std::int64_t, const Key& key, std::uint16_t entity, std::int64_t rid) {
      check.key(key, entity, rid);
      return true;
    });
  }

  // The rows are gathered first: looking at one asks the storage again.
  Result<void> check_rows(HostReader& reader, const EntityType& type, store::fallback::Check& check) {
    std::vector<std::pair<AnyRecord, std::optional<std::string>>> rows;
    GUANXI_CHECK(reader.each(type, [&](AnyRecord& row, const std::optional<std::string_view>& text) {
      rows.emplace_back(std::move(row), text ? std::optional<std::string>(*text) : std::nullopt);
      return true;
    }));
    for (const auto& [row, text] : rows) {
      GUANXI_ASSIGN(const bool go_on, check.row(type, row, text));
      if (!go_on) return store::fallback::check_stopped();
    }
    return {};
  }

  Backend backend_;
  Target target_;
  store::WriteQueue queue_;
};

std::string lacks_json(const gx_storage_vtable& table, Language language) {
  JsonText json;
  json.open('[');
  for (const Part& part : parts) {
    if (part.present(table)) continue;
    json.open('{').text("function", part.name).flag("needed", part.needed)
        .text("follows", language == Language::chinese ? part.chinese : part.english).close('}');
  }
  return json.close(']').take();
}

}  // namespace

Error Backend::reentered(const char* what) { return Error(Code::misuse, inside, {what}); }

Result<void> take_storage(const gx_storage_vtable* given, Table<gx_storage_vtable>& into) {
  GUANXI_CHECK(check_place(given, "storage"));
  GUANXI_ASSIGN(const gx_storage_vtable copy, copy_struct(given, "gx_storage_vtable", offsetof(gx_storage_vtable, begin)));
  into.take(copy);
  return check_table(copy);
}

std::unique_ptr<store::Storage> make_storage(Table<gx_storage_vtable> table) { return std::make_unique<HostStorage>(std::move(table)); }

}  // namespace guanxi::door

using namespace guanxi;
using door::Status;

int32_t gx_store_open_storage(const gx_storage_vtable* storage, const gx_store_options* options, gx_store** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  door::Table<gx_storage_vtable> table;
  const std::int32_t code = door::enter(err, Language::english, [&]() -> Status {
    GUANXI_CHECK(door::take_storage(storage, table));
    return GX_OK;
  });
  if (code < 0) return code;
  return door::open_store(options, out, err, [&](const door::Opening& opening, StoreOptions&& more) -> Result<Store> {
    const bool may_create = !opening.administrator.login.empty();
    return StoreAccess::over(door::make_storage(std::move(table)), may_create ? &opening.administrator : nullptr, std::move(more));
  });
}

int32_t gx_storage_lacks(const gx_storage_vtable* storage, int32_t language, gx_text** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return door::enter(err, Language::english, [&]() -> Status {
    GUANXI_CHECK(door::check_place(out, "out"));
    GUANXI_CHECK(door::check_place(storage, "storage"));
    GUANXI_ASSIGN(const Language in, door::language_in(language));
    GUANXI_ASSIGN(const gx_storage_vtable table, door::copy_struct(storage, "gx_storage_vtable", offsetof(gx_storage_vtable, begin)));
    *out = door::make_text(nullptr, door::lacks_json(table, in));
    return GX_OK;
  });
}
