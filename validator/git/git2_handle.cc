// SPDX-License-Identifier: MIT
#include "validator/git/git2_handle.h"

#include <cstring>

#include "validator/error.h"

namespace commitgate {

std::string Git2Reason(const Git2Functions& git2) {
  const git_error* error = git2.error_last();
  if (!error || !error->message || !*error->message)
    return "unknown reason";
  return error->message;
}

void Must(int code, std::string_view doing) {
  if (code < 0)
    throw Error(std::string(doing) + ": " + Git2Reason());
}

git_oid ToGit2(const ObjectId& id) {
  git_oid oid;
  static_assert(sizeof oid.id == sizeof id.bytes);
  std::memcpy(oid.id, id.bytes.data(), sizeof oid.id);
  return oid;
}

ObjectId FromGit2(const git_oid& oid) {
  ObjectId id;
  std::memcpy(id.bytes.data(), oid.id, sizeof oid.id);
  return id;
}

}  // namespace commitgate
