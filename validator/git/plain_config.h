// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "validator/git/config.h"

namespace commitgate {

/// The system's configuration file, then the repository's, read without
/// libgit2; a file that is not there says nothing.  Nothing where one of them
/// is not plain, or cannot be read.
std::optional<GitConfig> ReadPlainConfig(const std::filesystem::path& git_dir,
                                         const std::string& system_file);

}  // namespace commitgate
