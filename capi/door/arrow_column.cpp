// Columns of the Arrow C data interface: https://arrow.apache.org/docs/format/Columnar.html has the layouts.
#include <cstring>

#include "capi/door/arrow.h"
#include "model/code_set.h"

namespace guanxi::door {
namespace {

constexpr std::int64_t nullable = 2;  // ARROW_FLAG_NULLABLE

// ---- Schemas ----

struct SchemaOwner {
  std::string format, name, metadata;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> pointers;
};

void release_schema(ArrowSchema* schema) {
  auto* owner = static_cast<SchemaOwner*>(schema->private_data);
  for (ArrowSchema& child : owner->children)
    if (child.release != nullptr) child.release(&child);
  delete owner;
  schema->release = nullptr;
}

void make_node(ArrowSchema* out, std::string format, std::string_view name, std::size_t children, std::string metadata = {}) {
  auto owner = std::make_unique<SchemaOwner>(SchemaOwner{std::move(format), std::string(name), std::move(metadata), {}, {}});
  owner->children.resize(children);
  for (ArrowSchema& child : owner->children) owner->pointers.push_back(&child);
  *out = ArrowSchema{owner->format.c_str(),
                     owner->name.c_str(),
                     owner->metadata.empty() ? nullptr : owner->metadata.c_str(),
                     nullable,
                     static_cast<std::int64_t>(children),
                     owner->pointers.data(),
                     nullptr,
                     release_schema,
                     nullptr};
  out->private_data = owner.release();
}

// The metadata of an extension type: a count, then keys and values with their lengths before them.
std::string uuid_metadata() {
  std::string out;
  const auto number = [&](std::int32_t n) { out.append(reinterpret_cast<const char*>(&n), sizeof n); };
  number(1);
  for (const std::string_view text : {std::string_view("ARROW:extension:name"), std::string_view("arrow.uuid")}) {
    number(static_cast<std::int32_t>(text.size()));
    out += text;
  }
  return out;
}

void make_field(const AnyField& field, ArrowSchema* out) {
  switch (field.type) {
    case Type::boolean: return make_node(out, "b", field.name, 0);
    case Type::integer: return make_node(out, "l", field.name, 0);
    case Type::decimal: return make_node(out, "d:38," + std::to_string(field.scale), field.name, 0);
    case Type::date: return make_node(out, "tdD", field.name, 0);
    case Type::instant: return make_node(out, "tsu:UTC", field.name, 0);
    case Type::id: return make_node(out, "w:16", field.name, 0, uuid_metadata());
    case Type::money:
      make_node(out, "+s", field.name, 2);
      make_node(out->children[0], "l", "minor", 0);
      return make_node(out->children[1], "u", "currency", 0);
    case Type::set: make_node(out, "+l", field.name, 1); return make_node(out->children[0], "u", "item", 0);
    default: return make_node(out, "u", field.name, 0);
  }
}

// ---- Arrays ----

struct ArrayOwner {
  std::vector<std::string> memory;
  std::vector<const void*> buffers;
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> pointers;
};

void release_array(ArrowArray* array) {
  auto* owner = static_cast<ArrayOwner*>(array->private_data);
  for (ArrowArray& child : owner->children)
    if (child.release != nullptr) child.release(&child);
  delete owner;
  array->release = nullptr;
}

void make_array(ArrowArray* out, std::int64_t length, std::int64_t nulls, std::vector<std::string> memory, std::size_t children) {
  auto owner = std::make_unique<ArrayOwner>();
  owner->memory = std::move(memory);
  for (const std::string& block : owner->memory) owner->buffers.push_back(block.data());
  if (nulls == 0) owner->buffers[0] = nullptr;  // all values are there
  owner->children.resize(children);
  for (ArrowArray& child : owner->children) owner->pointers.push_back(&child);
  *out = ArrowArray{length,
                    nulls,
                    0,
                    static_cast<std::int64_t>(owner->buffers.size()),
                    static_cast<std::int64_t>(children),
                    owner->buffers.data(),
                    owner->pointers.data(),
                    nullptr,
                    release_array,
                    nullptr};
  out->private_data = owner.release();
}

template <class T>
void append(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

bool is_text(Type type) noexcept { return type == Type::text || type == Type::picklist; }

}  // namespace

void make_schema(std::span<const AnyField* const> fields, ArrowSchema* out) {
  make_node(out, "+s", "", fields.size());
  try {
    for (std::size_t i = 0; i < fields.size(); ++i) make_field(*fields[i], out->children[i]);
  } catch (...) {
    out->release(out);
    throw;
  }
}

Column::Column(Type type, std::uint8_t scale) : type_(type), scale_(scale) {
  if (is_text(type) || type == Type::set) append(offsets_, std::int32_t{0});
  if (type == Type::set) append(item_offsets_, std::int32_t{0});
  if (type == Type::money) currency_ = std::make_unique<Column>(Type::text, std::uint8_t{0});
}

void Column::add_bit(std::string& bits, bool bit) {
  const auto at = static_cast<std::size_t>(length_);
  if (at % 8 == 0) bits += '\0';
  if (bit) bits.back() = static_cast<char>(static_cast<unsigned char>(bits.back()) | 1u << at % 8);
}

void Column::add_bytes(std::string_view text) {
  data_ += text;
  append(offsets_, static_cast<std::int32_t>(data_.size()));
}

Result<void> Column::add_decimal(const Value& value) {
  std::int64_t coefficient = 0;
  if (value.is_set()) {
    GUANXI_ASSIGN(const Decimal scaled, Codec<Decimal>::unpack(value).rescaled(scale_));
    coefficient = scaled.coefficient;
  }
  append(data_, coefficient);
  append(data_, coefficient < 0 ? std::int64_t{-1} : std::int64_t{0});
  return {};
}

void Column::add_set(std::string_view set) {
  for (const std::string_view code : codes_of(set)) {
    data_ += code;
    append(item_offsets_, static_cast<std::int32_t>(data_.size()));
    ++items_;
  }
  append(offsets_, static_cast<std::int32_t>(items_));
}

Result<void> Column::add(const Value& value) {
  const bool set = value.is_set();
  add_bit(validity_, set);
  if (!set) ++nulls_;
  const std::int64_t number = set && !value.has_bytes() ? value.integer : 0;
  switch (type_) {
    case Type::boolean: add_bit(data_, number != 0); break;
    case Type::date: append(data_, static_cast<std::int32_t>(number)); break;
    case Type::decimal: GUANXI_CHECK(add_decimal(value)); break;
    case Type::id: data_.append(set ? std::string_view(value.bytes, 16) : std::string_view("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16)); break;
    case Type::set: add_set(value.view()); break;
    case Type::text:
    case Type::picklist: add_bytes(value.view()); break;
    case Type::money: {
      append(data_, number);
      const std::string_view code = set ? Codec<Money>::unpack(value).currency.code() : std::string_view();
      GUANXI_CHECK(currency_->add(set ? Codec<Text>::pack(code) : Value{}));
      break;
    }
    default: append(data_, number);
  }
  ++length_;
  return {};
}

void Column::finish(ArrowArray* out) {
  const auto list = [](auto&&... blocks) {
    std::vector<std::string> all;
    (all.push_back(std::move(blocks)), ...);
    return all;
  };
  if (type_ == Type::money) {
    std::string amounts_valid = validity_;
    make_array(out, length_, nulls_, list(validity_), 2);
    make_array(out->children[0], length_, nulls_, list(amounts_valid, data_), 0);
    currency_->finish(out->children[1]);
  } else if (type_ == Type::set) {
    make_array(out, length_, nulls_, list(validity_, offsets_), 1);
    make_array(out->children[0], items_, 0, list(std::string(), item_offsets_, data_), 0);
  } else if (is_text(type_)) {
    make_array(out, length_, nulls_, list(validity_, offsets_, data_), 0);
  } else {
    make_array(out, length_, nulls_, list(validity_, data_), 0);
  }
}

void finish_batch(std::vector<Column>& columns, std::size_t rows, ArrowArray* out) {
  make_array(out, static_cast<std::int64_t>(rows), 0, std::vector<std::string>(1), columns.size());
  try {
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i].finish(out->children[i]);
  } catch (...) {
    out->release(out);
    throw;
  }
}

}  // namespace guanxi::door
