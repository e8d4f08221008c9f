#include "matching_file.h"

#include <algorithm>
#include <filesystem>

#include "sentences.h"

namespace cli {

namespace {

constexpr std::size_t most_columns = 16;
constexpr std::size_t lines_above_header = 5;
constexpr std::size_t rows_told = 4096;

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out.append(out.empty() ? "" : ", ").append(word);
  return out;
}

std::string all_roles() {
  std::string out;
  for (std::size_t i = 0; i < match::role_count; ++i) out.append(i == 0 ? "" : ", ").append(name_of(static_cast<match::Role>(i)));
  return out;
}

std::string trimmed(std::string_view s) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto from = s.find_first_not_of(blanks);
  return from == std::string_view::npos ? std::string() : std::string(s.substr(from, s.find_last_not_of(blanks) + 1 - from));
}

std::uint64_t size_of(const std::string& path) {
  std::error_code failed;
  const auto size = std::filesystem::file_size(path, failed);
  return failed ? 0 : size;
}

}  // namespace

MatchingFile::MatchingFile(const Context& c, std::string path, const MatchingOptions& options) : c_(c), path_(std::move(path)) {
  const auto kind = match::kind_named(options.kind);
  if (!kind) throw Stop{usage, c.say(say::unknown_kind, {options.kind}), "usage"};
  kind_ = *kind;
  country_ = options.country == "CN" ? std::string() : options.country;
  if (!country_.empty() && !match::knows_countries()) throw Stop{usage, c.say(say::country_unknown, {country_}), "usage"};
  if (!options.encoding.empty()) csv_.encoding = need(c, encoding_named(options.encoding));
  read_header(options);
  choose(options);
}

CsvReader MatchingFile::open() const { return need(c_, CsvReader::open_file(path_, csv_)); }

// A file may begin with lines like "客户名单（2026 年）,,,": the header is the first row with several cells, or with a known one.
bool MatchingFile::is_header(const std::vector<std::string>& cells, bool first) const {
  const auto roles = match::guess_roles(kind_, cells);
  const bool known = std::any_of(roles.begin(), roles.end(), [](const auto& role) { return role.has_value(); });
  return (first && known) || std::count_if(cells.begin(), cells.end(), [](const std::string& cell) { return !cell.empty(); }) > 1;
}

void MatchingFile::read_header(const MatchingOptions& options) {
  auto reader = open();
  CsvRow row;
  for (std::size_t tried = 0; tried < lines_above_header && need(c_, reader.next(row));) {
    if (row.fields.empty()) continue;
    std::vector<std::string> cells;
    for (const auto field : row.fields) cells.push_back(trimmed(field));
    const bool found = is_header(cells, tried == 0);
    if (found || tried++ == 0) header_ = std::move(cells), header_row_ = row.number;
    if (found) break;
  }
  encoding_ = reader.encoding();
  if (header_.empty()) throw Stop{usage, c_.say(say::empty_file, {path_}), "usage"};
  if (options.id == "#") return;
  const auto found = std::find(header_.begin(), header_.end(), options.id);
  if (found == header_.end() && options.lenient) return;
  if (found == header_.end()) throw Stop{usage, c_.say(say::no_column, {path_, options.id, joined(header_)}), "usage"};
  id_ = static_cast<std::size_t>(found - header_.begin());
}

// Roles are guessed without the column of the id, which says nothing about what is meant, and without those that --map names.
void MatchingFile::choose(const MatchingOptions& options) {
  auto guessed = header_;
  if (id_) guessed[*id_].clear();
  std::vector<std::optional<match::Role>> named(header_.size());
  for (const auto& each : options.map) {
    const auto equals = each.rfind('=');
    if (equals == std::string::npos || equals == 0) throw Stop{usage, c_.say(say::not_a_role, {each}), "usage"};
    const auto header = each.substr(0, equals), word = each.substr(equals + 1);
    const auto role = match::role_named(word);
    if (!word.empty() && !role) throw Stop{usage, c_.say(say::unknown_role, {each, word, all_roles()}), "usage"};
    const bool there = std::find(header_.begin(), header_.end(), header) != header_.end();
    if (!there && !options.lenient) throw Stop{usage, c_.say(say::no_column, {path_, header, joined(header_)}), "usage"};
    for (std::size_t i = 0; i < header_.size(); ++i)
      if (header_[i] == header) guessed[i].clear(), named[i] = role;
  }
  const auto roles = match::guess_roles(kind_, guessed);
  for (std::size_t i = 0; i < header_.size() && columns_.size() < most_columns; ++i)
    if (const auto role = named[i] ? named[i] : roles[i]) columns_.push_back({i, header_[i], *role});
  if (columns_.empty()) throw Stop{usage, c_.say(say::no_roles, {path_, joined(header_), name_of(encoding_)}), "usage"};
}

match::Configuration MatchingFile::configuration() const {
  auto out = match::ready(kind_);
  for (const auto& column : columns_) out.with(column.header, column.role).fields.back().country = country_;
  return out;
}

std::string MatchingFile::columns_said() const {
  std::string out;
  for (const auto& column : columns_) out.append(out.empty() ? "" : ", ").append(column.header).append(" (").append(name_of(column.role)).append(")");
  return out;
}

std::string MatchingFile::others_said() const {
  std::vector<std::string> others;
  for (std::size_t i = 0; i < header_.size(); ++i) {
    const bool compared = std::any_of(columns_.begin(), columns_.end(), [&](const Column& column) { return column.place == i; });
    if (!compared && i != id_ && !header_[i].empty()) others.push_back(header_[i]);
  }
  return joined(others);
}

std::string MatchingFile::columns_said(const match::Configuration& configuration) const {
  const auto places = columns_for(configuration);
  std::vector<std::string> said;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!places[i]) continue;
    const auto &here = header_[*places[i]], &there = configuration.fields[i].name;
    said.push_back(here == there ? here : here + " = " + there);
  }
  return joined(said);
}

std::vector<std::optional<std::size_t>> MatchingFile::columns_for(const match::Configuration& configuration) const {
  std::vector<std::optional<std::size_t>> out;
  std::vector<bool> taken(columns_.size());
  const auto take = [&](auto fits) -> std::optional<std::size_t> {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (taken[i] || !fits(columns_[i])) continue;
      taken[i] = true;
      return columns_[i].place;
    }
    return std::nullopt;
  };
  for (const auto& field : configuration.fields) out.push_back(take([&](const Column& column) { return column.header == field.name && column.role == field.role; }));
  for (std::size_t i = 0; i < out.size(); ++i)
    if (!out[i]) out[i] = take([&](const Column& column) { return column.role == configuration.fields[i].role; });
  return out;
}

RowTroubles MatchingFile::each_row(const std::vector<std::optional<std::size_t>>& columns, const Progress& progress, const Use& use) const {
  auto reader = open();
  CsvRow row;
  RowTroubles troubles;
  std::vector<std::string_view> values(columns.size());
  const auto of = size_of(path_);
  std::size_t number = 0;
  for (;;) {
    const auto more = reader.next(row);
    if (!more && more.error().code() == Code::io) need(c_, Result<void>(more.error().clone()));
    if (more && !*more) break;
    if (row.number <= header_row_ || (more && row.fields.empty())) continue;
    if (++number % rows_told == 0 && progress && !progress(reader.bytes_read(), of)) throw Stop{refused, c_.say(say::stopped, {}), "cancelled"};
    troubles.unreadable += !more;
    if (!more) continue;
    const auto value = [&](std::optional<std::size_t> place) { return place && *place < row.fields.size() ? row.fields[*place] : std::string_view(); };
    for (std::size_t i = 0; i < columns.size(); ++i) values[i] = value(columns[i]);
    const auto id = value(id_);
    use(!id_ ? std::to_string(number) : id.empty() ? "#" + std::to_string(number) : std::string(id), values);
  }
  troubles.characters = reader.replaced();
  return troubles;
}

RowTroubles add_rows(const MatchingFile& file, match::Detector& detector, std::vector<std::string>& ids, const Progress& progress) {
  return file.each_row(file.columns_for(detector.configuration()), progress, [&](const std::string& id, std::span<const std::string_view> values) {
    detector.add(values);
    ids.push_back(id);
  });
}

}  // namespace cli
