// What sessions can be asked, and what they answer.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "guanxi/commands.h"
#include "guanxi/host.h"
#include "guanxi/query.h"

namespace guanxi {

struct FindOptions {
  std::vector<OrderTerm> order{};  // the id breaks ties; empty: the order of creation
  std::size_t limit = 50;          // at most 1000
  std::string after{};             // Page::next of the page before
  bool archived = false;           // archived rows too
};

template <class R>
struct Page {
  std::vector<R> rows;
  std::string next;   // for FindOptions::after; empty on the last page
};

// How a condition in FEEL is answered: its terms, all of which must hold, as FEEL writes them.
struct ConditionPlan {
  std::vector<std::string> by_database;  // by the store itself
  std::vector<std::string> by_row;       // by evaluating the rows that are left
  std::string sql;                       // what the store is asked, values as ?1, ?2 …
  std::vector<std::string> values;       // of those
};

// A condition that goes by a name, with the entity it is about.
struct NamedCondition {
  std::uint16_t entity = 0;
  std::string text;  // FEEL
  Expr condition;
};

// One changed field of one record, for people and for code.
struct FieldDiff {
  std::string field;   // stable name
  std::string label;   // in the session's language
  std::string before;
  std::string after;
};

// One row of the change log.
struct ChangeEntry {
  std::int64_t seq = 0;
  std::int64_t change_set = 0;
  Instant at{};
  Id actor{};
  std::string actor_name;  // "System" where it was no user
  std::string command;
  std::string reason;
  std::string kind;      // "create", "update", "archive", "restore"
  std::string entity;
  Id record{};
  std::vector<FieldDiff> fields;
};

// One entry of a customer's timeline: what happened, newest first, across departments.
struct TimelineEntry {
  Instant at{};
  std::string kind;      // "activity", "opportunity", "stage", "request", "contract", "change"
  std::string entity;
  Id record{};
  std::string title;
  std::string detail;
  std::string who;       // name of the user
};

// Where to go on from a number on the card: the entity and the condition under which its rows are found, as of this moment.
struct Drill {
  std::string entity;
  Expr condition;
};

struct CardCount {
  std::string name;      // "open_opportunities"
  std::string label;
  std::int64_t count = 0;
  std::vector<Money> amounts;  // one per currency
  Drill drill;
};

// A customer on one page.
struct CustomerCard {
  Record<Account> account;
  std::string owner_name;
  std::string department_name;
  std::string parent_name;
  std::vector<Record<Account>> children;            // first 20
  std::vector<std::pair<Record<AccountContact>, Record<Contact>>> contacts;  // current ones, primary first, 50; without a part
                                                    // for the account the link is not stored: its id is empty
  std::vector<Record<ContactPoint>> contact_points;
  std::vector<Record<PartyIdentifier>> identifiers;
  std::vector<Record<Opportunity>> opportunities;   // open ones first, newest 20
  std::vector<Record<ServiceRequest>> requests;     // open ones first, newest 20
  std::vector<Record<Contract>> contracts;          // newest 20
  std::vector<Record<Activity>> next_activities;    // open, by due date
  std::vector<Record<DocumentLink>> documents;
  std::vector<Record<ProjectLink>> projects;
  std::vector<CardCount> counts;
  std::vector<TimelineEntry> timeline;              // newest 20
  std::vector<Fact> facts;                          // from the host's systems
  std::vector<std::string> fact_errors;             // sources that could not answer, one sentence each
};

// What is due or starts from `from` to `to`, both included, and what is overdue now.
struct AgendaOptions {
  Instant from{};
  Instant to{};
  Id user{};             // empty: the session's user
  std::size_t limit = 200;
};
struct AgendaEntry {
  Record<Activity> activity;
  std::string account_name;
  bool overdue = false;  // open and due before now
};

// Who has how much: one row an owner.
struct Workload {
  Id user{};             // empty: the pool
  std::string name;
  std::map<std::string, std::int64_t> owned;   // entity name → live records
  std::int64_t overdue = 0;                    // open activities past their due time
};

// Counts (and sums) of one dimension's values.
struct DimensionCount {
  std::string value;     // the code; empty: not set
  std::string label;
  std::int64_t count = 0;
  std::vector<Money> sums;  // of the measure, one per currency
};
struct Dimension {
  std::string field;
  std::string label;
  std::vector<DimensionCount> values;  // most frequent first
};

// A node of the organisation tree with what it and all below it hold.
struct OrgStatistic {
  Id department{};       // empty: records without a department
  std::string name;
  Id parent{};
  std::int64_t own = 0;
  std::int64_t total = 0;  // with all departments below
  std::vector<Money> own_sums;
  std::vector<Money> total_sums;
};

struct UndoReport {
  std::int64_t change_set = 0;  // of the undo itself: it can be undone too
  std::int64_t undone = 0;
  struct Skipped {
    std::string entity;
    Id record{};
    std::string name;
    std::string why;     // one sentence
  };
  std::vector<Skipped> skipped;  // rows edited since, first 1000
  std::int64_t skipped_count = 0;
};

// Whose telephone number it is.
struct Caller {
  std::uint16_t entity = 0;  // Account or Contact
  Id record{};
  std::string name;
  Id account{};              // of a contact: the customer; empty where there is none or the principal may not see it
  std::string account_name;
};

// Who read a record, when the store keeps a log of reads.
struct ReadEntry {
  Instant at{};
  Id actor{};
  std::string actor_name;
  std::string query;     // "get", "card" …
};

// Whether somebody may do something, and why.
struct Permission {
  bool allowed = false;
  std::string reason;    // one sentence in the session's language
};

}  // namespace guanxi
