// The parts of an organisation's name.
#pragma once

#include <string_view>
#include <vector>

#include "match/token.h"

namespace guanxi::match {

// Every token with its part; none is thrown away. 上海泛微网络科技股份有限公司北京分公司 → region 上海, core 泛微, trade 网络科技, form
// 股份有限公司, branch 北京分公司. Western names: legal form at either end, group words, places, brackets.
std::vector<Token> parse_organisation_name(std::string_view name);

}  // namespace guanxi::match
