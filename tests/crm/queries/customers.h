// Customers of the sample company, one of them with much going on, in either kind of store.
#pragma once

#include <memory>

#include "crm/world.h"

namespace guanxi::test {

inline Date on(int month, int day) { return Date::of(2026, month, day).value(); }
inline Instant at(int month, int day, int hour) { return {Instant::start_of(on(month, day)).us + std::int64_t{hour} * 3'600'000'000}; }
constexpr Money cny(std::int64_t yuan) { return {yuan * 100, CNY}; }
constexpr Money usd(std::int64_t dollars) { return {dollars * 100, {840}}; }

// A clock that stands until it is set.
class SampleClock {
 public:
  void set(Instant now) const { *now_ = now; }
  Clock clock() const {
    return [now = now_] { return *now; };
  }

 private:
  std::shared_ptr<Instant> now_ = std::make_shared<Instant>(at(3, 1, 8));
};

// "group" is Mia's, who manages Sales; "alpha" below it Ann's in East, and busy; "beta" Wei's in West; "pool" nobody's. In the
// end it is March 10th, 8:00.
struct Customers {
  Customers(World& world, const SampleClock& clock);

  Id group, alpha, beta, pool;
  Id own_contact, primary, secondary, ended, hidden;  // contacts of alpha; one's part has ended, one is Wei's
  Id first, foreign, won, lost;                        // opportunities
  Id contract, draft;
  Id open_request, closed_request;
  Id overdue, tomorrow, call, meeting, someday;        // activities
};

// Runs the test with these customers in a store in memory and in one in a file.
void with_customers(const std::function<void(World&, const Customers&, const SampleClock&)>& test, StoreOptions options = {});

// Stores the record and gives its id.
template <const auto& E>
Id stored(Session& session, Record<E>& record) {
  CommandOptions options;
  options.on_duplicate = OnDuplicate::allow;
  return need(session.create(record, options)).record;
}

}  // namespace guanxi::test
