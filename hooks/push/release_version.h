// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "validator/engine/push_policy.h"
#include "validator/message/title.h"

namespace commitgate {

// Release lines and the versions that are released on them.

/// The version that a release commit's title names, as it stands there:
/// `22.1.0`.  Nothing where it is no release commit.  A view into the title.
std::optional<std::string_view> VersionOf(const Title& title);

/// What the versions of a release line begin with, from its name: `10` for
/// `refs/heads/v10.x` with the pattern `refs/heads/v*.x`.  Nothing where the
/// pattern has not one star, or that took no number.  A view into `ref`.
std::optional<std::string_view> LineOf(const RefPattern& match,
                                       std::string_view ref);

/// `10.13.0` is of the line `10`, and of `10.13`; not of `1`.
bool IsOfLine(std::string_view version, std::string_view line);

}  // namespace commitgate
