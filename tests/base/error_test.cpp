#include <doctest/doctest.h>

#include "guanxi/error.h"

using namespace guanxi;

namespace {
constexpr Message is_required{"field.required", "{0} is required: give it a value.", "“{0}”必填，请填写。"};
}

TEST_CASE("an error speaks both languages and names its field") {
  const Error error = Error(Code::invalid, is_required, {"name"}).at_field("name");
  CHECK(error.text() == "name is required: give it a value.");
  CHECK(error.text(Language::chinese) == "“name”必填，请填写。");
  CHECK(error.field() == "name");
  CHECK(error.id() == "field.required");
  CHECK_FALSE(error.retryable());
  CHECK(error.clone().text() == error.text());
}

TEST_CASE("a slot without an argument is left empty, other braces stay") {
  constexpr Message odd{"odd", "{0}|{1}|{x}|{", "{0}"};
  CHECK(Error(Code::io, odd, {"a"}).text() == "a||{x}|{");
}

TEST_CASE("every code has a stable name") {
  CHECK(name_of(Code::invalid) == "invalid");
  CHECK(name_of(Code::not_a_database) == "not_a_database");
  CHECK(name_of(Code::internal) == "internal");
}

TEST_CASE("a result is a value or an error") {
  Result<int> good = 3;
  CHECK(good.ok());
  CHECK(*good == 3);
  Result<int> bad = Error(Code::not_found, is_required);
  CHECK_FALSE(bad);
  CHECK(bad.error().code() == Code::not_found);
  Result<void> done;
  CHECK(done.ok());
}

TEST_CASE("an argument may be said differently in the two languages") {
  const Error error(Code::invalid, is_required, {in_both("客户名称", "Account name")});
  CHECK(error.text() == "Account name is required: give it a value.");
  CHECK(error.text(Language::chinese) == "“客户名称”必填，请填写。");
}
