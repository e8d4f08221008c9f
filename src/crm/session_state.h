// What a session is made of, for the rooms that implement its calls.
#pragma once

#include <optional>
#include <vector>

#include "crm/engine.h"
#include "guanxi/session.h"

namespace guanxi {

// An open explicit transaction of a session.
struct OpenTransaction {
  std::unique_ptr<store::WriteTransaction> storage;
  std::optional<Snapshot> snapshot;  // schema and policy as this transaction has changed them
  std::vector<store::Change> events;  // told to the host after the commit
  std::vector<Touched> touched;       // seen by all after the commit
  int depth = 1;        // transactions begun by hand and not ended, this one included
  bool broken = false;  // an inner one could not be undone, so this one cannot be committed
};

struct SessionState {
  Engine* engine = nullptr;
  access::Principal principal;
  Language language = Language::english;
  std::string system_reason;
  bool bulk = false;  // rows come by the hundred thousand: only equal keys are looked up
  std::unique_ptr<OpenTransaction> transaction;
};

// The way from a Session to its state for the library's own rooms.
class SessionAccess {
 public:
  static SessionState& state(Session& session) noexcept { return *session.state_; }
  static Session make(std::unique_ptr<SessionState> state) { return Session(std::move(state)); }
};

}  // namespace guanxi
