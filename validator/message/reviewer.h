// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "validator/message/mailbox.h"
#include "validator/message/trailers.h"

namespace commitgate {

struct Message;

/// One who has reviewed a change, as the message says.  Views into it.
struct Reviewer {
  const Trailer* trailer;
  Mailbox mailbox;
};

/// What Message::reviewers is made of.
std::vector<Reviewer> FindReviewers(const Message& message);

}  // namespace commitgate
