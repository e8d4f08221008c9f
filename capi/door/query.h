// Queries and cursors of the C door.
#pragma once

#include "capi/door/door.h"
#include "capi/door/shapes.h"

namespace guanxi::door {

// What a query asks for; copied by each run of it.
struct Question {
  const EntityType* type = nullptr;      // of the rows that come
  const QueryEntry* entry = nullptr;     // null: records of `type`
  std::optional<AnyRecord> arguments{};  // of `entry`
  Expr condition{};
  FindOptions options{};
  std::int64_t limit = 0;                // 0: all
  std::optional<std::string> text{};     // full-text search
};

// Rows as they come: of records a page at a time, of anything else all at once. Used by one thread.
class Rows {
 public:
  Rows(Question question, std::shared_ptr<const Schema> schema) : question_(std::move(question)), schema_(std::move(schema)) {}
  // Rows that are there already.
  Rows(const EntityType* type, std::shared_ptr<const Schema> schema, std::vector<AnyRecord> rows);

  // The next row, or null at the end.
  Result<AnyRecord*> next(Session& session);
  // The next row without another page; null where there is none.
  AnyRecord* next_at_hand() noexcept { return at_ < rows_.size() ? &rows_[at_++] : nullptr; }
  // Reads the next page when none is left at hand.
  Result<void> fill(Session& session);

  const EntityType& type() const noexcept { return *question_.type; }
  const std::shared_ptr<const Schema>& schema() const noexcept { return schema_; }
  // Behind the last row given out, where rows are left.
  std::string_view token() const noexcept { return at_ == rows_.size() ? std::string_view(token_) : std::string_view(); }

 private:
  Result<void> fill_page(Session& session);

  Question question_;
  std::shared_ptr<const Schema> schema_;
  std::vector<AnyRecord> rows_;
  std::size_t at_ = 0;
  std::int64_t given_ = 0;
  bool done_ = false;
  std::string token_;
};

// A condition in prefix terms, checked against the schema.
Result<Expr> condition_in(const Schema& schema, const EntityType& type, const gx_term* terms, std::int64_t count);

gx_cursor* make_cursor(const std::shared_ptr<SessionBox>& box, Rows rows);

}  // namespace guanxi::door

struct gx_query : guanxi::door::Head {
  gx_query(std::shared_ptr<guanxi::door::SessionBox> of, std::shared_ptr<const guanxi::Schema> in, guanxi::door::Question&& asked) noexcept;
  std::shared_ptr<guanxi::door::SessionBox> box;
  std::shared_ptr<const guanxi::Schema> schema;
  guanxi::door::Question question;
};
