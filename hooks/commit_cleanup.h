// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "hooks/ancestor.h"
#include "hooks/environment.h"
#include "validator/git/config.h"
#include "validator/message/cleanup.h"

namespace commitgate {

/// Whether git runs this process, or a script above it, as a hook of a commit:
/// it exports GIT_INDEX_FILE to those (git-commit's run_commit_hook()).
bool RunsInCommitHook(const Environment& environment);

/// How git will clean up the message file of a commit that it is making, as far
/// as it can be known from a hook.  `git` is the `git commit` above, if it can
/// be seen: only its arguments tell of `--cleanup` and `-v`, and that an editor
/// called `:` was in fact used.
Cleanup CleanupInCommitHook(std::string_view file,
                            const Environment& environment,
                            const GitConfig& config,
                            const std::optional<Ancestor>& git);

/// The configured comment string; `file` is asked where it is "auto".
std::string CommentString(std::string_view file, const GitConfig& config);

}  // namespace commitgate
