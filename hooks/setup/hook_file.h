// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace commitgate {

// The files that git runs as hooks: which of them are ours, and how one of ours
// gets there and goes again.

/// What stands where git looks for a hook.
enum class HookFile {
  kAbsent,
  kLink,    ///< To commitgate, ours or another one.
  kScript,  ///< Written by PlaceHook.
  kCopy,    ///< Of this program.
  kForeign,
};

/// A hook of ours, and where git is to find it.
struct HookPlace {
  /// An absolute path, whose last part is what git calls the hook.
  std::string path;
  /// Which of our hooks runs there: FindHook knows it.
  std::string hook;
  /// The program that runs it, by its absolute path.
  std::string program;
};

/// The absolute path of the running program.  Throws Error.
std::string ThisProgram();

/// Where a hook that stood at `path` is kept while ours takes its place: under
/// its own name, for hooks like Gitea's go by how they are called.
std::string KeptPath(const std::string& path);

/// Whether there is something at `path`, be it a link to nowhere.
bool IsPresent(const std::string& path);

HookFile LookAtHook(const std::string& path, const std::string& program);

/// Whether the file at `path` is exactly what PlaceHook would put there.
bool IsInPlace(const HookPlace& place);

/// Throws Error, naming it, where a hook of somebody else is at the place, and
/// `may_chain` does not allow to keep it, or it cannot be kept.
void RequireRoom(const HookPlace& place, bool may_chain);

/// Puts the hook there: a link, or a script where a link does not say which
/// hook it is or where another one has to run behind it.  A hook of somebody
/// else is kept at KeptPath and runs, with the same arguments and input, once
/// ours has agreed.  There is no moment without a hook.  Throws Error.
void PlaceHook(const HookPlace& place);

/// Takes a hook of ours away again, and puts a kept one back.  Throws Error.
void RemoveHook(const std::string& path);

}  // namespace commitgate
