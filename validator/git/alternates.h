// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <vector>

#include "validator/git/repository.h"

namespace commitgate {

/// The folder `objects`, and those that its `info/alternates` names and theirs
/// (gitrepository-layout(5)), each once and in git's order.  One that is not
/// there is passed over, as git does.
std::vector<std::filesystem::path> ObjectFolders(
    const std::filesystem::path& objects);

/// The same for a hook: those of the quarantine come first, then those of the
/// repository.  Relative paths in `quarantine` are below `git_dir`.
std::vector<std::filesystem::path> ObjectFolders(
    const std::filesystem::path& objects, const Quarantine& quarantine,
    const std::filesystem::path& git_dir);

}  // namespace commitgate
