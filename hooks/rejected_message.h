// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "validator/git/config.h"
#include "validator/message/commit.h"

namespace commitgate {

/// Saves the message of a commit that is refused beside git's own message file
/// at `path`, which the next commit overwrites.  Returns lines for people: the
/// command that brings it back into an editor, or why it could not be saved.
std::string KeepRejectedMessage(const std::string& path, const Commit& commit,
                                const GitConfig& config);

}  // namespace commitgate
