// The schema as expressions see it.
#pragma once

#include <memory>

#include "expr/condition/vocabulary.h"
#include "guanxi/schema.h"

namespace guanxi {

// Takes about a millisecond: make it once for each schema. It keeps the schema alive.
std::shared_ptr<const condition::Vocabulary> vocabulary_of(std::shared_ptr<const Schema> schema);

}  // namespace guanxi
