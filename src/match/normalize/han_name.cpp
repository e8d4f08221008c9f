#include "match/normalize/han_name.h"

#include <algorithm>
#include <string>

#include "match/normalize/vocabulary.h"
#include "match/normalize/words.h"

namespace guanxi::match {

namespace {

using Tokens = std::vector<Token>;

class HanName {
 public:
  explicit HanName(Tokens& tokens) : tokens_(tokens), end_(tokens.size()) {
    for (const auto& token : tokens) text_ += token.text, ends_.push_back(text_.size());
  }

  void parse() {
    resolve_asides();
    strip_listing_marks();
    mark_branch();
    mark_form();
    mark_group();
    mark_regions();
    mark_trades();
    keep_a_core();
  }

 private:
  std::size_t begin_of(std::size_t token) const { return token == 0 ? 0 : ends_[token - 1]; }

  std::string_view text(std::size_t begin, std::size_t end) const {
    return std::string_view(text_).substr(begin_of(begin), begin_of(end) - begin_of(begin));
  }

  void mark(std::size_t begin, std::size_t end, Part part) {
    for (auto i = begin; i < end; ++i) tokens_[i].part = part;
  }

  // How many tokens behind `end`, going back, have this many bytes; 0 where they do not fit.
  std::size_t tokens_of(std::size_t bytes, std::size_t end) const {
    std::size_t count = 0;
    while (bytes > 0 && count < end) {
      const auto size = tokens_[end - 1 - count].text.size();
      if (size > bytes) return 0;
      bytes -= size;
      ++count;
    }
    return bytes == 0 ? count : 0;
  }

  // "(上海)" is a region, "(集团)" a group; other brackets stay aside.
  void resolve_asides() {
    for (std::size_t i = 0; i < tokens_.size();) {
      auto end = i;
      while (end < tokens_.size() && tokens_[end].part == Part::aside) ++end;
      if (end > i) {
        const auto inside = text(i, end);
        if (inside == "集团" || inside == "控股") mark(i, end, Part::group);
        else if (region_length(i, end) == end - i) mark(i, end, Part::region);
        else if (legal_form_suffix(inside) == inside.size()) mark(i, end, Part::form);
      }
      i = std::max(end, i + 1);
    }
  }

  // What exchanges put around the short name of a listed company: "st", "*st", "xd" before it, A, B or 退 behind it.
  void strip_listing_marks() {
    if (tokens_.size() < 3) return;
    if (strip_marks()) add_share_form();
  }

  // Only companies limited by shares are listed: the mark stands for 股份.
  void add_share_form() {
    for (const char* c : {"股", "份"}) {
      tokens_.push_back({c, Part::form});
      text_ += c, ends_.push_back(text_.size());
    }
  }

  bool strip_marks() {
    bool marked = false;
    const std::string first = tokens_.front().text;
    if (first == "st" || first == "sst" || first == "pt" || first == "xd" || first == "xr" || first == "dr") tokens_.front().part = Part::form, marked = true;
    if (first == "s" && tokens_[1].text == "st") tokens_[0].part = tokens_[1].part = Part::form, marked = true;
    const auto is_share = [](std::string_view word) { return word == "a" || word == "b"; };
    if (tokens_.size() > 6) return marked;
    const auto& last = tokens_.back().text;
    const bool share = last == "股" && is_share(tokens_[tokens_.size() - 2].text);
    if (!share && !is_share(last) && last != "退") return marked;
    end_ -= share ? 2 : 1;
    mark(end_, tokens_.size(), Part::form);
    return true;
  }

  // What stands behind the legal form, or ends as branches do.
  void mark_branch() {
    const auto suffix = tokens_of(branch_suffix(text(0, end_)), end_);
    if (suffix == 0) return;
    auto begin = end_ - suffix;
    const auto head = text(0, begin);
    const auto form = head.rfind("公司");
    const auto least = form == std::string::npos ? begin : tokens_before(form + std::string("公司").size());
    if (form != std::string::npos && least > 0 && least <= begin) begin = least;
    else begin = region_before(begin);
    mark(begin, end_, Part::branch);
    end_ = begin;
  }

  std::size_t tokens_before(std::size_t bytes) const {
    std::size_t i = 0;
    while (i < tokens_.size() && bytes > 0 && tokens_[i].text.size() <= bytes) bytes -= tokens_[i++].text.size();
    return bytes == 0 ? i : 0;
  }

  // Where the region that ends at `end` begins, or a number such as 第一; `end` where there is none.
  std::size_t region_before(std::size_t end) const {
    for (std::size_t length = std::min<std::size_t>(longest_region + 1, end); length >= 2; --length)
      if (end - length >= 2 && region_length(end - length, end) == length) return end - length;
    return end;
  }

  void mark_form() {
    const auto form = tokens_of(legal_form_suffix(text(0, end_)), end_);
    if (form == 0) return;
    mark(end_ - form, end_, Part::form);
    end_ -= form;
  }

  void mark_group() {
    while (end_ >= 2 && tokens_[end_ - 1].part != Part::core) --end_;
    const auto head = text(0, end_);
    for (const std::string_view word : {"集团", "控股"})
      if ((end_ > 3 && head.ends_with(word)) || head == word) {
        mark(end_ - 2, end_, Part::group);
        end_ -= 2;
      }
  }

  // Tokens of the region at `begin`, with 省, 市, 区, 县 or 镇 behind it; 0 where none stands.
  std::size_t region_length(std::size_t begin, std::size_t end) const {
    const auto region = region_prefix(text(begin, end));
    if (region == 0) return 0;
    const auto length = static_cast<std::size_t>(std::upper_bound(ends_.begin(), ends_.end(), begin_of(begin) + region - 1) - ends_.begin()) + 1 - begin;
    const bool suffixed = begin + length < end && is_region_suffix(tokens_[begin + length].text);
    return length + (suffixed ? 1 : 0);
  }

  static bool is_region_suffix(std::string_view c) { return c == "省" || c == "市" || c == "区" || c == "县" || c == "镇" || c == "乡"; }

  void mark_regions() {
    while (begin_ < end_ && tokens_[begin_].part != Part::core) ++begin_;
    for (int i = 0; i < 3; ++i) {
      const auto length = region_length(begin_, end_);
      if (length == 0 || begin_ + length >= end_) return;
      mark(begin_, begin_ + length, Part::region);
      last_region_ = begin_;
      begin_ += length;
    }
  }

  void mark_trades() {
    while (end_ > begin_ + 2) {
      if (tokens_[end_ - 1].part != Part::core) {
        --end_;
        continue;
      }
      const auto length = trade_length();
      if (length == 0) return;
      mark(end_ - length, end_, Part::trade);
      end_ -= length;
    }
  }

  std::size_t trade_length() const {
    for (auto length = std::min(longest_trade, end_ - begin_); length >= 2; --length)
      if (is_trade(text(end_ - length, end_))) return length;
    return 0;
  }

  // 青岛食品: a name without a brand has its region, or its trade, as one. 有限公司 and 集团公司 name nobody.
  void keep_a_core() {
    const auto is = [&](Part part) { return std::any_of(tokens_.begin(), tokens_.end(), [&](const Token& t) { return t.part == part; }); };
    const bool trade_only = begin_ < end_ && is_trade(text(begin_, end_));
    if (trade_only) mark(begin_, end_, Part::trade);
    if (is(Part::core)) return;
    if (begin_ > last_region_ && tokens_[last_region_].part == Part::region) return mark(last_region_, begin_, Part::core);
    if (std::all_of(tokens_.begin(), tokens_.end(), [](const Token& t) { return t.part == Part::form || t.part == Part::group; })) return tokens_.clear();
    const auto instead = is(Part::region) ? Part::region : is(Part::trade) ? Part::trade : is(Part::group) ? Part::group : Part::form;
    for (auto& token : tokens_)
      if (token.part == instead) token.part = Part::core;
  }

  Tokens& tokens_;
  std::string text_;               // of all tokens
  std::vector<std::size_t> ends_;  // of each in text_
  std::size_t begin_ = 0, end_;  // what has no part yet
  std::size_t last_region_ = 0;  // where the region before `begin_` begins
};

}  // namespace

void parse_han_name(std::vector<Token>& tokens) { HanName(tokens).parse(); }

}  // namespace guanxi::match
