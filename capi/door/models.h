// Decision models that were asked lately, compiled: a host passes the XML with every question.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "guanxi/dmn.h"

namespace guanxi::door {

class DecisionModels {
 public:
  // From any thread.
  Result<std::shared_ptr<const DecisionModel>> of(std::string_view xml);

 private:
  static constexpr std::size_t most_models = 32;
  static constexpr std::size_t most_bytes = std::size_t{8} << 20;  // of XML

  struct Kept {
    std::string xml;
    std::shared_ptr<const DecisionModel> model;
  };
  std::shared_ptr<const DecisionModel> kept(std::string_view xml);
  void keep(Kept model);

  std::mutex mutex_;
  std::list<Kept> kept_;  // what was asked last comes first
  std::size_t bytes_ = 0;
};

}  // namespace guanxi::door
