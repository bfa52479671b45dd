// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
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

/// Whether it is the last commit that is made anew.
bool IsAmending(const std::optional<Ancestor>& git);

/// The path of the template that git has put into the message file: of `-t`, or
/// of `commit.template`.
std::optional<std::string> FindTemplate(const Environment& environment,
                                        const GitConfig& config,
                                        const std::optional<Ancestor>& git);

/// Whether `message` is `untouched`, the template, with nothing but sign-offs
/// behind it: git then gives up the commit.  Both as cleaned up.
bool IsUntouched(std::span<const Line> message,
                 std::span<const Line> untouched);

/// The configured comment string; `file` is asked where it is "auto".
std::string CommentString(std::string_view file, const GitConfig& config);

}  // namespace commitgate
