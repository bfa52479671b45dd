// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "hooks/push/provider.h"
#include "hooks/setup/diagnosis.h"
#include "hooks/setup/needing_rules.h"
#include "validator/error.h"

namespace commitgate {
namespace {

constexpr char kIdentity[] = "commitgate.identity";

/// Whether it matters who pushes to the refs.
bool AsksWho(const RefPolicy& ref) {
  const bool has_window = ref.within > 0 && ref.within != kForever;
  return ref.pushers || has_window ||
         ref.deletion == RefPolicy::Delete::kWindow;
}

/// The rules that reject nothing while it is not known who pushes.
std::string SkippedRules(const Patient& patient) {
  if (!patient.policy)
    return {};
  return RulesThatNeed(patient.policy->policy, Need::kPusher, Level::kError);
}

bool AsksWho(const Patient& patient) {
  if (!patient.policy || !SkippedRules(patient).empty())
    return true;
  const auto& refs = patient.policy->policy.push.refs;
  return std::ranges::any_of(refs,
                             [](const RefPolicy& ref) { return AsksWho(ref); });
}

Diagnosis TellMissing(const Patient& patient) {
  if (patient.config.Get(kIdentity))
    return {Health::kProblem,
            fmt::format("{} is set for a user only, and hooks look in the "
                        "configuration of the repository and of the system",
                        kIdentity),
            fmt::format("git config {} PROVIDER", kIdentity)};
  const std::string advice = fmt::format("git config {} PROVIDER, one of {}",
                                         kIdentity, ProviderWords());
  if (AsksWho(patient))
    return {Health::kProblem,
            fmt::format("{} is not set: everybody is nobody, and the policy "
                        "asks who pushes",
                        kIdentity),
            advice};
  return {Health::kWarning,
          fmt::format("{} is not set: the ledger will not know who pushed",
                      kIdentity),
          advice};
}

Diagnosis DiagnoseMissing(const Patient& patient) {
  Diagnosis missing = TellMissing(patient);
  if (const std::string rules = SkippedRules(patient); !rules.empty())
    missing.found += "; these rules are skipped: " + rules;
  return missing;
}

}  // namespace

std::vector<Diagnosis> DiagnoseIdentity(const Patient& patient) {
  const auto word = patient.trusted.Get(kIdentity);
  if (!word || word->empty())
    return {DiagnoseMissing(patient)};
  try {
    ChooseProvider(*word);
  } catch (const Error& error) {
    return {{Health::kProblem, error.what(),
             "repair it: until then all pushes are refused"}};
  }
  const std::string found = fmt::format("'{}' says who pushes", *word);
  if (*word == "unix")
    return {{Health::kNote,
             found + "; on an account that several people share, all are one "
                     "person"}};
  return {{Health::kOk, found}};
}

}  // namespace commitgate
