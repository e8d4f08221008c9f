// Import and export through the C door: plan, dry run, the real run, undo, stopping, and files that are not there.
#include <fstream>
#include <sstream>

#include "house.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

constexpr const char* customers =
    "客户名称,电话,城市,备注,大小\n"
    "样品一号有限公司,021-61000001,上海,,大\n"
    "样品二号有限公司,021-61000002,北京,\"两行\n备注\",中\n"
    ",021-61000003,广州,没有名称,小\n";

std::string write_file(const Folder& folder, const char* name, std::string_view text) {
  const std::string path = folder.file(name);
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

std::string read_file(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

gx_import_options import_options() {
  gx_import_options out;
  gx_options_init(&out, sizeof out);
  return out;
}

std::string import(House& house, const std::string& path, const gx_import_options& with, gx_progress progress = nullptr, void* data = nullptr) {
  gx_text* report = nullptr;
  GOOD(gx_session_import(house.session, path.c_str(), -1, &with, progress, data, &report, &error));
  return taken(report);
}

std::int64_t number_in(const std::string& json, const std::string& name) {
  const std::size_t at = json.find('"' + name + "\":");
  return at == std::string::npos ? -1 : std::stoll(json.substr(at + name.size() + 3));
}

bool holds(const std::string& text, std::string_view piece) { return text.find(piece) != std::string::npos; }

}  // namespace

TEST_CASE("a file is planned, tried, imported and taken back through the C door") {
  Folder folder;
  House house;
  const std::string path = write_file(folder, "c.csv", customers);
  gx_text* text = nullptr;
  GOOD(gx_session_plan_import(house.session, path.c_str(), -1, nullptr, &text, &error));
  const std::string plan = taken(text);
  CHECK(holds(plan, "\"entity\":\"account\",\"encoding\":\"utf-8\",\"separator\":\",\""));
  CHECK(holds(plan, "{\"header\":\"客户名称\",\"field\":\"name\",\"how\":\"header\""));
  CHECK(holds(plan, "\"warnings\":["));

  gx_import_options with = import_options();
  const gx_pair mapping[] = {{str("大小"), str("")}};
  with.mapping = mapping;
  with.mapping_count = 1;
  with.dry_run = 1;
  const std::string tried = import(house, path, with);
  CHECK(number_in(tried, "created") == 2);
  CHECK(house.count(GX_ENTITY_ACCOUNT) == 0);

  with.dry_run = 0;
  std::int64_t told = 0;
  const auto tell = [](void* data, std::int64_t done, std::int64_t) -> std::int32_t { return *static_cast<std::int64_t*>(data) = done, 1; };
  const std::string report = import(house, path, with, tell, &told);
  CHECK(number_in(report, "rows") == 3);
  CHECK(number_in(report, "created") == 2);
  CHECK(number_in(report, "refused") == 1);
  CHECK(holds(report, "\"problems\":[{\"row\":4,\"line\":5,"));
  CHECK(holds(report, "\"stopped\":false"));
  CHECK(told == static_cast<std::int64_t>(std::string_view(customers).size()));
  CHECK(house.count(GX_ENTITY_ACCOUNT) == 2);
  GOOD(gx_session_undo(house.session, number_in(report, "change_set"), 0, nullptr, nullptr, nullptr, &error));
  CHECK(house.count(GX_ENTITY_ACCOUNT) == 0);
}

TEST_CASE("an import that is asked to stop says so, and goes on at the next call") {
  Folder folder;
  House house;
  std::string rows = "name\n";
  for (int i = 0; i < 40; ++i) rows += "Sample Number " + std::to_string(100 + i) + '\n';
  const std::string path = write_file(folder, "many.csv", rows);
  gx_import_options with = import_options();
  with.batch = 10;
  with.on_duplicate = GX_DUPLICATE_ALLOW;
  const auto stop = [](void*, std::int64_t, std::int64_t) -> std::int32_t { return 0; };
  const std::string part = import(house, path, with, stop);
  CHECK(holds(part, "\"stopped\":true"));
  CHECK(house.count(GX_ENTITY_ACCOUNT) == 10);
  const std::string rest = import(house, path, with);
  CHECK(holds(rest, "\"resumed\":true"));
  CHECK(number_in(rest, "created") == 40);
  CHECK(house.count(GX_ENTITY_ACCOUNT) == 40);
}

TEST_CASE("records are exported as CSV and as JSON lines") {
  Folder folder;
  House house;
  house.account("样品一号有限公司");
  house.account("Sample Trading Ltd");
  const std::string path = folder.file("out.csv");
  const std::uint32_t fields[] = {GX_FIELD_ACCOUNT_NAME};
  gx_term term{};
  term.op = GX_OP_STARTS_WITH;
  term.entity = GX_ENTITY_ACCOUNT;
  term.field = GX_FIELD_ACCOUNT_NAME;
  term.size = 1;
  term.literal.type = GX_TYPE_TEXT;
  term.literal.state = GX_STATE_SET;
  term.literal.as.bytes = "Sample";
  term.literal.length = 6;
  gx_export_options with;
  gx_options_init(&with, sizeof with);
  with.fields = fields;
  with.fields_count = 1;
  with.terms = &term;
  with.terms_count = 1;
  std::int64_t records = 0;
  GOOD(gx_session_export(house.session, path.c_str(), -1, &with, nullptr, nullptr, &records, &error));
  CHECK(records == 1);
  CHECK(read_file(path) == "name\r\nSample Trading Ltd\r\n");
  with.terms_count = 0;
  with.format = GX_EXPORT_JSON_LINES;
  GOOD(gx_session_export(house.session, path.c_str(), -1, &with, nullptr, nullptr, &records, &error));
  CHECK(records == 2);
  CHECK(read_file(path) == "{\"name\":\"样品一号有限公司\"}\n{\"name\":\"Sample Trading Ltd\"}\n");
}

TEST_CASE("files and options that cannot be are refused with a sentence") {
  Folder folder;
  House house;
  const std::string path = write_file(folder, "c.csv", customers), out = folder.file("o.csv");
  gx_text* text = nullptr;
  gx_import_options with = import_options();
  BAD(gx_session_plan_import(house.session, "/nowhere/at/all.csv", -1, nullptr, &text, &error), GX_E_NOT_FOUND, "all.csv");
  BAD(gx_session_plan_import(house.session, nullptr, 0, nullptr, &text, &error), GX_E_MISUSE, "path");
  BAD(gx_session_plan_import(house.session, path.c_str(), -1, nullptr, nullptr, &error), GX_E_MISUSE, "plan");
  with.separator = str("::");
  BAD(gx_session_plan_import(house.session, path.c_str(), -1, &with, &text, &error), GX_E_INVALID, "separates no columns");
  with = import_options();
  with.encoding = str("klingon");
  BAD(gx_session_import(house.session, path.c_str(), -1, &with, nullptr, nullptr, nullptr, &error), GX_E_INVALID, "klingon");
  with = import_options();
  with.entity = 999;
  BAD(gx_session_import(house.session, path.c_str(), -1, &with, nullptr, nullptr, nullptr, &error), GX_E_NOT_FOUND, "999");
  with = import_options();
  with.on_duplicate = 7;
  BAD(gx_session_import(house.session, path.c_str(), -1, &with, nullptr, nullptr, nullptr, &error), GX_E_MISUSE, "choice 7 for on_duplicate");
  with = import_options();
  with.batch = -1;
  BAD(gx_session_import(house.session, path.c_str(), -1, &with, nullptr, nullptr, nullptr, &error), GX_E_MISUSE, "batch of -1");
  with = import_options();
  with.mapping_count = 1;
  BAD(gx_session_import(house.session, path.c_str(), -1, &with, nullptr, nullptr, nullptr, &error), GX_E_MISUSE, "count 1");
  with = import_options();
  with.struct_size = 4;
  BAD(gx_session_import(house.session, path.c_str(), -1, &with, nullptr, nullptr, nullptr, &error), GX_E_MISUSE, "struct_size");
  gx_export_options exported;
  gx_options_init(&exported, sizeof exported);
  exported.format = 9;
  BAD(gx_session_export(house.session, out.c_str(), -1, &exported, nullptr, nullptr, nullptr, &error), GX_E_MISUSE, "choice 9 for format");
  const std::uint32_t unknown = 7777;
  gx_options_init(&exported, sizeof exported);
  exported.fields = &unknown;
  exported.fields_count = 1;
  BAD(gx_session_export(house.session, out.c_str(), -1, &exported, nullptr, nullptr, nullptr, &error), GX_E_NOT_FOUND, "7777");
  house.account("Sample One");
  const auto stop = [](void*, std::int64_t, std::int64_t) -> std::int32_t { throw 7; };
  BAD(gx_session_import(house.session, path.c_str(), -1, nullptr, stop, nullptr, nullptr, &error), GX_E_HOST, "progress");
}
