#include "capi/door/arrow.h"

#include <cerrno>

namespace guanxi::door {
namespace {

constexpr std::size_t batch_rows = 4096;
constexpr std::size_t batch_bytes = 64u << 20;

struct Stream {
  std::shared_ptr<SessionBox> box;
  Rows rows;
  std::vector<const AnyField*> fields;
  std::string said;
};

int errno_of(Code code) noexcept {
  if (code == Code::memory) return ENOMEM;
  return code == Code::misuse || code == Code::invalid ? EINVAL : EIO;
}

// Runs the body of a callback of the stream: nothing but an errno comes out, and the sentence is kept.
template <class Body>
int run(ArrowArrayStream* stream, Body&& body) noexcept {
  auto& self = *static_cast<Stream*>(stream->private_data);
  gx_error* error = nullptr;
  const std::int32_t code = enter(&error, self.box->session.language(), [&]() -> Status {
    GUANXI_CHECK(self.box->core->check_process());
    GUANXI_CHECK(body(self));
    return GX_OK;
  });
  if (code >= 0) return 0;
  gx_str message{};
  (void)gx_error_message(error, &message);
  try {
    self.said.assign(message.ptr, static_cast<std::size_t>(message.len));
  } catch (...) {
    self.said.clear();
  }
  gx_error_free(error);
  return errno_of(static_cast<Code>(code));
}

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  out->release = nullptr;
  return run(stream, [&](Stream& self) -> Result<void> {
    make_schema(self.fields, out);
    return {};
  });
}

Result<std::size_t> collect(Stream& self, std::vector<Column>& columns) {
  std::size_t rows = 0;
  std::size_t bytes = 0;
  while (rows < batch_rows && bytes < batch_bytes) {
    GUANXI_ASSIGN(const AnyRecord* row, self.rows.next(self.box->session));
    if (row == nullptr) break;
    bytes = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      GUANXI_CHECK(columns[i].add(row->at(self.fields[i]->slot)));
      bytes += columns[i].bytes();
    }
    ++rows;
  }
  return rows;
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
  *out = ArrowArray{};
  return run(stream, [&](Stream& self) -> Result<void> {
    const Turn turn(*self.box);
    if (!turn.taken()) return Error(Code::misuse, messages::in_use);
    std::vector<Column> columns;
    for (const AnyField* field : self.fields) columns.emplace_back(field->type, field->scale);
    GUANXI_ASSIGN(const std::size_t rows, collect(self, columns));
    if (rows > 0) finish_batch(columns, rows, out);
    return {};
  });
}

const char* get_last_error(ArrowArrayStream* stream) { return static_cast<Stream*>(stream->private_data)->said.c_str(); }

void release(ArrowArrayStream* stream) {
  delete static_cast<Stream*>(stream->private_data);
  stream->release = nullptr;
}

}  // namespace

Result<void> export_arrow(const std::shared_ptr<SessionBox>& box, Rows rows, std::span<const std::uint32_t> fields, void* out) {
  auto stream = std::make_unique<Stream>(Stream{box, std::move(rows), {}, {}});
  const EntityType& type = stream->rows.type();
  for (const std::uint32_t number : fields) {
    GUANXI_ASSIGN(const AnyField* field, field_of(type, number));
    stream->fields.push_back(field);
  }
  if (fields.empty()) stream->fields.assign(type.fields().begin(), type.fields().end());
  *static_cast<ArrowArrayStream*>(out) = {get_schema, get_next, get_last_error, release, stream.release()};
  return {};
}

}  // namespace guanxi::door
