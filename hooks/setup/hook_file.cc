// SPDX-License-Identifier: MIT
#include "hooks/setup/hook_file.h"

#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "hooks/file.h"
#include "hooks/setup/hook_script.h"
#include "validator/error.h"

namespace commitgate {
namespace {

using Path = std::filesystem::path;

constexpr char kKeptIn[] = "before-commitgate";
constexpr std::string_view kProgramName = "commitgate";

[[noreturn]] void Fail(std::string_view doing, const std::string& path) {
  throw Error(fmt::format("{} '{}': {}", doing, path, std::strerror(errno)));
}

/// Where a symbolic link leads; empty for anything else.
std::string LinkTarget(const std::string& path) {
  std::error_code error;
  return std::filesystem::read_symlink(path, error).string();
}

bool IsSameFile(const std::string& a, const std::string& b) {
  std::error_code error;
  return std::filesystem::equivalent(a, b, error);
}

bool HasSize(const std::string& path, uintmax_t size) {
  std::error_code error;
  return std::filesystem::file_size(path, error) == size && !error;
}

bool IsCopy(const std::string& path, const std::string& program) {
  std::error_code error;
  const uintmax_t size = std::filesystem::file_size(program, error);
  return !error && HasSize(path, size) && ReadFile(path) == ReadFile(program);
}

/// The start of a file; empty where it cannot be read.
std::string ReadHead(const std::string& path) {
  std::array<char, 4096> buffer;
  std::ifstream stream(path, std::ios::binary);
  stream.read(buffer.data(), buffer.size());
  return {buffer.data(), static_cast<size_t>(stream.gcount())};
}

bool IsChained(const HookPlace& place) {
  return IsPresent(KeptPath(place.path));
}

std::string NameOf(const HookPlace& place) {
  return Path(place.path).filename().string();
}

/// A link can only be the hook that it is called after.
bool NeedsScript(const HookPlace& place) {
  return IsChained(place) || NameOf(place) != place.hook;
}

std::string ScriptFor(const HookPlace& place) {
  if (IsChained(place))
    return ChainScript(place.program, place.hook, NameOf(place), kKeptIn);
  return HookScript(place.program, place.hook);
}

void WriteScript(const std::string& path, const std::string& text) {
  std::ofstream stream(path, std::ios::binary | std::ios::trunc);
  stream << text << std::flush;
  if (!stream || chmod(path.c_str(), 0755) != 0)
    Fail("writing", path);
}

/// Gives the hook at `from` a second name in another folder, in which a
/// relative link would lead elsewhere: `up` is the way back.
void GiveSecondName(const std::string& from, const std::string& to,
                    const Path& up) {
  const Path target = LinkTarget(from);
  const bool is_relative = !target.empty() && target.is_relative();
  const int failed =
      is_relative
          ? symlink((up / target).lexically_normal().c_str(), to.c_str())
          : link(from.c_str(), to.c_str());
  if (failed != 0)
    Fail("keeping the hook as", to);
}

/// A free name beside `path`, for a rename to be one step.
std::string FreshPath(const std::string& path) {
  const std::string fresh = path + ".new";
  unlink(fresh.c_str());
  return fresh;
}

void Replace(const std::string& path, const std::string& fresh) {
  if (rename(fresh.c_str(), path.c_str()) != 0)
    Fail("installing the hook", path);
}

void MakeFolders(const Path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    throw Error(fmt::format("making the folder '{}': {}", folder.string(),
                            error.message()));
}

}  // namespace

std::string ThisProgram() {
  std::error_code error;
  const Path program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error || !std::filesystem::exists(program, error))
    throw Error("finding the path of this program: /proc does not tell");
  return program.string();
}

std::string KeptPath(const std::string& path) {
  return Path(path).parent_path() / kKeptIn / Path(path).filename();
}

bool IsPresent(const std::string& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0;
}

HookFile LookAtHook(const std::string& path, const std::string& program) {
  if (!IsPresent(path))
    return HookFile::kAbsent;
  if (const std::string target = LinkTarget(path); !target.empty()) {
    const bool ours =
        Path(target).filename() == kProgramName || IsSameFile(path, program);
    return ours ? HookFile::kLink : HookFile::kForeign;
  }
  if (IsHookScript(ReadHead(path)))
    return HookFile::kScript;
  return IsCopy(path, program) ? HookFile::kCopy : HookFile::kForeign;
}

bool IsInPlace(const HookPlace& place) {
  if (!NeedsScript(place))
    return LinkTarget(place.path) == place.program;
  const bool runs = access(place.path.c_str(), X_OK) == 0;
  return runs && LinkTarget(place.path).empty() &&
         ReadHead(place.path) == ScriptFor(place);
}

void RequireRoom(const HookPlace& place, bool may_chain) {
  const std::string& path = place.path;
  if (LookAtHook(path, place.program) != HookFile::kForeign)
    return;
  const std::string doing = fmt::format("installing the hook '{}'", path);
  if (!may_chain)
    throw Error(doing +
                ": there is another hook; --chain keeps it, and runs it once "
                "commitgate has agreed");
  if (IsChained(place))
    throw Error(
        fmt::format("{}: there are another hook and one that was kept "
                    "before, '{}'",
                    doing, KeptPath(path)));
  if (access(path.c_str(), X_OK) != 0)
    throw Error(doing +
                ": there is another hook that is not executable, so git has "
                "never run it; make it executable or take it away");
}

void PlaceHook(const HookPlace& place) {
  const std::string kept = KeptPath(place.path);
  const bool keeps =
      LookAtHook(place.path, place.program) == HookFile::kForeign;
  MakeFolders(Path(keeps ? kept : place.path).parent_path());
  // A second name first, so that the hook runs until ours is there.
  if (keeps)
    GiveSecondName(place.path, kept, "..");
  const std::string fresh = FreshPath(place.path);
  if (NeedsScript(place))
    WriteScript(fresh, ScriptFor(place));
  else if (symlink(place.program.c_str(), fresh.c_str()) != 0)
    Fail("making the link", fresh);
  Replace(place.path, fresh);
}

void RemoveHook(const std::string& path) {
  const std::string kept = KeptPath(path);
  if (!IsPresent(kept)) {
    if (unlink(path.c_str()) != 0)
      Fail("taking away the hook", path);
    return;
  }
  const std::string fresh = FreshPath(path);
  GiveSecondName(kept, fresh, kKeptIn);
  Replace(path, fresh);
  unlink(kept.c_str());
  rmdir(Path(kept).parent_path().c_str());  // Unless there are others.
}

}  // namespace commitgate
