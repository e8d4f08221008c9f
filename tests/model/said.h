// What a failed result says in both languages, for tests: "English | 中文".
#pragma once

#include <string>

#include "guanxi/error.h"

template <class T>
std::string said(const guanxi::Result<T>& result) {
  if (result.ok()) return "";
  return result.error().text() + " | " + result.error().text(guanxi::Language::chinese);
}
