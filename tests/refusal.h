// The sentence of a failed result, for tests.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "guanxi/error.h"

// What the user reads in English; checks that there is a Chinese sentence that shows the same first argument,
// unless that is said differently in the two languages.
template <class T>
std::string refusal(const guanxi::Result<T>& result) {
  if (result.ok()) return "(no error)";
  const guanxi::Error& error = result.error();
  const std::string chinese = error.text(guanxi::Language::chinese);
  CHECK(std::any_of(chinese.begin(), chinese.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE4; }));
  CHECK(chinese != error.text());
  const std::string english = error.text();
  const bool same_in_both = !error.arguments().empty() && english.find(error.arguments().front()) != std::string::npos;
  if (same_in_both) CHECK(chinese.find(error.arguments().front()) != std::string::npos);
  return english;
}
