// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace commitgate {

/// The path that git wrote in double quotes, as C does, for it has unusual
/// characters.  What follows the closing quote is passed over.  Nothing where
/// `text` is not such a path.
std::optional<std::string> UnquotePath(std::string_view text);

}  // namespace commitgate
