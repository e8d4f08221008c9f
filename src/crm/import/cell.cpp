#include "crm/import/cell.h"

#include <algorithm>

#include "base/excerpt.h"
#include "crm/messages.h"
#include "guanxi/encoding.h"

namespace guanxi::import {
namespace {

constexpr Message undecodable{"import.undecodable", "{0}: “{1}” has characters that could not be decoded. Choose the file's encoding, or mend the text.",
                              "{0}：“{1}”含有无法解码的字符，请指定文件编码或修正文字。"};
constexpr Message garbled{"import.mojibake", "{0}: “{1}” was read in a wrong encoding before it came into this file. Export it again, or mend the text.",
                          "{0}：“{1}”是编码错误造成的乱码，请重新导出或修正文字。"};

bool is_ascii(std::string_view text) noexcept {
  return std::none_of(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; });
}

}  // namespace

Result<void> check_cell(const AnyField& field, std::string_view text) {
  if (is_ascii(text)) return {};
  if (text.find("\xEF\xBF\xBD") != std::string_view::npos) return Error(Code::invalid, undecodable, {said(field), excerpt(text)}).at_field(field.name);
  if (looks_like_mojibake(text)) return Error(Code::invalid, garbled, {said(field), excerpt(text)}).at_field(field.name);
  return {};
}

}  // namespace guanxi::import
