#include "accounts.h"

#include <algorithm>
#include <stdexcept>

#include "base/check.h"
#include "model/derive.h"

namespace guanxi::store {
namespace {

Id id_of(std::int64_t number) {
  Id id;
  for (int i = 0; i < 8; ++i) id.bytes[static_cast<std::size_t>(15 - i)] = static_cast<std::uint8_t>(number >> 8 * i);
  id.bytes[0] = 1;
  return id;
}

std::vector<Key> without(const std::vector<Key>& from, const std::vector<Key>& other) {
  std::vector<Key> out;
  for (const Key& key : from)
    if (std::find(other.begin(), other.end(), key) == other.end()) out.push_back(key);
  return out;
}

}  // namespace

Result<Accounts> Accounts::open(SqliteOptions options, std::shared_ptr<const Schema> schema) {
  options.create = true;
  if (!schema) schema = Schema::builtin();
  GUANXI_ASSIGN(auto storage, open_sqlite(options));
  GUANXI_CHECK(storage->prepare(schema));
  return Accounts(std::move(storage), std::move(schema));
}

std::string Accounts::name_of(std::int64_t number) { return "样品公司 " + std::to_string(number); }

Result<void> Accounts::put(Writer& writer, AnyRecord& after, const AnyRecord* before, std::string_view command) {
  Derived was, is;
  if (before != nullptr) derive(type(), *before, was);
  derive(type(), after, is);
  const std::vector<Key> added = without(is.keys, was.keys), removed = without(was.keys, is.keys);
  Put put{&type(), &after, before, added, removed, was.search, is.search};
  GUANXI_CHECK(writer.put({&put, 1}));
  Change change;
  change.command = command;
  change.entity = type().number();
  change.rid = after.rid();
  change.record = after.id();
  change.kind = before == nullptr ? ChangeKind::create : ChangeKind::update;
  GUANXI_CHECK(writer.append(change));
  return {};
}

Result<void> Accounts::add_all(Writer& writer, std::int64_t first, std::int64_t count) {
  for (std::int64_t number = first; number < first + count; ++number) {
    AnyRecord row = type().record();
    const Id id = id_of(number);
    const std::string name = name_of(number), phone = "+86138" + std::to_string(10'000'000 + number);
    row.put(common::id, Codec<Id>::pack(id));
    row.put(common::revision, Codec<Int>::pack(1));
    row.put(common::updated_at, Codec<Instant>::pack({number}));
    row.set(Account.name, Codec<Text>::pack(name));
    row.set(Account.phone, Codec<Text>::pack(phone));
    row.set(Account.tier, Codec<Picklist>::pack(number % 2 == 0 ? "A" : "B"));
    row.set(Account.employees, Codec<Int>::pack(number));
    GUANXI_CHECK(put(writer, row, nullptr, "account.create"));
  }
  return writer.set_meta("last", std::to_string(first + count - 1));
}

Result<void> Accounts::add(std::int64_t number) {
  return storage_->write([&](Writer& writer) { return add_all(writer, number, 1); }, no_news);
}

Result<void> Accounts::change(std::int64_t number, const AnyField& field, std::string_view text) {
  return storage_->write(
      [&](Writer& writer) -> Result<void> {
        AnyRecord before = type().record();
        GUANXI_CHECK(writer.get(type(), id_of(number), before));
        AnyRecord after = before;
        after.set(field, Codec<Text>::pack(text));
        after.put(common::revision, Codec<Int>::pack(before.revision() + 1));
        return put(writer, after, &before, "account.update");
      },
      no_news);
}

Result<std::set<std::int64_t>> Accounts::numbers() {
  GUANXI_ASSIGN(auto reader, storage_->begin_read());
  std::set<std::int64_t> numbers;
  Scan scan;
  scan.type = &type();
  GUANXI_CHECK(reader->scan(scan, [&](AnyRecord& row) { return numbers.insert(row.get(Account.employees).integer), true; }));
  return numbers;
}

Result<std::vector<std::string>> Accounts::findings() {
  std::vector<std::string> findings;
  GUANXI_CHECK(storage_->integrity({}, [&](std::string_view finding) { findings.emplace_back(finding); }));
  GUANXI_ASSIGN(auto reader, storage_->begin_read());
  std::multiset<std::int64_t> expected, logged;
  Scan scan;
  scan.type = &type();
  GUANXI_CHECK(reader->scan(scan, [&](AnyRecord& row) {
    for (std::int64_t i = 0; i < row.revision(); ++i) expected.insert(row.rid());
    return true;
  }));
  ChangeQuery changes;
  changes.limit = 0;
  GUANXI_CHECK(reader->changes(changes, [&](Change& change) { return logged.insert(change.rid), true; }));
  if (expected != logged) findings.push_back("the change log and the rows disagree");
  return findings;
}

SqliteOptions at(const std::string& path) {
  SqliteOptions options;
  options.path = path;
  return options;
}

std::unique_ptr<Connection> connect(const std::string& path) {
  ConnectionOptions options;
  options.path = path;
  auto db = Connection::open(options);
  if (!db) throw std::runtime_error(db.error().text());
  return std::move(db).value();
}

std::int64_t number(const std::string& path, std::string_view sql) {
  const auto result = connect(path)->number(sql);
  if (!result) throw std::runtime_error(result.error().text());
  return *result;
}

}  // namespace guanxi::store
