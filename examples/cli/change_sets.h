// The change log by change sets: what `guanxi undo` may be given.
#pragma once

#include <string>
#include <vector>

#include "context.h"

namespace cli {

struct ChangeSet {
  std::int64_t number = 0;
  Instant at{};          // of its last change
  std::string actor;
  std::string command;
  std::string reason;
  std::int64_t rows = 0;
  bool complete = true;  // false: it has more rows than were looked at
};

// The newest first, at most `limit`.
std::vector<ChangeSet> last_sets(const Context& c, const Store& store, Session& session, std::size_t limit);

}  // namespace cli
