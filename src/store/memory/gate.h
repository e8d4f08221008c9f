// A shared mutex in which readers that come later let a waiting writer pass; the system's own may starve it.
#pragma once

#include <atomic>
#include <mutex>
#include <shared_mutex>

namespace guanxi::store::memory {

class Gate {
 public:
  void lock_shared() {
    if (writer_waits_.load(std::memory_order_relaxed)) std::lock_guard behind_the_writer(entrance_);
    mutex_.lock_shared();
  }
  void unlock_shared() { mutex_.unlock_shared(); }
  void lock() {
    std::lock_guard first(entrance_);
    writer_waits_.store(true, std::memory_order_relaxed);
    mutex_.lock();
    writer_waits_.store(false, std::memory_order_relaxed);
  }
  void unlock() { mutex_.unlock(); }

 private:
  std::mutex entrance_;
  std::shared_mutex mutex_;
  std::atomic<bool> writer_waits_ = false;
};

}  // namespace guanxi::store::memory
