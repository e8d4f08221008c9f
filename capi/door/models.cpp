#include "capi/door/models.h"

#include <algorithm>

#include "base/check.h"

namespace guanxi::door {

std::shared_ptr<const DecisionModel> DecisionModels::kept(std::string_view xml) {
  const std::lock_guard lock(mutex_);
  const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& k) { return k.xml == xml; });
  if (found == kept_.end()) return nullptr;
  kept_.splice(kept_.begin(), kept_, found);
  return kept_.front().model;
}

void DecisionModels::keep(Kept model) {
  if (model.xml.size() > most_bytes) return;
  const std::lock_guard lock(mutex_);
  bytes_ += model.xml.size();
  kept_.push_front(std::move(model));
  for (; kept_.size() > most_models || bytes_ > most_bytes; kept_.pop_back()) bytes_ -= kept_.back().xml.size();
}

Result<std::shared_ptr<const DecisionModel>> DecisionModels::of(std::string_view xml) {
  if (auto model = kept(xml)) return model;
  GUANXI_ASSIGN(DecisionModel loaded, DecisionModel::load({{"model", std::string(xml)}}));
  auto model = std::make_shared<const DecisionModel>(std::move(loaded));
  keep({std::string(xml), model});
  return model;
}

}  // namespace guanxi::door
