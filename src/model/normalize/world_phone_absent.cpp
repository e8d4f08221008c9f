#include "model/normalize/world_phone.h"

namespace guanxi {

bool has_world_phone() noexcept { return false; }
std::string world_phone(const std::string&, std::string_view) { return {}; }

}  // namespace guanxi
