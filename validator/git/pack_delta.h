// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "validator/message/commit.h"

namespace commitgate {

/// How large what a delta makes will be; nothing where it does not say, or says
/// more than kMostObjectBytes.
std::optional<size_t> SizeOfResult(std::string_view delta);

/// What a delta (gitformat-pack(5)) makes of its base.  Nothing where it is for
/// another base, is damaged, or makes more or less than it says.
std::optional<Bytes> ApplyDelta(std::string_view base, std::string_view delta);

}  // namespace commitgate
