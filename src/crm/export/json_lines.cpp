// One JSON object a line. Numbers and yes or no are JSON's own, sets are lists, money is {"amount", "currency"}, all else is text;
// what is not set is left out.
#include "base/check.h"
#include "crm/export/row_writer.h"
#include "model/code_set.h"

namespace guanxi::exports {
namespace {

// By RFC 8259; the text is UTF-8 already.
void write_string(std::string_view text, std::string& out) {
  constexpr char digits[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.append(1, '\\').append(1, c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (code < 0x20) {
      out.append("\\u00").append(1, digits[code >> 4]).append(1, digits[code & 15]);
    } else {
      out += c;
    }
  }
  out += '"';
}

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
      write_string(labels_ ? label_of(*field, language_) : field->name, out);
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
      write_string(text, out);
    }
    return {};
  }

  void write_set(const AnyField& field, std::string_view set, std::string& out) {
    out += '[';
    bool first = true;
    for (const std::string_view code : codes_of(set)) {
      if (!first) out += ',';
      first = false;
      write_string(text_.choice(field, code), out);
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
