// SPDX-License-Identifier: MIT
#include "validator/people/toml_owners.h"

#include <fmt/core.h>

#include "validator/engine/policy_file.h"
#include "validator/people/owner_name.h"

namespace commitgate {
namespace {

std::vector<PathPattern> ReadPatterns(const PolicyFile& file,
                                      const TomlEntry& entry) {
  std::vector<PathPattern> patterns;
  for (const TomlValue& path : file.Names(entry)) {
    const std::string why = WhyNoPathPattern(path.text);
    if (!why.empty())
      file.Refuse(path.place,
                  fmt::format("bad pattern '{}': {}", path.text, why));
    patterns.emplace_back(path.text);
  }
  return patterns;
}

std::vector<std::string> ReadOwners(const PolicyFile& file,
                                    const TomlEntry& entry) {
  std::vector<std::string> owners;
  for (const TomlValue& owner : file.Names(entry)) {
    if (!IsOwnerName(owner.text))
      file.Refuse(owner.place,
                  fmt::format("'{}' is no owner, wanted is '@login', "
                              "'@organisation/team' or an address",
                              owner.text));
    owners.push_back(owner.text);
  }
  if (owners.empty())
    file.Refuse(entry.value.place, "'owners' lists nobody");
  return owners;
}

OwnersEntry ReadEntry(const PolicyFile& file, const TomlValue& table) {
  constexpr std::string_view kKeys[] = {"paths", "subsystems", "owners",
                                        "note"};
  file.AllowKeys(table, kKeys);
  OwnersEntry entry;
  entry.owned_by.line = table.place.line;
  entry.owned_by.owners =
      ReadOwners(file, file.Need(table, "owners", "an entry of 'owners'"));
  if (const TomlEntry* const note = table.Find("note"))
    entry.owned_by.note = file.TextThatIsNotEmpty(*note);
  if (const TomlEntry* const paths = table.Find("paths"))
    entry.patterns = ReadPatterns(file, *paths);
  if (const TomlEntry* const subsystems = table.Find("subsystems"))
    for (const TomlValue& subsystem : file.Names(*subsystems))
      entry.subsystems.push_back(subsystem.text);
  if (entry.patterns.empty() && entry.subsystems.empty())
    file.Refuse(table.place,
                "an entry of 'owners' has neither 'paths' nor "
                "'subsystems'");
  return entry;
}

}  // namespace

std::vector<OwnersEntry> ReadTomlOwners(const std::string& name,
                                        std::string_view text) {
  const PolicyFile file(name, text);
  constexpr std::string_view kKeys[] = {"owners"};
  file.AllowKeys(file.root(), kKeys);
  std::vector<OwnersEntry> entries;
  if (const TomlEntry* const owners = file.root().Find(kKeys[0]))
    for (const TomlValue& table : file.Tables(*owners))
      entries.push_back(ReadEntry(file, table));
  return entries;
}

}  // namespace commitgate
