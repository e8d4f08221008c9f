// What the tests of import and export share: a folder with crafted files, and stores in memory and in a file.
#pragma once

#include <fstream>
#include <map>
#include <sstream>

#include "../world.h"
#include "guanxi/import.h"

namespace guanxi::test {

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

inline void write_file(const std::string& path, std::string_view text) {
  std::ofstream out(path, std::ios::binary);
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
}

// One world with a folder for its files.
class Desk {
 public:
  explicit Desk(World& world) : world(world) {}

  std::string put(std::string_view text, const std::string& name = "in.csv") const {
    write_file(folder.file(name), text);
    return folder.file(name);
  }
  std::string error_path() const { return folder.file("refused.csv"); }

  ImportPlan plan(std::string_view text, const ImportOptions& options = {}) { return need(plan_import(world.admin, put(text), options)); }

  // Plans and runs at once, as the administrator.
  ImportReport import(std::string_view text, ImportOptions options = {}) {
    if (options.error_file.empty()) options.error_file = error_path();
    return need(run_import(world.admin, plan(text, options)));
  }

  World& world;
  Folder folder;
};

inline void at_a_desk(const std::function<void(Desk&)>& test) {
  on_both_backends([&](World& world) {
    Desk desk(world);
    test(desk);
  });
}

// The field that a plan gives a header, with the reason: "name (header)".
inline std::string said_of(const ImportPlan& plan, std::string_view header) {
  for (const ImportColumn& column : plan.columns)
    if (column.header == header) return column.field.empty() ? "" : column.field + " (" + column.how + ")";
  return "no such column";
}

// Whether one of the sentences is this one.
inline bool has(const std::vector<std::string>& sentences, std::string_view sentence) {
  return std::find(sentences.begin(), sentences.end(), sentence) != sentences.end();
}

inline std::vector<AnyRecord> all_of(Session& session, std::uint16_t entity) {
  std::vector<AnyRecord> rows;
  need(session.each(entity, {}, {}, [&](AnyRecord& row) {
    rows.push_back(std::move(row));
    return true;
  }));
  return rows;
}

// The one account of this name.
inline Record<Account> account_named(Session& session, std::string_view name) {
  auto page = need(session.find<Account>(Account.name == Text(name)));
  REQUIRE(page.rows.size() == 1);
  return std::move(page.rows.front());
}

// All live rows of the entities that imports write, without what the library keeps. With ids: what a store holds; without:
// what two stores have in common, references by the name of what they point to.
inline std::string dump(Session& session, bool with_ids) {
  const auto schema = session.schema();
  std::map<Id, std::string> names;
  std::vector<std::pair<const EntityType*, std::vector<AnyRecord>>> tables;
  for (const auto& type : schema->entities()) {
    if (type->number() >= 500) continue;
    tables.emplace_back(type.get(), all_of(session, type->number()));
    const AnyField* name = type->find("name");
    for (const AnyRecord& row : tables.back().second) names[row.id()] = name == nullptr ? "?" : std::string(row.get(*name).view());
  }
  std::string out;
  for (const auto& [type, rows] : tables) {
    std::vector<std::string> lines;
    for (const AnyRecord& row : rows) {
      std::string line(type->name());
      if (with_ids) line += " " + row.id().text();
      for (const AnyField* field : type->fields()) {
        if (field->slot < common::count || !row.get(*field).is_set()) continue;
        if (!with_ids && field->type == Type::instant) continue;  // the clock's
        const bool by_name = !with_ids && field->type == Type::id;
        line += " " + std::string(field->name) + "=" + (by_name ? names[Codec<Id>::unpack(row.get(*field))] : text_of(row.get(*field)));
      }
      lines.push_back(std::move(line));
    }
    std::sort(lines.begin(), lines.end());
    for (const std::string& line : lines) out += line + "\n";
  }
  return out;
}

}  // namespace guanxi::test
