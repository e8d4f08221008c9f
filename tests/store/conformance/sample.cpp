#include "sample.h"

#include <doctest/doctest.h>

#include <limits>

#include "model/schema_builder.h"

namespace guanxi::store {
namespace {

constexpr std::string_view texts[] = {"",     "a",    "A",     "ab",   "a%",   "a_b",      "50% off", "it's", "\"quoted\"",
                                      "上海", "上海市", "恒瑞", "恒瑞医药", "back\\slash", "\xc3\xa9t\xc3\xa9", "\xf0\x9f\x98\x80", "z"};
constexpr std::string_view codes[] = {"new", "won", "lost", "ne"};
constexpr std::string_view sets[] = {"|new|", "|new|won|", "|ne|", "|lost|ne|won|"};

struct CustomSpec {
  std::string_view entity;
  std::uint16_t number;
  std::string_view name, type;
  bool indexed;
};
constexpr CustomSpec custom_fields[] = {
    {"sample", 1000, "c_text", "text", false},      {"sample", 1001, "c_rank", "integer", true},
    {"sample", 1002, "c_weight", "decimal", false}, {"sample", 1003, "c_price", "money", true},
    {"sample", 1004, "c_day", "date", false},       {"sample", 1005, "c_time", "instant", true},
    {"sample", 1006, "c_flag", "boolean", false},   {"sample", 1007, "c_pick", "picklist", true},
    {"sample", 1008, "c_set", "set", false},        {"sample", 1009, "c_ref", "reference", true},
    {"sample", 1010, "c_name", "text", true},       {"sample", 1011, "c_share", "decimal", true},
    {"vehicle", 1000, "plate", "text", true},       {"vehicle", 1001, "seats", "integer", false},
    {"vehicle", 1002, "driver", "reference", true},
};

void add_custom(SchemaBuilder& builder) {
  Record<CustomEntity> vehicle;
  vehicle[CustomEntity.name] = "vehicle";
  vehicle[CustomEntity.number] = 1000;
  vehicle[CustomEntity.label_zh] = "车辆";
  vehicle[CustomEntity.label_en] = "Vehicle";
  REQUIRE(builder.add_entity(vehicle).ok());
  for (const CustomSpec& spec : custom_fields) {
    Record<CustomField> row;
    row[CustomField.entity] = spec.entity;
    row[CustomField.number] = spec.number;
    row[CustomField.name] = spec.name;
    row[CustomField.type] = spec.type;
    row[CustomField.label_zh] = spec.name;
    row[CustomField.label_en] = spec.name;
    row[CustomField.has_index] = spec.indexed;
    row[CustomField.in_search] = spec.name == "c_text";
    row[CustomField.scale] = 2;
    if (spec.type == "reference") row[CustomField.target] = "sample";
    REQUIRE(builder.add_field(row).ok());
  }
}

Value bytes(Type type, std::string_view s) { return Value::of_bytes(type, s.data(), s.size()); }

bool is_text(Type type) { return type == Type::text || type == Type::picklist || type == Type::set; }

}  // namespace

std::shared_ptr<const Schema> sample_schema(bool custom) {
  SchemaBuilder builder;
  REQUIRE(builder.add_entity(Sample).ok());
  if (custom) add_custom(builder);
  return std::move(builder).build();
}

Value Dice::value(const AnyField& field) {
  if (one_in(5)) return Value::null(field.type);
  if (field.type == Type::id) {
    if (pool.empty()) return Value::null(field.type);
    return Codec<Id>::pack(pool[static_cast<std::size_t>(below(static_cast<int>(pool.size())))]);
  }
  return set_value(field.type, field.scale);
}

Value Dice::set_value(Type type, std::uint8_t scale) {
  constexpr auto least = std::numeric_limits<std::int64_t>::min(), most = std::numeric_limits<std::int64_t>::max();
  constexpr std::int64_t hard[] = {least, least + 1, -1, 0, 1, most - 1, most};
  constexpr std::uint32_t currencies[] = {156, 840, 392};
  switch (type) {
    case Type::boolean: return Value::number(type, below(2));
    case Type::decimal: return Value::number(type, one_in(20) ? hard[below(7)] : below(600) - 300, scale);
    case Type::money: return Value::number(type, one_in(20) ? hard[below(7)] : below(6) - 2, currencies[below(3)]);
    case Type::date: return Value::number(type, one_in(20) ? -719162 : below(12) - 3);
    case Type::instant: return Value::number(type, one_in(20) ? 253402300799999999 : below(12) - 3);
    case Type::text: return bytes(type, texts[below(std::size(texts))]);
    case Type::picklist: return bytes(type, codes[below(std::size(codes))]);
    case Type::set: return bytes(type, sets[below(std::size(sets))]);
    default: return Value::number(type, one_in(20) ? hard[below(7)] : below(8) - 3);
  }
}

void Dice::fill(const EntityType& type, AnyRecord& row) {
  for (const AnyField* field : type.fields())
    if (field->slot >= common::count || field->slot == common::updated_at) row.put(field->slot, value(*field));
}

Expr Dice::leaf(const AnyField& field) {
  const int what = below(8);
  if (what == 0) return is_null(field);
  if (what == 1) {
    std::vector<Value> list;
    for (int i = below(4); i > 0; --i) list.push_back(value(field));
    return Expr::in(field.entity, field.number, list);
  }
  if (what == 2 && is_text(field.type)) {
    const auto piece = field.type == Type::set ? codes[below(std::size(codes))] : texts[below(std::size(texts))];
    return field.type != Type::set && one_in(2) ? starts_with(field, piece) : contains(field, piece);
  }
  constexpr Expr::Op ops[] = {Expr::Op::equal,      Expr::Op::not_equal, Expr::Op::less,
                              Expr::Op::less_equal, Expr::Op::greater,   Expr::Op::greater_equal};
  Value literal = value(field);
  if (field.type == Type::decimal && literal.is_set() && one_in(3)) literal.length = static_cast<std::uint32_t>(below(4));
  return Expr::compare(ops[below(6)], field.entity, field.number, literal);
}

Expr Dice::condition(const EntityType& type, int depth) {
  const int what = depth == 0 ? 9 : below(10);
  if (what < 3) return condition(type, depth - 1) && condition(type, depth - 1);
  if (what < 6) return condition(type, depth - 1) || condition(type, depth - 1);
  if (what < 8) return !condition(type, depth - 1);
  if (what == 8 && type.number() == Sample.number) {
    Expr inner = condition(type, depth - 1);
    if (one_in(2)) return through(Sample.parent, std::move(inner));
    return Expr::at_least(1 + below(3), number_of(Sample), Sample.parent.number, std::move(inner));
  }
  const auto fields = type.fields();
  return leaf(*fields[static_cast<std::size_t>(below(static_cast<int>(fields.size())))]);
}

}  // namespace guanxi::store
