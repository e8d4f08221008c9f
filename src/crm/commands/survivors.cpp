#include "crm/commands/survivors.h"

#include <algorithm>
#include <map>

#include "base/check.h"
#include "crm/messages.h"
#include "model/code_set.h"

namespace guanxi::commands {
namespace {

constexpr Message not_a_rule{"merge.bad_rule", "\"{0}\" is no rule: write field=rule, such as phone=newest.", "“{0}”不是取值规则：请写成 字段=规则，例如 phone=newest。"};
constexpr Message no_field{"merge.unknown_field", "A {0} has no field \"{1}\" whose value a rule can choose: use the name of a field that people fill in.",
                           "{0}没有可用规则取值的字段“{1}”：请使用由人填写的字段名。"};
constexpr Message no_rule{"merge.unknown_rule",
                          "There is no rule \"{0}\": use fill, keep, newest, oldest, complete, longest, majority, union, source:a>b, or the id of a record of the merge.",
                          "没有规则“{0}”：可用的有 fill、keep、newest、oldest、complete、longest、majority、union、source:a>b，或参与合并的记录编号。"};
constexpr Message no_source{"merge.no_source", "A {0} does not say where it comes from: choose another rule than source.", "{0}没有来源字段：请改用其他规则。"};
constexpr Message no_set{"merge.no_set", "The field \"{0}\" holds one value, so there is no union: choose another rule.", "字段“{0}”只有一个值，不能取并集：请改用其他规则。"};

enum class How : std::uint8_t { fill, keep, newest, oldest, complete, longest, majority, union_, source, record };

constexpr std::pair<std::string_view, How> hows[]{{"fill", How::fill},         {"keep", How::keep},       {"newest", How::newest},
                                                  {"oldest", How::oldest},     {"complete", How::complete}, {"longest", How::longest},
                                                  {"majority", How::majority}, {"union", How::union_}};

struct SurvivorRule {
  How how = How::fill;
  std::string text = "fill";
  std::vector<std::string> sources;  // best first
  std::size_t record = 0;
};

bool is_chosen(const AnyField& field) noexcept {
  return field.slot >= common::count && !field.has(system_only) && !field.has(command_only);
}

std::string_view trimmed(std::string_view text) noexcept {
  const auto from = text.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r\n") + 1 - from);
}

std::vector<std::string_view> parts_of(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    if (const auto part = trimmed(text.substr(0, end)); !part.empty()) out.push_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

class Survival {
 public:
  Survival(const EntityType& type, std::span<const AnyRecord> records, AnyRecord& out) : type_(type), records_(records), out_(out) {
    for (const AnyRecord& record : records) {
      const auto& fields = type.fields();
      filled_.push_back(std::count_if(fields.begin(), fields.end(), [&](const AnyField* f) { return is_chosen(*f) && record.at(f->slot).is_set(); }));
    }
  }

  Result<void> read(std::string_view rules) {
    for (const std::string_view part : parts_of(rules, ";\n")) {
      const std::size_t equals = part.find('=');
      if (equals == std::string_view::npos) return Error(Code::invalid, not_a_rule, {std::string(part)});
      const std::string name(trimmed(part.substr(0, equals)));
      const AnyField* field = type_.find(name);
      if (name != "*" && (field == nullptr || !is_chosen(*field))) return Error(Code::invalid, no_field, {said(type_), name});
      GUANXI_ASSIGN(SurvivorRule rule, rule_of(trimmed(part.substr(equals + 1))));
      if (rule.how == How::union_ && field != nullptr && field->type != Type::set) return Error(Code::invalid, no_set, {name});
      rules_[name] = std::move(rule);
    }
    return {};
  }

  std::vector<Provenance> run() {
    std::vector<Provenance> out;
    for (const AnyField* field : type_.fields())
      if (is_chosen(*field) && any_has(*field)) out.push_back(choose(*field, rule_for(*field)));
    return out;
  }

 private:
  Result<SurvivorRule> rule_of(std::string_view text) const {
    SurvivorRule rule;
    rule.text = text;
    for (const auto& [name, how] : hows)
      if (name == text) {
        rule.how = how;
        return rule;
      }
    if (text.starts_with("source:")) {
      if (type_.find("source") == nullptr) return Error(Code::invalid, no_source, {said(type_)});
      rule.how = How::source;
      for (const auto part : parts_of(text.substr(7), ">")) rule.sources.emplace_back(part);
      return rule;
    }
    const auto id = Id::parse(text);
    for (std::size_t i = 0; id && i < records_.size(); ++i)
      if (records_[i].id() == *id) {
        rule.how = How::record;
        rule.record = i;
        return rule;
      }
    return Error(Code::invalid, no_rule, {std::string(text)});
  }

  SurvivorRule rule_for(const AnyField& field) const {
    if (const auto named = rules_.find(std::string(field.name)); named != rules_.end()) return named->second;
    SurvivorRule rule;
    if (const auto rest = rules_.find("*"); rest != rules_.end()) rule = rest->second;
    const bool is_set = field.type == Type::set;
    if (is_set && rule.how == How::fill) rule = {How::union_, "union", {}, 0};
    if (!is_set && rule.how == How::union_) rule = {};
    return rule;
  }

  // A value that may survive: not a reference to one of the records, which become one.
  bool has(const AnyField& field, std::size_t record) const {
    const Value& value = records_[record].at(field.slot);
    if (!value.is_set()) return false;
    if (field.target != type_.number()) return true;
    const Id to = Codec<Id>::unpack(value);
    return std::none_of(records_.begin(), records_.end(), [&](const AnyRecord& r) { return r.id() == to; });
  }
  bool any_has(const AnyField& field) const {
    return std::any_of(records_.begin(), records_.end(), [&](const AnyRecord& record) { return record.at(field.slot).is_set(); });
  }

  // The record with a value that is best by `better`; the earlier one where they are equal.
  template <class Better>
  std::optional<std::size_t> best(const AnyField& field, Better&& better) const {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < records_.size(); ++i)
      if (has(field, i) && (!found || better(i, *found))) found = i;
    return found;
  }

  std::int64_t time(std::size_t record, std::uint16_t slot) const { return Codec<Instant>::unpack(records_[record].at(slot)).us; }

  std::size_t rank(const SurvivorRule& rule, std::size_t record) const {
    const std::string_view source = records_[record].get(*type_.find("source")).view();
    return static_cast<std::size_t>(std::find(rule.sources.begin(), rule.sources.end(), source) - rule.sources.begin());
  }

  std::size_t votes(const AnyField& field, std::size_t record) const {
    return static_cast<std::size_t>(std::count_if(records_.begin(), records_.end(), [&](const AnyRecord& other) {
      return other.at(field.slot) == records_[record].at(field.slot);
    }));
  }

  std::optional<std::size_t> pick(const AnyField& field, const SurvivorRule& rule) const {
    const auto more_complete = [&](std::size_t a, std::size_t b) { return filled_[a] > filled_[b]; };
    switch (rule.how) {
      case How::fill: return has(field, 0) ? std::optional<std::size_t>(0) : best(field, more_complete);
      case How::keep: return has(field, 0) ? std::optional<std::size_t>(0) : std::nullopt;
      case How::record: return has(field, rule.record) ? std::optional(rule.record) : std::nullopt;
      case How::newest: return best(field, [&](auto a, auto b) { return time(a, common::updated_at) > time(b, common::updated_at); });
      case How::oldest: return best(field, [&](auto a, auto b) { return time(a, common::created_at) < time(b, common::created_at); });
      case How::complete: return best(field, more_complete);
      case How::longest: return best(field, [&](auto a, auto b) { return records_[a].at(field.slot).view().size() > records_[b].at(field.slot).view().size(); });
      case How::majority: return best(field, [&](auto a, auto b) { return votes(field, a) > votes(field, b); });
      case How::source: return best(field, [&](auto a, auto b) { return rank(rule, a) < rank(rule, b); });
      case How::union_: break;
    }
    return std::nullopt;
  }

  Provenance choose(const AnyField& field, const SurvivorRule& rule) {
    if (rule.how == How::union_) return unite(field, rule);
    const auto picked = pick(field, rule);
    // What every record must have is never lost to a rule.
    const auto from = picked || !field.has(required) ? picked : pick(field, {});
    if (from)
      out_.put(field.slot, records_[*from].at(field.slot));
    else if (out_.at(field.slot).is_set())
      out_.put(field.slot, Value::null(field.type));
    return {&field, from ? records_[*from].id() : Id{}, rule.text};
  }

  Provenance unite(const AnyField& field, const SurvivorRule& rule) {
    std::vector<std::string> codes;
    for (const AnyRecord& record : records_)
      for (const std::string_view code : codes_of(record.at(field.slot).view())) codes.emplace_back(code);
    const std::string all = code_set(std::move(codes));
    out_.put(field.slot, Value::of_bytes(Type::set, all.data(), all.size()));
    return {&field, {}, rule.text};
  }

  const EntityType& type_;
  std::span<const AnyRecord> records_;
  AnyRecord& out_;
  std::vector<std::ptrdiff_t> filled_;  // values, by record
  std::map<std::string, SurvivorRule> rules_;
};

}  // namespace

Result<std::vector<Provenance>> survive(const EntityType& type, std::span<const AnyRecord> records, std::string_view rules, AnyRecord& out) {
  Survival survival(type, records, out);
  GUANXI_CHECK(survival.read(rules));
  return survival.run();
}

}  // namespace guanxi::commands
