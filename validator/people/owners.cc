// SPDX-License-Identifier: MIT
#include "validator/people/owners.h"

#include <algorithm>

#include "validator/people/code_owners.h"
#include "validator/people/toml_owners.h"

namespace commitgate {
namespace {

/// What a text costs that is copied, besides its bytes.
constexpr size_t kStepsAText = 100;

bool Matches(const OwnersEntry& entry, const PathParts& path,
             MatchingEffort& effort) {
  return std::ranges::any_of(entry.patterns, [&](const PathPattern& pattern) {
    return pattern.Matches(path, effort);
  });
}

bool Matches(const OwnersEntry& entry, std::string_view subsystem,
             MatchingEffort& effort) {
  effort.Spend(1 + entry.subsystems.size());
  return std::ranges::find(entry.subsystems, subsystem) !=
         entry.subsystems.end();
}

void Tell(const OwnedBy& owned_by, std::vector<OwnedBy>& all,
          MatchingEffort& effort) {
  effort.Spend(kStepsAText + owned_by.note.size());
  for (const std::string& owner : owned_by.owners)
    effort.Spend(kStepsAText + owner.size());
  all.push_back(owned_by);
}

}  // namespace

Owners Owners::Read(const std::string& name, std::string_view text) {
  Owners owners;
  owners.last_holds_ = !name.ends_with(".toml");
  owners.entries_ = owners.last_holds_ ? ReadCodeOwners(name, text)
                                       : ReadTomlOwners(name, text);
  return owners;
}

std::vector<OwnedBy> Owners::OfPath(std::string_view path,
                                    MatchingEffort& effort) const {
  const PathParts parts = SplitPath(path);
  std::vector<OwnedBy> all;
  for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
    if (!Matches(*entry, parts, effort))
      continue;
    // A line without owners takes a path away from those before it.
    if (!entry->owned_by.owners.empty())
      Tell(entry->owned_by, all, effort);
    if (last_holds_)
      break;
  }
  std::ranges::reverse(all);
  return all;
}

std::vector<OwnedBy> Owners::OfSubsystem(std::string_view subsystem,
                                         MatchingEffort& effort) const {
  std::vector<OwnedBy> all;
  for (const OwnersEntry& entry : entries_)
    if (Matches(entry, subsystem, effort))
      Tell(entry.owned_by, all, effort);
  return all;
}

}  // namespace commitgate
