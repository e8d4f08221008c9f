// Values as people type them, as they are shown, and as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>

#include "names.h"

namespace cli {

// A value together with its bytes.
struct Typed {
  Value value{};
  std::string bytes;

  Value borrowed() const noexcept { return value.is_set() && value.has_bytes() ? Value::of_bytes(value.type, bytes.data(), bytes.size()) : value; }
};

// The value of `text` for the field. Empty text is null. References are looked up by name.
Typed typed(const Context& c, Session& session, const AnyField& field, std::string_view text);

// "tier=A": the field's name and the text.
std::pair<std::string, std::string> assignment(const Context& c, std::string_view text);
// A record with the fields that the assignments name.
AnyRecord record_of(const Context& c, Session& session, const EntityType& type, const std::vector<std::string>& assignments);

// For people, on one line; empty where nothing is set.
std::string shown(const Context& c, const Schema& schema, Names& names, const AnyField& field, const Value& value);

nlohmann::ordered_json json_of(const AnyField& field, const Value& value);
nlohmann::ordered_json json_of(const Schema& schema, const AnyRecord& record);
nlohmann::ordered_json json_of(const std::vector<Money>& sums);
// An id, or null.
nlohmann::ordered_json json_of(const Id& id);

}  // namespace cli
