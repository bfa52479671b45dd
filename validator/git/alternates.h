// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <vector>

namespace commitgate {

/// The folder `objects`, and those that its `info/alternates` names and theirs
/// (gitrepository-layout(5)), each once and in git's order.  One that is not
/// there is passed over, as git does.
std::vector<std::filesystem::path> ObjectFolders(
    const std::filesystem::path& objects);

}  // namespace commitgate
