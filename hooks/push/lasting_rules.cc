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
  if (!update.target || !candidate.refusals.empty())
    return;
  const Repository& repository = served.repository;
  Refuse(
      candidate, "the policy of this server is on this ref, and would not load",
      WhyNotToServeBy(served.config, update.ref, *update.target, repository));
  const Policy& policy = served.policy.policy;
  if (IsPolicedBranch(policy.push, update.ref))
    Refuse(candidate,
           "this ref tells who the people of the project are, and would not "
           "any more",
           WhyPeopleWouldBeLost(policy.people, update.ref,
                                repository.ReadRef(update.ref), *update.target,
                                repository));
}

}  // namespace commitgate
