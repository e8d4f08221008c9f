// Runs a directory of the DMN conformance kit (the TCK): models with test cases beside them.
#pragma once

#include <string>
#include <vector>

#include "dmn/model.h"
#include "guanxi/error.h"

namespace guanxi::dmn {

struct KitCase {
  std::string folder, file, id;
  bool passed = false;
  bool wants_value = false;  // at least one of its results is no null
  std::string detail;        // of the first result that differs
};

struct KitReport {
  std::vector<KitCase> cases;

  std::size_t passed() const noexcept;
  std::size_t wanting() const noexcept;         // a value
  std::size_t wanting_passed() const noexcept;
  // As the kit collects results: folder, file, case, SUCCESS or ERROR, detail.
  std::string csv() const;
};

// All test files below the folder, in the order of their paths. Errors: no such folder. A model that cannot be loaded
// fails its cases.
Result<KitReport> run_kit(const std::string& folder, Instant now);

}  // namespace guanxi::dmn
