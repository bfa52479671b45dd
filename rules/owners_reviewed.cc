// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "validator/engine/quoted.h"
#include "validator/people/owners.h"
#include "validator/people/person_set.h"

namespace commitgate {
namespace {

using Names = std::vector<std::string>;

/// What is owned, by all who own it, sorted.
using OwnedThings = std::map<Names, Names>;

enum class Standing {
  kReviewed,
  kDidNotReview,
  kUnknown,  ///< Nobody knows who that is.
};

/// Those who reviewed a commit, as an owners file may call them.
class ReviewingOwners {
 public:
  explicit ReviewingOwners(const Context& context);

  Standing StandingOf(std::string_view owner) const;

 private:
  Standing StandingOfTeam(std::string_view team) const;
  Standing StandingOfAny(const Names& logins) const;
  bool HasReviewed(std::string_view login) const;
  /// Null where `[groups]` have neither spelling of the team.
  const Names* FindTeam(std::string_view team) const;
  void AddGroups();

  const Views& views_;
  PersonSet reviewers_;
  std::set<const Member*> members_;
  /// Those of the roster, and whether any member of them reviewed.
  std::map<std::string_view, bool> groups_;
};

ReviewingOwners::ReviewingOwners(const Context& context)
    : views_(context.views), reviewers_(context.people()) {
  for (const auto& [reviewer, person] : context.reviewers) {
    reviewers_.AddPerson(person);
    if (person.member != nullptr)
      members_.insert(person.member);
  }
  AddGroups();
}

/// Once, for owners may be as many as members.
void ReviewingOwners::AddGroups() {
  for (const Member& member : views_.roster->members())
    for (const std::string& group : member.groups)
      groups_[group] |= members_.contains(&member);
}

Standing ReviewingOwners::StandingOf(std::string_view owner) const {
  if (!owner.starts_with('@'))
    return reviewers_.Contains({"", owner}) ? Standing::kReviewed
                                            : Standing::kDidNotReview;
  const std::string_view name = owner.substr(1);
  if (name.find('/') == name.npos && views_.roster->FindByLogin(name))
    return HasReviewed(name) ? Standing::kReviewed : Standing::kDidNotReview;
  return StandingOfTeam(name);
}

Standing ReviewingOwners::StandingOfTeam(std::string_view team) const {
  if (const Names* const logins = FindTeam(team))
    return StandingOfAny(*logins);
  const auto group = groups_.find(team.substr(team.find('/') + 1));
  if (group == groups_.end())
    return Standing::kUnknown;
  return group->second ? Standing::kReviewed : Standing::kDidNotReview;
}

Standing ReviewingOwners::StandingOfAny(const Names& logins) const {
  if (logins.empty())
    return Standing::kUnknown;
  const auto has_reviewed = [this](const std::string& login) {
    return HasReviewed(login);
  };
  return std::ranges::any_of(logins, has_reviewed) ? Standing::kReviewed
                                                   : Standing::kDidNotReview;
}

bool ReviewingOwners::HasReviewed(std::string_view login) const {
  const Member* const member = views_.roster->FindByLogin(login);
  return member != nullptr && members_.contains(member);
}

const Names* ReviewingOwners::FindTeam(std::string_view team) const {
  if (views_.teams == nullptr)
    return nullptr;
  for (const auto& name : {team, team.substr(team.find('/') + 1)})
    if (const auto found = views_.teams->find(name);
        found != views_.teams->end())
      return &found->second;
  return nullptr;
}

Names AllOwners(const std::vector<OwnedBy>& entries) {
  Names owners;
  for (const OwnedBy& entry : entries)
    owners.insert(owners.end(), entry.owners.begin(), entry.owners.end());
  std::ranges::sort(owners);
  owners.erase(std::unique(owners.begin(), owners.end()), owners.end());
  return owners;
}

void Add(const std::vector<OwnedBy>& entries, std::string_view thing,
         OwnedThings& things) {
  Names owners = AllOwners(entries);
  if (!owners.empty())
    things[std::move(owners)].emplace_back(thing);
}

OwnedThings ThingsOwned(const Context& context) {
  const Owners& owners = *context.views.owners;
  OwnedThings things;
  MatchingEffort effort;
  for (const std::string_view subsystem : context.message().title.subsystems)
    Add(owners.OfSubsystem(subsystem, effort), subsystem, things);
  const Changes& changes = *context.changes;
  for (const ChangedPath& changed : changes.paths())
    Add(owners.OfPath(changed.path, effort), changed.path, things);
  return things;
}

/// The first few of `things` in quotes, for a sentence.
std::string Few(const Names& things) {
  constexpr size_t kMost = 3;
  const size_t shown = std::min(things.size(), kMost);
  std::string few;
  for (size_t i = 0; i < shown; ++i)
    few += (i == 0 ? "" : ", ") + Quoted(things[i]);
  if (shown == things.size())
    return few;
  return fmt::format("{} and {} more", few, things.size() - shown);
}

/// A sentence's end.
std::string_view WhyUnknown(std::string_view owner) {
  return owner.find('/') == owner.npos
             ? "is neither in the roster nor a team in [groups]"
             : "is a team without members in [groups]";
}

void Judge(const Names& owners, const Names& things,
           const ReviewingOwners& reviewing, Reporter& reporter) {
  Names unknown;
  Names wanted;
  for (const std::string& owner : owners) {
    const Standing standing = reviewing.StandingOf(owner);
    if (standing == Standing::kReviewed)
      return;
    const bool is_known = standing == Standing::kDidNotReview;
    (is_known ? wanted : unknown).push_back(owner);
  }
  for (const std::string& owner : unknown)
    reporter.Error({Span{}, fmt::format("{} of {} {}", Quoted(owner),
                                        Few(things), WhyUnknown(owner))});
  if (!wanted.empty())
    reporter.Error({Span{}, fmt::format("no owner of {} is among the "
                                        "reviewers, wanted one of {}",
                                        Few(things), Few(wanted))});
}

void Check(const Context& context, const Settings&, Reporter& reporter) {
  const ReviewingOwners reviewing(context);
  for (const auto& [owners, things] : ThingsOwned(context))
    Judge(owners, things, reviewing, reporter);
}

}  // namespace

constinit const Rule kOwnersReviewed = {
    .id = "owners-reviewed",
    .summary = "of what a change touches, an owner has reviewed it",
    .why =
        "The Collaborator Guide has a table of whom to ask about which part.  "
        "A "
        "project may hold its changes to that with a file of owners.",
    .landing_only = true,
    .needs = Need::kOwners | Need::kChanges | Need::kRoster | Need::kMailmap,
    .check = Check,
};

}  // namespace commitgate
