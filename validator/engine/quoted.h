// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace commitgate {

/// `text` in quotes for the sentence of a finding; of a long one, the start.
std::string Quoted(std::string_view text);

}  // namespace commitgate
