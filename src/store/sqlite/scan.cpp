#include "store/sqlite/scan.h"

#include "base/check.h"
#include "store/sqlite/keys.h"
#include "store/sqlite/keyset.h"

namespace guanxi::store {
namespace {

bool same_kind(Type field, Type literal) noexcept {
  const auto text = [](Type t) { return t == Type::text || t == Type::picklist || t == Type::set; };
  return field == literal ? field != Type::decimal : text(field) && text(literal);
}

// A scan under way: one query for each part of the key space behind the start.
class Scanning {
 public:
  Scanning(Connection& db, const Scan& request, const Table& table, const RowSource& source, Keyset& keyset)
      : db_(db), request_(request), source_(source), keyset_(keyset), shape_(table, *request.type, slots_of(request, keyset)),
        row_(request.type->record()) {}

  Result<ScanEnd> run(RowSink sink) {
    for (int part = 0; part < keyset_.parts() && !stopped_; ++part) GUANXI_CHECK(run_part(part, sink));
    return std::move(end_);
  }

 private:
  static std::vector<std::uint16_t> slots_of(const Scan& request, const Keyset& keyset) {
    std::vector<std::uint16_t> slots(request.slots.begin(), request.slots.end());
    if (!slots.empty())
      for (const AnyField* field : keyset.fields()) slots.push_back(field->slot);
    return slots;
  }

  Result<Sql> statement(int part) const {
    Sql sql;
    sql.text.reserve(2048);
    SqlWriter writer(sql, source_.names());
    sql.text += "SELECT ";
    sql.text += shape_.list();
    GUANXI_CHECK(source_.append(sql, writer));
    keyset_.behind(sql, writer, {source_.names(), source_.rid()}, part);
    sql.text += " ORDER BY ";
    sql.text += keyset_.order_by({source_.names(), source_.rid()});
    if (request_.limit != 0) {  // one more tells whether there is more
      sql.text += " LIMIT ";
      writer.parameter(Codec<Int>::pack(static_cast<std::int64_t>(request_.limit - given_ + 1)));
    }
    return sql;
  }

  Result<void> run_part(int part, RowSink sink) {
    GUANXI_ASSIGN(const Sql sql, statement(part));
    GUANXI_ASSIGN(Query query, query_of(db_, sql));
    while (true) {
      GUANXI_ASSIGN(const bool found, query.next());
      if (!found) return {};
      if (request_.limit != 0 && given_ == request_.limit) {
        end_.more = stopped_ = true;
        return {};
      }
      GUANXI_CHECK(shape_.load(query, row_));
      keyset_.token(row_, end_.after);  // before the sink, which may move the row away
      ++given_;
      stopped_ = !sink(row_);
      if (stopped_) return {};
    }
  }

  Connection& db_;
  const Scan& request_;
  const RowSource& source_;
  Keyset& keyset_;
  Shape shape_;
  AnyRecord row_;
  std::size_t given_ = 0;
  bool stopped_ = false;
  ScanEnd end_;
};

}  // namespace

namespace {

void key_parameter(Sql& out, SqlWriter& writer, const Value& literal) {
  if (literal.type != Type::money) return writer.parameter(literal);
  const std::string& key = out.owned.emplace_back(money_key(literal));
  writer.parameter(Value::of_bytes(Type::id, key.data(), key.size()));  // bound as a blob
}

}  // namespace

Result<Query> query_of(Connection& db, const Sql& sql) {
  GUANXI_ASSIGN(Query query, db.query(sql.text));
  int at = 0;
  for (const Value& value : sql.parameters) query.bind(++at, value);
  return query;
}

RowSource::RowSource(const Table& table, const EntityType& type, const Schema& schema, const Expr* filter)
    : table_(table), type_(type), names_(type, schema), filter_(filter && !filter->always() ? filter : nullptr) {
  if (filter_ != nullptr) find_lead();
}

void RowSource::find_lead() {
  const auto& nodes = filter_->nodes();
  const bool many = nodes[0].op == Expr::Op::all;
  for (std::size_t at = many ? 1 : 0; at < nodes.size(); at += nodes[at].size) {
    const Expr::Node& node = nodes[at];
    if (node.op != Expr::Op::equal || node.entity != type_.number() || !node.literal.is_set()) continue;
    const AnyField* field = type_.find(node.field);
    if (field == nullptr || !field->custom() || !field->has(indexed) || !same_kind(field->type, node.literal.type)) continue;
    lead_ = at;
    lead_field_ = field;
    return;
  }
}

Result<void> RowSource::append(Sql& out, SqlWriter& writer) const {
  if (lead_field_ == nullptr) {
    out.text += " FROM " + table_.name() + " t WHERE ";
  } else {
    out.text += " FROM gx_key k CROSS JOIN " + table_.name() + " t ON t.rid=k.rid WHERE k.space=";
    writer.parameter(Codec<Int>::pack(space_of(*lead_field_)));
    out.text += " AND k.value=";
    key_parameter(out, writer, filter_->nodes()[lead_].literal);
    out.text += " AND k.entity=" + std::to_string(type_.number()) + " AND ";
  }
  out.text += table_.shared() ? table_.rows() : "1";
  if (filter_ == nullptr) return {};
  const auto& nodes = filter_->nodes();
  const bool many = nodes[0].op == Expr::Op::all;
  for (std::size_t at = many ? 1 : 0; at < nodes.size(); at += nodes[at].size) {
    if (lead_field_ != nullptr && at == lead_) continue;
    out.text += " AND ";
    GUANXI_CHECK(writer.term(*filter_, at, type_.number(), "t"));
  }
  return {};
}

Result<ScanEnd> Reads::scan(const Scan& request, RowSink sink) {
  const Table& table = tables_.of(*request.type);
  const RowSource source(table, *request.type, *schema_, request.filter);
  GUANXI_ASSIGN(Keyset keyset, Keyset::of(*request.type, request.order));
  if (!request.after.empty()) GUANXI_CHECK(keyset.start_behind(request.after));
  return Scanning(db_, request, table, source, keyset).run(sink);
}

}  // namespace guanxi::store
