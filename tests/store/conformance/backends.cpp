#include "fixture.h"
#include "store/memory/memory_storage.h"

namespace guanxi::store {

const std::vector<Backend>& backends() {
  static const std::vector<Backend> all{
      {"memory", [](const std::filesystem::path&) { return open_memory(1); }},
  };
  return all;
}

}  // namespace guanxi::store
