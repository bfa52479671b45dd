// SPDX-License-Identifier: MIT
#include <optional>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "validator/engine/quoted.h"

namespace commitgate {
namespace {

constexpr Option kOptions[] = {
    {"former", Option::Kind::kChoice, "error",
     "level for reviewers who were collaborators once", "error warning off"},
    {"other-address", Option::Kind::kChoice, "warning",
     "level for reviewers whom the roster has with another address",
     "error warning off"},
};

// A message may name anybody, and often: behind so many strangers, no further
// one is compared with everybody, or looked for in the history of the roster.
constexpr int kMostCompared = 50;
constexpr int kMostLookedFor = 3;

/// One commit before the roster.
class RosterCheck {
 public:
  RosterCheck(const Context& context, const Settings& settings,
              Reporter& reporter)
      : context_(context), settings_(settings), reporter_(reporter) {}

  void Judge(const KnownReviewer& known);

 private:
  using Removal = RosterHistory::Removal;

  void JudgeStranger(const Reviewer& reviewer);
  /// Null where nobody who may review is near.
  const Member* FindNear(const Mailbox& mailbox) const;
  Level LevelOf(const Member& near, const Mailbox& mailbox) const;
  std::optional<Removal> FindRemoval(const Mailbox& mailbox) const;
  void Report(Level level, const Reviewer& reviewer, std::string message,
              std::string suggestion = "");

  const Context& context_;
  const Settings& settings_;
  Reporter& reporter_;
  /// Those met so far who are not in the roster.
  int strangers_ = 0;
};

void RosterCheck::Judge(const KnownReviewer& known) {
  const Reviewer& reviewer = *known.reviewer;
  const Member* const member = known.person.member;
  if (member == nullptr)
    return JudgeStranger(reviewer);
  if (member->IsIn(kCollaborators))
    return;
  if (member->WasIn(kCollaborators))
    return Report(settings_.ChosenLevel("former"), reviewer,
                  "reviewer is a former collaborator, wanted one of now");
  Report(Level::kError, reviewer,
         "reviewer is in the roster, but as no collaborator");
}

void RosterCheck::JudgeStranger(const Reviewer& reviewer) {
  ++strangers_;
  if (const Member* const near = FindNear(reviewer.mailbox))
    return Report(LevelOf(*near, reviewer.mailbox), reviewer,
                  "reviewer has an address that is not in the roster, wanted "
                  "the one that is there",
                  near->Contact());
  if (const auto removal = FindRemoval(reviewer.mailbox))
    return Report(settings_.ChosenLevel("former"), reviewer,
                  fmt::format("reviewer is in the roster no more, since commit "
                              "{} ({})",
                              removal->commit, Quoted(removal->title)));
  Report(Level::kError, reviewer,
         "reviewer is nobody in the roster, wanted a collaborator");
}

const Member* RosterCheck::FindNear(const Mailbox& mailbox) const {
  if (strangers_ > kMostCompared)
    return nullptr;
  const Member* const near = context_.views.roster->FindNear(mailbox);
  return near != nullptr && near->IsIn(kCollaborators) ? near : nullptr;
}

/// A name that is only similar may be anybody's.
Level RosterCheck::LevelOf(const Member& near, const Mailbox& mailbox) const {
  return EqualsIgnoringCase(near.name, mailbox.name)
             ? settings_.ChosenLevel("other-address")
             : Level::kError;
}

std::optional<RosterHistory::Removal> RosterCheck::FindRemoval(
    const Mailbox& mailbox) const {
  const RosterHistory* const history = context_.views.roster_history;
  if (history == nullptr || strangers_ > kMostLookedFor)
    return std::nullopt;
  return history->FindRemoval(mailbox.email);
}

void RosterCheck::Report(Level level, const Reviewer& reviewer,
                         std::string message, std::string suggestion) {
  const std::string_view value = reviewer.trailer->value;
  reporter_.Add(
      level, {context_.message().SpanOf(*reviewer.trailer, value),
              std::move(message), std::string(value), std::move(suggestion)});
}

void Check(const Context& context, const Settings& settings,
           Reporter& reporter) {
  RosterCheck check(context, settings, reporter);
  for (const KnownReviewer& known : context.reviewers)
    check.Judge(known);
}

}  // namespace

constinit const Rule kReviewerIsCollaborator = {
    .id = "reviewer-is-collaborator",
    .summary = "each reviewer is a collaborator, as the roster says",
    .why =
        "The Collaborator Guide counts approvals by Collaborators, and a name "
        "alone proves nothing.  The roster is the list in the project's "
        "README.",
    .landing_only = true,
    .needs = Need::kRoster | Need::kMailmap,
    .options = kOptions,
    .check = Check,
};

}  // namespace commitgate
