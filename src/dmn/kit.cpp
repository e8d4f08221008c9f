#include "dmn/kit.h"

#include <algorithm>
#include <filesystem>

#include "base/check.h"
#include "base/os/file.h"
#include "dmn/body.h"
#include "expr/feel/names.h"
#include "expr/feel/temporal.h"

namespace guanxi::dmn {
namespace {

namespace fs = std::filesystem;

constexpr Message no_folder{"dmn.no_folder", "There is no folder {0}.", "没有文件夹 {0}。"};

Result<std::string> contents_of(const fs::path& path) {
  GUANXI_ASSIGN(auto file, os::InputFile::open(path.string()));
  std::string out;
  char buffer[1 << 14];
  for (;;) {
    GUANXI_ASSIGN(const std::size_t size, file.read(buffer, sizeof buffer));
    if (size == 0) return out;
    out.append(buffer, size);
  }
}

// A value as the test files write it.
class Reader {
 public:
  Reader(feel::Memory& memory, feel::Zones& zones) : memory_(memory), zones_(zones) {}

  feel::Value read(const pugi::xml_node& owner) {
    if (const pugi::xml_node list = child(owner, "list")) return list_in(list);
    std::vector<feel::Entry> entries;
    for (const pugi::xml_node& part : children(owner, "component")) {
      entries.push_back({memory_.keep(std::string_view(part.attribute("name").value())), read(part)});
    }
    if (!entries.empty()) return memory_.context(entries);
    return scalar(child(owner, "value"));
  }

 private:
  feel::Value list_in(const pugi::xml_node& list) {
    if (is_nil(list)) return {};
    std::vector<feel::Value> items;
    for (const pugi::xml_node& item : children(list, "item")) items.push_back(read(item));
    return memory_.list(items);
  }

  static bool is_nil(const pugi::xml_node& node) {
    for (const pugi::xml_attribute& attribute : node.attributes()) {
      if (std::string_view(attribute.name()).ends_with("nil") && std::string_view(attribute.value()) == "true") return true;
    }
    return false;
  }

  feel::Value scalar(const pugi::xml_node& node) {
    if (!node || is_nil(node)) return {};
    std::string_view type;
    for (const pugi::xml_attribute& attribute : node.attributes()) {
      if (std::string_view(attribute.name()).ends_with(":type")) type = attribute.value();
    }
    if (const std::size_t colon = type.find(':'); colon != std::string_view::npos) type.remove_prefix(colon + 1);
    const std::string text = text_in(node), bare = feel::normal_name(text);
    if (type == "boolean") return feel::Value::of(bare == "true");
    if (type == "date") return temporal(feel::parse_date(bare) ? std::optional(feel::Value::of(feel::Kind::date, *feel::parse_date(bare))) : std::nullopt);
    if (type == "duration") return temporal(feel::parse_duration(bare));
    if (type == "time" || type == "dateTime") return moment(type == "time", bare);
    if (type == "decimal" || type == "double" || type == "integer" || type == "float" || type == "int" || type == "long") {
      const auto number = Decimal34::parse(bare);
      return number ? memory_.number(*number) : feel::Value{};
    }
    return memory_.string(text);
  }

  static feel::Value temporal(const std::optional<feel::Value>& value) { return value.value_or(feel::Value{}); }

  feel::Value moment(bool time, const std::string& text) {
    const auto read = time ? feel::parse_time(text, zones_) : feel::parse_date_time(text, zones_);
    return read ? memory_.moment(time ? feel::Kind::time : feel::Kind::date_time, *read) : feel::Value{};
  }

  feel::Memory& memory_;
  feel::Zones& zones_;
};

// Equal as the kit compares: numbers to eight digits behind the point.
bool agrees(const feel::Value& wanted, const feel::Value& found) {
  if (wanted.kind != found.kind) return false;
  if (wanted.is(feel::Kind::number)) {
    const auto apart = subtract(wanted.number(), found.number());
    if (!apart) return false;
    const double size = std::max(1.0, std::abs(wanted.number().approximate()));
    return std::abs(apart->approximate()) <= 1e-8 * size;
  }
  if (wanted.is(feel::Kind::list)) return wanted.size == found.size && std::equal(wanted.begin(), wanted.end(), found.begin(), agrees);
  if (wanted.is(feel::Kind::context)) {
    if (wanted.size != found.size) return false;
    return std::all_of(wanted.entries, wanted.entries + wanted.size, [&](const feel::Entry& entry) {
      const feel::Value* const other = find(found, entry.key);
      return other != nullptr && agrees(entry.value, *other);
    });
  }
  return wanted.null() || identical(wanted, found) || (wanted.is(feel::Kind::date_time) && equal(wanted, found).is_true());
}

void run_case(const Model& model, const pugi::xml_node& node, Instant now, KitCase& out) {
  feel::Memory memory;
  Reader reader(memory, model.zones());
  std::vector<Input> inputs;
  for (const pugi::xml_node& input : children(node, "inputNode")) inputs.push_back({feel::normal_name(input.attribute("name").value()), reader.read(input)});
  const std::string invocable = feel::normal_name(node.attribute("invocableName").value());
  out.passed = true;
  const auto results = children(node, "resultNode");
  for (const pugi::xml_node& result : results) {
    const std::string name = feel::normal_name(result.attribute("name").value());
    const feel::Value wanted = reader.read(child(result, "expected"));
    out.wants_value = out.wants_value || !wanted.null();
    auto evaluated = model.evaluate(invocable.empty() ? name : invocable, inputs, memory, now);
    feel::Value found = evaluated ? *evaluated : feel::Value{};
    if (!invocable.empty() && results.size() > 1 && found.is(feel::Kind::context)) {
      const feel::Value* const part = find(found, name);
      found = part == nullptr ? feel::Value{} : *part;
    }
    if (agrees(wanted, found)) continue;
    out.passed = false;
    out.detail = name + ": " + literal_of(wanted) + " ≠ " + (evaluated ? literal_of(found) : evaluated.error().text());
    return;
  }
}

// The models of the folder, the tested one first.
Result<Model> load_beside(const fs::path& test, const std::string& model_name) {
  std::vector<Document> documents;
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(test.parent_path())) {
    if (entry.path().extension() == ".dmn") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::stable_partition(paths.begin(), paths.end(), [&](const fs::path& path) { return path.filename() == model_name; });
  for (const fs::path& path : paths) {
    GUANXI_ASSIGN(std::string xml, contents_of(path));
    documents.push_back({path.filename().string(), std::move(xml)});
  }
  return Model::load(std::move(documents));
}

void run_file(const fs::path& path, const std::string& folder, Instant now, KitReport& report) {
  const auto xml = contents_of(path);
  pugi::xml_document document;
  if (!xml || !document.load_buffer(xml->data(), xml->size(), pugi::parse_default | pugi::parse_ws_pcdata_single)) return;
  const pugi::xml_node root = document.document_element();
  if (local_name(root) != "testCases") return;
  const auto model = load_beside(path, feel::normal_name(text_in(child(root, "modelName"))));
  for (const pugi::xml_node& node : children(root, "testCase")) {
    KitCase one;
    one.folder = folder;
    one.file = path.filename().string();
    one.id = node.attribute("id").value();
    if (model) {
      run_case(*model, node, now, one);
    } else {
      one.detail = model.error().text();
    }
    report.cases.push_back(std::move(one));
  }
}

std::string csv_field(std::string text) {
  for (std::size_t at = 0; (at = text.find('"', at)) != std::string::npos; at += 2) text.insert(at, 1, '"');
  return "\"" + text + "\"";
}

}  // namespace

std::size_t KitReport::passed() const noexcept {
  return static_cast<std::size_t>(std::count_if(cases.begin(), cases.end(), [](const KitCase& c) { return c.passed; }));
}
std::size_t KitReport::wanting() const noexcept {
  return static_cast<std::size_t>(std::count_if(cases.begin(), cases.end(), [](const KitCase& c) { return c.wants_value; }));
}
std::size_t KitReport::wanting_passed() const noexcept {
  return static_cast<std::size_t>(std::count_if(cases.begin(), cases.end(), [](const KitCase& c) { return c.wants_value && c.passed; }));
}

std::string KitReport::csv() const {
  std::string out;
  for (const KitCase& c : cases) {
    out += csv_field(c.folder) + "," + csv_field(c.file) + "," + csv_field(c.id) + "," + (c.passed ? "\"SUCCESS\"" : "\"ERROR\"") + "," +
           csv_field(c.detail) + "\n";
  }
  return out;
}

Result<KitReport> run_kit(const std::string& folder, Instant now) {
  std::error_code fault;
  std::vector<fs::path> paths;
  for (fs::recursive_directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault)) {
    if (at->path().extension() == ".xml") paths.push_back(at->path());
  }
  if (fault) return Error(Code::not_found, no_folder, {folder});
  std::sort(paths.begin(), paths.end());
  KitReport report;
  for (const fs::path& path : paths) run_file(path, fs::relative(path.parent_path(), folder, fault).generic_string(), now, report);
  return report;
}

}  // namespace guanxi::dmn
