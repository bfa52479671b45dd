// SPDX-License-Identifier: MIT
#include "hooks/push/branch_projects.h"

#include <set>

#include "validator/error.h"

namespace commitgate {
namespace {

constexpr Needs kPeople = Need::kRoster | Need::kMailmap;

/// Of all that rules need, what files tell: people all together.
Needs ToRead(Needs needs) {
  const Needs people = (needs & kPeople) != 0 ? kPeople : 0;
  return people | (needs & static_cast<Needs>(Need::kOwners));
}

}  // namespace

const Views& BranchProjects::ViewsFor(const Candidate& candidate, Needs needs) {
  const auto before = Before(candidate);
  const Needs read = ToRead(needs);
  const auto roster = Has(read, Need::kRoster)
                          ? Find(input_.policy.people.roster, before)
                          : std::nullopt;
  const Told told = ToldBy(read, roster, before);
  const Project& project = Read(told, before);
  const auto [place, is_new] = branches_.try_emplace(
      {told, roster ? std::optional(roster->commit) : std::nullopt});
  if (is_new)
    Show(project, roster, place->second);
  return place->second.views;
}

Membership BranchProjects::PushersMembership(const Candidate& candidate) {
  const std::string& id = input_.identity.pusher->id;
  try {
    return MembershipOf(
        id, input_.policy.people,
        ViewsFor(candidate, static_cast<Needs>(Need::kRoster)).roster);
  } catch (const Error& error) {
    return {.why_none = error.what()};
  }
}

std::vector<std::string> BranchProjects::Notes() const {
  std::set<std::string> notes;
  for (const auto& [told, known] : projects_)
    if (known.project && !known.project->note().empty())
      notes.insert(known.project->note());
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

std::optional<StoredFile> BranchProjects::Find(
    const std::string& source, const std::optional<ObjectId>& before) const {
  if (source.empty())
    return std::nullopt;
  return FindOnServer(input_.repository, source, before);
}

BranchProjects::Told BranchProjects::ToldBy(
    Needs needs, const std::optional<StoredFile>& roster,
    const std::optional<ObjectId>& before) const {
  const PeoplePolicy& people = input_.policy.people;
  const auto blob = [](const std::optional<StoredFile>& file) {
    return file ? std::optional(file->blob) : std::nullopt;
  };
  const auto blob_if = [&](Need need, const std::string& source) {
    return Has(needs, need) ? blob(Find(source, before)) : std::nullopt;
  };
  return {needs,
          {blob(roster), blob_if(Need::kMailmap, people.mailmap),
           blob_if(Need::kOwners, people.owners)}};
}

/// Remembers as well what cannot be read.
const Project& BranchProjects::Read(const Told& told,
                                    const std::optional<ObjectId>& before) {
  const auto [place, is_new] = projects_.try_emplace(told);
  Known& known = place->second;
  if (is_new) {
    try {
      known.project = Project::OfBranch(input_.policy, told.first,
                                        input_.repository, before);
    } catch (const Error& error) {
      known.why_none = error.what();
    }
  }
  if (!known.project)
    throw Error(known.why_none);
  return *known.project;
}

/// The project may be that of a branch with another history, and knows no
/// deadline.
void BranchProjects::Show(const Project& project,
                          const std::optional<StoredFile>& roster,
                          OfBranch& branch) const {
  Views& views = branch.views;
  views = project.views();
  views.repository = &repository_view_;
  if (roster)
    views.roster_history = &branch.roster_history.emplace(
        repository_,
        RosterWalk(roster->commit.Hex(), roster->path, input_.is_late));
  if (input_.identity.pusher)
    views.pusher = LoginOf(input_.identity.pusher->id, input_.policy.people);
  views.now = input_.now;
}

}  // namespace commitgate
