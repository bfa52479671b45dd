// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "validator/git/object_id.h"

namespace commitgate {

/// The name that git gives an object of this type with this content.
ObjectId HashObject(std::string_view type, std::string_view content);

}  // namespace commitgate
