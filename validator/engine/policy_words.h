// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace commitgate {

// The words of policy files that stand for the values of an enumeration, in its
// order.

/// PatternRule::Target; a trailer's key follows behind the colon.
inline constexpr std::string_view kTargetNames[] = {
    "title", "body", "message", "trailer:KEY", "author", "committer",
};

inline constexpr std::string_view kTrailerTarget = "trailer:";

/// What `extends` says where nothing is extended.
inline constexpr std::string_view kExtendsNothing = "none";

}  // namespace commitgate
