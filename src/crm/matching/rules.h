// How strict the check is, as DuplicateRule rows say.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "store/storage.h"

namespace guanxi::matching {

enum class Choice : std::uint8_t { caller, refuse, reason, warn, exact };

struct Rule {
  Choice choice = Choice::caller;
  double refuse_at = 6;   // log₂ odds from which a record that counts as the same is refused: 64 to 1
  double warn_at = -3;
  std::size_t effort = 2048;
};

class Rules {
 public:
  void add(const Record<DuplicateRule>& row);
  // The rule for the source, else for all sources, else the usual one.
  Rule find(std::string_view entity, std::string_view source) const;

 private:
  struct Entry {
    std::string entity, source;
    Rule rule;
  };
  std::vector<Entry> entries_;
};

Result<std::shared_ptr<const Rules>> load_rules(store::Reader& reader, const Schema& schema);

}  // namespace guanxi::matching
