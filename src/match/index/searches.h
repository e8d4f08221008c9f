// Searches that wait to be used again.
//
// Threads: any.
#pragma once

#include <memory>
#include <mutex>

#include "match/index/candidates.h"

namespace guanxi::match {

class Searches {
 public:
  // One of them, which goes back at the end.
  class Lent {
   public:
    explicit Lent(Searches& from) : from_(from), search_(from.take()) {}
    ~Lent() { from_.give_back(std::move(search_)); }
    Lent(const Lent&) = delete;
    Lent& operator=(const Lent&) = delete;
    Search* operator->() const noexcept { return search_.get(); }

   private:
    Searches& from_;
    std::unique_ptr<Search> search_;
  };

 private:
  std::unique_ptr<Search> take();
  void give_back(std::unique_ptr<Search> search) noexcept;

  std::mutex mutex_;
  std::vector<std::unique_ptr<Search>> waiting_;
};

}  // namespace guanxi::match
