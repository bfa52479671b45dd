// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "validator/git/git2_handle.h"

namespace commitgate {

/// The object that a revision names.  A full id is taken as it is, whether
/// there is such an object or not.  Throws Error: unknown, ambiguous.
ObjectId FindObject(git_repository* repository, const std::string& revision);

/// The same, as libgit2 has parsed it.
ObjectHandle ParseRevision(git_repository* repository,
                           const std::string& revision);

}  // namespace commitgate
