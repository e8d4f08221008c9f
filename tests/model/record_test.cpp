#include "guanxi/record.h"

#include <doctest/doctest.h>

#include <vector>

#include "sample.h"
#include "seed.h"

using namespace guanxi;

TEST_CASE("a field reads as it was written, by its own type") {
  Record<Gadget> row;
  CHECK(row[Gadget.title] == "");
  CHECK(row.get(Gadget.title).state == State::absent);
  row[Gadget.title] = "台灯";
  row[Gadget.active] = true;
  row[Gadget.price] = Money{1250, CNY};
  row[Gadget.made_on] = *Date::of(2026, 2, 1);
  row[Gadget.weight] = Decimal{15, 1};
  const auto& view = row;
  CHECK(view[Gadget.title] == "台灯");
  CHECK(view[Gadget.active]);
  CHECK(view[Gadget.price] == Money{1250, CNY});
  CHECK(view[Gadget.made_on] == *Date::of(2026, 2, 1));
  CHECK(view[Gadget.weight] == Decimal{15, 1});
  row[Gadget.title] = nullptr;
  CHECK(row.get(Gadget.title).state == State::null);
  CHECK_FALSE(row[Gadget.title].is_set());
}

TEST_CASE("a copy is its own, a moved record takes all along") {
  Record<Gadget> row;
  row[Gadget.title] = "Lamp";
  row.set_rid(7);
  Record<Gadget> copy = row;
  copy[Gadget.title] = "Chair";
  CHECK(row[Gadget.title] == "Lamp");
  CHECK(copy.rid() == 7);
  const Record<Gadget> moved = std::move(copy);
  CHECK(moved[Gadget.title] == "Chair");
  row = moved;
  CHECK(row[Gadget.title] == "Chair");
  row.clear();
  CHECK(row.get(Gadget.title).state == State::absent);
  CHECK(row.rid() == 0);
}

TEST_CASE("a record made before a field was declared grows") {
  AnyRecord row(900, 3);
  CHECK(row.at(50).state == State::absent);
  row.put(1, Codec<Text>::pack("kept"));
  row.put(50, row.at(1));
  CHECK(row.slots() == 51);
  CHECK(row.at(1).view() == "kept");
  CHECK(row.at(50).view() == "kept");
}

TEST_CASE("all values are given at once, into a record of any size, used or moved from") {
  const std::string long_text(3000, 'x');
  const std::vector<Value> values{Codec<Int>::pack(7), Codec<Text>::pack("台灯"), Value::null(Type::text), Value{},
                                  Codec<Text>::pack(long_text), Codec<Text>::pack("")};
  AnyRecord small(900, 2, 0), used(900, 9, 5000), moved(900, 6);
  used.put(8, Codec<Text>::pack("gone"));
  used.put(1, Codec<Text>::pack(long_text + long_text));
  used.set_rid(12);
  const AnyRecord elsewhere = std::move(moved);
  for (AnyRecord* row : {&small, &used, &moved}) {
    row->assign(values);
    row->assign(values);  // in place
    REQUIRE(row->slots() >= values.size());
    for (std::uint16_t slot = 0; slot < values.size(); ++slot) {
      CHECK(row->at(slot) == values[slot]);
      CHECK((row->at(slot).view().empty() || row->at(slot).bytes != values[slot].bytes));
    }
    CHECK(row->at(8).state == State::absent);
    CHECK(row->rid() == 0);
    CHECK(row->entity() == 900);
    row->put(1, Codec<Text>::pack("Chair"));
    CHECK(row->at(4).view() == long_text);
  }
}

TEST_CASE("whatever is written, in whatever order and length, is read back") {
  auto random = seeded_random();
  for (int round = 0; round < 200; ++round) {
    AnyRecord row(900, 8, random() % 100);
    std::vector<std::string> expected(8);
    for (int step = 0; step < 60; ++step) {
      const auto slot = static_cast<std::uint16_t>(random() % 8);
      expected[slot] = std::string(random() % (step % 10 == 0 ? 5000 : 40), static_cast<char>('a' + random() % 26));
      row.put(slot, Value::of_bytes(Type::text, expected[slot].data(), expected[slot].size()));
      if (step % 20 == 7) row = AnyRecord(row);
      if (step % 20 == 13) {
        const AnyRecord before = row;
        row.assign({&before.at(0), before.slots()});
      }
      for (std::uint16_t i = 0; i < 8; ++i) REQUIRE(row.at(i).view() == expected[i]);
    }
  }
}
