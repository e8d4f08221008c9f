// Merging records and taking it back.
#include <algorithm>
#include <map>

#include "guanxi/duplicates.h"
#include "seed.h"
#include "world.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

std::string losers_of(const std::vector<Id>& ids) {
  std::string out = "|";
  for (const Id& id : ids) out += id.text() + "|";
  return out;
}

Record<Merge> merge_of(const Id& winner, const std::vector<Id>& losers, std::string_view rules = {}, std::string_view entity = "account") {
  Record<Merge> arguments;
  arguments[Merge.entity] = Text(entity);
  arguments[Merge.winner] = winner;
  const std::string set = losers_of(losers);
  arguments[Merge.losers] = CodeSet(set);
  if (!rules.empty()) arguments[Merge.rules] = Text(rules);
  return arguments;
}

Record<Unmerge> unmerge_of(const Id& record, std::string_view entity = "account") {
  Record<Unmerge> arguments;
  arguments[Unmerge.entity] = Text(entity);
  arguments[Unmerge.record] = record;
  return arguments;
}

// A system session reads what is archived too.
Record<Account> account_row(World& world, const Id& id) {
  Session all = world.store.system_session("test");
  return need(all.get<Account>(id));
}

template <const auto& E>
Id child_of(Session& session, Record<E> row, const FieldOf<std::remove_cvref_t<decltype(E)>, Ref<AccountEntity>>& field, const Id& account) {
  row[field] = Ref<AccountEntity>(account);
  return need(session.create(row, {.on_duplicate = OnDuplicate::allow})).record;
}

Record<Contact> person(std::string_view name) {
  Record<Contact> row;
  row[Contact.name] = Text(name);
  return row;
}

Record<ContactPoint> mail(std::string_view address) {
  Record<ContactPoint> row;
  row[ContactPoint.type] = "email";
  row[ContactPoint.value] = Text(address);
  return row;
}

Record<Activity> call(std::string_view subject) {
  Record<Activity> row;
  row[Activity.type] = "call";
  row[Activity.subject] = Text(subject);
  return row;
}

void refused(const Result<Outcome>& result, std::string_view english, std::string_view chinese) {
  REQUIRE_FALSE(result);
  CHECK(result.error().text() == english);
  CHECK(result.error().text(Language::chinese) == chinese);
}

// Every row of every entity that a merge can touch, without what every write changes: revision, when and by whom.
std::map<std::string, std::string> all_rows(World& world) {
  std::map<std::string, std::string> out;
  Session all = world.store.system_session("test");
  const auto schema = all.schema();
  for (const auto& type : schema->entities()) {
    if (type->number() == number_of(MergeRecord) || type->number() == number_of(DuplicatePair)) continue;
    const auto page = need(all.find(type->number(), {}, {.limit = 1000, .archived = true}));
    for (const AnyRecord& row : page.rows) {
      std::string text;
      for (const AnyField* field : type->fields()) {
        const std::uint16_t slot = field->slot;
        if (slot == common::revision || slot == common::updated_at || slot == common::updated_by || !row.at(slot).is_set()) continue;
        text.append(field->name).append("=").append(text_of(row.at(slot))).append("\n");
      }
      out[std::string(type->name()) + " " + row.id().text()] = text;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("the winner keeps its values and takes what it has not; the loser points to it; old ids still lead there") {
  on_both_backends([](World& world) {
    auto winner = account("Sample A"), loser = account("Another B");
    winner[Account.city] = "Harbin";
    winner[Account.tags] = "|old|";
    loser[Account.city] = "Dalian";
    loser[Account.postcode] = "116000";
    loser[Account.tags] = "|new|";
    const Id w = need(world.admin.create(winner)).record, l = need(world.admin.create(loser)).record;
    const MergeReport report = need(merge_records(world.admin, merge_of(w, {l})));
    CHECK(report.outcome.record == w);
    CHECK(report.outcome.change_set != 0);
    const auto now = account_row(world, w);
    CHECK(now[Account.name] == "Sample A");
    CHECK(now[Account.city] == "Harbin");
    CHECK(now[Account.postcode] == "116000");
    CHECK(CodeSet(now[Account.tags]).contains("old"));
    CHECK(CodeSet(now[Account.tags]).contains("new"));
    const auto gone = account_row(world, l);
    CHECK(gone.at(common::archived_at).is_set());
    CHECK(Id(gone[Account.merged_into]) == w);
    CHECK(need(canonical(world.admin, number_of(Account), l)) == w);
    CHECK(need(canonical(world.admin, number_of(Account), w)) == w);

    const auto postcode = std::find_if(report.values.begin(), report.values.end(), [](const auto& v) { return v.field == "postcode"; });
    REQUIRE(postcode != report.values.end());
    CHECK(postcode->from == l);
    CHECK(postcode->others.empty());
    const auto city = std::find_if(report.values.begin(), report.values.end(), [](const auto& v) { return v.field == "city"; });
    REQUIRE(city != report.values.end());
    CHECK(city->others == std::vector<std::string>{"Dalian"});
    CHECK(postcode->changes);
    const auto notes = need(world.admin.find<MergeRecord>()).rows;
    REQUIRE(notes.size() == 1);
    CHECK(std::string_view(notes[0][MergeRecord.provenance]).find("postcode " + l.text() + " fill\n") != std::string_view::npos);
    CHECK(need(world.admin.run(merge_of(w, {l}))).affected == 0);
  });
}

TEST_CASE("a rule a field: newest, oldest, complete, longest, majority, source, a record, keep") {
  on_both_backends([](World& world) {
    auto a = account("Sample A"), b = account("Sample with the longest name"), c = account("Sample C");
    a[Account.city] = "Harbin";
    a[Account.source] = "website";
    b[Account.city] = "Dalian";
    b[Account.tier] = "B";
    b[Account.source] = "referral";
    b[Account.fax] = "1";
    b[Account.note] = "of b";
    c[Account.city] = "Dalian";
    c[Account.tier] = "C";
    c[Account.postcode] = "116000";
    c[Account.address] = "1 Sample Road";
    c[Account.note] = "of c";
    const Id ia = need(world.admin.create(a, {.on_duplicate = OnDuplicate::allow})).record, ib = need(world.admin.create(b, {.on_duplicate = OnDuplicate::allow})).record,
             ic = need(world.admin.create(c, {.on_duplicate = OnDuplicate::allow})).record;
    const std::string rules = "name=longest; city=majority; tier=newest; source=source:referral>website; postcode=keep; fax=oldest; address=complete; note=" + ib.text();
    need(world.admin.run(merge_of(ia, {ib, ic}, rules)));
    const auto row = account_row(world, ia);
    CHECK(row[Account.name] == "Sample with the longest name");
    CHECK(row[Account.city] == "Dalian");
    CHECK(row[Account.tier] == "C");
    CHECK(row[Account.source] == "referral");
    CHECK_FALSE(row.get(Account.postcode).is_set());
    CHECK(row[Account.fax] == "1");
    CHECK(row[Account.address] == "1 Sample Road");
    CHECK(row[Account.note] == "of b");
  });
}

TEST_CASE("what belongs to the loser becomes the winner's; equal links fold into one; unmerge gives all of it back") {
  on_both_backends([](World& world) {
    Session& admin = world.admin;
    Record<CustomField> custom;
    custom[CustomField.entity] = "account";
    custom[CustomField.name] = "x_region_code";
    custom[CustomField.type] = "text";
    need(admin.create(custom));
    const Id w = add_account(admin, "Sample A"), l = add_account(admin, "Another B"), child = add_account(admin, "Child C");
    AnyRecord patch = admin.schema()->of(Account).record();
    const std::string code = "N-7";
    patch.put(admin.schema()->of(Account).find("x_region_code")->slot, Codec<Text>::pack(std::string_view(code)));
    need(admin.update(l, patch));
    Record<Account> below;
    below[Account.parent] = Ref<AccountEntity>(l);
    need(admin.update(child, below));
    auto shared = person("Shared Person");
    const Id both = need(admin.create(shared)).record;
    for (const Id& of : {w, l}) {
      Record<LinkContact> link;
      link[LinkContact.account] = Ref<AccountEntity>(of);
      link[LinkContact.contact] = Ref<ContactEntity>(both);
      link[LinkContact.primary] = true;
      need(admin.run(link));
      child_of(admin, mail("office@sample.example"), ContactPoint.account, of);
    }
    const Id his = child_of(admin, person("Other Person"), Contact.account, l);
    const Id spoken = child_of(admin, call("Before"), Activity.account, l);
    Record<DocumentLink> document;
    document[DocumentLink.title] = "Paper";
    document[DocumentLink.uri] = "dms://1";
    document[DocumentLink.entity] = "account";
    document[DocumentLink.record] = l;
    const Id paper = child_of(admin, document, DocumentLink.account, l);
    auto keyed = account("Another B");
    const Id with_key = need(admin.upsert("erp", "B-1", keyed, {.on_duplicate = OnDuplicate::allow})).record;
    need(admin.run(merge_of(l, {with_key})));
    CHECK(need(admin.resolve("account", "erp", "B-1")) == l);

    const auto before = all_rows(world);
    const MergeReport report = need(merge_records(admin, merge_of(w, {l}), {.reason = "the same"}));
    CHECK(Id(need(admin.get<Contact>(his))[Contact.account]) == w);
    CHECK(Id(need(admin.get<Activity>(spoken))[Activity.account]) == w);
    CHECK(Id(need(admin.get<Account>(child))[Account.parent]) == w);
    const auto moved = need(admin.get<DocumentLink>(paper));
    CHECK(Id(moved[DocumentLink.account]) == w);
    CHECK(moved[DocumentLink.record] == w);
    CHECK(need(admin.resolve("account", "erp", "B-1")) == w);
    CHECK(need(admin.count(number_of(AccountContact), AccountContact.account == w)) == 1);
    CHECK(need(admin.count(number_of(ContactPoint), ContactPoint.account == w)) == 1);
    CHECK(text_of(account_row(world, w).at(admin.schema()->of(Account).find("x_region_code")->slot)) == code);
    const auto timeline = need(admin.timeline(w));
    CHECK(std::any_of(timeline.begin(), timeline.end(), [](const TimelineEntry& e) { return e.title == "Before"; }));
    const auto history = need(admin.history(number_of(Account), l));
    CHECK(history.front().command == "record.merge");
    CHECK(history.front().reason == "the same");
    CHECK(history.front().change_set == report.outcome.change_set);

    const UnmergeReport back = need(unmerge_records(admin, unmerge_of(l)));
    CHECK(back.conflicts.empty());
    CHECK(back.outcome.record == l);
    CHECK(all_rows(world) == before);
    CHECK(need(admin.run(unmerge_of(l))).affected == 0);
    CHECK(need(admin.find<MergeRecord>(MergeRecord.winner == w)).rows.empty());
  });
}

TEST_CASE("what was changed since stays and is shown when a merge is taken back") {
  on_both_backends([](World& world) {
    Session& admin = world.admin;
    auto winner = account("Sample A"), loser = account("Another B");
    loser[Account.city] = "Dalian";
    loser[Account.postcode] = "116000";
    const Id w = need(admin.create(winner)).record, l = need(admin.create(loser)).record;
    const Id kept = child_of(admin, call("Stays"), Activity.account, l), third = add_account(admin, "Third C");
    need(admin.run(merge_of(w, {l})));
    Record<Account> patch;
    patch[Account.city] = "Jilin";
    need(admin.update(w, patch));
    Record<Activity> move;
    move[Activity.account] = Ref<AccountEntity>(third);
    need(admin.update(kept, move));
    const Id later = child_of(admin, call("Later"), Activity.account, w);

    const UnmergeReport tried = need(unmerge_records(admin, unmerge_of(l), {}, true));
    CHECK(tried.conflicts.size() == 2);
    CHECK(account_row(world, l).at(common::archived_at).is_set());
    const UnmergeReport back = need(unmerge_records(admin, unmerge_of(l)));
    REQUIRE(back.conflicts.size() == 2);
    for (const auto& conflict : back.conflicts) {
      if (conflict.field == "city") {
        CHECK(conflict.now == "Jilin");
        CHECK(conflict.before.empty());
        CHECK(conflict.name == "Sample A");
      } else {
        CHECK(conflict.field == "account");
        CHECK(conflict.now == "Third C");
        CHECK(conflict.before == "Another B");
      }
    }
    CHECK(account_row(world, w)[Account.city] == "Jilin");
    CHECK_FALSE(account_row(world, w).get(Account.postcode).is_set());
    CHECK(Id(need(admin.get<Activity>(kept))[Activity.account]) == third);
    CHECK(Id(need(admin.get<Activity>(later))[Activity.account]) == w);
    CHECK_FALSE(account_row(world, l).at(common::archived_at).is_set());
  });
}

TEST_CASE("undo takes a merge back like any other change set, and brings it again") {
  on_both_backends([](World& world) {
    Session& admin = world.admin;
    auto loser = account("Another B");
    loser[Account.city] = "Dalian";
    const Id w = add_account(admin, "Sample A"), l = need(admin.create(loser)).record;
    child_of(admin, call("Of b"), Activity.account, l);
    child_of(admin, mail("Office@Sample.example"), ContactPoint.account, l);
    child_of(admin, mail("office@sample.example"), ContactPoint.account, w);
    const auto before = all_rows(world);
    const Outcome merged = need(admin.run(merge_of(w, {l})));
    const UndoReport undone = need(admin.undo(merged.change_set));
    CHECK(undone.skipped_count == 0);
    CHECK(all_rows(world) == before);
    CHECK(need(canonical(admin, number_of(Account), l)) == l);
    CHECK(need(admin.run(unmerge_of(l))).affected == 0);
    const UndoReport again = need(admin.undo(undone.change_set));
    CHECK(again.skipped_count == 0);
    CHECK(need(canonical(admin, number_of(Account), l)) == w);
    CHECK(need(unmerge_records(admin, unmerge_of(l))).conflicts.empty());
    CHECK(all_rows(world) == before);
  });
}

TEST_CASE("a dry run shows the outcome and stores nothing; inside a transaction both go with it") {
  on_both_backends([](World& world) {
    Session& admin = world.admin;
    const Id w = add_account(admin, "Sample A"), l = add_account(admin, "Another B");
    child_of(admin, call("Of b"), Activity.account, l);
    const auto before = all_rows(world);
    const MergeReport tried = need(merge_records(admin, merge_of(w, {l}), {}, true));
    CHECK(tried.outcome.change_set == 0);
    REQUIRE(tried.children.size() == 1);
    CHECK(tried.children[0].entity == "activity");
    CHECK(tried.children[0].moved == 1);
    CHECK(all_rows(world) == before);
    const auto stop = admin.transaction([&]() -> Result<void> {
      need(admin.run(merge_of(w, {l})));
      CHECK(need(canonical(admin, number_of(Account), l)) == w);
      return Error(Code::cancelled, Message{"test.stop", "stop", "停止"});
    });
    CHECK_FALSE(stop);
    CHECK(all_rows(world) == before);
    const Outcome once = need(admin.run(merge_of(w, {l}), {.idempotency_key = "merge-1"}));
    CHECK(need(admin.run(merge_of(w, {l}), {.idempotency_key = "merge-1"})).change_set == once.change_set);
  });
}

TEST_CASE("merges in a chain lead to the last one and are taken back in the other order") {
  on_both_backends([](World& world) {
    Session& admin = world.admin;
    const Id a = add_account(admin, "Sample A"), b = add_account(admin, "Another B"), c = add_account(admin, "Third C");
    const auto before = all_rows(world);
    need(admin.run(merge_of(b, {a})));
    refused(admin.run(merge_of(c, {a})), "The Account \"Sample A\" was merged into \"Another B\" already: merge that one, or take the earlier merge back first.",
            "客户“Sample A”已并入“Another B”：请改为合并后者，或先撤销之前的合并。");
    need(admin.run(merge_of(c, {b})));
    CHECK(need(canonical(admin, number_of(Account), a)) == c);
    refused(admin.run(unmerge_of(a)), "The Account \"Another B\", into which it was merged, was itself merged into \"Third C\" since: take that merge back first.",
            "它所并入的客户“Another B”之后又并入了“Third C”：请先撤销后一次合并。");
    need(admin.run(unmerge_of(b)));
    need(admin.run(unmerge_of(a)));
    CHECK(all_rows(world) == before);
  });
}

TEST_CASE("two merges into one record are taken back in any order, unless the later one wrote over the earlier one") {
  on_both_backends([](World& world) {
    Session& admin = world.admin;
    auto first = account("Another B"), second = account("Third C");
    first[Account.city] = "Dalian";
    second[Account.postcode] = "116000";
    const Id a = add_account(admin, "Sample A"), b = need(admin.create(first)).record, c = need(admin.create(second)).record;
    const Id spoken = child_of(admin, call("Of b"), Activity.account, b);
    const auto before = all_rows(world);
    need(admin.run(merge_of(a, {b})));
    need(admin.run(merge_of(a, {c})));
    CHECK(need(unmerge_records(admin, unmerge_of(b))).conflicts.empty());
    CHECK_FALSE(account_row(world, a).get(Account.city).is_set());
    CHECK(account_row(world, a)[Account.postcode] == "116000");
    CHECK(Id(need(admin.get<Activity>(spoken))[Activity.account]) == b);
    CHECK(need(unmerge_records(admin, unmerge_of(c))).conflicts.empty());
    CHECK(all_rows(world) == before);

    need(admin.run(merge_of(a, {b})));
    Record<Account> patch;
    patch[Account.city] = "Jilin";
    need(admin.update(c, patch));
    need(admin.run(merge_of(a, {c}, "city=newest")));
    for (const bool dry_run : {true, false}) {
      const auto early = unmerge_records(admin, unmerge_of(b), {}, dry_run);
      REQUIRE_FALSE(early);
      CHECK(early.error().code() == Code::conflict);
      CHECK(early.error().text() ==
            "The merge of the Account \"Another B\" cannot be taken back yet, because the later merge of \"Third C\" wrote \"City\" over it: take that one back first.");
      CHECK(early.error().text(Language::chinese) == "暂不能撤销客户“Another B”的合并：之后“Third C”的合并又改写了“城市”，请先撤销后一次合并。");
    }
    CHECK(account_row(world, a)[Account.city] == "Jilin");
    CHECK(need(unmerge_records(admin, unmerge_of(c))).conflicts.empty());
    CHECK(account_row(world, a)[Account.city] == "Dalian");
    CHECK(need(unmerge_records(admin, unmerge_of(b))).conflicts.empty());
    CHECK_FALSE(account_row(world, a).get(Account.city).is_set());
  });
}

TEST_CASE("what a merge brought and a later one counted for its own goes back after that one") {
  on_both_backends([](World& world) {
    Session& admin = world.admin;
    const Id a = add_account(admin, "Sample A"), b = add_account(admin, "Another B"), c = add_account(admin, "Third C");
    const Id brought = child_of(admin, mail("Office@Sample.example"), ContactPoint.account, b), equal = child_of(admin, mail("office@sample.EXAMPLE"), ContactPoint.account, c);
    const Id own = child_of(admin, mail("own@sample.example"), ContactPoint.account, a);
    child_of(admin, mail("OWN@sample.example"), ContactPoint.account, c);
    const auto before = all_rows(world);
    need(admin.run(merge_of(a, {b})));
    const auto between = all_rows(world);
    const MergeReport second = need(merge_records(admin, merge_of(a, {c})));
    REQUIRE(second.children.size() == 1);
    CHECK(second.children[0].folded == 2);
    for (const bool dry_run : {true, false}) {
      const auto early = unmerge_records(admin, unmerge_of(b), {}, dry_run);
      REQUIRE_FALSE(early);
      CHECK(early.error().code() == Code::conflict);
      CHECK(early.error().text() ==
            "The merge of the Account \"Another B\" cannot be taken back yet, because what it brought stands for an equal entry of \"Third C\", which was merged later: take "
            "that merge back first.");
      CHECK(early.error().text(Language::chinese) == "暂不能撤销客户“Another B”的合并：它带来的条目同时代表之后并入的“Third C”的相同条目，请先撤销后一次合并。");
    }
    // Still so where the one that stands for both was changed since.
    Record<ContactPoint> patch;
    patch[ContactPoint.value] = "new@sample.example";
    need(admin.update(brought, patch));
    CHECK_FALSE(unmerge_records(admin, unmerge_of(b)));
    patch[ContactPoint.value] = "Office@Sample.example";
    need(admin.update(brought, patch));
    CHECK(need(unmerge_records(admin, unmerge_of(c))).conflicts.empty());
    CHECK(all_rows(world) == between);
    CHECK(need(unmerge_records(admin, unmerge_of(b))).conflicts.empty());
    CHECK(all_rows(world) == before);

    // What is the winner's own stands for both without either merge depending on the other.
    need(admin.archive(ContactPoint, equal));
    need(admin.run(merge_of(a, {b})));
    need(admin.run(merge_of(a, {c})));
    CHECK(need(unmerge_records(admin, unmerge_of(b))).conflicts.empty());
    CHECK(need(unmerge_records(admin, unmerge_of(c))).conflicts.empty());
    CHECK(Id(need(admin.get<ContactPoint>(own))[ContactPoint.account]) == a);
  });
}

TEST_CASE("of two equal addresses that a merge made one, the one that was changed since is shown when it is taken back") {
  on_both_backends([](World& world) {
    Session& admin = world.admin;
    const Id a = add_account(admin, "Sample A"), b = add_account(admin, "Another B");
    const Id kept = child_of(admin, mail("office@sample.example"), ContactPoint.account, a), folded = child_of(admin, mail("Office@Sample.example"), ContactPoint.account, b);
    const Id second = child_of(admin, mail("second@sample.example"), ContactPoint.account, a);
    child_of(admin, mail("Second@sample.example"), ContactPoint.account, b);
    need(admin.run(merge_of(a, {b})));
    Record<ContactPoint> patch;
    patch[ContactPoint.value] = "new@sample.example";
    need(admin.update(kept, patch));
    need(admin.archive(ContactPoint, second));
    for (const bool dry_run : {true, false}) {
      const UnmergeReport back = need(unmerge_records(admin, unmerge_of(b), {}, dry_run));
      REQUIRE(back.conflicts.size() == 2);
      const auto& edited = back.conflicts[back.conflicts[0].field == "value" ? 0 : 1];
      const auto& archived = back.conflicts[back.conflicts[0].field == "value" ? 1 : 0];
      CHECK(edited.entity == "contact_point");
      CHECK(edited.record == kept);
      CHECK(edited.field == "value");
      CHECK(edited.now == "new@sample.example");
      CHECK(edited.before == "Office@Sample.example");
      CHECK(archived.record == second);
      CHECK(archived.field == "archived_at");
      CHECK(archived.before.empty());
    }
    CHECK(need(admin.get<ContactPoint>(kept))[ContactPoint.value] == "new@sample.example");
    CHECK(need(admin.get<ContactPoint>(folded))[ContactPoint.value] == "Office@Sample.example");
    CHECK(need(admin.count(number_of(ContactPoint), ContactPoint.account == b)) == 2);
  });
}

TEST_CASE("whoever may not change all of the records merges none of them") {
  on_both_backends([](World& world) {
    Session ann = world.as("ann"), bob = world.as("bob"), mia = world.as("mia");
    const Id anns = add_account(ann, "Sample A"), bobs = add_account(bob, "Another B"), second = add_account(ann, "Second A");
    const auto unseen = ann.run(merge_of(anns, {bobs}));
    REQUIRE_FALSE(unseen);
    CHECK(unseen.error().code() == Code::not_found);
    const auto may_not_archive = ann.run(merge_of(anns, {second}));
    REQUIRE_FALSE(may_not_archive);
    CHECK(may_not_archive.error().code() == Code::denied);
    CHECK_FALSE(account_row(world, second).at(common::archived_at).is_set());
    need(mia.run(merge_of(anns, {bobs})));
    CHECK_FALSE(bob.run(unmerge_of(bobs)));  // ann's account, into which it went, is not for bob to see
    need(mia.run(unmerge_of(bobs)));
  });
}

TEST_CASE("contacts and leads merge too, and the queue's row about the two is closed") {
  on_both_backends([](World& world) {
    Session& admin = world.admin;
    auto one = person("Sample Person"), two = person("Sample Person");
    one[Contact.mobile] = "13800000001";
    two[Contact.mobile] = "13800000001";
    two[Contact.email] = "p@sample.example";
    const Id a = need(admin.create(one)).record, b = need(admin.create(two, {.on_duplicate = OnDuplicate::allow})).record;
    CHECK(need(find_duplicates(admin, number_of(Contact))).queued == 1);
    need(admin.run(merge_of(a, {b}, {}, "contact")));
    CHECK(need(admin.get<Contact>(a))[Contact.email] == "p@sample.example");
    const auto pairs = need(admin.find<DuplicatePair>()).rows;
    REQUIRE(pairs.size() == 1);
    CHECK(pairs[0][DuplicatePair.state] == "merged");
    CHECK(Id(pairs[0][DuplicatePair.decided_by]) == admin.user());
    need(admin.run(unmerge_of(b, "contact")));
    CHECK(need(admin.find<DuplicatePair>(DuplicatePair.state == "open")).rows.size() == 1);

    Record<Lead> x, y;
    x[Lead.name] = "Sample Lead";
    y[Lead.name] = "Another Lead";
    const Id lx = need(admin.create(x)).record, ly = need(admin.create(y)).record;
    need(admin.run(merge_of(lx, {ly}, {}, "lead")));
    CHECK(need(canonical(admin, number_of(Lead), ly)) == lx);
  });
}

TEST_CASE("what cannot be merged says why") {
  World world(":memory:", {});
  Session& admin = world.admin;
  const Id a = add_account(admin, "Sample A"), b = add_account(admin, "Another B"), c = add_account(admin, "Third C");
  const auto with = [&](std::string_view rules) { return admin.run(merge_of(a, {b}, rules)); };
  refused(admin.run(merge_of(a, {a})), "The Account \"Sample A\" cannot be merged into itself: choose another record.", "客户“Sample A”不能与自身合并：请选择另一条记录。");
  refused(admin.run(merge_of(a, {b}, {}, "activity")), "Activity records cannot be merged: accounts, contacts and leads can.", "活动不能合并：可合并的有客户、联系人和线索。");
  refused(with("name"), "\"name\" is no rule: write field=rule, such as phone=newest.", "“name”不是取值规则：请写成 字段=规则，例如 phone=newest。");
  refused(with("owner=newest"), "A Account has no field \"owner\" whose value a rule can choose: use the name of a field that people fill in.",
          "客户没有可用规则取值的字段“owner”：请使用由人填写的字段名。");
  refused(with("name=best"),
          "There is no rule \"best\": use fill, keep, newest, oldest, complete, longest, majority, union, source:a>b, or the id of a record of the merge.",
          "没有规则“best”：可用的有 fill、keep、newest、oldest、complete、longest、majority、union、source:a>b，或参与合并的记录编号。");
  refused(with("name=union"), "The field \"name\" holds one value, so there is no union: choose another rule.", "字段“name”只有一个值，不能取并集：请改用其他规则。");
  auto p = person("Sample Person"), q = person("Other Person");
  const Id ip = need(admin.create(p)).record, iq = need(admin.create(q)).record;
  refused(admin.run(merge_of(ip, {iq}, "name=source:web", "contact")), "A Contact does not say where it comes from: choose another rule than source.",
          "联系人没有来源字段：请改用其他规则。");
  const auto mixed_up = merge_records(admin, unmerge_of(b));
  REQUIRE_FALSE(mixed_up);
  CHECK(mixed_up.error().text() == "These are not the arguments of record.merge: fill in a record of that command.");
  CHECK(mixed_up.error().text(Language::chinese) == "参数类型不符：请使用命令 record.merge 的参数。");
  refused(admin.run(unmerge_of(b)), "The Account \"Another B\" was not merged into another, so there is nothing to take back.", "客户“Another B”没有被合并，无需撤销。");

  Record<Account> under_b, under_c;
  under_b[Account.parent] = Ref<AccountEntity>(b);
  under_c[Account.parent] = Ref<AccountEntity>(c);
  need(admin.update(c, under_b));
  need(admin.update(a, under_c));
  refused(admin.run(merge_of(a, {b})), "\"Third C\" stands between the records that are merged, above one and below the other: give it another parent account first.",
          "“Third C”在层级上介于要合并的记录之间：请先调整其上级客户。");
  need(admin.archive(Account, c));
  refused(admin.run(merge_of(a, {c})), "The Account \"Third C\" is archived: restore it before it is merged.", "客户“Third C”已归档：请先恢复再合并。");
  refused(admin.run(merge_of(a, {})), "Losers is required: give it a value.", "“并入的记录”必填，请填写。");
}

namespace {

using Pick = std::function<std::size_t(std::size_t)>;

// Accounts of random values, and what belongs to them.
std::vector<Id> some_accounts(Session& admin, const Pick& pick) {
  const CommandOptions any{.on_duplicate = OnDuplicate::allow};
  std::vector<Id> accounts;
  const std::vector<std::string> words{"Sample", "Another", "Third", "样例", "示例"};
  for (int i = 0; i < 14; ++i) {
    auto row = account(words[pick(words.size())] + std::to_string(i));
    if (pick(2) == 0) row[Account.city] = Text(words[pick(words.size())]);
    if (pick(2) == 0) row[Account.tags] = "|a|b|";
    if (pick(3) == 0) row[Account.tier] = "A";
    if (pick(2) == 0) row[Account.employees] = static_cast<std::int64_t>(pick(100));
    accounts.push_back(need(admin.create(row, any)).record);
  }
  for (int i = 0; i < 40; ++i) {
    const Id& of = accounts[pick(accounts.size())];
    if (pick(3) == 0) child_of(admin, call(words[pick(words.size())]), Activity.account, of);
    else if (pick(2) == 0) child_of(admin, mail(words[pick(3)] + "@sample.example"), ContactPoint.account, of);
    else child_of(admin, person(words[pick(words.size())] + " Person"), Contact.account, of);
  }
  return accounts;
}

}  // namespace

TEST_CASE("random merges taken back in the other order give the exact rows") {
  auto random = seeded_random();
  const Pick pick = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  on_both_backends([&](World& world) {
    Session& admin = world.admin;
    std::vector<Id> accounts = some_accounts(admin, pick);
    const std::vector<std::string> rules{"", "*=newest", "*=longest; tags=union", "city=keep", "*=complete"};
    std::vector<std::map<std::string, std::string>> states;
    std::vector<Id> merged;
    for (int step = 0; step < 12; ++step) {
      const bool undo = !merged.empty() && pick(3) == 0;
      if (undo) {
        CHECK(need(unmerge_records(admin, unmerge_of(merged.back()))).conflicts.empty());
        CHECK(all_rows(world) == states.back());
        accounts.push_back(merged.back());
        states.pop_back();
        merged.pop_back();
        continue;
      }
      if (accounts.size() < 2) break;
      const std::size_t at = pick(accounts.size());
      const Id loser = accounts[at];
      accounts.erase(accounts.begin() + static_cast<std::ptrdiff_t>(at));
      states.push_back(all_rows(world));
      need(admin.run(merge_of(accounts[pick(accounts.size())], {loser}, rules[pick(rules.size())])));
      merged.push_back(loser);
    }
    while (!merged.empty()) {
      CHECK(need(unmerge_records(admin, unmerge_of(merged.back()))).conflicts.empty());
      CHECK(all_rows(world) == states.back());
      states.pop_back();
      merged.pop_back();
    }
  });
}

TEST_CASE("random merges taken back in any order that is allowed give the exact rows") {
  auto random = seeded_random();
  const Pick pick = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  on_both_backends([&](World& world) {
    Session& admin = world.admin;
    std::vector<Id> accounts = some_accounts(admin, pick), merged;
    const auto before = all_rows(world);
    const std::vector<std::string> rules{"", "*=newest", "*=longest; tags=union", "city=keep", "*=complete"};
    while (accounts.size() > 4) {
      const Id loser = accounts.back();
      accounts.pop_back();
      need(admin.run(merge_of(accounts[pick(accounts.size())], {loser}, rules[pick(rules.size())])));
      merged.push_back(loser);
    }
    while (!merged.empty()) {
      std::vector<Id> refused;
      const std::size_t left = merged.size();
      while (!merged.empty()) {
        const std::size_t at = pick(merged.size());
        const Id loser = merged[at];
        merged.erase(merged.begin() + static_cast<std::ptrdiff_t>(at));
        const auto back = unmerge_records(admin, unmerge_of(loser));
        if (!back) {
          CHECK(back.error().code() == Code::conflict);
          refused.push_back(loser);
          continue;
        }
        CHECK(back->conflicts.empty());
      }
      REQUIRE(refused.size() < left);
      merged = std::move(refused);
    }
    CHECK(all_rows(world) == before);
  });
}
