// SPDX-License-Identifier: MIT
#include "commands/known_people.h"

#include "hooks/file.h"
#include "validator/error.h"

namespace commitgate {
namespace {

constexpr size_t kMaxRoster = 16 * 1024 * 1024;

std::optional<Repository> FindRepository(const Place& place) {
  try {
    return place.OpenRepository();
  } catch (const Error&) {
    return std::nullopt;  // None is needed.
  }
}

Project ProjectAt(const Place& place, const Policy& policy, Needs needs,
                  const Environment& environment) {
  const std::optional<Repository> repository = FindRepository(place);
  if (!repository)
    return Project::OfWorkTree(policy, needs, FindWorkTree(environment), {});
  return Project::OfWorkTree(policy, needs, repository->WorkTree(),
                             [&place] { return place.OpenRepository(); });
}

}  // namespace

KnownPeople::KnownPeople(const Place& place, const std::string& roster,
                         const Environment& environment)
    : policy_(FindPolicy(place, environment)) {
  Needs needs = static_cast<Needs>(Need::kMailmap);
  if (roster.empty())
    needs = needs | Need::kRoster;
  else
    roster_ = Roster::Read(roster, ReadRegularFile(roster, kMaxRoster));
  project_ = ProjectAt(place, policy_, needs, environment);
}

People KnownPeople::people() const {
  const Views& views = project_->views();
  return {*views.mailmap, roster_ ? &*roster_ : views.roster};
}

}  // namespace commitgate
