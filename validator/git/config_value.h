// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace commitgate {

/// The value behind the `=` in a line of a configuration file, without its
/// quotes and its comment; nothing where it is not plain, as in
/// ListPlainConfig.
std::optional<std::string> ReadPlainValue(std::string_view text);

}  // namespace commitgate
