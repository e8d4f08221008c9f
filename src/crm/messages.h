// Sentences that several rooms of the CRM say, and how they name things.
#pragma once

#include "access/policy.h"
#include "guanxi/schema.h"

namespace guanxi::messages {

inline constexpr Message no_entity{"entity.unknown", "There is no entity {0}: use one that the data dictionary names.",
                                   "没有对象 {0}：请使用数据字典里的对象。"};
inline constexpr Message no_record{"record.not_found",
                                   "There is no {0} {1}, or you may not see it: check the id, or ask its owner to share it.",
                                   "找不到{0} {1}，或您无权查看：请核对编号，或联系负责人。"};
inline constexpr Message page_too_large{"find.limit", "A page holds at most 1000 records: ask for fewer and go on with the page's `next`.",
                                        "每页最多 1000 条：请减少数量，用返回的 next 继续。"};

}  // namespace guanxi::messages

namespace guanxi {

inline constexpr std::size_t largest_page = 1000;

// The entity's name for people, as an argument of a sentence.
std::string said(const EntityType& type);
std::string said(const AnyField& field);
std::string said(access::Action action);

// Why a decision fell as it did, as an error with Code::denied or, for one that allows, the sentence alone.
Error denied(const access::Decision& decision, access::Action action, const EntityType& type);

Error no_such_record(const EntityType& type, const Id& id);

}  // namespace guanxi
