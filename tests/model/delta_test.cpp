#include "model/delta.h"

#include <doctest/doctest.h>

#include <limits>
#include <vector>

#include "said.h"
#include "sample.h"
#include "seed.h"

using namespace guanxi;

namespace {

constexpr const char* damage = "The change log holds a change that cannot be read: check the database and restore a backup. | "
                               "变更日志中有一条记录无法读取：请检查数据库，并从备份恢复。";

std::string packed(const AnyRecord* before, const AnyRecord& after) {
  std::string out;
  pack_delta(EntityType(Gadget), before, after, out);
  return out;
}

std::string packed(const Value& value) {
  std::string out;
  pack_value(value, out);
  return out;
}

// Text that lives as long as the test.
struct Random {
  std::mt19937_64 bits = seeded_random();
  std::vector<std::string> texts{};

  std::uint64_t below(std::uint64_t n) { return bits() % n; }
  std::int64_t number() {
    switch (below(4)) {
      case 0: return static_cast<std::int64_t>(below(100));
      case 1: return -static_cast<std::int64_t>(below(100));
      case 2: return below(2) == 0 ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
      default: return static_cast<std::int64_t>(bits());
    }
  }
  std::string& text(std::size_t size) {
    texts.reserve(100000);
    auto& made = texts.emplace_back(size, '\0');
    for (char& c : made) c = static_cast<char>(bits());
    return made;
  }
  Value value(Type type) {
    switch (type) {
      case Type::boolean: return Value::number(type, static_cast<std::int64_t>(below(2)));
      case Type::decimal: return Value::number(type, number(), static_cast<std::uint32_t>(below(19)));
      case Type::money: return Value::number(type, number(), static_cast<std::uint32_t>(below(65536)));
      case Type::id: return Value::of_bytes(type, text(16).data(), 16);
      case Type::text: case Type::picklist: case Type::set: {
        const auto& made = text(below(5) == 0 ? 300 : below(20));
        return Value::of_bytes(type, made.data(), made.size());
      }
      default: return Value::number(type, number());
    }
  }
  // Some fields absent, some null, the rest set.
  Record<Gadget> record() {
    Record<Gadget> row;
    for (std::uint16_t i = 0; i < Gadget.count; ++i) {
      const auto kind = below(4);
      if (kind == 1) row.put(i, Value::null(Gadget.fields[i]->type));
      if (kind > 1) row.put(i, value(Gadget.fields[i]->type));
    }
    return row;
  }
};

bool is_bookkeeping(std::uint16_t slot) { return slot <= common::updated_by; }

}  // namespace

TEST_CASE("a delta holds what changed, and only that") {
  Record<Gadget> before, after;
  before[Gadget.title] = "旧";
  before[Gadget.score] = 5;
  before[Gadget.active] = true;
  before.set(Gadget.revision, Codec<Int>::pack(1));
  after = before;
  after[Gadget.title] = "新";
  after[Gadget.score] = nullptr;
  after[Gadget.price] = Money{-1250, CNY};
  after.set(Gadget.revision, Codec<Int>::pack(2));
  after.set(Gadget.archived_at, Codec<Instant>::pack({9}));

  const auto bytes = packed(&before, after);
  std::vector<FieldChange> changes;
  REQUIRE(said(unpack_delta(bytes, [&](const FieldChange& c) { changes.push_back(c); })) == "");
  REQUIRE(changes.size() == 4);
  CHECK(changes[0].field == Gadget.archived_at.AnyField::number);
  CHECK_FALSE(changes[0].before.is_set());
  CHECK(changes[1].field == 10);
  CHECK(changes[1].before.view() == "旧");
  CHECK(changes[1].after.view() == "新");
  CHECK(changes[2].before.integer == 5);
  CHECK(changes[2].after.state == State::null);
  CHECK(Codec<Money>::unpack(changes[3].after) == Money{-1250, CNY});
}

TEST_CASE("nothing changed packs nothing, and absent is as good as null") {
  Record<Gadget> before, after;
  before[Gadget.title] = nullptr;
  CHECK(packed(&before, after).empty());
  CHECK(packed(nullptr, after).empty());
}

TEST_CASE("the bytes are those that later versions must read") {
  CHECK(packed(Codec<Int>::pack(-3)) == "\x42\x05");
  CHECK(packed(Codec<Int>::pack(300)) == "\x42\xd8\x04");
  CHECK(packed(Codec<Money>::pack({1, CNY})) == "\x44\x02\x9c\x01");
  CHECK(packed(Codec<Decimal>::pack({15, 1})) == "\x43\x1e\x01");
  CHECK(packed(Codec<Text>::pack("ab")) == "\x50\x02" "ab");
  CHECK(packed(Value::null(Type::text)) == "\x30");
  CHECK(packed(Value{}) == std::string(1, '\0'));
  Record<Gadget> after;
  after[Gadget.score] = 1;
  CHECK(packed(nullptr, after) == std::string("\x0f\x00\x42\x02", 4));
}

TEST_CASE("applied to what was before, a delta gives what came after; backwards too") {
  Random random;
  const EntityType type(Gadget);
  for (int round = 0; round < 500; ++round) {
    random.texts.clear();
    const auto before = random.record(), after = random.record();
    auto forth = before, back = after;
    const auto bytes = packed(round % 5 == 0 ? nullptr : &before, after);
    if (round % 5 == 0) forth.clear();
    REQUIRE(said(unpack_delta(bytes, [&](const FieldChange& c) {
              const auto& field = *type.find(c.field);
              forth.set(field, c.after);
              back.set(field, c.before);
            })) == "");
    for (std::uint16_t i = 0; i < Gadget.count; ++i) {
      if (is_bookkeeping(i)) continue;
      const auto same = [](const Value& a, const Value& b) { return a.is_set() == b.is_set() && (!a.is_set() || a == b); };
      CHECK(same(forth.at(i), after.at(i)));
      if (round % 5 != 0) CHECK(same(back.at(i), before.at(i)));
    }
  }
}

TEST_CASE("a value read back is the value packed, and nothing is left over") {
  Random random;
  for (int round = 0; round < 2000; ++round) {
    random.texts.clear();
    const auto value = random.value(Gadget.fields[random.below(Gadget.count)]->type);
    const auto bytes = packed(value);
    std::string_view rest = bytes;
    const auto back = unpack_value(rest);
    REQUIRE(said(back) == "");
    CHECK(*back == value);
    CHECK(rest.empty());
    for (std::size_t cut = 0; cut < std::min<std::size_t>(bytes.size(), 24); ++cut) {
      std::string_view shorter(bytes.data(), cut);
      CHECK(said(unpack_value(shorter)) == damage);
    }
  }
}

TEST_CASE("damaged bytes are an error that says so") {
  const auto says = [](std::string_view bytes) { return said(unpack_value(bytes)); };
  CHECK(says("") == damage);
  CHECK(says("\x47") == damage);                                          // a type that does not exist
  CHECK(says("\x41\x04") == damage);                                      // a boolean that is two
  CHECK(says("\x40\x02") == damage);                                      // a number without type
  CHECK(says("\x43\x02\x13") == damage);                                  // scale 19
  CHECK(says("\x44\x02\x80\x80\x04") == damage);                          // currency 65536
  CHECK(says("\x50\x05" "ab") == damage);                                 // a text beyond the end
  CHECK(says("\x53\x02" "ab") == damage);                                 // an id of two bytes
  CHECK(says("\x80") == damage);                                          // a state that does not exist
  CHECK(says("\x42\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02") == damage);  // a number of 65 bits
  CHECK(said(unpack_delta("\xff\xff\x07\x00\x00", [](const FieldChange&) {})) == damage);  // field 131071
  const auto result = unpack_delta("\x0a", [](const FieldChange&) {});
  REQUIRE_FALSE(result.ok());
  CHECK(result.error().code() == Code::corrupt);
}

TEST_CASE("random bytes are read or refused, never more") {
  Random random;
  for (int round = 0; round < 20000; ++round) {
    random.texts.clear();
    const auto& bytes = random.text(random.below(40));
    const char* end = bytes.data() + bytes.size();
    const auto result = unpack_delta(bytes, [&](const FieldChange& c) {
      for (const auto* v : {&c.before, &c.after})
        if (v->is_set() && v->has_bytes()) CHECK((v->bytes >= bytes.data() && v->bytes + v->length <= end));
    });
    if (!result) CHECK(result.error().code() == Code::corrupt);
  }
}
