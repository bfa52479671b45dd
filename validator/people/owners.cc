// SPDX-License-Identifier: MIT
#include "validator/people/owners.h"

#include <algorithm>

#include "validator/people/code_owners.h"
#include "validator/people/toml_owners.h"

namespace commitgate {
namespace {

bool Matches(const OwnersEntry& entry, const PathParts& path) {
  return std::ranges::any_of(entry.patterns, [&](const PathPattern& pattern) {
    return pattern.Matches(path);
  });
}

}  // namespace

Owners Owners::Read(const std::string& name, std::string_view text) {
  Owners owners;
  owners.last_holds_ = !name.ends_with(".toml");
  owners.entries_ = owners.last_holds_ ? ReadCodeOwners(name, text)
                                       : ReadTomlOwners(name, text);
  return owners;
}

std::vector<OwnedBy> Owners::OfPath(std::string_view path) const {
  const PathParts parts = SplitPath(path);
  std::vector<OwnedBy> all;
  for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
    if (!Matches(*entry, parts))
      continue;
    // A line without owners takes a path away from those before it.
    if (!entry->owned_by.owners.empty())
      all.push_back(entry->owned_by);
    if (last_holds_)
      break;
  }
  std::ranges::reverse(all);
  return all;
}

std::vector<OwnedBy> Owners::OfSubsystem(std::string_view subsystem) const {
  std::vector<OwnedBy> all;
  for (const OwnersEntry& entry : entries_)
    if (std::ranges::find(entry.subsystems, subsystem) !=
        entry.subsystems.end())
      all.push_back(entry.owned_by);
  return all;
}

}  // namespace commitgate
