#include "crm/queries/customers.h"

#include <optional>

#include "guanxi/query.h"

namespace guanxi::test {
namespace {

Id new_account(Session& session, std::string_view name, std::string_view tier, Money revenue, const Id& parent) {
  Record<Account> row;
  row[Account.name] = Text(name);
  if (!tier.empty()) row[Account.tier] = Picklist(tier);
  if (revenue.currency.number != 0) row[Account.revenue] = revenue;
  if (!parent.empty()) row[Account.parent] = parent;
  return stored<Account>(session, row);
}

Id add_contact(Session& session, std::string_view name, const Id& account) {
  Record<Contact> row;
  row[Contact.name] = Text(name);
  if (!account.empty()) row[Contact.account] = account;
  return stored<Contact>(session, row);
}

void link(Session& session, const Id& account, const Id& contact, bool primary, std::optional<Date> until) {
  Record<AccountContact> row;
  row[AccountContact.account] = account;
  row[AccountContact.contact] = contact;
  row[AccountContact.role] = "decision_maker";
  row[AccountContact.primary] = primary;
  if (until) row[AccountContact.until] = *until;
  stored<AccountContact>(session, row);
}

Id add_opportunity(Session& session, const Id& account, std::string_view name, std::string_view stage, Money amount,
                   std::optional<Date> opened) {
  Record<Opportunity> row;
  row[Opportunity.account] = account;
  row[Opportunity.name] = Text(name);
  row[Opportunity.stage] = Picklist(stage);
  row[Opportunity.amount] = amount;
  if (opened) row[Opportunity.opened_on] = *opened;
  return stored<Opportunity>(session, row);
}

Id add_contract(Session& session, const Id& account, std::string_view name, std::string_view status, Money amount) {
  Record<Contract> row;
  row[Contract.account] = account;
  row[Contract.name] = Text(name);
  row[Contract.status] = Picklist(status);
  row[Contract.amount] = amount;
  if (status == "signed") row[Contract.signed_on] = on(2, 15);
  return stored<Contract>(session, row);
}

void add_instalment(Session& session, const Id& contract, int position, Date due, Money amount, std::optional<Money> paid,
                    std::optional<Date> paid_on) {
  Record<PaymentPlanLine> row;
  row[PaymentPlanLine.contract] = contract;
  row[PaymentPlanLine.position] = position;
  row[PaymentPlanLine.due_on] = due;
  row[PaymentPlanLine.amount] = amount;
  if (paid) row[PaymentPlanLine.paid] = *paid;
  if (paid_on) row[PaymentPlanLine.paid_on] = *paid_on;
  stored<PaymentPlanLine>(session, row);
}

Id add_request(Session& session, const Id& account, std::string_view type, std::string_view subject) {
  Record<ServiceRequest> row;
  row[ServiceRequest.account] = account;
  row[ServiceRequest.type] = Picklist(type);
  row[ServiceRequest.subject] = Text(subject);
  return stored<ServiceRequest>(session, row);
}

struct When {
  std::optional<Instant> starts{}, due{};
};
Id add_activity(Session& session, const Id& account, std::string_view type, std::string_view subject, std::string_view status, When when) {
  Record<Activity> row;
  row[Activity.account] = account;
  row[Activity.type] = Picklist(type);
  row[Activity.subject] = Text(subject);
  row[Activity.status] = Picklist(status);
  if (when.starts) row[Activity.starts_at] = *when.starts;
  if (when.due) row[Activity.due_at] = *when.due;
  return stored<Activity>(session, row);
}

void add_document(Session& session, const Id& account, std::string_view title, std::string_view uri) {
  Record<DocumentLink> row;
  row[DocumentLink.title] = Text(title);
  row[DocumentLink.uri] = Text(uri);
  row[DocumentLink.entity] = "account";
  row[DocumentLink.record] = account;
  row[DocumentLink.account] = account;
  stored<DocumentLink>(session, row);
}

// Sets the clock forward, step by step, and lets each user do what the story says.
class Story {
 public:
  Story(World& world, const SampleClock& clock, Customers& customers)
      : world_(world), clock_(clock), c_(customers) {}

  void tell() {
    accounts();
    contacts();
    opportunities();
    contracts();
    requests();
    activities();
    links();
  }

 private:
  void accounts() {
    clock_.set(at(3, 1, 9));
    c_.group = new_account(mia_, "Sample Group", "", {}, {});
    clock_.set(at(3, 1, 10));
    {  // by the system: the seller may not see the group above
      Record<Account> row;
      row[Account.name] = "Sample Alpha Trading";
      row[Account.tier] = "B";
      row[Account.revenue] = cny(5'000'000);
      row[Account.parent] = c_.group;
      row[Account.owner] = world_.ann;
      c_.alpha = stored<Account>(system_, row);
    }
    c_.beta = new_account(wei_, "Sample Beta Foods", "A", cny(3'000'000), {});
    {
      Record<Account> row;
      row[Account.name] = "Sample Gamma Press";
      row[Account.tier] = "B";
      row[Account.revenue] = usd(1'000);
      row[Account.owner] = nullptr;
      c_.pool = stored<Account>(system_, row);
    }
  }

  void contacts() {
    c_.own_contact = add_contact(ann_, "Sample Contact Own", c_.alpha);
    c_.primary = add_contact(ann_, "Sample Contact Primary", {});
    c_.secondary = add_contact(ann_, "Sample Contact Secondary", {});
    c_.ended = add_contact(ann_, "Sample Contact Ended", c_.alpha);
    c_.hidden = add_contact(wei_, "Sample Contact Hidden", {});
    link(ann_, c_.alpha, c_.secondary, false, on(3, 10));
    link(ann_, c_.alpha, c_.primary, true, {});
    link(ann_, c_.alpha, c_.ended, false, on(3, 9));
    link(system_, c_.alpha, c_.hidden, false, {});
  }

  void opportunities() {
    clock_.set(at(3, 2, 9));
    c_.first = add_opportunity(ann_, c_.alpha, "Sample server room", "prospecting", cny(1'000), {});
    clock_.set(at(3, 2, 10));
    c_.foreign = add_opportunity(ann_, c_.alpha, "Sample export line", "qualification", usd(500), {});
    clock_.set(at(3, 3, 9));
    Record<Opportunity> next;
    next[Opportunity.stage] = "proposal";
    need(ann_.update(c_.first, next));
    c_.won = add_opportunity(ann_, c_.alpha, "Sample licences", "won", cny(2'000), on(2, 1));
    clock_.set(at(3, 3, 11));
    c_.lost = add_opportunity(ann_, c_.alpha, "Sample pilot", "lost", cny(7'000), {});
  }

  void contracts() {
    clock_.set(at(3, 4, 9));
    c_.contract = add_contract(ann_, c_.alpha, "Sample licence contract", "signed", cny(10'000));
    add_instalment(ann_, c_.contract, 1, on(2, 20), cny(4'000), cny(4'000), on(2, 21));
    add_instalment(ann_, c_.contract, 2, on(3, 9), cny(3'000), cny(1'000), {});
    add_instalment(ann_, c_.contract, 3, on(3, 10), cny(3'000), {}, {});
    c_.draft = add_contract(ann_, c_.alpha, "Sample draft contract", "draft", cny(999));
    add_instalment(ann_, c_.draft, 1, on(1, 1), cny(999), {}, {});
  }

  void requests() {
    clock_.set(at(3, 4, 10));
    c_.open_request = add_request(ann_, c_.alpha, "complaint", "Sample noise");
    clock_.set(at(3, 4, 11));
    c_.closed_request = add_request(ann_, c_.alpha, "support", "Sample question");
    clock_.set(at(3, 4, 16));
    for (const char* status : {"in_progress", "resolved", "closed"}) {
      Record<ServiceRequest> step;
      step[ServiceRequest.status] = Picklist(status);
      need(ann_.update(c_.closed_request, step));
    }
  }

  void activities() {
    clock_.set(at(3, 5, 9));
    c_.overdue = add_activity(ann_, c_.alpha, "task", "Sample call back", "planned", {.due = at(3, 9, 12)});
    clock_.set(at(3, 5, 10));
    c_.tomorrow = add_activity(ann_, c_.alpha, "task", "Sample offer", "planned", {.due = at(3, 11, 12)});
    c_.call = add_activity(ann_, c_.alpha, "call", "Sample first call", "done", {.starts = at(3, 4, 14)});
    c_.meeting = add_activity(ann_, c_.alpha, "meeting", "Sample visit", "planned", {.starts = at(3, 12, 9)});
    clock_.set(at(3, 5, 11));
    c_.someday = add_activity(ann_, c_.alpha, "task", "Sample greeting card", "planned", {});
    clock_.set(at(3, 5, 12));
    Record<Account> better;
    better[Account.tier] = "A";
    need(ann_.update(c_.alpha, better, {.reason = "sample review"}));
  }

  void links() {
    clock_.set(at(3, 6, 9));
    add_document(ann_, c_.alpha, "Sample offer letter", "doc:sample/1");
    add_document(ann_, c_.alpha, "Sample price list", "doc:sample/2");
    add_document(wei_, c_.beta, "Sample price list", "doc:sample/2");
    Record<ProjectLink> project;
    project[ProjectLink.title] = "Sample roll-out";
    project[ProjectLink.key] = "PRJ-SAMPLE";
    project[ProjectLink.entity] = "account";
    project[ProjectLink.record] = c_.alpha;
    project[ProjectLink.account] = c_.alpha;
    stored<ProjectLink>(ann_, project);
    clock_.set(at(3, 10, 8));
  }

  World& world_;
  const SampleClock& clock_;
  Customers& c_;
  Session mia_ = world_.as("mia"), ann_ = world_.as("ann"), wei_ = world_.as("wei");
  Session system_ = world_.store.system_session("sample set-up");
};

}  // namespace

Customers::Customers(World& world, const SampleClock& clock) { Story(world, clock, *this).tell(); }

void with_customers(const std::function<void(World&, const Customers&, const SampleClock&)>& test, StoreOptions options) {
  for (const bool in_file : {false, true}) {
    INFO("backend: " << (in_file ? "sqlite" : "memory"));
    const SampleClock clock;
    options.clock = clock.clock();
    Folder folder;
    World world(in_file ? folder.file("test.gx") : ":memory:", options);
    const Customers customers(world, clock);
    test(world, customers, clock);
  }
}

}  // namespace guanxi::test
