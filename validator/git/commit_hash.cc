// SPDX-License-Identifier: MIT
#include "validator/git/commit_hash.h"

#include "validator/git/git2_handle.h"

namespace commitgate {

ObjectId HashCommit(std::string_view object) {
  git_oid oid;
  Must(Git2().odb_hash(&oid, object.data(), object.size(), GIT_OBJECT_COMMIT),
       "hashing a commit");
  return FromGit2(oid);
}

}  // namespace commitgate
