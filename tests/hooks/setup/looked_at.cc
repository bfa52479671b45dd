// SPDX-License-Identifier: MIT
#include "tests/hooks/setup/looked_at.h"

#include "rules/catalog.h"
#include "validator/engine/load_policy.h"
#include "validator/git/server_config.h"

namespace commitgate::testing {

std::string LookAt(const ProjectRepository& repository,
                   const std::string& policy,
                   std::vector<Diagnosis> (*look)(const Patient&)) {
  constexpr const char* kWords[] = {"ok", "note", "warning", "problem"};
  const Repository opened = repository.Open();
  const std::string git_dir = opened.GitDir();
  const LocalConfig local(git_dir);
  const Patient patient{
      .repository = opened,
      .git_dir = git_dir,
      .local = local,
      .config = local.InForce(),
      .trusted = ReadServerConfig(git_dir),
      .folder = FindHookFolder(local, git_dir, git_dir),
      .program = "/bin/true",
      .policy =
          ServerPolicy{LoadPolicy("p.toml", "extends = \"none\"\n" + policy,
                                  {Catalog(), Presets(), {}}),
                       {}},
      .why_no_policy = {},
  };
  std::string lines;
  for (const Diagnosis& diagnosis : look(patient))
    lines += std::string(kWords[static_cast<int>(diagnosis.health)]) + ": " +
             diagnosis.found + "\n";
  return lines;
}

}  // namespace commitgate::testing
