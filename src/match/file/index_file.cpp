#include <algorithm>

#include "base/check.h"
#include "match/file/base.h"
#include "match/file/log.h"

namespace guanxi::match {

Result<void> Detector::save(const std::string& path, const SaveOptions& options) {
  Ids none;
  GUANXI_CHECK(save_base(*state_, none, path, options));
  return {};
}

Result<OpenedDetector> Detector::open(const std::string& path, Configuration configuration) {
  Detector detector(std::move(configuration));
  Ids ids;
  GUANXI_ASSIGN(const auto base, open_base(*detector.state_, ids, path));
  return OpenedDetector{std::move(detector), base.watermark, base.attached};
}

struct IndexFile::State {
  State(std::string p, Configuration c) : path(std::move(p)), detector(std::move(c)) {}

  Result<void> open();
  void replay(const Change& change);
  bool put(std::uint64_t id, std::span<const std::string_view> values);
  std::string log_path() const { return path + "-log"; }

  std::string path;
  Detector detector;
  Ids ids;
  std::optional<ChangeLog> log;
  Begin began = Begin::opened;
  std::uint64_t watermark = 0, base_records = 0;
};

// What cannot be used is as good as missing: the host fills the index again.
Result<void> IndexFile::State::open() {
  std::uint64_t base_name = 0;
  const auto configuration = detector.configuration();
  if (auto base = open_base(*detector.state_, ids, path)) {
    watermark = base->watermark, base_name = base->checksum;
    base_records = ids.size();
  } else {
    const auto code = base.error().code();
    if (code == Code::io) return std::move(base).error();
    began = code == Code::not_found ? Begin::missing : code == Code::corrupt ? Begin::damaged : Begin::stale;
  }
  if (ids.size() != detector.size()) began = Begin::stale;
  if (began != Begin::opened) detector = Detector(configuration), ids = Ids(), watermark = 0, base_name = 0;
  GUANXI_ASSIGN(log, ChangeLog::open(log_path(), base_name, [this](const Change& change) { replay(change); }));
  if (began == Begin::missing && watermark > 0) began = Begin::opened;
  if (base_name == 0) detector.settle();
  return {};
}

void IndexFile::State::replay(const Change& change) {
  switch (change.kind) {
    case Change::Kind::put: static_cast<void>(put(change.id, change.values)); return;
    case Change::Kind::remove:
      if (const auto number = ids.find(change.id)) detector.remove(*number);
      return;
    case Change::Kind::mark: watermark = change.id; return;
  }
}

bool IndexFile::State::put(std::uint64_t id, std::span<const std::string_view> values) {
  if (const auto known = ids.find(id)) {
    detector.update(*known, values);
    return false;
  }
  ids.add(id);
  detector.add(values);
  return true;
}

IndexFile::IndexFile(std::unique_ptr<State> state) noexcept : state_(std::move(state)) {}
IndexFile::IndexFile(IndexFile&&) noexcept = default;
IndexFile& IndexFile::operator=(IndexFile&&) noexcept = default;
IndexFile::~IndexFile() = default;

Result<IndexFile> IndexFile::open(const std::string& path, Configuration configuration) {
  auto state = std::make_unique<State>(path, std::move(configuration));
  GUANXI_CHECK(state->open());
  return IndexFile(std::move(state));
}

IndexFile::Begin IndexFile::began() const noexcept { return state_->began; }
std::uint64_t IndexFile::watermark() const noexcept { return state_->watermark; }
const Detector& IndexFile::detector() const noexcept { return state_->detector; }
std::uint64_t IndexFile::id_of(Number record) const noexcept { return state_->ids.of(record); }
std::optional<Number> IndexFile::number_of(std::uint64_t id) const noexcept { return state_->ids.find(id); }

void IndexFile::put(std::uint64_t id, std::span<const std::string_view> values) {
  state_->put(id, values);
  state_->log->add({Change::Kind::put, id, {values.begin(), values.end()}});
}

void IndexFile::remove(std::uint64_t id) {
  const auto number = state_->ids.find(id);
  if (!number) return;
  state_->detector.remove(*number);
  state_->log->add({Change::Kind::remove, id});
}

Result<void> IndexFile::commit(std::uint64_t watermark) {
  constexpr std::uint64_t least = 1 << 20, bytes_a_record = 30;  // below a quarter of the index or so the log is read fast enough
  auto& s = *state_;
  s.log->add({Change::Kind::mark, watermark});
  s.watermark = watermark;
  if (!s.detector.state_->settled) s.detector.settle();
  if (s.log->bytes() > std::max(least, bytes_a_record * s.base_records)) return compact();
  return s.log->flush();
}

Result<void> IndexFile::compact() {
  auto& s = *state_;
  GUANXI_ASSIGN(const auto base, save_base(*s.detector.state_, s.ids, s.path, {.watermark = s.watermark}));
  s.base_records = s.ids.size();
  return s.log->begin_anew(base.checksum);
}

void IndexFile::train() { state_->detector.train(); }

}  // namespace guanxi::match
