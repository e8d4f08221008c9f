// What records are called, each looked up once an answer.
#pragma once

#include <unordered_map>

#include "crm/view.h"

namespace guanxi::queries {

class Names {
 public:
  explicit Names(View& view) noexcept : view_(view) {}

  View& view() const noexcept { return view_; }

  // "" where the record may not be seen, has no name or is not there.
  Result<std::string> of(std::uint16_t entity, const Id& id);
  // The user who did something; the word for the system where it was nobody.
  Result<std::string> actor(const Id& user);

 private:
  View& view_;
  std::unordered_map<Id, std::string, IdHash> known_;
};

}  // namespace guanxi::queries
