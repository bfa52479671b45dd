// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "validator/message/message.h"

namespace commitgate {

/// What a message's PR-URLs name, each in the one way in which it should be
/// written, so that they can be compared.
std::vector<std::string> PullRequestsOf(const Message& message);

}  // namespace commitgate
