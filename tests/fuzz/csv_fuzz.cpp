// The CSV reader on arbitrary bytes.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "guanxi/csv.h"

using namespace guanxi;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

// A row with its place, or the sentence that stands for it.
struct Seen {
  std::uint64_t number = 0;
  std::uint64_t line = 0;
  std::vector<std::string> fields;
  std::string error;
  bool operator==(const Seen&) const = default;
};

bool see(CsvReader& reader, Seen& seen) {
  CsvRow row;
  const auto more = reader.next(row);
  if (more.ok() && !*more) return false;
  seen = {row.number, row.line, {row.fields.begin(), row.fields.end()}, more.ok() ? "" : more.error().text()};
  return true;
}

std::vector<Seen> see_all(CsvReader& reader, std::size_t most) {
  std::vector<Seen> all;
  for (Seen seen; see(reader, seen);) {
    all.push_back(std::move(seen));
    require(all.size() <= most);
  }
  return all;
}

CsvReader::Source pieces(std::string_view bytes, std::size_t piece) {
  return [bytes, piece](char* buffer, std::size_t size) mutable -> Result<std::size_t> {
    const std::size_t got = bytes.copy(buffer, std::min(size, piece));
    bytes.remove_prefix(got);
    return got;
  };
}

// Reading goes on from every one of the first rows as if it had never stopped.
void resumes(std::string_view bytes, const CsvOptions& options, const std::vector<Seen>& all) {
  auto reader = CsvReader::open_memory(bytes, options);
  for (std::size_t i = 0; i < std::min<std::size_t>(all.size(), 6); ++i) {
    auto other = CsvReader::open_memory(bytes, options);
    require(other->resume(reader->resume_point()).ok());
    Seen one;
    Seen two;
    require(see(*reader, one) && see(*other, two));
    require(one == two && one == all[i]);
  }
}

// What was read is read again when it is written.
void survives(const Seen& seen, char separator) {
  std::string text;
  write_csv_row(text, {seen.fields.begin(), seen.fields.end()}, separator);
  CsvOptions options{};
  options.encoding = Encoding::utf8;
  options.separator = separator;
  auto reader = CsvReader::open_memory(text, options);
  Seen again;
  require(see(*reader, again) && again.error.empty() && again.fields == seen.fields);
}

CsvOptions options_of(std::uint8_t choice) {
  CsvOptions options{};
  if ((choice & 1) != 0) options.encoding = static_cast<Encoding>(choice >> 1 & 3);
  if ((choice & 8) != 0) options.separator = ",;\t|"[choice >> 4 & 3];
  if ((choice & 64) != 0) {
    options.max_field = 20;
    options.max_row = 100;
    options.max_columns = 5;
  }
  return options;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  CsvOptions options = options_of(data[0]);
  const std::string_view given(reinterpret_cast<const char*>(data + 1), size - 1);
  std::string bytes(given);
  // Now and then more than the reader keeps at once.
  if (data[0] == 255 && given.size() > 2'000) {
    while (bytes.size() < 500'000) bytes += given;
  }
  auto reader = CsvReader::open_memory(bytes, options);
  const std::vector<Seen> all = see_all(*reader, bytes.size() + 1);
  require(reader->bytes_read() == bytes.size());

  auto slow = CsvReader::open(pieces(bytes, 1 + size % 7), options);
  require(see_all(*slow, bytes.size() + 1) == all);

  options.encoding = reader->encoding();
  options.separator = reader->separator();
  resumes(bytes, options, all);
  for (std::size_t i = 0; i < std::min<std::size_t>(all.size(), 20); ++i) {
    if (all[i].error.empty()) survives(all[i], reader->separator());
    for (const std::string& field : all[i].fields) looks_like_mojibake(field);
  }
  return 0;
}
