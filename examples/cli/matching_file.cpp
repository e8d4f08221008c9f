#include "matching_file.h"

#include <algorithm>

#include "sentences.h"

namespace cli {

namespace {

constexpr std::size_t most_columns = 16;

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
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  return std::string(s);
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

void MatchingFile::read_header(const MatchingOptions& options) {
  auto reader = open();
  CsvRow row;
  while (header_.empty()) {
    if (!need(c_, reader.next(row))) throw Stop{usage, c_.say(say::empty_file, {path_}), "usage"};
    for (const auto field : row.fields) header_.push_back(trimmed(field));
  }
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
    if (equals == std::string::npos || equals == 0) throw Stop{usage, c_.say(say::not_a_mapping, {each}), "usage"};
    const auto column = std::find(header_.begin(), header_.end(), each.substr(0, equals));
    if (column == header_.end() && options.lenient) continue;
    if (column == header_.end()) throw Stop{usage, c_.say(say::no_column, {path_, each.substr(0, equals), joined(header_)}), "usage"};
    const auto place = static_cast<std::size_t>(column - header_.begin());
    const auto role = each.substr(equals + 1);
    guessed[place].clear();
    if (role.empty()) continue;
    named[place] = match::role_named(role);
    if (!named[place]) throw Stop{usage, c_.say(say::unknown_role, {each, role, all_roles()}), "usage"};
  }
  const auto roles = match::guess_roles(kind_, guessed);
  for (std::size_t i = 0; i < header_.size() && columns_.size() < most_columns; ++i)
    if (const auto role = named[i] ? named[i] : roles[i]) columns_.push_back({i, header_[i], *role});
  if (columns_.empty()) throw Stop{usage, c_.say(say::no_roles, {path_}), "usage"};
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

std::size_t MatchingFile::each_row(const std::vector<std::optional<std::size_t>>& columns, const Use& use) const {
  auto reader = open();
  CsvRow row;
  std::vector<std::string_view> values(columns.size());
  std::size_t number = 0, skipped = 0;
  bool header = true;
  for (;;) {
    const auto more = reader.next(row);
    if (!more && more.error().code() == Code::io) need(c_, Result<void>(more.error().clone()));
    if (more && !*more) return skipped;
    if (more && row.fields.empty()) continue;
    if (std::exchange(header, false)) continue;
    ++number;
    skipped += !more;
    const auto value = [&](std::optional<std::size_t> place) { return more && place && *place < row.fields.size() ? row.fields[*place] : std::string_view(); };
    for (std::size_t i = 0; i < columns.size(); ++i) values[i] = value(columns[i]);
    if (more) use(id_ ? std::string(value(id_)) : std::to_string(number), values);
  }
}

std::size_t add_rows(const MatchingFile& file, match::Detector& detector, std::vector<std::string>& ids) {
  return file.each_row(file.columns_for(detector.configuration()), [&](const std::string& id, std::span<const std::string_view> values) {
    detector.add(values);
    ids.push_back(id);
  });
}

}  // namespace cli
