// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace commitgate {

/// Takes a path that git wrote in double quotes, as C does, for it has unusual
/// characters, off the front of `text`.  Nothing where that does not begin with
/// such a path; then nothing is taken.
std::optional<std::string> TakeQuotedPath(std::string_view& text);

}  // namespace commitgate
