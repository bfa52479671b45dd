// SPDX-License-Identifier: MIT
#include "validator/message/reviewer.h"

namespace commitgate {

std::vector<Reviewer> ReviewersOf(const Message& message) {
  std::vector<Reviewer> reviewers;
  for (const Trailer* trailer : message.Metadata("Reviewed-By")) {
    const ParsedMailbox parsed = ParseMailbox(trailer->value);
    if (parsed.fault == MailboxFault::kNone)
      reviewers.push_back({trailer, parsed.mailbox});
  }
  return reviewers;
}

}  // namespace commitgate
