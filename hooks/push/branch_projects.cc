// SPDX-License-Identifier: MIT
#include "hooks/push/branch_projects.h"

#include <set>

#include "hooks/project/project_file.h"

namespace commitgate {

const Views& BranchProjects::ViewsFor(const Candidate& candidate, Needs needs) {
  const auto before = Before(candidate);
  const Key key = KeyOf(needs, before);
  const auto known = known_.find(key);
  if (known != known_.end())
    return known->second.views;
  Project project =
      Project::OfBranch(input_.policy, needs, input_.repository, before);
  Views views = WithPush(project.views());
  return known_.emplace(key, Known{std::move(project), std::move(views)})
      .first->second.views;
}

Membership BranchProjects::PushersMembership(const Candidate& candidate) {
  return MembershipOf(input_.identity.pusher->id, input_.policy,
                      input_.repository, Before(candidate));
}

std::vector<std::string> BranchProjects::Notes() const {
  std::set<std::string> notes;
  for (const auto& [key, known] : known_)
    if (const std::string& note = known.project.note(); !note.empty())
      notes.insert(note);
  return {notes.begin(), notes.end()};
}

/// What is told of people by tags, notes and branches that are free, nobody has
/// to believe.
std::optional<ObjectId> BranchProjects::Before(const Candidate& candidate) {
  const RefPolicy& policy = *candidate.policy;
  if (policy.IsFree() || policy.type() != RefPolicy::Type::kBranch)
    return std::nullopt;
  return refs_.Value(candidate.update.ref);
}

BranchProjects::Key BranchProjects::KeyOf(
    Needs needs, const std::optional<ObjectId>& before) const {
  const PeoplePolicy& people = input_.policy.people;
  const auto state = [&](bool is_needed,
                         const std::string& source) -> std::optional<ObjectId> {
    if (!is_needed || source.empty())
      return std::nullopt;
    const auto file = FindOnServer(input_.repository, source, before);
    return file ? std::optional(file->blob) : std::nullopt;
  };
  const bool needs_people =
      Has(needs, Need::kRoster) || Has(needs, Need::kMailmap);
  return {
      needs,
      {state(needs_people, people.roster), state(needs_people, people.mailmap),
       state(Has(needs, Need::kOwners), people.owners)}};
}

Views BranchProjects::WithPush(Views views) const {
  if (input_.identity.pusher)
    views.pusher = LoginOf(input_.identity.pusher->id, input_.policy.people);
  views.now = input_.now;
  return views;
}

}  // namespace commitgate
