// SPDX-License-Identifier: MIT
#include "hooks/push/lasting_rules.h"

#include <string>

#include "hooks/project/people_kept.h"
#include "hooks/push/policed.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

void Refuse(Candidate& candidate, const char* what, const std::string& why) {
  if (!why.empty())
    candidate.refusals.push_back({what, {Printable(why)}});
}

}  // namespace

void KeepRulesReadable(Candidate& candidate, const Served& served) {
  const RefUpdate& update = candidate.update;
  if (!candidate.refusals.empty())
    return;
  const Repository& repository = served.repository;
  const auto before = repository.ReadRef(update.ref);
  const PolicyChange change = ChangePolicy(served.config, update.ref, before,
                                           update.target, repository);
  Refuse(candidate,
         "the policy of this server is on this ref, and would not load",
         change.refusal);
  const Policy& policy = change.policy ? *change.policy : served.policy.policy;
  const BranchMove move{update.ref, before, update.target,
                        IsPolicedBranch(policy.push, update.ref)};
  std::string why = WhyPeopleWouldBeLost(policy.people, move, repository);
  if (why.empty() && change.policy)
    why = WhyPeopleCouldNotBeRead(policy.people, move, repository);
  Refuse(candidate,
         "afterwards nobody could tell who the people of the project are", why);
}

}  // namespace commitgate
