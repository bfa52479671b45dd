// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/output.h"
#include "commands/owners_file.h"
#include "commands/owners_report.h"
#include "commands/place.h"
#include "commands/revision_source.h"
#include "hooks/policy_source.h"
#include "validator/engine/project_path.h"
#include "validator/error.h"
#include "validator/git/changed_paths.h"

namespace commitgate {
namespace {

namespace fs = std::filesystem;

/// What the command is asked to do.
struct Options {
  Place place;
  /// The owners file; empty: to be found.
  std::string owners;
  std::vector<std::string> revisions_or_paths;
  /// Those behind `--`.
  std::vector<std::string> paths;
};

/// Takes what stands behind `--` off the end of `arguments`.
std::vector<std::string> TakePaths(std::vector<std::string>& arguments) {
  const auto dashes = std::ranges::find(arguments, "--");
  if (dashes == arguments.end())
    return {};
  std::vector<std::string> paths(dashes + 1, arguments.end());
  arguments.erase(dashes, arguments.end());
  return paths;
}

std::optional<ExitStatus> Parse(const Invocation& invocation,
                                Options& options) {
  CommandLine line{"Tells whom to ask about commits or paths.",
                   "commitgate owners"};
  line.AddOption("what", options.revisions_or_paths,
                 "a commit, a range or a path; HEAD if all is left out, paths "
                 "only behind --")
      .TypeName("REV|PATH");
  options.place.AddOptions(line);
  line.AddOption("--owners", options.owners, "the owners file")
      .TypeName("FILE");
  std::vector<std::string> arguments = invocation.arguments;
  options.paths = TakePaths(arguments);
  if (const auto status = line.Parse(std::move(arguments)))
    return status;
  if (options.revisions_or_paths.empty() && options.paths.empty())
    options.revisions_or_paths.emplace_back("HEAD");
  return std::nullopt;
}

/// All of it, a folder or a file of it.
bool LeadsInside(std::string_view path) {
  if (path.ends_with('/'))
    path.remove_suffix(1);
  return path == "." || IsProjectPath(path);
}

/// Makes a question of the arguments.
class Questioner {
 public:
  Questioner(const LazyRepository& repository,
             std::optional<std::string> work_tree)
      : repository_(repository), work_tree_(std::move(work_tree)) {}

  void AskAboutPath(const std::string& path) {
    std::string name = FromTop(path).generic_string();
    if (!LeadsInside(name))
      throw Error(
          fmt::format("looking for the owners of '{}': it is outside "
                      "of the project",
                      path));
    std::error_code error;
    if (!name.ends_with('/') && fs::is_directory(path, error))
      name += '/';
    question_.paths.insert(std::move(name));
  }

  /// A revision goes before a path of the same name.
  void AskAbout(const std::string& revision_or_path) {
    try {
      AskAboutRevision(revision_or_path, repository_.Get());
    } catch (const Error&) {
      std::error_code error;
      if (!fs::exists(fs::symlink_status(revision_or_path, error)))
        throw;
      AskAboutPath(revision_or_path);
    }
  }

  const OwnersQuestion& question() const { return question_; }

 private:
  void AskAboutRevision(const std::string& revision,
                        const Repository& repository) {
    std::optional<std::string> next = revision;
    RevisionSource source(repository, Reach::kCommit,
                          [&] { return std::exchange(next, std::nullopt); });
    while (auto unjudged = source.Next()) {
      if (!unjudged->error.empty())
        throw Error(fmt::format("looking for the owners of '{}': {}",
                                unjudged->commit.id, unjudged->error));
      AskAboutCommit(
          ParseStoredCommit(unjudged->commit.id, *std::move(unjudged->object)),
          repository);
    }
  }

  void AskAboutCommit(const Commit& commit, const Repository& repository) {
    for (const std::string_view name : commit.message.title.subsystems)
      question_.subsystems.emplace(name);
    for (TreeChange& change :
         ChangedPaths(repository, *ObjectId::FromHex(commit.id)))
      question_.paths.insert(std::move(change.path));
  }

  fs::path FromTop(const std::string& path) const {
    if (!work_tree_)
      return fs::path(path).lexically_normal();
    std::error_code error;
    return (fs::current_path(error) / path)
        .lexically_normal()
        .lexically_proximate(fs::canonical(*work_tree_, error));
  }

  const LazyRepository& repository_;
  const std::optional<std::string> work_tree_;
  OwnersQuestion question_;
};

ExitStatus Say(const std::string& text, ExitStatus status) {
  Output output;
  output.Write(text);
  output.Finish();
  return status;
}

}  // namespace

ExitStatus RunOwners(const Invocation& invocation) {
  Options options;
  if (const auto status = Parse(invocation, options))
    return *status;
  options.place.Enter(invocation.environment);
  const LazyRepository repository(
      [&] { return options.place.OpenRepository(); });
  const auto owners = FindOwners(options.owners, options.place,
                                 invocation.environment, repository);
  if (!owners)
    return Say("there is no owners file, see OWNERS in commitgate-policy(5)\n",
               ExitStatus::kRejected);
  Questioner questioner(repository, FindWorkTree(invocation.environment));
  for (const std::string& argument : options.revisions_or_paths)
    questioner.AskAbout(argument);
  for (const std::string& path : options.paths)
    questioner.AskAboutPath(path);
  const std::string report = ReportOwners(*owners, questioner.question());
  if (report.empty())
    return Say("nobody is named for this\n", ExitStatus::kRejected);
  return Say(report, ExitStatus::kAccepted);
}

}  // namespace commitgate
