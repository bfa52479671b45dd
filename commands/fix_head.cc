// SPDX-License-Identifier: MIT
#include "commands/fix_head.h"

#include <fmt/core.h>

#include <filesystem>
#include <string>

#include "commands/head_commit.h"
#include "commands/output.h"
#include "commands/repair_words.h"
#include "commands/repairs.h"
#include "validator/error.h"
#include "validator/git/run_git.h"

namespace commitgate {
namespace {

void RefuseRebase() {
  const auto run = RunGit(
      {"rev-parse", "--git-path", "rebase-merge", "--git-path", "rebase-apply"},
      GitComplaints::kDropped);
  if (!run || !run->succeeded)
    throw Error("amending HEAD: git does not tell what is under way");
  std::error_code error;
  for (std::string_view rest = run->output; !rest.empty();)
    if (std::filesystem::exists(TakeLine(rest), error))
      throw Error("amending HEAD: a rebase is under way");
}

}  // namespace

ExitStatus FixHead(const FixOptions& options) {
  const Repository repository = options.place.OpenRepository();
  if (!repository.WorkTree())
    throw Error("amending HEAD: a bare repository is no place to commit");
  if (!options.in_rebase)
    RefuseRebase();
  const HeadCommit head(repository);
  const Repaired repaired =
      Repairs::OfCommits(options, repository).Of(head.commit());
  std::string text;
  if (repaired.IsChanged())
    text = DescribeRepair(
        head.commit(), repaired,
        fmt::format("repaired, is now {}", head.Amend(repaired.text).Hex()));
  Output output;
  output.Write(text + DescribeRest(repaired));
  output.Finish();
  return NeedsSomebody(repaired) ? ExitStatus::kRejected
                                 : ExitStatus::kAccepted;
}

}  // namespace commitgate
