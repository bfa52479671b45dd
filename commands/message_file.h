// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "hooks/environment.h"
#include "validator/git/config.h"
#include "validator/message/commit.h"

namespace commitgate {

/// The commit that git is about to make of the message file at `path`, judged
/// as it will be stored: author, merge and cleanup as far as the environment of
/// a commit-msg hook tells.  `cleanup` overrides what was found out.  Throws
/// Error where the file cannot be read.
Commit ReadMessageFile(const std::string& path,
                       std::optional<CleanupMode> cleanup,
                       const Environment& environment, const GitConfig& config);

}  // namespace commitgate
