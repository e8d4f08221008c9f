// Back from a document or a project of the host to the records it belongs to.
#include "crm/queries/queries.h"
#include "crm/queries/rows.h"

namespace guanxi::queries {

Result<std::vector<Record<DocumentLink>>> links_of_document(SessionState& session, std::string_view uri) {
  GUANXI_ASSIGN(View view, View::open(session));
  return collect<DocumentLink>(view, DocumentLink.uri == Text(uri), {}, 0);
}

Result<std::vector<Record<ProjectLink>>> links_of_project(SessionState& session, std::string_view key) {
  GUANXI_ASSIGN(View view, View::open(session));
  return collect<ProjectLink>(view, ProjectLink.key == Text(key), {}, 0);
}

}  // namespace guanxi::queries
