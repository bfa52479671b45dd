// SPDX-License-Identifier: MIT
#include "rules/find_commit.h"

namespace commitgate {

NamedCommit FindCommit(std::string_view hex, const Context& context) {
  const RepositoryView& repository = *context.views.repository;
  NamedCommit found = repository.Find(hex, context.commit);
  if (context.stage == Stage::kDraft || repository.Stores(context.commit))
    return found;
  if (found.found == NamedCommit::Found::kNothing)
    found.found = NamedCommit::Found::kCutOff;
  found.is_ancestor = true;
  return found;
}

}  // namespace commitgate
