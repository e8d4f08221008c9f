#include "guanxi/error.h"

#include <array>

namespace guanxi {

std::string_view name_of(Code code) noexcept {
  static constexpr std::array<std::string_view, 20> names{
      "ok",   "invalid", "not_found",   "duplicate", "denied",    "conflict", "busy",   "corrupt",        "io",
      "full", "unsupported", "too_new", "cancelled", "limit", "misuse", "not_a_database", "internal",
      "forked", "memory", "host"};
  const auto at = static_cast<std::size_t>(-static_cast<std::int32_t>(code));
  return at < names.size() ? names[at] : "internal";
}

namespace {

constexpr char both_mark = '\x1f';

// The part of an in_both() argument that the language asks for; any other argument as it is.
std::string_view said_in(Language language, std::string_view argument) noexcept {
  if (argument.empty() || argument.front() != both_mark) return argument;
  argument.remove_prefix(1);
  const std::size_t middle = argument.find(both_mark);
  if (middle == std::string_view::npos) return argument;
  return language == Language::chinese ? argument.substr(0, middle) : argument.substr(middle + 1);
}

}  // namespace

std::string in_both(std::string_view chinese, std::string_view english) {
  std::string out(1, both_mark);
  out.append(chinese);
  out += both_mark;
  return out.append(english);
}

Error::Error(Code code, const Message& message, std::vector<std::string> arguments)
    : body_(std::make_unique<Body>(Body{code, &message, std::move(arguments), {}})) {}

Error::~Error() = default;

std::string Error::text(Language language) const {
  const std::string_view form =
      language == Language::chinese ? body_->message->chinese : body_->message->english;
  std::string out;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool slot = form[i] == '{' && i + 2 < form.size() && form[i + 2] == '}' && form[i + 1] >= '0' && form[i + 1] <= '9';
    if (!slot) {
      out += form[i];
      continue;
    }
    const auto n = static_cast<std::size_t>(form[i + 1] - '0');
    if (n < body_->arguments.size()) out += said_in(language, body_->arguments[n]);
    i += 2;
  }
  return out;
}

Error Error::clone() const {
  Error copy(body_->code, *body_->message, body_->arguments);
  copy.body_->field = body_->field;
  return copy;
}

}  // namespace guanxi
