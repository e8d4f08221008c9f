#include "model/names.h"

#include <algorithm>
#include <iterator>

#include "model/schema_builder.h"

namespace guanxi {

namespace {
constexpr Message bad_name{"schema.bad_name",
                           "“{0}” cannot be a name: use 1 to 48 small letters, digits and underscores, a letter first.",
                           "“{0}”不能作为名称：请使用 1 至 48 个小写字母、数字或下划线，并以字母开头。"};
constexpr Message reserved_name{"schema.reserved_name", "“{0}” is a reserved word: choose another name, such as “{0}_1”.",
                                "“{0}”是保留字，请换一个名称，例如“{0}_1”。"};

// SQLite's reserved words, FEEL's keywords, and the columns that stores add.
constexpr std::string_view reserved_words[]{
    "add", "all", "alter", "and", "as", "autoincrement", "between", "case", "cast", "check", "collate", "commit",
    "constraint", "create", "current_date", "current_time", "current_timestamp", "custom", "default", "deferrable",
    "delete", "distinct", "drop", "else", "escape", "every", "except", "exists", "external", "false", "for",
    "foreign", "from", "function", "group", "having", "if", "in", "index", "insert", "instance", "intersect", "into",
    "is", "isnull", "join", "limit", "not", "nothing", "notnull", "null", "of", "oid", "on", "or", "order", "primary",
    "raise", "references", "return", "returning", "rid", "rowid", "satisfies", "select", "set", "some", "table",
    "then", "to", "transaction", "true", "union", "unique", "update", "using", "values", "when", "where",
};

static_assert(std::is_sorted(std::begin(reserved_words), std::end(reserved_words)));

constexpr bool is_small(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_part(char c) { return is_small(c) || (c >= '0' && c <= '9') || c == '_'; }
}  // namespace

bool is_reserved(std::string_view word) noexcept { return std::binary_search(std::begin(reserved_words), std::end(reserved_words), word); }

Result<void> check_name(std::string_view name) {
  const bool fits = !name.empty() && name.size() <= 48 && is_small(name.front()) && std::all_of(name.begin(), name.end(), is_part);
  if (!fits) return Error(Code::invalid, bad_name, {std::string(name)});
  if (is_reserved(name)) return Error(Code::invalid, reserved_name, {std::string(name)});
  return {};
}

}  // namespace guanxi
