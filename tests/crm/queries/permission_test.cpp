#include <doctest/doctest.h>

#include "crm/queries/customers.h"
#include "refusal.h"

using namespace guanxi;
using namespace guanxi::test;

TEST_CASE("may answers in a sentence, allowed or not") {
  with_customers([](World& world, const Customers& c, const SampleClock&) {
    const auto ask = [&](std::string_view login, std::string_view action, const Id& id, Language language = Language::english) {
      return need(world.as(login, language).may(action, number_of(Account), id));
    };
    CHECK(ask("ann", "read", c.alpha).allowed);
    CHECK(ask("ann", "read", c.alpha).reason == "One of your roles grants read on this Account.");
    CHECK_FALSE(ask("wei", "read", c.alpha).allowed);
    CHECK(ask("wei", "read", c.alpha).reason ==
          "You may not read this Account: it lies outside the scope of your roles. Ask its owner or your manager.");
    CHECK(ask("wei", "read", c.alpha, Language::chinese).reason ==
          "您无权查看该客户：它不在您的权限范围内，请联系其负责人或您的上级。");
    CHECK_FALSE(ask("ann", "delete", c.alpha).allowed);
    CHECK(ask("ann", "delete", c.alpha).reason ==
          "You may not delete Account records: none of your roles grants it. Ask an administrator for a role that does.");
    CHECK(ask("mia", "assign", c.beta).allowed);
    CHECK(ask("admin", "delete", c.beta).reason == "You are an administrator.");
    CHECK(ask("ann", "create", {}).allowed);
    CHECK_FALSE(ask("ann", "export", {}).allowed);
    Session system = world.store.system_session("sample check");
    CHECK(need(system.may("update", number_of(Account), c.alpha)).reason == "The host has allowed it: this is a system session.");
  });
}

TEST_CASE("may refuses what it cannot ask") {
  with_customers([](World& world, const Customers& c, const SampleClock&) {
    Session ann = world.as("ann");
    CHECK(refusal(ann.may("fly", number_of(Account), c.alpha)) ==
          "There is no action \"fly\": use read, create, update, delete, export or assign.");
    CHECK(refusal(ann.may("read", 4711, c.alpha)) == "There is no entity 4711: use one that the data dictionary names.");
    CHECK(refusal(ann.may("read", number_of(Contact), c.alpha)).find("There is no Contact") == 0);
  });
}
