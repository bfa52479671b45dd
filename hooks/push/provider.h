// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "hooks/push/identity.h"

namespace commitgate {

/// What a source of identities says, not yet looked at for hostile names.
struct Claim {
  std::optional<std::string> id = {};
  /// Where there is no id: why, as `GL_USER is not set`.
  std::string why_none = {};
};

/// The value of a variable of the environment.
Claim ClaimOf(const Environment& environment, std::string_view variable);

/// A row of the table of providers.
struct Provider {
  /// What `commitgate.identity` may be; with a colon at the end, what it may
  /// begin with.
  std::string_view word;
  /// `argument` is what follows the colon.
  Claim (*ask)(const IdentitySources& sources, std::string_view argument);
};

std::span<const Provider> Providers();

/// A row with its argument.
struct ChosenProvider {
  const Provider* row = nullptr;
  std::string_view argument;
};

/// Throws Error for a word that is none, or that names a variable which pushers
/// set themselves.
ChosenProvider ChooseProvider(std::string_view word);

}  // namespace commitgate
