// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "hooks/project/lazy_repository.h"
#include "validator/git/object_id.h"
#include "validator/git/repository.h"

namespace commitgate {

/// How many bytes a file may have in which a project tells of itself, from
/// wherever it comes.
inline constexpr size_t kMaxProjectFile = 4 << 20;

/// A file in which a project tells of itself, as it was found.
struct ProjectFile {
  std::string text;
  /// Where its earlier versions are: in the history of this revision, under
  /// this path.
  std::string revision;
  std::string path;
};

/// A file as a commit has it.
struct StoredFile {
  ObjectId commit;
  std::string path;
  ObjectId blob;
};

/// Nothing where the commit has no such file.  Throws Error.
std::optional<StoredFile> FindStored(const Repository& repository,
                                     const ObjectId& commit,
                                     const std::string& path);

/// The file that a path, or `<branch>:<path>`, names on a server: that of the
/// branch as it is; for a path alone that of `before`, else that of the branch
/// that HEAD names.  Nothing where there is none.  Throws Error: no such place.
std::optional<StoredFile> FindOnServer(const Repository& repository,
                                       const std::string& source,
                                       const std::optional<ObjectId>& before);

/// Throws Error: too large.
ProjectFile ReadStored(const Repository& repository, const StoredFile& file);

/// The file that a path, or `<ref>:<path>`, names for a person: that of the
/// work tree, else that of HEAD or of the ref.  `repository` is null where
/// there is none.  Throws Error: no such ref, no path inside of the project, a
/// path through a symbolic link, no file, too large.
std::optional<ProjectFile> FindLocally(
    const LazyRepository* repository, const std::string& source,
    const std::optional<std::string>& work_tree);

}  // namespace commitgate
