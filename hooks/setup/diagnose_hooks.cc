// SPDX-License-Identifier: MIT
#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "hooks/file.h"
#include "hooks/setup/diagnosis.h"
#include "hooks/setup/hook_file.h"
#include "hooks/setup/hook_set.h"
#include "validator/error.h"

namespace commitgate {
namespace {

constexpr char kInstallServer[] = "commitgate install --server";
constexpr char kInstallClone[] = "commitgate install --local";

std::string LinkTarget(const std::string& path) {
  std::error_code error;
  return std::filesystem::read_symlink(path, error).string();
}

bool Mentions(const std::string& path, std::string_view word) {
  constexpr size_t kMost = 64 << 20;
  try {
    return ReadRegularFile(path, kMost).find(word) != std::string::npos;
  } catch (const Error&) {
    return false;
  }
}

/// The file that may be what calls commitgate: the hook itself, or one in the
/// folder `NAME.d` beside it, as Gitea has them.  Empty: none is.
std::string FindMention(const std::string& path) {
  if (Mentions(path, "commitgate"))
    return path;
  std::error_code error;
  for (const auto& entry :
       std::filesystem::directory_iterator(path + ".d", error))
    if (Mentions(entry.path().string(), "commitgate"))
      return entry.path().string();
  return {};
}

Diagnosis DiagnoseForeign(const std::string& path) {
  if (const std::string mention = FindMention(path); !mention.empty())
    return {Health::kWarning,
            fmt::format("'{}' mentions commitgate; whether that is asked, and "
                        "its answer heeded, cannot be told",
                        mention),
            "see for yourself"};
  return {Health::kProblem, fmt::format("'{}' is not commitgate", path),
          "install with --chain, or call 'commitgate hook NAME' in it"};
}

/// The hook of ours that the script at `path` runs; empty where it is not just
/// as this program writes it.
std::string HookOfScript(const Patient& patient, const std::string& path) {
  const std::string name = std::filesystem::path(path).filename().string();
  for (const char* const hook : {name.c_str(), "force-push-window"})
    if (IsInPlace({.path = path, .hook = hook, .program = patient.program}))
      return hook;
  return {};
}

Diagnosis DiagnoseScript(const Patient& patient, const std::string& path) {
  const std::string hook = HookOfScript(patient, path);
  if (hook.empty())
    return {Health::kWarning,
            fmt::format("'{}' is not as this program writes it", path),
            "install once more with the same --hooks"};
  if (IsPresent(KeptPath(path)))
    return {Health::kOk,
            fmt::format("runs the hook {}, then '{}'", hook, KeptPath(path))};
  return {Health::kOk, fmt::format("runs the hook {}", hook)};
}

Diagnosis DiagnoseLink(const std::string& path) {
  if (IsPresent(KeptPath(path)))
    return {Health::kWarning,
            fmt::format("'{}' was kept and does not run", KeptPath(path)),
            "install once more"};
  return {Health::kOk, fmt::format("runs '{}'", LinkTarget(path))};
}

/// Of a hook that is there.
Diagnosis DiagnoseFile(const Patient& patient, const std::string& path) {
  if (access(path.c_str(), F_OK) != 0)
    return {Health::kProblem,
            fmt::format("'{}' leads to '{}', which is not there: git passes "
                        "over it",
                        path, LinkTarget(path)),
            "install once more"};
  if (access(path.c_str(), X_OK) != 0)
    return {Health::kProblem,
            fmt::format("'{}' is not executable: git passes over it", path),
            fmt::format("chmod +x '{}'", path)};
  switch (LookAtHook(path, patient.program)) {
    case HookFile::kLink:
      return DiagnoseLink(path);
    case HookFile::kScript:
      return DiagnoseScript(patient, path);
    case HookFile::kCopy:
      return {Health::kOk, "is a copy of this program"};
    case HookFile::kAbsent:
    case HookFile::kForeign:
      break;
  }
  return DiagnoseForeign(path);
}

std::string PathOf(const Patient& patient, const char* name) {
  return HookIn(patient.folder, name);
}

/// Looks at the hook; `otherwise` holds where there is none.
std::vector<Diagnosis> DiagnoseHook(const Patient& patient, const char* name,
                                    std::vector<Diagnosis> otherwise) {
  const std::string path = PathOf(patient, name);
  if (!IsPresent(path))
    return otherwise;
  return {DiagnoseFile(patient, path)};
}

bool Guards(const Patient& patient, const char* name) {
  const std::string path = PathOf(patient, name);
  return IsPresent(path) && DiagnoseFile(patient, path).health == Health::kOk;
}

/// As DiagnoseHook; it is enough that one of two hooks judges.
std::vector<Diagnosis> DiagnoseGuard(const Patient& patient, const char* name,
                                     const char* other,
                                     std::vector<Diagnosis> otherwise) {
  if (!Guards(patient, other))
    return DiagnoseHook(patient, name, std::move(otherwise));
  std::vector<Diagnosis> all = DiagnoseHook(patient, name, {});
  for (Diagnosis& diagnosis : all)
    if (diagnosis.health != Health::kOk)
      diagnosis = {Health::kNote, diagnosis.found};
  return all;
}

}  // namespace

std::vector<Diagnosis> DiagnoseHookFolder(const Patient& patient) {
  if (!patient.folder.configured)
    return {};
  const std::string found = fmt::format(
      "git looks for hooks in '{}' (core.hooksPath)", patient.folder.path);
  if (patient.folder.is_own)
    return {{Health::kNote, found}};
  return {{Health::kWarning,
           found + ", which is not in the repository: others may change them",
           "unset core.hooksPath"}};
}

std::vector<Diagnosis> DiagnosePreReceive(const Patient& patient) {
  return DiagnoseGuard(
      patient, "pre-receive", "update",
      {{Health::kProblem,
        fmt::format("there is none in '{}': all pushes pass unjudged",
                    patient.folder.path),
        kInstallServer}});
}

std::vector<Diagnosis> DiagnoseUpdate(const Patient& patient) {
  return DiagnoseGuard(patient, "update", "pre-receive", {});
}

std::vector<Diagnosis> DiagnosePostReceive(const Patient& patient) {
  std::vector<Diagnosis> all = DiagnoseHook(
      patient, "post-receive",
      {{Health::kWarning,
        "there is none: what has landed is only found out with the next push",
        kInstallServer}});
  // Nothing passes unjudged for want of this one.
  for (Diagnosis& diagnosis : all)
    diagnosis.health = std::min(diagnosis.health, Health::kWarning);
  return all;
}

std::vector<Diagnosis> DiagnoseCommitMsg(const Patient& patient) {
  return DiagnoseHook(
      patient, "commit-msg",
      {{Health::kProblem,
        fmt::format("there is none in '{}': messages are stored unjudged",
                    patient.folder.path),
        kInstallClone}});
}

}  // namespace commitgate
