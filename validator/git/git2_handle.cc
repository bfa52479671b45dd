// SPDX-License-Identifier: MIT
#include "validator/git/git2_handle.h"

#include <cstring>
#include <mutex>

#include "validator/error.h"

namespace commitgate {
namespace {

void Initialise() {
  if (git_libgit2_init() < 0)
    throw Error("initialising libgit2: " + Git2Reason());
  // What the user has configured changes no verdict, and on a server the user
  // can be whoever pushes.
  for (const int level : {GIT_CONFIG_LEVEL_GLOBAL, GIT_CONFIG_LEVEL_XDG})
    git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
  // Git protects its user from commands that a stranger's configuration names.
  // Here objects are read and nothing is run, and libgit2 would call such a
  // repository missing.
  git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
  // Git does not hash what it reads either.
  git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
  // Each object is read once.
  git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0);
}

}  // namespace

void UseLibgit2() {
  static std::once_flag once;
  std::call_once(once, Initialise);
}

std::string Git2Reason() {
  const git_error* error = git_error_last();
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
