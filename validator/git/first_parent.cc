// SPDX-License-Identifier: MIT
#include "validator/git/first_parent.h"

#include "validator/error.h"
#include "validator/git/commit_links.h"

namespace commitgate {

std::optional<ObjectId> FirstParent(std::string_view object) {
  const auto links = ReadLinks(object);
  if (!links)
    throw Error("reading the parents of a commit: its headers are malformed");
  if (links->parents.empty())
    return std::nullopt;
  return links->parents.front();
}

}  // namespace commitgate
