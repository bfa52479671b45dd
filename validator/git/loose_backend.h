// SPDX-License-Identifier: MIT
#pragma once

#include <git2.h>

#include <string>

namespace commitgate {

/// Reads the loose objects below `objects_folder` for libgit2, which takes over
/// what is returned.  Read-only.  Throws Error.
///
/// libgit2's own reader of loose objects never returns from one that is cut off
/// (libgit2 issue 7342, in all versions before 2026) and writes past its buffer
/// where an object is longer than it says (issue 7177).  Here both are corrupt
/// objects.
git_odb_backend* MakeLooseBackend(const std::string& objects_folder);

}  // namespace commitgate
