// What sessions can be asked about customers, history and permission, one function a question. Session's calls of the
// same names forward to these; their contracts are in guanxi/session.h.
//
// Each question is answered from one View: one snapshot, and nothing that the principal may not see.
#pragma once

#include <string_view>
#include <vector>

#include "crm/session_state.h"

namespace guanxi::queries {

// ---- Customers ----

Result<std::vector<Caller>> callers(SessionState& session, std::string_view number);
Result<CustomerCard> card(SessionState& session, const Id& account);
Result<std::vector<TimelineEntry>> timeline(SessionState& session, const Id& account, std::size_t limit, Instant before);
Result<Page<Record<Account>>> my_customers(SessionState& session, const FindOptions& options);
Result<std::vector<Workload>> workload(SessionState& session);
Result<std::vector<AgendaEntry>> agenda(SessionState& session, const AgendaOptions& options);
Result<std::vector<Dimension>> dimensions(SessionState& session, std::uint16_t entity, const Expr& condition, std::uint16_t measure);
Result<std::vector<OrgStatistic>> by_department(SessionState& session, std::uint16_t entity, const Expr& condition,
                                                std::uint16_t measure);
Result<std::vector<Record<DocumentLink>>> links_of_document(SessionState& session, std::string_view uri);
Result<std::vector<Record<ProjectLink>>> links_of_project(SessionState& session, std::string_view key);

// ---- History ----

Result<std::vector<ChangeEntry>> history(SessionState& session, std::uint16_t entity, const Id& id, std::size_t limit);
Result<std::vector<ChangeEntry>> changes_since(SessionState& session, std::int64_t seq, std::size_t limit);
Result<std::vector<ReadEntry>> reads_of(SessionState& session, std::uint16_t entity, const Id& id, std::size_t limit);

// Notes that the principal read the record by `query` ("get", "card" …), if the store keeps a log of reads. What goes wrong with
// the note never fails the read.
void log_read(SessionState& session, std::string_view query, const EntityType& type, const Id& id) noexcept;

// ---- Permission ----

Result<Permission> may(SessionState& session, std::string_view action, std::uint16_t entity, const Id& id);

}  // namespace guanxi::queries
