// The structs and callbacks of guanxi.h, for bindings that must lay them out again.
#include <regex>
#include <stdexcept>

#include "capi/generate/model.h"

namespace guanxi::generate {
namespace {

// Members end with a semicolon; those of a union within are inside braces.
std::vector<std::string> declarations_of(const std::string& body) {
  std::vector<std::string> out;
  std::string one;
  int depth = 0;
  for (const char c : body) {
    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    if (c != ';' || depth > 0) {
      one += c;
      continue;
    }
    out.push_back(one);
    one.clear();
  }
  return out;
}

std::vector<Member> members_of(const std::string& body) {
  static const std::regex one_of(R"(^\s*union\s*\{([^}]*)\}\s*(\w+)\s*$)");
  static const std::regex callback(R"(^\s*(\w+ ?\*?)\(\*(\w+)\)\(([^)]*)\)\s*$)");
  static const std::regex array(R"(^\s*(\w+)\s+(\w+)\[(\d+)\]\s*$)");
  static const std::regex plain(R"(^\s*([\w \*]*[ \*])(\w+)\s*$)");
  std::vector<Member> out;
  for (const std::string& text : declarations_of(body)) {
    std::smatch at;
    if (std::regex_match(text, at, one_of)) out.push_back({at[2], "", 0, false, {}, members_of(at[1])});
    else if (std::regex_match(text, at, callback)) out.push_back({at[2], tidy(at[1]), 0, true, parameters_of(at[3]), {}});
    else if (std::regex_match(text, at, array)) out.push_back({at[2], at[1], std::stoi(at[3]), false, {}, {}});
    else if (std::regex_match(text, at, plain)) out.push_back({at[2], tidy(at[1]), 0, false, {}, {}});
    else throw std::runtime_error("a member of a struct of guanxi.h is written in another way:" + text);
  }
  return out;
}

}  // namespace

std::vector<Struct> structs_of(const std::string& header) {
  static const std::regex comment(R"(/\*[^*]*\*+(?:[^/*][^*]*\*+)*/)");
  static const std::regex definition(R"(typedef struct (gx_\w+) \{([^}]*(?:\}\s*\w+;[^}]*)?)\} \1;)");
  const std::string text = std::regex_replace(header, comment, "");
  std::vector<Struct> out;
  for (auto at = std::sregex_iterator(text.begin(), text.end(), definition); at != std::sregex_iterator(); ++at)
    out.push_back({(*at)[1], members_of((*at)[2])});
  return out;
}

std::vector<Member> callbacks_of(const std::string& header) {
  static const std::regex definition(R"(typedef (\w+ ?\*?)\(\*(gx_\w+)\)\(([^)]*)\);)");
  std::vector<Member> out;
  for (auto at = std::sregex_iterator(header.begin(), header.end(), definition); at != std::sregex_iterator(); ++at)
    out.push_back({(*at)[2], tidy((*at)[1]), 0, true, parameters_of((*at)[3]), {}});
  return out;
}

}  // namespace guanxi::generate
