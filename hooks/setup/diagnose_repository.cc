// SPDX-License-Identifier: MIT
#include <sys/stat.h>
#include <unistd.h>

#include "hooks/setup/diagnosis.h"

namespace commitgate {
namespace {

bool IsOurs(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && status.st_uid == geteuid();
}

}  // namespace

std::vector<Diagnosis> DiagnoseRepository(const Patient& patient) {
  if (patient.repository.IsShallow())
    return {{Health::kProblem,
             "it is a shallow clone: what is missing cannot be judged",
             "git fetch --unshallow"}};
  if (!IsOurs(patient.git_dir))
    return {{Health::kWarning,
             "it belongs to another user: what that one can read and write is "
             "not known",
             "run this as the user whom git serves it as"}};
  return {{Health::kOk, "can be read"}};
}

std::vector<Diagnosis> DiagnosePolicy(const Patient& patient) {
  if (!patient.policy)
    return {{Health::kProblem, patient.why_no_policy,
             "repair it: until then all that it would judge is refused"}};
  if (!patient.policy->note.empty())
    return {{Health::kWarning, patient.policy->note,
             "push it, or set git config commitgate.policy"}};
  return {{Health::kOk, "'" + patient.policy->policy.name + "' holds"}};
}

}  // namespace commitgate
