// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace commitgate {

/// A policy compiled into the program.
struct Preset {
  std::string_view name;
  std::string_view toml;
  /// What PackToml makes of it; empty where the text has to be read.
  std::string_view packed = {};
};

}  // namespace commitgate
