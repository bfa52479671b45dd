// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace commitgate {

/// A script that runs `program` as the hook `hook`, and nothing else.
std::string HookScript(std::string_view program, std::string_view hook);

/// The same in the place `name`, with another hook of that name behind it: the
/// one in the folder `kept_in` beside the script.
std::string ChainScript(std::string_view program, std::string_view hook,
                        std::string_view name, std::string_view kept_in);

/// Whether a file is one of these scripts, of this version or another.
bool IsHookScript(std::string_view text);

}  // namespace commitgate
