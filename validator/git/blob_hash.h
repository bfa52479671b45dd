// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "validator/git/object_id.h"

namespace commitgate {

/// The name that git gives a blob with this content: `git hash-object --stdin`.
ObjectId HashBlob(std::string_view content);

}  // namespace commitgate
