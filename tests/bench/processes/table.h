// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "tests/bench/processes/measure.h"

namespace commitgate::bench {

/// The head of a table in Markdown.
std::string TableHead();

/// A line for each command, and one more for each limit of its memory.
std::string TableRows(const Row& row, const std::vector<Measured>& measured);

}  // namespace commitgate::bench
