// Random conditions in FEEL over the sample entity, and what FEEL alone says of them: records and lists are given to it as contexts
// and lists. What databases answer is held against that.
#pragma once

#include <map>
#include <random>
#include <string>
#include <vector>

#include "expr/condition/checked.h"
#include "expr/feel/row_value.h"
#include "fixture.h"
#include "support/effort.h"

namespace guanxi::store {

// Writes conditions over the sample entity.
class Author {
 public:
  explicit Author(std::mt19937_64 engine) : engine_(engine) {}

  // A condition for the checker, and the same for FEEL alone, which knows no amounts.
  struct Text {
    std::string checked, plain;
  };
  Text write(int depth) {
    const std::string text = condition("", depth, true);
    return {rendered(text, true), rendered(text, false)};
  }

  int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(engine_); }

 private:
  std::string condition(const std::string& of, int depth, bool linked) {
    const int what = depth == 0 ? 9 : below(13);
    if (what < 3) return "(" + condition(of, depth - 1, linked) + " and " + condition(of, depth - 1, linked) + ")";
    if (what < 6) return "(" + condition(of, depth - 1, linked) + " or " + condition(of, depth - 1, linked) + ")";
    if (what < 8) return "not(" + condition(of, depth - 1, linked) + ")";
    if (what == 8) return "(if " + condition(of, depth - 1, linked) + " then " + condition(of, depth - 1, linked) + " else " + condition(of, depth - 1, linked) + ")";
    if (what < 11 || !linked) return leaf(of);
    return list(of, depth - 1);
  }

  template <std::size_t N>
  std::string one_of(const char* const (&words)[N]) {
    return words[static_cast<std::size_t>(below(N))];
  }
  std::string sign() { return one_of({" = ", " != ", " < ", " <= ", " > ", " >= "}); }

  std::string list(const std::string& of, int depth) {
    const std::string rows = of + one_of({"sample by parent", "sample by parent", "sample by c_ref", "vehicle"});
    const bool vehicles = rows.ends_with("vehicle");
    const std::string inner = vehicles ? one_of({"row.seats > 1", "row.plate = \"a\"", "row.seats = null", "string length(row.plate) > 2"})
                                       : condition("row.", std::min(depth, 2), false);
    const std::string filter = vehicles ? one_of({"[seats < 2]", "[string length(item.plate) > 1]", ""}) : one_of({"[pieces > 0]", "[ranking != 1]", "[weight < 1.5][urgent]", ""});
    switch (below(4)) {
      case 0: return "(some row in " + rows + filter + " satisfies " + inner + ")";
      case 1: return "(every row in " + rows + filter + " satisfies " + inner + ")";
      case 2: return "(count(" + rows + filter + ")" + sign() + one_of({"0", "1", "2", "1.5", "7"}) + ")";
      default: return "(" + std::string(one_of({"0", "1", "2.5"})) + sign() + "count(" + rows + "))";
    }
  }

  std::string leaf(std::string of) {
    if (below(4) == 0) of += one_of({"parent.", "parent.parent.", "c_ref."});
    switch (below(10)) {
      case 0: return number(of + number_name());
      case 6: return computed(of);
      case 7: return money(of, of + money_name());
      case 8: return side_by_side(of);
      case 1: return text(of + one_of({"title", "code", "c_text", "c_name"}), {"\"a\"", "\"ab\"", "\"\"", "\"上海\"", "\"恒瑞医药\"", "\"50% off\"", "null"});
      case 2: return text(of + one_of({"stage", "c_pick"}), {"\"new\"", "\"won\"", "\"lost\"", "\"ne\"", "\"zz\"", "null", "\"\""});
      case 3: return day(of + one_of({"due", "c_day"}));
      case 4: return moment(of + one_of({"seen", "c_time", "updated_at"}));
      case 5: return set(of + one_of({"tags", "c_set"}));
      default: return flag(of, of + one_of({"urgent", "c_flag"}));
    }
  }

  std::string ends(const std::string& low, const std::string& high) {
    return one_of({"[", "("}) + low + ".." + high + one_of({"]", ")"});
  }

  std::string number(const std::string& field) {
    const auto n = [&] { return one_of({"0", "1", "2", "-1", "0.5", "1.25", "1.50", "-2.99", "9223372036854775807", "1e20", "0.001", "null"}); };
    const auto set = [&] { return one_of({"0", "1", "2", "-1", "0.5", "1.50", "100"}); };
    switch (below(8)) {
      case 0: return field + " between " + set() + " and " + set();
      case 1: return field + " in (" + n() + ", " + set() + ", " + one_of({"< ", ">= "}) + set() + ")";
      case 2: return field + " in " + ends(set(), set());
      case 3: return field + " in [" + set() + ", " + n() + "]";
      case 4: return field + one_of({" + 1", " * 2", " / 3", " - 0.5", " / 4", " * 3 - 1", " * -0.3"}) + sign() + set();
      case 5: return n() + sign() + field;
      case 6: return "(-" + field + ")" + sign() + set();
      default: return field + sign() + n();
    }
  }

  std::string number_name() { return one_of({"pieces", "ranking", "weight", "c_rank", "c_weight", "c_share"}); }
  std::string money_name() { return one_of({"amount", "c_price"}); }

  // Sides that are computed from fields, of one or of several.
  std::string sum(const std::string& of, int depth) {
    switch (depth == 0 ? 6 : below(8)) {
      case 0: return "(" + sum(of, depth - 1) + " + " + sum(of, depth - 1) + ")";
      case 1: return "(" + sum(of, depth - 1) + " - " + sum(of, depth - 1) + ")";
      case 2: return sum(of, depth - 1) + " * " + sum(of, depth - 1);
      case 3: return "(-" + sum(of, depth - 1) + ")";
      case 4: return sum(of, depth - 1) + one_of({" / 100", " / 2.5", " / 3", " / 0", " * 0.01", " / -8"});
      case 5: return one_of({"1", "0.5", "-2", "1.01", "9223372036854775807", "0.000000000000000001"});
      default: return of + number_name();
    }
  }
  std::string computed(const std::string& of) { return sum(of, below(3)) + sign() + sum(of, below(3)); }

  // Two fields of one record.
  std::string side_by_side(const std::string& of) {
    switch (below(7)) {
      case 0: return of + one_of({"seen", "updated_at"}) + sign() + of + one_of({"c_time", "seen"});
      case 1: return of + "due" + sign() + of + "c_day";
      case 2: return of + one_of({"urgent = ", "c_flag != "}) + of + one_of({"c_flag", "urgent"});
      case 3: return of + one_of({"title", "stage", "code"}) + sign() + of + one_of({"c_text", "c_pick", "c_name"});
      case 4: return of + number_name() + sign() + of + number_name();
      case 5: return of + "title" + sign() + of + "title";
      default: return amounts(of + money_name(), one_of({" = ", " != ", " < ", " <= ", " > ", " >= "}), of + money_name());
    }
  }

  // What the checker makes of amounts, for FEEL alone: unlike currencies compare null.
  static std::string both(const std::string& checked, const std::string& plain) { return "\x01" + checked + "\x02" + plain + "\x03"; }

  static std::string rendered(const std::string& text, bool checked) {
    std::string out;
    int part = 0;
    for (const char c : text) {
      if (c >= 1 && c <= 3)
        part = c == 3 ? 0 : c;
      else if (part == 0 || part == (checked ? 1 : 2))
        out += c;
    }
    return out;
  }

  static std::string without(const std::string& a, const std::string& b, const std::string& op) {
    const std::string same = "(" + a + " = null and " + b + " = null)";
    return op == " = " ? same : op == " != " ? "not(" + same + ")" : "null";
  }
  static std::string amounts(const std::string& a, const std::string& op, const std::string& b) {
    return both("(" + a + op + b + ")", "(if " + a + " = null or " + b + " = null then " + without(a, b, op) + " else if " + a + ".currency = " + b +
                                            ".currency then " + a + ".amount" + op + b + ".amount else null)");
  }
  static std::string beside(const std::string& field, const std::string& op, const std::string& number, const std::string& currency) {
    return both("(" + field + op + "money(" + number + ", \"" + currency + "\"))",
                "(if " + field + " = null then " + (op == " = " ? "false" : op == " != " ? "true" : "null") + " else if " + field + ".currency = \"" + currency +
                    "\" then " + field + ".amount" + op + number + " else null)");
  }

  std::string money(const std::string& of, const std::string& field) {
    const std::string currency = one_of({"CNY", "USD", "JPY"});
    const auto n = [&] { return one_of({"0", "0.01", "-0.02", "0.03", "1", "2", "0.005", "-92233720368547758.08", "92233720368547758.07", "1e20"}); };
    const auto other = [&] { return one_of({"CNY", "USD", "JPY"}); };
    switch (below(6)) {
      case 0: return field + one_of({" = null", " != null"});
      case 1: return field + ".amount" + sign() + n();
      case 2: return field + ".currency" + one_of({" = ", " != "}) + "\"" + currency + "\"";
      case 3: {
        const std::string low = n(), high = n(), second = other();
        return both("(" + field + " between money(" + low + ", \"" + currency + "\") and money(" + high + ", \"" + second + "\"))",
                    "(" + rendered(beside(field, " >= ", low, currency), false) + " and " + rendered(beside(field, " <= ", high, second), false) + ")");
      }
      case 4: return of + "c_price.amount * 2" + sign() + of + "amount.amount";
      default: return beside(field, sign(), n(), currency);
    }
  }

  std::string text(const std::string& field, const std::vector<std::string>& words) {
    const auto word = [&] { return words[static_cast<std::size_t>(below(static_cast<int>(words.size())))]; };
    switch (below(9)) {
      case 0: return "contains(" + field + ", " + word() + ")";
      case 1: return "starts with(" + field + ", " + word() + ")";
      case 2: return "ends with(" + field + ", " + word() + ")";
      case 3: return field + " in (" + word() + ", " + word() + ")";
      case 4: return field + " in [" + word() + ", " + word() + ", " + word() + "]";
      case 5: return "string length(" + field + ")" + sign() + one_of({"0", "1", "2", "4"});
      case 6: return "upper case(" + field + ") = " + word();
      case 7: return word() + sign() + field;
      default: return field + sign() + word();
    }
  }

  std::string day(const std::string& field) {
    const auto d = [&] { return one_of({"@\"1970-01-01\"", "date(\"1970-01-02\")", "@\"1969-12-31\"", "date(1970, 1, 5)", "@\"1970-01-01\" + duration(\"P2D\")"}); };
    switch (below(5)) {
      case 0: return field + " in " + ends(d(), d());
      case 1: return field + " between " + d() + " and " + d();
      case 2: return field + ".year" + sign() + one_of({"1970", "1969"});
      case 3: return field + one_of({" = null", " != null"});
      default: return field + sign() + d();
    }
  }

  std::string moment(const std::string& field) {
    const auto m = [&] { return one_of({"@\"1970-01-01T00:00:00Z\"", "date and time(\"1970-01-01T00:00:00.000005Z\")", "@\"1970-01-01T00:00:00.001Z\"",
                                        "@\"1969-12-31T23:59:59.999Z\"", "@\"1970-01-01T08:00:00+08:00\"", "@\"1970-01-01T00:00:00\""}); };
    switch (below(4)) {
      case 0: return field + " in " + ends(m(), m());
      case 1: return field + one_of({" = null", " != null"});
      default: return field + sign() + m();
    }
  }

  std::string set(const std::string& field) {
    const auto code = [&] { return one_of({"\"new\"", "\"won\"", "\"lost\"", "\"ne\"", "\"\"", "\"|\"", "null"}); };
    // Of a record that is not there FEEL's path is a null with a reason, which “in” tells from one without; rows have no such thing.
    switch (below(field.find('.') == field.npos ? 5 : 4)) {
      case 0: return "list contains(" + field + ", " + code() + ")";
      case 4: return std::string(one_of({"\"new\"", "\"lost\"", "\"ne\"", "\"|\"", "null"})) + " in " + field;
      case 2: return "count(" + field + ")" + sign() + one_of({"1", "2"});
      case 3: return "(some x in " + field + " satisfies starts with(x, " + code() + "))";
      default: return field + one_of({" = null", " != null", " = [\"new\"]"});
    }
  }

  std::string flag(const std::string& of, const std::string& field) {
    switch (below(7)) {
      case 0: return field + one_of({" = true", " = false", " != true", " = null", " != null"});
      case 1: return of + "pieces" + sign() + of + "ranking";
      case 2: return of + one_of({"title = ", "title < ", "code != "}) + of + "c_text";
      case 3: return of + one_of({"parent", "c_ref", "owner"}) + one_of({" = null", " != null"});
      case 4: return one_of({"true", "false", "null", "1 = 1", "null > 2"});
      default: return field;
    }
  }

  std::mt19937_64 engine_;
};

// The rows as FEEL's own contexts, five records deep.
class Contexts {
 public:
  Contexts(const condition::Vocabulary& words, const std::vector<AnyRecord>& samples, const std::vector<AnyRecord>& vehicles)
      : words_(words), samples_(samples), vehicles_(vehicles) {
    for (const AnyRecord& row : samples) by_id_.emplace(row.id(), &row);
  }

  // The values of the outer frame of a checked condition.
  std::vector<feel::Value> frame(const AnyRecord& row) {
    std::vector<feel::Value> out;
    const auto members = words_.members(row.entity());
    for (std::size_t i = 0; i < members.size(); ++i) out.push_back(value(row, words_.word(row.entity(), i), 5));
    return out;
  }

 private:
  feel::Value value(const AnyRecord& row, const condition::Word& word, int depth) {
    if (word.what == condition::Word::children) return depth == 0 ? feel::Value{} : children(row, *word.of, depth);
    const AnyField& field = *word.of;
    const feel::Value plain = feel::seen(row.get(field), memory_);
    if (field.type != Type::id || field.target == 0) return plain;
    if (field.target != number_of(Sample)) return plain.null() ? plain : memory_.context({});  // of no interest but for being there
    const auto found = by_id_.find(Codec<Id>::unpack(row.get(field)));
    return found == by_id_.end() || depth == 0 ? feel::Value{} : context(*found->second, depth - 1);
  }

  feel::Value children(const AnyRecord& row, const AnyField& reference, int depth) {
    std::vector<feel::Value> out;
    for (const AnyRecord& child : reference.entity == number_of(Sample) ? samples_ : vehicles_)
      if (reference.entity == child.entity() && child.get(reference).is_set() && Codec<Id>::unpack(child.get(reference)) == row.id())
        out.push_back(context(child, depth - 1));
    return memory_.list(out);
  }

  feel::Value context(const AnyRecord& row, int depth) {
    auto& kept = contexts_[{row.id(), depth}];
    if (kept.is(feel::Kind::context)) return kept;
    std::vector<feel::Entry> entries;
    const auto members = words_.members(row.entity());
    for (std::size_t i = 0; i < members.size(); ++i) entries.push_back({members[i].name, value(row, words_.word(row.entity(), i), depth)});
    return contexts_[{row.id(), depth}] = memory_.context(entries);
  }

  const condition::Vocabulary& words_;
  const std::vector<AnyRecord>& samples_;
  const std::vector<AnyRecord>& vehicles_;
  std::map<Id, const AnyRecord*> by_id_;
  std::map<std::pair<Id, int>, feel::Value> contexts_;
  feel::Memory memory_;
};

// The condition as FEEL alone reads it, its names being values.
class Plain {
 public:
  Plain(const condition::Vocabulary& words, std::uint16_t entity, std::string_view text) {
    program_.zones = &words.zones();
    feel::Scope root;
    for (const feel::Member& member : words.members(entity)) root.variables.push_back({member.name, static_cast<std::uint32_t>(root.variables.size()), member.type});
    const feel::Scope scope{&root, 1, {}};
    const auto parsed = feel::Parser(program_, text, scope, slots_).expression();
    REQUIRE(parsed.ok());
    node_ = *parsed;
  }

  bool holds(std::vector<feel::Value>& outer, feel::Zones& zones) const {
    feel::Memory memory;
    std::vector<feel::Value> own(slots_);
    const feel::Frame names{outer.data(), nullptr};
    feel::Frame frame{own.data(), &names};
    return feel::Machine(program_, memory, zones, Instant{}).run(node_, frame).is_true();
  }

 private:
  feel::Program program_;
  std::uint32_t node_ = 0, slots_ = 0;
};

// Stores rows that refer to each other.
inline std::vector<AnyRecord> random_rows(Fixture& store, Dice& dice, const EntityType& type, int count) {
  std::vector<AnyRecord> rows;
  for (int i = 0; i < count; ++i) {
    rows.push_back(store.row(type));
    dice.fill(type, rows.back());
    if (type.number() != number_of(Sample)) continue;
    dice.pool.push_back(rows.back().id());
    if (dice.pool.size() > 8) dice.pool.erase(dice.pool.begin());
  }
  store.insert(rows);
  return rows;
}

inline int trees_wanted() {
  const char* const wanted = std::getenv("GUANXI_TREES");
  return wanted == nullptr ? 1'000 / test::sparing : std::atoi(wanted);
}

}  // namespace guanxi::store
