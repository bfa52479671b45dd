// SPDX-License-Identifier: MIT
#include "validator/git/awaited_config.h"

#include <fmt/core.h>

#include <utility>

#include "validator/error.h"

namespace commitgate {

AwaitedGitConfig::AwaitedGitConfig(std::string directory)
    : directory_(std::move(directory)),
      git_({"-C", directory_, "config", "-z", "--list"},
           GitComplaints::kDropped) {}

GitConfig AwaitedGitConfig::Get() {
  const auto run = git_.Wait();
  if (!run)
    return {};
  if (!run->succeeded)
    throw Error(
        fmt::format("reading git's configuration: 'git config --list' "
                    "fails in '{}'",
                    directory_));
  return GitConfig::Parse(run->output);
}

}  // namespace commitgate
