// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "validator/message/commit.h"

namespace commitgate {

/// `file`, of which git will store `commit`, with `text` in the place of that
/// message; what stands before and behind it stays, byte for byte.  Throws
/// Error: something in the middle of it is no part of the message, so that it
/// is not clear where it would belong.
std::string WithMessage(const std::string& file, const Commit& commit,
                        std::string_view text);

}  // namespace commitgate
