// A host's table of storage functions, and how one of them is called.
#pragma once

#include <atomic>
#include <mutex>
#include <thread>

#include "base/check.h"
#include "capi/door/host.h"
#include "store/storage.h"

namespace guanxi::door {

class Backend {
 public:
  explicit Backend(Table<gx_storage_vtable> table) noexcept : table_(std::move(table)) {}

  const gx_storage_vtable& calls() const noexcept { return *table_.operator->(); }
  void* user() const noexcept { return table_->user_data; }
  bool concurrent() const noexcept { return (table_->flags & GX_STORAGE_CONCURRENT) != 0; }

  std::shared_ptr<const Schema> schema() const {
    const std::lock_guard lock(schema_mutex_);
    return schema_;
  }
  void set_schema(std::shared_ptr<const Schema> schema) {
    const std::lock_guard lock(schema_mutex_);
    schema_ = std::move(schema);
  }

  // Calls a function of the host: one at a time unless it takes several. Calling from within a call is Code::misuse.
  template <class Call>
  Result<void> ask(const char* what, Call&& call) const {
    const Entrance entrance(*this);
    if (!entrance.open()) return reentered(what);
    return ask_host(what, std::forward<Call>(call));
  }

 private:
  class Entrance {
   public:
    explicit Entrance(const Backend& of) : of_(of.concurrent() ? nullptr : &of) {
      if (of_ == nullptr) return;
      open_ = of_->inside_ != std::this_thread::get_id();
      if (!open_) return;
      of_->entrance_.lock();
      of_->inside_ = std::this_thread::get_id();
    }
    ~Entrance() {
      if (of_ == nullptr || !open_) return;
      of_->inside_ = std::thread::id();
      of_->entrance_.unlock();
    }
    Entrance(const Entrance&) = delete;
    Entrance& operator=(const Entrance&) = delete;
    bool open() const noexcept { return open_; }

   private:
    const Backend* of_;
    bool open_ = true;
  };

  static Error reentered(const char* what);

  Table<gx_storage_vtable> table_;
  mutable std::mutex entrance_;
  mutable std::atomic<std::thread::id> inside_{};
  mutable std::mutex schema_mutex_;
  std::shared_ptr<const Schema> schema_;
};

// The condition as prefix terms; the bytes of the literals stay the condition's.
bool has_terms(const Expr* condition);
std::vector<gx_term> terms_of(const Expr* condition);  // none where the condition has none
inline const gx_value* values_of(const AnyRecord& row) noexcept { return reinterpret_cast<const gx_value*>(&row.at(0)); }
inline const gx_value* values_of(const std::vector<Value>& values) noexcept { return reinterpret_cast<const gx_value*>(values.data()); }

// The storage over a host's table. What the table lacks is done here.
std::unique_ptr<store::Storage> make_storage(Table<gx_storage_vtable> table);
// Takes the caller's table, and checks that nothing needed is missing.
Result<void> take_storage(const gx_storage_vtable* given, Table<gx_storage_vtable>& into);

}  // namespace guanxi::door
