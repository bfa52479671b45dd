// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hooks/environment.h"

namespace commitgate {

/// What git runs a hook with.
struct HookInvocation {
  /// Behind the hook's name.
  const std::vector<std::string>& arguments;
  const Environment& environment;
  /// Reads standard input to its end.
  std::string (*read_input)();
};

/// What a hook answers.
struct HookAnswer {
  bool accepted = false;
  /// For whoever pushes, escaped; to be written to standard error.
  std::string text;
};

/// A row of the table of hooks.  What cannot be decided is thrown as Error,
/// which refuses.
struct Hook {
  std::string_view name;
  /// What git calls it with, for people.
  std::string_view arguments;
  std::string_view summary;
  HookAnswer (*run)(const HookInvocation&);
};

// One file each: hooks/<name>.cc.
HookAnswer RunForcePushWindow(const HookInvocation&);
HookAnswer RunPostReceive(const HookInvocation&);
HookAnswer RunPreReceive(const HookInvocation&);
HookAnswer RunUpdate(const HookInvocation&);

/// The hooks of a server.
std::span<const Hook> ServerHooks();

/// Null where there is none of this name.
const Hook* FindServerHook(std::string_view name);

}  // namespace commitgate
