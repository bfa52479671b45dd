// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hooks/policy_source.h"
#include "hooks/setup/hook_folder.h"
#include "validator/git/config.h"
#include "validator/git/repository.h"

namespace commitgate {

enum class Health {
  kOk,
  kNote,     ///< What only people can judge.
  kWarning,  ///< It works, but could be safer or say more.
  kProblem,  ///< Something passes unjudged, or nothing passes at all.
};

/// What one look has found, in words for people that are not yet escaped.
struct Diagnosis {
  Health health = Health::kOk;
  std::string found;
  /// What to do; empty: nothing.
  std::string advice = {};
};

/// A repository, as far as it is looked at; read once.
struct Patient {
  const Repository& repository;
  std::string git_dir;
  LocalConfig local;
  /// What git goes by, with the files of the system and the user.
  GitConfig config;
  /// What our hooks go by.
  GitConfig trusted;
  HookFolder folder;
  std::string program;
  /// Nothing where it does not load.
  std::optional<ServerPolicy> policy;
  std::string why_no_policy;
};

/// A row of the table of checks.
struct Check {
  std::string_view name;
  /// Nothing where there is nothing to look at.
  std::vector<Diagnosis> (*look)(const Patient&);
};

std::span<const Check> ServerChecks();
std::span<const Check> CloneChecks();

// One kind of check a file: hooks/diagnose_<what>.cc.
std::vector<Diagnosis> DiagnoseCommitMsg(const Patient&);
std::vector<Diagnosis> DiagnoseConfiguredHooks(const Patient&);
std::vector<Diagnosis> DiagnoseHookFolder(const Patient&);
std::vector<Diagnosis> DiagnoseIdentity(const Patient&);
std::vector<Diagnosis> DiagnoseIndex(const Patient&);
std::vector<Diagnosis> DiagnoseLedger(const Patient&);
std::vector<Diagnosis> DiagnoseMailmap(const Patient&);
std::vector<Diagnosis> DiagnoseOwners(const Patient&);
std::vector<Diagnosis> DiagnosePolicy(const Patient&);
std::vector<Diagnosis> DiagnosePostReceive(const Patient&);
std::vector<Diagnosis> DiagnosePreReceive(const Patient&);
std::vector<Diagnosis> DiagnosePushers(const Patient&);
std::vector<Diagnosis> DiagnoseRepository(const Patient&);
std::vector<Diagnosis> DiagnoseRoster(const Patient&);
std::vector<Diagnosis> DiagnoseSettings(const Patient&);
std::vector<Diagnosis> DiagnoseUpdate(const Patient&);

}  // namespace commitgate
