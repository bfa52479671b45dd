// SPDX-License-Identifier: MIT
#pragma once

#include <random>
#include <string>
#include <string_view>

namespace commitgate::testing {

/// `message` with a few changes of the kind that make or break trailers.
std::string Mutate(std::string_view message, std::mt19937_64& random);

}  // namespace commitgate::testing
