// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "hooks/setup/diagnosis.h"
#include "tests/hooks/project/project_repository.h"

namespace commitgate::testing {

/// What a look at the repository finds under a policy, `extends = "none"`
/// before it: "problem: what is found", a line each.
std::string LookAt(const ProjectRepository& repository,
                   const std::string& policy,
                   std::vector<Diagnosis> (*look)(const Patient&));

}  // namespace commitgate::testing
