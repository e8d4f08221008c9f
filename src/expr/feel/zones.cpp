#include "expr/feel/zones.h"

#include <algorithm>
#include <charconv>

#include "base/calendar.h"
#include "base/os/file.h"
#include "expr/feel/temporal.h"

namespace guanxi::feel {
namespace {

constexpr std::size_t header_size = 44;

std::int64_t big_endian(std::string_view bytes) {
  std::uint64_t out = 0;
  for (const char c : bytes) out = out << 8 | static_cast<unsigned char>(c);
  if (bytes.size() == 4) return static_cast<std::int32_t>(static_cast<std::uint32_t>(out));
  return static_cast<std::int64_t>(out);
}

struct Header {
  std::size_t utc_marks, standard_marks, leaps, changes, types, characters;

  static Header at(std::string_view bytes) {
    const auto count = [&](std::size_t i) { return static_cast<std::size_t>(big_endian(bytes.substr(20 + 4 * i, 4)) & 0xFFFFFF); };
    return {count(0), count(1), count(2), count(3), count(4), count(5)};
  }
  std::size_t size(std::size_t time_size) const {
    return changes * (time_size + 1) + types * 6 + characters + leaps * (time_size + 4) + standard_marks + utc_marks;
  }
};

bool take_number(std::string_view& text, int& n) {
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (fault != std::errc{}) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

// "2", "-3:30", "+10:00:00"
bool take_seconds(std::string_view& text, std::int32_t& seconds) {
  const bool minus = take(text, '-');
  if (!minus) take(text, '+');
  int part = 0;
  seconds = 0;
  for (int unit = 3600; unit >= 1; unit /= 60) {
    if (!take_number(text, part)) return false;
    seconds += part * unit;
    if (!take(text, ':')) break;
  }
  if (minus) seconds = -seconds;
  return true;
}

bool skip_name(std::string_view& text) {
  if (take(text, '<')) {
    const std::size_t end = text.find('>');
    if (end == std::string_view::npos) return false;
    text.remove_prefix(end + 1);
    return true;
  }
  const std::size_t end = text.find_first_of("0123456789+-,");
  text.remove_prefix(std::min(end, text.size()));
  return true;
}

bool take_change(std::string_view& text, YearlyChange& change) {
  if (!take(text, ',')) return false;
  bool read = false;
  if (take(text, 'M')) {
    change.form = YearlyChange::month_week_day;
    read = take_number(text, change.month) && take(text, '.') && take_number(text, change.week) && take(text, '.') &&
           take_number(text, change.day) && change.month >= 1 && change.month <= 12;
  } else {
    change.form = take(text, 'J') ? YearlyChange::day_without_leap : YearlyChange::day_with_leap;
    read = take_number(text, change.day);
  }
  return read && (!take(text, '/') || take_seconds(text, change.seconds));
}

// Days since 1970 on which the change falls.
std::int64_t day_of_change(const YearlyChange& change, std::int64_t year) {
  const std::int64_t new_year = days_from_civil({year, 1, 1});
  if (change.form == YearlyChange::day_with_leap) return new_year + change.day;
  const bool leap = days_from_civil({year, 3, 1}) - days_from_civil({year, 2, 1}) == 29;
  if (change.form == YearlyChange::day_without_leap) return new_year + change.day - 1 + (leap && change.day >= 60 ? 1 : 0);
  const std::int64_t first = days_from_civil({year, change.month, 1});
  const std::int64_t weekday = ((first + 4) % 7 + 7) % 7;  // Sunday is 0
  std::int64_t day = first + (change.day - weekday + 7) % 7 + 7 * (change.week - 1);
  const std::int64_t next_month = change.month == 12 ? days_from_civil({year + 1, 1, 1}) : days_from_civil({year, change.month + 1, 1});
  while (day >= next_month) day -= 7;
  return day;
}

std::int64_t floor_days(std::int64_t seconds) {
  return seconds >= 0 ? seconds / seconds_per_day : -((-seconds + seconds_per_day - 1) / seconds_per_day);
}

}  // namespace

std::unique_ptr<const TimeZone> TimeZone::read(std::string name, std::string_view bytes) {
  if (bytes.size() < header_size || bytes.substr(0, 4) != "TZif" || bytes[4] < '2') return nullptr;
  const std::size_t second = header_size + Header::at(bytes).size(4);
  if (bytes.size() < second + header_size) return nullptr;
  bytes.remove_prefix(second);
  const Header header = Header::at(bytes);
  if (bytes.size() < header_size + header.size(8) || header.types == 0) return nullptr;
  const std::string_view times = bytes.substr(header_size, header.changes * 8);
  const std::string_view indexes = bytes.substr(header_size + header.changes * 8, header.changes);
  const std::string_view types = bytes.substr(header_size + header.changes * 9, header.types * 6);
  const auto offset = [&](std::size_t type) { return static_cast<std::int32_t>(big_endian(types.substr(type * 6, 4))); };

  auto zone = std::make_unique<TimeZone>();
  zone->name_ = std::move(name);
  zone->first_ = offset(0);
  for (std::size_t i = 0; i < header.changes; ++i) {
    const auto type = static_cast<unsigned char>(indexes[i]);
    if (type >= header.types) return nullptr;
    zone->changes_.push_back({big_endian(times.substr(i * 8, 8)), offset(type)});
  }
  std::string_view footer = bytes.substr(header_size + header.size(8));
  if (take(footer, '\n')) zone->has_rule_ = zone->read_rule(footer.substr(0, footer.find('\n')));
  return zone;
}

bool TimeZone::read_rule(std::string_view footer) {
  if (footer.empty() || !skip_name(footer) || !take_seconds(footer, standard_)) return false;
  standard_ = -standard_;
  if (footer.empty()) return true;
  if (!skip_name(footer)) return false;
  summer_ = standard_ + 3600;
  if (!footer.empty() && footer.front() != ',') {
    if (!take_seconds(footer, summer_)) return false;
    summer_ = -summer_;
  }
  has_summer_ = take_change(footer, to_summer_) && take_change(footer, to_standard_);
  return has_summer_;
}

std::int32_t TimeZone::offset_by_rule(std::int64_t utc_seconds) const noexcept {
  if (!has_summer_) return standard_;
  const std::int64_t year = civil_from_days(floor_days(utc_seconds + standard_)).year;
  const std::int64_t start = day_of_change(to_summer_, year) * seconds_per_day + to_summer_.seconds - standard_;
  const std::int64_t end = day_of_change(to_standard_, year) * seconds_per_day + to_standard_.seconds - summer_;
  const bool summer = start < end ? utc_seconds >= start && utc_seconds < end : utc_seconds >= start || utc_seconds < end;
  return summer ? summer_ : standard_;
}

std::int32_t TimeZone::offset_at(std::int64_t utc_seconds) const noexcept {
  const auto after = std::upper_bound(changes_.begin(), changes_.end(), utc_seconds,
                                      [](std::int64_t t, const Change& change) { return t < change.at; });
  if (after == changes_.end() && has_rule_) return offset_by_rule(utc_seconds);
  return after == changes_.begin() ? first_ : std::prev(after)->offset;
}

std::int32_t TimeZone::offset_at_local(std::int64_t local_seconds) const noexcept {
  const std::int32_t before = offset_at(local_seconds - seconds_per_day);
  if (offset_at(local_seconds - before) == before) return before;
  return offset_at(local_seconds - before);
}

const TimeZone* Zones::find(std::string_view name) {
  const std::lock_guard hold(mutex_);
  if (const auto known = known_.find(name); known != known_.end()) return known->second.get();
  const bool plausible = !name.empty() && name.size() < 64 && name.front() != '/' && name.find("..") == std::string_view::npos &&
                         name.find('\0') == std::string_view::npos;
  if (!plausible || known_.size() > 1000) return nullptr;
  auto file = os::InputFile::open(folder_ + "/" + std::string(name));
  std::string bytes(std::size_t{1} << 16, '\0');
  std::size_t size = 0;
  while (file && size < bytes.size()) {
    const auto got = file->read(bytes.data() + size, bytes.size() - size);
    if (!got || *got == 0) break;
    size += *got;
  }
  auto zone = TimeZone::read(std::string(name), std::string_view(bytes).substr(0, size));
  return (known_[std::string(name)] = std::move(zone)).get();
}

}  // namespace guanxi::feel
