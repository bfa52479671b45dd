// SPDX-License-Identifier: MIT
#include "hooks/push/membership.h"

#include <fmt/core.h>

#include <algorithm>

#include "validator/error.h"
#include "validator/message/lower_case.h"
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

std::optional<std::string> LoginOf(std::string_view id,
                                   const PeoplePolicy& people) {
  const auto login = people.logins.find(id);
  if (login != people.logins.end())
    return login->second;
  // A roster finds people whatever the case.
  const auto is_of_another = [lower = LowerCase(id)](const auto& entry) {
    return LowerCase(entry.second) == lower;
  };
  if (std::ranges::any_of(people.logins, is_of_another))
    return std::nullopt;
  return std::string(id);
}

std::string WhyNoLogin(std::string_view id) {
  return fmt::format("'{}' is somebody else's login in [roster] logins", id);
}

Membership MembershipOf(std::string_view id, const PeoplePolicy& people,
                        const Roster* roster) {
  if (people.roster.empty())
    return {};
  if (!roster)
    return {.why_none =
                fmt::format("there is no roster '{}' yet", people.roster)};
  const auto login = LoginOf(id, people);
  if (!login)
    return {.why_none = WhyNoLogin(id)};
  return MembershipIn(*roster, *login, people.roster);
}

Membership MembershipOf(std::string_view id, const Policy& policy,
                        const Repository& repository,
                        const std::optional<ObjectId>& before) {
  try {
    const Project project = Project::OfBranch(
        policy, static_cast<Needs>(Need::kRoster), repository, before);
    return MembershipOf(id, policy.people, project.views().roster);
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
