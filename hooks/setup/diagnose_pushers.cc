// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "hooks/project/project.h"
#include "hooks/setup/diagnosis.h"
#include "validator/error.h"
#include "validator/people/roster.h"

namespace commitgate {
namespace {

using Names = std::vector<std::string>;

/// The `@groups` of a list of pushers that a roster tells of.
Names GroupsOfRoster(const PushPolicy& policy, const Names& pushers) {
  Names groups;
  for (const std::string& name : pushers)
    if (name.starts_with('@') && !policy.groups.contains(name.substr(1)))
      groups.push_back(name);
  return groups;
}

std::vector<Member> ReadMembers(const Patient& patient) {
  try {
    const Project project = Project::OfBranch(patient.policy->policy,
                                              static_cast<Needs>(Need::kRoster),
                                              patient.repository, {});
    const Roster* const roster = project.views().roster;
    return roster ? roster->members() : std::vector<Member>();
  } catch (const Error&) {
    // Nobody is in any group then, and the look at the roster tells why.
    return {};
  }
}

/// Those of `groups` that nobody is in.
Names Deserted(const Names& groups, const std::vector<Member>& members) {
  Names deserted;
  for (const std::string& group : groups)
    if (std::ranges::none_of(members, [&](const Member& member) {
          return member.IsIn(std::string_view(group).substr(1));
        }))
      deserted.push_back(group);
  return deserted;
}

Diagnosis TellDeserted(const RefPolicy& ref, const Names& deserted) {
  const std::string& match = ref.match.text();
  const std::string groups = fmt::format("'{}'", fmt::join(deserted, "', '"));
  constexpr char kAdvice[] = "correct the roster, or the policy";
  if (deserted.size() == ref.pushers->size())
    return {Health::kProblem,
            fmt::format("nobody can push to '{}': the roster has nobody in {}",
                        match, groups),
            kAdvice};
  return {Health::kWarning,
          fmt::format("the roster has nobody in {}, who may push to '{}'",
                      groups, match),
          kAdvice};
}

}  // namespace

std::vector<Diagnosis> DiagnosePushers(const Patient& patient) {
  if (!patient.policy)
    return {};
  const PushPolicy& policy = patient.policy->policy.push;
  if (policy.roster_groups == PushPolicy::RosterGroups::kNone)
    return {};
  const std::vector<Member> members = ReadMembers(patient);
  std::vector<Diagnosis> all;
  bool asks_roster = false;
  for (const RefPolicy& ref : policy.refs) {
    const Names groups = GroupsOfRoster(policy, ref.pushers.value_or(Names()));
    asks_roster = asks_roster || !groups.empty();
    if (const Names none = Deserted(groups, members); !none.empty())
      all.push_back(TellDeserted(ref, none));
  }
  if (asks_roster && all.empty())
    all.push_back({Health::kOk, "are in the roster"});
  return all;
}

}  // namespace commitgate
