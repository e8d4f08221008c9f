// The log of reads: ordinary rows of an entity of their own, which no command writes and the change log leaves out.
#include "base/check.h"
#include "crm/messages.h"
#include "crm/queries/names.h"
#include "crm/queries/queries.h"
#include "crm/queries/rows.h"

namespace guanxi::queries {
namespace {

AnyRecord note_of(SessionState& session, const EntityType& notes, std::string_view query, const EntityType& type, const Id& id) {
  const Instant now = session.engine->now();
  const Id own_id = session.engine->new_id(now);
  AnyRecord note = notes.record();
  note.put(common::id, Codec<Id>::pack(own_id));
  note.put(common::revision, Codec<Int>::pack(1));
  note.put(common::created_at, Codec<Instant>::pack(now));
  note.put(common::created_by, Codec<Id>::pack(session.principal.user));
  note.set(ReadLog.query, Codec<Text>::pack(query));
  note.set(ReadLog.entity, Codec<Text>::pack(type.name()));
  note.set(ReadLog.record, Codec<Id>::pack(id));
  return note;
}

// The transaction goes on as if nothing had been tried when the note fails.
Result<void> put_within(store::Writer& writer, store::Put& put) {
  GUANXI_ASSIGN(const int mark, writer.savepoint());
  Result<void> done = writer.put({&put, 1});
  return done ? writer.release(mark) : writer.rollback_to(mark);
}

Result<void> write(SessionState& session, const EntityType& notes, AnyRecord& note) {
  store::Put put;
  put.type = &notes;
  put.after = &note;
  if (session.transaction != nullptr) return put_within(session.transaction->storage->writer(), put);
  return session.engine->storage().write([&](store::Writer& writer) { return writer.put({&put, 1}); }, [] {});
}

}  // namespace

void log_read(SessionState& session, std::string_view query, const EntityType& type, const Id& id) noexcept {
  if (!session.engine->options().log_reads || type.number() == number_of(ReadLog)) return;
  try {
    const Snapshot snapshot = session.engine->snapshot();
    const EntityType& notes = snapshot.schema->of(ReadLog);
    AnyRecord note = note_of(session, notes, query, type, id);
    (void)write(session, notes, note);
  } catch (...) {  // whoever reads has the answer already
  }
}

Result<std::vector<ReadEntry>> reads_of(SessionState& session, std::uint16_t entity, const Id& id, std::size_t limit) {
  GUANXI_ASSIGN(View view, View::open(session));
  GUANXI_ASSIGN(const EntityType* type, view.entity(entity));
  const EntityType& notes = view.schema().of(ReadLog);
  std::vector<ReadEntry> entries;
  if (!view.readable(notes, {})) return denied({false, access::Reason::no_grant}, access::Action::read, notes);
  if (limit == 0) return entries;
  const Expr of_record = ReadLog.entity == Text(type->name()) && ReadLog.record == id;
  GUANXI_ASSIGN(const auto rows, collect<ReadLog>(view, of_record, {descending(ReadLog.created_at)}, limit));
  Names names(view);
  for (const Record<ReadLog>& row : rows) {
    GUANXI_ASSIGN(std::string actor, names.actor(row[ReadLog.created_by]));
    entries.push_back({row[ReadLog.created_at], row[ReadLog.created_by], std::move(actor), std::string(row[ReadLog.query])});
  }
  return entries;
}

}  // namespace guanxi::queries
