// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace commitgate {

/// `text` as one line that is safe on a terminal: control characters, escapes,
/// line ends, bytes that are not UTF-8, bidirectional and invisible characters
/// are shown as `\n`, `\x1b`, `<U+202E>`.  Also for error messages.
std::string Printable(std::string_view text);

/// The same for the first `limit` characters; `...` stands for the rest.
std::string Printable(std::string_view text, size_t limit);

}  // namespace commitgate
