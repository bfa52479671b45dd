// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace commitgate {

/// How much a finding weighs, and how much of a rule a policy wants.
enum class Level { kOff, kWarning, kError };

/// The words for levels in policies and reports, in the order of the levels.
inline constexpr std::string_view kLevelWords[] = {"off", "warning", "error"};

constexpr std::string_view Word(Level level) {
  return kLevelWords[static_cast<size_t>(level)];
}

/// Nothing for a word that stands for no level.
std::optional<Level> ParseLevel(std::string_view word);

}  // namespace commitgate
