#include "model/status.h"

#include <doctest/doctest.h>

#include <set>

#include "model/schema_builder.h"
#include "said.h"

using namespace guanxi;

namespace {

std::string step(std::string_view list, std::string_view from, std::string_view to) {
  static const auto schema = Schema::builtin();
  return said(check_transition(*schema->picklist(list), from, to));
}

constexpr std::string_view machines[]{"account_status", "lead_status", "opportunity_stage", "request_status", "contract_status", "activity_status"};

}  // namespace

TEST_CASE("what may follow is let through, whatever begins too") {
  CHECK(step("account_status", "potential", "prospect") == "");
  CHECK(step("account_status", "", "active") == "");
  CHECK(step("account_status", "active", "active") == "");
  CHECK(step("contract_status", "completed", "completed") == "");
  CHECK(step("opportunity_stage", "lost", "proposal") == "");
}

TEST_CASE("what may not follow is refused with what may, in the labels of the language") {
  CHECK(step("account_status", "active", "potential") ==
        "“Active” cannot become “Potential”: next may be Dormant, Lost. | “成交”不能变为“潜在”，接下来可以是：休眠、流失。");
  CHECK(step("request_status", "closed", "resolved") ==
        "“Closed” cannot become “Resolved”: next may be Assigned. | “已关闭”不能变为“已解决”，接下来可以是：已分配。");
  CHECK(step("contract_status", "terminated", "active") ==
        "“Terminated” is final and cannot become “Active”. | “已终止”是最终状态，不能变为“执行中”。");
}

TEST_CASE("the labels are those of the host") {
  Record<PicklistItem> row;
  row[PicklistItem.list] = "account_status";
  row[PicklistItem.code] = "dormant";
  row[PicklistItem.label_zh] = "冷藏";
  SchemaBuilder builder;
  REQUIRE(builder.add_item(row).ok());
  const auto schema = std::move(builder).build();
  CHECK(said(check_transition(*schema->picklist("account_status"), "active", "potential")).ends_with("接下来可以是：冷藏、流失。"));
}

TEST_CASE("codes of a host and lists without a table go their own ways") {
  CHECK(step("account_status", "our_own", "active") == "");
  CHECK(step("account_status", "active", "our_own") == "");
  CHECK(step("priority", "low", "urgent") == "");
  CHECK(next_states("priority", "low").empty());
  CHECK(next_states("account_status", "our_own").empty());
}

TEST_CASE("the tables know every built-in state and lead to no other") {
  const auto schema = Schema::builtin();
  for (const auto name : machines) {
    CAPTURE(name);
    const auto& list = *schema->picklist(name);
    std::set<std::string_view> reached;
    for (const auto& entry : list.entries) {
      for (const auto next : next_states(name, entry.code)) {
        CAPTURE(next);
        CHECK(list.find(next) != nullptr);
        CHECK(next != entry.code);
        reached.insert(next);
      }
    }
    for (const auto& entry : list.entries) {
      const bool begins = &entry == &list.entries.front();
      CHECK_MESSAGE((begins || reached.contains(entry.code)), entry.code << " is never reached");
    }
  }
}
