// Values on the way out: for people and as JSON.
#include <nlohmann/json.hpp>

#include "format.h"
#include "sentences.h"
#include "values.h"

namespace cli {

namespace {

std::string label(const Context& c, const Schema& schema, const AnyField& field, std::string_view code) {
  const auto* list = schema.picklist(field.picklist);
  const auto* entry = list != nullptr ? list->find(code) : nullptr;
  return std::string(entry != nullptr ? entry->label(c.language) : code);
}

std::vector<std::string> codes(std::string_view set) {
  std::vector<std::string> out;
  for (std::size_t from = 1; from < set.size();) {
    const auto end = std::min(set.find('|', from), set.size());
    out.emplace_back(set.substr(from, end - from));
    from = end + 1;
  }
  return out;
}

}  // namespace

std::string shown(const Context& c, const Schema& schema, Names& names, const AnyField& field, const Value& value) {
  if (value.state == State::masked) return "•••";
  if (!value.is_set()) return {};
  switch (field.type) {
    case Type::boolean: return std::string(c.pick(value.integer != 0 ? say::yes : say::no));
    case Type::integer: return grouped(value.integer);
    case Type::money: return amount(Codec<Money>::unpack(value));
    case Type::instant: return local_time(Codec<Instant>::unpack(value));
    case Type::picklist: return label(c, schema, field, value.view());
    case Type::id: return field.target != 0 ? names.of(field.target, Codec<Id>::unpack(value)) : text_of(value);
    case Type::set: {
      std::string out;
      for (const auto& code : codes(value.view())) out.append(out.empty() ? "" : c.chinese() ? "、" : ", ").append(label(c, schema, field, code));
      return out;
    }
    default: return text_of(value);
  }
}

nlohmann::ordered_json json_of(const AnyField& field, const Value& value) {
  if (!value.is_set()) return nullptr;
  if (field.type == Type::boolean) return value.integer != 0;
  if (field.type == Type::integer) return value.integer;
  if (field.type == Type::set) return codes(value.view());
  return text_of(value);
}

nlohmann::ordered_json json_of(const Schema& schema, const AnyRecord& record) {
  nlohmann::ordered_json out;
  const auto* type = schema.find(record.entity());
  if (type == nullptr) return out;
  out["entity"] = std::string(type->name());
  for (const auto* field : type->fields())
    if (record.get(*field).is_set()) out[std::string(field->name)] = json_of(*field, record.get(*field));
  return out;
}

nlohmann::ordered_json json_of(const std::vector<Money>& sums) {
  auto out = nlohmann::ordered_json::array();
  for (const auto& sum : sums) out.push_back(sum.text());
  return out;
}

nlohmann::ordered_json json_of(const Id& id) {
  if (id.empty()) return nullptr;
  return id.text();
}

}  // namespace cli
