// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace commitgate {

/// What a configuration file of git (git-config(1), "Syntax") says, as
/// `git config --file -z --list` prints it.
///
/// Nothing where it is not plain: broken, with includes or extensions, which
/// change how the rest is to be taken, or written in a way in which few write
/// and readers differ.  libgit2 is to be asked then.
std::optional<std::string> ListPlainConfig(std::string_view content);

}  // namespace commitgate
