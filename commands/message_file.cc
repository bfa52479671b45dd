// SPDX-License-Identifier: MIT
#include "commands/message_file.h"

#include <filesystem>

#include "commands/file.h"
#include "hooks/ancestor.h"
#include "hooks/commit_cleanup.h"

namespace commitgate {
namespace {

Cleanup FindCleanup(const std::string& file, std::optional<CleanupMode> mode,
                    const Environment& environment, const GitConfig& config) {
  Cleanup cleanup{.comment = CommentString(file, config)};
  if (!mode && RunsInCommitHook(environment))
    cleanup =
        CleanupInCommitHook(file, environment, config, FindAncestor("git"));
  if (mode)
    cleanup.mode = *mode;
  return cleanup;
}

/// While git merges, the other parents stand in MERGE_HEAD beside the message.
bool IsMerging(const std::string& path) {
  std::error_code error;
  return std::filesystem::exists(
      std::filesystem::path(path).parent_path() / "MERGE_HEAD", error);
}

}  // namespace

Commit ReadMessageFile(const std::string& path,
                       std::optional<CleanupMode> cleanup,
                       const Environment& environment,
                       const GitConfig& config) {
  const std::string file = ReadFile(path);
  Commit commit =
      MakeCommit(path, file, FindCleanup(file, cleanup, environment, config));
  if (!RunsInCommitHook(environment))
    return commit;
  if (IsMerging(path))
    commit.parents = 2;
  const auto name = environment.Get("GIT_AUTHOR_NAME");
  const auto email = environment.Get("GIT_AUTHOR_EMAIL");
  if (name && email)
    SetAuthor(commit, *name, *email);
  return commit;
}

}  // namespace commitgate
