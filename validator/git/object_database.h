// SPDX-License-Identifier: MIT
#pragma once

#include "validator/git/git2_handle.h"

namespace commitgate {

/// The object database of `repository`, with the alternates that it names:
/// packs as libgit2 reads them, loose objects as LooseBackend does.  Becomes
/// the database that libgit2 itself uses for `repository`.  Throws Error.
OdbHandle OpenObjectDatabase(git_repository* repository);

}  // namespace commitgate
