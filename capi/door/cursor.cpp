// Cursors: rows one by one, or many in one call.
#include <cstring>

#include "capi/door/query.h"

struct gx_cursor : guanxi::door::Head {
  gx_cursor(std::shared_ptr<guanxi::door::SessionBox> of, guanxi::door::Rows&& from)
      : Head{guanxi::door::mark_of<gx_cursor>},
        box(std::move(of)),
        rows(std::move(from)),
        current(box->core, rows.schema(), &rows.type(), guanxi::AnyRecord(rows.type().number(), 0)) {}
  std::shared_ptr<guanxi::door::SessionBox> box;
  guanxi::door::Rows rows;
  gx_record current;                        // what next() gives out
  std::vector<guanxi::AnyRecord> borrowed;  // what fetch() gave the bytes of
};

namespace guanxi::door {

gx_cursor* make_cursor(const std::shared_ptr<SessionBox>& box, Rows rows) { return make<gx_cursor>(box->core, box, std::move(rows)); }

namespace {

Result<std::int64_t> fetch(gx_cursor& cursor, Session& session, const std::uint32_t* fields, std::int64_t count, std::int64_t max_rows,
                           gx_value* out) {
  std::vector<const AnyField*> wanted;
  for (std::int64_t i = 0; i < count; ++i) {
    GUANXI_ASSIGN(const AnyField* field, field_of(cursor.rows.type(), fields[i]));
    wanted.push_back(field);
  }
  cursor.borrowed.clear();
  cursor.borrowed.reserve(static_cast<std::size_t>(std::min<std::int64_t>(max_rows, 1024)));
  std::int64_t rows = 0;
  while (rows < max_rows) {
    GUANXI_ASSIGN(AnyRecord * row, cursor.rows.next(session));
    if (row == nullptr) break;
    cursor.borrowed.push_back(std::move(*row));
    for (const AnyField* field : wanted) *out++ = value_out(*field, cursor.borrowed.back().at(field->slot));
    ++rows;
  }
  return rows;
}

}  // namespace
}  // namespace guanxi::door

using namespace guanxi;
using door::check_place;
using door::in_session;
using door::Status;

int32_t gx_cursor_next(gx_cursor* cursor, const gx_record** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return in_session(cursor, err, [&](Session& session) -> Status {
    GUANXI_CHECK(check_place(out, "out"));
    GUANXI_ASSIGN(AnyRecord * row, cursor->rows.next(session));
    if (row == nullptr) return GX_DONE;
    cursor->current.row = std::move(*row);
    *out = &cursor->current;
    return GX_ROW;
  });
}

int32_t gx_cursor_fetch(gx_cursor* cursor, const uint32_t* fields, int64_t count, int64_t max_rows, gx_value* out, int64_t* out_rows, gx_error** err) {
  if (out_rows != nullptr) *out_rows = 0;
  return in_session(cursor, err, [&](Session& session) -> Status {
    GUANXI_CHECK(check_place(out_rows, "out_rows"));
    GUANXI_CHECK(door::check_count(count, fields));
    GUANXI_CHECK(door::check_count(max_rows, out));
    if (count == 0 || max_rows == 0) return Error(Code::misuse, door::messages::bad_count, {"0"});
    GUANXI_ASSIGN(*out_rows, door::fetch(*cursor, session, fields, count, max_rows, out));
    return *out_rows == 0 ? GX_DONE : GX_ROW;
  });
}

int32_t gx_cursor_entity(const gx_cursor* cursor, uint32_t* out, gx_error** err) {
  if (out != nullptr) *out = 0;
  return door::on(cursor, err, [&]() -> Status {
    GUANXI_CHECK(check_place(out, "out"));
    *out = cursor->rows.type().number();
    return GX_OK;
  });
}

int32_t gx_cursor_token(const gx_cursor* cursor, gx_str* out, gx_error** err) {
  if (out != nullptr) *out = {"", 0};
  return door::on(cursor, err, [&]() -> Status {
    GUANXI_CHECK(check_place(out, "out"));
    *out = door::str(cursor->rows.token());
    return GX_OK;
  });
}

void gx_cursor_free(gx_cursor* cursor) { door::dispose(cursor); }
