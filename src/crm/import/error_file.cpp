#include "crm/import/error_file.h"

#include "base/check.h"
#include "crm/import/error_columns.h"

namespace guanxi::import {
namespace {

constexpr Message would_overwrite{"import.error_file_is_source", "{0} is the file that is being imported: name another file for the refused rows.",
                                  "{0} 正是要导入的文件：请为退回的行另选一个文件。"};

std::string header_row(const ImportPlan& plan, Language language) {
  std::vector<std::string_view> headers;
  for (const ErrorColumn& column : error_columns) headers.push_back(column.label(language));
  for (const ImportColumn& column : plan.columns)
    if (!is_error_column(column.header)) headers.push_back(column.header);
  std::string row = "\xEF\xBB\xBF";
  write_csv_row(row, headers, plan.separator);
  return row;
}

}  // namespace

Result<ErrorFile> ErrorFile::open(const ImportPlan& plan, Language language, std::uint64_t length) {
  ErrorFile errors;
  errors.separator_ = plan.separator;
  const std::string& path = plan.options.error_file;
  if (path.empty()) return errors;
  if (os::same_file(path, plan.path)) return Error(Code::misuse, would_overwrite, {path});
  const bool goes_on = length > 0 && os::file_size(path).ok();
  GUANXI_ASSIGN(errors.file_, os::OutputFile::open(path, goes_on ? length : 0));
  if (!goes_on) GUANXI_CHECK(errors.file_->write(header_row(plan, language)));
  return errors;
}

void ErrorFile::add(const ImportProblem& problem, const std::vector<std::string_view>& fields) {
  if (!file_) return;
  const std::string row = std::to_string(problem.row);
  const std::string line = std::to_string(problem.line);
  std::vector<std::string_view> cells{row, line, problem.column, problem.value, problem.reason};
  cells.insert(cells.end(), fields.begin(), fields.end());
  write_csv_row(added_, cells, separator_);
}

Result<void> ErrorFile::flush() {
  if (!file_ || added_.empty()) return {};
  GUANXI_CHECK(file_->write(added_));
  added_.clear();
  return file_->sync();
}

Result<void> ErrorFile::cut(std::uint64_t length) {
  added_.clear();
  return file_ && file_->length() > length ? file_->truncate(length) : Result<void>();
}

Result<void> ErrorFile::close(bool anything_refused) {
  if (file_ && !anything_refused) os::remove_file(file_->path());
  file_.reset();
  return {};
}

}  // namespace guanxi::import
