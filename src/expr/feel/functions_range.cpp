// How points and ranges lie to each other: table 78 of DMN 1.5.
#include "expr/feel/functions.h"

namespace guanxi::feel {
namespace {

constexpr Message no_relation{"feel.no_relation", "{0} cannot be told for {1} and {2}.", "无法判断{1}与{2}的 {0} 关系。"};

// A range; a point is one that begins and ends in itself.
struct Span {
  Value start, end;
  bool with_start = true, with_end = true, point = true;
};

Span span_of(const Value& v) {
  if (!v.is(Kind::range)) return {v, v, true, true, true};
  return {v.range->start, v.range->end, v.range->start_included, v.range->end_included, false};
}

// Compares; `known` turns false when there is no order.
int order_of(const Value& a, const Value& b, bool& known) {
  int order = 0;
  if (!compare(a, b, order)) known = false;
  return order;
}

using Relation = bool (*)(const Span&, const Span&, bool& known);

bool before(const Span& a, const Span& b, bool& known) {
  const int order = order_of(a.end, b.start, known);
  return order < 0 || (order == 0 && !(a.with_end && b.with_start));
}
bool after(const Span& a, const Span& b, bool& known) { return before(b, a, known); }
bool meets(const Span& a, const Span& b, bool& known) {
  return a.with_end && b.with_start && order_of(a.end, b.start, known) == 0;
}
bool met_by(const Span& a, const Span& b, bool& known) { return meets(b, a, known); }

// Whether a begins no later than b, with its bracket counted.
bool begins_by(const Span& a, const Span& b, bool& known) {
  const int order = order_of(a.start, b.start, known);
  return order < 0 || (order == 0 && (a.with_start || !b.with_start));
}
bool ends_by(const Span& a, const Span& b, bool& known) {
  const int order = order_of(a.end, b.end, known);
  return order < 0 || (order == 0 && (b.with_end || !a.with_end));
}
bool same_start(const Span& a, const Span& b, bool& known) { return order_of(a.start, b.start, known) == 0 && a.with_start == b.with_start; }
bool same_end(const Span& a, const Span& b, bool& known) { return order_of(a.end, b.end, known) == 0 && a.with_end == b.with_end; }

bool overlaps(const Span& a, const Span& b, bool& known) { return !before(a, b, known) && !before(b, a, known); }
bool overlaps_before(const Span& a, const Span& b, bool& known) {
  return overlaps(a, b, known) && begins_by(a, b, known) && !same_start(a, b, known) && ends_by(a, b, known);
}
bool overlaps_after(const Span& a, const Span& b, bool& known) { return overlaps_before(b, a, known); }

bool includes(const Span& a, const Span& b, bool& known) {
  if (!b.point) return begins_by(a, b, known) && ends_by(b, a, known);
  const int from = order_of(a.start, b.start, known), to = order_of(b.start, a.end, known);
  return (from < 0 || (from == 0 && a.with_start)) && (to < 0 || (to == 0 && a.with_end));
}
bool during(const Span& a, const Span& b, bool& known) { return includes(b, a, known); }

bool finishes(const Span& a, const Span& b, bool& known) {
  if (a.point) return b.with_end && order_of(a.start, b.end, known) == 0;
  return same_end(a, b, known) && begins_by(b, a, known);
}
bool finished_by(const Span& a, const Span& b, bool& known) { return finishes(b, a, known); }
bool starts(const Span& a, const Span& b, bool& known) {
  if (a.point) return b.with_start && order_of(a.start, b.start, known) == 0;
  return same_start(a, b, known) && ends_by(a, b, known);
}
bool started_by(const Span& a, const Span& b, bool& known) { return starts(b, a, known); }
bool coincides(const Span& a, const Span& b, bool& known) {
  if (a.point != b.point) return known = false;
  return same_start(a, b, known) && same_end(a, b, known);
}

// Which of the two must be ranges.
enum Shape { anything, first_range, second_range, ranges };

template <Relation relation, Shape shape>
Value related(Machine& machine, Arguments arguments) {
  const Span a = span_of(arguments[0]), b = span_of(arguments[1]);
  const bool shaped = !((shape == first_range || shape == ranges) && a.point) && !((shape == second_range || shape == ranges) && b.point);
  bool known = shaped;
  const bool holds = shaped && relation(a, b, known);
  if (!known) return machine.null(no_relation, {machine.running(), name_of(arguments[0].kind), name_of(arguments[1].kind)});
  return Value::of(holds);
}

constexpr std::string_view any_way = "point1,point2|point,range|range,point|range1,range2";
constexpr std::string_view ranges_only = "range1,range2";

}  // namespace

std::span<const Builtin> range_functions() noexcept {
  static constexpr Builtin all[]{
      {"before", any_way, related<before, anything>},
      {"after", any_way, related<after, anything>},
      {"meets", ranges_only, related<meets, ranges>},
      {"met by", ranges_only, related<met_by, ranges>},
      {"overlaps", ranges_only, related<overlaps, ranges>},
      {"overlaps before", ranges_only, related<overlaps_before, ranges>},
      {"overlaps after", ranges_only, related<overlaps_after, ranges>},
      {"finishes", "point,range|range1,range2", related<finishes, second_range>},
      {"finished by", "range,point|range1,range2", related<finished_by, first_range>},
      {"includes", "range,point|range1,range2", related<includes, first_range>},
      {"during", "point,range|range1,range2", related<during, second_range>},
      {"starts", "point,range|range1,range2", related<starts, second_range>},
      {"started by", "range,point|range1,range2", related<started_by, first_range>},
      {"coincides", "point1,point2|range1,range2", related<coincides, anything>},
  };
  return all;
}

}  // namespace guanxi::feel
