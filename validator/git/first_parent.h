// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "validator/git/object_id.h"

namespace commitgate {

/// The first parent that a raw commit object names; nothing where it has none.
/// It is not there behind a shallow boundary.  Throws Error: malformed.
std::optional<ObjectId> FirstParent(std::string_view object);

}  // namespace commitgate
