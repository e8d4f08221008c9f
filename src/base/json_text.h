// Text as JSON writes it.
#pragma once

#include <string>
#include <string_view>

namespace guanxi {

// Appends the text as a JSON string (RFC 8259). It is UTF-8 already.
void append_json_string(std::string_view text, std::string& out);

}  // namespace guanxi
