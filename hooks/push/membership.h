// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hooks/project/project.h"
#include "validator/engine/policy.h"

namespace commitgate {

/// Which groups of a roster somebody is in.
struct Membership {
  std::vector<std::string> groups = {};
  /// Why these are none, for people; else empty.
  std::string why_none = {};
};

/// The login of who is called `id` on this server.  Nothing where the policy
/// gives that login to another id: nobody is two people.
std::optional<std::string> LoginOf(std::string_view id,
                                   const PeoplePolicy& people);

/// For people, where `id` has none.
std::string WhyNoLogin(std::string_view id);

/// By a roster, null where there is none.
Membership MembershipOf(std::string_view id, const PeoplePolicy& people,
                        const Roster* roster);

/// By the roster of a branch: FindOnServer.  What is wrong with the roster is
/// told rather than thrown; then nobody is in any group.
Membership MembershipOf(std::string_view id, const Policy& policy,
                        const Repository& repository,
                        const std::optional<ObjectId>& before);

/// Whether `id` is in a list of names and `@groups`; a group of the policy
/// holds before one of the roster that has the same name.
bool Includes(const PushPolicy& policy, const std::vector<std::string>& list,
              std::string_view id, const std::vector<std::string>& groups);

}  // namespace commitgate
