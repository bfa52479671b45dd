// SPDX-License-Identifier: MIT
#include "hooks/push/unknown_pusher.h"

#include <fmt/core.h>

#include "hooks/push/membership.h"
#include "hooks/push/wording.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

constexpr size_t kMostListed = 5;

/// Where these are missing, the rule is skipped whoever pushes.
bool HasTheRest(Needs needs, const Views& views) {
  return (views.roster || !Has(needs, Need::kRoster)) &&
         (views.owners || !Has(needs, Need::kOwners));
}

std::string WhyNobody(const Identity& identity) {
  return identity.pusher ? WhyNoLogin(identity.pusher->id)
                         : identity.why_nobody;
}

}  // namespace

std::vector<std::string> RulesWithoutPusher(const HeldTo& held_to,
                                            Level level) {
  std::vector<std::string> ids;
  if (held_to.views->pusher)
    return ids;
  for (const RulePolicy& rule : held_to.rules->rules) {
    const Needs needs = rule.rule->needs;
    if (rule.level == level && Has(needs, Need::kPusher) &&
        HasTheRest(needs, *held_to.views))
      ids.push_back(fmt::format("'{}'", rule.rule->id));
  }
  return ids;
}

std::optional<Remark> RefuseWithoutPusher(const HeldTo& held_to,
                                          const GateInput& input) {
  const auto ids = RulesWithoutPusher(held_to, Level::kError);
  if (ids.empty())
    return std::nullopt;
  return Remark{fmt::format("{} cannot be judged, for nobody knows who pushes",
                            Listed(ids, kMostListed)),
                {Printable(WhyNobody(input.identity))}};
}

std::string NoteWithoutPusher(const HeldTo& held_to, const GateInput& input) {
  const auto ids = RulesWithoutPusher(held_to, Level::kWarning);
  if (ids.empty())
    return {};
  return fmt::format("{} is skipped, for nobody knows who pushes: {}",
                     Listed(ids, kMostListed), WhyNobody(input.identity));
}

}  // namespace commitgate
