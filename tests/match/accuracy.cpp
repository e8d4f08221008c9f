#include "accuracy.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <stdexcept>

#include "guanxi/csv.h"

namespace guanxi::test {

namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

std::string trimmed(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  return std::string(s);
}

std::size_t pairs_in(const std::vector<std::string>& truth) {
  std::map<std::string_view, std::size_t> sizes;
  for (const auto& entity : truth) ++sizes[entity];
  std::size_t pairs = 0;
  for (const auto& [entity, size] : sizes) pairs += size * (size - 1) / 2;
  return pairs;
}

std::string corpora_root() {
  const char* given = std::getenv("GUANXI_CORPORA");
  return given != nullptr ? given : std::string(GUANXI_SOURCE_DIR) + "/../shared/corpora";
}

}  // namespace

Corpora::Corpora() : root_(corpora_root()) {
  const auto archive = root_ + "/customers.tar.gz";
  if (!std::filesystem::exists(archive)) return;
  std::string name = (std::filesystem::temp_directory_path() / "guanxi-match-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  unpacked_ = name;
  const auto command = "tar -xzf '" + archive + "' -C '" + name + "' && gzip -dk '" + name + "/customers/names/company-short-28w.txt.gz'";
  if (std::system(command.c_str()) == 0) folder_ = name + "/customers/";
}

Corpora::~Corpora() {
  if (!unpacked_.empty()) std::filesystem::remove_all(unpacked_);
}

std::size_t Table::column(std::string_view name) const {
  const auto found = std::find(header.begin(), header.end(), name);
  if (found == header.end()) throw std::runtime_error("no column " + std::string(name));
  return static_cast<std::size_t>(found - header.begin());
}

Table read_table(const std::string& path) {
  auto reader = CsvReader::open_file(path);
  if (!reader) throw std::runtime_error(reader.error().text());
  Table table;
  CsvRow row;
  for (;;) {
    const auto more = reader->next(row);
    if (!more) continue;  // a broken row says nothing about accuracy
    if (!*more) return table;
    if (row.fields.empty()) continue;
    std::vector<std::string> values;
    for (const auto field : row.fields) values.push_back(trimmed(field));
    if (table.header.empty()) {
      table.header = values;
    } else {
      values.resize(table.header.size());
      table.rows.push_back(std::move(values));
    }
  }
}

namespace {

std::string told(const char* what, const match::Detector& detector, const Table& table, match::Number a, match::Number b) {
  std::string out = what;
  for (const auto record : {a, b}) {
    out += "\n    ";
    for (const auto& value : table.rows[record]) out.append(value).append(" | ");
  }
  const auto explanation = detector.explain(a, b);
  return out + "\n    " + std::string(match::name_of(explanation.verdict)) + ": " + detector.say(explanation, Language::english);
}

std::vector<std::string> errors_of(const match::Detector& detector, const Table& table, const std::vector<std::string>& truth, const match::Duplicates& found) {
  std::vector<std::string> out;
  for (const auto& pair : found.pairs)
    if (truth[pair.a] != truth[pair.b]) out.push_back(told("wrong", detector, table, pair.a, pair.b));
  std::map<std::string_view, std::vector<match::Number>> entities;
  for (match::Number i = 0; i < truth.size(); ++i) entities[truth[i]].push_back(i);
  for (const auto& [entity, records] : entities)
    for (std::size_t i = 0; i < records.size(); ++i)
      for (std::size_t j = i + 1; j < records.size(); ++j)
        if (found.cluster[records[i]] != found.cluster[records[j]]) out.push_back(told("missed", detector, table, records[i], records[j]));
  return out;
}

}  // namespace

match::Detector detector_of(match::Kind kind, const Table& table, const Withheld& withheld) {
  auto configuration = match::ready(kind);
  std::vector<std::string> headers = table.header;
  for (auto& header : headers)
    if (withheld.contains(header)) header.clear();
  const auto roles = match::guess_roles(kind, headers);
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < roles.size(); ++i)
    if (roles[i] && columns.size() < 16) configuration.with(headers[i], *roles[i]), columns.push_back(i);
  match::Detector detector(configuration);
  std::vector<std::string_view> values(columns.size());
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < columns.size(); ++i) values[i] = row[columns[i]];
    detector.add(values);
  }
  detector.train();
  return detector;
}

Score deduplicate(match::Kind kind, const Table& table, const Withheld& withheld, const std::vector<std::string>& truth) {
  const auto start = Clock::now();
  const auto detector = detector_of(kind, table, withheld);
  const auto found = detector.duplicates();
  if (!found) throw std::runtime_error(found.error().text());
  Score score;
  for (const auto& pair : found->pairs) ++(truth[pair.a] == truth[pair.b] ? score.right : score.wrong);
  const auto all = pairs_in(truth);
  score.missed = all - score.right;
  score.precision = static_cast<double>(score.right) / static_cast<double>(std::max<std::size_t>(score.right + score.wrong, 1));
  score.recall = static_cast<double>(score.right) / static_cast<double>(std::max<std::size_t>(all, 1));
  score.f1 = 2 * static_cast<double>(score.right) / static_cast<double>(2 * score.right + score.wrong + score.missed);
  score.seconds = since(start);
  score.errors = errors_of(detector, table, truth, *found);
  return score;
}

}  // namespace guanxi::test
