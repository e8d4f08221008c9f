#include "match/file/log.h"

#include <cstring>

#include "base/check.h"
#include "base/os/mapped_file.h"
#include "match/file/format.h"
#include "match/index/hash.h"

namespace guanxi::match {

namespace {

constexpr std::uint64_t log_magic = 0x4C4D786E47ULL;  // "GnxML"

struct LogHead {
  std::uint64_t magic = log_magic, base = 0;
};

struct EntryHead {
  std::uint64_t checksum = 0;  // of what follows it
  std::uint64_t id = 0;
  std::uint32_t bytes = 0;     // of the values
  std::uint16_t values = 0;
  std::uint8_t kind = 0, zero = 0;
};
constexpr std::size_t checked_from = sizeof(std::uint64_t);

template <class T>
std::string_view bytes_of(const T& value) noexcept {
  return {reinterpret_cast<const char*>(&value), sizeof value};
}

std::uint64_t checksum(const EntryHead& head, std::string_view values) { return mixed(checksum_of(bytes_of(head).substr(checked_from)) ^ checksum_of(values)); }

// Reads the values of an entry: each behind its length.
bool read_values(std::string_view bytes, std::size_t count, std::vector<std::string_view>& out) {
  out.clear();
  for (std::size_t i = 0; i < count; ++i) {
    std::uint32_t length = 0;
    if (bytes.size() < sizeof length) return false;
    std::memcpy(&length, bytes.data(), sizeof length);
    bytes.remove_prefix(sizeof length);
    if (bytes.size() < length) return false;
    out.push_back(bytes.substr(0, length));
    bytes.remove_prefix(length);
  }
  return bytes.empty();
}

// Takes the entry at the front; false at the end and where it is not whole.
bool next(std::string_view& rest, Change& out) {
  EntryHead head;
  if (rest.size() < sizeof head) return false;
  std::memcpy(&head, rest.data(), sizeof head);
  if (rest.size() - sizeof head < head.bytes) return false;
  const auto values = rest.substr(sizeof head, head.bytes);
  if (head.checksum != checksum(head, values) || !read_values(values, head.values, out.values)) return false;
  out.kind = static_cast<Change::Kind>(head.kind);
  out.id = head.id;
  rest.remove_prefix(sizeof head + head.bytes);
  return true;
}

// Hands over what is whole; how many bytes that is.
std::uint64_t replay(std::string_view log, std::uint64_t base, FunctionRef<void(const Change&)> sink) {
  LogHead head;
  if (log.size() < sizeof head) return 0;
  std::memcpy(&head, log.data(), sizeof head);
  if (head.magic != log_magic || head.base != base) return 0;
  auto rest = log.substr(sizeof head);
  for (Change change; next(rest, change);) sink(change);
  return log.size() - rest.size();
}

}  // namespace

Result<ChangeLog> ChangeLog::open(const std::string& path, std::uint64_t base, FunctionRef<void(const Change&)> sink) {
  std::uint64_t whole = 0;
  if (const auto map = os::MappedFile::open(path)) {
    const auto bytes = map->bytes();
    whole = replay({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, base, sink);
  } else if (map.error().code() != Code::not_found) {
    return map.error().clone();
  }
  GUANXI_ASSIGN(auto file, os::OutputFile::open(path, whole));
  ChangeLog log(std::move(file));
  if (whole == 0) log.pending_ = bytes_of(LogHead{log_magic, base});
  return log;
}

void ChangeLog::add(const Change& change) {
  std::string values;
  for (const auto value : change.values) {
    const auto length = static_cast<std::uint32_t>(value.size());
    values.append(bytes_of(length)).append(value);
  }
  EntryHead head;
  head.id = change.id;
  head.bytes = static_cast<std::uint32_t>(values.size());
  head.values = static_cast<std::uint16_t>(change.values.size());
  head.kind = static_cast<std::uint8_t>(change.kind);
  head.checksum = checksum(head, values);
  pending_.append(bytes_of(head)).append(values);
}

Result<void> ChangeLog::flush() {
  GUANXI_CHECK(file_.write(pending_));
  pending_.clear();
  return {};
}

Result<void> ChangeLog::begin_anew(std::uint64_t base) {
  GUANXI_CHECK(file_.truncate(0));
  pending_ = bytes_of(LogHead{log_magic, base});
  return flush();
}

}  // namespace guanxi::match
