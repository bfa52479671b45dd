// SPDX-License-Identifier: MIT
#include "validator/engine/group_layer.h"

#include <algorithm>
#include <string_view>

#include <fmt/core.h>

#include "validator/engine/policy_words.h"

namespace commitgate {
namespace {

constexpr char kGroupSign = '@';

bool IsGroup(std::string_view entry) {
  return entry.starts_with(kGroupSign);
}

/// What a provider of identities may call somebody.
bool IsName(std::string_view name) {
  constexpr size_t kMaxSize = 255;
  const auto is_graphic = [](char c) { return c > ' ' && c <= '~'; };
  return !name.empty() && name.size() <= kMaxSize &&
         std::ranges::all_of(name, is_graphic);
}

void RequireName(const PolicyFile& file, const TomlPlace& place,
                 std::string_view name) {
  if (!IsName(name))
    file.Refuse(place, fmt::format("'{}' cannot be a name, 1 to 255 printable "
                                   "ASCII characters without blanks are wanted",
                                   name));
}

void RequireGroupName(const PolicyFile& file, const TomlEntry& group) {
  RequireName(file, group.place, group.key);
  if (IsGroup(group.key))
    file.Refuse(group.place,
                fmt::format("a group is named without the '@': '{}'",
                            group.key.substr(1)));
}

/// Sorted, without duplicates.
std::vector<std::string> ReadMembers(const PolicyFile& file,
                                     const TomlEntry& group) {
  std::vector<std::string> members;
  for (const TomlValue& name : file.Names(group)) {
    RequireName(file, name.place, name.text);
    if (IsGroup(name.text))
      file.Refuse(name.place, fmt::format("'{}' is a group, and a group holds "
                                          "names only",
                                          name.text));
    members.push_back(name.text);
  }
  std::ranges::sort(members);
  members.erase(std::unique(members.begin(), members.end()), members.end());
  return members;
}

}  // namespace

void ApplyGroups(const PolicyFile& file, PushPolicy& policy) {
  const TomlEntry* const groups = file.root().Find("groups");
  if (groups == nullptr)
    return;
  for (const TomlEntry& group : file.Table(*groups).entries) {
    RequireGroupName(file, group);
    policy.groups.insert_or_assign(group.key, ReadMembers(file, group));
    policy.group_origins.insert_or_assign(group.key,
                                          file.OriginOf(group.place));
  }
}

std::vector<std::string> ReadPushers(const PolicyFile& file,
                                     const TomlEntry& entry) {
  std::vector<std::string> pushers;
  for (const TomlValue& name : file.Names(entry)) {
    RequireName(file, name.place, name.text);
    pushers.push_back(name.text);
  }
  return pushers;
}

void CheckGroups(const PolicyFile& file, const TomlEntry& entry,
                 const PushPolicy& policy) {
  using RosterGroups = PushPolicy::RosterGroups;
  if (policy.roster_groups == RosterGroups::kAny)
    return;
  std::vector<std::string_view> known;
  for (const auto& [name, members] : policy.groups)
    known.push_back(name);
  if (policy.roster_groups == RosterGroups::kOfReadme)
    known.insert(known.end(), std::begin(kReadmeGroups),
                 std::end(kReadmeGroups));
  for (const TomlValue& name : file.Names(entry)) {
    if (!IsGroup(name.text))
      continue;
    const std::string_view group = std::string_view(name.text).substr(1);
    if (std::ranges::count(known, group) == 0)
      file.RefuseUnknown(name.place, "unknown group", group, known);
  }
}

}  // namespace commitgate
