#include <doctest/doctest.h>

#include "crm/queries/customers.h"
#include "guanxi/query.h"
#include "refusal.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

std::string line(const TimelineEntry& e) { return e.at.text() + " " + e.kind + " " + e.title + " | " + e.detail + " | " + e.who; }

std::vector<std::string> lines(const std::vector<TimelineEntry>& entries) {
  std::vector<std::string> out;
  for (const TimelineEntry& entry : entries) out.push_back(line(entry));
  return out;
}

const std::vector<std::string> story{
    "2026-03-05T12:00:00Z change Account changed | Tier: B → A | Ann Sample",
    "2026-03-05T11:00:00Z activity Sample greeting card | Task · Planned | Ann Sample",
    "2026-03-05T10:00:00Z activity Sample offer | Task · Planned | Ann Sample",
    "2026-03-05T09:00:00Z activity Sample call back | Task · Planned | Ann Sample",
    "2026-03-04T16:00:00Z request Sample question | Closed · SR-2026-000002 · Support | Ann Sample",
    "2026-03-04T14:00:00Z activity Sample first call | Call · Done | Ann Sample",
    "2026-03-04T11:00:00Z request Sample question | Opened · SR-2026-000002 · Support | Ann Sample",
    "2026-03-04T10:00:00Z request Sample noise | Opened · SR-2026-000001 · Complaint | Ann Sample",
    "2026-03-03T11:00:00Z opportunity Sample pilot | Created · 7000.00 CNY | Ann Sample",
    "2026-03-03T09:00:00Z stage Sample server room | Prospecting → Proposal | Ann Sample",
    "2026-03-02T10:00:00Z opportunity Sample export line | Created · 500.00 USD | Ann Sample",
    "2026-03-02T09:00:00Z opportunity Sample server room | Created · 1000.00 CNY | Ann Sample",
    "2026-03-01T10:00:00Z change Account created |  | System",
    "2026-02-15T00:00:00Z contract Sample licence contract | Signed · CT-2026-000001 · 10000.00 CNY | Ann Sample",
    "2026-02-01T00:00:00Z opportunity Sample licences | Created · 2000.00 CNY | Ann Sample"};

}  // namespace

TEST_CASE("the timeline tells what happened, newest first, across departments") {
  with_customers([](World& world, const Customers& c, const SampleClock&) {
    Session ann = world.as("ann");
    CHECK(lines(need(ann.timeline(c.alpha))) == story);
    CHECK(need(ann.timeline(c.alpha, 0)).empty());
    Session chinese = world.as("ann", Language::chinese);
    const auto said = need(chinese.timeline(c.alpha));
    REQUIRE(said.size() == story.size());
    CHECK(line(said[0]) == "2026-03-05T12:00:00Z change 修改客户信息 | 客户级别：B级 → A级 | Ann Sample");
    CHECK(said[1].detail == "任务 · 计划中");
    CHECK(said[4].detail == "关闭 · SR-2026-000002 · 技术支持");
    CHECK(said[9].detail == "初步接触 → 方案报价");
    CHECK(said[12].title == "新建客户");
    CHECK(said[12].who == "系统");
  });
}

TEST_CASE("page after page the timeline tells everything once") {
  with_customers([](World& world, const Customers& c, const SampleClock&) {
    Session ann = world.as("ann");
    for (const std::size_t limit : {1u, 2u, 4u, 7u, 15u}) {
      CAPTURE(limit);
      std::vector<std::string> told;
      Instant before{};
      for (;;) {
        const auto page = need(ann.timeline(c.alpha, limit, before));
        if (page.empty()) break;
        CHECK(page.size() <= limit);
        for (const TimelineEntry& entry : page) told.push_back(line(entry));
        before = page.back().at;
      }
      CHECK(told == story);
    }
  });
}

TEST_CASE("entries of one moment stay on one page") {
  with_customers([](World& world, const Customers& c, const SampleClock&) {
    Session wei = world.as("wei");
    for (const char* subject : {"Sample one", "Sample two", "Sample three"}) {
      Record<Activity> row;
      row[Activity.account] = c.beta;
      row[Activity.type] = "call";
      row[Activity.subject] = Text(subject);
      row[Activity.starts_at] = at(3, 7, 9);
      stored<Activity>(wei, row);
    }
    const auto page = need(wei.timeline(c.beta, 1));
    CHECK(page.size() == 3);
    const auto rest = need(wei.timeline(c.beta, 1, page.back().at));
    REQUIRE(rest.size() == 1);
    CHECK(rest[0].title == "Account created");
  });
}

TEST_CASE("a timeline shows what is hidden to nobody who may not see it") {
  with_customers([](World& world, const Customers& c, const SampleClock&) {
    Session wei = world.as("wei");
    CHECK(refusal(wei.timeline(c.alpha)).find("There is no Account") == 0);
    Record<Activity> note;  // Wei's own note about a customer in the pool
    note[Activity.account] = c.pool;
    note[Activity.type] = "note";
    note[Activity.subject] = "Sample remark";
    note[Activity.sensitivity] = 50;
    Session system = world.store.system_session("sample set-up");
    note[Activity.owner] = world.wei;
    stored<Activity>(system, note);
    Session ann = world.as("ann");
    const auto seen = need(ann.timeline(c.pool));
    REQUIRE(seen.size() == 1);
    CHECK(seen[0].kind == "change");
    CHECK(need(world.as("admin").timeline(c.pool)).size() == 2);
  });
}
