// Values as an export writes them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "crm/view.h"

namespace guanxi::exports {

// Names what values stand for; remembers the names of references. Used by one export, on one thread.
class ValueText {
 public:
  ValueText(View& view, bool labels) : view_(view), labels_(labels) {}

  // As a reader of the import takes it; with labels as people read it. Empty where nothing is set. Lives until the next call.
  Result<std::string_view> of(const AnyField& field, const Value& value);

  // The label or code of one choice.
  std::string_view choice(const AnyField& field, std::string_view code) const;

 private:
  Result<std::string_view> name_of(const AnyField& field, const Id& id);
  void list_choices(const AnyField& field, std::string_view set);

  View& view_;
  bool labels_;
  std::string text_;
  std::unordered_map<Id, std::string, IdHash> names_;
};

}  // namespace guanxi::exports
