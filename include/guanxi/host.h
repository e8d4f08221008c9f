// What a host may bring along: its clock, its facts about customers, and an ear for events.
//
// Every callback is called on the thread of the caller whose command or query it belongs to. The library keeps no
// pointer past the call except the callables themselves, which live until the store closes.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "guanxi/error.h"
#include "guanxi/value.h"

namespace guanxi {

// The time in µs UTC; called often. The system's clock when empty.
using Clock = std::function<Instant()>;

// Makes the ids of new records; the library's own UUIDs of version 7 when empty. Called by several threads at once.
using IdMaker = std::function<Id(Instant now)>;

// What the library would otherwise keep to itself: a sink that failed, a store that had to be mended.
enum class LogLevel : std::uint8_t { fault, warning, notice };
using Log = std::function<void(LogLevel, std::string_view)>;

// A user of the host, who need not be a row of the store. `roles` are codes of roles in the store.
struct HostUser {
  Id id;
  std::string login;
  std::string name;
  Id department{};
  std::int64_t level = 0;
  bool active = true;
  bool administrator = false;
  std::vector<std::string> roles{};
};
// Asked when the store opens and after Store::reload(); what it says of a user goes before the store's own row.
using Principals = std::function<Result<std::vector<HostUser>>()>;

// A department of the host and the one above it (empty: none).
struct HostDepartment {
  Id id;
  Id parent{};
};
using OrgChart = std::function<Result<std::vector<HostDepartment>>()>;

// One fact about a customer from another system: an open invoice, a credit score.
struct Fact {
  std::string source;  // "finance"
  std::string name;    // "open_invoices"
  std::string label;   // for people
  std::string value;   // for people
  Instant as_of{};
};

// Asked while a customer card is put together. An error is shown on the card in place of the facts; it does not spoil the card.
struct FactProvider {
  std::string source;
  std::function<Result<std::vector<Fact>>(const Id& account)> facts;
};

// A hint that something was committed. The truth is the change log: changes_since() never misses one.
struct Event {
  std::int64_t seq;
  std::int64_t change_set;
  std::string_view command;
  std::string_view entity;
  Id record;
  std::uint16_t entity_number = 0;
};
using EventSink = std::function<void(const Event&)>;

// Called now and then on long work: done and total in the work's own unit; total 0: unknown. False asks to stop, which
// ends the work with Code::cancelled where it stands.
using Progress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

}  // namespace guanxi
