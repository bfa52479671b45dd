// SPDX-License-Identifier: MIT
#include "validator/git/blob_hash.h"

#include "validator/git/git2_handle.h"

namespace commitgate {

ObjectId HashBlob(std::string_view content) {
  git_oid oid;
  Must(Git2().odb_hash(&oid, content.data(), content.size(), GIT_OBJECT_BLOB),
       "hashing a text");
  return FromGit2(oid);
}

}  // namespace commitgate
