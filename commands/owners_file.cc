// SPDX-License-Identifier: MIT
#include "commands/owners_file.h"

#include <fmt/core.h>

#include "hooks/file.h"
#include "hooks/policy_source.h"
#include "hooks/project/project_file.h"
#include "validator/error.h"

namespace commitgate {

std::optional<Owners> FindOwners(const std::string& named, const Place& place,
                                 const Environment& environment,
                                 const LazyRepository& repository) {
  if (!named.empty())
    return Owners::Read(named, ReadRegularFile(named, kMaxProjectFile));
  const std::string source = FindPolicy(place, environment).people.owners;
  const auto work_tree = FindWorkTree(environment);
  if (!source.empty()) {
    const auto file = FindLocally(&repository, source, work_tree);
    if (!file)
      throw Error(fmt::format(
          "reading the owners file '{}': there is no such file", source));
    return Owners::Read(source, file->text);
  }
  for (const char* const name :
       {".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"})
    if (const auto file = FindLocally(&repository, name, work_tree))
      return Owners::Read(name, file->text);
  return std::nullopt;
}

}  // namespace commitgate
