#include "crm/import/resume.h"

#include <charconv>

#include "base/check.h"
#include "base/os/file.h"
#include "base/os/output_file.h"
#include "crm/commands/undo.h"

namespace guanxi::import {
namespace {

constexpr std::string_view format = "1";
constexpr std::size_t head_size = 64U << 10;

// FNV-1a, 64 bits, from two bases: 128 bits are enough to tell the imports of one store apart.
class Fingerprint {
 public:
  void add(std::string_view text) noexcept {
    for (const char c : text) byte(static_cast<unsigned char>(c));
    byte(0);
  }
  void add(std::uint64_t number) { add(std::to_string(number)); }

  std::string text() const {
    std::string out;
    for (const std::uint64_t half : halves_) {
      char digits[16];
      const auto end = std::to_chars(digits, digits + sizeof digits, half, 16).ptr;
      out.append(16 - static_cast<std::size_t>(end - digits), '0').append(digits, end);
    }
    return out;
  }

 private:
  void byte(unsigned char b) noexcept {
    for (std::uint64_t& half : halves_) half = (half ^ b) * 0x100000001b3;
  }
  std::uint64_t halves_[2]{0xcbf29ce484222325, 0x9ae16a3b2f90404f};
};

Result<void> add_file(Fingerprint& print, const std::string& path) {
  print.add(os::full_path(path));
  GUANXI_ASSIGN(const std::uint64_t size, os::file_size(path));
  print.add(size);
  GUANXI_ASSIGN(os::InputFile file, os::InputFile::open(path));
  std::string head(head_size, '\0');
  GUANXI_ASSIGN(const std::size_t got, file.read(head.data(), head.size()));
  print.add(std::string_view(head).substr(0, got));
  return {};
}

void add_plan(Fingerprint& print, const ImportPlan& plan) {
  const ImportOptions& options = plan.options;
  print.add(options.entity);
  for (const ImportColumn& column : plan.columns) {
    print.add(column.header);
    print.add(column.field);
    print.add(column.date_order);
  }
  for (const auto& [field, text] : options.defaults) {
    print.add(field);
    print.add(text);
  }
  for (const std::string& text : {options.key, options.external_system, options.external_column, options.currency, options.error_file}) print.add(text);
  print.add(static_cast<std::uint64_t>(options.on_duplicate));
  print.add(static_cast<std::uint64_t>(options.keep_unknown_codes));
  print.add(static_cast<std::uint64_t>(options.create_missing_references));
}

// Numbers set apart by blanks.
class Numbers {
 public:
  explicit Numbers(std::string_view text) : text_(text) {}

  template <class T>
  void read(T& number) {
    while (text_.starts_with(' ')) text_.remove_prefix(1);
    const auto [end, fault] = std::from_chars(text_.data(), text_.data() + text_.size(), number);
    good_ = good_ && fault == std::errc();
    text_.remove_prefix(static_cast<std::size_t>(end - text_.data()));
  }
  void read(std::vector<std::uint64_t>& rows) {
    std::uint64_t count = 0, row = 0, step = 0;
    for (read(count); good_ && rows.size() < count;) {
      read(step);
      rows.push_back(row += step);
    }
  }
  bool all_read() const noexcept { return good_ && text_.empty(); }

 private:
  std::string_view text_;
  bool good_ = true;
};

void write(std::string& out, std::uint64_t number) { out.append(" ").append(std::to_string(number)); }
void write(std::string& out, const std::vector<std::uint64_t>& rows) {
  write(out, rows.size());
  std::uint64_t before = 0;
  for (const std::uint64_t row : rows) {
    write(out, row - before);
    before = row;
  }
}

}  // namespace

Result<std::string> resume_key(const SessionState& session, const ImportPlan& plan) {
  Fingerprint print;
  GUANXI_CHECK(add_file(print, plan.path));
  add_plan(print, plan);
  print.add(session.principal.user.text());
  return "import:" + print.text();
}

Result<std::optional<Position>> read_position(SessionState& session, const std::string& key) {
  GUANXI_ASSIGN(View view, View::open(session));
  GUANXI_ASSIGN(const auto text, view.reader().meta(key));
  if (!text || text->empty()) return std::optional<Position>();
  std::optional<Position> position = position_from(*text);
  if (!position) return position;
  GUANXI_ASSIGN(const auto undone, view.reader().meta(commands::undo_mark(position->change_set)));
  return undone ? std::optional<Position>() : std::move(position);
}

std::string text_of(const Position& position) {
  std::string out(format);
  const auto write_point = [&](const CsvReader::ResumePoint& point) {
    for (const std::uint64_t n : {point.offset, point.row, point.line}) write(out, n);
  };
  write_point(position.point);
  write(out, static_cast<std::uint64_t>(position.encoding));
  write(out, static_cast<std::uint64_t>(position.change_set));
  write(out, position.error_length);
  const Counts& c = position.counts;
  for (const std::uint64_t n : {c.rows, c.created, c.updated, c.unchanged, c.refused, c.warned, c.mended}) write(out, n);
  write(out, position.pass.number);
  write(out, position.pass.last ? 1 : 0);
  write(out, position.pass.rows);
  write(out, position.pass.put_off);
  write_point(position.pass.first_put_off);
  return out;
}

std::optional<Position> position_from(std::string_view text) {
  if (!text.starts_with(format) || text.substr(format.size(), 1) != " ") return std::nullopt;
  Position position;
  Numbers numbers(text.substr(format.size()));
  const auto read_point = [&](CsvReader::ResumePoint& point) {
    for (std::uint64_t* n : {&point.offset, &point.row, &point.line}) numbers.read(*n);
  };
  read_point(position.point);
  std::uint64_t encoding = 0, last = 0;
  numbers.read(encoding);
  numbers.read(position.change_set);
  numbers.read(position.error_length);
  Counts& c = position.counts;
  for (std::uint64_t* n : {&c.rows, &c.created, &c.updated, &c.unchanged, &c.refused, &c.warned, &c.mended}) numbers.read(*n);
  numbers.read(position.pass.number);
  numbers.read(last);
  numbers.read(position.pass.rows);
  numbers.read(position.pass.put_off);
  read_point(position.pass.first_put_off);
  position.encoding = static_cast<Encoding>(encoding);
  position.pass.last = last != 0;
  return numbers.all_read() && encoding <= 3 ? std::optional(std::move(position)) : std::nullopt;
}

}  // namespace guanxi::import
