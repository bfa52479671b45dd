// SPDX-License-Identifier: MIT
#include "validator/git/difference.h"

#include <algorithm>

#include "validator/error.h"
#include "validator/git/range.h"

namespace commitgate {

std::vector<ObjectId> Difference(const Repository& repository,
                                 const ObjectId& tip,
                                 const std::vector<ObjectId>& hidden) {
  std::vector<ObjectId> ids;
  for (const CommitWalk::Step& step : CollectRange(repository, {tip}, hidden)) {
    if (!step.error.empty())
      throw Error(step.error);
    ids.push_back(step.id);
  }
  std::ranges::reverse(ids);
  return ids;
}

bool Reaches(const Repository& repository, const ObjectId& descendant,
             const ObjectId& ancestor) {
  return Difference(repository, ancestor, {descendant}).empty();
}

}  // namespace commitgate
