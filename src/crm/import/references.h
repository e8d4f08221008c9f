// What a cell that names another record means: the id of the user "王伟", of the account with the number "C-0815" …
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "crm/unit.h"

namespace guanxi::import {

// Looks names up and remembers the last ones. Used by one import, on one thread; forget() after a transaction was undone.
class References {
 public:
  struct Options {
    std::string external_system;   // whose keys are understood too; empty: none
    bool create_missing = false;
  };
  explicit References(Options options) : options_(std::move(options)) {}

  // The record that `text` names for this field: its id, login, number, name (exactly so or folded), short name or external
  // key. Among several of a name the one of `account` is meant. Not found, or found more than once, is an error at the field.
  Result<Id> find(Unit& unit, const AnyField& field, std::string_view text, const Id& account);

  // Whether the last error was that nothing was found.
  bool was_missing() const noexcept { return missing_; }

  void forget();

 private:
  using Ids = std::vector<Id>;
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
  };
  using Directory = std::unordered_map<std::string, Ids, TextHash, std::equal_to<>>;

  Result<Id> look_up(Unit& unit, const AnyField& field, const EntityType& target, std::string_view text, const Id& account);
  Result<Ids> all_named(Unit& unit, const EntityType& target, std::string_view text);
  static Result<Ids> by_field(Unit& unit, const EntityType& target, std::string_view text);
  static Result<Ids> by_search(Unit& unit, const EntityType& target, std::string_view text);
  Result<const Directory*> directory(Unit& unit, const EntityType& target);
  Result<Id> create(Unit& unit, const AnyField& field, const EntityType& target, std::string_view text);

  Options options_;
  std::unordered_map<std::uint16_t, Directory> directories_;  // of small entities, whole: users, departments …
  std::unordered_map<std::uint16_t, std::unordered_map<std::string, Id, TextHash, std::equal_to<>>> known_;  // by target, the last ones found
  bool missing_ = false;
};

}  // namespace guanxi::import
