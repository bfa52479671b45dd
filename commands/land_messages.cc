// SPDX-License-Identifier: MIT
#include "commands/land_messages.h"

#include <fmt/core.h>

#include <algorithm>

#include "hooks/clock.h"
#include "hooks/push/wording.h"
#include "validator/engine/judge.h"
#include "validator/message/printable.h"
#include "validator/message/shell_word.h"
#include "validator/people/roster.h"
#include "validator/report/format.h"

namespace commitgate {
namespace {

using Answer = LandCheck::Answer;

}  // namespace

LandCheck JudgeSeries(const Series& series, const Policy& policy, Views views,
                      std::string& reports) {
  views.now = ReadClock().wall / kSecond;
  const auto writer = FindFormat("text")->make({
      .policy = policy,
      .stage = Stage::kLanding,
      .quiet = true,
  });
  Summary summary;
  for (const auto& [id, commit] : series.commits) {
    const Verdict verdict = Judge(commit, policy, Stage::kLanding, views);
    summary.Add(verdict);
    writer->Commit(commit, verdict, reports);
  }
  const std::string all = Counted(summary.commits, "commit");
  if (summary.errors > 0)
    return {Answer::kUnknown, "messages",
            fmt::format("{} of {} could not be judged", summary.errors, all)};
  if (summary.rejected > 0)
    return {Answer::kNo, "messages",
            fmt::format("{} of {} rejected, see above", summary.rejected, all)};
  if (summary.warned > 0)
    return {Answer::kYes,
            "messages",
            fmt::format("{}, {} with warnings", all, summary.warned),
            {Printable(fmt::format("commitgate check {}..{}",
                                   ShellWord(series.base_name),
                                   ShellWord(series.tip_name)))}};
  return {Answer::kYes, "messages", all};
}

LandCheck CheckRoster(const Policy& policy, const Views& views) {
  if (!views.roster)
    return {Answer::kYes, "roster", "the policy names none"};
  const auto count = std::ranges::count_if(
      views.roster->members(),
      [](const Member& member) { return member.IsIn(kCollaborators); });
  return {Answer::kYes, "roster",
          fmt::format("{} has {}", Printable(policy.people.roster),
                      Counted(static_cast<size_t>(count), "collaborator"))};
}

}  // namespace commitgate
