// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace commitgate {

/// All bytes of the file.  Throws Error that names it.
std::string ReadFile(const std::string& path);

/// All bytes of standard input.  Throws Error.
std::string ReadStandardInput();

}  // namespace commitgate
