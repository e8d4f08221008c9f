// The two ways to pass an error up, and nothing else.
#pragma once

#include "guanxi/error.h"

// Returns the error of `expression` from the enclosing function, if it has one.
#define GUANXI_CHECK(expression)                                          \
  do {                                                                    \
    if (auto check_ = (expression); !check_) return std::move(check_).error(); \
  } while (false)

#define GUANXI_JOIN_(a, b) a##b
#define GUANXI_JOIN(a, b) GUANXI_JOIN_(a, b)

// Declares `declaration` with the value of `expression`, or returns its error.
#define GUANXI_ASSIGN(declaration, expression)                                               \
  auto GUANXI_JOIN(result_, __LINE__) = (expression);                                        \
  if (!GUANXI_JOIN(result_, __LINE__)) return std::move(GUANXI_JOIN(result_, __LINE__)).error(); \
  declaration = std::move(GUANXI_JOIN(result_, __LINE__)).value()
