// From what people type to records and fields, and back from ids to names.
#pragma once

#include <string>
#include <unordered_map>

#include "context.h"

namespace cli {

// By name or by label in either language: "account", "Account", "客户".
const EntityType& entity_named(const Context& c, const Schema& schema, std::string_view text);
const AnyField& field_named(const Context& c, const EntityType& type, std::string_view text);

// The one record that `text` means: an id, a login, number, code or name, or words that find it alone.
AnyRecord record_named(const Context& c, Session& session, const EntityType& type, std::string_view text);

// "Account", "客户".
std::string label_of_entity(const Context& c, const EntityType& type);

// What people call a record: its name, subject, title, number.
std::string title_of(const EntityType& type, const AnyRecord& record);

// The same among archived records, by exact name.
Id archived_one(const Context& c, Session& session, const EntityType& type, std::string_view name);

// Names of records that others point to, each read once.
class Names {
 public:
  explicit Names(Session& session) : session_(session) {}
  std::string of(std::uint16_t entity, const Id& id);

 private:
  Session& session_;
  std::unordered_map<Id, std::string, IdHash> known_;
};

}  // namespace cli
