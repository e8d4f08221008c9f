// Commands: everything that changes is one. A command has a name, typed arguments, the permission it needs and one
// function; Session::run() is the only way in. Arguments are declared like entities, one line each:
//
//   Record<HandOver> arguments;
//   arguments[HandOver.from] = leaver;
//   arguments[HandOver.to] = successor;
//   session.run(arguments, {.reason = "left the company"});
//
// Create, update, archive and restore of every entity are commands too (Session::create …).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "guanxi/record.h"

namespace guanxi {

// The base of a command's arguments: an entity without the common fields. Numbers 500 to 899.
template <class Self>
struct Arguments : AnyEntity {
  template <class T>
  using Field = FieldOf<Self, T>;
  constexpr Arguments() : AnyEntity(entity_name<Self>) {}
};

struct ChangeOwnerArguments;
struct HandOverArguments;
struct SuspendArguments;
struct ReinstateArguments;
struct ClaimArguments;
struct ReleaseArguments;
struct LinkContactArguments;
struct MergeArguments;
struct UnmergeArguments;
struct DismissArguments;
struct ConvertLeadArguments;

template <> inline constexpr EntityName entity_name<ChangeOwnerArguments>{501, "change_owner", "变更负责人|Change owner"};
template <> inline constexpr EntityName entity_name<HandOverArguments>{502, "hand_over", "离职交接|Hand over"};
template <> inline constexpr EntityName entity_name<SuspendArguments>{503, "account.suspend", "冻结客户|Suspend account"};
template <> inline constexpr EntityName entity_name<ReinstateArguments>{504, "account.reinstate", "解冻客户|Reinstate account"};
template <> inline constexpr EntityName entity_name<ClaimArguments>{505, "pool.claim", "领取公海客户|Claim from pool"};
template <> inline constexpr EntityName entity_name<ReleaseArguments>{506, "pool.release", "释放到公海|Release to pool"};
template <> inline constexpr EntityName entity_name<LinkContactArguments>{507, "contact.link", "关联联系人|Link contact"};
template <> inline constexpr EntityName entity_name<MergeArguments>{520, "record.merge", "合并记录|Merge records"};
template <> inline constexpr EntityName entity_name<UnmergeArguments>{521, "record.unmerge", "撤销合并|Unmerge records"};
template <> inline constexpr EntityName entity_name<DismissArguments>{522, "duplicate.dismiss", "标记为不重复|Not a duplicate"};
template <> inline constexpr EntityName entity_name<ConvertLeadArguments>{523, "lead.convert", "转化线索|Convert lead"};

// Gives one record another owner, and with it the new owner's department.
struct ChangeOwnerArguments : Arguments<ChangeOwnerArguments> {
  Field<Text> entity           = field(10, "entity", "对象|Entity", required);
  Field<Id>   record           = field(11, "record", "记录|Record", required);
  Field<Ref<UserEntity>> owner = field(12, "owner", "新负责人|New owner", required);
};
inline constexpr ChangeOwnerArguments ChangeOwner{};

// Gives everything that one user owns to another: every owned entity, or those named. Stages, history, custom fields and
// dates stay as they are.
struct HandOverArguments : Arguments<HandOverArguments> {
  Field<Ref<UserEntity>> from = field(10, "from", "原负责人|From", required);
  Field<Ref<UserEntity>> to   = field(11, "to", "接手人|To", required);
  Field<CodeSet> entities     = field(12, "entities", "对象范围|Entities");
};
inline constexpr HandOverArguments HandOver{};

// Blocks an account: it and all that belongs to it refuse changes, and its portal is closed.
struct SuspendArguments : Arguments<SuspendArguments> {
  Field<Ref<AccountEntity>> account = field(10, "account", "客户|Account", required);
  Field<Text> reason = field(11, "reason", "原因|Reason", required);
};
inline constexpr SuspendArguments Suspend{};

struct ReinstateArguments : Arguments<ReinstateArguments> {
  Field<Ref<AccountEntity>> account = field(10, "account", "客户|Account", required);
};
inline constexpr ReinstateArguments Reinstate{};

// Takes an account without an owner from the pool (公海), up to the user's limit.
struct ClaimArguments : Arguments<ClaimArguments> {
  Field<Ref<AccountEntity>> account = field(10, "account", "客户|Account", required);
};
inline constexpr ClaimArguments Claim{};

struct ReleaseArguments : Arguments<ReleaseArguments> {
  Field<Ref<AccountEntity>> account = field(10, "account", "客户|Account", required);
};
inline constexpr ReleaseArguments Release{};

// Makes a contact play a part for an account, or changes the part it plays. A primary contact replaces the one before.
struct LinkContactArguments : Arguments<LinkContactArguments> {
  Field<Ref<AccountEntity>> account = field(10, "account", "客户|Account", required);
  Field<Ref<ContactEntity>> contact = field(11, "contact", "联系人|Contact", required);
  Field<Picklist> role = field(12, "role", "角色|Role").list("contact_role");
  Field<Bool> primary  = field(13, "is_primary", "首要联系人|Primary");
  Field<Date> since    = field(14, "since", "开始日期|Since");
  Field<Date> until    = field(15, "until", "结束日期|Until");
};
inline constexpr LinkContactArguments LinkContact{};

// Makes several records of an account, contact or lead one. The winner stays, with values chosen field by field; what belongs to the losers
// becomes the winner's; the losers are archived and point to the winner (Session::get finds them still, canonical() their winner).
// `rules` says "field=rule", separated by semicolons; "*" stands for all fields not named. Rules: fill (the winner's value, else that of the
// most complete other; the usual one), keep (the winner's, even none), newest, oldest, complete (of the record with most
// values), longest, majority, union (of sets; usual for them), source:a>b (by the record's source), or the id of a record.
// One change set; Unmerge takes it back. Merging again what is merged changes nothing.
struct MergeArguments : Arguments<MergeArguments> {
  Field<Text> entity    = field(10, "entity", "对象|Entity", required);
  Field<Id>   winner    = field(11, "winner", "保留的记录|Winner", required);
  Field<CodeSet> losers = field(12, "losers", "并入的记录|Losers", required);  // ids
  Field<Text> rules     = field(13, "rules", "取值规则|Rules");
};
inline constexpr MergeArguments Merge{};

// Takes back the merge by which this record was lost: values, references and children are as they were. What was changed since the merge
// stays as it is now; unmerge() of guanxi/duplicates.h lists it.
struct UnmergeArguments : Arguments<UnmergeArguments> {
  Field<Text> entity = field(10, "entity", "对象|Entity", required);
  Field<Id>   record = field(11, "record", "被并入的记录|Merged record", required);
};
inline constexpr UnmergeArguments Unmerge{};

// Remembers that two records are not duplicates of each other, for every later check and search.
struct DismissArguments : Arguments<DismissArguments> {
  Field<Text> entity = field(10, "entity", "对象|Entity", required);
  Field<Id>   first  = field(11, "first", "记录一|First record", required);
  Field<Id>   second = field(12, "second", "记录二|Second record", required);
  Field<Text> note   = field(13, "note", "备注|Note");
};
inline constexpr DismissArguments Dismiss{};

// Makes an account and a contact of a lead, or adds the lead to those that are named. New ones are checked for duplicates like any other.
struct ConvertLeadArguments : Arguments<ConvertLeadArguments> {
  Field<Ref<LeadEntity>> lead       = field(10, "lead", "线索|Lead", required);
  Field<Ref<AccountEntity>> account = field(11, "account", "已有客户|Existing account");
  Field<Ref<ContactEntity>> contact = field(12, "contact", "已有联系人|Existing contact");
};
inline constexpr ConvertLeadArguments ConvertLead{};

// The arguments of all named commands, by number.
std::span<const AnyEntity* const> builtin_commands() noexcept;

// What to do when the record seems to exist already.
enum class OnDuplicate : std::uint8_t {
  refuse,  // Code::duplicate, nothing is stored
  warn,    // certain duplicates (equal tax id) are refused, others are stored and reported in the outcome
  allow,   // stored and reported; the command's reason should say why
};

struct CommandOptions {
  std::string idempotency_key{};           // a repeat with the same key changes nothing and gives the first outcome
  std::int64_t expected_revision = 0;      // 0: whatever it is; else a row changed since is Code::conflict
  std::string reason{};                    // kept in the change log
  OnDuplicate on_duplicate = OnDuplicate::refuse;
  std::string source{};                    // where the record comes from ("web", "erp"), for the rules of the duplicate check; the command's name without it
};

// An existing record that the new one may be a duplicate of. What the principal may not see is masked: the id is empty and the
// name hidden, the reason stays.
struct DuplicateHit {
  Id record{};
  std::uint16_t entity = 0;
  std::string name;
  bool masked = false;
  bool certain = false;    // equal tax id
  bool strong = false;     // certain, or an equal name: enough to refuse
  std::string reason;      // "tax id equal", in the session's language
  std::string verdict{};   // how it stands to the new one: "same", "branch", "subsidiary", "same_group", "perhaps"; "same" or "perhaps" where keys alone were looked up
  double score = 0;        // log₂ odds that the two are the same; 0 where masked or not compared
  std::string explanation{};  // what the score is the sum of, in the session's language; empty where masked or not compared
};

struct Outcome {
  Id record{};                         // created or changed; empty where the command has no single one
  std::int64_t revision = 0;
  std::int64_t change_set = 0;         // for undo; 0 where nothing changed
  std::int64_t affected = 0;           // rows changed
  bool repeated = false;               // the idempotency key was known
  std::vector<DuplicateHit> duplicates{};
  bool partial_check = false;          // the duplicate check was ended by its limit of work
};

}  // namespace guanxi
