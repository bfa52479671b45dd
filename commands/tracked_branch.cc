// SPDX-License-Identifier: MIT
#include "commands/tracked_branch.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "validator/error.h"
#include "validator/git/local_config.h"
#include "validator/git/run_git.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBranches = "refs/heads/";

/// What git prints, without the line feed at the end; empty where it fails.
std::string AskGit(const Repository& repository,
                   std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "--git-dir=" + repository.GitDir());
  std::optional<GitRun> run =
      RunGit(std::move(arguments), GitComplaints::kDropped);
  if (!run)
    throw Error("running git: there is no such program");
  if (!run->succeeded)
    return {};
  std::string output = std::move(run->output);
  if (output.ends_with('\n'))
    output.pop_back();
  return output;
}

/// The name of `followed` on the remote, by a refspec of its configuration;
/// empty where the refspec is not about it.
std::string NameThere(std::string_view refspec, std::string_view followed) {
  if (refspec.starts_with('+'))
    refspec.remove_prefix(1);
  const size_t colon = refspec.find(':');
  if (colon == refspec.npos)
    return {};
  const std::string_view there = refspec.substr(0, colon);
  const std::string_view here = refspec.substr(colon + 1);
  const size_t star = here.find('*');
  if (star == here.npos)
    return std::string(here == followed ? there : "");
  const std::string_view start = here.substr(0, star);
  const std::string_view end = here.substr(star + 1);
  const size_t star_there = there.find('*');
  if (star_there == there.npos || followed.size() < start.size() + end.size() ||
      !followed.starts_with(start) || !followed.ends_with(end))
    return {};
  followed.remove_prefix(start.size());
  followed.remove_suffix(end.size());
  return fmt::format("{}{}{}", there.substr(0, star_there), followed,
                     there.substr(star_there + 1));
}

/// `remote.<name>.fetch`
std::string RemoteOf(std::string_view key) {
  key.remove_prefix(std::string_view("remote.").size());
  key.remove_suffix(std::string_view(".fetch").size());
  return std::string(key);
}

std::vector<TrackedBranch> FollowedBy(const Repository& repository,
                                      const std::string& ref) {
  const LocalConfig config(repository.GitDir());
  const std::vector<std::string> keys =
      config.NamesInForce("^remote\\..+\\.fetch$");
  std::vector<TrackedBranch> found;
  for (const std::string& key : std::set(keys.begin(), keys.end()))
    for (const std::string& refspec : config.InForce(key)) {
      TrackedBranch branch{RemoteOf(key), NameThere(refspec, ref)};
      if (branch.ref.starts_with(kBranches) &&
          std::ranges::count(found, branch) == 0)
        found.push_back(std::move(branch));
    }
  return found;
}

/// The path of a repository on this machine, as git tells it from other URLs.
std::optional<fs::path> PathOf(std::string_view url) {
  constexpr std::string_view kFile = "file://";
  if (url.starts_with(kFile)) {
    url.remove_prefix(kFile.size());
    const bool is_plain = url.starts_with('/') && url.find('%') == url.npos;
    return is_plain ? std::optional<fs::path>(url) : std::nullopt;
  }
  if (url.empty() || url.find(':') < url.find('/'))
    return std::nullopt;
  return fs::path(url);
}

/// The folder of the repository itself, in the order in which git looks.
std::string GitDirAt(const fs::path& path) {
  for (const fs::path& folder :
       {path / ".git", path, fs::path(path.string() + ".git")}) {
    std::error_code error;
    if (fs::is_regular_file(folder / "HEAD", error))
      return folder;
  }
  throw Error(fmt::format("opening '{}': there is no repository",
                          Printable(path.string())));
}

}  // namespace

std::string TrackedBranch::Name() const {
  return ref.substr(kBranches.size());
}

Tracking FindTracked(const Repository& repository,
                     const std::string& revision) {
  const std::string name = Printable(revision);
  // Nothing that git could take for an option.
  const std::string ref =
      revision.starts_with('-')
          ? ""
          : AskGit(repository, {"rev-parse", "--symbolic-full-name", revision});
  if (ref.empty())
    return {.why_not = fmt::format("'{}' is no branch", name)};
  std::vector<TrackedBranch> found = FollowedBy(repository, ref);
  if (found.size() == 1)
    return {.branch = std::move(found.front())};
  if (found.empty())
    return {.why_not = fmt::format("'{}' follows no branch of a remote", name)};
  return {.why_not = fmt::format("'{}' may be a branch of '{}' or of '{}'",
                                 name, Printable(found[0].remote),
                                 Printable(found[1].remote))};
}

std::optional<Repository> OpenRemote(const Repository& repository,
                                     const std::string& remote) {
  const std::string url = AskGit(
      repository, {"remote", "get-url", "--push", "--all", "--", remote});
  if (url.find('\n') != url.npos)
    return std::nullopt;
  const std::optional<fs::path> path = PathOf(url);
  if (!path)
    return std::nullopt;
  // Git goes to the top of the work tree first.
  const fs::path top = repository.WorkTree().value_or(repository.GitDir());
  return Repository::Open(".", GitDirAt(top / *path));
}

}  // namespace commitgate
