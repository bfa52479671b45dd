// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "validator/git/git2_handle.h"

namespace commitgate {

/// Where `repository` has its own objects.  Throws Error.
std::string OwnObjects(git_repository* repository);

/// A database of the objects in `folders`: packs as libgit2 reads them, loose
/// objects as LooseBackend does.  Throws Error.
OdbHandle OpenObjectDatabase(const std::vector<std::filesystem::path>& folders);

}  // namespace commitgate
