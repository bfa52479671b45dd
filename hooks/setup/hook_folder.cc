// SPDX-License-Identifier: MIT
#include "hooks/setup/hook_folder.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>

#include "validator/error.h"

namespace commitgate {
namespace {

using Path = std::filesystem::path;

/// Whether `path` is in `folder`, or it.  Symbolic links are followed.
bool IsWithin(const Path& path, const Path& folder) {
  const Path inner = std::filesystem::weakly_canonical(path);
  const Path outer = std::filesystem::weakly_canonical(folder / ".");
  const auto common = std::ranges::mismatch(outer, inner);
  return common.in1 == outer.end() ||
         (std::next(common.in1) == outer.end() && common.in1->empty());
}

}  // namespace

HookFolder FindHookFolder(const LocalConfig& config, const std::string& git_dir,
                          const std::string& runs_in) {
  const auto configured = config.PathInForce("core.hooksPath");
  if (!configured)
    return {.path = (Path(git_dir) / "hooks").string()};
  const Path path = (Path(runs_in) / *configured).lexically_normal();
  return {.path = path.string(),
          .configured = true,
          .is_own = IsWithin(path, git_dir)};
}

std::string HookIn(const HookFolder& folder, const std::string& name) {
  return (Path(folder.path) / name).string();
}

void RequireOwn(const HookFolder& folder) {
  if (!folder.is_own)
    throw Error(fmt::format(
        "installing hooks: git looks for them in '{}' (core.hooksPath), which "
        "is not in the repository; let the hooks there call 'commitgate hook "
        "NAME', or unset core.hooksPath",
        folder.path));
}

}  // namespace commitgate
