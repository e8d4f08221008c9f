#include "base/text/tables.h"

#include <iterator>

namespace guanxi::text {
#include "base/text/tables.inc"
}  // namespace guanxi::text
