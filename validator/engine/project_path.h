// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace commitgate {

/// Whether this names a file or a folder of a project as git does, from its
/// top, so that it leads nowhere else: parts with a `/` between them, none of
/// them empty, `.` or `..`.
bool IsProjectPath(std::string_view path);

}  // namespace commitgate
