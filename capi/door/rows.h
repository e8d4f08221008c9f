// What the C++ side answers, as rows of the shapes that the C door hands out.
#pragma once

#include "capi/door/shapes.h"

namespace guanxi::door {

using Records = std::vector<AnyRecord>;

Records rows_of(const std::vector<TimelineEntry>& entries);
Records rows_of(const std::vector<ChangeEntry>& entries);
Records rows_of(const std::vector<ReadEntry>& entries);
Records rows_of(const std::vector<Workload>& entries);
Records rows_of(const std::vector<AgendaEntry>& entries);
Records rows_of(const std::vector<Dimension>& dimensions);
Records rows_of(const std::vector<OrgStatistic>& statistics);
Records rows_of(const std::vector<Caller>& callers, const Schema& schema);
Records rows_of(const std::vector<DuplicateHit>& hits, const Schema& schema);
Records rows_of(const std::vector<CardCount>& counts);
Records rows_of(const Permission& permission);
// Facts, and behind them the sources that could not answer.
Records rows_of(const std::vector<Fact>& facts, const std::vector<std::string>& problems);

// [{"amount":"1.00","currency":"CNY"}]
std::string json_of(const std::vector<Money>& amounts);

}  // namespace guanxi::door
