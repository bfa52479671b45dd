// SPDX-License-Identifier: MIT
#include "hooks/setup/doctor.h"

#include <fmt/core.h>

#include <algorithm>

#include "hooks/setup/hook_file.h"
#include "hooks/setup/hook_set.h"
#include "validator/error.h"
#include "validator/git/server_config.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

/// Where git runs the hooks that matter.
std::string RunsIn(const Repository& repository, Use use) {
  const auto work_tree = repository.WorkTree();
  return use == Use::kClone && work_tree ? *work_tree : repository.GitDir();
}

/// The policy that the hooks go by; a clone's has no notes.
ServerPolicy FindPolicyFor(const Patient& patient, Use use) {
  if (use == Use::kServer)
    return FindServerPolicy(patient.trusted, patient.repository);
  const auto open = [&] { return Repository::Open(patient.git_dir, ""); };
  return {FindLocalPolicy(patient.config, patient.repository.WorkTree(), open),
          {}};
}

Patient Admit(const Repository& repository, Use use) {
  const std::string git_dir = repository.GitDir();
  const LocalConfig local(git_dir);
  Patient patient{
      .repository = repository,
      .git_dir = git_dir,
      .local = local,
      .config = local.InForce(),
      .trusted = ReadServerConfig(git_dir),
      .folder = FindHookFolder(local, git_dir, RunsIn(repository, use)),
      .program = ThisProgram(),
      .policy = {},
      .why_no_policy = {},
  };
  try {
    patient.policy = FindPolicyFor(patient, use);
  } catch (const Error& error) {
    patient.why_no_policy = error.what();
  }
  return patient;
}

std::string_view Word(Health health) {
  switch (health) {
    case Health::kOk:
      return "ok";
    case Health::kNote:
      return "note";
    case Health::kWarning:
      return "warning";
    case Health::kProblem:
      break;
  }
  return "problem";
}

}  // namespace

Use UseOf(const Repository& repository) {
  if (!repository.WorkTree())
    return Use::kServer;
  const std::string git_dir = repository.GitDir();
  if (ReadServerConfig(git_dir).Get("commitgate.identity"))
    return Use::kServer;
  const HookFolder folder =
      FindHookFolder(LocalConfig(git_dir), git_dir, git_dir);
  const bool serves =
      std::ranges::any_of(ServerHookNames(), [&](std::string_view name) {
        return IsPresent(HookIn(folder, std::string(name)));
      });
  return serves ? Use::kServer : Use::kClone;
}

std::vector<Report> Examine(const Repository& repository, Use use) {
  const Patient patient = Admit(repository, use);
  std::vector<Report> reports;
  for (const Check& check :
       use == Use::kServer ? ServerChecks() : CloneChecks())
    for (Diagnosis& diagnosis : check.look(patient))
      reports.push_back({check.name, std::move(diagnosis)});
  return reports;
}

Health WorstOf(const std::vector<Report>& reports) {
  Health worst = Health::kOk;
  for (const Report& report : reports)
    worst = std::max(worst, report.diagnosis.health);
  return worst;
}

std::string TellReports(const std::vector<Report>& reports, Health least) {
  std::string text;
  for (const auto& [check, diagnosis] : reports) {
    if (diagnosis.health < least)
      continue;
    text += fmt::format("{:<8} {:<13} {}\n", Word(diagnosis.health), check,
                        Printable(diagnosis.found));
    if (!diagnosis.advice.empty())
      text += fmt::format("{:<22} {}\n", "", Printable(diagnosis.advice));
  }
  return text;
}

}  // namespace commitgate
