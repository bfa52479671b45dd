// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "commands/command.h"
#include "commands/fix_head.h"
#include "commands/fix_message_file.h"
#include "commands/fix_options.h"
#include "commands/output.h"
#include "commands/rebase_plan.h"
#include "commands/repair_words.h"
#include "commands/repairs.h"
#include "commands/revision_source.h"
#include "hooks/file.h"
#include "validator/error.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

using Outcome = FixOptions::Outcome;

void Print(std::string_view text) {
  Output output;
  output.Write(text);
  output.Finish();
}

/// Tells of one commit after the other, and at the end whether all was well.
class Teller {
 public:
  Teller(const Repairs& repairs, Outcome outcome)
      : repairs_(repairs), outcome_(outcome) {}

  void TellOf(const UnjudgedCommit& unjudged, const Commit& commit) {
    try {
      if (!unjudged.error.empty())
        throw Error(unjudged.error);
      const Repaired repaired = repairs_.Of(commit);
      is_all_well_ =
          is_all_well_ && !repaired.IsChanged() && !NeedsSomebody(repaired);
      output_.Write(DescribeOutcome(commit, repaired, outcome_));
      if (outcome_ == Outcome::kDiff)
        complaints_.Write(SummarizeRest(repaired));
    } catch (const Error& error) {
      is_undecided_ = true;
      output_.Write(fmt::format("{}\n  could not be looked at: {}\n",
                                Printable(unjudged.commit.id),
                                Printable(error.what())));
    }
  }

  ExitStatus Finish() {
    output_.Finish();
    complaints_.Finish();
    if (is_undecided_)
      return ExitStatus::kUndecided;
    return is_all_well_ ? ExitStatus::kAccepted : ExitStatus::kRejected;
  }

 private:
  const Repairs& repairs_;
  const Outcome outcome_;
  Output output_;
  /// What is no part of a diff.
  Output complaints_ = Output::StandardError();
  bool is_all_well_ = true;
  bool is_undecided_ = false;
};

ExitStatus TellOfRevisions(const FixOptions& options) {
  const Repository repository = options.place.OpenRepository();
  const Repairs repairs = Repairs::OfCommits(options, repository);
  std::vector<std::string> revisions = options.revisions;
  if (revisions.empty())
    revisions.push_back("HEAD");
  size_t next = 0;
  RevisionSource source(repository, Reach::kCommit,
                        [&]() -> std::optional<std::string> {
                          if (next == revisions.size())
                            return std::nullopt;
                          return revisions[next++];
                        });
  Teller teller(repairs, options.outcome);
  while (auto unjudged = source.Next()) {
    Commit commit;
    if (unjudged->object)
      commit =
          ParseStoredCommit(unjudged->commit.id, std::move(*unjudged->object));
    teller.TellOf(*unjudged, commit);
  }
  return teller.Finish();
}

/// A message on its way through: told is nothing, and no exit status stops
/// whoever runs this.
ExitStatus PassOn(const FixOptions& options, const Environment& environment) {
  const Repairs repairs =
      Repairs::OfMessages(options, environment, GitConfig::Read("."));
  const std::string text = ReadStandardInput();
  const Commit commit = MakeCommit("message", text);
  const Repaired repaired = repairs.Of(commit);
  if (options.outcome == Outcome::kDiff)
    Print(DescribeChange(commit, repaired));
  else
    Print(repaired.IsChanged() ? repaired.text : text);
  return ExitStatus::kAccepted;
}

}  // namespace

ExitStatus RunFix(const Invocation& invocation) {
  auto read = ReadFixArguments(invocation.arguments);
  if (const auto* status = std::get_if<ExitStatus>(&read))
    return *status;
  auto& options = std::get<FixOptions>(read);
  options.place.Enter(invocation.environment);
  if (options.message_file)
    return FixMessageFile(options, invocation.environment);
  if (options.IsFilter())
    return PassOn(options, invocation.environment);
  if (options.outcome == Outcome::kWrite)
    return FixHead(options);
  if (!options.plan)
    return TellOfRevisions(options);
  Print(MakeRebasePlan(options, options.place.OpenRepository()));
  return ExitStatus::kAccepted;
}

}  // namespace commitgate
