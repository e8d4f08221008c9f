// Time zones by their IANA name, from the system's tz database.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace guanxi::feel {

// When the clocks change within a year, as POSIX's TZ writes it: "M3.2.0/2" or "J60" or "59".
struct YearlyChange {
  enum Form : std::uint8_t { month_week_day, day_without_leap, day_with_leap } form = month_week_day;
  int month = 0, week = 0, day = 0;
  std::int32_t seconds = 7200;  // after midnight
};

class TimeZone {
 public:
  // `bytes` is a TZif file (RFC 8536). Empty when it is none.
  static std::unique_ptr<const TimeZone> read(std::string name, std::string_view bytes);

  const std::string& name() const noexcept { return name_; }
  // Seconds ahead of UTC.
  std::int32_t offset_at(std::int64_t utc_seconds) const noexcept;
  // The same by the clock of the place; the earlier one where the clock shows a time twice.
  std::int32_t offset_at_local(std::int64_t local_seconds) const noexcept;

 private:
  struct Change {
    std::int64_t at;
    std::int32_t offset;
  };
  bool read_rule(std::string_view footer);
  std::int32_t offset_by_rule(std::int64_t utc_seconds) const noexcept;

  std::string name_;
  std::vector<Change> changes_;
  std::int32_t first_ = 0;  // before all changes
  bool has_rule_ = false, has_summer_ = false;
  std::int32_t standard_ = 0, summer_ = 0;
  YearlyChange to_summer_, to_standard_;
};

// The zones asked for so far. May be used from any thread at once.
class Zones {
 public:
  explicit Zones(std::string folder = "/usr/share/zoneinfo") : folder_(std::move(folder)) {}
  // Null when there is no such zone. Lives as long as this.
  const TimeZone* find(std::string_view name);

 private:
  std::string folder_;
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<const TimeZone>, std::less<>> known_;
};

}  // namespace guanxi::feel
