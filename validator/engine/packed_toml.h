// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "validator/engine/toml.h"

namespace commitgate {

// What a TOML file holds, written so that reading it again takes a twentieth of
// the time.  The presets are packed when the program is built.

std::string PackToml(const TomlValue& value);

/// REQUIRES: `packed` was made by PackToml.
TomlValue UnpackToml(std::string_view packed);

}  // namespace commitgate
