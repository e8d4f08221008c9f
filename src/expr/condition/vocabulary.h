// What expressions may call things: the fields of entities, the records that they lead to, and how FEEL sees them.
//
// A field goes by its name or by its label in either language. A reference leads to its record by a dot; records that
// point here are a list, called after their entity, or "<entity> by <reference>" where an entity points here twice.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "expr/feel/parser.h"
#include "expr/feel/zones.h"
#include "guanxi/field.h"

namespace guanxi::condition {

// Where the vocabulary comes from; implemented by whoever has entities.
class EntityNames {
 public:
  virtual ~EntityNames() = default;
  virtual std::vector<std::uint16_t> entities() const = 0;
  virtual std::string_view name_of(std::uint16_t entity) const = 0;
  virtual std::span<const AnyField* const> fields(std::uint16_t entity) const = 0;
  virtual std::vector<std::string_view> labels(const AnyField& field) const = 0;
  // The code that a text means in the field's list, by code or label; nothing when it means none. Open values mean themselves.
  virtual std::optional<std::string> code_of(const AnyField& field, std::string_view text) const = 0;
  // The codes of the field's list, for a message.
  virtual std::string codes(const AnyField& field) const = 0;
};

// A name on rows of an entity.
struct Word {
  enum What : std::uint8_t { field, children } what = field;
  const AnyField* of = nullptr;  // the field, or the reference by which the children point here
};

class Vocabulary {
 public:
  explicit Vocabulary(const EntityNames& names);  // which must outlive this
  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;

  const EntityNames& names() const noexcept { return names_; }
  bool knows(std::uint16_t entity) const noexcept { return entities_.contains(entity); }
  const Word* find(std::uint16_t entity, std::string_view name) const noexcept;
  // The names on rows of the entity, each with its type.
  std::span<const feel::Member> members(std::uint16_t entity) const noexcept;
  const Word& word(std::uint16_t entity, std::size_t member) const noexcept { return entities_.at(entity).words[member]; }
  // {amount: number, currency: string}
  const feel::Type* money() const noexcept { return &money_; }
  // money(amount, currency)
  const feel::Type* money_function() const noexcept { return &money_function_; }
  // filter(name)
  const feel::Type* filter_function() const noexcept { return &filter_function_; }
  // How FEEL sees the field's value; a reference, where it does not lead on, is the id as text.
  const feel::Type* value_type(const AnyField& field) const noexcept;
  feel::Zones& zones() const noexcept { return zones_; }

 private:
  struct Entity {
    feel::Type type;          // a context
    feel::Type list;          // of such
    std::vector<Word> words;  // of the type's members
    std::map<std::string, std::size_t, std::less<>> by_name;
  };
  void add(Entity& entity, std::string_view name, const feel::Type* type, const Word& word);
  void add_fields(std::uint16_t number);
  void add_children(const AnyField& reference, bool twice);

  const EntityNames& names_;
  feel::Type money_, money_function_, filter_function_, codes_;
  std::map<std::uint16_t, Entity> entities_;
  mutable feel::Zones zones_;
};

}  // namespace guanxi::condition
