#include "statistics.h"

#include <algorithm>
#include <array>
#include <map>

#include "format.h"
#include "guanxi/query.h"
#include "names.h"
#include "sentences.h"

namespace cli {

namespace {

constexpr std::size_t most_slices = 10;
constexpr int months_shown = 12;

bool open_stage(std::string_view code) { return code != "won" && code != "lost"; }

double major(const std::vector<Money>& sums) {
  double total = 0;
  for (const auto& sum : sums) {
    double unit = 1;
    for (int i = 0; i < sum.currency.digits(); ++i) unit *= 10;
    total += static_cast<double>(sum.minor) / unit;
  }
  return total;
}

void add_sums(std::vector<Money>& into, const std::vector<Money>& sums) {
  for (const auto& sum : sums) {
    const auto same = std::find_if(into.begin(), into.end(), [&](const Money& m) { return m.currency == sum.currency; });
    if (same == into.end()) {
      into.push_back(sum);
    } else if (auto total = add(*same, sum)) {
      *same = *total;
    }
  }
}

// The most frequent first, "others" and "not set" behind them.
Chart top(const Context& c, Chart chart) {
  for (auto& slice : chart.slices) slice.length = static_cast<double>(slice.count);
  std::stable_sort(chart.slices.begin(), chart.slices.end(), [](const Slice& a, const Slice& b) { return a.rest < b.rest || (a.rest == b.rest && a.count > b.count); });
  const auto named = static_cast<std::size_t>(std::count_if(chart.slices.begin(), chart.slices.end(), [](const Slice& s) { return !s.rest; }));
  if (named > most_slices + 1) {
    Slice others;
    others.rest = true;
    others.length = -1;
    for (std::size_t i = most_slices; i < named; ++i) others.count += chart.slices[i].count;
    others.label = c.say(say::others, {std::to_string(named - most_slices)});
    const auto first = chart.slices.begin() + static_cast<std::ptrdiff_t>(most_slices);
    chart.slices.erase(first, chart.slices.begin() + static_cast<std::ptrdiff_t>(named));
    chart.slices.insert(chart.slices.begin() + static_cast<std::ptrdiff_t>(most_slices), std::move(others));
  }
  return chart;
}

class Gatherer {
 public:
  Gatherer(const Context& c, Session& session) : c_(c), session_(session), schema_(session.schema()), now_(now()) {}

  Statistics run() {
    accounts_ = need(c_, session_.dimensions(number_of(Account)));
    stages_ = need(c_, session_.dimensions(number_of(Opportunity), {}, Opportunity.amount.number));
    by_dimension("region", "province", say::chart_region);
    by_dimension("industry", "industry", say::chart_industry);
    by_tier();
    by_owner();
    by_department();
    pipeline();
    growth();
    won();
    figures();
    return std::move(out_);
  }

 private:
  static const Dimension* dimension(const std::vector<Dimension>& all, std::string_view field) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Dimension& d) { return d.field == field; });
    return found == all.end() ? nullptr : &*found;
  }

  Slice slice(const DimensionCount& value) const {
    Slice out;
    out.code = value.value;
    out.label = value.value.empty() ? std::string(c_.pick(say::not_set)) : value.label.empty() ? value.value : value.label;
    out.count = value.count;
    out.sums = value.sums;
    out.rest = value.value.empty();
    return out;
  }

  Chart chart(std::string_view id, const Phrase& title) const { return {std::string(id), std::string(c_.pick(title)), {}, {}, 0, false}; }

  void by_dimension(std::string_view id, std::string_view field, const Phrase& title) {
    auto made = chart(id, title);
    if (const auto* found = dimension(accounts_, field)) {
      for (const auto& value : found->values) {
        made.slices.push_back(slice(value));
        made.total += value.count;
      }
    }
    out_.charts.push_back(top(c_, std::move(made)));
  }

  // Tiers stand in their own order, not by size.
  void by_tier() {
    auto made = chart("tier", say::chart_tier);
    const auto* list = schema_->picklist(Account.tier.picklist);
    if (const auto* found = dimension(accounts_, "tier")) {
      const auto place = [&](const std::string& code) {
        const auto* entry = list != nullptr ? list->find(code) : nullptr;
        return code.empty() ? INT64_MAX : entry != nullptr ? entry->position : INT64_MAX - 1;
      };
      for (const auto& value : found->values) {
        made.slices.push_back(slice(value));
        made.slices.back().length = static_cast<double>(value.count);
        made.total += value.count;
      }
      std::stable_sort(made.slices.begin(), made.slices.end(), [&](const Slice& a, const Slice& b) { return place(a.code) < place(b.code); });
    }
    out_.charts.push_back(std::move(made));
  }

  void by_owner() {
    auto made = chart("owner", say::chart_owner);
    for (const auto& load : need(c_, session_.workload())) {
      const auto found = load.owned.find("account");
      overdue_ += load.overdue;
      if (found == load.owned.end() || found->second == 0) continue;
      Slice slice;
      slice.code = load.user.empty() ? "" : load.user.text();
      slice.label = load.user.empty() ? std::string(c_.pick(say::the_pool)) : load.name;
      slice.count = found->second;
      slice.rest = load.user.empty();
      made.total += slice.count;
      made.slices.push_back(std::move(slice));
    }
    out_.charts.push_back(top(c_, std::move(made)));
  }

  // Only where there are departments: each with all below it.
  void by_department() {
    auto made = chart("department", say::chart_department);
    std::map<Id, int> depth;
    for (const auto& node : need(c_, session_.by_department(number_of(Account)))) {
      const auto above = depth.find(node.parent);
      const int level = node.parent.empty() || above == depth.end() ? 0 : above->second + 1;
      depth[node.department] = level;
      if (node.total == 0 || node.department.empty()) continue;
      Slice slice;
      slice.code = node.department.text();
      slice.label = repeat("  ", static_cast<std::size_t>(level)) + node.name;
      slice.count = node.total;
      slice.length = static_cast<double>(node.total);
      if (level == 0) made.total += node.total;
      made.slices.push_back(std::move(slice));
    }
    if (made.slices.empty()) return;
    made.note = c_.pick(say::with_those_below);
    out_.charts.push_back(std::move(made));
  }

  void pipeline() {
    auto made = chart("pipeline", say::chart_pipeline);
    made.note = c_.pick(say::by_amount);
    made.by_amount = true;
    const auto* found = dimension(stages_, "stage");
    const auto* list = schema_->picklist(Opportunity.stage.picklist);
    if (found == nullptr || list == nullptr) return;
    for (const auto& entry : list->entries) {
      const auto value = std::find_if(found->values.begin(), found->values.end(), [&](const auto& v) { return v.value == entry.code; });
      if (value == found->values.end()) continue;
      auto one = slice(*value);
      one.length = major(one.sums);
      one.tint = entry.code == "won" ? Style::good : entry.code == "lost" ? Style::bad : Style::accent;
      made.total += one.count;
      made.slices.push_back(std::move(one));
    }
    const bool no_amounts = std::all_of(made.slices.begin(), made.slices.end(), [](const Slice& s) { return s.length == 0; });
    if (no_amounts) {
      made.by_amount = false;
      made.note.clear();
      for (auto& one : made.slices) one.length = static_cast<double>(one.count);
    }
    out_.charts.push_back(std::move(made));
  }

  // Twelve months, that of `last` at the end.
  std::vector<Month> empty_months(Date last) const {
    const auto [year, month, day] = last.parts();
    std::vector<Month> out;
    for (int back = months_shown - 1; back >= 0; --back) {
      const int index = year * 12 + month - 1 - back;
      Month one;
      one.year = index / 12;
      one.month = index % 12 + 1;
      one.label = c_.chinese() ? std::to_string(one.month) + "月" : std::string(english_month(one.month));
      out.push_back(std::move(one));
    }
    return out;
  }

  static std::string_view english_month(int month) {
    constexpr std::array<std::string_view, 12> names{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return names[static_cast<std::size_t>(month - 1)];
  }

  static Month* month_of(std::vector<Month>& months, Date day) {
    const auto [year, month, d] = day.parts();
    for (auto& one : months)
      if (one.year == year && one.month == month) return &one;
    return nullptr;
  }

  void growth() {
    MonthChart made{"growth", std::string(c_.pick(say::chart_growth)), {}, empty_months(today())};
    const auto first = Date::of(made.months.front().year, made.months.front().month, 1);
    const Expr recent = Account.created_at >= Instant::start_of(*first);
    need(c_, session_.each(number_of(Account), recent, {}, [&](AnyRecord& row) {
      const auto at = Codec<Instant>::unpack(row.at(common::created_at));
      if (auto* month = month_of(made.months, *Date::parse(local_time(at).substr(0, 10)))) month->length += 1;
      return true;
    }));
    double total = 0;
    for (auto& month : made.months) {
      month.value = short_number(month.length, c_.language);
      total += month.length;
    }
    made.note = c_.say(say::in_twelve_months, {grouped(static_cast<std::int64_t>(total))});
    new_this_month_ = static_cast<std::int64_t>(made.months.back().length);
    out_.months.push_back(std::move(made));
  }

  Date today() const { return *Date::parse(local_time(now_).substr(0, 10)); }

  // Amounts by the month of closing, up to the last month in which anything was won.
  void won() {
    const Expr past = Opportunity.stage == "won" && Opportunity.close_on <= today();
    const auto latest = need(c_, session_.find<Opportunity>(past, {.order = {descending(Opportunity.close_on)}, .limit = 1}));
    if (latest.rows.empty()) return;
    MonthChart made{"won", std::string(c_.pick(say::chart_won)), {}, empty_months(latest.rows[0][Opportunity.close_on])};
    std::map<std::pair<int, int>, std::vector<Money>> sums;
    const auto first = Date::of(made.months.front().year, made.months.front().month, 1);
    const Expr recent = past && Opportunity.close_on >= *first;
    need(c_, session_.each(number_of(Opportunity), recent, {}, [&](AnyRecord& row) {
      auto* month = month_of(made.months, Codec<Date>::unpack(row.get(Opportunity.close_on)));
      if (month != nullptr && row.get(Opportunity.amount).is_set()) add_sums(sums[{month->year, month->month}], {Codec<Money>::unpack(row.get(Opportunity.amount))});
      return true;
    }));
    if (sums.empty()) return;
    std::vector<Money> total;
    for (const auto& each : sums) add_sums(total, each.second);
    made.note = c_.say(say::in_twelve_months, {short_amounts(total, c_.language)});
    for (auto& month : made.months) {
      const auto& here = sums[{month.year, month.month}];
      month.length = major(here);
      month.value = short_amounts(here, c_.language);
    }
    out_.months.push_back(std::move(made));
  }

  void figure(std::string_view id, const Phrase& label, std::int64_t n, std::string note = {}) {
    out_.figures.push_back({std::string(id), std::string(c_.pick(label)), grouped(n), std::move(note), static_cast<double>(n)});
  }

  void figures() {
    figure("accounts", say::figure_accounts, need(c_, session_.count(number_of(Account))),
           new_this_month_ > 0 ? c_.say(say::new_this_month, {grouped(new_this_month_)}) : "");
    figure("contacts", say::figure_contacts, need(c_, session_.count(number_of(Contact))));
    std::int64_t open = 0, won = 0, lost = 0;
    std::vector<Money> open_sums, won_sums;
    if (const auto* found = dimension(stages_, "stage")) {
      for (const auto& value : found->values) {
        (open_stage(value.value) ? open : value.value == "won" ? won : lost) += value.count;
        if (open_stage(value.value)) add_sums(open_sums, value.sums);
        if (value.value == "won") add_sums(won_sums, value.sums);
      }
    }
    figure("open_opportunities", say::figure_open, open, short_amounts(open_sums, c_.language));
    figure("won_opportunities", say::figure_won, won, short_amounts(won_sums, c_.language));
    if (won + lost > 0) {
      const double rate = static_cast<double>(won) / static_cast<double>(won + lost);
      out_.figures.push_back({"win_rate", std::string(c_.pick(say::figure_win_rate)), percent(rate), {}, rate});
    }
    if (overdue_ > 0) figure("overdue", say::figure_overdue, overdue_);
  }

  const Context& c_;
  Session& session_;
  std::shared_ptr<const Schema> schema_;
  Instant now_;
  std::vector<Dimension> accounts_, stages_;
  std::int64_t overdue_ = 0, new_this_month_ = 0;
  Statistics out_;
};

}  // namespace

Statistics gather(const Context& c, Session& session) { return Gatherer(c, session).run(); }

}  // namespace cli
