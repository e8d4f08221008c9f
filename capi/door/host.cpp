#include "capi/door/host.h"

#include <new>

#include "base/check.h"
#include "capi/door/door.h"

struct gx_principal_list {
  std::vector<guanxi::HostUser> users;
};
struct gx_department_list {
  std::vector<guanxi::HostDepartment> departments;
};
struct gx_fact_list {
  std::vector<guanxi::Fact> facts;
};

namespace guanxi::door {
namespace {

constexpr Message no_callback{"door.no_callback", "{0} lacks its function {1}: set it.", "{0} 缺少函数 {1}：请设置。"};
constexpr Message too_many_facts{"door.too_many_facts", "{0} sources of facts are too many: give at most 16.", "{0} 个外部信息来源过多：最多 16 个。"};
constexpr Message bad_durability{"door.bad_durability", "There is no durability {0}: use GX_DURABLE_FULL or GX_DURABLE_NORMAL.",
                                 "没有持久级别 {0}：请使用 GX_DURABLE_FULL 或 GX_DURABLE_NORMAL。"};
constexpr Message no_list{"door.no_list", "No list was passed: pass on the one that the callback was given.", "没有传入列表：请传入回调收到的列表。"};

// All tables begin alike.
struct Head {
  std::uint32_t struct_size;
  void* user_data;
  void (*destroy)(void*);
};
constexpr std::size_t least = sizeof(Head);

template <class T>
Result<void> take(const T* given, const char* name, Table<T>& into) {
  GUANXI_ASSIGN(const T copy, copy_struct(given, name, least));
  into.take(copy);
  return {};
}

template <class T, class F>
Result<void> need(const T* given, F function, const char* name, const char* function_name) {
  if (given == nullptr || function != nullptr) return {};
  return Error(Code::misuse, no_callback, {name, function_name});
}

void set_clock(const Host& host, StoreOptions& options) {
  if (host.clock->now == nullptr) return;
  options.clock = [&host] {
    std::int64_t us = 0;
    auto asked = ask_host("clock", [&](gx_error** err) { return host.clock->now(host.clock->user_data, &us, err); });
    if (!asked) throw HostFailure{std::move(asked).error()};
    return Instant{us};
  };
}

void set_ids(const Host& host, StoreOptions& options) {
  if (host.ids->next == nullptr) return;
  options.ids = [&host](Instant now) {
    Id id;
    auto asked = ask_host("ids", [&](gx_error** err) { return host.ids->next(host.ids->user_data, now.us, id.bytes.data(), err); });
    if (!asked) throw HostFailure{std::move(asked).error()};
    return id;
  };
}

void set_log(const Host& host, StoreOptions& options) {
  if (host.log->write == nullptr) return;
  options.log = [&host](LogLevel level, std::string_view text) {
    host.log->write(host.log->user_data, static_cast<std::int32_t>(level), text.data(), static_cast<std::int64_t>(text.size()));
  };
}

void set_principals(const Host& host, StoreOptions& options) {
  if (host.principals->list != nullptr)
    options.principals = [&host]() -> Result<std::vector<HostUser>> {
      gx_principal_list list;
      GUANXI_CHECK(ask_host("list of principals", [&](gx_error** err) { return host.principals->list(host.principals->user_data, &list, err); }));
      return std::move(list.users);
    };
  if (host.org_chart->list != nullptr)
    options.org_chart = [&host]() -> Result<std::vector<HostDepartment>> {
      gx_department_list list;
      GUANXI_CHECK(ask_host("org chart", [&](gx_error** err) { return host.org_chart->list(host.org_chart->user_data, &list, err); }));
      return std::move(list.departments);
    };
}

void set_events(const Host& host, StoreOptions& options) {
  if (host.events->committed == nullptr) return;
  options.events = [&host](const Event& from) {
    gx_event event{};
    event.struct_size = sizeof event;
    event.seq = from.seq;
    event.change_set = from.change_set;
    event.entity = from.entity_number;
    event.command = str(from.command);
    std::memcpy(event.record, from.record.bytes.data(), 16);
    host.events->committed(host.events->user_data, &event);
  };
}

Result<void> set_facts(const Host& host, StoreOptions& options) {
  for (std::size_t i = 0; i < host.facts_count; ++i) {
    const Table<gx_facts>& table = host.facts[i];
    GUANXI_ASSIGN(const std::string_view source, text_in(table->source));
    options.facts.push_back({std::string(source), [&table](const Id& account) -> Result<std::vector<Fact>> {
                               gx_fact_list list;
                               GUANXI_CHECK(ask_host("facts", [&](gx_error** err) {
                                 return table->ask(table->user_data, account.bytes.data(), &list, err);
                               }));
                               return std::move(list.facts);
                             }});
  }
  return {};
}

Result<void> take_facts(const gx_store_options& options, Host& host) {
  if (options.facts_count < 0 || options.facts_count > static_cast<std::int64_t>(Host::most_facts) ||
      (options.facts_count > 0 && options.facts == nullptr))
    return Error(Code::limit, too_many_facts, {std::to_string(options.facts_count)});
  Result<void> outcome;
  for (std::int64_t i = 0; i < options.facts_count; ++i) {
    Table<gx_facts>& into = host.facts[host.facts_count];
    Result<void> taken = take(options.facts[i], "gx_facts", into);
    if (taken && into->ask != nullptr)
      ++host.facts_count;
    else if (outcome)
      outcome = taken ? Result<void>(Error(Code::misuse, no_callback, {"gx_facts", "ask"})) : std::move(taken);
  }
  return outcome;
}

}  // namespace

void* Host::allocate(std::size_t size) const {
  if (allocator->allocate == nullptr) return ::operator new(size);
  void* block = nullptr;
  try {
    block = allocator->allocate(allocator->user_data, static_cast<std::int64_t>(size));
  } catch (...) {
    throw std::bad_alloc();
  }
  if (block == nullptr) throw std::bad_alloc();
  return block;
}

void Host::release(void* block, std::size_t size) const noexcept {
  if (allocator->release == nullptr) return ::operator delete(block);
  try {
    allocator->release(allocator->user_data, block, static_cast<std::int64_t>(size));
  } catch (...) {  // the block is the host's now
  }
}

// Every table is taken before the first fault is returned: what was taken ends once, whatever happens then.
Result<void> take_tables(const gx_store_options& options, Host& host) {
  Result<void> taken[] = {take(options.allocator, "gx_allocator", host.allocator),
                          take(options.clock, "gx_clock", host.clock),
                          take(options.ids, "gx_ids", host.ids),
                          take(options.log, "gx_log", host.log),
                          take(options.principals, "gx_principals", host.principals),
                          take(options.org_chart, "gx_org_chart", host.org_chart),
                          take(options.events, "gx_events", host.events),
                          take_facts(options, host)};
  for (Result<void>& one : taken) GUANXI_CHECK(std::move(one));
  GUANXI_CHECK(need(options.allocator, host.allocator->allocate, "gx_allocator", "allocate"));
  GUANXI_CHECK(need(options.allocator, host.allocator->release, "gx_allocator", "release"));
  GUANXI_CHECK(need(options.clock, host.clock->now, "gx_clock", "now"));
  GUANXI_CHECK(need(options.ids, host.ids->next, "gx_ids", "next"));
  GUANXI_CHECK(need(options.log, host.log->write, "gx_log", "write"));
  GUANXI_CHECK(need(options.principals, host.principals->list, "gx_principals", "list"));
  GUANXI_CHECK(need(options.org_chart, host.org_chart->list, "gx_org_chart", "list"));
  return need(options.events, host.events->committed, "gx_events", "committed");
}

Result<StoreOptions> store_options(const gx_store_options& from, const Host& host) {
  StoreOptions options;
  if (from.durability != GX_DURABLE_FULL && from.durability != GX_DURABLE_NORMAL)
    return Error(Code::misuse, bad_durability, {std::to_string(from.durability)});
  options.durability = from.durability == GX_DURABLE_FULL ? Durability::full : Durability::normal;
  if (from.busy_timeout_ms != 0) options.busy_timeout = std::chrono::milliseconds(std::max(from.busy_timeout_ms, 0));
  options.log_reads = from.log_reads != 0;
  options.save_indexes = from.save_indexes >= 0;
  if (from.claim_limit > 0) options.default_claim_limit = from.claim_limit;
  set_clock(host, options);
  set_ids(host, options);
  set_log(host, options);
  set_principals(host, options);
  set_events(host, options);
  GUANXI_CHECK(set_facts(host, options));
  return options;
}

namespace {

Result<void> add_principal(gx_principal_list* list, const gx_principal* given) {
  if (list == nullptr || given == nullptr) return Error(Code::misuse, no_list);
  GUANXI_ASSIGN(const gx_principal from, copy_struct(given, "gx_principal", offsetof(gx_principal, roles)));
  GUANXI_ASSIGN(const std::string_view login, text_in(from.login));
  GUANXI_ASSIGN(const std::string_view name, text_in(from.name));
  GUANXI_ASSIGN(std::string_view roles, text_in(from.roles));
  HostUser user{Id::from_bytes(from.id), std::string(login), std::string(name), Id::from_bytes(from.department), from.level,
                from.blocked == 0, from.administrator != 0, {}};
  while (!roles.empty()) {
    const std::size_t comma = roles.find(',');
    if (comma != 0) user.roles.emplace_back(roles.substr(0, comma));
    roles.remove_prefix(comma == std::string_view::npos ? roles.size() : comma + 1);
  }
  list->users.push_back(std::move(user));
  return {};
}

Result<void> add_fact(gx_fact_list* list, const gx_str* name, const gx_str* label, const gx_str* value, std::int64_t as_of) {
  if (list == nullptr || name == nullptr || label == nullptr || value == nullptr) return Error(Code::misuse, no_list);
  GUANXI_ASSIGN(const std::string_view key, text_in(*name));
  GUANXI_ASSIGN(const std::string_view said, text_in(*label));
  GUANXI_ASSIGN(const std::string_view shown, text_in(*value));
  list->facts.push_back({{}, std::string(key), std::string(said), std::string(shown), Instant{as_of}});
  return {};
}

}  // namespace
}  // namespace guanxi::door

using namespace guanxi;
using door::enter;
using door::Status;

int32_t gx_principal_add(gx_principal_list* list, const gx_principal* principal, gx_error** err) {
  return enter(err, Language::english, [&]() -> Status {
    GUANXI_CHECK(door::add_principal(list, principal));
    return GX_OK;
  });
}

int32_t gx_department_add(gx_department_list* list, const uint8_t* id16, const uint8_t* parent16, gx_error** err) {
  return enter(err, Language::english, [&]() -> Status {
    if (list == nullptr || id16 == nullptr) return Error(Code::misuse, door::no_list);
    list->departments.push_back({Id::from_bytes(id16), parent16 == nullptr ? Id{} : Id::from_bytes(parent16)});
    return GX_OK;
  });
}

int32_t gx_fact_add(gx_fact_list* list, const gx_str* name, const gx_str* label, const gx_str* value, int64_t as_of_us, gx_error** err) {
  return enter(err, Language::english, [&]() -> Status {
    GUANXI_CHECK(door::add_fact(list, name, label, value, as_of_us));
    return GX_OK;
  });
}
