// A value of a record as FEEL sees it.
#pragma once

#include "expr/feel/memory.h"
#include "guanxi/value.h"

namespace guanxi::feel {

// Null where it is not set; a set of codes is a list, money a context of amount and currency, an id its text. Text is borrowed from the value.
Value seen(const guanxi::Value& value, Memory& memory);

}  // namespace guanxi::feel
