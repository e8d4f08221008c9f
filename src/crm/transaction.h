// Explicit transactions of a session.
#pragma once

#include <functional>

#include "crm/session_state.h"

namespace guanxi {

// See Session::transaction().
Result<void> run_transaction(SessionState& session, const std::function<Result<void>()>& work);

}  // namespace guanxi
