// SPDX-License-Identifier: MIT
#include "commands/head_commit.h"

#include <fmt/core.h>

#include <filesystem>

#include "commands/storable.h"
#include "hooks/file.h"
#include "hooks/replace_file.h"
#include "validator/error.h"
#include "validator/git/commit_links.h"
#include "validator/git/run_git.h"
#include "validator/repair/text_lines.h"

namespace commitgate {
namespace {

bool GitKnows(const std::string& revision) {
  const auto run = RunGit({"rev-parse", "--verify", "--quiet", revision},
                          GitComplaints::kDropped);
  if (!run)
    throw Error("amending HEAD: there is no git");
  return run->succeeded;
}

using InRebase = HeadCommit::InRebase;

/// Whether the step that a rebase came to last is to run a command.  Of the
/// kinds of rebase only one has steps, and lists those done.
bool IsAtCommand(const std::filesystem::path& rebase) {
  std::error_code error;
  const auto list = rebase / "done";
  if (!std::filesystem::exists(list, error))
    return false;
  const std::string done = ReadFile(list);
  std::string_view last;
  for (std::string_view rest = done; !rest.empty();)
    if (const std::string_view step = TakeLine(rest); !step.empty())
      last = step;
  return last.starts_with("exec ") || last.starts_with("x ");
}

void RefuseRebase(InRebase allowed) {
  if (allowed == InRebase::kAlways)
    return;
  const auto run = RunGit(
      {"rev-parse", "--git-path", "rebase-merge", "--git-path", "rebase-apply"},
      GitComplaints::kDropped);
  if (!run || !run->succeeded)
    throw Error("amending HEAD: git does not tell what is under way");
  std::error_code error;
  for (std::string_view rest = run->output; !rest.empty();) {
    const std::filesystem::path rebase = TakeLine(rest);
    if (!std::filesystem::exists(rebase, error))
      continue;
    if (allowed == InRebase::kNever || !IsAtCommand(rebase))
      throw Error("amending HEAD: a rebase is under way");
  }
}

ObjectId FindHead(const Repository& repository, InRebase allowed) {
  if (!GitKnows("HEAD^{commit}"))
    throw Error("amending HEAD: it has no commit yet, or git does not show it");
  if (GitKnows("MERGE_HEAD"))
    throw Error("amending HEAD: a merge is under way");
  RefuseRebase(allowed);
  return repository.ResolveCommit("HEAD");
}

/// The message as it is in the object, behind the headers.
std::string_view StoredMessage(const Bytes& object) {
  const size_t end_of_headers = View(object).find("\n\n");
  if (end_of_headers == std::string_view::npos)
    return "";
  return View(object).substr(end_of_headers + 2);
}

/// Whether two commits have the same files and the same parents.
bool AreAtOnePlace(const Repository& repository, const ObjectId& a,
                   const ObjectId& b) {
  const auto links = [&](const ObjectId& id) {
    return ReadLinks(View(repository.ReadCommit(id)));
  };
  const auto links_of_a = links(a);
  const auto links_of_b = links(b);
  return links_of_a && links_of_b &&
         links_of_a->parents == links_of_b->parents &&
         repository.TreeOf(a) == repository.TreeOf(b);
}

}  // namespace

HeadCommit::HeadCommit(const Repository& repository, InRebase allowed)
    : repository_(repository),
      id_(FindHead(repository, allowed)),
      commit_(ParseStoredCommit(id_.Hex(), repository.ReadCommit(id_))) {
  if (commit_.undecodable)
    throw Error("amending HEAD: the charset of its message is not known");
  RequireStorable(TextOf(commit_.message), "amending HEAD");
}

ObjectId HeadCommit::Amend(std::string_view message) const {
  RequireStorable(message, "amending HEAD");
  const TemporaryFile file(message);
  const ObjectId now = repository_.ResolveCommit("HEAD");
  if (now != id_)
    throw Error(fmt::format("amending HEAD: it was {}, and is {} by now",
                            id_.Hex(), now.Hex()));
  // What is in the index waits for a commit of its own.  A verbose commit cuts
  // the message off at a scissors line, whatever the cleanup.
  const auto run =
      RunGit({"-c", "i18n.commitEncoding=UTF-8", "-c", "commit.verbose=false",
              "commit", "--quiet", "--amend", "--only", "--allow-empty",
              "--cleanup=verbatim", "-F", file.path()},
             GitComplaints::kShown);
  if (!run || !run->succeeded)
    throw Error("amending HEAD: git commit failed");
  const ObjectId amended = repository_.ResolveCommit("HEAD");
  // A hook may have changed it, or somebody else HEAD meanwhile.
  if (!AreAtOnePlace(repository_, id_, amended))
    throw Error(fmt::format(
        "amending HEAD: it was {}, and {} has other files or parents",
        id_.Hex(), amended.Hex()));
  if (StoredMessage(repository_.ReadCommit(amended)) != message)
    throw Error(fmt::format(
        "amending HEAD: it was {}, and {} has another message than was wanted",
        id_.Hex(), amended.Hex()));
  return amended;
}

}  // namespace commitgate
