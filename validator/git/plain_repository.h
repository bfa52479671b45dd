// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "validator/git/repository_place.h"

namespace commitgate {

/// Where the parts of a repository are that is laid out in the plain way: with
/// `search` the one in `path` or the nearest folder above, else the one exactly
/// there.  The same that libgit2 finds, found without it.
///
/// Nothing where libgit2 has to look: there is none, or it is broken, linked to
/// another place, in a format with extensions, or its configuration is not
/// plain.
std::optional<RepositoryPlace> FindPlainRepository(const std::string& path,
                                                   bool search);

}  // namespace commitgate
