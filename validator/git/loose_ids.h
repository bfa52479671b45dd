// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "validator/git/id_range.h"

namespace commitgate {

/// Adds the ids of the loose objects below `objects` that are in `range`, whose
/// ids all begin with the same byte.  False where a folder cannot be read.
bool AddLooseIds(const std::filesystem::path& objects, const IdRange& range,
                 FoundIds& found);

}  // namespace commitgate
