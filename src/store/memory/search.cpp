#include "store/memory/search.h"

#include "base/check.h"

namespace guanxi::store::memory {
namespace {

// Looks at what the index found again: the words must stand as they were asked for, and the condition must hold.
class Recheck {
 public:
  Recheck(const Search& request, const search::SearchQuery& asked, Matcher passes)
      : type_(*request.type), asked_(asked), passes_(std::move(passes)), record_(type_.record()) {
    for (const AnyField* field : type_.fields())
      if (field->has(searchable)) slots_.push_back(field->slot);
  }

  bool searchable_type() const noexcept { return !slots_.empty(); }
  bool operator()(const Row& row) {
    row.fill(*passes_.layout(), slots_, record_);
    text_.clear();
    append_search_text(type_, record_, text_);
    return asked_.matches(text_) && passes_(row);
  }

 private:
  const EntityType& type_;
  const search::SearchQuery& asked_;
  Matcher passes_;
  std::vector<std::uint16_t> slots_;
  AnyRecord record_;
  std::string text_;
};

}  // namespace

Result<Found> search_rows(View& view, const Search& request) {
  const std::uint16_t entity = request.type->number();
  GUANXI_ASSIGN(const Table* table, view.table(entity));
  GUANXI_ASSIGN(Matcher passes, view.matcher(entity, request.filter));
  Found found{{}, {}, table->layout(), false};
  const search::SearchQuery asked(request.text);
  Recheck recheck(request, asked, std::move(passes));
  if (asked.empty() || !recheck.searchable_type()) return found;

  RidSet rids = table->tokens().candidates(asked, table->size());
  const auto take = [&](const Row& row) {
    if (recheck(row)) found.rows.emplace_back(&row);
    return request.limit == 0 || found.rows.size() < request.limit;
  };
  // Staged rows are looked at in their place among the others, whatever the index says of them.
  std::vector<RowPtr> fresh;
  view.each_staged(entity, [&](const Row& row) {
    if (row.rid() <= table->size())
      rids.add(row.rid());
    else
      fresh.emplace_back(&row);
  });
  bool more = true;
  rids.each([&](std::uint32_t rid) { return more = take(*view.at(entity, *table, rid)); });
  for (std::size_t i = 0; more && i < fresh.size(); ++i) more = take(*fresh[i]);
  return found;
}

}  // namespace guanxi::store::memory
