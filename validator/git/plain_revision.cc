// SPDX-License-Identifier: MIT
#include "validator/git/plain_revision.h"

#include <filesystem>
#include <system_error>

#include "validator/error.h"
#include "validator/git/ref_name.h"

namespace commitgate {
namespace {

/// libgit2 takes any file below the repository's folder for a ref.
bool IsOtherFile(const RepositoryPlace& place, const std::string& name) {
  if (name.starts_with("refs/") || name.find('/') == name.npos)
    return false;
  std::error_code failure;
  const auto status =
      std::filesystem::symlink_status(place.git_dir + name, failure);
  return status.type() != std::filesystem::file_type::not_found;
}

/// The first of the refs that a name may stand for.
std::optional<ObjectId> FindRef(const RefStore& refs, const std::string& name) {
  const std::string kNames[] = {
      name,
      "refs/" + name,
      "refs/tags/" + name,
      "refs/heads/" + name,
      "refs/remotes/" + name,
      "refs/remotes/" + name + "/HEAD",
  };
  for (const std::string& full_name : kNames)
    if (const auto id = refs.Read(full_name))
      return id;
  return std::nullopt;
}

}  // namespace

std::optional<ObjectId> FindPlainRevision(const RepositoryPlace& place,
                                          const RefStore& refs,
                                          const std::string& revision) {
  if (const auto id = ObjectId::FromHex(revision))
    return id;
  // A branch may be called so, too, and git does not look for it.
  const std::string name = revision == "@" ? "HEAD" : revision;
  if (!IsRefName("refs/heads/" + name) || IsOtherFile(place, name))
    return std::nullopt;
  try {
    return FindRef(refs, name);
  } catch (const Error&) {
    // It is broken, which is libgit2's to say.
    return std::nullopt;
  }
}

}  // namespace commitgate
