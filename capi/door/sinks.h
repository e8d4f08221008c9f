// Where the functions of a host's storage put what they find; what takes it must live as long as the sink. Nothing that the library throws while it takes a row passes through
// the host: it is kept, the host is told a code, and outcome() throws it again.
#pragma once

#include <exception>
#include <optional>

#include "base/function_ref.h"
#include "capi/door/errors.h"
#include "guanxi/schema.h"
#include "store/storage.h"

namespace guanxi::door {

class Sink {
 public:
  // The error, or exception, that ended the taking; before it what the call of the host itself said, in `called`.
  Result<void> outcome(Result<void> called);

 protected:
  // Runs `take`, which says whether more are wanted. GX_OK, GX_DONE or a code.
  template <class Take>
  std::int32_t take(Take&& take) noexcept {
    if (ended_) return code_;
    try {
      const Result<bool> more = take();
      if (more && *more) return GX_OK;
      return end(more ? GX_DONE : static_cast<std::int32_t>(more.error().code()), more ? std::nullopt : std::optional<Error>(more.error().clone()));
    } catch (...) {
      thrown_ = std::current_exception();
      return end(GX_E_CANCELLED, std::nullopt);
    }
  }

 private:
  std::int32_t end(std::int32_t code, std::optional<Error> error) noexcept {
    ended_ = true;
    code_ = code;
    error_ = std::move(error);
    return code;
  }

  bool ended_ = false;
  std::int32_t code_ = GX_OK;
  std::optional<Error> error_{};
  std::exception_ptr thrown_{};
};

}  // namespace guanxi::door

// Rows: filled into `into`, which the taker may move away.
struct gx_storage_rows : guanxi::door::Sink {
  using Take = guanxi::FunctionRef<bool(guanxi::AnyRecord&, const std::optional<std::string_view>& text)>;
  // `wanted`: the slots to be filled; empty: all.
  gx_storage_rows(const guanxi::EntityType& of, std::span<const std::uint16_t> wanted, guanxi::AnyRecord& row, Take taker) noexcept
      : type(of), slots(wanted), into(row), taken(taker) {}

  std::int32_t add(const gx_storage_row& row) noexcept;
  // Whether the row that was given last only shows that there are more: it is the last one asked for, and all before it were wanted.
  bool shows_more() const noexcept {
    constexpr std::uint32_t all = GX_SCAN_FILTERED | GX_SCAN_ORDERED;
    return given == limit && (did & all) == all;
  }
  guanxi::Result<void> fill(const gx_storage_row& row);
  guanxi::Result<void> fill_whole(std::span<const gx_value> given);
  guanxi::Result<void> fill_some(std::span<const gx_value> given);

  const guanxi::EntityType& type;
  std::span<const std::uint16_t> slots;
  guanxi::AnyRecord& into;
  Take taken;
  std::vector<guanxi::Value> some{};  // of a row of which not all is asked for
  std::uint32_t did = 0;
  std::int64_t limit = 0;  // rows asked for, 0: all
  std::int64_t given = 0;
};

struct gx_storage_hits : guanxi::door::Sink {
  using Take = guanxi::FunctionRef<bool(std::int64_t index, const guanxi::Key& key, std::uint16_t entity, std::int64_t rid)>;
  explicit gx_storage_hits(Take taker) noexcept : taken(taker) {}
  std::int32_t add(std::int64_t index, const gx_storage_key& key, std::uint32_t entity, std::int64_t rid) noexcept;
  Take taken;
};

struct gx_storage_groups : guanxi::door::Sink {
  gx_storage_groups(const guanxi::store::Aggregate& of, guanxi::store::AggregateSink taker) noexcept : request(of), taken(taker) {}
  std::int32_t add(std::int64_t index, const gx_value* values, std::int64_t rows, const std::int64_t* sums) noexcept;
  const guanxi::store::Aggregate& request;
  guanxi::store::AggregateSink taken;
  bool given = false;
};

struct gx_storage_log : guanxi::door::Sink {
  explicit gx_storage_log(guanxi::FunctionRef<bool(guanxi::store::Change&)> taker) noexcept : taken(taker) {}
  std::int32_t add(const gx_storage_change& change) noexcept;
  guanxi::FunctionRef<bool(guanxi::store::Change&)> taken;
};

struct gx_storage_bytes : guanxi::door::Sink {
  std::int32_t give(const void* data, std::int64_t len) noexcept;
  std::optional<std::string> bytes{};
};
