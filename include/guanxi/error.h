// Results and errors.
//
// Whatever a caller must expect (not found, invalid, duplicate, denied, conflict, busy, corrupt, I/O) comes
// back as a Result; exceptions are left to broken invariants and std::bad_alloc.
//
// Threads: values of these types belong to one thread at a time and may be handed to another.
#pragma once

#include <cassert>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace guanxi {

// Stable numbers: they cross the C ABI and are never used again for something else.
enum class Code : std::int32_t {
  invalid = -1,        // the input is wrong; mending it and trying again may work
  not_found = -2,      // no such row, field, command, file
  duplicate = -3,      // a record that must be unique exists already
  denied = -4,         // the principal may not do this
  conflict = -5,       // the row was changed since it was read
  busy = -6,           // somebody else holds what is needed; try again
  corrupt = -7,        // the stored data are damaged
  io = -8,             // reading or writing a file failed
  full = -9,           // no room left on the device
  unsupported = -10,   // this backend or build cannot do it
  too_new = -11,       // the file was written by a newer version
  cancelled = -12,     // the caller's progress callback asked to stop
  limit = -13,         // a documented limit was passed
  misuse = -14,        // the call breaks the contract of the function
  not_a_database = -15,  // the file is something else
  internal = -16,      // a fault of the library; please report it
  forked = -17,        // the store was opened by the parent of this process
  memory = -18,        // the process has no memory left
  host = -19,          // a callback of the host failed or threw
};

// The code's stable name, such as "not_found".
std::string_view name_of(Code code) noexcept;

// The languages in which the library speaks to people.
enum class Language : std::uint8_t { english, chinese };

// A sentence in both languages; {0} to {9} stand for the error's arguments. Messages are constants: an Error
// keeps the address.
struct Message {
  std::string_view id;  // stable name, such as "field.required"
  std::string_view english;
  std::string_view chinese;
};

// An argument of a sentence that is said differently in the two languages, such as the label of a field.
std::string in_both(std::string_view chinese, std::string_view english);

// What went wrong, where, and what to do. Moved, never copied by accident; `clone()` copies.
class [[nodiscard]] Error {
 public:
  Error(Code code, const Message& message, std::vector<std::string> arguments = {});
  Error(Error&&) noexcept = default;
  Error& operator=(Error&&) noexcept = default;
  ~Error();

  Code code() const noexcept { return body_->code; }
  std::string_view id() const noexcept { return body_->message->id; }

  // The sentence for people.
  std::string text(Language language = Language::english) const;

  // The field that caused it, or empty. A view into the error.
  std::string_view field() const noexcept { return body_->field; }
  const std::vector<std::string>& arguments() const noexcept { return body_->arguments; }

  // Whether the same call may succeed when tried again without change.
  bool retryable() const noexcept { return code() == Code::busy; }

  Error&& at_field(std::string_view field) && {
    body_->field = field;
    return std::move(*this);
  }
  Error clone() const;

 private:
  struct Body {
    Code code;
    const Message* message;
    std::vector<std::string> arguments;
    std::string field;
  };
  std::unique_ptr<Body> body_;
};

// A value or the error that took its place. Reading the value of a failed result is a broken invariant.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return ok(); }

  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const& { return std::get<1>(state_); }
  Error&& error() && { return std::get<1>(std::move(state_)); }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  bool ok() const noexcept { return !error_; }
  explicit operator bool() const noexcept { return ok(); }

  const Error& error() const& { return *error_; }
  Error&& error() && { return std::move(*error_); }

 private:
  std::optional<Error> error_;
};

}  // namespace guanxi
