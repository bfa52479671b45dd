// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace commitgate {

/// `text` as one word for sh(1), whatever it holds: in single quotes, unless it
/// is plain.
std::string ShellWord(std::string_view text);

}  // namespace commitgate
