// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace commitgate {

/// A policy compiled into the program.
struct Preset {
  std::string_view name;
  std::string_view toml;
};

}  // namespace commitgate
