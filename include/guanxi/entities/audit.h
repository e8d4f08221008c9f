// What the library notes about reads. Changes have a log of their own (Session::history).
#pragma once

#include "guanxi/entity_names.h"

namespace guanxi {

// Somebody read a record: when and who stand in created_at and created_by. Written only by the library, where
// StoreOptions::log_reads asks for it; read by administrators and by roles that may read all of it.
struct ReadLogEntity : Entity<ReadLogEntity> {
  Field<Text>     query  = field(10, "query", "查询|Query", required | system_only);  // "get", "card" …
  Field<Text>     entity = field(11, "entity", "对象|Entity", required | system_only);
  Field<Id>       record = field(12, "record", "记录|Record", required | system_only | indexed);
};
inline constexpr ReadLogEntity ReadLog{};

}  // namespace guanxi
