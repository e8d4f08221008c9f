#include "model/normalize/world_phone.h"

#include <phonenumbers/phonenumberutil.h>

namespace guanxi {

namespace phones = i18n::phonenumbers;

bool has_world_phone() noexcept { return true; }

std::string world_phone(const std::string& digits, std::string_view country) {
  const auto& util = *phones::PhoneNumberUtil::GetInstance();
  phones::PhoneNumber number;
  std::string out;
  if (util.Parse(digits, std::string(country), &number) != phones::PhoneNumberUtil::NO_PARSING_ERROR || !util.IsValidNumber(number)) return out;
  util.Format(number, phones::PhoneNumberUtil::E164, &out);
  return out;
}

}  // namespace guanxi
