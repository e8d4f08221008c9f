// What is known about domains: public suffixes and hosts that belong to everybody.
#pragma once

#include <string_view>

namespace guanxi {

// The part of a host (small letters) that somebody registered: "mail.acme.com.cn" → "acme.com.cn". Empty where it is a
// free-mail provider, a site of many, or a public suffix itself. A view into `host`.
std::string_view registrable(std::string_view host) noexcept;

}  // namespace guanxi
