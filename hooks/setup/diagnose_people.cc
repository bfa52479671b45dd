// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "hooks/project/project_file.h"
#include "hooks/setup/diagnosis.h"
#include "hooks/setup/needing_rules.h"
#include "validator/engine/judge.h"
#include "validator/engine/place_on_branch.h"
#include "validator/error.h"
#include "validator/people/mailmap.h"
#include "validator/people/owners.h"
#include "validator/people/roster.h"

namespace commitgate {
namespace {

constexpr std::string_view kBranches = "refs/heads/";

/// A file in which the project tells who its people are.
struct PeopleFile {
  std::string_view what;
  const std::string& source;
  /// Pushes are refused where it cannot be read.
  bool is_needed = false;
  /// How bad it is that it is missing, and what that does.
  Health if_missing = Health::kWarning;
  std::string without;
  /// What it says, for people.  Throws Error.
  std::string (*tell)(const std::string& name, const std::string& text);
};

std::string TellRoster(const std::string& name, const std::string& text) {
  const Roster roster = Roster::Read(name, text);
  const auto is_present = [](const Member& member) {
    return !member.groups.empty();
  };
  const auto is_collaborator = [](const Member& member) {
    return member.IsIn(kCollaborators);
  };
  const auto people = std::ranges::count_if(roster.members(), is_present);
  return fmt::format("lists {} {}; collaborators: {}", people,
                     people == 1 ? "person" : "people",
                     std::ranges::count_if(roster.members(), is_collaborator));
}

std::string TellOwners(const std::string& name, const std::string& text) {
  Owners::Read(name, text);
  return "tells who looks after what";
}

std::string TellMailmap(const std::string&, const std::string& text) {
  Mailmap::Read(text);
  return "tells who is who";
}

bool IsOnGivenBranch(const std::string& source) {
  return source.find(':') != source.npos;
}

/// Where the file is looked for when a branch is new: FindOnServer.
std::string RefOf(const Patient& patient, const std::string& source) {
  if (const auto place = ParsePlaceOnBranch(source))
    return place->ref;
  return patient.repository.FollowSymbolic("HEAD");
}

bool HasBranches(const Repository& repository) {
  return std::ranges::any_of(repository.ReadRefs(), [](const Ref& ref) {
    return ref.name.starts_with(kBranches);
  });
}

/// That the file is not on `ref`, and the next thing to do about it.
Diagnosis TellAbsence(const Patient& patient, const PeopleFile& file,
                      const std::string& ref) {
  const std::string named = fmt::format("{} '{}'", file.what, file.source);
  if (ref.starts_with(kBranches) && patient.repository.ReadRef(ref))
    return {file.if_missing, fmt::format("there is no {} on '{}'", named, ref),
            "push it, or correct the policy"};
  if (IsOnGivenBranch(file.source))
    return {file.if_missing,
            fmt::format("there is no branch '{}' with the {}", ref, named),
            "push it, or correct the policy"};
  const std::string why = ref.starts_with(kBranches)
                              ? fmt::format("there is no '{}'", ref)
                              : "it names none";
  return {file.if_missing,
          fmt::format("the {} is looked for on the branch that HEAD names, and "
                      "{}",
                      named, why),
          "git symbolic-ref HEAD refs/heads/BRANCH"};
}

Diagnosis DiagnoseMissing(const Patient& patient, const PeopleFile& file) {
  Diagnosis missing = TellAbsence(patient, file, RefOf(patient, file.source));
  if (!file.without.empty())
    missing.found += "; " + file.without;
  if (HasBranches(patient.repository))
    return missing;
  // Nobody has pushed yet.
  missing.health = std::min(missing.health, Health::kWarning);
  missing.advice = "push it first";
  return missing;
}

Diagnosis DiagnoseNamed(const Patient& patient, const PeopleFile& file) {
  try {
    const auto stored = FindOnServer(patient.repository, file.source, {});
    if (!stored)
      return DiagnoseMissing(patient, file);
    const std::string text = ReadStored(patient.repository, *stored).text;
    return {Health::kOk, fmt::format("'{}' on '{}' {}", stored->path,
                                     RefOf(patient, file.source),
                                     file.tell(file.source, text))};
  } catch (const Error& error) {
    if (file.is_needed)
      return {Health::kProblem, error.what(),
              "repair it: until then pushes are refused"};
    return {Health::kWarning, error.what(), "repair it"};
  }
}

/// Of a file that rules need; `if_unnamed` holds where the policy names none.
std::vector<Diagnosis> DiagnoseNeeded(const Patient& patient, PeopleFile file,
                                      Need need, Health if_unnamed) {
  const std::string rules =
      RulesThatNeed(patient.policy->policy, need, Level::kWarning);
  if (!rules.empty()) {
    file.if_missing = Health::kProblem;
    file.without = "without it these rules are skipped: " + rules;
  }
  if (!file.source.empty())
    return {DiagnoseNamed(patient, file)};
  if (rules.empty())
    return {};
  return {{if_unnamed,
           fmt::format("the policy names no {}; {}", file.what, file.without),
           "see commitgate-policy(5)"}};
}

Needs NeedsOf(const Patient& patient) {
  return NeedsOf(patient.policy->policy, Stage::kLanding);
}

/// Whoever needs one of these reads both.
bool NeedsPeople(const Patient& patient) {
  return Has(NeedsOf(patient), Need::kRoster) ||
         Has(NeedsOf(patient), Need::kMailmap);
}

}  // namespace

std::vector<Diagnosis> DiagnoseRoster(const Patient& patient) {
  if (!patient.policy)
    return {};
  return DiagnoseNeeded(patient,
                        {.what = "roster",
                         .source = patient.policy->policy.people.roster,
                         .is_needed = NeedsPeople(patient),
                         .without = {},
                         .tell = TellRoster},
                        Need::kRoster, Health::kNote);
}

std::vector<Diagnosis> DiagnoseMailmap(const Patient& patient) {
  if (!patient.policy)
    return {};
  const PeoplePolicy& people = patient.policy->policy.people;
  if (people.mailmap.empty())
    return {};
  const Diagnosis diagnosis =
      DiagnoseNamed(patient, {.what = "mailmap",
                              .source = people.mailmap,
                              .is_needed = NeedsPeople(patient),
                              .without = "nobody is known by another address",
                              .tell = TellMailmap});
  // One that nobody named may be missing.
  if (diagnosis.health == Health::kWarning &&
      !people.origins.contains("mailmap"))
    return {};
  return {diagnosis};
}

std::vector<Diagnosis> DiagnoseOwners(const Patient& patient) {
  if (!patient.policy)
    return {};
  return DiagnoseNeeded(patient,
                        {.what = "owners file",
                         .source = patient.policy->policy.people.owners,
                         .is_needed = Has(NeedsOf(patient), Need::kOwners),
                         .without = {},
                         .tell = TellOwners},
                        Need::kOwners, Health::kWarning);
}

}  // namespace commitgate
