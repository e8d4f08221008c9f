#include "crm/import/head.h"

#include <algorithm>
#include <unordered_set>

#include "base/check.h"
#include "base/plain.h"
#include "crm/import/content.h"

namespace guanxi::import {
namespace {

constexpr Message empty_file{"import.empty", "The file {0} is empty: choose one that has a header and rows.", "文件 {0} 是空的：请选择含有表头和数据的文件。"};
constexpr Message no_header{"import.no_header", "The first row of {0} holds data (“{1}”), not the names of columns: put a row with the names on top.",
                            "{0} 的第一行是数据（“{1}”）而不是列名：请在最上方加一行列名。"};

constexpr std::size_t most_bytes = 4U << 20;

// A header names columns; a row with a phone number, date or address of mail in it does not.
const std::string_view* data_in(const std::vector<std::string_view>& row) {
  const auto found = std::find_if(row.begin(), row.end(), is_data);
  return found == row.end() ? nullptr : &*found;
}

Result<void> read_rows(CsvReader& reader, std::size_t most, Head& head) {
  CsvRow row;
  std::size_t bytes = 0;
  while (head.rows.size() < most && bytes < most_bytes) {
    const auto got = reader.next(row);
    if (!got && got.error().code() != Code::invalid) return got.error().clone();
    if (!got) continue;  // the import itself says what is wrong with it
    if (!*got) break;
    if (row.fields.empty()) continue;
    head.rows.emplace_back(row.fields.begin(), row.fields.end());
    for (const std::string_view field : row.fields) bytes += field.size();
  }
  head.bytes = reader.resume_point().offset;
  return {};
}

}  // namespace

std::vector<std::string_view> Head::values(std::size_t column) const {
  std::vector<std::string_view> values;
  for (const auto& row : rows)
    if (column < row.size()) values.push_back(row[column]);
  return values;
}

Result<bool> next_row(CsvReader& reader, CsvRow& row) {
  while (true) {
    GUANXI_ASSIGN(const bool got, reader.next(row));
    if (!got || !row.fields.empty()) return got;
  }
}

std::vector<std::string> headers_of(const std::vector<std::string_view>& row, std::vector<std::string>* renamed) {
  std::vector<std::string> headers;
  std::unordered_set<std::string> taken;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string written(trim(row[i]));
    const std::string base = written.empty() ? "Column " + std::to_string(i + 1) : written;
    std::string header = base;
    for (int n = 2; !taken.insert(header).second; ++n) header = base + " (" + std::to_string(n) + ")";
    if (header != base && renamed != nullptr) renamed->push_back(header);
    headers.push_back(std::move(header));
  }
  return headers;
}

Result<Head> read_head(const std::string& path, const CsvOptions& options, std::size_t most) {
  GUANXI_ASSIGN(CsvReader reader, CsvReader::open_file(path, options));
  CsvRow row;
  GUANXI_ASSIGN(const bool any, next_row(reader, row));
  if (!any) return Error(Code::invalid, empty_file, {path});
  const bool blank = std::all_of(row.fields.begin(), row.fields.end(), [](std::string_view field) { return trim(field).empty(); });
  if (blank) return Error(Code::invalid, no_header, {path, ""});
  if (const std::string_view* data = data_in(row.fields)) return Error(Code::invalid, no_header, {path, std::string(trim(*data))});
  Head head;
  head.headers = headers_of(row.fields, &head.renamed);
  GUANXI_CHECK(read_rows(reader, most, head));
  head.encoding = reader.encoding();
  head.separator = reader.separator();
  return head;
}

}  // namespace guanxi::import
