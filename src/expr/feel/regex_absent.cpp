// Stands in for regular expressions where the library is built without PCRE2.
#include "expr/feel/regex.h"

namespace guanxi::feel {
namespace {

constexpr Message built_without{"feel.no_regex", "{0}: this build of the library has no regular expressions; build it with PCRE2.",
                                "{0}：此构建不支持正则表达式，请安装 PCRE2 后重新构建。"};

}  // namespace

Value regex_matches(Machine& machine, std::string_view, std::string_view, std::string_view) {
  return machine.null(built_without, {machine.running()});
}
Value regex_replace(Machine& machine, std::string_view, std::string_view, std::string_view, std::string_view) {
  return machine.null(built_without, {machine.running()});
}
Value regex_split(Machine& machine, std::string_view, std::string_view) { return machine.null(built_without, {machine.running()}); }

}  // namespace guanxi::feel
