// SPDX-License-Identifier: MIT
#include "commands/commit_source.h"

namespace commitgate {

UnjudgedCommit Unreadable(std::string id, std::string why) {
  UnjudgedCommit unjudged;
  unjudged.commit.id = std::move(id);
  unjudged.error = std::move(why);
  return unjudged;
}

}  // namespace commitgate
