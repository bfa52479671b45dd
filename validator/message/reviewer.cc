// SPDX-License-Identifier: MIT
#include "validator/message/reviewer.h"

#include "validator/message/message.h"

namespace commitgate {

std::vector<Reviewer> FindReviewers(const Message& message) {
  const auto trailers = message.Metadata("Reviewed-By");
  if (trailers.empty())
    return {};
  std::vector<Reviewer> reviewers;
  reviewers.reserve(message.block.trailers.size());
  for (const Trailer* trailer : trailers) {
    const ParsedMailbox parsed = ParseMailbox(trailer->value);
    if (parsed.fault == MailboxFault::kNone)
      reviewers.push_back({trailer, parsed.mailbox});
  }
  return reviewers;
}

}  // namespace commitgate
