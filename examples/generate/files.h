// The CSV files that the program writes, as real systems export them.
#pragma once

#include <string>
#include <vector>

#include "generator.h"

namespace guanxi::sample {

struct File {
  std::string name;
  std::string bytes;
};

// The files of examples/data, the same every time.
std::vector<File> shipped_files();

// The header and the rows of a table of customers with Chinese headers, in UTF-8.
std::string customer_header();
void append_customer(std::string& out, const Customer& customer);

}  // namespace guanxi::sample
