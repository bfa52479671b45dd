// SPDX-License-Identifier: MIT
#include "hooks/setup/diagnosis.h"

namespace commitgate {

std::span<const Check> ServerChecks() {
  static constexpr Check kChecks[] = {
      {"repository", DiagnoseRepository},
      {"hooks", DiagnoseHookFolder},
      {"pre-receive", DiagnosePreReceive},
      {"update", DiagnoseUpdate},
      {"post-receive", DiagnosePostReceive},
      {"other hooks", DiagnoseConfiguredHooks},
      {"policy", DiagnosePolicy},
      {"roster", DiagnoseRoster},
      {"mailmap", DiagnoseMailmap},
      {"owners", DiagnoseOwners},
      {"pushers", DiagnosePushers},
      {"identity", DiagnoseIdentity},
      {"ledger", DiagnoseLedger},
      {"pull requests", DiagnoseIndex},
      {"settings", DiagnoseSettings},
  };
  return kChecks;
}

std::span<const Check> CloneChecks() {
  static constexpr Check kChecks[] = {
      {"repository", DiagnoseRepository},
      {"hooks", DiagnoseHookFolder},
      {"commit-msg", DiagnoseCommitMsg},
      {"other hooks", DiagnoseConfiguredHooks},
      {"policy", DiagnosePolicy},
  };
  return kChecks;
}

}  // namespace commitgate
