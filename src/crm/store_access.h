// The way to make a Store over a storage of the host's, for the library's own rooms.
#pragma once

#include "guanxi/store.h"
#include "store/storage.h"

namespace guanxi {

class StoreAccess {
 public:
  // With an administrator an empty storage becomes a store; without one it must be a store already (Code::not_found).
  static Result<Store> over(std::unique_ptr<store::Storage> storage, const Administrator* administrator, StoreOptions options);
};

}  // namespace guanxi
