#include "match/file/base.h"

#include <algorithm>
#include <bit>

#include "base/check.h"
#include "match/file/format.h"
#include "match/index/hash.h"
#include "match/normalize/profile.h"

namespace guanxi::match {

namespace {

using State = Detector::State;

constexpr Message damaged{"match.index_damaged", "The index {0} is damaged: delete it, it can be made anew from the records.",
                          "索引文件 {0} 已损坏：请删除它，可以根据记录重新生成。"};
constexpr Message other{"match.index_stale", "The index {0} was made for other fields or by another version: make it anew from the records.",
                        "索引文件 {0} 是为其他字段或由其他版本生成的：请根据记录重新生成。"};

constexpr std::uint64_t magic = 0x494D786E47ULL;  // "GnxMI", and the order of bytes
// Raised whenever the form of the file changes.
constexpr std::uint64_t form = 6;

struct Head {
  std::uint64_t magic = match::magic, fingerprint = 0, watermark = 0;
  std::uint64_t settled = 0, words_settled = 0, words_known = 0;
  double prior = 0;
  std::uint64_t trained = 0;
};

// Values of every sort. What becomes of them shows the way from a value to its tokens and keys, however it was changed.
constexpr std::string_view samples[]{"(上海)示例精密機械股份有限公司北京第二分公司",
                                     "Sample & Søns International Trading Co., Ltd. (Hamburg)",
                                     "欧阳样例, Dr. Maria-José O'Sample",
                                     "91310000631137409C 8001-7",
                                     "0755-26771188转8001; +44 (0)20 7946 0018, +39 06 698 00000",
                                     "Sample.Name+tag@mail.example.com.cn",
                                     "https://www.shop.example.co.uk/about",
                                     "1999-02-03",
                                     "广东省深圳市南山区样例路 88 号院 3 栋 1204, 12-14 Sample St. N.W. Suite 5",
                                     "518057",
                                     "Café (Chinese restaurant)"};

std::uint64_t way_of_values(const Configuration& configuration) {
  std::uint64_t out = form;
  for (const auto sample : samples) {
    const std::vector<std::string_view> values(configuration.fields.size(), sample);
    const auto profile = profile_of(configuration.fields, values);
    for (const auto& token : profile.tokens) out = mixed(out * 31 + hash_of(token.text, static_cast<std::uint64_t>(token.part)));
    for (const OwnKey& key : keys_of(configuration.fields, profile).all) out = mixed(out * 31 + key.hash) + std::bit_cast<std::uint32_t>(key.factor);
  }
  return out;
}

// What an index depends on: not the thresholds, nor what the fields are called.
std::uint64_t fingerprint(const Configuration& configuration) {
  auto out = mixed(way_of_values(configuration) + static_cast<std::uint64_t>(configuration.kind));
  for (const auto& field : configuration.fields) {
    out = hash_of(field.country, mixed(out * 31 + static_cast<std::uint64_t>(field.role) + 1));
    for (const auto& chance : field.chances) out = mixed(mixed(out + std::bit_cast<std::uint64_t>(chance.m)) + std::bit_cast<std::uint64_t>(chance.u));
  }
  return out;
}

Head head_of(State& state, std::uint64_t watermark) {
  Head head;
  head.fingerprint = fingerprint(state.configuration);
  head.watermark = watermark;
  head.settled = state.postings.settled();
  head.words_settled = state.neighbours.remainders().settled(), head.words_known = state.neighbours.known();
  head.prior = state.chances.prior;
  head.trained = state.trained ? 1 : 0;
  return head;
}

bool read_columns(State& state, Ids& ids, IndexReader& in, const Head& head, BaseFile& out) {
  const auto column = [&](auto& c) { c.adopt(in.column<std::remove_cvref_t<decltype(c[0])>>()); };
  state.records.each_column(column);
  for (auto* postings : {&state.postings, &state.neighbours.remainders()}) postings->tables().each_column(column);
  const auto chances = in.column<FieldChances>();
  ids.each_column(column);
  out.attached = in.column<std::byte>();
  if (!in.good() || !state.records.fit() || !state.postings.tables().fit() || !state.neighbours.remainders().tables().fit()) return false;
  const auto of_same_degrees = [](const FieldChances& x, const FieldChances& y) { return x.count == y.count; };
  if (!std::equal(chances.begin(), chances.end(), state.chances.fields.begin(), state.chances.fields.end(), of_same_degrees)) return false;
  if (!ids.fit(state.records.size())) return false;
  state.settled = true;
  state.postings.adopted(static_cast<std::size_t>(head.settled));
  state.neighbours.remainders().adopted(static_cast<std::size_t>(head.words_settled));
  state.neighbours.adopted(static_cast<std::size_t>(head.words_known));
  state.chances.fields.assign(chances.begin(), chances.end());
  state.chances.prior = head.prior;
  state.chances.settle();
  state.trained = head.trained != 0;
  state.records.recount();
  state.count_bits();
  return true;
}

}  // namespace

Result<BaseFile> save_base(State& state, Ids& ids, const std::string& path, const SaveOptions& options) {
  state.settle();
  GUANXI_ASSIGN(auto file, os::Replacement::begin_alone(path, options.like));
  IndexWriter out(file.file());
  out.put(head_of(state, options.watermark));
  const auto column = [&](const auto& c) { out.put(c); };
  state.records.each_column(column);
  for (auto* postings : {&state.postings, &state.neighbours.remainders()}) postings->tables().each_column(column);
  Column<FieldChances> chances;
  chances.append(state.chances.fields);
  out.put(chances);
  ids.each_column(column);
  out.put(options.attached);
  GUANXI_ASSIGN(const auto checksum, out.finish());
  GUANXI_CHECK(file.commit());
  return BaseFile{options.watermark, checksum};
}

Result<BaseFile> open_base(State& state, Ids& ids, const std::string& path) {
  GUANXI_ASSIGN(auto map, os::MappedFile::open(path));
  IndexReader in(map.bytes());
  BaseFile out;
  if (!in.verify(out.checksum)) return Error(Code::corrupt, damaged, {path});
  const auto head = in.one<Head>();
  if (!in.good() || head.magic != magic || head.fingerprint != fingerprint(state.configuration)) return Error(Code::conflict, other, {path});
  if (!read_columns(state, ids, in, head, out)) return Error(Code::corrupt, damaged, {path});
  state.map = std::move(map);
  out.watermark = head.watermark;
  return out;
}

}  // namespace guanxi::match
