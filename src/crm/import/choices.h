// Values of picklists that no item stands for yet.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "crm/unit.h"

namespace guanxi::import {

// Used by one import, on one thread.
class Choices {
 public:
  explicit Choices(bool add) : add_(add) {}

  // Sees to it that the code in a picklist or set field of `row` is an item of its list: adds an item for a value that is like no other,
  // where that was asked for and the principal may. Otherwise the error names what could be chosen.
  Result<void> settle(Unit& unit, const AnyField& field, const AnyRecord& row);

 private:
  Result<void> settle_code(Unit& unit, const AnyField& field, std::string_view code);
  Result<void> add(Unit& unit, const PicklistType& list, std::string_view code);

  bool add_;
  std::map<std::string, std::size_t, std::less<>> added_;  // by list
};

}  // namespace guanxi::import
