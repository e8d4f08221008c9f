// Reads what may be exported in pages, from one snapshot, and writes it to a file that appears when it is whole.
#include <algorithm>

#include "base/check.h"
#include "base/os/output_file.h"
#include "crm/export/row_writer.h"
#include "crm/messages.h"
#include "guanxi/import.h"

namespace guanxi {
namespace exports {
namespace {

constexpr Message unknown_field{"export.unknown_field", "“{0}” is no field of {1}: choose one of {2}.", "“{0}”不是{1}的字段：可选 {2}。"};
constexpr Message may_not{"export.denied", "You may not export {0} records: ask an administrator for a role that grants it.",
                          "您无权导出{0}：请联系管理员授权。"};
constexpr Message json_is_utf8{"export.json_encoding", "JSON Lines are UTF-8 without a byte order mark: leave out the encoding and the mark, or export CSV.",
                               "JSON Lines 必须是不带 BOM 的 UTF-8：请去掉编码与 BOM 选项，或改用 CSV。"};
constexpr Message stopped{"export.cancelled", "The export was stopped after {0} records; the file {1} is as it was.", "导出在 {0} 条记录后中止；文件 {1} 未被改动。"};

constexpr std::size_t page = 1000;
constexpr std::size_t buffer = 1U << 20;

Result<std::vector<const AnyField*>> fields_of(const EntityType& type, const std::vector<std::string>& names) {
  std::vector<const AnyField*> fields;
  std::string all;
  for (const AnyField* field : type.fields()) {
    all.append(all.empty() ? "" : ", ").append(field->name);
    if (names.empty() && field->slot >= common::count) fields.push_back(field);
  }
  for (const std::string& name : names) {
    const AnyField* field = type.find(name);
    if (field == nullptr) return Error(Code::not_found, unknown_field, {name, said(type), all});
    fields.push_back(field);
  }
  return fields;
}

// What the principal may both read and export.
Result<Expr> condition_of(View& view, const EntityType& type, const Expr& condition) {
  const auto readable = view.readable(type, condition);
  const auto exportable = readable ? view.readable(type, *readable, false, access::Action::export_) : std::nullopt;
  if (!exportable) return Error(Code::denied, may_not, {said(type)});
  return *exportable;
}

class Exporter {
 public:
  Exporter(View& view, const EntityType& type, const ExportOptions& options, std::vector<const AnyField*>&& fields)
      : view_(view), type_(type), options_(options), fields_(std::move(fields)) {
    const auto make = options.format == ExportFormat::csv ? csv_writer : json_writer;
    rows_ = make(view, fields_, options.labels);
  }

  Result<std::uint64_t> write(const std::string& path, const Progress& progress) {
    GUANXI_ASSIGN(const Expr condition, condition_of(view_, type_, options_.condition));
    GUANXI_ASSIGN(const std::int64_t total, view_.count(type_, condition));
    GUANXI_ASSIGN(os::Replacement target, os::Replacement::begin(path));
    if (options_.bom) text_ = "\xEF\xBB\xBF";  // as text: it is encoded like all the rest
    rows_->write_header(text_);
    FindOptions next;
    next.limit = page;
    for (bool more = true; more;) {
      GUANXI_ASSIGN(more, write_page(condition, next));
      if (!more || text_.size() >= buffer) GUANXI_CHECK(flush(target.file()));
      if (progress && !progress(count_, static_cast<std::uint64_t>(total))) return Error(Code::cancelled, stopped, {std::to_string(count_), path});
    }
    GUANXI_CHECK(target.commit());
    return count_;
  }

 private:
  Result<bool> write_page(const Expr& condition, FindOptions& next) {
    Result<void> written;
    GUANXI_ASSIGN(store::ScanEnd end, view_.scan(type_, condition, next, [&](AnyRecord& row) {
      written = rows_->write_row(row, text_);
      ++count_;
      return written.ok();
    }));
    GUANXI_CHECK(std::move(written));
    next.after = std::move(end.after);
    return end.more;
  }

  Result<void> flush(os::OutputFile& file) {
    GUANXI_CHECK(file.write(options_.encoding == Encoding::utf8 ? text_ : encode(text_, options_.encoding)));
    text_.clear();
    return {};
  }

  View& view_;
  const EntityType& type_;
  const ExportOptions& options_;
  std::vector<const AnyField*> fields_;
  std::unique_ptr<RowWriter> rows_;
  std::string text_;
  std::uint64_t count_ = 0;
};

}  // namespace
}  // namespace exports

Result<std::uint64_t> export_records(Session& session, const std::string& path, const ExportOptions& options, const Progress& progress) {
  const bool json = options.format == ExportFormat::json_lines;
  if (json && (options.bom || options.encoding != Encoding::utf8)) return Error(Code::misuse, exports::json_is_utf8);
  GUANXI_ASSIGN(View view, View::open(SessionAccess::state(session)));
  GUANXI_ASSIGN(const EntityType* type, view.entity(options.entity));
  GUANXI_ASSIGN(auto fields, exports::fields_of(*type, options.fields));
  return exports::Exporter(view, *type, options, std::move(fields)).write(path, progress);
}

}  // namespace guanxi
