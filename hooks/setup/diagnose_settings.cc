// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "hooks/setup/diagnosis.h"

namespace commitgate {
namespace {

/// A setting of git that a guarded repository is better off with.
struct Setting {
  std::string_view name;
  /// Whether there is nothing to say.
  bool (*is_fine)(const Patient&);
  Health health;
  const char* found;
  const char* wanted;
};

bool ChecksObjects(const Patient& patient) {
  const auto own = patient.config.GetBool("receive.fsckobjects");
  const auto general = patient.config.GetBool("transfer.fsckobjects");
  return own.value_or(general.value_or(false));
}

bool BoundsInput(const Patient& patient) {
  const auto most = patient.config.Get("receive.maxinputsize");
  return most && *most != "0";
}

bool WantsWholeHistory(const Patient& patient) {
  return !patient.config.GetBool("receive.shallowupdate").value_or(false);
}

/// Whether a value of transfer.hideRefs hides what begins with `refs/x/` by
/// naming it or what it is in.
bool HidesOwnRefs(const Patient& patient) {
  constexpr std::string_view kOwn = "refs/commitgate/";
  const auto hides = [&](const std::string& value) {
    return !value.empty() &&
           kOwn.starts_with(value.ends_with('/') ? value : value + "/");
  };
  return std::ranges::any_of(patient.local.InForce("transfer.hideRefs"), hides);
}

bool LetsDelegatesSpeak(const Patient& patient) {
  const bool has_delegates =
      patient.policy && !patient.policy->policy.push.delegates.empty();
  return !has_delegates ||
         patient.config.GetBool("receive.advertisepushoptions").value_or(false);
}

bool AsksForSignatures(const Patient& patient) {
  return patient.trusted.Get("commitgate.identity") != "push-cert" ||
         !patient.config.Get("receive.certnonceseed").value_or("").empty();
}

constexpr Setting kSettings[] = {
    {"receive.fsckObjects", ChecksObjects, Health::kWarning,
     "is not true: git does not look for malformed objects", "true"},
    {"receive.maxInputSize", BoundsInput, Health::kNote,
     "is not set: a push may be of any size", "2g, or what suits"},
    {"receive.shallowUpdate", WantsWholeHistory, Health::kWarning,
     "is true: a push can make the repository a shallow one, and nothing "
     "passes then",
     "false"},
    {"transfer.hideRefs", HidesOwnRefs, Health::kWarning,
     "does not hide what grants keep", "refs/commitgate, with --add"},
    {"receive.advertisePushOptions", LetsDelegatesSpeak, Health::kWarning,
     "is not true: delegates cannot say whom they push for", "true"},
    {"receive.certNonceSeed", AsksForSignatures, Health::kProblem,
     "is not set: git asks for no signatures, and everybody is nobody",
     "a secret"},
};

}  // namespace

std::vector<Diagnosis> DiagnoseSettings(const Patient& patient) {
  std::vector<Diagnosis> all;
  for (const Setting& setting : kSettings)
    if (!setting.is_fine(patient))
      all.push_back({setting.health,
                     fmt::format("{} {}", setting.name, setting.found),
                     fmt::format("set git config {} to {}", setting.name,
                                 setting.wanted)});
  if (all.empty())
    all.push_back({Health::kOk, "are as they should be"});
  return all;
}

}  // namespace commitgate
