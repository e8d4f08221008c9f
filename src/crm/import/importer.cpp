#include "crm/import/importer.h"

#include <algorithm>

#include "base/check.h"
#include "base/excerpt.h"
#include "crm/dispatcher.h"
#include "crm/import/error_columns.h"
#include "crm/messages.h"

namespace guanxi::import {
namespace {

constexpr Message file_changed{"import.file_changed", "The header of {0} is not the one that was planned for: plan the import again.",
                               "{0} 的表头与导入方案不符：请重新生成导入方案。"};
constexpr Message too_wide{"import.too_many_cells", "The row has {0} cells, the header {1}: put cells that contain the separator in quotes.",
                           "该行有 {0} 个单元格，而表头只有 {1} 列：含分隔符的内容请加引号。"};
constexpr Message undone_on_purpose{"import.dry_run", "A dry run stores nothing.", "试运行不保存任何数据。"};
constexpr Message row_spoilt{"import.row_spoilt", "A row failed after part of it was written.", "某行在写入一部分后失败。"};

constexpr std::size_t most_problems = 100;
constexpr std::size_t most_put_off = 50'000;
constexpr std::size_t dry_batch = 50'000;

// Faults that lie in the row; all others end the import.
bool is_fault_of_row(Code code) noexcept {
  return code == Code::invalid || code == Code::not_found || code == Code::duplicate || code == Code::denied || code == Code::conflict ||
         code == Code::limit || code == Code::misuse || code == Code::unsupported;
}

// The separator is the plan's; the encoding is what the reader finds, unless it was chosen.
CsvOptions reading_options(const ImportPlan& plan) {
  CsvOptions options = plan.options.csv;
  options.separator = plan.separator;
  return options;
}

}  // namespace

Importer::Importer(SessionState& session, const ImportPlan& plan, Mapping&& mapping, CsvReader&& reader, ErrorFile&& errors, std::uint64_t total_bytes)
    : session_(session),
      plan_(plan),
      mapping_(std::move(mapping)),
      reader_(std::move(reader)),
      errors_(std::move(errors)),
      writer_(mapping_, plan.options),
      mender_(mapping_.headers.size(), plan.separator),
      total_bytes_(total_bytes) {
  command_.reason = plan.options.reason;
  command_.on_duplicate = plan.options.on_duplicate;
}

Result<std::unique_ptr<Importer>> Importer::open(SessionState& session, const ImportPlan& plan) {
  const auto schema = session.transaction != nullptr && session.transaction->snapshot ? session.transaction->snapshot->schema : session.engine->snapshot().schema;
  GUANXI_ASSIGN(Mapping mapping, read_mapping(schema, plan));
  GUANXI_ASSIGN(const std::uint64_t size, os::file_size(plan.path));
  const bool resumes = plan.options.resume && !plan.options.dry_run && session.transaction == nullptr;
  std::optional<Position> position;
  GUANXI_ASSIGN(std::string key, resume_key(session, plan));
  if (resumes) {
    GUANXI_ASSIGN(position, read_position(session, key));
  }
  CsvOptions options = reading_options(plan);
  if (position && position->encoding != Encoding::utf8) options.encoding = position->encoding;
  GUANXI_ASSIGN(CsvReader reader, CsvReader::open_file(plan.path, options));
  GUANXI_ASSIGN(ErrorFile errors, ErrorFile::open(plan, session.language, position ? position->error_length : 0));
  std::unique_ptr<Importer> importer(new Importer(session, plan, std::move(mapping), std::move(reader), std::move(errors), size));
  if (!plan.options.dry_run && session.transaction == nullptr) importer->resume_key_ = std::move(key);
  GUANXI_CHECK(importer->skip_header());
  if (position) GUANXI_CHECK(importer->go_on(*position));
  return importer;
}

Result<void> Importer::skip_header() {
  GUANXI_ASSIGN(const bool any, next_row(reader_, row_));
  if (!any || headers_of(row_.fields) != mapping_.headers) return Error(Code::conflict, file_changed, {plan_.path});
  return {};
}

Result<void> Importer::go_on(const Position& position) {
  resumed_ = kept_ = true;
  change_set_ = position.change_set;
  counts_ = position.counts;
  pass_ = position.pass;
  return reader_.resume(position.point);
}

Result<ImportReport> Importer::run(const Watch& watch) {
  const Pace pace(counts_.rows, reader_.resume_point().offset);
  bool stopped = false;
  while (!stopped) {
    GUANXI_CHECK(batch());
    const std::uint64_t bytes = pass_.number == 0 && !at_end_ ? reader_.resume_point().offset : total_bytes_;
    stopped = watch && !watch(pace.progress(counts_.rows, bytes, total_bytes_, counts_.refused));
    if (done()) break;
    if (at_end_) GUANXI_CHECK(begin_pass());
  }
  stopped = stopped && !done();
  if (!stopped) GUANXI_CHECK(errors_.close(counts_.refused > 0));
  const Counts& c = counts_;
  return ImportReport{change_set_, c.rows,   c.created, c.updated, c.unchanged, c.refused, c.warned,
                      c.mended,    resumed_, stopped,   std::move(problems_), pace.seconds()};
}

// A pass that could store none of its rows is followed by one that refuses what is left.
Result<void> Importer::begin_pass() {
  Pass next;
  next.number = pass_.number + 1;
  next.last = pass_.number > 0 && pass_.put_off.size() == pass_.rows.size();
  next.rows = std::move(pass_.put_off);
  const CsvReader::ResumePoint point = pass_.first_put_off;
  pass_ = std::move(next);
  at_end_ = false;
  return reader_.resume(point);
}

// ---- One batch ----

// A row that fails after part of it was written spoils the transaction: that is undone, the rows before it are stored, and
// the next batch begins by refusing the row.
Result<void> Importer::batch() {
  const Position begin = here();
  const std::size_t problems = problems_.size();
  Result<void> done = transaction();
  if (!done && stop_before_ != 0) {
    GUANXI_CHECK(back_to(begin));
    problems_.resize(problems);
    done = transaction();
    stop_before_ = 0;
  }
  if (done) {
    spoilt_.erase(spoilt_.begin(), spoilt_.lower_bound(reader_.resume_point().row + 1));
    return {};
  }
  problems_.resize(problems);
  GUANXI_CHECK(back_to(begin));
  return done;
}

Result<void> Importer::transaction() {
  const auto done = dispatch(session_, "import", command_, [this](Unit& unit) -> Result<void> {
    unit.continue_set(change_set_);
    GUANXI_CHECK(take_rows(unit));
    GUANXI_CHECK(errors_.flush());
    if (plan_.options.dry_run) return Error(Code::cancelled, undone_on_purpose);
    GUANXI_CHECK(keep_position(unit));
    change_set_ = unit.outcome().change_set;
    return {};
  });
  if (done) return {};
  writer_.forget();
  if (plan_.options.dry_run && done.error().id() == undone_on_purpose.id) return {};
  return done.error().clone();
}

Result<void> Importer::take_rows(Unit& unit) {
  const std::size_t most = plan_.options.dry_run ? std::max(plan_.options.batch, dry_batch) : plan_.options.batch;
  for (std::size_t taken = 0; taken < most;) {
    const CsvReader::ResumePoint before = reader_.resume_point();
    if (stop_before_ != 0 && before.row + 1 >= stop_before_) return {};
    const auto got = reader_.next(row_);
    if (!got && !is_fault_of_row(got.error().code())) return got.error().clone();
    if (got && !*got) {
      at_end_ = true;
      return {};
    }
    if ((got && row_.fields.empty()) || !is_ours()) continue;
    ++taken;
    if (pass_.number == 0) ++counts_.rows;
    if (got) {
      GUANXI_CHECK(take_row(unit, before));
    } else {
      refuse(got.error(), true);
    }
  }
  return {};
}

Result<void> Importer::take_row(Unit& unit, const CsvReader::ResumePoint& before) {
  const std::size_t cells = row_.fields.size();
  const auto width = mender_.mend(row_.fields);
  if (width == WidthMender::Result::too_wide) {
    refuse(Error(Code::invalid, too_wide, {std::to_string(cells), std::to_string(mapping_.headers.size())}));
    return {};
  }
  if (width == WidthMender::Result::mended && pass_.number == 0) ++counts_.mended;
  if (const auto known = spoilt_.find(row_.number); known != spoilt_.end()) {
    refuse(known->second);
    return {};
  }
  return store(unit, before);
}

Result<void> Importer::store(Unit& unit, const CsvReader::ResumePoint& before) {
  const std::int64_t affected = unit.outcome().affected;
  const auto effect = writer_.write(unit, row_.fields);
  if (effect) {
    count(unit, *effect);
    return {};
  }
  unit.outcome().duplicates.clear();
  if (!is_fault_of_row(effect.error().code())) return effect.error().clone();
  if (unit.outcome().affected != affected) {
    stop_before_ = row_.number;
    spoilt_.insert_or_assign(row_.number, effect.error().clone());
    return Error(Code::internal, row_spoilt);
  }
  if (!put_off(before)) refuse(effect.error());
  return {};
}

void Importer::count(Unit& unit, Effect effect) {
  ++(effect == Effect::created ? counts_.created : effect == Effect::updated ? counts_.updated : counts_.unchanged);
  if (unit.outcome().duplicates.empty()) return;
  ++counts_.warned;
  unit.outcome().duplicates.clear();
}

bool Importer::put_off(const CsvReader::ResumePoint& before) {
  if (!writer_.may_come_later() || pass_.last || pass_.put_off.size() == most_put_off) return false;
  if (pass_.put_off.empty()) pass_.first_put_off = before;
  pass_.put_off.push_back(row_.number);
  return true;
}

bool Importer::is_ours() const { return pass_.number == 0 || std::binary_search(pass_.rows.begin(), pass_.rows.end(), row_.number); }

// ---- What became of the rows ----

// A malformed row has no cells, only its text: that becomes the value.
void Importer::refuse(const Error& error, bool malformed) {
  ++counts_.refused;
  ImportProblem problem;
  problem.row = row_.number;
  problem.line = row_.line;
  problem.reason = error.text(session_.language);
  if (const Column* column = mapping_.column_of(error.field())) {
    problem.column = mapping_.headers[column->index];
    if (column->index < row_.fields.size()) problem.value = excerpt(row_.fields[column->index]);
  }
  std::vector<std::string_view> cells = row_.fields;
  if (malformed && !cells.empty()) problem.value = cells.front();
  if (malformed) cells.clear();
  cells.resize(std::max(cells.size(), mapping_.headers.size()));
  for (std::size_t i = mapping_.headers.size(); i-- > 0;)  // without the reasons of an earlier import
    if (is_error_column(mapping_.headers[i])) cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(i));
  errors_.add(problem, cells);
  if (problems_.size() < most_problems) problems_.push_back(std::move(problem));
}

// In the transaction of the batch. An import that one batch finishes leaves no trace.
Result<void> Importer::keep_position(Unit& unit) {
  if (resume_key_.empty() || (done() && !kept_)) return {};
  kept_ = true;
  change_set_ = unit.outcome().change_set;
  return unit.writer().set_meta(resume_key_, done() ? std::string() : text_of(here()));
}

Position Importer::here() const {
  return {reader_.resume_point(), reader_.encoding(), change_set_, errors_.length(), counts_, pass_};
}

Result<void> Importer::back_to(const Position& position) {
  change_set_ = position.change_set;
  counts_ = position.counts;
  pass_ = position.pass;
  at_end_ = false;
  GUANXI_CHECK(errors_.cut(position.error_length));
  return reader_.resume(position.point);
}

}  // namespace guanxi::import
