// One function a figure or two; each adds its lines to the table. `accounts` is the size of the large store (1,000,000).
#pragma once

#include "measure.h"

namespace guanxi::bench {

void create_accounts(Table& table);
void get_and_page(Table& table);
void custom_filter(Table& table);
void many_writers(Table& table);
void large_store(Table& table, std::uint64_t accounts);  // bulk import, counts by six dimensions, search
void expressions(Table& table);
void memory_store(Table& table, std::uint64_t accounts);

}  // namespace guanxi::bench
