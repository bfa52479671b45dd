// SPDX-License-Identifier: MIT
#include "commands/known_people.h"

#include <utility>

#include "hooks/file.h"
#include "hooks/policy_source.h"
#include "hooks/project/project_file.h"
#include "validator/error.h"

namespace commitgate {
namespace {

std::optional<std::string> WorkTreeAt(const Place& place,
                                      const Environment& environment) {
  try {
    return place.OpenRepository().WorkTree();
  } catch (const Error&) {
    return FindWorkTree(environment);
  }
}

/// Where there is no repository, none is needed; where there is one that cannot
/// be opened, that is told as soon as something is looked up in it.
Project ProjectAt(const Place& place, const Policy& policy, Needs needs,
                  const Environment& environment) {
  OpenRepository open;
  if (HasRepository(GitConfig::Read(".")))
    open = [&place] { return place.OpenRepository(); };
  return Project::OfWorkTree(policy, needs, WorkTreeAt(place, environment),
                             std::move(open));
}

}  // namespace

KnownPeople::KnownPeople(const Place& place, const std::string& roster,
                         const Environment& environment)
    : policy_(FindPolicy(place, environment)) {
  Needs needs = static_cast<Needs>(Need::kMailmap);
  if (roster.empty())
    needs = needs | Need::kRoster;
  else
    roster_ = Roster::Read(roster, ReadRegularFile(roster, kMaxProjectFile));
  project_ = ProjectAt(place, policy_, needs, environment);
}

People KnownPeople::people() const {
  const Views& views = project_->views();
  return {*views.mailmap, roster_ ? &*roster_ : views.roster};
}

}  // namespace commitgate
