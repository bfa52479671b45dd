// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "validator/engine/rule.h"

namespace commitgate {

/// The commit that a message names by `hex`.  What lands without being stored,
/// such as JSON, may be of another repository: what is not there is behind the
/// end of the history then, and what is there an ancestor.
///
/// REQUIRES: there is a repository.
NamedCommit FindCommit(std::string_view hex, const Context& context);

}  // namespace commitgate
