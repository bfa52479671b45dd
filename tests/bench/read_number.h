// SPDX-License-Identifier: MIT
#pragma once

#include <fmt/core.h>

#include <charconv>
#include <string_view>
#include <system_error>

#include "validator/error.h"

namespace commitgate::bench {

/// The number that all of `text` is.  Throws Error where it is none.
template <typename Number>
Number ReadNumber(std::string_view text) {
  Number number{};
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end)
    throw Error(fmt::format("'{}' is no number", text));
  return number;
}

}  // namespace commitgate::bench
