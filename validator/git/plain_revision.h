// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "validator/git/object_id.h"
#include "validator/git/ref_store.h"
#include "validator/git/repository_place.h"

namespace commitgate {

/// The object that a revision names which is a full id, whether there is such
/// an object or not, or a ref, whose name may be shortened as gitrevisions(7)
/// says.
///
/// Nothing where libgit2 has to say: for all other revisions, and for refs that
/// are not there or are broken.
std::optional<ObjectId> FindPlainRevision(const RepositoryPlace& place,
                                          const RefStore& refs,
                                          const std::string& revision);

}  // namespace commitgate
