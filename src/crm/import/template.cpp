#include "crm/import/template.h"

#include <algorithm>

#include "base/plain.h"
#include "model/coerce.h"

namespace guanxi::import {
namespace {

constexpr Message no_such_column{"import.template_column", "The default “{0}” names the column “{1}”, which the file does not have: its columns are {2}.",
                                 "默认值“{0}”引用了文件中没有的列“{1}”：现有列为 {2}。"};

constexpr std::size_t npos = std::string_view::npos;

// Runs of blanks become one, and none is left at the ends.
std::string tidy(std::string_view text) {
  std::string out;
  for (const char c : trim(text))
    if (c != ' ' || out.empty() || out.back() != ' ') out += c;
  return out;
}

}  // namespace

Result<Template> Template::read(std::string_view text, const std::vector<std::string>& headers) {
  Template result;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t open = rest.find('{');
    const std::size_t close = open == npos ? npos : rest.find('}', open);
    result.parts_.push_back({std::string(rest.substr(0, close == npos ? npos : open)), npos});
    if (close == npos) break;
    const std::string name(trim(rest.substr(open + 1, close - open - 1)));
    const auto found = std::find(headers.begin(), headers.end(), name);
    if (found == headers.end()) return Error(Code::not_found, no_such_column, {std::string(text), name, listed(headers)});
    result.parts_.push_back({{}, static_cast<std::size_t>(found - headers.begin())});
    ++result.columns_;
    rest.remove_prefix(close + 1);
  }
  return result;
}

std::string Template::fill(const std::vector<std::string_view>& fields) const {
  std::string text;
  bool any = constant();
  for (const Part& part : parts_) {
    if (part.column == npos) {
      text += part.text;
    } else if (part.column < fields.size() && !stands_for_nothing(fields[part.column])) {
      text += trim(fields[part.column]);
      any = true;
    }
  }
  return any ? tidy(text) : std::string();
}

}  // namespace guanxi::import
