#include "base/check.h"
#include "crm/export/row_writer.h"
#include "guanxi/csv.h"

namespace guanxi::exports {
namespace {

class CsvRows final : public RowWriter {
 public:
  CsvRows(View& view, const std::vector<const AnyField*>& fields, bool labels)
      : language_(view.language()), labels_(labels), fields_(fields), text_(view, labels) {}

  void write_header(std::string& out) override {
    std::vector<std::string_view> headers;
    for (const AnyField* field : fields_) headers.push_back(labels_ ? label_of(*field, language_) : field->name);
    write_csv_row(out, headers);
  }

  Result<void> write_row(const AnyRecord& row, std::string& out) override {
    texts_.resize(fields_.size());
    cells_.clear();
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      GUANXI_ASSIGN(const std::string_view text, text_.of(*fields_[i], row.get(*fields_[i])));
      cells_.emplace_back(texts_[i].assign(text));
    }
    write_csv_row(out, cells_);
    return {};
  }

 private:
  Language language_;
  bool labels_;
  const std::vector<const AnyField*>& fields_;
  ValueText text_;
  std::vector<std::string> texts_;  // keep their memory from row to row
  std::vector<std::string_view> cells_;
};

}  // namespace

std::unique_ptr<RowWriter> csv_writer(View& view, const std::vector<const AnyField*>& fields, bool labels) {
  return std::make_unique<CsvRows>(view, fields, labels);
}

}  // namespace guanxi::exports
