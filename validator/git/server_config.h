// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "validator/git/config.h"

namespace commitgate {

/// The configuration that a server hook may trust: the system's file, then the
/// repository's with its includes.  Not the user's, not GIT_CONFIG_* and not
/// `git -c`, which can be a pusher's.  Read through libgit2, without running
/// git.  Throws Error where a file is there and cannot be read.
GitConfig ReadServerConfig(const std::string& git_dir);

}  // namespace commitgate
