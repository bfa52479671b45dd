// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "validator/engine/finding.h"
#include "validator/message/commit.h"

namespace commitgate {

// What all formats call things.

std::string_view Word(Verdict::Kind kind);

/// The first line of the message as it is stored; not escaped.
std::string_view TitleOf(const Commit& commit);

}  // namespace commitgate
