#include <doctest/doctest.h>

#include <map>
#include <set>

#include "guanxi/schema.h"
#include "guanxi/text.h"
#include "model/picklists/picklists.h"
#include "model/schema_builder.h"

using namespace guanxi;

namespace {

std::string code(std::string_view list, std::string_view text) {
  static const auto schema = Schema::builtin();
  const auto* entry = schema->picklist(list)->match(text);
  return entry == nullptr ? "(none)" : entry->code;
}

PicklistEntry entry(std::string code, std::string chinese, std::string english, bool retired = false) {
  return {std::move(code), std::move(chinese), std::move(english), {}, 0, retired};
}

}  // namespace

TEST_CASE("an item is found by code, label or alias, in whatever case, width or script it is written") {
  CHECK(code("account_tier", "A") == "A");
  CHECK(code("account_tier", "a") == "A");
  CHECK(code("account_tier", "Ａ级") == "A");
  CHECK(code("account_tier", " vip ") == "key");
  CHECK(code("account_role", "經銷商") == "distributor");
  CHECK(code("industry", "Software") == "software");
  CHECK(code("industry", "medical") == "healthcare");
  CHECK(code("industry", "telecommunications") == "telecom");
  CHECK(code("industry", "房地产业") == "real_estate");
  CHECK(code("opportunity_stage", "Closed Won") == "won");
  CHECK(code("opportunity_stage", "Engaging") == "engaging");
  CHECK(code("account_status", "流失") == "lost");
  CHECK(code("industry", "wizardry") == "(none)");
  CHECK(code("industry", "") == "(none)");
}

TEST_CASE("every code, label and alias of the built-in lists finds its own item") {
  const auto schema = Schema::builtin();
  for (const auto& list : schema->picklists()) {
    CAPTURE(list.name);
    CHECK_FALSE(list.entries.empty());
    std::set<std::string> codes;
    for (const auto& e : list.entries) {
      CAPTURE(e.code);
      CHECK(codes.insert(e.code).second);
      CHECK_FALSE(e.chinese.empty());
      CHECK_FALSE(e.english.empty());
      CHECK(list.find(e.code) == &e);
      auto spellings = e.aliases;
      spellings.insert(spellings.end(), {e.code, e.chinese, e.english});
      for (const auto& spelling : spellings) CHECK_MESSAGE(list.match(spelling) == &e, spelling << " is said of two items");
    }
  }
}

TEST_CASE("a spelling that two items share finds neither, and one in use comes before a retired one") {
  PicklistType list;
  list.entries = {entry("a", "甲", "Same"), entry("b", "乙", "same"), entry("c", "丙", "Other", true), entry("d", "丁", "other")};
  list.entries[0].position = 3;
  list.index();
  CHECK(list.entries.back().code == "a");
  CHECK(list.match("SAME") == nullptr);
  CHECK(list.match("other")->code == "d");
  CHECK(list.match("丙")->code == "c");
  const PicklistType copy = list;
  CHECK(copy.match("甲") == copy.find("a"));
}

TEST_CASE("one slip is forgiven in a suggestion, two are not") {
  const auto schema = Schema::builtin();
  const auto near = [&](std::string_view text) {
    const auto* entry = schema->picklist("industry")->nearest(text);
    return entry == nullptr ? "(none)" : entry->code;
  };
  for (const char* slip : {"technolgy", "technologgy", "tecnhology", "technolojy", "TECHNOLGY"}) CHECK_MESSAGE(near(slip) == "technology", slip);
  CHECK(near("医疗建康") == "healthcare");
  CHECK(near("tehcnolgy") == "(none)");
  CHECK(near("law") == "(none)");
  CHECK(near("") == "(none)");
  CHECK(near(std::string(1000, 'x')) == "(none)");
}

TEST_CASE("stages bring their probability along") {
  CHECK(default_probability("prospecting") == 10);
  CHECK(default_probability("won") == 100);
  CHECK(default_probability("lost") == 0);
  CHECK(default_probability("of our own") == 0);
  int last = 0;
  const auto schema = Schema::builtin();
  for (const auto& e : schema->picklist("opportunity_stage")->entries) {
    if (e.code == "lost") continue;
    CHECK(default_probability(e.code) > last);
    last = default_probability(e.code);
  }
}
