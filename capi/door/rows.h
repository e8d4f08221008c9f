// What the C++ side answers, as rows of the shapes that the C door hands out.
#pragma once

#include "capi/door/shapes.h"

namespace guanxi::door {

std::vector<AnyRecord> rows_of(const std::vector<TimelineEntry>& entries);
std::vector<AnyRecord> rows_of(const std::vector<ChangeEntry>& entries);
std::vector<AnyRecord> rows_of(const std::vector<ReadEntry>& entries);
std::vector<AnyRecord> rows_of(const std::vector<Workload>& entries);
std::vector<AnyRecord> rows_of(const std::vector<AgendaEntry>& entries);
std::vector<AnyRecord> rows_of(const std::vector<Dimension>& dimensions);
std::vector<AnyRecord> rows_of(const std::vector<OrgStatistic>& statistics);
std::vector<AnyRecord> rows_of(const std::vector<Caller>& callers, const Schema& schema);
std::vector<AnyRecord> rows_of(const std::vector<DuplicateHit>& hits, const Schema& schema);
std::vector<AnyRecord> rows_of(const std::vector<CardCount>& counts);
std::vector<AnyRecord> rows_of(const Permission& permission);
// Facts, and behind them the sources that could not answer.
std::vector<AnyRecord> rows_of(const std::vector<Fact>& facts, const std::vector<std::string>& problems);

// [{"amount":"1.00","currency":"CNY"}]
std::string json_of(const std::vector<Money>& amounts);

}  // namespace guanxi::door
