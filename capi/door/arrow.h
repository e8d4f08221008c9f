// Rows as a stream of the Arrow C data interface (https://arrow.apache.org/docs/format/CStreamInterface.html). The structs are
// the interface's own, copied as it asks for; there is no Arrow library here.
#pragma once

#include <cstdint>
#include <span>

#include "capi/door/query.h"

extern "C" {
struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  std::int64_t flags;
  std::int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  std::int64_t length;
  std::int64_t null_count;
  std::int64_t offset;
  std::int64_t n_buffers;
  std::int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};

struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
  const char* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};
}

namespace guanxi::door {

// Makes `out`, an ArrowArrayStream, give the rows; fields by number, none: all.
Result<void> export_arrow(const std::shared_ptr<SessionBox>& box, Rows rows, std::span<const std::uint32_t> fields, void* out);

// ---- The parts ----

// The type of a row's column, as a tree; the row itself is a struct of columns.
void make_schema(std::span<const AnyField* const> fields, ArrowSchema* out);

// A batch of rows of these columns.
class Column;
void finish_batch(std::vector<Column>& columns, std::size_t rows, ArrowArray* out);

// Collects the values of one column. Used by one thread.
class Column {
 public:
  Column(Type type, std::uint8_t scale);

  Result<void> add(const Value& value);
  std::size_t bytes() const noexcept { return data_.size(); }
  void finish(ArrowArray* out);

 private:
  void add_bit(std::string& bits, bool bit);
  void add_bytes(std::string_view text);
  Result<void> add_decimal(const Value& value);
  void add_set(std::string_view set);

  Type type_;
  std::uint8_t scale_;
  std::int64_t length_ = 0;
  std::int64_t nulls_ = 0;
  std::string validity_;
  std::string data_;                   // values, or the bytes of texts
  std::string offsets_;                // of texts, or of the lists of a set
  std::string item_offsets_;           // of the texts in the lists of a set
  std::int64_t items_ = 0;
  std::unique_ptr<Column> currency_;   // of money
};

}  // namespace guanxi::door
