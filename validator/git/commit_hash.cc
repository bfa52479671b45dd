// SPDX-License-Identifier: MIT
#include "validator/git/commit_hash.h"

#include "validator/git/git2_handle.h"

namespace commitgate {

ObjectId HashCommit(std::string_view object) {
  UseLibgit2();
  git_oid oid;
  Must(git_odb_hash(&oid, object.data(), object.size(), GIT_OBJECT_COMMIT),
       "hashing a commit");
  return FromGit2(oid);
}

}  // namespace commitgate
