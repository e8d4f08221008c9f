// Counting: one pass over the rows, all groupings at once. The pass runs on the index of the dimensions, in which equal
// values lie together, so most values are those of the row before.
#include <unordered_map>

#include "base/check.h"
#include "store/sqlite/scan.h"

namespace guanxi::store {
namespace {

constexpr Message overflow{"store.sum_overflow", "The sum of {0} does not fit into 64 bits: count fewer rows at a time.",
                           "字段“{0}”的合计超出 64 位整数范围，请缩小统计范围。"};

// The values of one column, numbered as they come. Number 0 is null.
class Dictionary {
 public:
  Dictionary(const AnyField& field, int column) : field_(field), column_(column) {}

  std::uint32_t code_of(sqlite3_stmt* row) { return field_.type >= Type::text ? text_code(row) : number_code(row); }

  Value value(std::uint32_t code) const {
    if (code == 0) return Value::null(field_.type);
    if (field_.type >= Type::text) return Value::of_bytes(field_.type, texts_[code - 1]->data(), texts_[code - 1]->size());
    const std::int64_t n = numbers_[code - 1];
    if (field_.type == Type::money) return Value::number(field_.type, 0, static_cast<std::uint32_t>(n));
    return Value::number(field_.type, n, field_.type == Type::decimal ? field_.scale : 0);
  }

 private:
  std::uint32_t text_code(sqlite3_stmt* row) {
    const void* bytes = field_.type == Type::id ? sqlite3_column_blob(row, column_) : static_cast<const void*>(sqlite3_column_text(row, column_));
    if (bytes == nullptr) return 0;
    const std::string_view text(static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(row, column_)));
    if (last_ != 0 && *texts_[last_ - 1] == text) return last_;
    scratch_ = text;
    const auto [found, is_new] = by_text_.try_emplace(scratch_, static_cast<std::uint32_t>(texts_.size() + 1));
    if (is_new) texts_.push_back(&found->first);
    return last_ = found->second;
  }

  std::uint32_t number_code(sqlite3_stmt* row) {
    const std::int64_t n = sqlite3_column_int64(row, column_);
    if (n == 0 && sqlite3_column_type(row, column_) == SQLITE_NULL) return 0;
    if (last_ != 0 && numbers_[last_ - 1] == n) return last_;
    const auto [found, is_new] = by_number_.try_emplace(n, static_cast<std::uint32_t>(numbers_.size() + 1));
    if (is_new) numbers_.push_back(n);
    return last_ = found->second;
  }

  const AnyField& field_;
  int column_;
  std::uint32_t last_ = 0;
  std::string scratch_;
  std::unordered_map<std::string, std::uint32_t> by_text_;
  std::unordered_map<std::int64_t, std::uint32_t> by_number_;
  std::vector<const std::string*> texts_;  // keys of by_text_, which stay where they are
  std::vector<std::int64_t> numbers_;
};

// One grouping: a cell for each combination of values that came.
class Grouping {
 public:
  Grouping(std::vector<std::size_t> columns, std::size_t sums) : columns_(std::move(columns)), key_(columns_.size()), sums_(sums) {}

  // The cell of a row with these codes.
  std::size_t cell(const std::vector<std::uint32_t>& codes) {
    if (columns_.size() == 1) return single_cell(codes[columns_.front()]);
    bool same = last_ != none;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      same = same && key_[i] == codes[columns_[i]];
      key_[i] = codes[columns_[i]];
    }
    if (same) return last_;
    const auto [found, is_new] = cells_.try_emplace(key_, keys_.size());
    if (is_new) add(&found->first);
    return last_ = found->second;
  }

  void count(std::size_t cell) noexcept { ++counts_[cell]; }
  bool add(std::size_t cell, std::size_t sum, std::int64_t n) noexcept {
    std::int64_t& total = totals_[cell * sums_ + sum];
    return !__builtin_add_overflow(total, n, &total);
  }

  void give(std::size_t group, const std::vector<Dictionary>& dictionaries, AggregateSink sink) const {
    std::vector<Value> values(columns_.size());
    for (std::size_t cell = 0; cell < keys_.size(); ++cell) {
      for (std::size_t i = 0; i < columns_.size(); ++i) values[i] = dictionaries[columns_[i]].value((*keys_[cell])[i]);
      sink({group, values, counts_[cell], std::span(totals_).subspan(cell * sums_, sums_)});
    }
  }

 private:
  static constexpr std::size_t none = ~std::size_t{0};

  struct Hash {
    std::size_t operator()(const std::vector<std::uint32_t>& key) const noexcept {
      std::size_t h = 0;
      for (const std::uint32_t code : key) h = (h ^ code) * 0x9e3779b97f4a7c15u;
      return h ^ h >> 32;
    }
  };

  std::size_t single_cell(std::uint32_t code) {
    if (code >= by_code_.size()) by_code_.resize(code + 1, none);
    if (by_code_[code] == none) {
      key_[0] = code;
      by_code_[code] = keys_.size();
      add(&cells_.try_emplace(key_, keys_.size()).first->first);
    }
    return by_code_[code];
  }

  void add(const std::vector<std::uint32_t>* key) {
    keys_.push_back(key);
    counts_.push_back(0);
    totals_.resize(totals_.size() + sums_);
  }

  std::vector<std::size_t> columns_;
  std::vector<std::uint32_t> key_;
  std::size_t sums_;
  std::size_t last_ = none;
  std::vector<std::size_t> by_code_;  // of a grouping by one column
  std::unordered_map<std::vector<std::uint32_t>, std::size_t, Hash> cells_;
  std::vector<const std::vector<std::uint32_t>*> keys_;  // of cells_, by number
  std::vector<std::int64_t> counts_, totals_;
};

class Counting {
 public:
  Counting(const Aggregate& request, const SqliteNames& names) : request_(request), names_(names) {
    for (const auto& group : request.groups) {
      std::vector<std::size_t> columns;
      for (const std::uint16_t slot : group) columns.push_back(dictionary(slot));
      groupings_.emplace_back(std::move(columns), request.sums.size());
    }
    for (const std::uint16_t slot : request.sums) {
      sums_.push_back(next_column());
      names_.value(list_, *request.type->fields()[slot], "t");
    }
    if (list_.empty()) list_ = "1";
    codes_.resize(dictionaries_.size());
  }

  const std::string& list() const noexcept { return list_; }

  Result<void> count(const Query& query) {
    sqlite3_stmt* row = query.row();
    for (std::size_t i = 0; i < dictionaries_.size(); ++i) codes_[i] = dictionaries_[i].code_of(row);
    for (Grouping& grouping : groupings_) {
      const std::size_t cell = grouping.cell(codes_);
      grouping.count(cell);
      for (std::size_t i = 0; i < sums_.size(); ++i)
        if (!grouping.add(cell, i, query.number(sums_[i])))
          return Error(Code::limit, overflow, {std::string(request_.type->fields()[request_.sums[i]]->name)});
    }
    return {};
  }

  void give(AggregateSink sink) const {
    for (std::size_t group = 0; group < groupings_.size(); ++group) groupings_[group].give(group, dictionaries_, sink);
  }

 private:
  int next_column() {
    if (!list_.empty()) list_ += ',';
    return columns_++;
  }

  std::size_t dictionary(std::uint16_t slot) {
    const auto found = std::find(slots_.begin(), slots_.end(), slot);
    if (found != slots_.end()) return static_cast<std::size_t>(found - slots_.begin());
    const AnyField& field = *request_.type->fields()[slot];
    slots_.push_back(slot);
    dictionaries_.emplace_back(field, next_column());
    if (field.type == Type::money)
      names_.currency(list_, field, "t");
    else
      names_.value(list_, field, "t");
    return dictionaries_.size() - 1;
  }

  const Aggregate& request_;
  const SqliteNames& names_;
  std::string list_;
  int columns_ = 0;
  std::vector<std::uint16_t> slots_;  // of the dictionaries
  std::vector<Dictionary> dictionaries_;
  std::vector<Grouping> groupings_;
  std::vector<int> sums_;  // columns
  std::vector<std::uint32_t> codes_;
};

}  // namespace

Result<void> Reads::aggregate(const Aggregate& request, AggregateSink sink) {
  const Table& table = tables_.of(*request.type);
  const RowSource source(table, *request.type, *schema_, request.filter);
  Counting counting(request, source.names());
  Sql sql;
  SqlWriter writer(sql, source.names());
  sql.text = "SELECT " + counting.list();
  GUANXI_CHECK(source.append(sql, writer));
  GUANXI_ASSIGN(Query query, query_of(db_, sql));
  while (true) {
    GUANXI_ASSIGN(const bool found, query.next());
    if (!found) break;
    GUANXI_CHECK(counting.count(query));
  }
  counting.give(sink);
  return {};
}

}  // namespace guanxi::store
