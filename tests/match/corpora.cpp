// What is measured on each set, and what it must reach.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <random>

#include "accuracy.h"

namespace guanxi::test {

namespace {

using match::Kind;
using match::Role;

std::vector<std::string> column_of(const Table& table, std::string_view name) {
  std::vector<std::string> out;
  for (const auto& row : table.rows) out.push_back(row[table.column(name)]);
  return out;
}

struct Goal {
  double goal, floor;
};

std::string said(const Score& s) {
  char text[160];
  std::snprintf(text, sizeof text, "precision %.4f, recall %.4f, %zu wrong, %zu missed, %.1f s", s.precision, s.recall, s.wrong, s.missed, s.seconds);
  return text;
}

Line f1(std::string what, const Score& score, Goal goal) { return {std::move(what) + ", F1", score.f1, goal.goal, goal.floor, said(score), score.errors}; }

Line febrl(const std::string& file, const std::string& number, Goal goal) {
  const auto table = read_table(file);
  auto truth = column_of(table, "rec_id");
  for (auto& id : truth) id = id.substr(0, id.find('-', 4));
  return f1("febrl" + number, deduplicate(Kind::person, table, {"rec_id"}, truth), goal);
}

Line splink(const std::string& file, const std::string& what, const std::string& truth, Goal goal) {
  const auto table = read_table(file);
  return f1(what, deduplicate(Kind::person, table, {"unique_id", truth}, column_of(table, truth)), goal);
}

Line restaurant(const std::string& file, Kind kind, Goal goal) {
  const auto table = read_table(file);
  return f1("restaurant as " + std::string(name_of(kind)), deduplicate(kind, table, {"unique_id"}, column_of(table, "unique_id")), goal);
}

Line sites(const std::string& file, Goal goal) {
  const auto table = read_table(file);
  return f1("sites", deduplicate(Kind::site, table, {"True Id", "Id"}, column_of(table, "True Id")), goal);
}

// Two years of one register in one table.
Line taiwan(const std::string& folder, Goal goal) {
  auto table = read_table(folder + "L_2022-11-19.csv");
  for (auto& row : read_table(folder + "L_2023-08-31.csv").rows) {
    row.resize(table.header.size());
    table.rows.push_back(row);
  }
  return f1("Taiwan 2022 and 2023", deduplicate(Kind::organisation, table, {"公司代號", "營利事業統一編號"}, column_of(table, "公司代號")), goal);
}

// Answers queries by the best hits; `right` says whether record i answers query q.
Line lookup(std::string what, const match::Detector& detector, const std::vector<std::string>& queries, const std::vector<std::string>& names, std::size_t limit, Goal goal,
            const std::function<bool(std::size_t query, match::Number record)>& right) {
  std::size_t hits = 0;
  std::vector<std::string> errors;
  for (std::size_t q = 0; q < queries.size(); ++q) {
    const auto found = detector.check({queries[q]}, {.limit = limit});
    const bool hit = std::any_of(found.hits.begin(), found.hits.end(), [&](const match::Match& m) { return right(q, m.record); });
    hits += hit;
    if (hit) continue;
    std::string error = "missed: " + queries[q];
    for (match::Number i = 0; i < names.size(); ++i)
      if (right(q, i)) error += " = " + names[i] + " (" + detector.say(detector.explain(std::vector<std::string_view>{queries[q]}, i), Language::english) + ")";
    for (const auto& m : found.hits) error += "\n    " + names[m.record] + " (" + detector.say(detector.explain(std::vector<std::string_view>{queries[q]}, m.record), Language::english) + ")";
    errors.push_back(std::move(error));
  }
  const auto share = static_cast<double>(hits) / static_cast<double>(queries.size());
  return {std::move(what) + ", hit@" + std::to_string(limit), share, goal.goal, goal.floor, std::to_string(hits) + " of " + std::to_string(queries.size()), std::move(errors)};
}

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream in(path);
  std::vector<std::string> out;
  for (std::string line; std::getline(in, line);)
    if (!line.empty()) out.push_back(line);
  return out;
}

// Names made of the parts of real ones: what other companies might be called.
std::vector<std::string> made_names(const std::vector<std::string>& brands, const std::vector<std::string>& places, const std::vector<std::string>& trades, std::size_t count) {
  constexpr const char* forms[]{"有限公司", "有限责任公司", "股份有限公司", "集团有限公司"};
  std::mt19937 random(7);
  const auto pick = [&](const auto& list) { return list[random() % list.size()]; };
  std::vector<std::string> out;
  while (out.size() < count) out.push_back(pick(places) + pick(brands) + pick(trades) + forms[random() % 4]);
  return out;
}

match::Detector names_only(const std::vector<std::string>& names) {
  match::Detector detector(match::ready(Kind::organisation).with("name", Role::organisation_name));
  for (const auto& name : names) detector.add({name});
  detector.settle();
  return detector;
}

std::vector<Line> ashare(const std::string& folder) {
  const auto table = read_table(folder + "ashare/short-full.csv");
  const auto shorts = column_of(table, "short_name"), full = column_of(table, "full_name");
  auto brands = lines_of(folder + "names/company-short-28w.txt");
  std::erase_if(brands, [&](const std::string& brand) { return std::find(shorts.begin(), shorts.end(), brand) != shorts.end(); });
  const auto right = [&](std::size_t q, match::Number record) { return record < full.size() && full[record] == full[q]; };
  std::vector<Line> out;
  auto names = full;
  const auto made = made_names(brands, lines_of(folder + "names/companynameparser_china_place.txt"), lines_of(folder + "names/companynameparser_trade.txt"), 100'000);
  names.insert(names.end(), made.begin(), made.end());
  out.push_back(lookup("A-share short to full among 100,000 full names", names_only(names), shorts, names, 1, {.93, .93}, right));
  names = full;
  std::shuffle(brands.begin(), brands.end(), std::mt19937(7));
  names.insert(names.end(), brands.begin(), brands.begin() + 100'000);
  out.push_back(lookup("A-share short to full among 100,000 short names", names_only(names), shorts, names, 1, {0, .68}, right));
  return out;
}

std::vector<Line> wikidata(const std::string& file) {
  const auto json = nlohmann::json::parse(std::ifstream(file));
  std::vector<std::string> names, aliases;
  std::vector<std::size_t> owner;
  std::map<std::string, std::size_t> number;
  for (const auto& entity : json["entities"]) {
    number[entity["qid"]] = names.size();
    for (const std::string alias : entity["aliases"]) aliases.push_back(alias), owner.push_back(names.size());
    names.push_back(entity["canonical"]);
  }
  auto detector = names_only(names);
  std::vector<Line> out;
  out.push_back(lookup("Wikidata alias", detector, aliases, names, 5, {.75, .75}, [&](std::size_t q, match::Number record) { return names[record] == names[owner[q]]; }));
  detector.train();
  const auto found = detector.duplicates();
  std::size_t families = 0, merged = 0;
  for (const auto& family : json["has_subsidiary"])
    for (const std::string member : family["members"]) {
      const auto parent = number.find(family["parent"]), child = number.find(member);
      if (parent == number.end() || child == number.end() || names[parent->second] == names[child->second]) continue;
      ++families;
      merged += found->cluster[parent->second] == found->cluster[child->second];
    }
  const auto apart = 1 - static_cast<double>(merged) / static_cast<double>(families);
  out.push_back({"Wikidata subsidiaries kept apart from parents", apart, 1, 0.999, std::to_string(merged) + " of " + std::to_string(families) + " merged, " +
                                                                                std::to_string(found->pairs.size()) + " pairs same", {}});
  return out;
}

}  // namespace

std::vector<Line> measure_all(const std::string& folder, const std::string& only) {
  const std::pair<std::string, std::function<std::vector<Line>()>> sets[]{
      {"febrl1", [&] { return std::vector{febrl(folder + "febrl/dataset1.csv", "1", {.99, .99})}; }},
      {"febrl2", [&] { return std::vector{febrl(folder + "febrl/dataset2.csv", "2", {.99, .99})}; }},
      {"febrl3", [&] { return std::vector{febrl(folder + "febrl/dataset3.csv", "3", {.9992, .9992})}; }},
      {"fake_1000", [&] { return std::vector{splink(folder + "splink/fake_1000.csv", "fake_1000", "cluster", {.95, .95})}; }},
      {"fake_20000", [&] { return std::vector{splink(folder + "splink/fake_20000.csv", "fake_20000", "group", {.90, .88})}; }},
      {"restaurant", [&] { return std::vector{restaurant(folder + "restaurant/restaurant-864.csv", Kind::organisation, {.95, .97}), restaurant(folder + "restaurant/restaurant-864.csv", Kind::site, {.95, .945})}; }},
      {"sites", [&] { return std::vector{sites(folder + "sites/csv_example_input_with_true_ids.csv", {.90, .955})}; }},
      {"taiwan", [&] { return std::vector{taiwan(folder + "tw/", {.99, .99})}; }},
      {"ashare", [&] { return ashare(folder); }},
      {"wikidata", [&] { return wikidata(folder + "wikidata/companies-aliases.json"); }},
  };
  std::vector<Line> out;
  for (const auto& [name, measure] : sets) {
    if (!only.empty() && only != name) continue;
    for (auto& line : measure()) out.push_back(std::move(line));
  }
  return out;
}

}  // namespace guanxi::test
