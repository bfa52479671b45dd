// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "validator/git/git2_handle.h"

namespace commitgate {

// For validator/git/*.cc only.

/// What a configuration file says, with its includes, as libgit2 reads it and
/// as `git config -z --list` prints it.  Empty where there is none.  Includes
/// may hang on the repository, if one is given.  Throws Error.
std::string ListConfigByGit2(const std::string& path,
                             git_repository* repository);

}  // namespace commitgate
