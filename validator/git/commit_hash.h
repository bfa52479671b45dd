// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "validator/git/object_id.h"

namespace commitgate {

/// The name that git gives a commit object with this content.
ObjectId HashCommit(std::string_view object);

}  // namespace commitgate
