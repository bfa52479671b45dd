// SPDX-License-Identifier: MIT
#include "hooks/setup/hook_set.h"

#include <fmt/core.h>

namespace commitgate {

std::span<const std::string_view> ServerHookNames() {
  static constexpr std::string_view kNames[] = {"pre-receive", "update",
                                                "post-receive"};
  return kNames;
}

std::span<const std::string_view> CloneHookNames() {
  static constexpr std::string_view kNames[] = {"commit-msg"};
  return kNames;
}

HookPlace PlaceOf(const HookFolder& folder, const std::string& name) {
  // Git knows no hook of this name; ours is called in the place of another.
  const std::string called = name == "force-push-window" ? "pre-receive" : name;
  return {
      .path = HookIn(folder, called), .hook = name, .program = ThisProgram()};
}

void RequireRoom(const std::vector<HookPlace>& places, bool may_chain) {
  for (const HookPlace& place : places)
    RequireRoom(place, may_chain);
}

void PlaceHooks(const std::vector<HookPlace>& places, const Tell& tell) {
  for (const HookPlace& place : places) {
    if (IsInPlace(place)) {
      tell(fmt::format("'{}' is in place", place.path));
      continue;
    }
    PlaceHook(place);
    tell(fmt::format("'{}' runs the hook {}", place.path, place.hook));
    if (IsPresent(KeptPath(place.path)))
      tell(fmt::format("'{}' runs once that has agreed", KeptPath(place.path)));
  }
}

void RemoveHooks(const HookFolder& folder,
                 std::span<const std::string_view> names, const Tell& tell) {
  const std::string program = ThisProgram();
  for (const std::string_view name : names) {
    const std::string path = HookIn(folder, std::string(name));
    switch (LookAtHook(path, program)) {
      case HookFile::kAbsent:
        break;
      case HookFile::kLink:
      case HookFile::kScript:
        RemoveHook(path);
        tell(IsPresent(path) ? fmt::format("'{}' is what it was before", path)
                             : fmt::format("'{}' is gone", path));
        break;
      case HookFile::kCopy:
      case HookFile::kForeign:
        tell(fmt::format("'{}' stays, for 'commitgate install' has not made it",
                         path));
        break;
    }
  }
}

}  // namespace commitgate
