// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "validator/git/object_id.h"

namespace commitgate {

/// The name of another ref.
struct SymbolicTarget {
  std::string name;

  bool operator==(const SymbolicTarget&) const = default;
};

using LooseRef = std::variant<ObjectId, SymbolicTarget>;

/// What the file of a ref holds (gitrepository-layout(5)): an id, or `ref: `
/// and a name.  Old versions of git made links for symbolic refs.  Nothing
/// where there is no such file.  Throws Error where it holds anything else.
std::optional<LooseRef> ReadLooseRef(const std::string& path);

}  // namespace commitgate
