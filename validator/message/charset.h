// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace commitgate {

/// Whether `text` is well-formed UTF-8: no overlong forms, no surrogates.
bool IsUtf8(std::string_view text);

/// The byte offset of the first byte of `text` that is not UTF-8.
std::optional<size_t> FindInvalidUtf8(std::string_view text);

/// Whether `charset` is a name of UTF-8 (or of its subset ASCII), so that
/// nothing needs to be converted.  The empty name is UTF-8.
bool IsUtf8Name(std::string_view charset);

/// `text` from `charset` to UTF-8; nothing where the charset is unknown or the
/// bytes are not valid in it.
std::optional<std::vector<char>> ToUtf8(std::string_view text,
                                        std::string_view charset);

}  // namespace commitgate
