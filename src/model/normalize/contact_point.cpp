#include "guanxi/text.h"
#include "model/normalize.h"

namespace guanxi {

std::string normal_contact_point(std::string_view type, std::string_view value) {
  if (type == "phone" || type == "mobile" || type == "fax") return normal_phone(value);
  if (type == "email") return normal_email(value);
  if (type == "website") return normal_domain(value);
  return text::fold(value);
}

}  // namespace guanxi
