// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "hooks/ancestor.h"
#include "hooks/environment.h"
#include "validator/git/config.h"
#include "validator/message/commit.h"

namespace commitgate {

/// The file that a message is edited in, and who wants to commit it: all that
/// can be known before git's configuration is.
struct MessageFile {
  std::string path;
  /// As they are in the file.
  std::string bytes;
  bool is_in_hook = false;
  /// The git that runs the hook, where it can be seen.
  std::optional<Ancestor> git = {};
};

/// Throws Error where the file cannot be read.
MessageFile OpenMessageFile(const std::string& path,
                            const Environment& environment);

/// The commit that git is about to make of the file, judged as it will be
/// stored: charset, author, merge and cleanup as far as the environment of a
/// commit-msg hook tells.  `mode` overrides what was found out.  Nothing where
/// git will give up the commit by itself: the message is empty, or a template
/// that nobody has edited.
std::optional<Commit> ReadDraft(const MessageFile& file,
                                std::optional<CleanupMode> mode,
                                const Environment& environment,
                                const GitConfig& config);

/// Both.
std::optional<Commit> ReadMessageFile(const std::string& path,
                                      std::optional<CleanupMode> mode,
                                      const Environment& environment,
                                      const GitConfig& config);

}  // namespace commitgate
