// SPDX-License-Identifier: MIT
#include "hooks/project/git_changes.h"

#include <utility>

#include "validator/git/changed_paths.h"
#include "validator/git/first_parent.h"

namespace commitgate {
namespace {

/// What a rule can want to read.
constexpr size_t kMostBytes = 16 << 20;

ChangedPath::Kind KindOf(TreeChange::Kind kind) {
  switch (kind) {
    case TreeChange::Kind::kAdded:
      return ChangedPath::Kind::kAdded;
    case TreeChange::Kind::kDeleted:
      return ChangedPath::Kind::kDeleted;
    case TreeChange::Kind::kModified:
      break;
  }
  return ChangedPath::Kind::kModified;
}

std::vector<ChangedPath> FindPaths(const Repository& repository,
                                   const ObjectId& commit,
                                   std::string_view object) {
  std::vector<ChangedPath> paths;
  for (TreeChange& change : ChangedPaths(repository, commit, object))
    paths.push_back({KindOf(change.kind), std::move(change.path)});
  return paths;
}

std::optional<std::string> ContentAt(const Repository& repository,
                                     const ObjectId& commit,
                                     const std::string& path) {
  const auto blob = repository.FindBlob(commit, path);
  if (!blob)
    return std::nullopt;
  return repository.ReadBlob(*blob, kMostBytes);
}

}  // namespace

const std::vector<ChangedPath>& GitChanges::paths() const {
  if (!paths_)
    paths_ = FindPaths(repository_.Get(), commit_, object_);
  return *paths_;
}

std::optional<std::string> GitChanges::Before(const std::string& path) const {
  const auto parent = FirstParent(object_);
  if (!parent)
    return std::nullopt;
  return ContentAt(repository_.Get(), *parent, path);
}

std::optional<std::string> GitChanges::After(const std::string& path) const {
  return ContentAt(repository_.Get(), commit_, path);
}

std::vector<Changes::Used> GitChanges::SubsystemsOf(
    const std::vector<std::string>& paths, int newest) const {
  return history_.Find(repository_.Get(), commit_, paths, newest);
}

}  // namespace commitgate
