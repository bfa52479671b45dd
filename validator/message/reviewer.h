// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "validator/message/mailbox.h"
#include "validator/message/message.h"

namespace commitgate {

/// One who has reviewed a change, as the message says.  Views into it.
struct Reviewer {
  const Trailer* trailer;
  Mailbox mailbox;
};

/// Each Reviewed-By that holds a well-formed mailbox, in the order of the
/// message; one who stands there twice is here twice.
std::vector<Reviewer> ReviewersOf(const Message& message);

}  // namespace commitgate
