// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "hooks/environment.h"
#include "validator/git/config.h"
#include "validator/message/commit.h"

namespace commitgate {

/// The commit that git is about to make of the message file at `path`, judged
/// as it will be stored: charset, author, merge and cleanup as far as the
/// environment of a commit-msg hook tells.  `mode` overrides what was found
/// out. Nothing where git will give up the commit by itself: the message is
/// empty, or a template that nobody has edited.  Throws Error where the file
/// cannot be read.
std::optional<Commit> ReadMessageFile(const std::string& path,
                                      std::optional<CleanupMode> mode,
                                      const Environment& environment,
                                      const GitConfig& config);

}  // namespace commitgate
