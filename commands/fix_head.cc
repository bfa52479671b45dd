// SPDX-License-Identifier: MIT
#include "commands/fix_head.h"

#include <fmt/core.h>

#include <string>

#include "commands/head_commit.h"
#include "commands/output.h"
#include "commands/repair_words.h"
#include "commands/repairs.h"
#include "validator/error.h"

namespace commitgate {

ExitStatus FixHead(const FixOptions& options) {
  const Repository repository = options.place.OpenRepository();
  if (!repository.WorkTree())
    throw Error("amending HEAD: a bare repository is no place to commit");
  const HeadCommit head(repository, options.in_rebase
                                        ? HeadCommit::InRebase::kAlways
                                        : HeadCommit::InRebase::kNever);
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
