// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "hooks/push/ledger_place.h"
#include "hooks/setup/diagnosis.h"
#include "hooks/setup/hook_file.h"
#include "validator/error.h"

namespace commitgate {

std::vector<Diagnosis> DiagnoseIndex(const Patient& patient) {
  const std::string path = PullRequestIndexPath(patient.git_dir);
  if (!IsPresent(path))
    return {};
  try {
    PullRequestIndex::OpenToRead(path).Ask("", {});
  } catch (const Error& error) {
    return {{Health::kWarning,
             fmt::format("{}; pushes search the history, which takes longer",
                         error.what()),
             "remove it and the files beside it that are called alike"}};
  }
  return {{Health::kOk, fmt::format("'{}' can be read", path)}};
}

}  // namespace commitgate
