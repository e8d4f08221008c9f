// What is known about records that may mean the same: the pairs to look at, the rules of the check, and what was merged. Rows like
// any other: audited, undone, exported.
#pragma once

#include "guanxi/entity_names.h"

namespace guanxi {

// Two records that may be duplicates of each other, for a person to decide: the review queue. A dismissed pair is "not a
// duplicate" for good: no later check names the one to whoever changes the other. The smaller id stands first, so a pair has one row.
struct DuplicatePairEntity : Entity<DuplicatePairEntity> {
  Field<Text>     entity   = field(10, "entity", "对象|Entity", required);
  Field<Id>       low      = field(11, "low", "记录一|First record", required | indexed);
  Field<Id>       high     = field(12, "high", "记录二|Second record", required | indexed);
  Field<Picklist> state    = field(13, "state", "处理状态|State", required | dimension | indexed).list("duplicate_state");
  Field<Picklist> verdict  = field(14, "verdict", "判断|Verdict", dimension).list("duplicate_verdict");
  Field<Decimal>  score    = field(15, "score", "得分|Score").scale(2);     // log₂ odds
  Field<Id>       group    = field(16, "cluster", "所属组|Group", indexed);  // the first record of the group that the two belong to
  Field<Text>     reasons  = field(17, "reasons", "理由|Reasons");
  Field<Ref<UserEntity>> owner = field(18, "owner", "处理人|Assignee", command_only | indexed);
  Field<Ref<UserEntity>> decided_by = field(19, "decided_by", "决定人|Decided by", command_only);
  Field<Instant>  decided_at = field(20, "decided_at", "决定时间|Decided at", command_only);
  Field<Text>     note     = field(21, "note", "备注|Note");
};
inline constexpr DuplicatePairEntity DuplicatePair{};

// How strict the check is for an entity and a source of records. The rule with the source goes before the one without.
struct DuplicateRuleEntity : Entity<DuplicateRuleEntity> {
  Field<Text>     entity    = field(10, "entity", "对象|Entity", required | indexed);
  Field<Text>     source    = field(11, "source", "来源|Source");  // CommandOptions::source, else the command's name; blank: every source
  Field<Picklist> choice    = field(12, "choice", "处理方式|Choice").list("duplicate_choice");
  Field<Int>      refuse_at = field(13, "refuse_at", "拒绝阈值|Refuse at").between(-60, 200);  // log₂ odds from which "same" is refused
  Field<Int>      warn_at   = field(14, "warn_at", "提示阈值|Warn at").between(-60, 200);      // … from which a record is named at all
  Field<Int>      effort    = field(15, "effort", "查找量|Effort").between(64, 1'000'000);     // index entries that one check may read
};
inline constexpr DuplicateRuleEntity DuplicateRule{};

// One merge: what became of which records. Undone by Session::run(Unmerge).
struct MergeRecordEntity : Entity<MergeRecordEntity> {
  Field<Text>     entity   = field(10, "entity", "对象|Entity", required | system_only);
  Field<Id>       winner   = field(11, "winner", "保留的记录|Kept record", required | system_only | indexed);
  Field<CodeSet>  losers   = field(12, "losers", "并入的记录|Merged records", required | system_only);
  Field<Text>     rules    = field(13, "rules", "取值规则|Rules", system_only);
  Field<Text>     provenance = field(14, "provenance", "取值来源|Provenance", system_only);  // a line a field: name, record, rule
  Field<Int>      moved    = field(15, "moved", "转移的记录数|Records moved", system_only);
  Field<Ref<UserEntity>> owner = field(16, "owner", "操作人|Merged by", system_only | indexed);
};
inline constexpr MergeRecordEntity MergeRecord{};

}  // namespace guanxi
