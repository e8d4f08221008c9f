#include "crm/import/references.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/excerpt.h"
#include "base/plain.h"
#include "crm/commands/commands.h"
#include "crm/import/lookup.h"
#include "crm/messages.h"
#include "guanxi/text.h"

namespace guanxi::import {
namespace {

constexpr Message not_found{"import.reference_not_found", "There is no {0} “{1}” that you may see: check the spelling, or import the {0} first.",
                            "找不到{0}“{1}”（或您无权查看）：请核对写法，或先导入该{0}。"};
constexpr Message several{"import.reference_ambiguous", "{2} {0} records are called “{1}”: write the number or id of the right one.",
                          "有 {2} 条{0}都叫“{1}”：请改填编号或 id。"};

constexpr std::size_t most_known = 10'000;
constexpr std::size_t most_hits = 20;

// Entities of which a company has few: they are read once, whole.
bool is_small(const EntityType& type) noexcept {
  const std::uint16_t n = type.number();
  return n == number_of(User) || n == number_of(Department) || n == number_of(Territory) || n == number_of(Role);
}

void add_id(std::vector<Id>& ids, const Id& id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

// The fields by whose text a record is named, the surest first.
constexpr std::array<std::string_view, 8> naming_fields{"login", "number", "code", "email", "name", "short_name", "english_name", "subject"};

template <class F>
void each_naming_text(const EntityType& type, const AnyRecord& row, F&& visit) {
  for (const std::string_view name : naming_fields)
    if (const AnyField* field = type.find(name); field != nullptr && field->type == Type::text && row.get(*field).is_set()) visit(row.get(*field).view());
}

// "moses.frase", "wangwei"
std::string login_from(std::string_view name) {
  const std::vector<std::string> spoken = text::pinyin(name, 1);
  const bool latin = std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  std::string login;
  for (const char c : latin || spoken.empty() ? lower(name) : spoken.front()) {
    if (is_letter(c) || is_digit(c)) login += c;
    if (c == ' ' && !login.empty() && login.back() != '.') login += '.';
  }
  return login.empty() ? "user" : login;
}

}  // namespace

void References::forget() {
  directories_.clear();
  known_.clear();
}

Result<Id> References::find(Unit& unit, const AnyField& field, std::string_view text, const Id& account) {
  missing_ = false;
  const bool depends_on_account = field.target == number_of(Contact) && !account.empty();
  auto& known = known_[field.target];
  if (!depends_on_account)
    if (const auto found = known.find(text); found != known.end()) return found->second;
  const EntityType& target = *unit.schema().find(field.target);
  GUANXI_ASSIGN(const Id id, look_up(unit, field, target, text, account));
  if (known.size() >= most_known) known.clear();
  if (!depends_on_account) known.emplace(text, id);
  return id;
}

Result<Id> References::look_up(Unit& unit, const AnyField& field, const EntityType& target, std::string_view text, const Id& account) {
  GUANXI_ASSIGN(Ids ids, all_named(unit, target, text));
  if (ids.size() > 1 && target.number() == number_of(Contact) && !account.empty()) {
    AnyRecord contact = target.record();
    Ids theirs;
    for (const Id& id : ids) {
      GUANXI_ASSIGN(const bool there, unit.writer().get(target, id, contact));
      if (there && Codec<Id>::unpack(contact.get(Contact.account)) == account) theirs.push_back(id);
    }
    if (!theirs.empty()) ids = std::move(theirs);
  }
  if (ids.size() == 1) return ids.front();
  if (ids.size() > 1) return Error(Code::conflict, several, {said(target), excerpt(text), std::to_string(ids.size())}).at_field(field.name);
  missing_ = true;
  if (options_.create_missing) return create(unit, field, target, text);
  return Error(Code::not_found, not_found, {said(target), excerpt(text)}).at_field(field.name);
}

Result<References::Ids> References::all_named(Unit& unit, const EntityType& target, std::string_view text) {
  if (const auto id = Id::parse(text)) return unit.view().get(target, *id) ? Ids{*id} : Ids{};
  if (is_small(target)) {
    GUANXI_ASSIGN(const Directory* directory, this->directory(unit, target));
    const auto found = directory->find(text::fold(text));
    return found == directory->end() ? Ids() : found->second;
  }
  GUANXI_ASSIGN(Ids ids, by_field(unit, target, text));
  if (ids.empty() && !options_.external_system.empty()) {
    GUANXI_ASSIGN(const Id id, commands::resolve(unit.view(), target.name(), options_.external_system, text));
    if (!id.empty() && unit.view().get(target, id)) ids.push_back(id);
  }
  return ids.empty() ? by_search(unit, target, text) : ids;
}

// By the fields that have a key or an index, the number before the name.
Result<References::Ids> References::by_field(Unit& unit, const EntityType& target, std::string_view text) {
  Ids ids;
  const Value value = Value::of_bytes(Type::text, text.data(), text.size());
  for (const std::string_view name : {"number", "name"}) {
    const AnyField* field = target.find(name);
    const bool found_fast = field != nullptr && (field->role != MatchRole::none || field->has(indexed));
    if (!ids.empty() || !found_fast) continue;
    GUANXI_CHECK(each_same(unit, target, *field, value, [&](AnyRecord& row) {
      add_id(ids, row.id());
      return ids.size() < most_hits;
    }));
  }
  return ids;
}

// By any field that names a record, wholly and folded.
Result<References::Ids> References::by_search(Unit& unit, const EntityType& target, std::string_view text) {
  Ids ids;
  GUANXI_ASSIGN(const auto hits, unit.view().search(target, text, most_hits, {}));
  const std::string folded = text::fold(text);
  for (const AnyRecord& row : hits)
    each_naming_text(target, row, [&](std::string_view name) {
      if (text::fold(name) == folded) add_id(ids, row.id());
    });
  return ids;
}

// Users and departments are known to everybody by name, whatever else may be seen of them.
Result<const References::Directory*> References::directory(Unit& unit, const EntityType& target) {
  const auto known = directories_.find(target.number());
  if (known != directories_.end()) return &known->second;
  Directory& directory = directories_[target.number()];
  const Expr live = Expr::is_null(target.number(), target.fields()[common::archived_at]->number);
  store::Scan scan;
  scan.type = &target;
  scan.filter = &live;
  GUANXI_CHECK(unit.writer().scan(scan, [&](AnyRecord& row) {
    each_naming_text(target, row, [&](std::string_view name) { add_id(directory[text::fold(name)], row.id()); });
    return true;
  }));
  return &directory;
}

Result<Id> References::create(Unit& unit, const AnyField& field, const EntityType& target, std::string_view text) {
  const std::uint16_t n = target.number();
  const bool can = n == number_of(Account) || n == number_of(Contact) || n == number_of(User) || n == number_of(Department) || n == number_of(Territory);
  if (!can) return Error(Code::not_found, not_found, {said(target), excerpt(text)}).at_field(field.name);
  AnyRecord row = target.record();
  row.set(*target.find("name"), Value::of_bytes(Type::text, text.data(), text.size()));
  std::string login;
  if (n == number_of(User)) {
    GUANXI_ASSIGN(const Directory* users, directory(unit, target));
    const std::string base = login_from(text);
    login = base;
    for (int i = 2; users->contains(login); ++i) login = base + std::to_string(i);
    row.set(User.login, Codec<Text>::pack(std::string_view(login)));
  }
  if (auto made = unit.insert(target, row); !made) return std::move(made).error().at_field(field.name);
  if (is_small(target)) {
    add_id(directories_[n][text::fold(text)], row.id());
    if (!login.empty()) add_id(directories_[n][login], row.id());
  }
  return row.id();
}

}  // namespace guanxi::import
