// How far an import has come, kept in the store in the transaction of each batch.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "crm/session_state.h"
#include "guanxi/import.h"

namespace guanxi::import {

struct Counts {
  std::uint64_t rows = 0, created = 0, updated = 0, unchanged = 0, refused = 0, warned = 0, mended = 0;
};

// Rows that name a record of their own entity which may stand farther down are put off: the next pass takes them.
struct Pass {
  std::uint64_t number = 0;                // 0: all rows of the file
  std::vector<std::uint64_t> rows;         // of a later pass: which rows, ascending
  std::vector<std::uint64_t> put_off;      // in this pass
  CsvReader::ResumePoint first_put_off{};  // before the first of them
  bool last = false;                       // nothing is put off any more
};

struct Position {
  CsvReader::ResumePoint point{};
  Encoding encoding = Encoding::utf8;
  std::int64_t change_set = 0;
  std::uint64_t error_length = 0;
  Counts counts{};
  Pass pass{};
};

// The name under which the position is kept: made of the file's path, size and head, and of the plan.
Result<std::string> resume_key(const SessionState& session, const ImportPlan& plan);

// Where an earlier run of the same import stopped; nothing where there was none, or where it was undone since.
Result<std::optional<Position>> read_position(SessionState& session, const std::string& key);

std::string text_of(const Position& position);
std::optional<Position> position_from(std::string_view text);  // nothing for a text of another version

}  // namespace guanxi::import
