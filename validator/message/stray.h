// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "validator/message/text.h"
#include "validator/message/trailers.h"

namespace commitgate {

/// The metadata in `lines`, behind the title and outside of `block`: lines at
/// the left margin whose key is known, outside of fenced code.  `Fixes:` and
/// `Refs:` may start a sentence, so only those count that name something.
/// Continuation lines are not read.
std::vector<Trailer> FindStrayMetadata(std::span<const Line> lines,
                                       const TrailerBlock& block);

}  // namespace commitgate
