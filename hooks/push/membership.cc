// SPDX-License-Identifier: MIT
#include "hooks/push/membership.h"

#include <fmt/core.h>

#include <algorithm>

#include "validator/error.h"
#include "validator/people/roster.h"

namespace commitgate {
namespace {

Membership MembershipIn(const Roster& roster, const std::string& login,
                        const std::string& source) {
  const Member* const member = roster.FindByLogin(login);
  if (!member)
    return {.why_none =
                fmt::format("'{}' is not in the roster '{}'", login, source)};
  if (member->groups.empty())
    return {.why_none = fmt::format(
                "'{}' is a former member in the roster '{}'", login, source)};
  return {.groups = member->groups};
}

}  // namespace

std::string LoginOf(std::string_view id, const PeoplePolicy& people) {
  const auto login = people.logins.find(id);
  return login == people.logins.end() ? std::string(id) : login->second;
}

Membership MembershipOf(std::string_view id, const Policy& policy,
                        const Repository& repository,
                        const std::optional<ObjectId>& before) {
  const std::string& source = policy.people.roster;
  if (source.empty())
    return {};
  try {
    const Project project = Project::OfBranch(
        policy, static_cast<Needs>(Need::kRoster), repository, before);
    const Roster* const roster = project.views().roster;
    if (roster)
      return MembershipIn(*roster, LoginOf(id, policy.people), source);
    return {.why_none = fmt::format("there is no roster '{}' yet", source)};
  } catch (const Error& error) {
    return {.why_none = error.what()};
  }
}

bool Includes(const PushPolicy& policy, const std::vector<std::string>& list,
              std::string_view id, const std::vector<std::string>& groups) {
  const auto is_group_of_roster = [&](std::string_view entry) {
    return entry.starts_with('@') && !policy.groups.contains(entry.substr(1)) &&
           std::ranges::find(groups, entry.substr(1)) != groups.end();
  };
  return policy.Includes(list, id) ||
         std::ranges::any_of(list, is_group_of_roster);
}

}  // namespace commitgate
