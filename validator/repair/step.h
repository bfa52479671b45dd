// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "validator/engine/policy.h"

namespace commitgate {

/// A message, and what is wrong with it.
struct Broken {
  const Message& message;
  /// Of this message.
  const Verdict& verdict;
  const Policy& policy;
};

/// One small thing that can be repaired without asking anybody.
struct RepairStep {
  std::string_view name;
  /// What it does, as the end of "commitgate ...".
  std::string_view summary;
  /// The rules that it serves.
  std::span<const std::string_view> rules;
  /// The text of the repaired message; nothing where nothing is to be repaired,
  /// or it is not sure how.
  std::optional<std::string> (*apply)(const Broken&);
  /// Whether nothing was lost on the way: looks at the two messages only.
  bool (*keeps)(const Message& before, const Message& after);
};

}  // namespace commitgate
