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
  /// Whoever reads the answer sees it on a terminal that wants color.
  bool color = false;
};

/// What a hook answers.
struct HookAnswer {
  bool accepted = false;
  /// For whoever commits or pushes, escaped; goes to standard error.
  std::string text;
};

/// A row of the table of hooks.
struct Hook {
  std::string_view name;
  /// What git calls it with, for people.
  std::string_view arguments;
  std::string_view summary;
  /// Throws Error where it cannot decide, which refuses.
  HookAnswer (*run)(const HookInvocation&);
};

// Adding a hook takes two things: a file hooks/<name>.cc that defines its Run
// function, and its line here and in the table of hooks/hook.cc.
HookAnswer RunCommitMsg(const HookInvocation&);
HookAnswer RunForcePushWindow(const HookInvocation&);
HookAnswer RunPostReceive(const HookInvocation&);
HookAnswer RunPreReceive(const HookInvocation&);
HookAnswer RunUpdate(const HookInvocation&);

std::span<const Hook> Hooks();

/// Null where there is none of this name.
const Hook* FindHook(std::string_view name);

}  // namespace commitgate
