// Times in the zone of this machine; the library itself knows UTC alone.
#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>

#include "format.h"

namespace cli {

namespace {

constexpr std::int64_t us_per_second = 1'000'000;

std::tm local_parts(Instant t) {
  const auto seconds = static_cast<std::time_t>((t.us >= 0 ? t.us : t.us - us_per_second + 1) / us_per_second);
  std::tm parts{};
  localtime_r(&seconds, &parts);
  return parts;
}

Instant instant_of(std::tm parts) {
  parts.tm_isdst = -1;
  return {static_cast<std::int64_t>(std::mktime(&parts)) * us_per_second};
}

}  // namespace

Instant now() {
  return {std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
}

int local_offset_minutes() { return static_cast<int>(local_parts(now()).tm_gmtoff / 60); }

std::string local_time(Instant t) {
  const auto parts = local_parts(t);
  std::array<char, 32> buffer{};
  return {buffer.data(), std::strftime(buffer.data(), buffer.size(), "%Y-%m-%d %H:%M", &parts)};
}

Instant local_midnight(Instant t, int days_later) {
  auto parts = local_parts(t);
  parts.tm_hour = parts.tm_min = parts.tm_sec = 0;
  parts.tm_mday += days_later;
  return instant_of(parts);
}

Result<Instant> instant_of_local(std::string_view text) {
  const auto day = Date::parse(text.substr(0, 10));
  const bool clock = text.size() == 16 && (text[10] == ' ' || text[10] == 'T') && text[13] == ':';
  if (!day || (text.size() != 10 && !clock)) return Instant::parse(text);
  std::tm parts{};
  const auto [year, month, day_of_month] = day->parts();
  parts.tm_year = year - 1900;
  parts.tm_mon = month - 1;
  parts.tm_mday = day_of_month;
  if (clock && std::sscanf(std::string(text.substr(11)).c_str(), "%2d:%2d", &parts.tm_hour, &parts.tm_min) != 2)
    return Instant::parse(text);
  if (parts.tm_hour > 23 || parts.tm_min > 59) return Instant::parse(text);
  return instant_of(parts);
}

}  // namespace cli
