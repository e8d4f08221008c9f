// Search: what people type finds what they mean, on every backend the same.
#include <algorithm>
#include <set>

#include "fixture.h"
#include "seed.h"
#include "store/search/query.h"

using namespace guanxi;
using namespace guanxi::store;

namespace {

using Names = std::vector<std::string>;

std::vector<AnyRecord> add_accounts(Fixture& store, const Names& names) {
  std::vector<AnyRecord> rows;
  for (const std::string& name : names) {
    rows.push_back(store.row(store.type(Account)));
    rows.back().set(Account.name, Codec<Text>::pack(name));
  }
  store.insert(rows);
  return rows;
}

Names found(Reader& reader, Fixture& store, std::string_view text, const Expr* filter = nullptr, std::size_t limit = 50) {
  Names names;
  std::vector<std::int64_t> rids;
  const auto take = [&](AnyRecord& row) {
    names.emplace_back(row.get(Account.name).view());
    rids.push_back(row.rid());
    return true;
  };
  REQUIRE(reader.search({.type = &store.type(Account), .text = text, .filter = filter, .limit = limit}, take).ok());
  CHECK(std::is_sorted(rids.begin(), rids.end()));
  return names;
}

Names found(Fixture& store, std::string_view text) { return found(*store.reader(), store, text); }

const Names companies{"江苏恒瑞医药股份有限公司", "上海泛微网络科技股份有限公司", "重庆长安汽车股份有限公司", "瑞恒贸易行",
                      "Konditorei Café Müller",   "Hengst Filter GmbH",             "北京泛华科技有限公司",     "医药恒瑞批发部"};

}  // namespace

CONFORMS("Chinese names are found by characters, pinyin and initials") {
  add_accounts(store, companies);
  const Names hengrui{companies[0], companies[7]};
  CHECK(found(store, "恒瑞") == hengrui);
  CHECK(found(store, "hengrui") == hengrui);
  CHECK(found(store, "hengr") == hengrui);
  CHECK(found(store, "HengRui") == hengrui);
  CHECK(found(store, "hryy") == Names{companies[0]});
  CHECK(found(store, "chongqing") == Names{companies[2]});
  CHECK(found(store, "cqca") == Names{companies[2]});
  CHECK(found(store, "恆瑞") == hengrui);
  const Names hr = found(store, "hr");
  CHECK(std::find(hr.begin(), hr.end(), companies[0]) != hr.end());
  CHECK(std::find(hr.begin(), hr.end(), companies[3]) == hr.end());
}

CONFORMS("a syllable with ü is found as it is typed: with u, with v, and on the way there") {
  const Names names{"大战略咨询", "绿洲贸易行", "湛露酒业"};
  add_accounts(store, names);
  for (const std::string_view typed : {"zhanlue", "zhanlve", "zhanlüe", "zhanlv", "lue", "lve", "dzl"}) {
    CAPTURE(typed);
    CHECK(found(store, typed) == Names{names[0]});
  }
  CHECK(found(store, "zhanlu") == Names{names[0], names[2]});
  CHECK(found(store, "lvzhou") == Names{names[1]});
}

CONFORMS("characters are found where they stand side by side") {
  add_accounts(store, companies);
  CHECK(found(store, "恒瑞医药") == Names{companies[0]});
  CHECK(found(store, "瑞恒") == Names{companies[3]});
  CHECK(found(store, "恒药").empty());
  CHECK(found(store, "泛微网络科技") == Names{companies[1]});
}

CONFORMS("every term must be found, in any order") {
  add_accounts(store, companies);
  CHECK(found(store, "泛微 上海") == Names{companies[1]});
  CHECK(found(store, "上海，泛微") == Names{companies[1]});
  CHECK(found(store, "科技 泛") == Names{companies[1], companies[6]});
  CHECK(found(store, "fanwei 上海") == Names{companies[1]});
  CHECK(found(store, "泛微 北京").empty());
}

CONFORMS("one character is enough, one letter is the beginning of a word") {
  add_accounts(store, companies);
  CHECK(found(store, "微") == Names{companies[1]});
  CHECK(found(store, "行") == Names{companies[3]});
  CHECK(found(store, "k") == Names{companies[4]});
  CHECK(found(store, "z").empty());
}

CONFORMS("western words are found from their beginning, without accents and in any case") {
  add_accounts(store, companies);
  CHECK(found(store, "müller") == Names{companies[4]});
  CHECK(found(store, "MULLER") == Names{companies[4]});
  CHECK(found(store, "cafe kond") == Names{companies[4]});
  CHECK(found(store, "hengst") == Names{companies[5]});
  CHECK(found(store, "engst").empty());
  CHECK(found(store, "ilter").empty());
}

CONFORMS("nothing asked finds nothing") {
  add_accounts(store, companies);
  CHECK(found(store, "").empty());
  CHECK(found(store, " ，。- ").empty());
}

CONFORMS("numbers and codes are found from their beginning, however alike they are") {
  std::vector<AnyRecord> rows;
  for (int i = 0; i < 30; ++i) {
    rows.push_back(store.row(store.type(Account)));
    const std::string name = "样品" + std::to_string(i), number = "91310115MA1K3" + std::to_string(10000 + i);
    rows.back().set(Account.name, Codec<Text>::pack(name));
    rows.back().set(Account.number, Codec<Text>::pack(number));
  }
  store.insert(rows);
  CHECK(found(store, "91310115MA1K310007") == Names{"样品7"});
  CHECK(found(store, "91310115ma1k31002").size() == 10);
  CHECK(found(store, "91310115") .size() == 30);
  CHECK(found(store, "样品7") == Names{"样品7"});
}

CONFORMS("a term stands within one field, terms may stand in several") {
  AnyRecord row = store.row(store.type(Account));
  row.set(Account.name, Codec<Text>::pack("上海泛微"));
  row.set(Account.city, Codec<Text>::pack("网络市"));
  store.insert(row);
  CHECK(found(store, "泛微网络").empty());
  CHECK(found(store, "泛微 网络").size() == 1);
}

CONFORMS("an update moves a row in the search, and the writer sees that at once") {
  auto rows = add_accounts(store, {"旧名称公司"});
  store.write([&](Writer& writer) {
    AnyRecord after = rows[0];
    after.set(Account.name, Codec<Text>::pack("新名称公司"));
    after.put(common::revision, Codec<Int>::pack(2));
    REQUIRE(store.put(writer, after, &rows[0]).ok());
    CHECK(found(writer, store, "旧名").empty());
    CHECK(found(writer, store, "新名") == Names{"新名称公司"});
    CHECK(found(store, "旧名") == Names{"旧名称公司"});
    CHECK(found(store, "新名").empty());
    rows[0] = after;
  });
  CHECK(found(store, "旧名").empty());
  CHECK(found(store, "jiuming").empty());
  CHECK(found(store, "xinming") == Names{"新名称公司"});
  CHECK(found(store, "名称") == Names{"新名称公司"});
}

CONFORMS("archived rows are found unless the condition leaves them out, and limits hold after it") {
  auto rows = add_accounts(store, {"恒瑞一部", "恒瑞二部", "恒瑞三部"});
  store.update(rows[0], [](AnyRecord& r) { r.set(Account.archived_at, Codec<Instant>::pack({1})); });
  const Expr live = is_null(Account.archived_at);
  const auto reader = store.reader();
  CHECK(found(store, "恒瑞").size() == 3);
  CHECK(found(*reader, store, "恒瑞", &live) == Names{"恒瑞二部", "恒瑞三部"});
  CHECK(found(*reader, store, "恒瑞", &live, 1) == Names{"恒瑞二部"});
  CHECK(found(*reader, store, "恒瑞", nullptr, 2) == Names{"恒瑞一部", "恒瑞二部"});
}

CONFORMS("a search fills the slots asked for") {
  add_accounts(store, {"恒瑞"});
  const std::uint16_t slots[] = {Account.tier.slot};
  REQUIRE(store.reader()
              ->search({.type = &store.type(Account), .text = "恒瑞", .slots = slots},
                       [](AnyRecord& row) {
                         CHECK(row.get(Account.tier).state == State::null);
                         CHECK(row.get(Account.note).state == State::absent);
                         CHECK(row.revision() == 1);
                         return true;
                       })
              .ok());
}

CONFORMS("random searches find the rows whose text matches, before and after changes") {
  Dice dice(seeded_random());
  const Names pieces{"恒", "瑞", "医药", "重庆", "长", "安", "泛微", "ab", "abc", " ", "Café", "12", "行", "一", "\n"};
  const auto text = [&](int most) {
    std::string out;
    for (int i = dice.below(most) + 1; i > 0; --i) out += pieces[static_cast<std::size_t>(dice.below(static_cast<int>(pieces.size())))];
    return out;
  };
  Names names;
  for (int i = 0; i < 60; ++i) names.push_back(text(6));
  auto rows = add_accounts(store, names);
  for (int i = 0; i < 40; ++i) {
    const std::string name = text(6);
    store.update(rows[static_cast<std::size_t>(dice.below(60))], [&](AnyRecord& r) { r.set(Account.name, Codec<Text>::pack(name)); });
  }
  const Names typed{"hr", "hengrui", "chong", "zhongqing", "cq", "changan", "zhangan", "yi", "yy", "a", "h", "hang", "xing", "fw"};
  for (int round = 0; round < 120; ++round) {
    const std::string asked = round < 14 ? typed[static_cast<std::size_t>(round)] : text(3);
    const search::SearchQuery query(asked);
    Names expected;
    for (const AnyRecord& row : rows) {
      Derived derived;
      derive(store.type(Account), row, derived);
      if (!query.empty() && query.matches(derived.search)) expected.emplace_back(row.get(Account.name).view());
    }
    CAPTURE(asked);
    CHECK(found(*store.reader(), store, asked, nullptr, 1000) == expected);
  }
}
