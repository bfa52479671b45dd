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

/// RefPolicy::Merges.
inline constexpr std::string_view kMergesWords[] = {"refuse", "allow"};

/// RefPolicy::Delete.
inline constexpr std::string_view kDeleteWords[] = {"refuse", "window",
                                                    "allow"};

/// RefPolicy::Scope.
inline constexpr std::string_view kScopeWords[] = {"any", "message-only"};

/// RefPolicy::Otherwise.
inline constexpr std::string_view kOtherwiseWords[] = {"warn", "refuse"};

/// What `force-push` says where it is no table: RefPolicy::within is 0, or
/// kForever.
inline constexpr std::string_view kForcePushWords[] = {"refuse", "allow"};

/// The groups that a roster in the format of Node.js's README has.
inline constexpr std::string_view kReadmeGroups[] = {
    "collaborators", "triagers", "tsc", "tsc-regular"};

/// PushPolicy::forward_without_ledger.
inline constexpr std::string_view kUnavailableWords[] = {"refuse",
                                                         "allow-forward"};

/// What `deadline` says where there is none.
inline constexpr std::string_view kNoDeadline = "off";

/// What `extends` says where nothing is extended.
inline constexpr std::string_view kExtendsNothing = "none";

}  // namespace commitgate
