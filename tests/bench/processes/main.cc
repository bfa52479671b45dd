// SPDX-License-Identifier: MIT
//
// Measures processes against each other and prints lines of a table: see
// ReadRow for its arguments.  Without any it prints the head of the table.
#include <cstdio>
#include <exception>
#include <span>

#include "tests/bench/processes/table.h"

int main(int argc, char** argv) {
  using namespace commitgate::bench;
  try {
    if (argc == 1) {
      std::fputs(TableHead().c_str(), stdout);
      return 0;
    }
    const Row row = ReadRow(std::span(argv + 1, static_cast<size_t>(argc - 1)));
    std::fputs(TableRows(row, Measure(row)).c_str(), stdout);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "measure: %s\n", error.what());
    return 2;
  }
}
