// Names and addresses of any bytes: parsed, compared and explained within bounds.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "guanxi/match.h"
#include "match/normalize/profile.h"

using namespace guanxi::match;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0 || size > 4000) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto cut = bytes.size() * data[0] / 256;
  const auto a = bytes.substr(0, cut), b = bytes.substr(cut);
  for (std::size_t role = 0; role < role_count; ++role)
    for (const auto& token : tokens_of(static_cast<Role>(role), bytes))
      if (token.text.empty()) std::abort();
  Detector detector(ready(Kind::organisation).with("name", Role::organisation_name).with("where", Role::address).with("phone", Role::phone));
  const auto x = detector.add({a, b, b}), y = detector.add({b, a, a});
  detector.settle();
  for (const auto& told : {detector.explain(x, y), detector.explain(y, x)}) {
    if (!std::isfinite(told.score) || detector.say(told, guanxi::Language::chinese).empty()) std::abort();
  }
  static_cast<void>(detector.check({a, b, ""}, {}));
  return 0;
}
