// The index on file: whatever becomes of the file, the answers are those of an index made anew.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <optional>

#include "guanxi/match.h"
#include "seed.h"
#include "support/effort.h"
#include "support/folder.h"

using namespace guanxi;
using namespace guanxi::match;

namespace {

Configuration fields_on_file() { return ready(Kind::organisation).with("name", Role::organisation_name).with("phone", Role::phone); }

std::string name_on_file(std::uint64_t id) {
  const char* brands[]{"虹衢", "桦屿", "澜堃", "砺舟", "麓禾", "Norvex", "Calinda"};
  return std::string(brands[id % 7]) + std::to_string(id * 7919 % 1000) + "科技有限公司";
}
std::string phone_on_file(std::uint64_t id) { return "138" + std::to_string(10'000'000 + id * 104'729); }

void feed(IndexFile& index, std::uint64_t from, std::uint64_t to) {
  for (auto id = from; id < to; ++id) {
    const auto name = name_on_file(id), phone = phone_on_file(id);
    index.put(1000 + id, {name, phone});
  }
}

// What a host does at every start: it gives what the index does not have yet.
void catch_up(IndexFile& index, std::uint64_t last) {
  feed(index, index.watermark(), last);
  REQUIRE(index.commit(last).ok());
}

std::vector<std::uint64_t> ids_found(const IndexFile& index, std::uint64_t id) {
  const auto name = name_on_file(id), phone = phone_on_file(id);
  std::vector<std::uint64_t> out;
  for (const auto& hit : index.detector().check({name, phone}, {.limit = 3}).hits)
    if (hit.verdict == Verdict::same) out.push_back(index.id_of(hit.record));
  std::sort(out.begin(), out.end());
  return out;
}

bool answers_right(const IndexFile& index, std::uint64_t last) {
  for (std::uint64_t id = 0; id < last; id += 41)
    if (const auto found = ids_found(index, id); std::find(found.begin(), found.end(), 1000 + id) == found.end()) return false;
  return true;
}

std::string content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

}  // namespace

TEST_CASE("a detector is the same after it was saved and opened") {
  const Folder folder;
  Detector detector(fields_on_file());
  for (std::uint64_t id = 0; id < 3000; ++id) detector.add({name_on_file(id), phone_on_file(id)});
  detector.remove(5);
  const std::string_view attached = "what the host knows";
  detector.train();
  REQUIRE(detector.save(folder.file("index"), {.watermark = 77, .attached = std::as_bytes(std::span(attached))}).ok());
  auto opened = Detector::open(folder.file("index"), fields_on_file());
  REQUIRE(opened.ok());
  CHECK(opened->watermark == 77);
  CHECK(std::string_view(reinterpret_cast<const char*>(opened->attached.data()), opened->attached.size()) == attached);
  CHECK(opened->detector.size() == 3000);
  CHECK_FALSE(opened->detector.has(5));
  for (std::uint64_t id = 0; id < 3000; id += 97) {
    const auto before = detector.check({name_on_file(id), ""}, {}).hits, after = opened->detector.check({name_on_file(id), ""}, {}).hits;
    REQUIRE(before.size() == after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
      CHECK(before[i].record == after[i].record);
      CHECK(before[i].score == after[i].score);
    }
  }
  // It goes on growing, and can be saved over the file that it lies in.
  const auto number = opened->detector.add({"麓禾岭生物科技有限公司", "13911112222"});
  opened->detector.update(7, {"砺舟桥文化传媒有限公司", ""});
  REQUIRE(opened->detector.save(folder.file("index"), {.watermark = 78}).ok());
  const auto again = Detector::open(folder.file("index"), fields_on_file());
  REQUIRE(again.ok());
  CHECK(again->detector.check({"麓禾岭生物科技", ""}, {.limit = 1}).hits.at(0).record == number);
  CHECK(again->detector.check({"砺舟桥文化传媒", ""}, {.limit = 1}).hits.at(0).record == 7);
}

TEST_CASE("an index that is missing, of other fields or damaged says so") {
  const Folder folder;
  const auto path = folder.file("index");
  CHECK(Detector::open(path, fields_on_file()).error().code() == Code::not_found);
  Detector detector(fields_on_file());
  detector.add({"虹衢网络科技有限公司", ""});
  REQUIRE(detector.save(path).ok());
  const auto stale = Detector::open(path, ready(Kind::person).with("name", Role::person_name));
  REQUIRE_FALSE(stale.ok());
  CHECK(stale.error().code() == Code::conflict);
  CHECK(stale.error().text() == "The index " + path + " was made for other fields or by another version: make it anew from the records.");
  CHECK(stale.error().text(Language::chinese) == "索引文件 " + path + " 是为其他字段或由其他版本生成的：请根据记录重新生成。");
  write(path, content(path) + "x");
  const auto damaged = Detector::open(path, fields_on_file());
  REQUIRE_FALSE(damaged.ok());
  CHECK(damaged.error().code() == Code::corrupt);
  CHECK(damaged.error().text() == "The index " + path + " is damaged: delete it, it can be made anew from the records.");
  CHECK(damaged.error().text(Language::chinese) == "索引文件 " + path + " 已损坏：请删除它，可以根据记录重新生成。");
  CHECK(IndexFile::open(folder.file("nowhere/index"), fields_on_file()).error().code() != Code::internal);
}

TEST_CASE("an index file takes up where it was left") {
  const Folder folder;
  const auto path = folder.file("index");
  {
    auto index = IndexFile::open(path, fields_on_file());
    REQUIRE(index.ok());
    CHECK(index->began() == IndexFile::Begin::missing);
    CHECK(index->watermark() == 0);
    catch_up(*index, 2000);
    REQUIRE(index->compact().ok());
    catch_up(*index, 2100);
    index->put(1003, {"龘靐文化传媒有限公司", ""});
    index->remove(1004);
    REQUIRE(index->commit(2101).ok());
    index->put(9999, {"从未提交的公司", ""});
  }
  const auto index = IndexFile::open(path, fields_on_file());
  REQUIRE(index.ok());
  CHECK(index->began() == IndexFile::Begin::opened);
  CHECK(index->watermark() == 2101);
  CHECK_FALSE(index->number_of(9999));
  CHECK(answers_right(*index, 1));
  CHECK(ids_found(*index, 2099) == std::vector<std::uint64_t>{3099});
  CHECK(ids_found(*index, 3).empty());
  CHECK(ids_found(*index, 4).empty());
  CHECK(index->id_of(index->detector().check({"龘靐文化传媒", ""}, {.limit = 1}).hits.at(0).record) == 1003);
}

TEST_CASE("the log alone is enough, and grows into a file by itself") {
  const Folder folder;
  const auto path = folder.file("index");
  {
    auto index = IndexFile::open(path, fields_on_file());
    catch_up(*index, 300);
  }
  CHECK_FALSE(std::filesystem::exists(path));
  auto index = IndexFile::open(path, fields_on_file());
  CHECK(index->began() == IndexFile::Begin::opened);
  CHECK(index->watermark() == 300);
  CHECK(answers_right(*index, 300));
  catch_up(*index, 20'000);
  CHECK(std::filesystem::exists(path));
  CHECK(std::filesystem::file_size(path + "-log") < 100);
}

TEST_CASE("whatever bits change in the files, the answers stay right") {
  auto random = seeded_random();
  const Folder folder;
  const auto path = folder.file("index"), log = path + "-log";
  constexpr std::uint64_t last = 700;
  {
    auto index = IndexFile::open(path, fields_on_file());
    catch_up(*index, 600);
    REQUIRE(index->compact().ok());
    for (std::uint64_t id = 620; id <= last; id += 20) catch_up(*index, id);
  }
  const auto base_bytes = content(path), log_bytes = content(log);
  for (int round = 0; round < 60 / test::sparing; ++round) {
    auto base = base_bytes, changes = log_bytes;
    auto& chosen = random() % 2 == 0 ? base : changes;
    switch (random() % 3) {
      case 0: chosen.resize(random() % chosen.size()); break;
      case 1: chosen[random() % chosen.size()] ^= static_cast<char>(1 << random() % 8); break;
      default:
        for (int i = 0; i < 40; ++i) chosen[random() % chosen.size()] = static_cast<char>(random());
    }
    write(path, base), write(log, changes);
    auto index = IndexFile::open(path, fields_on_file());
    REQUIRE(index.ok());
    CHECK(index->watermark() <= last);
    if (&chosen == &base) CHECK(index->began() == IndexFile::Begin::damaged);
    catch_up(*index, last);
    CHECK(answers_right(*index, last));
  }
}

TEST_CASE("what was learnt is taken up by another detector of the same fields, and by no other") {
  Detector taught(fields_on_file());
  for (std::uint64_t id = 0; id < 900; ++id) taught.add({name_on_file(id / 2), id % 2 == 0 ? phone_on_file(id / 2) : ""});
  CHECK(taught.learnt().empty());
  taught.train();
  const auto learnt = taught.learnt();
  Detector other(fields_on_file());
  for (std::uint64_t id = 0; id < 900; ++id) other.add({name_on_file(id / 2), id % 2 == 0 ? phone_on_file(id / 2) : ""});
  other.settle();
  const auto before = other.explain(0, 1).score;
  REQUIRE(other.learn(learnt));
  CHECK(other.learnt() == learnt);
  CHECK(other.explain(0, 1).score == doctest::Approx(taught.explain(0, 1).score));
  for (const auto& wrong : {std::string("learnt-1"), std::string("x"), learnt + "1\n", learnt.substr(0, learnt.size() / 2), "learnt-2" + learnt.substr(8)}) {
    CHECK_FALSE(other.learn(wrong));
    CHECK(other.learnt() == learnt);
  }
  CHECK_FALSE(Detector(ready(Kind::person).with("name", Role::person_name)).learn(learnt));
  REQUIRE(other.learn(""));
  CHECK(other.explain(0, 1).score == doctest::Approx(before));
}

TEST_CASE("telephones of other countries, as they are dialled there") {
  auto german = ready(Kind::organisation).with("name", Role::organisation_name).with("phone", Role::phone);
  german.fields[1].country = "DE";
  Detector detector(german);
  const auto berlin = detector.add({"Beispiel Werkzeugbau GmbH", "030 23125 014"});
  const auto shanghai = detector.add({"Sample Trading", "021-55550142"});
  detector.settle();
  const auto degree = [&](Number record, std::string_view phone) {
    const auto reasons = detector.explain(std::vector<std::string_view>{"", phone}, record).reasons;
    return reasons.size() == 2 ? std::optional(reasons[1].degree) : std::nullopt;
  };
  const auto equal = degree(berlin, "030 23125014");
  REQUIRE(equal);
  CHECK(degree(shanghai, "021-55550142") == equal);
  CHECK((degree(berlin, "+49 30 23125014") == equal) == knows_countries());
  CHECK((degree(berlin, "0049 (0)30 23125-014") == equal) == knows_countries());
  CHECK(degree(shanghai, "030 23125014") != equal);
  CHECK_FALSE(degree(berlin, "0000000"));
}
