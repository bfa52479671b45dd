// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "validator/git/config.h"

namespace commitgate {

/// Where git has the configuration of the machine, as distributions build it.
inline constexpr char kSystemConfig[] = "/etc/gitconfig";

/// The configuration that a server hook may trust: the system's file, then the
/// repository's with its includes.  Not the user's, not GIT_CONFIG_* and not
/// `git -c`, which can be a pusher's.  Read without running git.  Throws Error
/// where a file is there and cannot be read.  Tests name a `system_file` of
/// their own.
GitConfig ReadServerConfig(const std::string& git_dir,
                           const std::string& system_file = kSystemConfig);

}  // namespace commitgate
