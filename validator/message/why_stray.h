// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "validator/message/message.h"

namespace commitgate {

/// The first metadata outside of the trailer block whose key is `key`, whatever
/// its case; null where there is none.
const Trailer* FirstStray(const Message& message, std::string_view key);

/// Why git does not see `stray`, one of `message.stray`, as a trailer, for
/// people: "line 9 is blank and splits it".
std::string WhyStray(const Message& message, const Trailer& stray);

}  // namespace commitgate
