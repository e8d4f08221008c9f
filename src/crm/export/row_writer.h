// The forms that an export can have: one file each.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "crm/export/value_text.h"
#include "guanxi/import.h"

namespace guanxi::exports {

// Turns records into text. Used by one thread.
class RowWriter {
 public:
  virtual ~RowWriter() = default;
  virtual void write_header(std::string& out) = 0;
  virtual Result<void> write_row(const AnyRecord& row, std::string& out) = 0;
};

// Both borrow the fields and the view.
std::unique_ptr<RowWriter> csv_writer(View& view, const std::vector<const AnyField*>& fields, bool labels);
std::unique_ptr<RowWriter> json_writer(View& view, const std::vector<const AnyField*>& fields, bool labels);

}  // namespace guanxi::exports
