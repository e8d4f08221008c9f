#include "store/sqlite/integrity.h"

#include <algorithm>
#include <unordered_set>

#include "base/check.h"
#include "base/function_ref.h"
#include "store/search/tokens.h"
#include "store/sqlite/fts.h"
#include "store/sqlite/keys.h"
#include "store/sqlite/waiting.h"

namespace guanxi::store {
namespace {

constexpr Message check_stopped{"sqlite.check_stopped", "The check of {0} was stopped before its end.", "对 {0} 的检查在完成前被中止。"};

// For each row a sum over what belongs to it. What follows from the row is added and what lies in the file is taken away,
// in any order; what is left is wrong.
class Balance {
 public:
  void add(std::int64_t rid, std::uint64_t hash) { at(rid) += hash; }
  void take(std::int64_t rid, std::uint64_t hash) { at(rid) -= hash; }

  // The rows that do not come out even.
  std::vector<std::int64_t> odd() const {
    std::vector<std::int64_t> rids;
    for (std::size_t rid = 0; rid < sums_.size(); ++rid)
      if (sums_[rid] != 0) rids.push_back(static_cast<std::int64_t>(rid));
    rids.insert(rids.end(), strays_.begin(), strays_.end());
    return rids;
  }

 private:
  // Rows are numbered densely; a number far beyond them is no row's.
  std::uint64_t& at(std::int64_t rid) {
    static constexpr std::int64_t most = std::int64_t{1} << 32;
    if (rid < 0 || rid >= most) {
      strays_.push_back(rid);
      return stray_sum_;
    }
    if (static_cast<std::size_t>(rid) >= sums_.size()) sums_.resize(static_cast<std::size_t>(rid) + 1 + sums_.size() / 2);
    return sums_[static_cast<std::size_t>(rid)];
  }

  std::vector<std::uint64_t> sums_;
  std::vector<std::int64_t> strays_;
  std::uint64_t stray_sum_ = 0;
};

std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed) {
  return (std::hash<std::string_view>{}(bytes) ^ seed * 0x9e3779b97f4a7c15u) * 0xff51afd7ed558ccdu | 1;
}

std::uint64_t hash_of(const Key& key) {
  const auto space = static_cast<std::uint64_t>(key.space);
  if (key.value.type == Type::money) return hash_of(money_key(key.value), space);
  if (key.value.has_bytes()) return hash_of(key.value.view(), space);
  return hash_of(std::to_string(key.value.integer), space);
}

class Checker {
 public:
  Checker(Session& session, const Schema& schema, const Progress& progress, FunctionRef<void(std::string_view)> report)
      : session_(session), db_(*session.connection), tables_(session.tables), schema_(schema), progress_(progress), report_(report) {}

  Result<void> run() {
    GUANXI_CHECK(check_structure());
    GUANXI_CHECK(count_rows());
    for (const auto& type : schema_.entities()) GUANXI_CHECK(check_entity(*type));
    return {};
  }

 private:
  Result<void> check_structure() {
    GUANXI_ASSIGN(Query query, db_.query("PRAGMA integrity_check"));
    while (true) {
      GUANXI_ASSIGN(const bool found, query.next());
      if (!found) return {};
      if (query.text(0) != "ok") report_(query.text(0));
    }
  }

  Result<void> count_rows() {
    for (const auto& type : schema_.entities()) {
      const Table& table = tables_.of(*type);
      GUANXI_ASSIGN(const std::int64_t rows, db_.number("SELECT count(*) FROM " + table.name() + " t" + (table.shared() ? " WHERE " + table.rows() : "")));
      total_ += static_cast<std::uint64_t>(rows);
    }
    return {};
  }

  Result<void> check_entity(const EntityType& type) {
    Balance keys, texts;
    const Table& table = tables_.of(type);
    GUANXI_CHECK(add_rows(type, table, keys, texts));
    GUANXI_CHECK(take_keys(type, keys));
    for (const std::int64_t rid : keys.odd()) GUANXI_CHECK(explain_keys(type, rid));
    if (!is_searchable(type)) return {};
    GUANXI_CHECK(take_texts(table, texts));
    for (const std::int64_t rid : texts.odd()) find(type, rid, "is not found by its text, or is found by another");
    return {};
  }

  // Which way the keys of a row are wrong; this reads much, but only for rows that are.
  Result<void> explain_keys(const EntityType& type, std::int64_t rid) {
    Reads reads(session_, std::shared_ptr<const Schema>(std::shared_ptr<void>(), &schema_));
    AnyRecord row = type.record();
    GUANXI_ASSIGN(const bool exists, reads.get(type, rid, row));
    Derived derived;
    if (exists) derive(type, row, derived);
    std::size_t found = 0;
    const auto own = [&](const KeyHit& hit) { return hit.entity != type.number() || hit.rid != rid || (++found, false); };
    GUANXI_CHECK(reads.probe(derived.keys, own));
    GUANXI_ASSIGN(Query query, db_.query("SELECT count(*) FROM gx_key WHERE entity=? AND rid=?"));
    query.bind(1, std::int64_t{type.number()}).bind(2, rid);
    GUANXI_CHECK(query.next());
    const auto present = static_cast<std::size_t>(query.number(0));
    if (!exists) find(type, rid, "does not exist, but a key leads to it");
    if (found < derived.keys.size()) find(type, rid, "lacks a key that follows from it");
    if (exists && present > found) find(type, rid, "has a key that does not follow from it");
    return {};
  }

  Result<void> add_rows(const EntityType& type, const Table& table, Balance& keys, Balance& texts) {
    Shape shape(table, type);
    GUANXI_ASSIGN(Query rows, db_.query("SELECT " + shape.list() + " FROM " + table.name() + " t" + (table.shared() ? " WHERE " + table.rows() : "")));
    AnyRecord row = type.record();
    Derived derived;
    while (true) {
      GUANXI_ASSIGN(const bool found, rows.next());
      if (!found) return {};
      if (++done_ % 1024 == 0 && progress_ && !progress_(done_, total_)) return Error(Code::cancelled, check_stopped, {db_.path()});
      if (auto loaded = shape.load(rows, row); !loaded) find(type, row.rid(), "has damaged custom fields");
      derive(type, row, derived);
      for (const Key& key : derived.keys) keys.add(row.rid(), hash_of(key));
      each_token(derived.search, [&](const std::string& token) { texts.add(row.rid(), hash_of(token, 0)); });
    }
  }

  // Each once.
  void each_token(std::string_view text, FunctionRef<void(const std::string&)> use) {
    tokens_.clear();
    search::tokens(text, [&](std::string_view token) { return tokens_.emplace(token), true; });
    for (const std::string& token : tokens_) use(token);
  }

  Result<void> take_keys(const EntityType& type, Balance& keys) {
    GUANXI_ASSIGN(Query query, db_.query("SELECT space,value,rid FROM gx_key WHERE entity=?"));
    query.bind(1, std::int64_t{type.number()});
    while (true) {
      GUANXI_ASSIGN(const bool found, query.next());
      if (!found) return {};
      keys.take(query.number(2), hash_of(query.text(1), static_cast<std::uint64_t>(query.number(0))));
    }
  }

  // Entities that share a table share its numbers too, so a row of another one is passed over.
  Result<void> take_texts(const Table& table, Balance& texts) {
    GUANXI_CHECK(db_.execute("DROP TABLE IF EXISTS temp.gx_vocabulary"));
    GUANXI_CHECK(db_.execute("CREATE VIRTUAL TABLE temp.gx_vocabulary USING fts5vocab(main," + table.search() + ",instance)"));
    const std::string only = table.shared() ? " IN (SELECT rid FROM gx_row t WHERE " + table.rows() + ')' : "";
    GUANXI_ASSIGN(Query query, db_.query("SELECT term,doc FROM temp.gx_vocabulary" + (only.empty() ? only : " WHERE doc" + only)));
    while (true) {
      GUANXI_ASSIGN(const bool found, query.next());
      if (!found) break;
      texts.take(query.number(1), hash_of(query.text(0), 0));
    }
    return take_waiting(table, only, texts);
  }

  // What waits has been taken in as far as a search is concerned.
  Result<void> take_waiting(const Table& table, const std::string& only, Balance& texts) {
    GUANXI_ASSIGN(const WaitingTexts waiting, waiting_texts(db_, table.search(), only.empty() ? only : "rid" + only));
    for (const auto& [rid, text] : waiting) {
      each_token(text.entered, [&](const std::string& token) { texts.add(rid, hash_of(token, 0)); });
      each_token(text.wanted, [&](const std::string& token) { texts.take(rid, hash_of(token, 0)); });
    }
    return {};
  }

  void find(const EntityType& type, std::int64_t rid, std::string_view what) {
    report_(std::string(type.name()) + " row " + std::to_string(rid) + ' ' + std::string(what));
  }

  Session& session_;
  Connection& db_;
  Tables& tables_;
  const Schema& schema_;
  const Progress& progress_;
  FunctionRef<void(std::string_view)> report_;
  std::uint64_t done_ = 0, total_ = 0;
  std::unordered_set<std::string> tokens_;
};

}  // namespace

Result<void> check_integrity(Session& session, const Schema& schema, const Progress& progress,
                             FunctionRef<void(std::string_view)> report) {
  GUANXI_CHECK(session.connection->execute("BEGIN"));
  auto checked = Checker(session, schema, progress, report).run();
  GUANXI_CHECK(session.connection->execute("ROLLBACK"));
  return checked;
}

}  // namespace guanxi::store
