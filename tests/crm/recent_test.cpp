// What is written and not in the index yet, against a list that is kept by hand.
#include "crm/matching/recent.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "seed.h"

using namespace guanxi;
using namespace guanxi::matching;

namespace {

struct Written {
  std::int64_t seq = 0, rid = 0;  // 0: rolled back
  bool live = false;
  std::string name{};
};

class Model {
 public:
  Model() : detector_(match::ready(match::Kind::organisation).with("name", match::Role::organisation_name)) {
    for (int i = 0; i < 50; ++i) detector_.add({"示例" + std::to_string(i) + "贸易有限公司"});
    detector_.settle();
  }

  void step() {
    const auto what = random_() % 16;
    if (what < 11) write();
    else if (what < 13) take();
    else roll_back();
    compare();
  }

 private:
  match::Reading read(const std::string& name) const {
    const std::array<std::string_view, 1> values{name};
    return detector_.read(values);
  }

  void write() {
    const Written one{++seq_, static_cast<std::int64_t>(1 + random_() % 40), random_() % 8 != 0, "样例" + std::to_string(random_() % 30) + "机械有限公司"};
    Recent::Entry entry{.seq = one.seq, .rid = one.rid, .live = one.live};
    if (one.live) entry.reading = read(one.name);
    recent_.add(std::move(entry));
    all_.push_back(one);
  }

  void take() {
    for (auto count = random_() % 60; count > 0 && recent_.undecided(); --count) recent_.take(recent_.taken()), ++taken_;
  }

  // A command that failed, or all that is undecided.
  void roll_back() {
    const auto some = random_() % 4 == 0 ? all_.size() : random_() % 3;
    for (std::size_t number = all_.size(), gone = 0; number > taken_ && gone < some; --number) {
      if (all_[number - 1].seq == 0) continue;
      seq_ = all_[number - 1].seq - 1;
      all_[number - 1] = {};
      ++gone;
    }
    recent_.drop_after(seq_);
    while (taken_ < all_.size() && all_[taken_].seq == 0) ++taken_;
    if (some >= all_.size()) REQUIRE_FALSE(recent_.undecided());
  }

  void compare() {
    REQUIRE(recent_.end() == all_.size());
    REQUIRE(recent_.taken() == taken_);
    REQUIRE(recent_.undecided() == (taken_ != all_.size()));
    REQUIRE(recent_.first() <= recent_.taken());
    std::map<std::int64_t, Recent::Number> newest;
    for (Recent::Number number = recent_.first(); number != recent_.end(); ++number) {
      REQUIRE(recent_[number].seq == all_[number].seq);
      REQUIRE(recent_[number].rid == all_[number].rid);
      if (all_[number].seq != 0) newest[all_[number].rid] = number;
    }
    for (const auto& [rid, number] : newest) REQUIRE(recent_.newest(rid) == number);
    find(newest);
  }

  // Every equal name is found as long as there are not more than a check compares.
  void find(const std::map<std::int64_t, Recent::Number>& newest) {
    const std::string asked = "样例" + std::to_string(random_() % 30) + "机械有限公司";
    match::Trail trail;
    match::Newcomers::check(detector_, read(asked), {.at_least = 0, .most_postings = 1'000'000, .most_comparisons = 64}, trail);
    const auto from = recent_.first() + static_cast<Recent::Number>(random_() % (recent_.end() - recent_.first() + 1));
    std::vector<Recent::Number> found;
    for (const auto& candidate : recent_.like(trail, from)) found.push_back(candidate.record);
    for (const auto number : found) {
      REQUIRE(number >= from);
      REQUIRE(recent_[number].live);
      REQUIRE(newest.at(recent_[number].rid) == number);
    }
    for (const auto& [rid, number] : newest) {
      const bool wanted = number >= from && all_[number].live && all_[number].name == asked;
      if (wanted) REQUIRE(std::find(found.begin(), found.end(), number) != found.end());
    }
  }

  std::mt19937_64 random_ = seeded_random();
  match::Detector detector_;
  Recent recent_;
  std::vector<Written> all_;
  std::size_t taken_ = 0;
  std::int64_t seq_ = 0;
};

}  // namespace

TEST_CASE("what is recent is found from any point on, whatever was taken in, rolled back and written again") {
  Model model;
  for (int i = 0; i < 4000; ++i) model.step();
}
