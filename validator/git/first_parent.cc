// SPDX-License-Identifier: MIT
#include "validator/git/first_parent.h"

#include "validator/error.h"
#include "validator/git/commit_links.h"

namespace commitgate {

std::optional<ObjectId> FirstParent(std::string_view object) {
  const auto parents = ReadParents(object);
  if (!parents)
    throw Error("reading the parents of a commit: its headers are malformed");
  if (parents->ids.empty())
    return std::nullopt;
  return parents->ids.front();
}

}  // namespace commitgate
