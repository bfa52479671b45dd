// SPDX-License-Identifier: MIT
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "hooks/push/ledger_place.h"
#include "hooks/setup/diagnosis.h"
#include "hooks/setup/hook_file.h"
#include "validator/error.h"

namespace commitgate {
namespace {

std::optional<uid_t> OwnerOf(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0)
    return std::nullopt;
  return status.st_uid;
}

bool IsWritable(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  // SQLite makes files beside it.
  return access(path.c_str(), R_OK | W_OK) == 0 &&
         access(folder.c_str(), W_OK | X_OK) == 0;
}

/// What is wrong with what it says.
std::vector<Diagnosis> DiagnoseContent(const std::string& path) {
  std::vector<Diagnosis> all;
  try {
    const Ledger ledger = Ledger::Open(path, Ledger::Access::kRead);
    for (const std::string& wrong : ledger.Verify())
      all.push_back({Health::kProblem, wrong,
                     "find out who could write to it, and restore a backup"});
  } catch (const Error& error) {
    all.push_back({Health::kProblem, error.what(),
                   "find out what has happened, and restore a backup"});
  }
  if (all.empty())
    all.push_back({Health::kOk, fmt::format("'{}' is in order", path)});
  return all;
}

}  // namespace

std::vector<Diagnosis> DiagnoseLedger(const Patient& patient) {
  const std::string path = LedgerPath(patient.git_dir);
  if (!IsPresent(path))
    return {{Health::kWarning,
             fmt::format("there is no '{}' yet; when it is made, what is there "
                         "by then is final",
                         path),
             "commitgate install --server"}};
  if (OwnerOf(path) != OwnerOf(patient.git_dir))
    return {
        {Health::kProblem,
         fmt::format("'{}' belongs to another user than the repository", path),
         "chown it, and the files beside it"}};
  if (!IsWritable(path))
    return {{Health::kProblem,
             fmt::format("'{}' cannot be written: pushes are refused", path),
             "see its permissions and those of its folder"}};
  return DiagnoseContent(path);
}

}  // namespace commitgate
