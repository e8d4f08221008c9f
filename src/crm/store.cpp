#include "guanxi/store.h"

#include "base/check.h"
#include "base/os/entropy.h"
#include "base/os/output_file.h"
#include "crm/bootstrap.h"
#include "crm/dispatcher.h"
#include "crm/matching/indexes.h"
#include "crm/store_access.h"
#include "store/memory/memory_storage.h"
#include "store/sqlite/sqlite_storage.h"

namespace guanxi {
namespace {

constexpr Message file_exists{"store.exists", "{0} exists already: open it, or choose another name.", "{0} 已存在：请直接打开，或换一个文件名。"};
constexpr Message no_file{"store.no_file", "There is no store {0}: create it first, or check the path.", "找不到数据库 {0}：请先创建，或检查路径。"};
constexpr Message in_memory{"store.memory", "A store in memory cannot be opened, only created.", "内存数据库只能新建，不能打开。"};
constexpr Message no_user{"session.no_user", "There is no user \"{0}\": check the login, or create the user first.", "没有用户“{0}”：请核对登录名，或先创建用户。"};
constexpr Message inactive{"session.inactive", "The user \"{0}\" is not active: ask an administrator.", "用户“{0}”已停用：请联系管理员。"};

constexpr Message no_store_yet{"store.empty", "The storage holds no customers yet: give the name and login of an administrator to begin with.",
                               "该存储中还没有客户数据：请提供管理员的姓名和登录名以新建。"};

constexpr std::string_view memory_path = ":memory:";
constexpr std::int64_t idempotency_days = 30;

// What a command may ask the host while it runs; the host may count on its own thread then.
bool asks_the_host(const StoreOptions& options) { return options.clock || options.ids || options.log || options.principals || options.org_chart; }

Result<std::unique_ptr<store::Storage>> open_file(const std::string& path, const StoreOptions& options, bool create) {
  store::SqliteOptions sqlite;
  sqlite.path = path;
  sqlite.create = create;
  sqlite.durability = options.durability;
  sqlite.busy_timeout = options.busy_timeout;
  sqlite.own_threads = asks_the_host(options);
  return store::open_sqlite(sqlite);
}

// `path`: of the store's own file, if it has one.
Result<std::unique_ptr<Engine>> start(std::unique_ptr<store::Storage> storage, StoreOptions options, const std::string& path = {}) {
  auto engine = std::make_unique<Engine>(std::move(storage), std::move(options));
  if (!path.empty() && engine->options().save_indexes) engine->indexes().save_beside(os::full_path(path));
  GUANXI_CHECK(engine->start());
  return engine;
}

}  // namespace

std::string_view version() noexcept { return GUANXI_VERSION; }

Store::Store(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::create(const std::string& path, const Administrator& administrator, StoreOptions options) {
  std::unique_ptr<store::Storage> storage;
  if (path == memory_path) {
    GUANXI_ASSIGN(const std::uint64_t seed, os::random_seed());
    storage = store::open_memory(seed);
  } else {
    if (os::file_size(path).ok()) return Error(Code::misuse, file_exists, {path});
    GUANXI_ASSIGN(storage, open_file(path, options, true));
  }
  GUANXI_ASSIGN(auto engine, start(std::move(storage), std::move(options), path == memory_path ? std::string() : path));
  Store store(std::move(engine));
  GUANXI_CHECK(bootstrap(*store.engine_, administrator));
  return store;
}

Result<Store> Store::open(const std::string& path, StoreOptions options) {
  if (path == memory_path) return Error(Code::misuse, in_memory);
  if (!os::file_size(path).ok()) return Error(Code::not_found, no_file, {path});
  GUANXI_ASSIGN(auto storage, open_file(path, options, false));
  GUANXI_ASSIGN(auto engine, start(std::move(storage), std::move(options), path));
  return Store(std::move(engine));
}

// A storage that holds no change has never been a store.
Result<Store> StoreAccess::over(std::unique_ptr<store::Storage> storage, const Administrator* administrator, StoreOptions options) {
  GUANXI_ASSIGN(auto engine, start(std::move(storage), std::move(options)));
  Store store(std::move(engine));
  GUANXI_ASSIGN(const auto reader, store.engine_->storage().begin_read());
  GUANXI_ASSIGN(const std::int64_t last, reader->last_change());
  if (last == 0 && administrator == nullptr) return Error(Code::not_found, no_store_yet);
  if (last == 0) GUANXI_CHECK(bootstrap(*store.engine_, *administrator));
  return store;
}

Result<Store> Store::lend(const LentConnection& lent, const Administrator* administrator, StoreOptions options) {
  GUANXI_ASSIGN(auto storage, store::open_lent({lent.connection, lent.library, administrator != nullptr}));
  return StoreAccess::over(std::move(storage), administrator, std::move(options));
}

Result<void> Store::outcome(bool committed) {
  return engine_->settle(committed, [&](const std::vector<store::Change>& changes) { publish(*engine_, changes); });
}

Result<void> Store::reload() { return engine_->reload(); }

Result<Session> Store::session(std::string_view login, Language language) {
  const Snapshot snapshot = engine_->snapshot();
  if (const Id known = snapshot.policy->user_with_login(std::string(login)); !known.empty()) return session(known, language);
  GUANXI_ASSIGN(auto reader, engine_->storage().begin_read());
  const Expr condition = User.login == Text(login) && is_null(User.archived_at);
  Id user;
  store::Scan scan;
  scan.type = &snapshot.schema->of(User);
  scan.filter = &condition;
  scan.limit = 1;
  GUANXI_CHECK(reader->scan(scan, [&](AnyRecord& row) {
    user = row.id();
    return false;
  }));
  if (user.empty()) return Error(Code::denied, no_user, {std::string(login)});
  return session(user, language);
}

Result<Session> Store::session(const Id& user, Language language) {
  GUANXI_ASSIGN(auto reader, engine_->storage().begin_read());
  GUANXI_ASSIGN(const Snapshot snapshot, engine_->current(*reader));
  const auto* entry = snapshot.policy->user(user);
  if (entry == nullptr) return Error(Code::denied, no_user, {user.text()});
  if (!entry->active) return Error(Code::denied, inactive, {user.text()});
  auto state = std::make_unique<SessionState>();
  state->engine = engine_.get();
  state->principal.user = user;
  state->language = language;
  return SessionAccess::make(std::move(state));
}

Session Store::system_session(std::string_view reason, Language language) {
  auto state = std::make_unique<SessionState>();
  state->engine = engine_.get();
  state->principal.system = true;
  state->language = language;
  state->system_reason = reason;
  return SessionAccess::make(std::move(state));
}

std::shared_ptr<const Schema> Store::schema() const { return engine_->snapshot().schema; }

Result<StoreInfo> Store::info() const {
  GUANXI_ASSIGN(const store::Info info, engine_->storage().info());
  GUANXI_ASSIGN(const auto reader, engine_->storage().begin_read());
  StoreInfo out{info.backend, info.engine_version, info.path, std::string(version()), info.schema_version, info.bytes, info.log_bytes, 0};
  GUANXI_ASSIGN(out.last_change, reader->last_change());
  return out;
}

Result<void> Store::backup(const std::string& path, const Progress& progress) const { return engine_->storage().backup(path, progress); }

Result<std::vector<std::string>> Store::integrity(const Progress& progress) const {
  std::vector<std::string> findings;
  GUANXI_CHECK(engine_->storage().integrity(progress, [&](std::string_view finding) { findings.emplace_back(finding); }));
  return findings;
}

Result<void> Store::tick() {
  const Instant before{engine_->now().us - idempotency_days * 86'400'000'000};
  GUANXI_CHECK(engine_->storage().write([&](store::Writer& writer) { return writer.forget(before); }, [] {}));
  engine_->save_indexes(false);
  return {};
}

}  // namespace guanxi
