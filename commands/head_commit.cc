// SPDX-License-Identifier: MIT
#include "commands/head_commit.h"

#include "hooks/replace_file.h"
#include "validator/error.h"
#include "validator/git/run_git.h"

namespace commitgate {
namespace {

bool GitKnows(const std::string& revision) {
  const auto run = RunGit({"rev-parse", "--verify", "--quiet", revision},
                          GitComplaints::kDropped);
  if (!run)
    throw Error("amending HEAD: there is no git");
  return run->succeeded;
}

ObjectId FindHead(const Repository& repository) {
  if (!GitKnows("HEAD^{commit}"))
    throw Error("amending HEAD: it has no commit yet, or git does not show it");
  if (GitKnows("MERGE_HEAD"))
    throw Error("amending HEAD: a merge is under way");
  return repository.ResolveCommit("HEAD");
}

}  // namespace

HeadCommit::HeadCommit(const Repository& repository)
    : repository_(repository),
      id_(FindHead(repository)),
      commit_(ParseCommitObject(id_.Hex(), repository.ReadCommit(id_))) {
  if (commit_.undecodable)
    throw Error("amending HEAD: the charset of its message is not known");
}

ObjectId HeadCommit::Amend(std::string_view message) const {
  const TemporaryFile file(message);
  // What is in the index waits for a commit of its own.
  const auto run = RunGit(
      {"-c", "i18n.commitEncoding=UTF-8", "commit", "--quiet", "--amend",
       "--only", "--allow-empty", "--cleanup=verbatim", "-F", file.path()},
      GitComplaints::kShown);
  if (!run || !run->succeeded)
    throw Error("amending HEAD: git commit failed");
  return repository_.ResolveCommit("HEAD");
}

}  // namespace commitgate
