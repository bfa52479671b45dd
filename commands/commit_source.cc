// SPDX-License-Identifier: MIT
#include "commands/commit_source.h"

namespace commitgate {

Candidate Unreadable(std::string id, std::string why) {
  Candidate candidate;
  candidate.commit.id = std::move(id);
  candidate.error = std::move(why);
  return candidate;
}

}  // namespace commitgate
