// One JSON object a line. Numbers and yes or no are JSON's own, sets are lists, money is {"amount", "currency"}, all else is text;
// what is not set is left out.
#include "base/check.h"
#include "base/json_text.h"
#include "crm/export/row_writer.h"
#include "model/code_set.h"

namespace guanxi::exports {
namespace {

std::string_view amount_of(std::string_view money) { return money.substr(0, money.find(' ')); }

class JsonRows final : public RowWriter {
 public:
  JsonRows(View& view, const std::vector<const AnyField*>& fields, bool labels)
      : language_(view.language()), labels_(labels), fields_(fields), text_(view, labels) {}

  void write_header(std::string&) override {}

  Result<void> write_row(const AnyRecord& row, std::string& out) override {
    out += '{';
    bool first = true;
    for (const AnyField* field : fields_) {
      if (!row.get(*field).is_set()) continue;
      if (!first) out += ',';
      first = false;
      append_json_string(labels_ ? label_of(*field, language_) : field->name, out);
      out += ':';
      GUANXI_CHECK(write_value(*field, row.get(*field), out));
    }
    out += "}\n";
    return {};
  }

 private:
  Result<void> write_value(const AnyField& field, const Value& value, std::string& out) {
    if (field.type == Type::set) {
      write_set(field, value.view(), out);
      return {};
    }
    if (field.type == Type::integer || field.type == Type::decimal || field.type == Type::boolean) {
      out += text_of(value);
      return {};
    }
    GUANXI_ASSIGN(const std::string_view text, text_.of(field, value));
    if (field.type == Type::money) {
      out.append("{\"amount\":\"").append(amount_of(text)).append("\",\"currency\":\"");
      out.append(Codec<Money>::unpack(value).currency.code()).append("\"}");
    } else {
      append_json_string(text, out);
    }
    return {};
  }

  void write_set(const AnyField& field, std::string_view set, std::string& out) {
    out += '[';
    bool first = true;
    for (const std::string_view code : codes_of(set)) {
      if (!first) out += ',';
      first = false;
      append_json_string(text_.choice(field, code), out);
    }
    out += ']';
  }

  Language language_;
  bool labels_;
  const std::vector<const AnyField*>& fields_;
  ValueText text_;
};

}  // namespace

std::unique_ptr<RowWriter> json_writer(View& view, const std::vector<const AnyField*>& fields, bool labels) {
  return std::make_unique<JsonRows>(view, fields, labels);
}

}  // namespace guanxi::exports
