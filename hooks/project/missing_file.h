// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "validator/engine/policy.h"
#include "validator/engine/views.h"
#include "validator/git/repository.h"

namespace commitgate {

/// A file that a policy names, and that is not there.
struct MissingFile {
  std::string_view what;
  /// Where the policy names it.
  std::string_view setting;
  std::string source;
  /// Rules that need this are skipped; 0: they can do without.
  Needs needed = 0;
};

/// What a pusher is told of files that the project does not have yet, and of
/// the rules of its policy that are skipped; empty where nothing is missing.
std::string NoteOf(const std::vector<MissingFile>& missing,
                   const Policy& policy);

/// A policy that says on which branch a file is counts on it: no rule is
/// skipped for want of that file once something was pushed.  Throws Error.
void RequireNamedBranches(const std::vector<MissingFile>& missing,
                          const Repository& repository);

}  // namespace commitgate
