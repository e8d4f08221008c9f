#include "crm/import/guess.h"

#include <algorithm>
#include <array>

#include "crm/import/content.h"
#include "crm/import/header_form.h"
#include "model/labels.h"

namespace guanxi::import {
namespace {

// One way in which a field may be called in a header.
struct Label {
  const AnyField* field;
  std::size_t rank;  // in the order of the declaration: the first label says it best
  std::string form;
  std::string meaning;
};

std::vector<Label> labels_of(const EntityType& type) {
  std::vector<Label> labels;
  for (const AnyField* field : type.fields()) {
    if (!is_importable(type, *field)) continue;
    std::size_t rank = 0;
    const auto enter = [&](std::string_view label) {
      labels.push_back({field, rank++, header_form(label), header_meaning(label, type.labels())});
    };
    for (const std::string_view label : all_labels(field->labels)) enter(label);
    enter(field->name);
  }
  return labels;
}

std::string_view without_ending(std::string_view text, std::string_view ending) {
  return text.size() > ending.size() && text.ends_with(ending) ? text.substr(0, text.size() - ending.size()) : std::string_view();
}

// A reference is called by what it points to: "account_id", "客户编号" and "owner name" name the record.
bool names_reference(const Label& label, std::string_view meaning) {
  static constexpr std::array<std::string_view, 5> endings{"name", "number", "名称", "代码", "姓名"};
  if (label.field->type != Type::id) return false;
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    const std::string_view rest = without_ending(meaning, ending);
    return !rest.empty() && (rest == label.meaning || rest == label.form);
  });
}

class Guesser {
 public:
  Guesser(const EntityType& type, const std::vector<std::string>& headers) : labels_(labels_of(type)), guesses_(headers.size()) {
    for (const std::string& header : headers) {
      forms_.push_back(header_form(header));
      meanings_.push_back(header_meaning(header, type.labels()));
    }
  }

  void by_header() {
    take_best("header", [&](std::size_t i, const Label& label) { return forms_[i] == label.form; });
    take_best("header (similar)", [&](std::size_t i, const Label& label) { return meanings_[i] == label.meaning; });
    take_best("header (similar)", [&](std::size_t i, const Label& label) { return names_reference(label, meanings_[i]); });
    take_best("header (similar)", [&](std::size_t i, const Label& label) { return almost_equal(forms_[i], label.form); });
    take_best("header (similar)", [&](std::size_t i, const Label& label) { return ends_with_label(meanings_[i], label.meaning); });
  }

  void by_content(const EntityType& type, const std::vector<std::vector<std::string_view>>& values) {
    for (std::size_t i = 0; i < guesses_.size(); ++i) {
      if (guesses_[i].field != nullptr) continue;
      if (const AnyField* field = field_for(type, content_of(values[i]))) guesses_[i] = {field, "content"};
    }
  }

  std::vector<Guess> guesses() && { return std::move(guesses_); }

 private:
  bool taken(const AnyField& field) const {
    return std::any_of(guesses_.begin(), guesses_.end(), [&](const Guess& guess) { return guess.field == &field; });
  }

  // Pairs up columns and free fields that match, the fields' better labels first.
  template <class Matches>
  void take_best(std::string_view how, Matches&& matches) {
    std::size_t most = 0;
    for (const Label& label : labels_) most = std::max(most, label.rank);
    for (std::size_t rank = 0; rank <= most; ++rank) {
      for (const Label& label : labels_) {
        if (label.rank == rank && !label.form.empty()) take_first(label, how, matches);
      }
    }
  }

  template <class Matches>
  void take_first(const Label& label, std::string_view how, Matches&& matches) {
    if (taken(*label.field)) return;
    for (std::size_t i = 0; i < guesses_.size(); ++i) {
      if (guesses_[i].field == nullptr && !forms_[i].empty() && matches(i, label)) {
        guesses_[i] = {label.field, how};
        return;
      }
    }
  }

  const AnyField* free_field(const EntityType& type, auto&& wanted) const {
    for (const AnyField* field : type.fields())
      if (is_importable(type, *field) && !taken(*field) && wanted(*field)) return field;
    return nullptr;
  }

  const AnyField* field_of_role(const EntityType& type, MatchRole role) const {
    return free_field(type, [&](const AnyField& field) { return field.role == role; });
  }

  // Of several free dates none is likelier than the others.
  const AnyField* only_date(const EntityType& type) const {
    const AnyField* first = free_field(type, [](const AnyField& field) { return field.type == Type::date; });
    const AnyField* other = free_field(type, [&](const AnyField& field) { return field.type == Type::date && &field != first; });
    return other == nullptr ? first : nullptr;
  }

  const AnyField* field_for(const EntityType& type, Content content) const {
    switch (content) {
      case Content::unknown: return nullptr;
      case Content::phone:
        if (const AnyField* phone = type.find("phone"); phone != nullptr && !taken(*phone)) return phone;
        return nullptr;
      case Content::mobile: return field_of_role(type, MatchRole::phone);
      case Content::email: return field_of_role(type, MatchRole::email);
      case Content::website: return field_of_role(type, MatchRole::domain);
      case Content::credit_code: return field_of_role(type, MatchRole::tax_id);
      case Content::company: return field_of_role(type, MatchRole::company_name);
      case Content::date: return only_date(type);
    }
    return nullptr;
  }

  std::vector<Label> labels_;
  std::vector<std::string> forms_, meanings_;
  std::vector<Guess> guesses_;
};

}  // namespace

bool is_importable(const EntityType& type, const AnyField& field) noexcept {
  if (field.slot < common::count || field.has(system_only)) return false;
  return !field.has(command_only) || field.slot == type.owner() || field.slot == type.department();
}

std::vector<Guess> guess_columns(const EntityType& type, const std::vector<std::string>& headers,
                                 const std::vector<std::vector<std::string_view>>& values) {
  Guesser guesser(type, headers);
  guesser.by_header();
  guesser.by_content(type, values);
  return std::move(guesser).guesses();
}

}  // namespace guanxi::import
