// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "validator/git/repository.h"

namespace commitgate {

// The file `packed-refs`: a line `<id> SP <name>` a ref, perhaps with a line
// `^<id>` behind it, and comments.

/// The ref of this name in the file's `content`; by bisection where the file
/// says that it is sorted.  Throws Error where a line is malformed that it
/// comes across.
std::optional<ObjectId> FindPackedRef(std::string_view content,
                                      std::string_view name);

/// All of them, as the file has them.  Throws Error where it is malformed.
std::vector<Ref> ParsePackedRefs(std::string_view content);

}  // namespace commitgate
