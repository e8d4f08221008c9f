#include "match/index/searches.h"

namespace guanxi::match {

std::unique_ptr<Search> Searches::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!waiting_.empty()) {
      auto search = std::move(waiting_.back());
      waiting_.pop_back();
      return search;
    }
  }
  return std::make_unique<Search>();
}

void Searches::give_back(std::unique_ptr<Search> search) noexcept {
  constexpr std::size_t most = 8, largest = 1u << 20;  // more, and larger ones, had better give their memory back
  if (search->bytes() > largest) return;
  try {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() < most) waiting_.push_back(std::move(search));
  } catch (...) {  // without memory it is not kept
  }
}

}  // namespace guanxi::match
