// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/land_check.h"
#include "commands/land_gone.h"
#include "commands/land_messages.h"
#include "commands/land_policy.h"
#include "commands/land_unasked.h"
#include "commands/land_window.h"
#include "commands/output.h"
#include "commands/place.h"
#include "commands/series.h"
#include "commands/tracked_branch.h"
#include "hooks/project/project.h"
#include "hooks/push/wording.h"
#include "validator/engine/judge.h"
#include "validator/error.h"
#include "validator/message/printable.h"
#include "validator/message/shell_word.h"

namespace commitgate {
namespace {

using Answer = LandCheck::Answer;

/// Goes through the questions one after the other.
class Landing {
 public:
  Landing(const Place& place, const Repository& repository,
          const Policy& policy, const std::string& range)
      : place_(place),
        repository_(repository),
        policy_(policy),
        series_(ReadSeries(repository, range)),
        tracking_(FindTracked(repository, series_.base_name)) {
    if (tracking_.branch)
      ref_policy_ = policy.push.Find(tracking_.branch->ref);
  }

  void Run() {
    if (series_.base == series_.tip)
      return;
    CheckMessages();
    checks_.push_back(CheckFixups(series_));
    if (auto gone = CheckGone(repository_, series_)) {
      is_rewrite_ = gone->answer == Answer::kDoubtful;
      checks_.push_back(*std::move(gone));
    }
    CheckTheServer();
    const bool takes_merges =
        ref_policy_ && ref_policy_->merges == RefPolicy::Merges::kAllow;
    checks_.push_back(CheckOrder(series_, takes_merges));
    checks_.push_back(CheckPullRequests(series_));
    CheckUnasked();
  }

  std::string Text() const;
  ExitStatus Status() const;

 private:
  bool Has(Answer answer) const {
    return std::ranges::count(checks_, answer, &LandCheck::answer) > 0;
  }

  void CheckMessages();
  void CheckTheServer();
  void CheckUnasked();
  void CheckServerAt(const TrackedBranch& branch, Repository remote);
  void AddWindow(LandCheck check);
  std::string PushLine() const;

  const Place& place_;
  const Repository& repository_;
  const Policy& policy_;
  const Series series_;
  const Tracking tracking_;
  /// Of the branch; null where it is not known.
  const RefPolicy* ref_policy_ = nullptr;
  /// Of the remote, where that is on this machine.
  std::optional<Served> server_;
  std::vector<LandCheck> checks_;
  /// Commits of the branch go, and each has one that takes its place.
  bool is_rewrite_ = false;
  bool is_window_open_ = false;
  /// What is wrong with the messages, as `check` tells it.
  std::string reports_;
};

void Landing::CheckMessages() {
  const Needs needs =
      NeedsOf(policy_, Stage::kLanding) | static_cast<Needs>(Need::kRoster);
  try {
    const Project project = Project::OfWorkTree(policy_, needs, repository_);
    checks_.push_back(JudgeSeries(series_, policy_, project.views(), reports_));
    checks_.push_back(CheckRoster(policy_, project.views()));
  } catch (const Error& error) {
    checks_.push_back({Answer::kUnknown,
                       "messages",
                       "they cannot be judged",
                       {Printable(error.what())}});
  }
}

/// What only the branch of the remote can answer.
void Landing::CheckTheServer() {
  if (!tracking_.branch) {
    checks_.push_back({Answer::kUnknown,
                       "branch",
                       tracking_.why_not,
                       {"name a range that begins with a branch of a remote, "
                        "such as 'origin/main..HEAD'"}});
    return;
  }
  const TrackedBranch& branch = *tracking_.branch;
  try {
    if (auto remote = OpenRemote(repository_, branch.remote))
      return CheckServerAt(branch, *std::move(remote));
  } catch (const Error& error) {
    checks_.push_back({Answer::kUnknown, "remote", Printable(error.what())});
    return;
  }
  if (is_rewrite_)
    AddWindow(DescribeWindow(branch, ref_policy_));
}

void Landing::CheckServerAt(const TrackedBranch& branch, Repository remote) {
  server_ = Served::OfCommand(std::move(remote));
  ref_policy_ = server_->policy.policy.push.Find(branch.ref);
  const LandCheck fresh = CheckFresh(series_, branch, server_->repository);
  checks_.push_back(fresh);
  if (is_rewrite_ && fresh.answer == Answer::kYes)
    AddWindow(AskWindow(repository_, series_, branch, *server_));
}

void Landing::AddWindow(LandCheck check) {
  is_window_open_ = check.answer == Answer::kYes;
  checks_.push_back(std::move(check));
}

/// What the server may ask for beyond all this.
void Landing::CheckUnasked() {
  if (ref_policy_)
    if (auto unasked = TellUnasked(*ref_policy_, tracking_.branch->ref))
      checks_.push_back(*std::move(unasked));
  if (!IsByDefault(place_, policy_))
    return;
  const Policy* const served = server_ ? &server_->policy.policy : nullptr;
  if (auto doubt = TellDefault(policy_, served))
    checks_.push_back(*std::move(doubt));
}

/// Whole names, for a tag of the remote may be called as a branch is.
std::string Landing::PushLine() const {
  const TrackedBranch& branch = *tracking_.branch;
  std::string line = "git push ";
  if (is_rewrite_)
    line += ShellWord(fmt::format("--force-with-lease={}:{}", branch.ref,
                                  series_.base.Hex())) +
            ' ';
  line += ShellWord(branch.remote) + ' ' +
          ShellWord(series_.tip.Hex() + ':' + branch.ref);
  return Printable(line);
}

std::string Landing::Text() const {
  if (series_.base == series_.tip)
    return fmt::format("nothing to push: {} is {}\n",
                       Printable(series_.tip_name),
                       Printable(series_.base_name));
  std::string text = reports_;
  if (!text.empty())
    text += '\n';
  text += fmt::format("{} from {} to {}{}\n",
                      Counted(series_.commits.size(), "commit"),
                      Printable(series_.base_name), Printable(series_.tip_name),
                      is_rewrite_ ? ", a rewrite" : "");
  for (const LandCheck& check : checks_)
    text += LinesOf(check);
  if (!tracking_.branch || Has(Answer::kNo))
    return text;
  if (is_rewrite_ && !is_window_open_)
    text += "only if the window allows it:\n";
  return text + PushLine() + '\n';
}

ExitStatus Landing::Status() const {
  if (Has(Answer::kNo))
    return ExitStatus::kRejected;
  return Has(Answer::kUnknown) ? ExitStatus::kUndecided : ExitStatus::kAccepted;
}

}  // namespace

ExitStatus RunLand(const Invocation& invocation) {
  CommandLine line{"Tells whether a series of commits could be pushed now.",
                   "commitgate land"};
  Place place;
  std::string range = kUpstream + std::string("..HEAD");
  line.AddOption(
          "range", range,
          "the commits: BRANCH..REV; @{upstream}..HEAD if it is left out")
      .TypeName("RANGE");
  place.AddOptions(line);
  if (const auto status = line.Parse(invocation.arguments))
    return *status;
  place.Enter(invocation.environment);
  const Repository repository = place.OpenRepository();
  const Policy policy = FindPolicy(place, repository);
  Landing landing(place, repository, policy, range);
  landing.Run();
  Output output;
  output.Write(landing.Text());
  output.Finish();
  return landing.Status();
}

}  // namespace commitgate
